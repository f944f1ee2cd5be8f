"""Accounts that copies tell though their own readings missed them, kept in step with the copies."""

from __future__ import annotations

from collections.abc import Iterable

from riwayat import model
from riwayat.chronicle.lent import lent
from riwayat.store import models as rows
from riwayat.store.copy_rows import copy_of_row
from riwayat.store.reading_rows import account_row, named_rows, narrated_rows, reading_of, source_of
from riwayat.store.values import AccountValues

__all__ = ["lend"]


def lend(reports: Iterable[int], values: AccountValues) -> list[rows.Report]:
    """Works out anew what is lent to these reports, whose copies have changed; those to which something is.

    What was lent to them before goes, and the happenings it was part of are stale.
    """
    found = []
    for report in (
        rows.Report.objects.filter(pk__in=list(reports)).select_related("outlet", "page").order_by("pk")
    ):
        _take_back(report)
        accounts = _lent(report, values)
        if accounts:
            made = [account_row(account, report) for account in accounts]
            rows.Account.objects.bulk_create(made)
            pairs = list(zip(made, accounts, strict=True))
            rows.Named.objects.bulk_create(named_rows((), pairs, report))
            rows.Narrated.objects.bulk_create(narrated_rows(None, pairs, report))
            found.append(report)
    return found


def _take_back(report: rows.Report) -> None:
    gone = rows.Account.objects.filter(report=report, lent=True)
    beside = rows.Account.objects.filter(happening__in=gone.exclude(happening=None).values("happening"))
    rows.Account.objects.filter(pk__in=list(beside.values_list("pk", flat=True))).update(stale=True)
    gone.delete()


def _lent(report: rows.Report, values: AccountValues) -> tuple[model.Account, ...]:
    copies = rows.Copy.objects.filter(report=report).exclude(how="retelling")
    copies = copies.select_related("report", "of").defer("report__reading", "of__reading")
    told = [copy_of_row(copy) for copy in copies.order_by("of")]
    if not told:
        return ()
    wanted = [report.pk, *(copy.of_id for copy in copies)]
    accounts = rows.Account.objects.filter(report__in=wanted, lent=False).order_by("report", "position", "id")
    accounts = accounts.select_related("report__outlet", "report__page").defer("report__reading")
    given = [values.of(row, row.report) for row in accounts]
    return lent(given, told, {report.key: reading_of(report)}, {report.key: source_of(report)})
