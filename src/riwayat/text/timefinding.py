"""What every language's grammar of times does alike: pick the longest reading, and go through a text with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeAlias, TypeVar

from riwayat.text.times import Calendar, Counted, Meaning, Nth, Shift, TimeExpression, Weekday, Within

T = TypeVar("T")

Found: TypeAlias = tuple[T, int] | None
"""What was read and the word after it; null if nothing was."""


class Placed(Protocol):
    """A word with its place in the text, code points, end exclusive."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """The one after the last."""


def longest(found: Iterable[Found[T]]) -> Found[T]:
    """The reading that reaches furthest; the first of several."""
    return max((read for read in found if read is not None), key=lambda read: read[1], default=None)


def expressions(
    text: str, words: Sequence[Placed], read: Callable[[int], Found[Meaning]]
) -> list[TimeExpression]:
    """The time expressions of a text in order, none overlapping.

    Args:
        text: what the words were cut from.
        words: its words.
        read: what begins at a word, the longest; asked for each word that no expression before it holds.
    """
    found: list[TimeExpression] = []
    at = 0
    while at < len(words):
        here = read(at)
        if here is None:
            at += 1
            continue
        meaning, after = here
        start, end = words[at].start, words[after - 1].end
        found.append(TimeExpression(start, end, text[start:end], meaning))
        at = after
    return found


def is_day(meaning: Meaning) -> bool:
    """Whether it names a single day, so that a part of day or an hour may be added."""
    match meaning:
        case Calendar():
            return meaning.day is not None
        case Weekday() | Counted():
            return True
        case Shift():
            return meaning.unit == "day"
        case Nth():
            return meaning.what == "weekday"
        case Within():
            return meaning.day is not None or meaning.weekday is not None
    return False
