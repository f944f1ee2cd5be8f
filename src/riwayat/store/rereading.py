"""Every reading made again from the kept pages; judgements stay, the chronicle is derived anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwayat.errors import RiwayatError
from riwayat.gather.kept import KeptPageError, Place
from riwayat.model import Page
from riwayat.reading.engines import DEFAULT
from riwayat.store import adding, failures
from riwayat.store import models as rows
from riwayat.store.batch import Clock, Step, now
from riwayat.store.deriving import derive
from riwayat.store.made import Made
from riwayat.store.readers import readings

__all__ = ["Reread", "reread"]


@dataclass(slots=True)
class Reread:
    """What became of the readings."""

    changed: int = 0
    same: int = 0
    failed: int = 0
    """Pages that could not be read again; they keep the reading they had."""


def reread(*, engine: str = DEFAULT, jobs: int = 1, clock: Clock = now, step: Step | None = None) -> Reread:
    """Reads every kept page again and replaces its reading; a page that cannot be read keeps the one it has.

    Interrupted, the chronicle is whole at the next start, of readings old and new; the same call begins again."""
    summary = Reread()
    with adding.writing():
        rows.Happening.objects.all().delete()
        for table in (rows.Join, rows.Copy, rows.Kin):
            table.objects.all().delete()
        rows.Report.objects.update(state="read")
    for done, (report, outcome) in enumerate(readings(_pages(), engine=engine, jobs=jobs), start=1):
        if isinstance(outcome, Made):
            differs = adding.replace(report, outcome, engine=engine)
            summary.changed += differs
            summary.same += not differs
        else:
            error = outcome or RiwayatError(f"{report.page.address}: the kept page cannot be read")
            failures.failed(report.page.address, str(error), clock())
            summary.failed += 1
        if step:
            step(done)
    derive()
    return summary


def _pages() -> Iterator[tuple[rows.Report, Page | None]]:
    last = 0
    while report := rows.Report.objects.filter(pk__gt=last).order_by("pk").select_related("page").first():
        last = report.pk
        yield report, _kept(report.page)


def _kept(row: rows.Page) -> Page | None:
    try:
        data = adding.kept().read(Place(row.kept_file, row.kept_offset, row.kept_length))
    except KeptPageError:
        return None
    return Page(data, url=row.url, media_type=row.media_type, charset=row.charset, source=row.source)
