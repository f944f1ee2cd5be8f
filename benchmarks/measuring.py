"""Measuring one side of a benchmark: seconds for the first page, pages a second after it, peak memory."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from riwayat.model import Page

Measured: TypeAlias = tuple[float, float, float]
"""Seconds for the first page, pages a second after it, peak memory in MiB."""
_MEDIA = {".html": "text/html", ".txt": "text/plain"}


def pages_in(folder: Path) -> list[Path]:
    """The pages of a folder of cases, sorted."""
    return sorted(p for p in folder.iterdir() if p.suffix in _MEDIA)


def page_at(path: Path) -> Page:
    """A page as a file on disk is gathered."""
    from riwayat.model import Page

    return Page(path.read_bytes(), media_type=_MEDIA[path.suffix], source=path.name)


def measured(make: Callable[[], Callable[[Path], object]], paths: list[Path], rounds: int) -> Measured:
    """Measure a side in a process of its own, so that the peak memory is its own.

    `make` gives what reads a page; making it counts for the first page.  Raises `EOFError` where the process dies.
    """
    start = multiprocessing.get_context("spawn")
    receiver, sender = start.Pipe(duplex=False)
    process = start.Process(target=_measure, args=(make, paths, rounds, sender))
    process.start()
    sender.close()
    try:
        found: Measured = receiver.recv()
    finally:
        process.join()
    return found


def _measure(
    make: Callable[[], Callable[[Path], object]], paths: list[Path], rounds: int, out: Connection
) -> None:
    begun = time.perf_counter()
    read = make()
    read(paths[0])
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    for _ in range(rounds):
        for path in paths:
            read(path)
    rate = rounds * len(paths) / (time.perf_counter() - begun)
    out.send((first, rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
