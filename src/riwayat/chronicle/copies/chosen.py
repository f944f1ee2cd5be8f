"""Which of the reports that a report has sentences in common with it was taken from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from riwayat.chronicle.copies.compared import Shared
from riwayat.chronicle.copies.direction import credits, is_later
from riwayat.chronicle.lines import when
from riwayat.model import Copy, CopyManner
from riwayat.vectors import STRONG

__all__ = ["chosen", "is_likely"]

_VERBATIM: Final = (0.85, 0.95)
"""Share of the report, and likeness of its sentences."""
_LEAST_SHARE: Final = 0.25
_LEAST_SENTENCES: Final = 2
_ANEW: Final = 0.25
"""A second source is one where so much of what it gave was not in the first."""


def chosen(found: Iterable[Shared]) -> tuple[Copy, ...]:
    """The copies that a report is, out of all that it has in common with others; pure.

    Each of `found` is seen from the report, `here`.  It may repeat only what was there before it, or what it cites.
    Of several likely sources that gave it the same sentences it took them from one: the one it cites, else the one
    whose words are nearest to its own, else the one with most in common, else the first to publish.
    """
    likely = sorted(
        filter(is_likely, found),
        key=lambda s: (
            not credits(s.here, s.there),
            -_nearest(s),
            when(s.there.source),
        ),
    )
    copies: list[Copy] = []
    given: set[int] = set()
    for s in likely:
        starts = {pair.here.start for pair in s.pairs}
        if copies and len(starts - given) < max(_LEAST_SENTENCES, _ANEW * len(s.here.sentences)):
            continue
        given |= starts
        copies.append(_copy(s))
    return tuple(copies)


def is_likely(s: Shared) -> bool:
    """Whether the report seen here may be a copy of the other; `chosen` decides among all such."""
    return _is_copy(s) and is_later(s)


def _is_copy(s: Shared) -> bool:
    if s.translated:
        return s.strength >= STRONG
    if len(s.pairs) < min(_LEAST_SENTENCES, len(s.here.sentences), len(s.there.sentences)) or not s.own_words:
        return False
    return s.share >= _LEAST_SHARE or s.own_words >= _LEAST_SENTENCES


def _nearest(s: Shared) -> float:
    return round(s.share * s.likeness, 2)


def _copy(s: Shared) -> Copy:
    how: CopyManner = "translation" if s.translated else "edited"
    if not s.translated and s.share >= _VERBATIM[0] and s.likeness >= _VERBATIM[1]:
        how = "verbatim"
    return Copy(
        report=s.here.source.id,
        of=s.there.source.id,
        how=how,
        credited=credits(s.here, s.there),
        share=round(s.share, 3),
        evidence=s.pairs,
    )
