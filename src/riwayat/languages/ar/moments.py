"""Reading Arabic moments: a weekday, a date, a word such as `أمس`, a part of the day and an hour, side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwayat.languages.ar.dates import DateReader, Found
from riwayat.text.times import (
    Calendar,
    Clock,
    Direction,
    Meaning,
    Part,
    PartOfDay,
    Shift,
    Stretch,
    Weekday,
    Within,
    clock_minute,
)

_HOUR = re.compile(r"(\d{1,2})(?:[:.,](\d\d))?")


@dataclass(slots=True)
class _Pieces:
    """The pieces of a moment found so far."""

    weekday: int | None = None
    direction: Direction = 0
    date: Meaning | None = None
    relative: Meaning | None = None
    part: Part | None = None
    clock: tuple[int, int] | None = None

    def day(self) -> Meaning | None:
        """The day they name; a date outweighs a weekday, a weekday outweighs `أمس`."""
        if isinstance(self.date, Calendar) and self.date.day is not None and self.weekday is not None:
            return replace(self.date, weekday=self.weekday)
        if isinstance(self.date, Within) and self.weekday is not None and self.date.day is None:
            return replace(self.date, weekday=self.weekday)
        if self.date is not None:
            return self.date
        if self.weekday is not None:
            return Weekday(self.weekday, self.direction)
        return self.relative


class MomentReader(DateReader):
    """Moments, on top of dates."""

    def moment(self, at: int) -> Found[Meaning]:
        """The moment that starts at word `at`: pieces in any order, each at most once."""
        found = _Pieces()
        i = end = at
        while i < len(self.words):
            after = self._piece(i, found, first=i == at)
            if after is None:
                break
            i = end = after
            comma = self.word(i) in ("،", ",", "(") and (found.weekday is not None or found.clock is not None)
            i = self.optional("named", i + comma)
            if i == end and self.word(i) in ("من", "في", "يوم", "عند") and self._more(i + 1, found):
                i += 1
        day = found.day()
        if end == at:
            return None
        if self.word(end) == ")" and any(self.word(k) == "(" for k in range(at, end)):
            end += 1
        if found.clock is not None:
            minute = clock_minute(*found.clock, found.part)
            return (Clock(day, minute), end) if minute is not None else None
        if found.part is not None:
            return (PartOfDay(day, found.part), end) if day is not None else None
        return (day, end) if day is not None else None

    def _more(self, at: int, found: _Pieces) -> bool:
        """Whether another piece of the same moment follows a small word."""
        trial = replace(found)
        return self._piece(at, trial, first=False) is not None and trial.date is found.date

    def _piece(self, at: int, found: _Pieces, *, first: bool) -> int | None:
        if found.clock is None and (clock := self._clock(at)) is not None:
            found.clock = clock[0]
            return clock[1]
        if (
            found.relative is None
            and found.weekday is None
            and (night := self.table("nights", at)) is not None
        ):
            found.relative, found.part = Shift.by(night[0], "day"), "night"
            return night[1]
        if found.part is None and (part := self._part(at, alone=first)) is not None:
            found.part = part[0]
            return part[1]
        if found.weekday is None and (weekday := self._weekday(at)) is not None:
            found.weekday, found.direction, within = weekday[0]
            if within is not None:
                found.date = within
            return weekday[1]
        if found.date is None and found.relative is None and (date := self.date(at)) is not None:
            found.date = date[0]
            return date[1]
        if found.relative is None and found.date is None:
            relative = self._relative(at, first=first)
            if relative is not None:
                found.relative = relative[0]
                return relative[1]
        if first and found.date is None and (year := self.year(at)) is not None:
            found.date = Calendar(year[0])
            return year[1]
        if (
            first
            and found.date is None
            and self.word(at - 1) in ("في", "منذ", "حتى", "خلال")
            and (year := self.year(at, bare=True))
        ):
            found.date = Calendar(year[0])
            return year[1]
        return None

    def _part(self, at: int, *, alone: bool) -> Found[Part]:
        read = self.table("parts", at)
        if read is None:
            return None
        return read[0], read[1]

    def _weekday(self, at: int) -> Found[tuple[int, Direction, Meaning | None]]:
        """`يوم الأحد الماضي`, `الاثنين المقبل`, `الأحد من الأسبوع الماضي`."""
        i = self.optional("on_day", at)
        read = self.table("weekdays", i)
        if read is None or not self.words[i].definite:
            return None
        way, after = self.direction(read[1])
        if after > read[1] and self.word(read[1]) in ("هذا", "هذه"):
            way, after = 0, read[1]
        if self.word(after) == "من" and (unit := self.this_unit(after + 1)) is not None:
            return (read[0], 0, Within(unit[0], weekday=read[0])), unit[1]
        return (read[0], way, None), after

    def _relative(self, at: int, *, first: bool) -> Found[Meaning]:
        """`أمس`, `قبل ثلاثة أيام`, `الأسبوع الماضي`, `خلال الأيام الماضية`, `في اليوم التالي`."""
        told = self.table("told", at)
        if told is not None:
            return Shift.by(told[0], "day", "previous"), told[1]
        plain = self.table("relative", at)
        if plain is not None and not (self.word(at) == "اليوم" and self._qualified(at + 1)):
            return Shift.by(plain[0], "day"), plain[1]
        if (unit := self.this_unit(at)) is not None:
            return unit
        if (stretch := self.stretch(at)) is not None:
            return stretch
        for key, sign in (("ago", -1), ("ahead", 1)):
            i = self.skip(key, at)
            span = self.span(i) if i is not None else None
            if span is None:
                continue
            low, high, kind = span[0]
            if key == "ago" and self.word(at) == "منذ":
                return Stretch(low, kind, -1), span[1]
            if low is None:
                return (Shift(-1, None, kind), span[1]) if sign < 0 else None
            if sign < 0:
                return Shift(-low, -(high if high is not None else low), kind), span[1]
            return Shift(low, high, kind), span[1]
        i = self.skip("within", at)
        if i is not None and self.word(at) != "في":
            if (stretch := self.stretch(i)) is not None:
                return stretch
            span = self.span(i)
            if span is not None and span[0][0] is not None and self.word(at) == "خلال":
                return Stretch(span[0][0], span[0][2], -1), span[1]
        return None

    def _qualified(self, at: int) -> bool:
        """Whether an adjective makes `اليوم` mean another day (`اليوم التالي`)."""
        return self.word(at) in (
            "التالي",
            "السابق",
            "نفسه",
            "ذاته",
            "الاول",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "السادس",
            "السابع",
            "الاخير",
        )

    def _clock(self, at: int) -> Found[tuple[int, int]]:
        """`الساعة 10:30`, `عند الساعة الثانية`."""
        i = self.skip("clock", at)
        if i is None:
            return None
        match = _HOUR.fullmatch(self.word(i))
        if match:
            return (int(match[1]), int(match[2] or 0)), i + 1
        ordinal = self.table("ordinals", i)
        if ordinal is None or ordinal[0] > 12:
            return None
        hour, after = ordinal
        if self.word(after) in ("عشر", "عشرة"):
            hour, after = hour + 10, after + 1
        if self.word(after) == "و" and self.word(after + 1) in ("النصف", "الربع"):
            return (hour, 30 if self.word(after + 1) == "النصف" else 15), after + 2
        return (hour, 0), after
