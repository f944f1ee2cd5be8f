"""`riwayat add` as a library: pages brought in, read, added, taken into the chronicle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol

from riwayat.errors import RiwayatError
from riwayat.gather.inputs import Failure
from riwayat.model import Page
from riwayat.reading.engines import DEFAULT
from riwayat.store import adding, failures
from riwayat.store.deriving import CHUNK, Deriving
from riwayat.store.made import Made
from riwayat.store.readers import readings

__all__ = ["Clock", "Step", "Summary", "add_pages", "now"]

Clock = Callable[[], datetime]
"""The time, UTC."""
MOST_SHOWN: Final = 20
"""Failures of one run that are named at its end."""


class Step(Protocol):
    """Told after each page how many are done."""

    def __call__(self, done: int) -> None:
        """`done` pages have been dealt with."""


@dataclass(slots=True)
class Summary:
    """What became of the pages of one run."""

    added: int = 0
    """Reports that were not there."""
    known: int = 0
    """Pages that brought nothing new."""
    versions: int = 0
    """Reports that are another version of one that was there."""
    failed: int = 0
    """Sources that gave no report."""
    failures: list[Failure] = field(default_factory=list)
    """The first of them, and why; all are in the store."""

    def count(self, what: adding.Outcome) -> None:
        """One more page dealt with."""
        self.added += what == "added"
        self.known += what == "known"
        self.versions += what == "version"

    def fail(self, failure: Failure) -> None:
        """One more that gave no report."""
        self.failed += 1
        if len(self.failures) < MOST_SHOWN:
            self.failures.append(failure)


def now() -> datetime:
    """The time, UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is known of a page while it is being read."""

    source: str
    page: Page | None
    fetched: datetime
    failure: RiwayatError | None = None


def add_pages(
    pages: Iterable[Page | Failure],
    *,
    engine: str = DEFAULT,
    jobs: int = 1,
    clock: Clock = now,
    step: Step | None = None,
    via: str | None = None,
) -> Summary:
    """Adds the pages in their order; one that gives no report is remembered as a failure and the rest goes on.

    `via` is the feed that named them.

    Whatever happens in the middle, what has been added stays whole, and the same call again goes on from there.
    """
    summary = Summary()
    chronicle = Deriving()
    chronicle.up_to_date()  # what an interrupted run has left
    waiting = 0
    taken = readings(_unknown(pages, clock), engine=engine, jobs=jobs)
    for done, (mark, outcome) in enumerate(taken, start=1):
        try:
            summary.count(_taken(mark, outcome, engine))
        except RiwayatError as error:
            failures.failed(mark.source, _line(error), clock(), via=via)
            summary.fail(Failure(mark.source, error))
        else:
            failures.resolved([mark.source], clock())
            waiting += 1
        if waiting == CHUNK:
            chronicle.up_to_date()
            waiting = 0
        if step:
            step(done)
    chronicle.up_to_date()
    return summary


def _unknown(pages: Iterable[Page | Failure], clock: Clock) -> Iterator[tuple[_Mark, Page | None]]:
    """Each page with its mark; those that need no reading without the page."""
    for page in pages:
        if isinstance(page, Failure):
            yield _Mark(page.source, None, clock(), page.error), None
            continue
        fetched = datetime.fromisoformat(page.fetched) if page.fetched else clock()
        try:
            known = adding.is_known(page, fetched)
        except RiwayatError as error:
            yield _Mark(page.source, page, fetched, error), None
            continue
        yield _Mark(page.source, page, fetched), None if known else page


def _taken(mark: _Mark, outcome: Made | RiwayatError | None, engine: str) -> adding.Outcome:
    if mark.failure is not None:
        raise mark.failure
    if isinstance(outcome, RiwayatError):
        raise outcome
    if outcome is None or mark.page is None:
        return "known"
    return adding.add(mark.page, mark.fetched, outcome, engine=engine)


def _line(error: RiwayatError) -> str:
    return " ".join(str(error).split())
