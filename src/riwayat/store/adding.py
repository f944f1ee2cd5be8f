"""One page taken in: its bytes kept, its report, accounts, names and words in the tables; all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias

from django.db import connection, transaction

from riwayat.chronicle.accounts import accounts, source_of
from riwayat.errors import RiwayatError
from riwayat.gather.kept import Kept, Place, address_of, digest_of
from riwayat.model import Page, Reading, Report
from riwayat.store import correction_rows, search, versions
from riwayat.store import models as rows
from riwayat.store.made import Made
from riwayat.store.reading_rows import account_row, named_rows, narrated_rows, packed
from riwayat.text.folding import fold
from riwayat.world.home import home

__all__ = ["Outcome", "RemovedError", "add", "is_known", "kept", "replace", "writing"]

Outcome: TypeAlias = Literal["added", "version", "known"]
"""What became of a page: a report that was not there; another version of one; nothing new."""

_LOCK: Final = 7_195_421_602
"""Any number that no other program takes an advisory lock by."""


class RemovedError(RiwayatError):
    """What was removed on request is not taken in again."""


def kept() -> Kept:
    """The pages kept beside the store."""
    return Kept(Path(home() / "kept"))


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that only one process at a time is in: SQLite's own write lock, or an advisory one."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A page on its way in."""

    page: Page
    address: str
    digest: str
    fetched: datetime


def is_known(page: Page, fetched: datetime) -> bool:
    """Whether this very page is there, and stands at its address now: then there is nothing to read.

    Raises:
        RemovedError: it has been removed, and must not come back.
    """
    arrived = _Arrived(page, address_of(page), digest_of(page.data), fetched)
    _refuse_removed(page.source, arrived.digest, digest_of(arrived.address.encode()))
    row = rows.Page.objects.filter(address=arrived.address, digest=arrived.digest).first()
    return row is not None and not versions.stands_again(row, fetched)


def add(page: Page, fetched: datetime, made: Made, *, engine: str) -> Outcome:
    """Takes in a page with its reading, in one transaction.

    Raises:
        RemovedError: the page, its address or its report has been removed, and must not come back.
        OSError: the page cannot be kept.
    """
    arrived = _Arrived(page, address_of(page), digest_of(page.data), fetched)
    with writing():
        _refuse_removed(
            page.source, arrived.digest, digest_of(arrived.address.encode()), made.reading.report.id
        )
        known = rows.Page.objects.filter(address=arrived.address, digest=arrived.digest).first()
        if known is not None:
            versions.stood_again(known, fetched)
            return "known"
        row = _keep(arrived)
        before = rows.Page.objects.filter(address=arrived.address).exclude(pk=row.pk).exists()
        report = rows.Report.objects.filter(key=made.reading.report.id).first()
        is_new = report is None
        if report is None:
            report = _add_report(made, row, engine)
        row.report = report
        row.save(update_fields=["report"])
        versions.settle(arrived.address)
        if not is_new:
            return "known"
        return "version" if before else "added"


def replace(report: rows.Report, made: Made, *, engine: str) -> bool:
    """Puts another reading of the same page in place of the one a report has; whether it differs.

    Verdicts on its accounts follow it where its id has changed; other corrections rest on its words.
    """
    with writing():
        differs = bytes(report.reading) != packed(made.reading)
        key, old = made.reading.report.id, report.key
        other = rows.Report.objects.filter(key=key).exclude(pk=report.pk).first()
        if other is not None:  # what were two reports is one to this reading
            rows.Page.objects.filter(report=report).update(report=other)
            _empty(report)
            report.delete()
            return True
        _empty(report)
        _fill(report, made, engine)
        versions.settle(report.page.address)
        if key != old:
            correction_rows.follow(old, key)
        return differs


def _refuse_removed(source: str, *digests: str) -> None:
    if rows.Tombstone.objects.filter(digest__in=digests).exists():
        raise RemovedError(f"{source}: was removed from the chronicle and is not taken in again")


def _keep(arrived: _Arrived) -> rows.Page:
    last = rows.Page.objects.order_by("-kept_file", "-kept_offset").first()
    place = kept().append(
        arrived.page,
        arrived.fetched,
        Place(last.kept_file, last.kept_offset, last.kept_length) if last else None,
    )
    return rows.Page.objects.create(
        address=arrived.address,
        digest=arrived.digest,
        source=arrived.page.source,
        url=arrived.page.url,
        media_type=arrived.page.media_type,
        charset=arrived.page.charset,
        fetched=arrived.fetched,
        seen=arrived.fetched,
        kept_file=place.file,
        kept_offset=place.offset,
        kept_length=place.length,
    )


def _add_report(made: Made, page: rows.Page, engine: str) -> rows.Report:
    report = rows.Report(page=page)
    _fill(report, made, engine)
    return report


def _fill(report: rows.Report, made: Made, engine: str) -> None:
    """Writes all that a reading says into the row of its report, and into the tables beside it."""
    reading, page = made.reading, report.page
    told = reading.report
    source = source_of(told, fetched=page.fetched.date().isoformat(), url=page.url, file=page.source)
    report.key = told.id
    report.outlet = _outlet(told, reading)
    report.title = told.title
    report.language = told.language
    report.published_start = told.published.start if told.published else None
    report.published_end = told.published.end if told.published else None
    report.published_granularity = told.published.granularity if told.published else None
    report.published_text = told.published.text if told.published else None
    report.cites = list(told.cites)
    report.known_from = date.fromisoformat(source.known_from)
    report.reading = packed(reading)
    reading = correction_rows.corrected_for(page.address, reading)
    report.corrected = packed(reading) if reading.corrected else None
    report.engine = engine
    report.state = "read"
    report.save()
    report.corrections.set({one.number for one in reading.corrected})
    values = accounts(reading, source)
    found = [account_row(value, report) for value in values]
    rows.Account.objects.bulk_create(found)
    pairs = list(zip(found, values, strict=True))
    rows.Named.objects.bulk_create(named_rows(reading.entities, pairs, report, reading.corrected))
    rows.Narrated.objects.bulk_create(narrated_rows(reading, pairs, report))
    rows.Band.objects.bulk_create(
        rows.Band(value=value, report=report, sentence=sentence)
        for sentence, values in enumerate(made.bands)
        for value in values
    )
    rows.Vectors.objects.create(
        report=report,
        language=told.language,
        day=report.known_from,
        starts=list(made.starts),
        sentences=made.vectors,
        mean=made.mean,
    )
    search.index(report.pk, told.title, told.text)


def _empty(report: rows.Report) -> None:
    search.forget(report.pk)
    for table in (rows.Account, rows.Named, rows.Narrated, rows.Band, rows.Vectors):
        table._default_manager.filter(report=report).delete()


def _outlet(told: Report, reading: Reading) -> rows.Outlet:
    name, domain = told.outlet.name or "", told.outlet.domain or ""
    known_as = next((e.known_as for e in reading.entities if e.type == "outlet" and e.name == name), None)
    outlet, new = rows.Outlet.objects.get_or_create(
        name=name, domain=domain, defaults={"folded": fold(name), "known_as": known_as}
    )
    if not new and outlet.known_as is None and known_as is not None:
        outlet.known_as = known_as
        outlet.save(update_fields=["known_as"])
    return outlet
