"""`riwayat gazetteer` as one types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwayat.cli.app import run

pytestmark = pytest.mark.usefixtures("own_home")

ROW = "900000002\tKafr Laimun\t\tكفر ليمون\t35.9\t36.5\tP\tPPL\tSY\t\t12\t\t\t\t800\t\t\t\t\n"


def test_a_country_file_is_added_found_and_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "SY.txt").write_text(ROW, encoding="utf-8")
    assert run(["gazetteer", "find", "كفر ليمون"]) == 1
    assert capsys.readouterr().err == "riwayat: no place is called كفر ليمون\n"
    assert run(["gazetteer", "add", str(tmp_path / "SY.txt")]) == 0
    assert capsys.readouterr().out == "SY: 1 place\n"
    assert run(["gazetteer", "find", "كفر ليمون"]) == 0
    assert (
        capsys.readouterr().out
        == "Kafr Laimun  Idlib, SY  village  800 people  35.9 36.5  GeoNames 900000002\n"
    )
    assert run(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out.startswith("SY  1 place")
    assert run(["gazetteer", "remove", "SY"]) == 0
    assert run(["gazetteer", "remove", "SY"]) == 1


def test_finding_may_be_kept_to_a_country_and_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "find", "Tripoli", "--country", "lb", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {place["country"] for place in found} == {"LB"}
    assert run(["gazetteer", "find", "Tripoli", "--country", "ID"]) == 1


def test_a_wrong_file_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "SY.txt").write_text(ROW + "cut o", encoding="utf-8")
    assert run(["gazetteer", "add", str(tmp_path / "SY.txt")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("riwayat: SY.txt, line 2: not a country file of GeoNames")
    assert said.count("\n") == 1
