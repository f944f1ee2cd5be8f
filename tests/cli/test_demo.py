from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from riwayat.cli.app import run
from riwayat.examples import pages


def test_it_shows_every_report_of_the_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo"]) == 0
    out = capsys.readouterr().out
    assert out.count("BY WHOSE WORD ─") == len(pages()) + 1
    assert out.count("EVENTS ─") == 1


def test_its_last_line_says_what_to_type_next_and_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    run(["demo"])
    last = capsys.readouterr().out.splitlines()[-1]
    words = shlex.split(last.removeprefix("Now type:"))
    command = words[words.index("read") :]
    assert Path(command[-1]).is_file()
    assert run(command) == 0
