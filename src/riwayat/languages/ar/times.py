"""Finding Arabic time expressions: words to meanings, without any calendar.

Three storeys: dates and amounts (`dates`), moments put together of a day, a part of it and an hour, and here
ranges of moments, `منذ`, `حتى`.  Words that change the meaning are part of the span (`منذ`, `حتى`), mere
prepositions are not.  Where two could be read, the longer is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from riwayat.languages.ar.clitics import tokens
from riwayat.languages.ar.dates import Found
from riwayat.languages.ar.moments import MomentReader
from riwayat.text.times import (
    Between,
    Calendar,
    Meaning,
    Open,
    Recurring,
    TimeExpression,
    Vague,
    Weekday,
)


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping."""
    reader = _ExpressionReader(tokens(text))
    found: list[TimeExpression] = []
    at = 0
    while at < len(reader.words):
        read = reader.expression(at)
        if read is None:
            at += 1
            continue
        meaning, after = read
        start, end = reader.words[at].start, reader.words[after - 1].end
        found.append(TimeExpression(start, end, text[start:end], meaning))
        at = after
    return found


def _longest(ways: Iterable[Found[Meaning]]) -> Found[Meaning]:
    return max((way for way in ways if way is not None), key=lambda way: way[1], default=None)


class _ExpressionReader(MomentReader):
    """Time expressions, on top of moments."""

    def expression(self, at: int) -> Found[Meaning]:
        """The longest time expression that starts at word `at`."""
        vague = self.skip("vague", at)
        return _longest(
            (
                (Vague(), vague) if vague is not None else None,
                self._recurring(at),
                self._opened(at),
                self._between(at),
                self.moment(at),
            )
        )

    def _recurring(self, at: int) -> Found[Meaning]:
        after = self.skip("every", at)
        if after is None or self.word(at) != "كل":
            return None
        read = self.moment(after) or self.table("units", after)
        return (Recurring(), read[1]) if read else None

    def _opened(self, at: int) -> Found[Meaning]:
        """`منذ 2014`, `منذ فجر الاثنين`, `حتى الخميس`, `قبل الأحد`."""
        since = self.skip("since", at)
        if since is not None:
            edge = self._between(since) or self.moment(since) or self._bare_year(since)
            if edge is not None and not self.span(since):
                return Open("since", edge[0]), edge[1]
        until = self.skip("until", at)
        if until is not None:
            edge = self.moment(until) or self._bare_year(until)
            if edge is not None:
                return Open("until", edge[0]), edge[1]
        for key, side in (("before", "before"), ("after", "after")):
            i = self.skip(key, at)
            edge = (self.moment(i) or self._bare_year(i)) if i is not None and not self.span(i) else None
            if edge is not None:
                return Open(side, edge[0]), edge[1]  # type: ignore[arg-type]
        return None

    def _bare_year(self, at: int) -> Found[Meaning]:
        year = self.year(at, bare=True)
        return (Calendar(year[0]), year[1]) if year else None

    def _between(self, at: int) -> Found[Meaning]:
        """`بين 8 و14 من آب`, `من 27 إلى 29 مايو`, `بين الأحد والثلاثاء`, `2014-2019`."""
        i = self.optional("between", at)
        days = self._days(i)
        if days is not None and (i > at or self.word(days[2] - 1) == "-"):
            return days[0], days[1]
        years = self.year(self.optional("on_year", i), bare=True)
        if years is not None:
            joined = self.skip("to", years[1])
            last = self.year(self.optional("on_year", joined), bare=True) if joined is not None else None
            if last is not None and years[0] < last[0] and (i > at or self.word(years[1]) != "و"):
                return Between(Calendar(years[0]), Calendar(last[0])), last[1]
        first = self.moment(i) if i > at else None
        if first is None:
            return None
        joined = self.skip("to", first[1])
        last_moment = self.moment(self.optional("between", joined)) if joined is not None else None
        if last_moment is None or not isinstance(first[0], (Calendar, Weekday, type(last_moment[0]))):
            return None
        return Between(first[0], last_moment[0]), last_moment[1]

    def _days(self, at: int) -> tuple[Meaning, int, int] | None:
        """Two days of one month: the meaning, the place after, and the place after what joins them."""
        first = self.day_number(at)
        joined = self.skip("to", first[1]) if first else None
        last = self.date(joined) if joined is not None else None
        if first is None or last is None or joined is None:
            return None
        moment = last[0]
        if not isinstance(moment, Calendar) or moment.day is None or first[0] >= moment.day:
            return None
        return Between(replace(moment, day=first[0]), moment), last[1], joined
