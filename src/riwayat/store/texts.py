"""Texts of reports with their vectors, those asked for lately at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from riwayat.chronicle.copies import Text
from riwayat.store import models as rows
from riwayat.store.made import text_with
from riwayat.store.reading_rows import reading_of, source_of
from riwayat.vectors import unpacked as unpacked_vectors

__all__ = ["Texts", "rows_of"]

_MOST: Final = 800
SIZE: Final = 384
"""Bytes of a packed vector."""


@dataclass(frozen=True, slots=True)
class _Vectors:
    """The vectors of a report's sentences, and where these begin."""

    starts: tuple[int, ...]
    rows: NDArray[np.float32]


class Texts:
    """Makes the texts of reports, and keeps the latest."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._texts: OrderedDict[tuple[int, date], Text] = OrderedDict()
        self._vectors: OrderedDict[int, _Vectors | None] = OrderedDict()
        self._days: dict[int, date] = {}

    def begin(self) -> None:
        """A new transaction: the days from which reports could be known may have changed since the last."""
        self._days.clear()

    def of(self, report: int) -> Text:
        """The text of the report with this row id, with vectors where there are any."""
        return self.several([report])[report]

    def several(self, reports: Iterable[int]) -> dict[int, Text]:
        """The texts of reports by their row ids, in order of these."""
        wanted = sorted(reports)
        unknown = [pk for pk in wanted if pk not in self._days]
        if unknown:
            self._days |= rows.Report.objects.filter(pk__in=unknown).values_list("pk", "known_from")
        return {pk: self._one(pk, self._days[pk]) for pk in wanted}

    def _one(self, report: int, known_from: date) -> Text:
        key = (report, known_from)  # the one thing of a report that changes
        text = self._texts.pop(key, None)
        if text is None:
            row = rows.Report.objects.select_related("outlet", "page").get(pk=report)
            text = text_with(reading_of(row), source_of(row))
            vectors = self._vectors_of(report)
            if vectors is not None and len(vectors.rows) == len(text.sentences):
                text = replace(text, vectors=vectors.rows)
        self._texts[key] = text
        while len(self._texts) > self._most:
            self._texts.popitem(last=False)
        return text

    def vector(self, report: int, start: int) -> NDArray[np.float32] | None:
        """The vector of the sentence that begins there; None where there is none."""
        vectors = self._vectors_of(report)
        if vectors is None or start not in vectors.starts:
            return None
        found: NDArray[np.float32] = vectors.rows[vectors.starts.index(start)]
        return found

    def _vectors_of(self, report: int) -> _Vectors | None:
        if report in self._vectors:
            self._vectors.move_to_end(report)
            return self._vectors[report]
        row = rows.Vectors.objects.filter(pk=report).first()
        found = _Vectors(tuple(row.starts), rows_of(row.sentences)) if row else None
        self._vectors[report] = found
        while len(self._vectors) > 10 * self._most:
            self._vectors.popitem(last=False)
        return found


def rows_of(packed: bytes | memoryview) -> NDArray[np.float32]:
    """Vectors out of the bytes they are kept in, one row each, of length 1."""
    data = bytes(packed)
    return unpacked_vectors(data[n : n + SIZE] for n in range(0, len(data), SIZE))
