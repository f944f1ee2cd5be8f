from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from riwayat.cli.app import run

Capture = pytest.CaptureFixture[str]


def _id(capsys: Capture, *asked: str) -> str:
    capsys.readouterr()
    assert run(["chronicle", "--json", *asked]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    return str(json.loads(line)["id"])


def _json(capsys: Capture, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["explain", "--json", *arguments]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.usefixtures("filled")
def test_every_fold_has_its_reason_and_evidence(capsys: Capture) -> None:
    why = _json(capsys, _id(capsys, "--disputed"))
    folds = {fold["reason"]: fold["evidence"] for origin in why["origins"] for fold in origin["folded"]}
    assert "Yasir al-Darwisy" in folds["same narrator"]
    assert folds["copy"].startswith("edited: SUARA UTARA")


@pytest.mark.usefixtures("filled")
def test_every_join_and_refusal_has_its_points(capsys: Capture) -> None:
    clash = _id(capsys, "--disputed")
    why = _json(capsys, clash)
    together = [join for join in why["joins"] if join["together"]]
    assert {join["b"]["happening"] for join in together} == {clash}
    assert all(join["b"]["happening"] != clash for join in why["joins"] if not join["together"])
    assert any("on 2021-06-12" in reason for join in together for reason in join["reasons"])


@pytest.mark.usefixtures("filled")
def test_people_read_it_with_quotes_and_points(capsys: Capture) -> None:
    clash = _id(capsys, "--disputed")
    assert run(["explain", "--width", "100", clash]) == 0
    told = capsys.readouterr().out
    assert "FOLDED INTO ONE ORIGIN" in told and "TOLD OF AS ONE" in told
    assert "same narrator" in told and "both name Yasir al-Darwisy" in told
    assert "+1.0 on 2021-06-12" in told
    assert run(["explain", "--limit", "1", clash]) == 0
    assert "more (--limit)" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_as_of_a_day_only_what_was_known_is_compared(capsys: Capture) -> None:
    assert _json(capsys, "--as-of", "2021-06-13", _id(capsys, "--disputed"))["joins"] == []


def test_what_was_judged_stands_with_it(empty: Path, tmp_path: Path, capsys: Capture) -> None:
    from tests.cli.told import REPORTS

    for name in ("lembah", "rabwah"):
        (tmp_path / f"{name}.txt").write_text(REPORTS[name], encoding="utf-8")
    assert run(["add", "--jobs", "1", str(tmp_path / "lembah.txt"), str(tmp_path / "rabwah.txt")]) == 0
    clash, talks = _id(capsys, "--type", "assault"), _id(capsys, "--type", "consult")
    assert run(["judge", "different", clash, talks, "--because", "other days", "--who", "ana"]) == 0
    (judged,) = _json(capsys, clash)["judgements"]
    assert (judged["verdict"], judged["because"], judged["who"]) == ("different", "other days", "ana")
    assert run(["explain", clash]) == 0
    assert "different: other days" in capsys.readouterr().out
