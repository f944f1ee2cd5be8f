"""Readings made in worker processes, taken in the order of the pages.

A worker ends by itself when the process that started it does, however that ends: its pipe closes.
Each has one page at a time, so memory stays flat however many pages there are.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, Generic, TypeVar

from riwayat.errors import RiwayatError, UnreadableInput
from riwayat.model import Page
from riwayat.pipeline import read_page
from riwayat.reading.engines import engine as engine_named
from riwayat.store.made import Made, made_of

__all__ = ["UnexpectedError", "WorkersError", "jobs_by_default", "readings"]

T = TypeVar("T")

_FEW: Final = 4
"""So few pages are read before a worker has started."""


class UnexpectedError(RiwayatError):
    """A fault of ours, met while reading one of many pages."""


class WorkersError(RiwayatError):
    """Worker processes die before they have read anything."""


def jobs_by_default() -> int:
    """As many workers as there are processors, two at most: the writing keeps another one busy."""
    return min(2, os.cpu_count() or 1)


def readings(
    pages: Iterable[tuple[T, Page | None]], *, engine: str, jobs: int = 1
) -> Iterator[tuple[T, Made | RiwayatError | None]]:
    """The reading of each page, or why there is none, beside the mark that came with it, in the same order.

    A mark without a page passes through.  With more than one job, and more than a few pages, workers read; at most
    one page for each of them is on its way.

    Raises:
        WorkersError: no worker can be started.
    """
    coming = iter(pages)
    first = list(islice(coming, _FEW))
    if jobs < 2 or len(first) < _FEW:
        read = _reader(engine)
        for mark, page in chain(first, coming):
            yield mark, None if page is None else read(page)
        return
    yield from _read_by_workers(chain(first, coming), engine, jobs)


def _reader(engine: str) -> Callable[[Page], Made | RiwayatError]:
    marks = engine_named(engine)

    def read(page: Page) -> Made | RiwayatError:
        try:
            return made_of(read_page(page, marks))
        except RiwayatError as error:
            return error
        except Exception as error:
            why = f"unexpected error, please report it: {type(error).__name__}: {error}"
            return UnexpectedError(f"{page.source}: {why}")

    return read


@dataclass(slots=True)
class _Waiting(Generic[T]):
    """A mark in the order of the pages, and the worker that reads its page."""

    mark: T
    worker: _Worker | None
    source: str = ""


def _read_by_workers(
    pages: Iterable[tuple[T, Page | None]], engine: str, jobs: int
) -> Iterator[tuple[T, Made | RiwayatError | None]]:
    idle = deque(_Worker(engine) for _ in range(jobs))
    queue: deque[_Waiting[T]] = deque()

    def taken() -> tuple[T, Made | RiwayatError | None]:
        waiting = queue.popleft()
        if waiting.worker is None:
            return waiting.mark, None
        outcome = waiting.worker.receive(waiting.source)
        idle.append(waiting.worker)
        return waiting.mark, outcome

    try:
        for mark, page in pages:
            ready = []
            while page is not None and not idle:
                ready.append(taken())
            if page is None:
                queue.append(_Waiting(mark, None))
            else:
                worker = idle.popleft()
                worker.send(page)
                queue.append(_Waiting(mark, worker, page.source))
            yield from ready  # after the next page is on its way: reading and writing go on side by side
        while queue:
            yield taken()
    finally:
        for worker in {id(w): w for w in [*idle, *(q.worker for q in queue if q.worker)]}.values():
            worker.close()


class _Worker:
    """A process that reads one page at a time; a new one takes its place where it dies."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._proven = False
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_work, args=(theirs, self._engine), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, page: Page) -> None:
        """Gives it a page; what goes wrong shows when its reading is asked for."""
        with suppress(OSError):
            self._pipe.send(page)

    def receive(self, source: str) -> Made | RiwayatError:
        """The reading of the page it was given."""
        try:
            outcome: Made | RiwayatError = self._pipe.recv()
        except (EOFError, OSError):
            self.close()
            if not self._proven:
                raise WorkersError(
                    "processes that read cannot be started here; --jobs 1 does without"
                ) from None
            self._start()
            return UnreadableInput(f"{source}: the process that read it ended abruptly (too large a page?)")
        self._proven = True
        return outcome

    def close(self) -> None:
        """Ends the process."""
        self._pipe.close()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(pipe: Connection, engine: str) -> None:
    """What a worker does until its pipe closes."""
    read = _reader(engine)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send(read(pipe.recv()))
