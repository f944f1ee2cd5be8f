"""Tying time expressions to the calendar, given the day a report was published.

The conventions, where words leave room:

- A weekday alone is the last such day up to and including the anchor, or, for what is to come, the next from
  the anchor on; with `lalu` or `mendatang` never the anchor's own day.
- A date without a year is the one between ten months back and two months ahead of the anchor (for what is to
  come: from a month back on), since nobody leaves the year out for a day further off; a weekday beside it
  settles the year.
- Weeks run from Monday to Sunday.  `dua pekan lalu` is the week two before this one, `tiga bulan lalu` a
  calendar month, `dua tahun lalu` a calendar year.
- A third of a month is its days 1-10, 11-20, 21 to the end; of a year, four months; of a week, Monday and
  Tuesday, Wednesday and Thursday, or the weekend, Saturday and Sunday.
- A number of units that is not given (`beberapa hari terakhir`) is less than one of the next larger unit.
- `since` runs up to the anchor, or, for what is to come, through the time named (`mulai pekan depan`);
  `until` and `before` have no start; none is made up.
- A night belongs to the day it begins and runs from 18:00 to 06:00; other parts have the hours below.
- Hijri dates follow the Umm al-Qura calendar of `hijridate`; a country's own sighting may differ by a day.
"""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from hijridate import Gregorian, Hijri

from riwayat.model import Granularity, Span, Time
from riwayat.text.times import (
    Base,
    Between,
    Calendar,
    Clock,
    Meaning,
    Open,
    Part,
    PartOfDay,
    Recurring,
    Shift,
    Stretch,
    System,
    Third,
    TimeExpression,
    Unit,
    Vague,
    Weekday,
    Within,
)

Edge: TypeAlias = date
"""The first or last day, or, as a `datetime`, minute."""

_HOURS: dict[Part, tuple[int, int]] = {
    "small_hours": (0, 5),
    "dawn": (4, 6),
    "morning": (5, 11),
    "midday": (11, 15),
    "afternoon": (15, 18),
    "dusk": (18, 19),
    "night": (18, 30),
}
_GRANULARITY: dict[Unit, Granularity] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_LARGER: dict[Unit, tuple[int, Unit]] = {
    "hour": (1, "day"),
    "day": (7, "day"),
    "week": (28, "day"),
    "month": (12, "month"),
    "year": (10, "year"),
}
# A weekday settles the year of a date only this many days around the anchor: writers err on weekdays too.
_NEAR = 300
# Two-digit years up to this one belong to the 21st century.
_PIVOT = 50


@dataclass(frozen=True, slots=True)
class _Extent:
    """From when to when, and how fine the wording is."""

    granularity: Granularity
    first: Edge | None = None
    last: Edge | None = None


def resolve(
    expression: TimeExpression,
    anchor: date | None,
    *,
    future: bool = False,
    previous: Time | None = None,
) -> Time:
    """When `expression` is, seen from `anchor` (the day of publication); `start` and `end` null if untied.

    `future` says that the sentence tells of something to come, and decides for weekdays and dates that could
    be either.  `previous` is the time told before, which `tiga hari sebelumnya`, `malam itu` and bare clock
    times lean on.  The evidence is the expression itself: find it in the report's whole text.
    """
    calendar = _Calendar(anchor, future, _extent_of(previous))
    try:
        extent = calendar.extent(expression.meaning)
    except (ValueError, OverflowError):
        # A date that does not exist (31 Juni) or lies outside what a calendar can hold.
        extent = _Extent(calendar.fineness(expression.meaning))
    if extent.first and extent.last and _begin(extent.first) > _finish(extent.last):
        extent = _Extent(extent.granularity)
    return Time(
        _iso(extent.first),
        _iso(extent.last),
        extent.granularity,
        expression.text,
        Span(expression.start, expression.end, expression.text),
    )


