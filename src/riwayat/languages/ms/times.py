"""Finding Malay time expressions: the grammar is that of Indonesian, the words are those of this folder."""

from __future__ import annotations

from riwayat.languages.id import times
from riwayat.text.times import TimeExpression


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping."""
    return times.find(text, "ms")
