"""Entries for export out of the store, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from riwayat import model
from riwayat.exports.entry import Entry, entry_of
from riwayat.store import models as rows
from riwayat.store.copy_rows import copies_among
from riwayat.store.masks import Masks
from riwayat.store.queries import Wanted, accounts_of, happenings, reading_of

__all__ = ["entries"]

_READINGS: Final = 256
"""So many are kept at hand: the reports of one happening, and those of its neighbours in time."""


def entries(wanted: Wanted, *, unmask: bool = False) -> Iterator[Entry]:
    """The happenings that fit, with what they rest on, by day and id.

    Args:
        wanted: which happenings, and as of which day.
        unmask: name private people too.
    """
    masks = Masks(unmask=unmask)

    @lru_cache(maxsize=_READINGS)
    def reading(report: str) -> model.Reading:
        return reading_of(rows.Report.objects.get(key=report))

    for happening in happenings(wanted):
        reports = [source.id for source in happening.reports]
        keys = rows.Report.objects.filter(key__in=reports).values_list("pk", flat=True)
        yield entry_of(
            happening,
            accounts_of(happening.id, as_of=wanted.as_of),
            copies_among(keys),
            mask=masks.of(reports),
            reading=reading,
        )