@dataclass(frozen=True, slots=True)
class _Calendar:
    anchor: date | None
    future: bool
    previous: _Extent | None

    def extent(self, meaning: Meaning) -> _Extent:
        """From when to when `meaning` runs; raises `ValueError` where there is no such date."""
        match meaning:
            case Calendar():
                return self.calendar(meaning)
            case Weekday():
                return self.weekday(meaning)
            case Shift():
                return self.shift(meaning)
            case Stretch():
                return self.stretch(meaning)
            case Within():
                return self.within(meaning)
            case PartOfDay():
                return self.part_of_day(meaning)
            case Clock():
                return self.clock(meaning)
            case Between():
                return self.between(meaning)
            case Open():
                return self.open(meaning)
            case Recurring() | Vague():
                return _Extent("unspecified")

    def fineness(self, meaning: Meaning) -> Granularity:
        """How fine the wording is, whether it can be tied or not."""
        match meaning:
            case Calendar():
                return "day" if meaning.day else "month" if meaning.month else "year"
            case Weekday():
                return "day"
            case Shift():
                return _GRANULARITY[meaning.unit] if meaning.least == meaning.most else "range"
            case Within():
                return (
                    "range"
                    if meaning.third
                    else "month"
                    if not (meaning.day or meaning.weekday is not None)
                    else "day"
                )
            case PartOfDay():
                return "night" if meaning.part == "night" else "part_of_day"
            case Clock():
                return "hour"
            case Stretch() | Between() | Open():
                return "range"
            case Recurring() | Vague():
                return "unspecified"

    def calendar(self, said: Calendar) -> _Extent:
        fine = self.fineness(said)
        if said.year is not None:
            year = said.year
            if 0 <= year < 100:
                year += 2000 if year <= _PIVOT else 1900
            return _Extent(fine, *_days(year, said.month, said.day, said.system))
        if self.anchor is None or said.month is None:
            return _Extent(fine)
        middle = int(_hijri_of(self.anchor)[:4]) if said.system == "hijri" else self.anchor.year
        candidates = []
        for year in range(middle - 5, middle + 6):
            try:
                candidates.append(_days(year, said.month, said.day, said.system))
            except ValueError:  # 29 February
                continue
        chosen = self.choose(candidates, said)
        return _Extent(fine, *chosen) if chosen else _Extent(fine)

    def choose(self, candidates: list[tuple[date, date]], said: Calendar) -> tuple[date, date] | None:
        """The year that a date without one belongs to."""
        anchor = self.anchor
        if anchor is None:
            return None
        near = [c for c in candidates if abs((c[0] - anchor).days) < _NEAR]
        if said.direction < 0:
            # In May, `Mei lalu` is last year's; a day is past from the next on.
            past = [c for c in candidates if c[1] < anchor or c[0] == c[1] == anchor]
            return past[-1] if past else None
        if said.direction > 0:
            ahead = [c for c in candidates if c[0] > anchor or c[0] == c[1] == anchor]
            return ahead[0] if ahead else None
        if said.weekday is not None:
            right = [c for c in near if c[0].weekday() == said.weekday]
            if right:
                return min(right, key=lambda c: abs((c[0] - anchor).days))
        begin = _add_months(anchor, -1 if self.future else -10)
        if said.day is None:
            begin = begin.replace(day=1)
        inside = [c for c in candidates if begin <= c[0] < _add_months(begin, 12)]
        return inside[0] if inside else None

    def weekday(self, said: Weekday) -> _Extent:
        if self.anchor is None:
            return _Extent("day")
        ahead = said.direction > 0 or (said.direction == 0 and self.future)
        distance = (said.weekday - self.anchor.weekday()) % 7
        if not ahead and distance:
            distance -= 7
        if distance == 0:
            distance = 7 * said.direction
        day = self.anchor + timedelta(days=distance)
        return _Extent("day", day, day)

    def base(self, base: Base) -> date | None:
        if base == "anchor":
            return self.anchor
        return _day(self.previous.first) if self.previous and self.previous.first else None

    def shift(self, said: Shift) -> _Extent:
        """`sepekan kemudian` is the seventh day from a day told; from today only the week is sure."""
        told = self.previous if said.base == "previous" and said.unit == "week" and said.least else None
        if told and told.first and told.last and _day(told.first) == _day(told.last):
            said = replace(said, least=said.least * 7, most=said.most and said.most * 7, unit="day")
        fine = self.fineness(said)
        base = self.base(said.base)
        if base is None:
            return _Extent(fine)
        near = _unit_around(_move(base, said.least, said.unit), said.unit)
        if said.most is not None:
            far = _unit_around(_move(base, said.most, said.unit), said.unit)
        elif said.least == 0:
            # `akhir pekan` and the like are handled by `within`; alone it is the unit itself.
            far = near
        else:
            amount, unit = _LARGER[said.unit]
            edge = _move(base, amount if said.least > 0 else -amount, unit)
            far = (edge, edge)
        return _Extent(fine, min(near[0], far[0]), max(near[1], far[1]))

    def stretch(self, said: Stretch) -> _Extent:
        if self.anchor is None:
            return _Extent("range")
        amount, unit = (said.amount, said.unit) if said.amount is not None else _LARGER[said.unit]
        if unit == "hour":
            amount, unit = -(-amount // 24), "day"
        other = _move(self.anchor, amount * said.direction, unit)
        return _Extent("range", min(self.anchor, other), max(self.anchor, other))

    def within(self, said: Within) -> _Extent:
        fine = self.fineness(said)
        outer = said.outer
        if isinstance(outer, Shift) and outer.most is None and outer.least == 0 and said.third:
            return self.nearest_third(outer, said.third)
        whole = self.extent(outer)
        if whole.first is None or whole.last is None:
            return _Extent(fine)
        first, last = _day(whole.first), _day(whole.last)
        if said.third:
            return _Extent("range", *_third(first, last, said.third))
        if said.weekday is not None:
            day = first + timedelta(days=(said.weekday - first.weekday()) % 7)
            return _Extent("day", day, day)
        if said.month is not None:
            return _Extent(fine, *self.month_within(first, said))
        if said.day is not None:
            day = first.replace(day=said.day)
            return _Extent("day", day, day)
        return whole

    def month_within(self, first: date, said: Within) -> tuple[date, date]:
        if said.system == "gregorian":
            return _days(first.year, said.month, said.day)
        year = int(_hijri_of(first)[:4])
        options = [_days(y, said.month, said.day, "hijri") for y in (year, year + 1)]
        return next((o for o in options if o[0].year == first.year), options[0])

    def nearest_third(self, outer: Shift, third: Third) -> _Extent:
        """`akhir pekan`, `awal bulan` alone: the last that has begun, or the next that has not ended."""
        if self.anchor is None:
            return _Extent("range")
        for step in (0, 1, 2) if self.future else (0, -1, -2):
            span = _third(*_unit_around(_move(self.anchor, step, outer.unit), outer.unit), third)
            if span[1] >= self.anchor if self.future else span[0] <= self.anchor:
                return _Extent("range", *span)
        return _Extent("range")

    def part_of_day(self, said: PartOfDay) -> _Extent:
        fine = self.fineness(said)
        day = self.extent(said.day)
        if day.first is None or day.last is None:
            return _Extent(fine)
        midnight = datetime.combine(_day(day.first) - timedelta(days=said.eve), time())
        begin, finish = _HOURS[said.part]
        return _Extent(fine, midnight + timedelta(hours=begin), midnight + timedelta(hours=finish))

    def clock(self, said: Clock) -> _Extent:
        day, minute = said.day, said.minute
        extent = self.extent(day) if day is not None else self.previous
        if extent is None or extent.first is None or extent.last is None:
            return _Extent("hour")
        single = _day(extent.first) == _day(extent.last) or extent.granularity == "night"
        if not single:
            return _Extent("hour")
        midnight = datetime.combine(_day(extent.first), time())
        # `pukul 01.30` after the telling of a night is in its second half.
        late = day is None and extent.granularity == "night" and minute < 12 * 60
        begin = midnight + timedelta(days=late, minutes=minute)
        finish = begin if said.until is None else midnight + timedelta(days=late, minutes=said.until)
        return _Extent("hour", begin, finish)

    def between(self, said: Between) -> _Extent:
        """The later end settles the year of the earlier; and an end without a day leans on the start."""
        last = self.extent(said.last)
        near = replace(self, anchor=_day(last.last), future=False) if last.last else self
        first = self.extent(said.first)
        if isinstance(said.first, (Calendar, Weekday, PartOfDay)) and (
            not isinstance(said.first, Calendar) or said.first.year is None
        ):
            first = near.extent(said.first)
            if isinstance(said.first, Calendar) and first.first and last.last and first.first > last.last:
                first = replace(near, anchor=_add_months(_day(last.last), -2)).extent(said.first)
        if first.first is None or last.last is None:
            return _Extent("range")
        return _Extent("range", first.first, last.last)

    def open(self, said: Open) -> _Extent:
        edge = self.extent(said.edge)
        if said.side == "since":
            return self.until_now(edge.first, edge.last)
        if said.side == "after":
            return self.until_now(_step(edge.last, 1), None)
        return _Extent("range", None, edge.last if said.side == "until" else _step(edge.first, -1))

    def until_now(self, first: Edge | None, last: Edge | None) -> _Extent:
        """Up to the anchor; what is yet to begin (`mulai pekan depan`) begins within its own time."""
        if first is None or self.anchor is None:
            return _Extent("range", first)
        ahead = self.future or _begin(first) > _finish(self.anchor)
        return _Extent("range", first, last if ahead else self.anchor)


def _extent_of(told: Time | None) -> _Extent | None:
    if told is None:
        return None
    try:
        return _Extent(told.granularity, _edge(told.start), _edge(told.end))
    except ValueError:
        return None


def _edge(iso: str | None) -> Edge | None:
    if iso is None:
        return None
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)


