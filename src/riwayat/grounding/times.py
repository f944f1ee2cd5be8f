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
- A week belongs to the month or year that has its Thursday.  Quarters and halves are of the calendar year.
- Where a day of the month is all that is said (`the 27th`), it is the last up to the anchor, or the next.
- Seasons are not tied: when summer is depends on the place.
- A night belongs to the day it begins and runs from 18:00 to 06:00; other parts have the hours below.
- Hijri dates follow the Umm al-Qura calendar of `hijridate`; a country's own sighting may differ by a day.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from riwayat.grounding.days import (
    add_months,
    dates,
    half_of,
    hijri_of,
    move,
    nth_week,
    nth_weekday,
    third_of,
    unit_around,
)
from riwayat.grounding.extents import (
    OURS,
    Conventions,
    Edge,
    Extent,
    begin_of,
    day_of,
    extent_of,
    finish_of,
    iso,
    next_edge,
)
from riwayat.model import Granularity, Span, Time
from riwayat.text.times import (
    Around,
    Base,
    Between,
    Calendar,
    Clock,
    Counted,
    Meaning,
    Nth,
    Open,
    Partly,
    PartOfDay,
    Recurring,
    Season,
    Shift,
    Stretch,
    Third,
    TimeExpression,
    Unit,
    Vague,
    Weekday,
    Within,
    Years,
)

_GRANULARITY: dict[Unit, Granularity] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "range",
}
_LARGER: dict[Unit, tuple[int, Unit]] = {
    "hour": (1, "day"),
    "day": (7, "day"),
    "week": (28, "day"),
    "month": (12, "month"),
    "year": (10, "year"),
    "decade": (100, "year"),
}
# A weekday settles the year of a date only this many days around the anchor: writers err on weekdays too.
_NEAR = 300
# Two-digit years up to this one belong to the 21st century.
_PIVOT = 50


def resolve(
    expression: TimeExpression,
    anchor: date | None,
    *,
    future: bool = False,
    previous: Time | None = None,
    conventions: Conventions = OURS,
) -> Time:
    """When `expression` is, seen from `anchor` (the day of publication); `start` and `end` null if untied.

    `future` says that the sentence tells of something to come, and decides for weekdays and dates that could
    be either.  `previous` is the time told before, which `tiga hari sebelumnya`, `malam itu` and bare clock
    times lean on.  The evidence is the expression itself: find it in the report's whole text.
    """
    calendar = _Calendar(anchor, future, extent_of(previous), conventions)
    try:
        extent = calendar.extent(expression.meaning)
    except (ValueError, OverflowError):
        # A date that does not exist (31 Juni) or lies outside what a calendar can hold.
        extent = Extent(calendar.fineness(expression.meaning))
    if extent.first and extent.last and begin_of(extent.first) > finish_of(extent.last):
        extent = Extent(extent.granularity)
    return Time(
        iso(extent.first),
        iso(extent.last),
        extent.granularity,
        expression.text,
        Span(expression.start, expression.end, expression.text),
    )


