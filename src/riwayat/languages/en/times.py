"""Finding English time expressions: words to meanings, without any calendar.

A small grammar by recursive descent, in three storeys: dates (`dates`), moments put together from them and from
what stands beside them (`moments`), and here ranges of moments, `since`, `until`, `every`.

Words that change the meaning are in a span (`since`, `until`, `from` and `between` of a range, `every`, `ago`), mere
prepositions are not (`on`, `at`); `in the morning` is one expression.  Where two could be read, the longer is.
"""

from __future__ import annotations

from dataclasses import replace

from riwayat.languages.en.moments import MomentReader
from riwayat.text.numbers import atoms
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
    Stretch,
    TimeExpression,
    Vague,
    Weekday,
    Within,
)

# What a range may begin or end with.
_ENDS = (Around, Calendar, Counted, Weekday, Within, Clock, Nth, PartOfDay, Shift)
_TOLD = Shift.by(0, "day", "previous")


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping.

    Offsets are code points of `text`.  Durations, ages and the like are not times and are left out.
    """
    reader = _ExpressionReader(atoms(text))
    return expressions(text, reader.atoms, lambda at: reader.expression(at) if reader.may_begin(at) else None)


class _ExpressionReader(MomentReader):
    """Time expressions, on top of moments."""

    def may_begin(self, at: int) -> bool:
        """Whether a time may begin here: not at most words, nor behind a hyphen."""
        if self.word(at - 1) == "-" and self.glued(at):
            return False
        return (
            self.atoms[at].is_number
            or self.lower[at] in self.words.firsts
            or self.lower[at] in self.words.sets["first_too"]
        )

    def expression(self, at: int) -> Found[Meaning]:
        """The longest time expression that starts at atom `at`."""
        vague = self.skip("vague", at)
        if vague is not None and (inner := self.moment(at + 1)) and inner[1] > vague:
            vague = None  # `in the past 2 decades`
        return longest(
            (
                self.recurring(at),
                self.opened(at),
                self.moment(at),
                self.between(at),
                self.in_part(at),
                (Vague(), vague) if vague is not None else None,
            )
        )

    def in_part(self, at: int) -> Found[Meaning]:
        """`in the morning of 12 May`, `in the early evening on Tuesday`."""
        if self.word(at) != "in" or self.word(at + 1) != "the" or self.part(at + 1) is None:
            return None
        read = self.composed(at + 1)
        return read if read and isinstance(read[0], (PartOfDay, Clock)) and read[0].day != _TOLD else None

    def recurring(self, at: int) -> Found[Meaning]:
        """`every Friday`, `each night`, `every two weeks`."""
        i = self.skip("every", at)
        if i is None:
            return None
        unit, part, amount = self.table("units", i), self.table("parts", i), self.units(i)
        name = self.weekday_name(i) or self.month_name(i)
        read = longest((unit, part, amount, name))
        return (Recurring(), read[1]) if read else None

    def opened(self, at: int) -> Found[Meaning]:
        """`since 2014`, `until Thursday`, `before 2011`, `after Monday`, `by Friday`."""
        for name, side in (
            ("since", "since"),
            ("until", "until"),
            ("by", "until"),
            ("before", "before"),
            ("after", "after"),
        ):
            i = self.skip(name, at)
            if i is None:
                continue
            edge = self.moment(i + (self.word(i) in ("the", "late", "early") and self.moment(i) is None))
            if edge is None or isinstance(edge[0], Stretch):
                return None
            if name in ("before", "after") and isinstance(edge[0], PartOfDay):
                return edge  # `before dawn`
            if name == "after" and isinstance(edge[0], Shift) and edge[0].base == "previous":
                return None
            if side == "since":
                return Open("since", edge[0]), edge[1]
            if side == "until":
                return Open("until", edge[0]), edge[1]
            return Open("before" if side == "before" else "after", edge[0]), edge[1]
        return None

    def between(self, at: int) -> Found[Meaning]:
        """A range of two days, dates, months or years, `from` or `between` before it."""
        begun = self.word(at) in ("from", "between")
        i = at + begun
        return longest(
            (
                self.days_of_month(i),
                self.month_and_days(i),
                self.years(i),
                self.two_moments(i),
                self.week_and_days(i) if not begun else None,
            )
        )

    def week_and_days(self, at: int) -> Found[Meaning]:
        """`next week from Tuesday to Thursday`, `November between 19 and 20`."""
        week = self.direction(at)
        if (
            week is not None
            and self.word(week[1]) == "week"
            and self.word(week[1] + 1) in ("from", "between")
        ):
            i = week[1] + 2
            first = self.weekday_name(i)
            joined = self._link(first[1], i) if first else None
            last = self.weekday_name(joined) if joined is not None else None
            if not (first and last):
                return None
            outer = Shift.by(week[0], "week")
            return Between(Within(outer, weekday=first[0]), Within(outer, weekday=last[0])), last[1]
        month = self.month_name(at)
        if month is not None and self.word(month[1]) == "between":
            return self.month_and_days(at)
        return None

    def _link(self, at: int, before: int) -> int | None:
        """The place behind what joins the ends of a range; `and` does so only behind `between`."""
        joined = self.skip("to", at)
        if joined is None and self.word(before - 1) == "between":
            joined = self.skip("and", at)
        return joined

    def days_of_month(self, at: int) -> Found[Meaning]:
        """`27-28 May 2019`, `between 3 and 7 June`, `27 and 28 May`."""
        first = self.day_number(at)
        if first is None:
            return None
        joined = self._link(first[1], at) or self.skip("and", first[1])
        last = self._day_of(joined) if joined is not None else None
        if (
            last is None
            or not isinstance(last[0], (Calendar, Within))
            or last[0].day is None
            or first[0] >= last[0].day
        ):
            return None
        return Between(replace(last[0], day=first[0]), last[0]), last[1]

    def _day_of(self, at: int) -> Found[Meaning]:
        """A day with its month: `28 May`, `May 28`, `22 this month`, `12 of next month`."""
        day = self.day_number(at)
        if day is None:
            return self.month_first(at)
        i = day[1] + (self.word(day[1]) in ("of", "in"))
        pointed = self.direction(i)
        if pointed is not None and self.word(pointed[1]) == "month":
            return Within(Shift.by(pointed[0], "month"), day=day[0]), pointed[1] + 1
        return self.day_first(at)

    def month_and_days(self, at: int) -> Found[Meaning]:
        """`May 27-28, 2019`, `May 3 to 7`, `May 27 and 28`."""
        month = self.month_name(at)
        i = month[1] + (self.word(month[1]) == "between") if month else at
        first = self.day_number(i) if month else None
        joined = (self._link(first[1], i) or self.skip("and", first[1])) if first else None
        last = self.day_number(joined) if joined is not None else None
        if not (month and first and last) or first[0] >= last[0]:
            return None
        read = self.with_year(month[0], last[0], last[1])
        if read is None or not isinstance(read[0], (Calendar, Within)):
            return None
        return Between(replace(read[0], day=first[0]), read[0]), read[1]

    def years(self, at: int) -> Found[Meaning]:
        """`2014-2019`, `from 2014 to 2019`, `between 2014 and 2016`."""
        first = self.year(at, bare=True) or (
            self.any_year(at) if self.word(at - 1) in ("from", "between") else None
        )
        joined = self._link(first[1], at) if first else None
        last = (self.year(joined, bare=True) or self.any_year(joined)) if joined is not None else None
        if not (first and last) or first[0] >= last[0] or self.word(at - 1) in ("-", "/"):
            return None
        return Between(Calendar(first[0]), Calendar(last[0])), last[1]

    def two_moments(self, at: int) -> Found[Meaning]:
        """`Monday to Wednesday`, `May 29 - June 2`, `between Monday and Thursday`, `10 a.m. to noon`."""
        first = self._end(at, before=at)
        if first is None or not isinstance(first[0], _ENDS):
            return None
        joined = self._link(first[1], at)
        last = self._end(joined, before=at) if joined is not None else None
        if last is None or not isinstance(last[0], _ENDS):
            return None
        begin, end = first[0], last[0]
        if getattr(begin, "system", "") != getattr(end, "system", "") and self.word(at - 1) not in (
            "from",
            "between",
        ):
            return None  # one day in two calendars
        if isinstance(end, Clock) and end.day is None:
            day = begin.day if isinstance(begin, (Clock, PartOfDay)) else begin if is_day(begin) else None
            end = replace(end, day=day)
        if isinstance(begin, Clock) and begin.day is None and isinstance(end, Clock):
            begin = replace(begin, day=end.day)
        return Between(begin, end), last[1]

    def _end(self, at: int, before: int) -> Found[Meaning]:
        """What a range begins or ends with; behind `from` and `between` also a bare year, and `now`."""
        bare: Found[Meaning] = None
        if self.word(before - 1) in ("from", "between"):
            year = self.year(at, bare=True)
            bare = (Calendar(year[0]), year[1]) if year else None
            if self.word(at) == "now":
                bare = Shift.by(0, "day"), at + 1
        return longest((self.moment(at), bare))
