from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from riwayat.cli.app import run


def test_without_a_command_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert capsys.readouterr().out.startswith("Usage: riwayat")


def test_the_commands_are_listed_in_the_order_in_which_one_meets_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["--help"])
    listed = capsys.readouterr().out.split("Commands:\n")[1].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == [
        "read",
        "demo",
        "add",
        "watch",
        "failures",
        "chronicle",
        "show",
        "explain",
        "who",
        "sources",
        "copies",
        "export",
        "search",
        "serve",
        "send-mails",
        "check",
        "judge",
        "correct",
        "corrections",
        "undo",
        "curator",
        "reread",
        "remove",
        "schema",
        "actors",
        "gazetteer",
    ]


def test_the_version_is_the_installed_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"riwayat {version('riwayat')}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rea"], "riwayat: No such command 'rea'"),
        (["read"], "riwayat: Missing argument 'SOURCE...' (see riwayat read --help)"),
        (["read", "--widht", "3", "x"], "riwayat: No such option"),
        (["read", "--width", "wide", "x"], "riwayat: Invalid value for '--width'"),
    ],
)
def test_what_was_typed_wrongly_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(said)
    assert captured.err.count("\n") == 1


def test_python_dash_m_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"riwayat {version('riwayat')}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from riwayat.cli.app import run; run(['--help'])\n"
        "print([m for m in ('pydantic', 'rich', 'lxml', 'httpx', 'trafilatura', 'django') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_a_reader_that_has_seen_enough_hears_no_complaint() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", "schema"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.stderr == b""
