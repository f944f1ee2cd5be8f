from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from riwayat.cli.app import app, run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
_LONGEST = 250
_BLOCK = re.compile(r"```console\n\$ riwayat (?P<arguments>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)

pytestmark = pytest.mark.usefixtures("_at_the_root")


@pytest.fixture
def _at_the_root(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    # As `bash scripts/demo` runs it.
    monkeypatch.setattr(sys, "argv", [".venv/bin/riwayat"])
    monkeypatch.setenv("PATH", os.defpath)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


def _printed(arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(shlex.split(arguments)) == 0
    return capsys.readouterr().out


def test_the_console_blocks_of_the_readme_are_what_the_program_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = README.read_text(encoding="utf-8")
    true = _BLOCK.sub(
        lambda m: f"```console\n$ riwayat {m['arguments']}\n{_printed(m['arguments'], capsys)}```", text
    )
    if os.environ.get("RIWAYAT_WRITE_DOCS"):
        README.write_text(true, encoding="utf-8")
        return
    assert text == true, "RIWAYAT_WRITE_DOCS=1 pytest tests/test_docs.py writes them anew"


def test_the_help_of_every_command_is_shown() -> None:
    shown = {m["arguments"] for m in _BLOCK.finditer(COMMANDS.read_text(encoding="utf-8"))}
    assert isinstance(app, click.Group)
    assert {"--help", *(f"{name} --help" for name in app.commands)} <= shown


def test_the_readme_opens_with_the_two_commands() -> None:
    blocks = re.findall(r"```bash\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks[:2] == ["bash scripts/demo\n", "bash scripts/test\n"]


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < _LONGEST


@pytest.mark.parametrize("document", sorted(ROOT.glob("*.md")), ids=lambda p: p.name)
def test_links_to_files_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_files_that_contributors_are_told_of_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^  (\S+) {2,}", text.split("src/riwayat/\n")[1].split("evaluation/ ")[0], re.MULTILINE
    )
    assert [name for name in listed if not (ROOT / "src" / "riwayat" / name).exists()] == []
