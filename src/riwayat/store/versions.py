"""Several versions of one page: which stands now, which it replaced, and from when each could be known."""

from __future__ import annotations

from datetime import date, datetime

from riwayat.store.models import Account, Page, Report
from riwayat.store.reading_rows import day

__all__ = ["settle", "stands_again", "stood_again"]


def stands_again(page: Page, fetched: datetime) -> bool:
    """Whether a version seen before has come back, in place of a later one."""
    last = Page.objects.filter(address=page.address).order_by("-seen", "-id").first()
    return last is not None and last.pk != page.pk and fetched > last.seen


def stood_again(page: Page, fetched: datetime) -> None:
    """Notes that a version seen before has come again, where it has come back."""
    if stands_again(page, fetched):
        page.seen = fetched
        page.save(update_fields=["seen"])
        settle(page.address)


def settle(address: str) -> None:
    """Works out anew which report at an address is replaced by which.

    The reports of pages at other addresses are left alone: a report belongs where it was first found.  A version
    that follows another could not be known before it was fetched, whatever date it bears.
    """
    pages = list(
        Page.objects.filter(address=address, report__isnull=False)
        .order_by("seen", "id")
        .select_related("report__page")
    )
    found: dict[int, tuple[Report, date]] = {}
    later: dict[int, Report | None] = {}
    for number, page in enumerate(pages):
        report = page.report
        if report is None or report.page.address != address:
            continue
        following = pages[number + 1].report if number + 1 < len(pages) else None
        found.setdefault(report.pk, (report, _known_from(report, page, first=number == 0)))
        if following is None or following.pk != report.pk:
            later[report.pk] = following
    for key, (report, known_from) in found.items():
        _write(report, later[key], known_from)


def _known_from(report: Report, page: Page, *, first: bool) -> date:
    published, fetched = day(report.published_end), page.fetched.date()
    if published is None:
        return fetched
    return published if first else max(published, fetched)


def _write(report: Report, replaced_by: Report | None, known_from: date) -> None:
    changed = report.replaced_by_id != (replaced_by.pk if replaced_by else None)
    if changed or report.known_from != known_from:
        report.replaced_by = replaced_by
        report.known_from = known_from
        report.save(update_fields=["replaced_by", "known_from"])
        Account.objects.filter(report=report).update(stale=True)
