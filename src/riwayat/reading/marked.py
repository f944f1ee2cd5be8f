"""Mentions by their place, so that a rule that asks about one sentence looks at one sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from riwayat.reading.markup import Mention


class Marked:
    """The mentions of a document, sorted; a longer one before a shorter at the same place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self.all]

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that lie inside `start`..`end`."""
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.all[first:stop] if m.span.end <= end]

    def last_before(self, end: int, *, how_many: int = 40) -> list[Mention]:
        """The nearest ones that begin before `end`, nearest first."""
        stop = bisect_left(self._starts, end)
        return self.all[max(0, stop - how_many) : stop][::-1]
