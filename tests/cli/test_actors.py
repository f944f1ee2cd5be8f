"""`riwayat actors` as one types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwayat.cli.app import run

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,type,country\nrabwah,Liwa al-Rabwah|لواء الربوة,group,SY\n,X,tribe,\n", encoding="utf-8"
    )
    return path


def test_good_rows_are_kept_and_bad_ones_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["actors", "add", str(table)]) == 1
    said = capsys.readouterr()
    assert said.out == "mine.csv: 1 added\n"
    assert said.err.startswith(f"riwayat: {table}, line 3: type 'tribe' is not one of")
    assert said.err.count("\n") == 1


def test_a_later_reading_knows_them(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "KABAR LEMBAH, Darkush – Liwa al-Rabwah menyerang pos di Darkush pada Sabtu (12/06/2021).\n", "utf-8"
    )
    known: list[str | None] = []
    for arguments in (["actors", "list"], ["actors", "add", str(table)], ["actors", "remove", "mine.csv"]):
        run(arguments)
        capsys.readouterr()
        assert run(["read", "--json", "--engine", "rules", str(report)]) == 0
        entities = json.loads(capsys.readouterr().out)["entities"]
        known += [entity["known_as"] for entity in entities if entity["name"] == "Liwa al-Rabwah"]
    assert known == [None, "rabwah", None]


def test_they_are_listed_as_lines_or_json(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["actors", "add", str(table)])
    capsys.readouterr()
    assert run(["actors", "list"]) == 0
    assert capsys.readouterr().out.startswith("Liwa al-Rabwah  (group, SY, rabwah, from mine.csv)\n")
    assert run(["actors", "list", "لواء", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ("rabwah", "mine.csv") in [(actor["id"], actor["file"]) for actor in found]
    assert run(["actors", "list", "Reuters", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["file"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "Nobody at All"], "no known actor is called Nobody at All"),
        (["remove", "nothing.csv"], "nothing.csv: nothing was added"),
        (["add", str(Path(__file__))], "test_actors.py: neither FollowTheMoney"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["actors", *arguments]) == 1
    assert capsys.readouterr().err.startswith(f"riwayat: {said}")
