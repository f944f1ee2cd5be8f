"""`riwayat demo`: the chronicle of the example story that ships with Riwayat."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["demo"]

_INTRODUCTION = """\
Eight made-up pages in Arabic, Indonesian and English tell of an attack on a checkpoint. Riwayat reads them, and keeps \
a chronicle that counts who said it first, independently of each other, and not how many repeat it:"""
_NEXT = """\
The site shows the same with every step from origin to report, and the words each rests on. There, "Follow this" sends \
a mail, or an entry of a feed, when reports, origins or disputes change."""


@click.command(context_settings=HELP)
@screen_options
@debug
def demo(width: int | None, colour: bool | None) -> None:
    """Show the chronicle of the made-up story that ships with Riwayat.

    Adds its eight pages to a chronicle of their own, which is thrown away afterwards, lists what happened, and tells
    of the happening with most reports on whose word it rests and who disputes it.
    """
    from riwayat.cli.screen import open_screen
    from riwayat.show import paragraph

    is_new = _nothing_kept()
    with open_screen(width=width, colour=colour) as screen:
        screen.show(partial(paragraph, _INTRODUCTION))
        screen.line()
        with _apart():
            from riwayat.examples import pages
            from riwayat.gather.inputs import pages as inputs
            from riwayat.show.chronicle.listing import listing
            from riwayat.show.chronicle.short import short
            from riwayat.store.batch import add_pages
            from riwayat.store.masks import Masks
            from riwayat.store.queries import Wanted, happenings

            add_pages(inputs([str(path) for path in pages("road")]), jobs=1)
            masks = Masks()
            told = [masks.of(source.id for source in one.reports).of(one) for one in happenings(Wanted())]
        screen.show(partial(listing, told))
        screen.line()
        screen.line("The one that most reports tell:")
        screen.line()
        screen.show(partial(short, max(told, key=lambda one: len(one.reports))))
        screen.line()
        screen.show(partial(paragraph, _NEXT))
        screen.line()
        elsewhere = "" if is_new else 'RIWAYAT_HOME="$(mktemp -d)" '
        screen.line(f"Now type:  {elsewhere}{_program()} serve")


def _nothing_kept() -> bool:
    """Whether the user's own chronicle, which `riwayat serve` shows, has not been begun: it gets the example then."""
    from riwayat.store.settings import FILE
    from riwayat.world.home import home

    return not os.environ.get("RIWAYAT_DATABASE") and not (home() / FILE).exists()


@contextmanager
def _apart() -> Iterator[None]:
    """An empty store in a folder that goes away; the user's own afterwards."""
    named = {name: os.environ.pop(name, None) for name in ("RIWAYAT_HOME", "RIWAYAT_DATABASE")}
    with tempfile.TemporaryDirectory(prefix="riwayat-demo-") as folder:
        os.environ["RIWAYAT_HOME"] = folder
        try:
            from riwayat.store.setup import open_store

            open_store()
            yield
        finally:
            from django.db import connections

            connections.close_all()
            del os.environ["RIWAYAT_HOME"]
            os.environ.update({name: value for name, value in named.items() if value is not None})


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
