"""`riwayat demo`: the example story that ships with Riwayat."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path

import click

from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["demo"]

_MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}
_IN_FULL = "6-mimbar-timur.txt"

_INTRODUCTION = """\
Six reports about one clash and the truce after it. Outlets, groups, people and village are made up;
the pages ship with Riwayat. First each report's chains: who passed it on, and who it started with."""


@click.command(context_settings=HELP)
@screen_options
@debug
def demo(width: int | None, colour: bool | None) -> None:
    """Read the made-up story that ships with Riwayat.

    Shows for each of its reports by whose word it speaks, and one of them in full.
    """
    from riwayat.cli.screen import open_screen
    from riwayat.examples import pages
    from riwayat.model import Page
    from riwayat.pipeline import read_page
    from riwayat.show import brief, paragraph, view

    with open_screen(width=width, colour=colour) as screen:
        screen.show(partial(paragraph, _INTRODUCTION))
        for path in pages():
            reading = read_page(
                Page(path.read_bytes(), media_type=_MEDIA_TYPES[path.suffix], source=path.name)
            )
            screen.line()
            screen.show(partial(brief, reading))
            if path.name == _IN_FULL:
                shown, full = path, reading
        screen.line()
        screen.show(partial(paragraph, f"And one of them in full, {shown.name}:"))
        screen.line()
        screen.show(partial(view, full))
        screen.line()
        screen.line(f"Now type:  {_program()} read {_short(pages()[2])}")


def _program() -> str:
    """What to type to run this program again from the current folder."""
    called = sys.argv[0]
    found = shutil.which("riwayat")
    if found and Path(called).exists() and Path(found).samefile(called):
        return "riwayat"
    if Path(called).name == "riwayat":
        return _short(Path(called))
    return f"{_short(Path(sys.executable))} -m riwayat"


def _short(path: Path) -> str:
    """The path from the current folder, where that is shorter."""
    relative = os.path.relpath(path)
    return min(relative, str(path), key=len)
