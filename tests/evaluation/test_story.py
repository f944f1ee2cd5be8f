from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from riwayat_eval.story import load, pages, problems, stories

STORIES = Path(__file__).resolve().parents[2] / "evaluation" / "stories"

TRUTH: dict[str, Any] = {
    "about": "one shell, told twice",
    "origins": {"o1": {"name": "mayor of Qara", "kind": "person"}},
    "reports": {
        "01-a.txt": {"outlet": "A", "language": "id", "published": "2024-03-12"},
        "02-b.txt": {"outlet": "B", "language": "en", "published": "2024-03-13"},
    },
    "copies": [{"report": "02-b.txt", "of": "01-a.txt", "how": "translation", "credited": True}],
    "happenings": [
        {
            "id": "h1",
            "type": "ASSAULT",
            "what": "a shell hits Qara",
            "time": ["2024-03-11", "2024-03-11"],
            "place": "Qara",
            "reports": {"01-a.txt": ["menghantam Qara"], "02-b.txt": ["a shell hit Qara"]},
            "independent": 1,
            "origins": ["o1"],
            "untraced": [],
            "disputes": [],
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "01-a.txt").write_text("Peluru menghantam Qara, Senin (11/3/2024), kata wali kota.")
    (tmp_path / "02-b.txt").write_text("On Monday, 11 March 2024, a shell hit Qara, the mayor said.")
    return tmp_path


def _problems(folder: Path, truth: dict[str, Any]) -> list[str]:
    (folder / "truth.json").write_text(json.dumps(truth))
    return problems(load(folder))


def test_a_truth_that_holds_to_its_form_has_no_problems(folder: Path) -> None:
    assert _problems(folder, TRUTH) == []


@pytest.mark.parametrize("story", stories(STORIES), ids=lambda story: story.name)
def test_the_stories_of_the_evaluation_hold_to_their_form(story: Any) -> None:
    assert problems(story) == []
    assert 6 <= len(pages(story)) <= 12


def test_a_quote_must_stand_once(folder: Path) -> None:
    truth = deepcopy(TRUTH)
    truth["happenings"][0]["reports"]["02-b.txt"] = ["a shell hit Qarah"]
    assert _problems(folder, truth) == ["h1: 02-b.txt: stands 0 times in the page: 'a shell hit Qarah'"]


def test_a_page_that_the_truth_does_not_name_is_a_problem(folder: Path) -> None:
    (folder / "03-c.txt").write_text("Nothing of that.")
    assert _problems(folder, TRUTH) == ["03-c.txt: is not in reports"]


def test_a_report_without_a_page_is_a_problem(folder: Path) -> None:
    (folder / "02-b.txt").unlink()
    assert "02-b.txt: is no page of the folder" in _problems(folder, TRUTH)


def test_a_copy_older_than_what_it_copies_is_a_problem(folder: Path) -> None:
    truth = deepcopy(TRUTH)
    truth["copies"] = [{"report": "01-a.txt", "of": "02-b.txt", "how": "edited", "credited": False}]
    assert _problems(folder, truth) == ["copy 01-a.txt of 02-b.txt: was published before it"]


def test_names_out_of_the_lists_are_problems(folder: Path) -> None:
    truth = deepcopy(TRUTH)
    truth["origins"]["o1"]["kind"] = "unspecified"
    truth["copies"][0]["how"] = "rewritten"
    truth["happenings"][0] |= {"type": "WAR", "origins": ["o2"], "untraced": ["03-c.txt"]}
    assert _problems(folder, truth) == [
        "copy 02-b.txt of 01-a.txt: how 'rewritten' or credited True is not allowed",
        "origin o1: no name, or kind 'unspecified' is not allowed",
        "h1: type 'WAR' is not allowed",
        "h1: untraced, and does not tell it: 03-c.txt",
        "h1: no such origin: o2",
        "origin o1: nothing rests on it",
    ]


def test_the_count_of_origins_must_be_that_of_the_list(folder: Path) -> None:
    truth = deepcopy(TRUTH)
    truth["happenings"][0]["independent"] = 2
    assert _problems(folder, truth) == ["h1: independent is 2, origins are 1"]


def test_a_dispute_needs_two_sides_with_origins_of_the_happening(folder: Path) -> None:
    truth = deepcopy(TRUTH)
    truth["happenings"][0]["disputes"] = [{"about": "killed", "sides": [{"value": "3", "origins": ["o9"]}]}]
    assert _problems(folder, truth) == [
        "h1: a dispute about nothing, or with one side",
        "h1: dispute about killed: o9",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Selasa (11/3)"),
        ("en", "Tuesday, March 11, 2024"),
        ("en", "Tue 11 March"),
        ("ar", "الثلاثاء 11 آذار 2024"),
        ("ar", "الثلاثاء ١١ مارس"),
    ],
)
def test_a_date_beside_the_wrong_weekday_is_a_problem(folder: Path, language: str, text: str) -> None:
    truth = deepcopy(TRUTH)
    truth["reports"]["02-b.txt"]["language"] = language
    (folder / "02-b.txt").write_text(f"{text} a shell hit Qara.", encoding="utf-8")
    (line,) = _problems(folder, truth)
    assert line.startswith("02-b.txt: not that weekday")


def test_a_folder_without_stories_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no stories there"):
        stories(tmp_path)
