"""What rests on readings that curators corrected, or took a correction back from: written anew, with its neighbours.

Accounts that say what they said before keep their rows; those that do not are written anew and ask again with which
others they are one.  What follows from that, `derive` works out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from riwayat import model
from riwayat.chronicle.accounts import accounts
from riwayat.chronicle.copies.direction import credits
from riwayat.store import correction_rows, search
from riwayat.store import models as rows
from riwayat.store.copying import choose, choose_retold
from riwayat.store.joining import join_again
from riwayat.store.lending import lend
from riwayat.store.reading_rows import (
    account_row,
    named_rows,
    narrated_rows,
    packed,
    source_of,
    unpacked,
)
from riwayat.store.texts import Texts
from riwayat.store.values import AccountValues

__all__ = ["refresh"]


@dataclass(slots=True)
class _Written:
    """What was written anew."""

    reports: set[int] = field(default_factory=set)
    """Those that the chronicle has taken in and whose readings differ."""
    accounts: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)
    """Reports whose accounts were asked about beside those that are gone."""


def refresh(reports: Iterable[int]) -> None:
    """Puts the corrections that stand on the readings of these reports, by their ids; part of a transaction.

    The happenings they tell are stale until the next `derive`.
    """
    written = _Written()
    wanted = rows.Report.objects.filter(pk__in=sorted(set(reports))).select_related("outlet", "page")
    for report in wanted.order_by("pk"):
        _rewrite(report, written)
    if written.reports:
        _tie(written)


def _rewrite(report: rows.Report, written: _Written) -> None:
    read = unpacked(model.Reading, report.reading)
    reading = correction_rows.corrected_for(report.page.address, read)
    report.corrections.set({one.number for one in reading.corrected})
    new = packed(reading) if reading.corrected else None
    if new == (bytes(report.corrected) if report.corrected else None):
        return
    report.corrected = new
    report.save(update_fields=["corrected"])
    derived = report.state == "derived"
    if derived:
        written.reports.add(report.pk)
    values = accounts(reading, source_of(report))
    before = {row.key: row for row in rows.Account.objects.filter(report=report, lent=False)}
    made = [account_row(value, report) for value in values]
    same = {row.key for row in made if row.key in before and bytes(before[row.key].data) == row.data}
    gone = [row for key, row in before.items() if key not in same]
    if derived:
        written.beside |= _beside(gone)
    _leave(gone)
    fresh = [row for row in made if row.key not in same]
    for row in fresh:
        row.stale = derived
        row.happening_id = before[row.key].happening_id if row.key in before else None
    rows.Account.objects.bulk_create(fresh)
    if derived:
        written.accounts |= {row.pk for row in fresh}
    pairs = [
        (before[row.key] if row.key in same else row, value) for row, value in zip(made, values, strict=True)
    ]
    own = Q(account=None) | Q(account__lent=False)
    rows.Named.objects.filter(own, report=report).delete()
    rows.Narrated.objects.filter(own, report=report).delete()
    rows.Named.objects.bulk_create(named_rows(reading.entities, pairs, report, reading.corrected))
    rows.Narrated.objects.bulk_create(narrated_rows(reading, pairs, report))
    search.index(report.pk, reading)  # a name that is masked now is found no more


def _beside(accounts: Sequence[rows.Account]) -> set[int]:
    """The reports that have an account of which it was asked whether it is one with one of these."""
    asked = rows.Join.objects.filter(Q(a__in=accounts) | Q(b__in=accounts))
    return {report for pair in asked.values_list("a__report", "b__report") for report in pair}


def _leave(accounts: Sequence[rows.Account]) -> None:
    """Takes accounts out; the happenings that they were part of are stale."""
    happenings = {row.happening_id for row in accounts if row.happening_id}
    beside = rows.Account.objects.filter(happening__in=happenings).values_list("pk", flat=True)
    rows.Account.objects.filter(pk__in=list(beside)).update(stale=True)
    rows.Account.objects.filter(pk__in=[row.pk for row in accounts]).delete()


def _tie(written: _Written) -> None:
    """Ties the accounts that were written anew to all others, as `deriving` ties those of new reports."""
    texts, values = Texts(), AccountValues()
    kin = rows.Kin.objects.filter(Q(a__in=written.reports) | Q(b__in=written.reports))
    likely = written.reports | {pk for pair in kin.values_list("a", "b") for pk in pair}
    recopied = {pk for pk in sorted(likely) if choose(pk, texts)}
    copied = rows.Copy.objects.filter(Q(of__in=written.reports) | Q(report__in=written.reports))
    borrowers = set(copied.exclude(how="retelling").values_list("report", flat=True))
    lent = rows.Account.objects.filter(
        lent=True, report__in=[report.pk for report in lend(recopied | borrowers, values)]
    )
    fresh = written.accounts | set(lent.values_list("pk", flat=True))
    join_again(fresh, values, texts)
    beside = written.beside | _beside(list(rows.Account.objects.filter(pk__in=fresh)))
    here = texts.several(written.reports)
    crediting = {
        pk
        for pk, there in texts.several(beside | written.reports).items()
        if pk in here or any(credits(there, one) for one in here.values())
    }
    retold = {pk for pk in sorted(crediting) if choose_retold(pk, texts)}
    changed = recopied | retold
    rows.Account.objects.filter(Q(report__in=changed) | Q(pk__in=fresh)).update(stale=True)