def _iso(edge: Edge | None) -> str | None:
    if isinstance(edge, datetime):
        return edge.isoformat(timespec="minutes")
    return edge.isoformat() if edge else None


def _day(edge: Edge) -> date:
    return edge.date() if isinstance(edge, datetime) else edge


def _begin(edge: Edge) -> datetime:
    return edge if isinstance(edge, datetime) else datetime.combine(edge, time())


def _finish(edge: Edge) -> datetime:
    return edge if isinstance(edge, datetime) else datetime.combine(edge, time(23, 59))


def _step(edge: Edge | None, days: Literal[-1, 1]) -> Edge | None:
    """The day after or before; a minute stays as it is, being a border already."""
    return edge if edge is None or isinstance(edge, datetime) else edge + timedelta(days=days)


def _add_months(day: date, amount: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _move(day: date, amount: int, unit: Unit) -> date:
    match unit:
        case "hour":
            return day + timedelta(days=int(amount / 24))
        case "day":
            return day + timedelta(days=amount)
        case "week":
            return day + timedelta(weeks=amount)
        case "month":
            return _add_months(day, amount)
        case "year":
            return _add_months(day, amount * 12)


def _unit_around(day: date, unit: Unit) -> tuple[date, date]:
    match unit:
        case "hour" | "day":
            return day, day
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case "month":
            return _days(day.year, day.month, None)
        case "year":
            return _days(day.year, None, None)


def _third(first: date, last: date, third: Third) -> tuple[date, date]:
    """A third of the week, month or longer time from `first` to `last`."""
    length = (last - first).days + 1
    if third == "weekend" or length == 7:
        begin, finish = {"early": (0, 1), "middle": (2, 3), "late": (5, 6), "weekend": (5, 6)}[third]
        return first + timedelta(days=begin), first + timedelta(days=finish)
    place = ("early", "middle", "late").index(third)
    if length <= 31:
        begin_day = first + timedelta(days=10 * place)
        return begin_day, last if third == "late" else begin_day + timedelta(days=9)
    span = round(length / 365.25 * 4)
    begin_day = _add_months(first, span * place)
    return begin_day, last if third == "late" else _add_months(first, span * (place + 1)) - timedelta(days=1)


def _hijri_of(day: date) -> str:
    return Gregorian(day.year, day.month, day.day).to_hijri().isoformat()


def _days(year: int, month: int | None, day: int | None, system: System = "gregorian") -> tuple[date, date]:
    """First and last day of a year, month or day; raises `ValueError` where there is none."""
    if system == "hijri":
        return _hijri_days(year, month, day)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first = Hijri(year, month or 1, day or 1)
    last = first if day else Hijri(year, month or 12, 1)
    begin = date.fromisoformat(first.to_gregorian().isoformat())
    finish = date.fromisoformat(last.to_gregorian().isoformat())
    return begin, finish if day else finish + timedelta(days=last.month_length() - 1)
