"""Inputs one after another, each read or set aside with the reason, with a progress bar for many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from riwayat.cli.progress import progress_bar
from riwayat.errors import RiwayatError
from riwayat.gather.inputs import Failure, pages
from riwayat.model import Page, Reading
from riwayat.pipeline import read_page
from riwayat.reading import Engine
from riwayat.reading.engines import engine as engine_named

__all__ = ["UnexpectedError", "readings"]

_MANY = 4
"""From so many inputs on there is a progress bar."""


class UnexpectedError(RiwayatError):
    """A fault of ours, met while reading one of many inputs."""


def readings(
    sources: Sequence[str], *, engine: str | None = None, progress: bool, careful: bool = True
) -> Iterator[Reading | Failure]:
    """The reading of every page that the sources name, or why there is none; the rest goes on.

    `engine` is the name of the engine that marks them; None for the default one.

    With `progress`, many inputs get a progress bar on standard error, if that is a terminal.  Unless
    `careful`, a fault of ours ends the run, and shows where it arose.
    """
    found = pages(sources)
    marks = engine_named(engine) if engine else None
    if not (progress and len(found) >= _MANY and sys.stderr.isatty()):
        yield from (_read(page, marks, careful=careful) for page in found)
        return
    with progress_bar() as bar:
        task = bar.add_task("reading", total=len(found))
        for page in found:
            yield _read(page, marks, careful=careful)
            bar.advance(task)


def _read(page: Page | Failure, engine: Engine | None, *, careful: bool) -> Reading | Failure:
    if isinstance(page, Failure):
        return page
    try:
        return read_page(page, engine)
    except RiwayatError as error:
        return Failure(page.source, error)
    except Exception as error:
        if not careful:
            raise
        why = f"unexpected error, please report it: {type(error).__name__}: {error} (--debug shows where)"
        return Failure(page.source, UnexpectedError(f"{page.source}: {why}"))
