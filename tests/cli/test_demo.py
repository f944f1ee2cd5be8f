from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from riwayat.cli.app import run


def _shown(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["demo"]) == 0
    return re.sub("[\u2068\u2069]", "", capsys.readouterr().out)


def test_it_says_on_how_many_origins_the_main_happening_rests_why_and_who_disputes_it(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _shown(capsys)
    assert "5 origins · 7 reports · disputed: killed" in out
    assert "5 INDEPENDENT ORIGINS" in out
    repeated = out.split("● مصدر  anonymous  5 reports")[1].split("●")[0]
    assert "KABAR LEMBAH" in repeated
    assert "same unnamed source" in repeated
    disputed = out.split("DISPUTED")[1]
    assert re.search(r"killed +3  مصدر\n +11  ياسر الدرويش\n +8  Nabil al-Khatib", disputed)
    assert "Salma" not in out
    assert "Follow this" in out


def test_the_users_own_chronicle_is_left_alone(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = os.environ["RIWAYAT_HOME"]
    _shown(capsys)
    assert os.environ["RIWAYAT_HOME"] == home
    assert not own_home.exists()


def test_its_last_line_starts_the_site_on_the_story(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = _shown(capsys).splitlines()[-1]
    assert last.startswith("Now type:  ")
    assert shlex.split(last)[-1] == "serve"
    assert "RIWAYAT_HOME" not in last


def test_who_has_a_chronicle_is_told_how_to_see_the_story_beside_it(
    own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Kabar\n\nMinggu, 13 Juni 2021\n\nKABAR LEMBAH – Tiga orang tewas di Idlib.\n", encoding="utf-8"
    )
    assert run(["add", str(page)]) == 0
    last = _shown(capsys).splitlines()[-1]
    assert 'RIWAYAT_HOME="$(mktemp -d)" ' in last
