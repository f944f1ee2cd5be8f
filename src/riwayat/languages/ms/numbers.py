"""Finding Malay counts and tolls: the grammar is that of Indonesian, the words are those of this folder."""

from __future__ import annotations

from riwayat.languages.id import numbers
from riwayat.text.numbers import Count, Figure


def find_counts(text: str) -> list[Count]:
    """The counts of `text` in order: number, bounds and the noun counted (`sekurang-kurangnya 12 orang awam`)."""
    return numbers.find_counts(text, "ms")


def casualties(sentence: str) -> list[Figure]:
    """The figures of `sentence`: killed, wounded, detained, displaced, missing, participants, things."""
    return numbers.casualties(sentence, "ms")
