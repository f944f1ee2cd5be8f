from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from riwayat_eval import stories as command
from riwayat_eval.stories import main, measure
from riwayat_eval.story import load, stories

STORIES = Path(__file__).resolve().parents[2] / "evaluation" / "stories"


def _all_found(folder: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    truth = load(folder).truth
    happenings = [
        {
            "type": one["type"],
            "what": one["what"],
            "time": {"start": one["time"][0], "end": one["time"][1]} if one["time"] else None,
            "place": one["place"],
            "reports": [{"id": name, "file": f"pages/{name}"} for name in one["reports"]],
            "origins": [],
            "independent_origins": one["independent"],
            "disputes": one["disputes"],
        }
        for one in truth["happenings"]
    ]
    return happenings, list(truth["copies"])


def test_a_chronicle_that_finds_all_of_every_story_scores_one_in_every_row() -> None:
    measured, sheets = measure(stories(STORIES), _all_found)
    assert {row.score for row in measured.rows} == {1.0}
    assert all(sheet.notes == [] for sheet in sheets.values())


def test_the_digest_changes_with_a_page_or_its_truth(tmp_path: Path) -> None:
    (tmp_path / "01-a.txt").write_text("A shell hit Qara.")
    (tmp_path / "truth.json").write_text('{"reports": {"01-a.txt": {}}, "copies": [], "happenings": []}')
    before, _ = measure(stories(tmp_path), _all_found)
    (tmp_path / "01-a.txt").write_text("A shell hit Qara again.")
    after, _ = measure(stories(tmp_path), _all_found)
    assert before.digest != after.digest


def test_the_table_has_a_line_for_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "chronicle_of", _all_found)
    result = CliRunner().invoke(main, ["--stories", str(STORIES)])
    assert result.exit_code == 0
    assert "origins.exact" in result.output
    assert "disputes" in result.output


def test_notes_name_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "chronicle_of", lambda folder: ([], []))
    result = CliRunner().invoke(main, ["--stories", str(STORIES), "-v"])
    assert f"{stories(STORIES)[0].name}: h1" in result.output


def test_validate_says_how_many_stories_hold() -> None:
    result = CliRunner().invoke(main, ["validate", str(STORIES)])
    assert result.exit_code == 0
    assert "0 problems" in result.output


def test_validate_fails_where_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "truth.json").write_text('{"about": "nothing"}')
    result = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert result.exit_code == 1
    assert "no 'happenings'" in result.output
