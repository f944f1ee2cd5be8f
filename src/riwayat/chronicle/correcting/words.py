"""Words found again in another version of their report: the same letters, where most around them is the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from riwayat.chronicle.correcting.values import Words
from riwayat.model import Span

__all__ = ["found", "words_at"]

_AROUND: Final = 32
"""Code points kept of what stands on either side."""


def words_at(text: str, start: int, end: int) -> Words:
    """The words from `start` to `end` of a report's text, so that they can be found again."""
    return Words(text[start:end], start, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def found(words: Words, text: str) -> Span | None:
    """Where the words stand in a text; of several places the one in the likest surroundings, else the nearest.

    Null where they stand nowhere, letter for letter.
    """
    if not words.text:
        return None
    places = list(_places(words.text, text))
    if not places:
        return None
    start = max(places, key=lambda at: (_likeness(words, text, at), -abs(at - words.start), -at))
    return Span(start, start + len(words.text), words.text)


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _likeness(words: Words, text: str, at: int) -> int:
    """How many code points next to the words are as they were."""
    end = at + len(words.text)
    before = _alike(words.before[::-1], text[max(0, at - _AROUND) : at][::-1])
    return before + _alike(words.after, text[end : end + _AROUND])


def _alike(one: str, other: str) -> int:
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
