"""Words of a report to be found again on its page: exactly as they stand there, with what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.model import Span

__all__ = ["Quote", "quoted"]

_AROUND: Final = 32
"""Code points before and after; enough to tell one sentence from another like it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a report's text: `text[start:end] == exact`."""

    start: int
    end: int
    exact: str
    prefix: str
    """What stands right before."""
    suffix: str
    """What stands right after."""


def quoted(text: str, span: Span, word: Span, hidden: Sequence[tuple[int, int]] = ()) -> Quote | None:
    """The words of a span around one of its words, cut short at what must not be shown; pure.

    A name cannot be masked here: the words would not be found on the page any more.

    Args:
        text: the report's text.
        span: what to quote.
        word: what in it the quote must hold.
        hidden: stretches of the text that must not be shown, in order.

    Returns:
        The quote; null where the word itself must not be shown.
    """
    before = max((end for start, end in hidden if start < word.end), default=0)
    after = min((start for start, _ in hidden if start >= word.end), default=len(text))
    if before > word.start:
        return None
    start, end = _stripped(text, max(span.start, before), min(span.end, after))
    return Quote(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(start - _AROUND, before) : start],
        suffix=text[end : min(end + _AROUND, after)],
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
