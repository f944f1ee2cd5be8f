from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from riwayat.cli.app import run
from riwayat.told import MASK
from riwayat.told.contract import schema

pytestmark = pytest.mark.usefixtures("filled")

Capture = pytest.CaptureFixture[str]


def _json(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(["chronicle", "--json", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _view(capsys: Capture, *arguments: str) -> str:
    capsys.readouterr()
    assert run(["chronicle", *arguments]) == 0
    return capsys.readouterr().out


def test_it_prints_an_object_a_line_that_holds_against_the_schema(capsys: Capture) -> None:
    found = _json(capsys)
    assert len(found) > 2
    for one in found:
        jsonschema.validate(one, schema("happening"))
    days = [one["time"]["start"][:10] for one in found if one["time"]]
    assert days == sorted(days)


def test_a_happening_tells_origins_reports_and_disputes(capsys: Capture) -> None:
    (clash,) = _json(capsys, "--disputed")
    assert clash["type"] == "ASSAULT"
    assert {report["outlet"] for report in clash["reports"]} == {
        "KABAR LEMBAH",
        "HARIAN ORONTES",
        "SUARA UTARA",
    }
    assert [report["published"] for report in clash["reports"]] == ["2021-06-13", "2021-06-14", "2021-06-14"]
    assert clash["independent_origins"] == len(clash["origins"]) == 2
    (killed,) = clash["disputes"]
    assert killed["about"] == "killed"
    assert {side["value"]: side["origins"] for side in killed["sides"]} == {
        "3": ["Yasir al-Darwisy"],
        "5": ["seorang petugas medis"],
    }


@pytest.mark.parametrize(
    "asked",
    [
        ["--type", "consult"],
        ["--from", "2021-06-18", "--to", "2021-06-18"],
        ["--place", "جسر الشغور"],
        ["--outlet", "suara rabwah"],
        ["--search", "dua jam"],
    ],
    ids=" ".join,
)
def test_filters_narrow_it_down(asked: list[str], capsys: Capture) -> None:
    assert {one["type"] for one in _json(capsys, *asked)} == {"CONSULT"}


def test_by_least_number_of_origins_and_by_actor(capsys: Capture) -> None:
    assert [one["independent_origins"] for one in _json(capsys, "--least-origins", "2")] == [2]
    assert len(_json(capsys, "--actor", "rabwah")) == 2


def test_as_of_an_earlier_day_later_reports_are_not_known(capsys: Capture) -> None:
    (then,) = _json(capsys, "--as-of", "2021-06-13")
    assert [report["outlet"] for report in then["reports"]] == ["KABAR LEMBAH"]
    assert then["disputes"] == []


def test_people_read_counts_in_words(capsys: Capture) -> None:
    told = _view(capsys, "--disputed", "--width", "100")
    assert "2 origins · 3 reports · disputed" in told
    assert "night of Sat 12 Jun" in told
    assert "Liwa al-Rabwah" in told and "→" in told
    assert "Kafr Laimun" in told


@pytest.mark.parametrize("width", ["40", "80", "140"])
def test_no_line_is_wider_than_asked_for(width: str, capsys: Capture) -> None:
    from rich.cells import cell_len

    assert all(cell_len(line) <= int(width) for line in _view(capsys, "--width", width).splitlines())


def test_without_colour_nothing_but_text_is_printed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in _view(capsys)
    assert "\x1b" in _view(capsys, "--color")


def test_arabic_keeps_its_direction_beside_latin_letters(capsys: Capture) -> None:
    told = _view(capsys, "--search", "إدلب", "--width", "100")
    assert "\u2068إدلب\u2069" in told


def test_private_people_are_masked_unless_asked_for(capsys: Capture) -> None:
    (talks,) = _json(capsys, "--type", "consult")
    assert "Nurhaliza" not in json.dumps(talks)
    assert talks["origins"][0]["name"] == MASK
    assert MASK in talks["what"]
    (unmasked,) = _json(capsys, "--type", "consult", "--unmask")
    assert unmasked["origins"][0]["name"] == "Siti Nurhaliza"


def test_a_limit_says_that_there_is_more(capsys: Capture) -> None:
    assert run(["chronicle", "--limit", "1"]) == 0
    assert "the first 1; --limit shows more" in capsys.readouterr().err
    assert len(_json(capsys, "--limit", "1")) == 1


def test_where_nothing_fits_it_says_so(capsys: Capture) -> None:
    assert run(["chronicle", "--place", "Atlantis"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "riwayat: nothing in the chronicle fits\n")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["--from", "2021-06-31"], "is not a day like 2021-06-13"),
        (["--from", "2021-06-20", "--to", "2021-06-13"], "is later than"),
        (["--type", "RUMOUR"], "RUMOUR"),
        (["--least-origins", "-1"], "-1"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: list[str], why: str, capsys: Capture) -> None:
    assert run(["chronicle", *asked]) == 2
    assert why in capsys.readouterr().err
