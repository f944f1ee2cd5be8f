"""Reading Arabic moments: a weekday, a date, a word such as `أمس`, a part of the day and an hour, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwayat.languages.ar.hours import HourReader
from riwayat.text.timefinding import Found, is_day, longest
from riwayat.text.times import (
    Calendar,
    Clock,
    Direction,
    Half,
    Meaning,
    Part,
    PartOfDay,
    Shift,
    Weekday,
    Within,
    clock_minute,
)


@dataclass(slots=True)
class _Pieces:
    """The pieces of a moment found so far."""

    weekday: int | None = None
    direction: Direction = 0
    date: Meaning | None = None
    relative: Meaning | None = None
    part: Part | None = None
    half: Half | None = None
    clock: tuple[int, int] | None = None
    hours: tuple[int, int] | None = None
    """From which minute of the day to which."""

    def day(self) -> Meaning | None:
        """The day they name; a date outweighs a weekday, a weekday outweighs `أمس`."""
        if isinstance(self.date, Calendar) and self.date.day is not None and self.weekday is not None:
            return replace(self.date, weekday=self.weekday)
        if isinstance(self.date, Shift) and self.date.unit == "week" and self.weekday is not None:
            return Within(self.date, weekday=self.weekday)
        if isinstance(self.date, Within) and self.weekday is not None and self.date.day is None:
            return replace(self.date, weekday=self.weekday)
        if self.date is not None:
            return self.date
        if self.weekday is not None:
            return Weekday(self.weekday, self.direction)
        return self.relative


class MomentReader(HourReader):
    """Moments, on top of days and hours."""

    def moment(self, at: int) -> Found[Meaning]:
        """A longer time, or the pieces that stand side by side from `at`: any order, each at most once."""
        ways = (
            self.weekend(at),
            self.composed(at),
            self.nth(at),
            self.around(at),
            self.partly(at),
            self.after_next(at),
            self.decade(at),
            self.season(at),
            self.feast(at),
        )
        return longest(ways)

    def composed(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side from `at`, put together."""
        found = _Pieces()
        i = end = at
        while i < len(self.words):
            after = self._piece(i, found, first=i == at)
            if after is None:
                break
            i = end = after
            day_found = found.weekday is not None or found.clock is not None or found.part is not None
            comma = self.word(i) in ("،", ",", "(") and day_found
            i = self.optional("named", i + comma)
            if self.listed("joins", i) and self._more(i + 1, found):
                i += 1
        day = found.day()
        if end == at:
            return None
        if self.word(end) == ")" and any(self.word(k) == "(" for k in range(at, end)):
            end += 1
        if found.hours is not None:
            return (Clock(day, *found.hours), end) if day is not None else None
        if found.clock is not None:
            minute = clock_minute(*found.clock, found.part)
            return (Clock(day, minute), end) if minute is not None else None
        if found.part is not None:
            return (PartOfDay(day, found.part, half=found.half), end) if day is not None else None
        return (day, end) if day is not None else None

    def _more(self, at: int, found: _Pieces) -> bool:
        """Whether another piece of the same moment follows a small word."""
        trial = replace(found)
        if self._piece(at, trial, first=False) is None:
            return False
        added = trial.date is not found.date
        return not added or (isinstance(trial.date, Calendar) and trial.date.day is not None)

    def _piece(self, at: int, found: _Pieces, *, first: bool) -> int | None:
        day = found.day()
        if day is not None and not is_day(day):
            return self._day_in_week(at, found)
        if found.clock is None and found.hours is None:
            if (hours := self.hours(at, day_known=day is not None)) is not None:
                found.hours = hours[0]
                return hours[1]
            if (clock := self.clock(at)) is not None:
                found.clock = clock[0]
                return clock[1]
        if (
            found.relative is None
            and found.weekday is None
            and (night := self.table("nights", at)) is not None
        ):
            found.relative, found.part = Shift.by(night[0], "day"), "night"
            return night[1]
        if found.part is None and (part := self._part(at, found, first=first)) is not None:
            return part
        if found.weekday is None and (weekday := self._weekday(at)) is not None:
            found.weekday, found.direction, within = weekday[0]
            if within is not None:
                found.date = within
            return weekday[1]
        if found.date is None and found.relative is None and (date := self._date(at, found)) is not None:
            if not is_day(date[0]) and (found.part or found.clock or found.hours):
                return None
            found.date = date[0]
            return date[1]
        if found.relative is None and found.date is None and found.weekday is None:
            relative = self._relative(at)
            if relative is not None and (is_day(relative[0]) or first):
                if isinstance(relative[0], Shift) and relative[0].unit == "week":
                    found.date = relative[0]
                else:
                    found.relative = relative[0]
                return relative[1]
        return self._year_alone(at, found) if first else None

    def _day_in_week(self, at: int, found: _Pieces) -> int | None:
        """`الأسبوع المقبل يوم الجمعة`: the day of a week told before it."""
        if not (isinstance(found.date, Shift) and found.date.unit == "week") or found.weekday is not None:
            return None
        name = self.weekday_name(self.optional("on_day", at))
        if name is None or self.direction(name[1])[1] > name[1]:
            return None
        found.weekday = name[0]
        return name[1]

    def _year_alone(self, at: int, found: _Pieces) -> int | None:
        pointed = self.listed("before_year", at - 1)
        year = self.year(at) or (self.year(at, bare=True) or self.spoken_year(at) if pointed else None)
        if year is None and self.word(at) in ("عام", "سنة"):
            year = self.any_year(at)
        if year is None or (
            year[1] == at + 1 and self.word(at) in ("الفين", "الفان") and not self._ends(year[1])
        ):
            return None
        found.date = Calendar(year[0])
        return year[1]

    def _ends(self, at: int) -> bool:
        return not self.word(at)[:1].isalnum()

    def _date(self, at: int, found: _Pieces) -> Found[Meaning]:
        """A date; behind a weekday also the bare day of the month (`الخميس 21`)."""
        read = self.date(at)
        if read is not None or found.weekday is None or found.direction:
            return read
        number = self.day_number(at)
        if number is None or not (self.word(at).isdigit() or number[1] > at + 1) or self.span(at):
            return None
        plain = self._ends(number[1]) or self.skip("to", number[1]) is not None
        return (Calendar(day=number[0]), number[1]) if plain and self.word(number[1]) != "/" else None

    def _part(self, at: int, found: _Pieces, *, first: bool) -> int | None:
        this = self.word(at) in ("هذا", "هذه") and found.day() is None
        read = self.part(at + this)
        if read is None:
            return None
        definite = any(self.words[k].definite for k in range(at + this, read[1]))
        if this:
            if not definite:
                return None
            found.relative = Shift.by(0, "day")
        elif definite and first and not self._day_behind(read[1], found):
            return None
        found.part, found.half = read[0]
        return read[1]

    def _day_behind(self, at: int, found: _Pieces) -> bool:
        """Whether a day follows a part of the day that bears the article (`الصباح الباكر يوم الثلاثاء`)."""
        i = self.optional("joins", at)
        return (
            self._weekday(i) is not None or self.table("relative", i) is not None or self.date(i) is not None
        )

    def _weekday(self, at: int) -> Found[tuple[int, Direction, Meaning | None]]:
        """`يوم الأحد الماضي`, `الاثنين المقبل`, `الأحد من الأسبوع الماضي`, `هذا الثلاثاء`."""
        this = self.word(at) == "هذا"
        i = self.optional("on_day", at + this)
        read = self.weekday_name(i)
        if read is None:
            return None
        if this:
            return (read[0], 0, Within(Shift.by(0, "week"), weekday=read[0])), read[1]
        way, after = self.direction(read[1])
        if after > read[1] and self.word(read[1]) in ("هذا", "هذه"):
            way, after = 0, read[1]
        i = after + (self.word(after) == "من")
        unit = self.this_unit(i)
        if unit is not None and isinstance(unit[0], Shift) and unit[0].unit == "week":
            return (read[0], 0, Within(unit[0], weekday=read[0])), unit[1]
        return (read[0], way, None), after

    def _relative(self, at: int) -> Found[Meaning]:
        """`أمس`, `قبل ثلاثة أيام`, `الأسبوع الماضي`, `خلال الأيام الماضية`, `اليوم التالي`."""
        told = self.table("told", at)
        if told is not None:
            return Shift.by(told[0], "day", "previous"), told[1]
        plain = self.table("relative", at)
        named = self.listed("named_days", at) and self.listed("before_names", at - 1)
        other = self.word(at) == "اليوم" and self.listed("not_today", at + 1)
        if plain is not None and not named and not other:
            return Shift.by(plain[0], "day"), plain[1]
        return self.this_unit(at) or self.stretch(at) or self.counted(at) or self.within(at)

    def feast(self, at: int) -> Found[Meaning]:
        """`عيد الفطر`, `أول أيام عيد الأضحى`, `عيد الأضحى العام الماضي`: a day of the Hijri year."""
        i = self.optional("first_day_of", at)
        feast = self.table("feasts", i)
        if feast is None:
            return None
        (month, day), after = feast
        way, end = self.direction(after)
        return Calendar(None, month, day, direction=way, system="hijri"), end