@dataclass(frozen=True, slots=True)
class _Calendar:
    anchor: date | None
    future: bool
    previous: Extent | None
    conventions: Conventions

    def extent(self, meaning: Meaning) -> Extent:
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
            case Nth() | Around() | Partly() | Counted():
                return self.piece(meaning)
            case Years():
                return Extent("range", date(meaning.first, 1, 1), date(meaning.last, 12, 31))
            case PartOfDay():
                return self.part_of_day(meaning)
            case Clock():
                return self.clock(meaning)
            case Between():
                return self.between(meaning)
            case Open():
                return self.open(meaning)
            case Season():
                return Extent("range")
            case Recurring() | Vague():
                return Extent("unspecified")

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
            case Nth():
                return {"week": "week", "weekday": "day"}.get(meaning.what, "range")  # type: ignore[return-value]
            case Around():
                return _GRANULARITY[meaning.unit]
            case Counted():
                return "day"
            case PartOfDay():
                return "night" if meaning.part == "night" else "part_of_day"
            case Clock():
                return "hour"
            case Stretch() | Between() | Open() | Partly() | Years() | Season():
                return "range"
            case Recurring() | Vague():
                return "unspecified"

    def calendar(self, said: Calendar) -> Extent:
        fine = self.fineness(said)
        if said.year is not None:
            year = said.year
            if 0 <= year < 100:
                year += 2000 if year <= _PIVOT else 1900
            return Extent(fine, *dates(year, said.month, said.day, said.system))
        if self.anchor is not None and said.month is None and said.day is not None:
            return self.day_of_month(said.day, said.weekday, said.direction)
        if self.anchor is None or said.month is None:
            return Extent(fine)
        middle = int(hijri_of(self.anchor)[:4]) if said.system == "hijri" else self.anchor.year
        candidates = []
        for year in range(middle - 5, middle + 6):
            try:
                candidates.append(dates(year, said.month, said.day, said.system))
            except ValueError:  # 29 February
                continue
        chosen = self.choose(candidates, said)
        return Extent(fine, *chosen) if chosen else Extent(fine)

    def day_of_month(self, number: int, weekday: int | None, direction: int) -> Extent:
        """`the 27th`: the last up to the anchor, or the next; a weekday beside it settles the month."""
        if self.anchor is None:
            return Extent("day")
        candidates = []
        for step in range(-12, 13):
            month = add_months(self.anchor.replace(day=1), step)
            with suppress(ValueError):  # 31 June
                candidates.append(month.replace(day=number))
        if weekday is not None:
            candidates = [c for c in candidates if c.weekday() == weekday]
            candidates.sort(key=lambda c: abs((c - (self.anchor or c)).days))
            return Extent("day", candidates[0], candidates[0]) if candidates else Extent("day")
        ahead = direction > 0 or (self.future and not direction)
        fit = [c for c in candidates if (c >= self.anchor if ahead else c <= self.anchor)]
        day = fit[0] if ahead else fit[-1]
        return Extent("day", day, day)

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
        begin = add_months(anchor, -1 if self.future else -10)
        if said.day is None:
            begin = begin.replace(day=1)
        inside = [c for c in candidates if begin <= c[0] < add_months(begin, 12)]
        if inside or said.month != 2:
            return inside[0] if inside else None
        # 29 February: the last, or the next.
        other = [c for c in candidates if (c[0] > anchor if self.future else c[0] <= anchor)]
        return (other[0] if self.future else other[-1]) if other else None

    def weekday(self, said: Weekday) -> Extent:
        if self.anchor is None:
            return Extent("day")
        ahead = said.direction > 0 or (said.direction == 0 and self.future)
        distance = (said.weekday - self.anchor.weekday()) % 7
        if not ahead and distance:
            distance -= 7
        if distance == 0:
            distance = 7 * said.direction
        day = self.anchor + timedelta(days=distance)
        return Extent("day", day, day)

    def base(self, base: Base) -> date | None:
        if base == "anchor":
            return self.anchor
        return day_of(self.previous.first) if self.previous and self.previous.first else None

    def shift(self, said: Shift) -> Extent:
        """`sepekan kemudian` is the seventh day from a day told; from today only the week is sure."""
        told = self.previous if said.base == "previous" and said.unit == "week" and said.least else None
        if told and told.first and told.last and day_of(told.first) == day_of(told.last):
            said = replace(said, least=said.least * 7, most=said.most and said.most * 7, unit="day")
        fine = self.fineness(said)
        base = self.base(said.base)
        if base is None:
            return Extent(fine)
        near = unit_around(move(base, said.least, said.unit), said.unit)
        if said.most is not None:
            far = unit_around(move(base, said.most, said.unit), said.unit)
        elif said.least == 0:
            # `akhir pekan` and the like are handled by `within`; alone it is the unit itself.
            far = near
        else:
            amount, unit = _LARGER[said.unit]
            edge = move(base, amount if said.least > 0 else -amount, unit)
            far = (edge, edge)
        return Extent(fine, min(near[0], far[0]), max(near[1], far[1]))

    def stretch(self, said: Stretch) -> Extent:
        if self.anchor is None:
            return Extent("range")
        amount, unit = (said.amount, said.unit) if said.amount is not None else _LARGER[said.unit]
        if unit == "hour":
            amount, unit = -(-amount // 24), "day"
        other = move(self.anchor, amount * said.direction, unit)
        return Extent("range", min(self.anchor, other), max(self.anchor, other))

    def within(self, said: Within) -> Extent:
        fine = self.fineness(said)
        outer = said.outer
        if isinstance(outer, Shift) and outer.most is None and outer.least == 0 and said.third:
            return self.nearest_third(outer, said.third)
        whole = self.extent(outer)
        if whole.first is None or whole.last is None:
            return Extent(fine)
        first, last = day_of(whole.first), day_of(whole.last)
        if said.third:
            return Extent("range", *self.third(first, last, said.third))
        if said.weekday is not None:
            day = first + timedelta(days=(said.weekday - first.weekday()) % 7)
            return Extent("day", day, day)
        if said.month is not None:
            return Extent(fine, *self.month_within(first, said))
        if said.day is not None:
            day = first.replace(day=said.day)
            return Extent("day", day, day)
        return whole

    def month_within(self, first: date, said: Within) -> tuple[date, date]:
        if said.system == "gregorian":
            return dates(first.year, said.month, said.day)
        year = int(hijri_of(first)[:4])
        options = [dates(y, said.month, said.day, "hijri") for y in (year, year + 1)]
        return next((o for o in options if o[0].year == first.year), options[0])

    def third(self, first: date, last: date, third: Third) -> tuple[date, date]:
        return (half_of if self.conventions.halves else third_of)(first, last, third)

    def piece(self, said: Nth | Around | Partly | Counted) -> Extent:
        """One of several in a longer time, the time around a day, the time so far, a day counted from one."""
        fine = self.fineness(said)
        whole = self.extent(said.outer if isinstance(said, (Nth, Partly)) else said.day)
        if whole.first is None or whole.last is None:
            return Extent(fine)
        first, last = day_of(whole.first), day_of(whole.last)
        match said:
            case Around():
                return Extent(fine, *unit_around(first, said.unit))
            case Counted():
                for amount, unit in sorted(
                    said.steps, key=lambda step: "year month week day hour".find(step[1])
                ):
                    first = move(first, amount, unit)
                return Extent(fine, first, first)
            case Partly():
                if self.anchor is None:
                    return Extent(fine)
                sides = (first, self.anchor) if said.side == "so_far" else (self.anchor, last)
                return Extent(fine, *sides)
            case Nth(what="weekday"):
                day = nth_weekday(first, last, said.weekday or 0, said.number)
                return Extent(fine, day, day)
            case Nth(what="week"):
                return Extent(fine, *nth_week(first, last, said.number))
        length = 3 if said.what == "quarter" else 6
        place = said.number - 1 if said.number > 0 else 12 // length + said.number
        begin = add_months(first, length * place)
        return Extent(fine, begin, add_months(begin, length) - timedelta(days=1))

    def nearest_third(self, outer: Shift, third: Third) -> Extent:
        """`akhir pekan`, `awal bulan` alone: the last that has begun, or the next that has not ended."""
        if self.anchor is None:
            return Extent("range")
        for step in (0, 1, 2) if self.future else (0, -1, -2):
            span = self.third(*unit_around(move(self.anchor, step, outer.unit), outer.unit), third)
            if span[1] >= self.anchor if self.future else span[0] <= self.anchor:
                return Extent("range", *span)
        return Extent("range")

    def part_of_day(self, said: PartOfDay) -> Extent:
        fine = self.fineness(said)
        day = self.extent(said.day)
        if day.first is None or day.last is None:
            return Extent(fine)
        midnight = datetime.combine(day_of(day.first) - timedelta(days=said.eve), time())
        begin, finish = (float(hour) for hour in self.conventions.hours[said.part])
        if said.half:
            middle = (begin + finish) / 2
            begin, finish = (begin, middle) if said.half == "early" else (middle, finish)
        return Extent(fine, midnight + timedelta(hours=begin), midnight + timedelta(hours=finish))

    def clock(self, said: Clock) -> Extent:
        day, minute = said.day, said.minute
        extent = self.extent(day) if day is not None else self.previous
        if extent is None or extent.first is None or extent.last is None:
            return Extent("hour")
        single = day_of(extent.first) == day_of(extent.last) or extent.granularity == "night"
        if not single:
            return Extent("hour")
        midnight = datetime.combine(day_of(extent.first), time())
        # `pukul 01.30` after the telling of a night is in its second half.
        late = day is None and extent.granularity == "night" and minute < 12 * 60
        begin = midnight + timedelta(days=late, minutes=minute)
        finish = begin if said.until is None else midnight + timedelta(days=late, minutes=said.until)
        return Extent("hour", begin, finish)

    def between(self, said: Between) -> Extent:
        """The later end settles the year of the earlier; and an end without a day leans on the start."""
        last = self.extent(said.last)
        near = replace(self, anchor=day_of(last.last), future=False) if last.last else self
        first = self.extent(said.first)
        if isinstance(said.first, (Calendar, Weekday, PartOfDay)) and (
            not isinstance(said.first, Calendar) or said.first.year is None
        ):
            first = near.extent(said.first)
            if isinstance(said.first, Calendar) and first.first and last.last and first.first > last.last:
                first = replace(near, anchor=add_months(day_of(last.last), -2)).extent(said.first)
        if first.first is None or last.last is None:
            return Extent("range")
        return Extent("range", first.first, last.last)

    def open(self, said: Open) -> Extent:
        edge = self.extent(said.edge)
        if said.side == "since":
            return self.until_now(edge.first, edge.last)
        if said.side == "after":
            return self.until_now(next_edge(edge.last, 1), None)
        return Extent("range", None, edge.last if said.side == "until" else next_edge(edge.first, -1))

    def until_now(self, first: Edge | None, last: Edge | None) -> Extent:
        """Up to the anchor; what is yet to begin (`mulai pekan depan`) begins within its own time."""
        if first is None or self.anchor is None:
            return Extent("range", first)
        ahead = self.future or begin_of(first) > finish_of(self.anchor)
        return Extent("range", first, last if ahead else self.anchor)
