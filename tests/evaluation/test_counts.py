from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwayat_eval.counts import counts, main
from riwayat_eval.gold import Case

_OUTLET = {"kind": "outlet", "name": "Warta"}
_AGENCY = {"kind": "agency", "name": "Qamar"}
_PERSON = {"kind": "person", "name": "Siti"}


def _case(page: str, *chains: list[dict[str, str]], see: tuple[str, ...] = ()) -> Case:
    gold = {
        "language": "id",
        "people": [{"name": "Siti"}],
        "groups": [],
        "places": [{"name": "Darkush"}, {"name": "Idlib"}],
        "statements": [{"quote": "", "chain": chain} for chain in chains],
        "events": [{"see": list(see)}],
    }
    return Case("a", Path(page), gold)


def test_cases_are_counted_with_what_they_hold() -> None:
    first = _case("a.txt", [_OUTLET], [_OUTLET, _AGENCY, _PERSON])
    second = _case("b.html", [_OUTLET, _PERSON], see=("sekali lagi",))
    assert counts([first, second]) == {
        "cases": 2,
        "html": 1,
        "people": 2,
        "groups": 0,
        "places": 4,
        "statements": 3,
        "3+ links": 1,
        "longest": 3,
        "events": 2,
        "retold": 1,
    }


def test_no_cases_hold_nothing() -> None:
    assert set(counts([]).values()) == {0}


def test_the_table_has_a_line_for_each_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for part in ("train", "test"):
        folder = tmp_path / "id" / part
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("", encoding="utf-8")
        (folder / "a.gold.json").write_text(json.dumps(_case("a.txt", [_OUTLET]).gold), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["part", "cases"]
    assert [row.split()[:2] for row in rows] == [["id/test", "1"], ["id/train", "1"]]


def test_a_folder_without_cases_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
