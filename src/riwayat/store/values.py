"""Accounts as values, those asked for lately at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q

from riwayat import model
from riwayat.store import models as rows
from riwayat.store.reading_rows import account_of, source_of

__all__ = ["AccountValues", "Known", "known"]

_MOST: Final = 8192
_AT_ONCE: Final = 500
"""Ids in one question."""


@dataclass(frozen=True, slots=True)
class Known:
    """An account by what its value is at hand under."""

    id: int
    report: int
    """Row id."""
    known_from: date
    """Of its report: the one thing of it that changes."""
    stands: bool
    """Whether no newer version has replaced its report."""


def known(question: Q) -> list[Known]:
    """The accounts that answer to a question, in order of their ids."""
    asked = rows.Account.objects.filter(question).order_by("id")
    return [
        Known(pk, report, known_from, replaced_by is None)
        for pk, report, known_from, replaced_by in asked.values_list(
            "id", "report_id", "report__known_from", "report__replaced_by"
        )
    ]


class AccountValues:
    """Makes the values of account rows, and keeps the latest: a new report's neighbours are mostly the same few."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: OrderedDict[tuple[int, date], model.Account] = OrderedDict()

    def of(self, row: rows.Account, report: rows.Report) -> model.Account:
        """The account that a row of this report stands for."""
        key = (row.pk, report.known_from)
        value = self._held.pop(key, None) or account_of(row, source_of(report))
        self._hold(key, value)
        return value

    def several(self, accounts: Iterable[Known]) -> dict[int, model.Account]:
        """The values of accounts by their ids, in the order in which they come."""
        wanted = list(accounts)
        found = {one.id: self._held.pop((one.id, one.known_from), None) for one in wanted}
        missing = [pk for pk, value in found.items() if value is None]
        for start in range(0, len(missing), _AT_ONCE):
            part = rows.Account.objects.filter(pk__in=missing[start : start + _AT_ONCE])
            # The reading of a report is the largest thing in the store, and nobody asks for it here.
            for row in part.select_related("report__outlet", "report__page").defer("report__reading"):
                found[row.pk] = account_of(row, source_of(row.report))
        values = {pk: value for pk, value in found.items() if value is not None}
        for one in wanted:
            self._hold((one.id, one.known_from), values[one.id])
        return values

    def _hold(self, key: tuple[int, date], value: model.Account) -> None:
        self._held[key] = value
        while len(self._held) > self._most:
            self._held.popitem(last=False)
