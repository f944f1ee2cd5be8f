"""Finding Arabic time expressions: words to meanings, without any calendar.

Three storeys: dates and amounts (`dates`), moments put together of a day, a part of it and an hour, and here
ranges of moments, `منذ`, `حتى`.  Words that change the meaning are part of the span (`منذ`, `حتى`, `من` and `بين` of a
range), mere prepositions are not; `في الصباح الباكر` and the like are one expression.  Where two could be read, the
longer is.
"""

from __future__ import annotations

from dataclasses import replace

from riwayat.languages.ar.clitics import tokens
from riwayat.languages.ar.moments import MomentReader
from riwayat.text.timefinding import Found, expressions, is_day, longest
from riwayat.text.times import (
    Around,
    Between,
    Calendar,
    Clock,
    Counted,
    Meaning,
    Nth,
    Open,
    PartOfDay,
    Recurring,
    Shift,
    TimeExpression,
    Vague,
    Weekday,
    Within,
)

# What a range may begin or end with.
_ENDS = (Around, Calendar, Clock, Counted, Nth, PartOfDay, Shift, Weekday, Within)


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping."""
    reader = _ExpressionReader(tokens(text))
    return expressions(text, reader.words, reader.expression)


class _ExpressionReader(MomentReader):
    """Time expressions, on top of moments."""

    def expression(self, at: int) -> Found[Meaning]:
        """The longest time expression that starts at word `at`."""
        vague = self.skip("vague", at)
        return longest(
            (
                (Vague(), vague) if vague is not None else None,
                self._recurring(at),
                self._between(at),
                self.moment(at),
                self._in_part(at),
                self._opened(at),
            )
        )

    def _in_part(self, at: int) -> Found[Meaning]:
        """`في صباح الثلاثاء الباكر`, `في الصباح الباكر يوم الثلاثاء`: a part of the day with its article."""
        if self.word(at) != "في" or not (part := self.part(at + 1)):
            return None
        definite = any(word.definite for word in self.words[at + 1 : part[1]])
        if not definite and self.table("parts", at + 1) is not None:
            return None
        read = self.moment(at + 1)
        return read if read and isinstance(read[0], PartOfDay) and read[1] > part[1] else None

    def _recurring(self, at: int) -> Found[Meaning]:
        after = self.skip("every", at)
        if after is None or self.word(at) != "كل":
            return None
        read = longest(
            (
                self.moment(after),
                self.table("units", after),
                self.table("two", after),
                self.table("parts", after),
                self.weekday_name(after, bare=True),
            )
        )
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
        return longest(
            (self._days(i, begun=i > at), self._years(i, at), self._two(i, begun=i > at), self._inside(at))
        )

    def _link(self, at: int, before: int) -> int | None:
        """The place behind what joins the ends of a range; `و` does so only behind `بين`."""
        joined = self.skip("to", at)
        if joined is not None and self.word(at) == "و" and self.word(before - 1) != "بين":
            return None
        return self.optional("between", joined) if joined is not None else None

    def _years(self, at: int, begun: int) -> Found[Meaning]:
        first = self.any_year(self.optional("on_year", at))
        joined = self._link(first[1], at) if first else None
        last = self.any_year(self.optional("on_year", joined)) if joined is not None else None
        if first is None or last is None or first[0] >= last[0] or self.word(begun - 1) in ("-", "/"):
            return None
        return Between(Calendar(first[0]), Calendar(last[0])), last[1]

    def _days(self, at: int, *, begun: bool) -> Found[Meaning]:
        """Two days of one month: `من 4 إلى 22 هذا الشهر`, `19-20 نوفمبر`."""
        first = self.day_number(at)
        joined = self.skip("to", first[1]) if first else None
        if (
            first is None
            or joined is None
            or not (begun or self.word(joined - 1) in ("-", "–", "الى", "حتى"))
        ):
            return None
        last = self.date(joined)
        number = self.day_number(joined)
        if number is not None:
            of = self.optional("of", number[1])
            unit = self.this_unit(of + (self.word(of) == "في"))
            if unit is not None and isinstance(unit[0], Shift) and unit[0].unit == "month":
                last = Within(unit[0], day=number[0]), unit[1]
        if last is None or not isinstance(last[0], (Calendar, Within)):
            return None
        if last[0].day is None or first[0] >= last[0].day:
            return None
        return Between(replace(last[0], day=first[0]), last[0]), last[1]

    def _two(self, at: int, *, begun: bool) -> Found[Meaning]:
        """Two moments; without `من` or `بين` before them only days with their date."""
        first = self.moment(at) or (self._bare_year(at) if begun else None)
        joined = self._link(first[1], at) if first else None
        last = (self.moment(joined) or self._bare_year(joined)) if joined is not None else None
        if first is None or last is None:
            return None
        begin, end = first[0], last[0]
        if not isinstance(begin, _ENDS) or not isinstance(end, _ENDS):
            return None
        if not begun and not (is_day(begin) and is_day(end)):
            return None
        if getattr(begin, "system", "") != getattr(end, "system", "") and not begun:
            return None  # one day in two calendars
        return Between(begin, end), last[1]

    def _inside(self, at: int) -> Found[Meaning]:
        """`الأسبوع المقبل بين الأربعاء والجمعة`, `نوفمبر بين 19 و20`."""
        week = self.this_unit(at)
        if week is not None and isinstance(week[0], Shift) and week[0].unit == "week":
            i = self.skip("between", week[1])
            first = self.weekday_name(self.optional("on_day", i)) if i is not None else None
            joined = self._link(first[1], i) if first and i is not None else None
            last = self.weekday_name(self.optional("on_day", joined)) if joined is not None else None
            if first is None or last is None:
                return None
            return (
                Between(Within(week[0], weekday=first[0]), Within(week[0], weekday=last[0])),
                last[1],
            )
        month = self.month_name(at)
        if month is None or self.word(month[1]) != "بين":
            return None
        number = self.day_number(month[1] + 1)
        joined = self.skip("to", number[1]) if number else None
        other = self.day_number(joined) if joined is not None else None
        if number is None or other is None or number[0] >= other[0]:
            return None
        read = self.dated(month[0][0], other[0], month[0][1], other[1])
        if read is None or not isinstance(read[0], (Calendar, Within)):
            return None
        return Between(replace(read[0], day=number[0]), read[0]), read[1]
