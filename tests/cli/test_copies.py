from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from riwayat.cli.app import run
from riwayat.told.contract import schema

pytestmark = pytest.mark.usefixtures("filled")

Capture = pytest.CaptureFixture[str]


def _json(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(["copies", "--json", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_copy_names_both_reports_the_manner_and_the_sentences(capsys: Capture) -> None:
    (copy,) = _json(capsys)
    jsonschema.validate(copy, schema("copy"))
    assert copy["how"] == "edited" and 0.5 < copy["share"] <= 1
    assert any(pair["here"]["text"] == pair["there"]["text"] for pair in copy["evidence"])


def test_people_see_the_sentences_side_by_side(capsys: Capture) -> None:
    assert run(["copies", "--width", "100"]) == 0
    told = capsys.readouterr().out
    first, second = told.splitlines()[:2]
    assert first.startswith("SUARA UTARA") and second.startswith("← KABAR LEMBAH")
    row = next(line for line in told.splitlines() if "Jalan menuju" in line)
    assert row.count("Jalan menuju") == 2
    assert run(["copies", "--no-sentences"]) == 0
    assert "Jalan menuju" not in capsys.readouterr().out


def test_by_manner_credit_and_report(capsys: Capture) -> None:
    (copy,) = _json(capsys)
    assert _json(capsys, "--how", "translation") == []
    assert len(_json(capsys, "--credited")) + len(_json(capsys, "--uncredited")) == 1
    for name in ("kabar lembah", "utara.txt", copy["report"], copy["of"][7:19]):
        assert _json(capsys, name) == [copy]
    assert _json(capsys, "suara rabwah") == []


def test_as_of_a_day_before_the_copy_there_is_none(capsys: Capture) -> None:
    assert _json(capsys, "--as-of", "2021-06-13") == []
    assert run(["copies", "--as-of", "2021-06-13"]) == 0
    assert capsys.readouterr().err == "riwayat: no copies\n"


def test_an_unknown_report_is_refused(capsys: Capture) -> None:
    assert run(["copies", "Nobody Atall"]) == 1
    assert "no report is called so" in capsys.readouterr().err
