"""The documents beside the README: links lead somewhere, and what they show is what the program gives."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from riwayat.cli.app import run
from riwayat.contract import to_json
from riwayat.model import Page
from riwayat.pipeline import read_page
from riwayat.store.setup import make_ready
from riwayat_eval import counts

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "src" / "riwayat" / "examples" / "id"
DOCUMENTS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "corpus" / "README.md"]
_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
_RIWAYAT = re.compile(r"(```console\n\$ riwayat ([^\n]+)\n)(.*?)(```)", re.DOTALL)
_COUNTS = re.compile(r"(```console\n\$ python -m riwayat_eval\.counts ([^\n]+)\n)(.*?)(```)", re.DOTALL)
_JSON = re.compile(r"(<!-- json: ([^\n]+) -->\n```json\n)(.*?)(```)", re.DOTALL)
_SPAN = re.compile(r'\{\s*"start": (\d+),\s*"end": (\d+),\s*"text": ("(?:[^"\\]|\\.)*")\s*\}')

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())


@pytest.fixture(autouse=True)
def _at_the_root(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each document has a home of its own: what it adds to the chronicle it can show."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    yield
    make_ready()
    connections.close_all()


@documents
def test_links_lead_somewhere(document: Path) -> None:
    targets = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [t for t in targets if not (document.parent / t).exists()] == []


@documents
def test_modules_that_are_to_be_run_are_there(document: Path) -> None:
    modules = re.findall(r"python -m ([\w.]+)", document.read_text(encoding="utf-8"))
    assert [m for m in modules if find_spec(m) is None] == []


@documents
def test_what_a_document_shows_is_what_the_program_gives(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def printed(command: Callable[[list[str]], int], arguments: str) -> str:
        capsys.readouterr()
        assert command(shlex.split(arguments)) == 0
        return capsys.readouterr().out

    text = true = document.read_text(encoding="utf-8")
    true = _RIWAYAT.sub(lambda m: m[1] + printed(run, m[2]) + m[4], true)
    true = _COUNTS.sub(lambda m: m[1] + printed(counts.main, m[2]) + m[4], true)
    true = _JSON.sub(lambda m: m[1] + _piece(m[2]) + "\n" + m[4], true)
    if os.environ.get("RIWAYAT_WRITE_DOCS"):
        document.write_text(true, encoding="utf-8")
        return
    assert text == true, "RIWAYAT_WRITE_DOCS=1 pytest tests/test_links_in_docs.py writes it anew"


def _piece(path: str) -> str:
    """A part of an example's reading: `1-qamar.txt / events / type=ASSAULT` is its first such event."""
    name, *steps = (step.strip() for step in path.split(" / "))
    value = _reading(name)
    for step in steps:
        field, equals, wanted = step.partition("=")
        value = next(v for v in value if _at(v, field) == wanted) if equals else value[step]
    return _SPAN.sub(r'{"start": \1, "end": \2, "text": \3}', json.dumps(value, ensure_ascii=False, indent=2))


def _at(value: Any, field: str) -> Any:
    """What stands at `chain.1.name`; None where there is no such thing."""
    for key in field.split("."):
        value = dict(enumerate(value)).get(int(key)) if isinstance(value, list) else value[key]
        if value is None:
            return None
    return value


@cache
def _reading(name: str) -> Any:
    path = EXAMPLES / name
    media_type = {".html": "text/html", ".txt": "text/plain"}[path.suffix]
    return json.loads(to_json(read_page(Page(path.read_bytes(), media_type=media_type, source=name))))
