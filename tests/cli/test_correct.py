"""`riwayat correct`, `corrections`, `undo` and `curator`, on a copy of the filled store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from riwayat.cli.app import run

Capture = pytest.CaptureFixture[str]
WHY = ("--because", "read it again", "--who", "ratna")


@pytest.fixture
def mended(_filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    home = tmp_path / "home"
    shutil.copytree(_filled, home)
    monkeypatch.setenv("RIWAYAT_HOME", str(home))
    yield home
    connections.close_all()


pytestmark = pytest.mark.usefixtures("mended")


def _lines(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(list(arguments)) == 0, capsys.readouterr().err
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _clash(capsys: Capture) -> dict[str, Any]:
    (found,) = _lines(capsys, "chronicle", "--json", "--disputed")
    return found


def _refused(capsys: Capture, *arguments: str) -> str:
    capsys.readouterr()
    assert run(list(arguments)) == 1
    return capsys.readouterr().err


def test_an_event_is_corrected_in_several_accounts_and_undone_as_one(capsys: Capture) -> None:
    clash = _clash(capsys)
    own = [key for key in clash["accounts"] if not key.startswith(clash["reports"][-1]["id"])][:2]
    event = ["correct", "event", *own, "--time", "2021-06-11", "--modality", "alleged"]
    made = _lines(capsys, *event, *WHY, "--json")
    assert {(one["act"], one["what"]) for one in made} == {(1, "time"), (1, "modality")}
    (told,) = _lines(capsys, "corrections", "--json")[-1:]
    assert (told["who"], told["because"], told["gone"]) == ("ratna", "read it again", False)
    assert run(["undo", str(made[-1]["number"]), "--who", "sari"]) == 0
    assert _lines(capsys, "corrections", "--json") == []
    assert {one["undone_by"] for one in _lines(capsys, "corrections", "--all", "--json")} == {"sari"}
    assert _clash(capsys) == clash


def test_what_is_corrected_says_so_at_the_terminal(capsys: Capture) -> None:
    clash = _clash(capsys)["id"]
    assert run(["correct", "event", clash, "--place", "Saraqib", "--geonames", "164816", *WHY]) == 0
    assert "correction 1: place is Saraqib, in 1 reading" in capsys.readouterr().out
    assert run(["show", "--width", "100", clash]) == 0
    shown = capsys.readouterr().out
    assert "CORRECTED BY CURATORS" in shown
    assert "by ratna: read it again" in shown
    assert "read as Kafr Laimun" in shown


def test_a_chain_is_written_with_kinds_and_names(capsys: Capture) -> None:
    report = next(r["id"] for r in _clash(capsys)["reports"] if r["outlet"] == "HARIAN ORONTES")
    words = ["--words", "Lima orang tewas dalam bentrokan itu"]
    chain = ["--chain", "outlet: Harian Orontes < agency: Antara < witness: seorang warga"]
    (made,) = _lines(capsys, "correct", "chain", report, *words, *chain, *WHY, "--json")
    assert made["value"] == "Harian Orontes < Antara < seorang warga"
    names = {origin["name"] for origin in _clash(capsys)["origins"]}
    assert "seorang warga" in names
    wrong = _refused(capsys, "correct", "chain", report, *words, "--chain", "radio: X", *WHY)
    assert "a narrator begins with its kind" in wrong


def test_names_are_corrected_masked_and_told_to_be_one(capsys: Capture) -> None:
    assert "Yasir al-Darwisy" in str(_clash(capsys))
    assert run(["correct", "mask", "Yasir al-Darwisy", *WHY]) == 0
    assert "Yasir al-Darwisy" not in str(_clash(capsys))
    assert run(["correct", "unmask", "Siti Nurhaliza", *WHY]) == 0
    assert "Siti Nurhaliza" in str(_lines(capsys, "chronicle", "--json", "--type", "consult"))
    assert run(["correct", "name", "Katibah Zaitun", "--to", "Brigade Zaitun", *WHY]) == 0
    assert "Brigade Zaitun" in str(_clash(capsys)["actors"])
    assert run(["correct", "same", "Brigade Zaitun", "Liwa al-Rabwah", *WHY]) == 0
    assert run(["correct", "different", "Brigade Zaitun", "Liwa al-Rabwah", *WHY]) == 0
    assert "no report names" in _refused(capsys, "correct", "mask", "Nobody", *WHY)


def test_a_place_of_several_is_asked_for(capsys: Capture) -> None:
    clash = _clash(capsys)["id"]
    assert "by its GeoNames number" in _refused(capsys, "correct", "event", clash, "--place", "Darkush", *WHY)
    place = ["--place", "Darkush", "--geonames", "170865"]
    assert run(["correct", "event", clash, *place, *WHY]) == 0
    assert "no such place" in _refused(capsys, "correct", "event", clash, "--place", "Nirgendwo", *WHY)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--figure", "three"],
        ["--time", "12 June"],
        ["--time", "2021-06-13/2021-06-12"],
        ["--figure", "killed 5-3: x"],
    ],
)
def test_what_cannot_be_understood_is_refused_in_one_line(capsys: Capture, arguments: list[str]) -> None:
    told = _refused(capsys, "correct", "event", _clash(capsys)["id"], *arguments, *WHY)
    assert told.startswith("riwayat: ") and told.count("\n") == 1


def test_verdicts_and_removals_are_listed_and_undone_like_corrections(capsys: Capture) -> None:
    happenings = _lines(capsys, "chronicle", "--json")
    a, b = happenings[0]["id"], happenings[1]["id"]
    assert run(["judge", "unsure", a, b, *WHY]) == 0
    assert run(["remove", happenings[0]["reports"][0]["id"], *WHY]) == 0
    assert "verdict" not in {one["what"] for one in _lines(capsys, "corrections", "--json")}, (
        "its account is gone"
    )
    assert run(["undo"]) == 0
    assert "may be added again" in capsys.readouterr().out


def test_a_curator_needs_a_password_that_is_hard_to_guess(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    def curator(password: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.setenv("RIWAYAT_PASSWORD", password)
        command = [sys.executable, "-m", "riwayat", "curator", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    assert "too short" in curator("short", "ratna").stderr
    assert curator("x", "ratna", "--stop").returncode == 1, "nothing of her is there"
    assert curator("a-long-enough-secret", "ratna", "--admin").stdout == "ratna may sign in and use /admin/\n"
    assert curator("x", "ratna", "--stop").stdout == "ratna may not sign in any more\n"
