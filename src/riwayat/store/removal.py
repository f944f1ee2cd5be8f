"""Reports taken out on request, with all that rests on them; what stays is a tombstone of digests."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from riwayat.gather.kept import Place, digest_of
from riwayat.store import models as rows
from riwayat.store import search
from riwayat.store.adding import kept, writing
from riwayat.store.judging import NotThereError

__all__ = ["Removed", "remove", "report_named"]


@dataclass(frozen=True, slots=True)
class Removed:
    """How much went."""

    reports: int
    """All versions of the page count."""
    pages: int
    number: int
    """Of the correction, by which it is undone."""


def report_named(name: str) -> rows.Report:
    """The report with this id (or its beginning, eight digits at least), or found at this address.

    Raises:
        NotThereError: there is none, or more than one id begins so.
    """
    digits = name.removeprefix("sha256:")
    if len(digits) >= 8:
        found = list(rows.Report.objects.filter(key__startswith=f"sha256:{digits}")[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise NotThereError(f"{name}: more than one report begins so; give more of its id")
    page = (
        rows.Page.objects.filter(Q(address=name) | Q(url=name) | Q(source=name), report__isnull=False)
        .order_by("-seen", "-id")
        .first()
    )
    if page is None or page.report is None:
        raise NotThereError(f"{name}: no report has this id or address")
    return page.report


def remove(name: str, *, because: str, now: datetime, who: str | None = None) -> Removed:
    """Removes a report, its other versions, and their kept pages; adding any of them again will be refused.

    The happenings they told are stale until the next `derive`.  To undo it lifts the tombstones; what is gone is gone.

    Raises:
        NotThereError: there is no such report.
    """
    with writing():
        report = report_named(name)
        addresses = set(rows.Page.objects.filter(report=report).values_list("address", flat=True))
        reports = list(rows.Report.objects.filter(Q(pk=report.pk) | Q(page__address__in=addresses)))
        pages = list(rows.Page.objects.filter(report__in=reports))
        digests = _bury(reports, pages, because, now)
        number = _note(digests, because, who, now)
        for page in pages:
            kept().blank(Place(page.kept_file, page.kept_offset, page.kept_length))
        _leave(reports, pages)
    _wipe()
    return Removed(len(reports), len(pages), number)


def _bury(reports: list[rows.Report], pages: list[rows.Page], because: str, now: datetime) -> list[str]:
    digests = {report.key for report in reports}
    digests |= {page.digest for page in pages}
    digests |= {digest_of(page.address.encode()) for page in pages}
    rows.Tombstone.objects.bulk_create(
        [rows.Tombstone(digest=digest, at=now, because=because) for digest in sorted(digests)],
        ignore_conflicts=True,
    )
    return sorted(digests)


def _note(digests: list[str], because: str, who: str | None, now: datetime) -> int:
    row = rows.Correction.objects.create(
        act=0,
        subject="report",
        what="removed",
        about={"digests": digests},
        because=because,
        who=who or getpass.getuser(),
        at=now,
    )
    row.act = row.pk
    row.save(update_fields=["act"])
    return row.pk


def _leave(reports: list[rows.Report], pages: list[rows.Page]) -> None:
    told = rows.Happening.objects.filter(accounts__report__in=reports).distinct()
    happenings = list(told.values_list("pk", flat=True))
    rows.Account.objects.filter(happening__in=happenings).update(stale=True)
    for report in reports:
        search.forget(report.pk)
    _forget_corrections(reports, pages)
    rows.Failure.objects.filter(
        source__in={name for page in pages for name in (page.address, page.source)}
    ).delete()
    with transaction.atomic():
        rows.Report.objects.filter(pk__in=[report.pk for report in reports]).delete()
    rows.Happening.objects.filter(pk__in=happenings, accounts=None).delete()


def _forget_corrections(reports: list[rows.Report], pages: list[rows.Page]) -> None:
    """Takes out what was said of these reports: it holds their words.  So do names that no other report bears."""
    about = Q(keys__key__in={page.address for page in pages})
    for report in reports:
        about |= Q(keys__key__startswith=f"{report.key}/")
    elsewhere = rows.Correction.objects.filter(
        reports__in=rows.Report.objects.exclude(pk__in=[report.pk for report in reports])
    )
    only_here = Q(subject="name", reports__in=reports) & ~Q(pk__in=elsewhere.values("pk"))
    gone = rows.Correction.objects.filter(about | only_here).values_list("pk", flat=True)
    rows.Correction.objects.filter(pk__in=set(gone)).delete()


def _wipe() -> None:
    """Makes sure that the words are gone from the database's file too, and not only from its tables."""
    if connection.vendor == "sqlite":
        search.compact()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
