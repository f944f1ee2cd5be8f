from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from riwayat_eval.cli import main
from riwayat_eval.parts import parts

PAGE = """\
Dua Kelompok Bentrok di Kafr Laimun

KABAR LEMBAH, Darkush – Dua kelompok bentrok di Kafr Laimun pada Sabtu (12/06/2021) malam.

Menurut seorang saksi mata, tiga orang tewas dalam bentrokan itu dan dua rumah dibakar.
"""


@pytest.fixture
def cases(tmp_path: Path, sample_gold: dict[str, Any]) -> Path:
    """The same case, to build on and to score."""
    outlet = {"kind": "outlet", "name": "KABAR LEMBAH"}
    gold = sample_gold | {
        "people": [],
        "groups": [],
        "cites": [],
        "statements": [
            {"quote": "Dua kelompok bentrok di Kafr Laimun", "chain": [outlet]},
            {
                "quote": "tiga orang tewas dalam bentrokan itu",
                "chain": [outlet, {"kind": "person", "name": "Nobody of This Name"}],
            },
        ],
        "events": [],
    }
    for part in ("train", "test"):
        folder = tmp_path / "cases" / "id" / part
        folder.mkdir(parents=True)
        (folder / "clash.txt").write_text(PAGE, encoding="utf-8")
        (folder / "clash.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path / "cases"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_it_prints_a_line_for_each_task_and_part(cases: Path) -> None:
    done = _run("--cases", cases)
    assert done.exit_code == 0
    lines = [line for line in done.stdout.splitlines() if line.startswith("chain.exact  ")]
    assert [line.split()[1:3] for line in lines] == [["id", "test"], ["id", "train"]]
    assert lines[0].endswith("0.500 all as the outlet's own words")


def test_the_table_as_json_has_the_same_rows(cases: Path) -> None:
    rows = json.loads(_run("--cases", cases, "--json").stdout)
    exact = next(r for r in rows if r["task"] == "chain.exact")
    assert (exact["language"], exact["part"], exact["n"], exact["anchor"]) == ("id", "test", 2, 0.5)


def test_details_of_test_cases_stay_unsaid_unless_revealed(cases: Path) -> None:
    quiet = _run("--cases", cases, "-v").stdout
    assert "id/train/clash: chain" in quiet
    assert "id/test/clash" not in quiet
    assert "id/test/clash: chain" in _run("--cases", cases, "-v", "--reveal").stdout


def test_the_gate_wants_floors_takes_them_and_passes(cases: Path, tmp_path: Path) -> None:
    gate = ("--cases", cases, "--floors", tmp_path / "floors.json", "--gate")
    assert _run(*gate).exit_code == 1
    assert _run(*gate, "--update").exit_code == 0
    assert _run(*gate).exit_code == 0


def test_the_gate_notices_a_changed_page(cases: Path, tmp_path: Path) -> None:
    gate = ("--cases", cases, "--floors", tmp_path / "floors.json", "--gate")
    _run(*gate, "--update")
    (cases / "id" / "train" / "clash.txt").write_text(PAGE + "\nLagi.", encoding="utf-8")
    done = _run(*gate)
    assert done.exit_code == 1
    assert "gate: id/train: its cases are not those of the floors" in done.stderr


def test_a_case_that_cannot_be_read_fails_the_run_but_hides_no_other(cases: Path) -> None:
    (cases / "id" / "train" / "clash.txt").write_bytes(b"")
    done = _run("--cases", cases)
    assert done.exit_code == 1
    assert "id/train: clash failed: UnreadableInput" in done.stderr
    assert " test " in done.stdout


def test_a_folder_without_cases_is_said_in_one_line(tmp_path: Path) -> None:
    done = _run("--cases", tmp_path)
    assert done.exit_code == 1
    assert "no cases there" in done.stderr


def test_updating_goes_with_the_gate(cases: Path) -> None:
    assert _run("--cases", cases, "--update").exit_code == 2


def test_one_part_can_be_scored_alone(cases: Path) -> None:
    (part,) = parts(cases / "id" / "train")
    assert part.key == "id/train"
