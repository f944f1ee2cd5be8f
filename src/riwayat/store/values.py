"""Accounts as values, those asked for lately at hand."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from typing import Final

from riwayat import model
from riwayat.store import models as rows
from riwayat.store.reading_rows import account_of, source_of

__all__ = ["AccountValues"]

_MOST: Final = 8192


class AccountValues:
    """Makes the values of account rows, and keeps the latest: a new report's neighbours are mostly the same few."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: OrderedDict[tuple[int, date], model.Account] = OrderedDict()

    def of(self, row: rows.Account, report: rows.Report) -> model.Account:
        """The account that a row of this report stands for."""
        key = (row.pk, report.known_from)  # the one thing of a report that changes
        value = self._held.pop(key, None) or account_of(row, source_of(report))
        self._held[key] = value
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return value
