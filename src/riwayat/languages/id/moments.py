"""Reading Indonesian moments: pieces that stand side by side, each at most once.

A weekday, a date, a word such as `kemarin`, a part of the day and a time of the clock make one moment:
`Senin (27/05/2019) malam sekitar pukul 20.00 WIB`.  `malam Senin` is the night before Monday, as in
`malam Jumat`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwayat.languages.id.dates import DateReader
from riwayat.text.numbers import read_number
from riwayat.text.timefinding import Found, is_day, longest
from riwayat.text.times import (
    Calendar,
    Clock,
    Direction,
    Meaning,
    Part,
    PartOfDay,
    Shift,
    Stretch,
    Third,
    Unit,
    Weekday,
    Within,
    clock_minute,
)

# Marks that part date and hour in the head of a page.
_RULES = ("-", "–", "—", "|", "/")


@dataclass(slots=True)
class _Pieces:
    """The pieces of a moment found so far."""

    weekday: int | None = None
    direction: Direction = 0
    date: Meaning | None = None
    relative: Meaning | None = None
    part: Part | None = None
    eve: bool = False
    clock: tuple[int, int, int | None, Part | None] | None = None

    def day(self) -> Meaning | None:
        """The day they name; a date outweighs a weekday, a weekday outweighs `kemarin`."""
        if isinstance(self.date, Calendar) and self.date.day is not None and self.weekday is not None:
            return replace(self.date, weekday=self.weekday)
        if self.date is not None:
            return self.date
        if self.weekday is not None:
            return Weekday(self.weekday, self.direction)
        return self.relative


class MomentReader(DateReader):
    """Moments, on top of dates."""

    def relative(self, at: int) -> Found[Meaning]:
        """`kemarin`, `keesokan harinya`, `dua hari lalu`."""
        plain = self.table("relative", at)
        told = self.table("told", at)
        ways: tuple[Found[Meaning], ...] = (
            (Shift.by(plain[0], "day"), plain[1]) if plain else None,
            (Shift.by(told[0], "day", "previous"), told[1]) if told else None,
            self.counted(at),
            self.this_unit(at),
        )
        return longest(ways)

    def amount(self, at: int) -> Found[tuple[int | None, int | None, Unit]]:
        """An amount of time: `dua hari`, `seminggu`, `beberapa bulan`."""
        one = self.table("one", at)
        if one:
            factor, unit = one[0]
            return (factor, factor, unit), one[1]
        number = read_number(self.atoms, at, self.words.numbers)
        if number is None:
            return None
        low, high, i = number.low, number.high, number.next
        joined = self.skip("to", i) or (i + 1 if self.word(i) == "atau" else None)
        second = read_number(self.atoms, joined, self.words.numbers) if joined else None
        if second and low is not None and second.high is not None and low < second.high:
            high, i = second.high, second.next
        half = self.word(i) == "setengah"
        named = self.table("units", i + half)
        if named is None:
            return None
        factor, unit = named[0]
        if half:
            # Only a year has a half that is a whole number of a smaller unit.
            return (
                ((_halves(low), _halves(high), "month"), named[1]) if (factor, unit) == (1, "year") else None
            )
        return (_times(low, factor), _times(high, factor), unit), named[1]

    def counted(self, at: int) -> Found[Meaning]:
        """`dua hari lalu`, `tiga hari sebelumnya`, `dua pekan terakhir`, `tiga hari lagi`."""
        read = self.amount(at)
        if read is None:
            return None
        (low, high, unit), i = read
        ago = self.skip("ago", i)
        stretch_back, stretch_on = self.skip("last_stretch", i), self.skip("next_stretch", i)
        if stretch_back is not None:
            return Stretch(high, unit, -1), stretch_back
        if ago is not None:
            return Shift(-(low or 2), None if high is None else -high, unit), ago
        if stretch_on is not None:
            return Stretch(high, unit, 1), stretch_on
        for name, sign, base in (
            ("ahead", 1, "anchor"),
            ("before_that", -1, "previous"),
            ("after_that", 1, "previous"),
        ):
            after = self.skip(name, i)
            if after is not None:
                most = None if high is None else sign * high
                return Shift(
                    sign * (low or 2), most, unit, "anchor" if base == "anchor" else "previous"
                ), after
        return None

    def this_unit(self, at: int) -> Found[Meaning]:
        """`pekan lalu`, `bulan ini`, `tahun depan`, `pekan sebelumnya`, `tahun yang sama`."""
        read = self.table("units", at)
        if (
            read is None
            or read[0][0] != 1
            or read[0][1] in ("hour", "day")
            or (self.atoms[at - 1 : at] and self.atoms[at - 1].is_number)
        ):
            return None
        unit: Unit = read[0][1]
        pointed = self.direction(read[1])
        if pointed:
            return Shift.by(pointed[0], unit), pointed[1]
        for name, amount in (("before_that", -1), ("after_that", 1), ("that", 0)):
            after = self.skip(name, read[1])
            if after is not None:
                return Shift.by(amount, unit, "previous"), after
        if self.word(read[1]) == "yang" and self.word(read[1] + 1) == "sama":
            return Shift.by(0, unit, "previous"), read[1] + 2
        return None

    def third(self, at: int) -> Found[Meaning]:
        """`awal Mei`, `pertengahan bulan lalu`, `akhir pekan`, `akhir 2018`."""
        read = self.table("thirds", at)
        if read is None:
            return None
        third: Third = read[0]
        i = read[1]
        decade = self.decade(i)
        year = self.year(i, bare=True)
        ways: list[Found[Meaning]] = [
            self.month(i),
            self.plain_year(i),
            self.this_unit(i),
            self.hijri_date(i),
        ]
        if decade:
            ways.append(decade)
        if year:
            ways.append((Calendar(year[0]), self.after_pointing(year[1])))
        unit = self.table("units", i)
        if unit and unit[0][0] == 1 and unit[0][1] in ("week", "month", "year"):
            ways.append((Shift(0, None, unit[0][1]), unit[1]))
        outer = longest(ways)
        if outer is None:
            return None
        meaning, after = outer
        if third == "late" and isinstance(meaning, Shift) and meaning.unit == "week":
            third = "weekend"
        return Within(meaning, third=third), after

    def part(self, at: int) -> Found[tuple[Part, Meaning | None, bool]]:
        """A part of the day, its day where a word beside it says so, and whether it is plain `malam`."""
        told = self.told_part(at)
        if told:
            return told
        night = self.table("nights", at)
        if night and self.word(night[1]) != "suntuk":
            return ("night", Shift.by(night[0], "day"), False), night[1]
        for name in ("earlier_today", "later_today"):
            i = self.skip(name, at)
            read = self.table("parts", i) if i is not None else None
            if read:
                return (read[0], self.today(read[0], name), False), read[1]
        read = self.table("parts", at)
        if read is None:
            return None
        part: Part = read[0]
        i = self.optional("day", read[1]) if not self.table("weekdays", read[1] + 1) else read[1]
        if self.word(i) in ("harinya", "itu") or self.word(read[1]) == "harinya":
            return (part, Shift.by(0, "day", "previous"), False), i + 1
        for name in ("earlier_today", "later_today", "this"):
            after = self.skip(name, i)
            if after is not None:
                return (part, self.today(part, name), False), after
        return (part, None, self.lower[at] == "malam" and i == at + 1), i

    def told_part(self, at: int) -> Found[tuple[Part, Meaning | None, bool]]:
        """`malamnya`, `keesokan paginya`: of the day told before, or the one after it."""
        next_day = self.skip("next_told", at)
        i = at if next_day is None else next_day
        stem = self.word(i).removesuffix("nya")
        read = self.words.tables["parts"].read((stem,), 0)
        if read is None or stem == self.word(i):
            return None
        return (read[0], Shift.by(int(i > at), "day", "previous"), False), i + 1

    def today(self, part: Part, name: str) -> Meaning:
        """The day of `tadi malam` (yesterday's night), `siang tadi`, `nanti sore`, `malam ini`."""
        return Shift.by(-1 if part == "night" and name == "earlier_today" else 0, "day")

    def clock(self, at: int) -> Found[tuple[int, int, int | None, Part | None]]:
        """`sekitar pukul 05.30 WIB`, `jam 7 malam`, `pukul 19.00-21.00`: hour, minute, end, part."""
        i = self.optional("about", at)
        named = self.skip("clock", i)
        if named is not None and i and (self.atoms[i - 1].is_number or self.word(i - 1) in ("/", "per")):
            return None
        start = self.hour(i if named is None else named, alone=named is not None)
        if start is None:
            return None
        (hour, minute), i = start
        until: int | None = None
        joined = self.skip("to", i)
        end = (
            self.hour(self.optional("clock", joined), alone=named is not None) if joined is not None else None
        )
        if end:
            (last_hour, last_minute), i = end
            until = last_hour * 60 + last_minute
        zone = self.zone(i)
        if (named is None and zone is None) or self.word(i) in ("menit", "jam"):
            return None
        i = zone if zone is not None else i
        read = self.table("parts", i)
        part: Part | None = None
        if read and self.skip("earlier_today", read[1]) is None and self.skip("this", read[1]) is None:
            part, i = read[0], self.optional("day", read[1])
            zone = self.zone(i)
            i = zone if zone is not None else i
        return (hour, minute, until, part), i

    def hour(self, at: int, *, alone: bool) -> Found[tuple[int, int]]:
        """Hour and minute in digits; `alone`, also a bare hour, in words too."""
        if at >= len(self.atoms):
            return None
        match = re.fullmatch(r"(\d{1,2})[.:](\d\d)(?:[.:]\d\d)?", self.atoms[at].text)
        if match:
            hour, minute = int(match[1]), int(match[2])
            return ((hour, minute), at + 1) if hour <= 24 and minute < 60 else None
        whole = self.small_number(at) if alone else None
        return ((whole[0], 0), whole[1]) if whole and 0 <= whole[0] <= 24 else None

    def zone(self, at: int) -> int | None:
        """`WIB`, `waktu setempat`, `waktu Damaskus`, in brackets too, or the same hour elsewhere after it."""
        if self.word(at) == "(":
            inner = self.hour(at + 1, alone=False)
            after = self.skip("zones", inner[1] if inner else at + 1)
            return after + 1 if after is not None and self.word(after) == ")" else None
        after = self.skip("zones", at)
        named = self.atoms[at + 1 : at + 2] if self.word(at) == "waktu" else ()
        if after is None and named and named[0].is_capital:
            after = at + 2
        if after is None:
            return None
        again = self.zone(after) if self.word(after) == "(" else None
        return after if again is None else again

    # -- moments ---------------------------------------------------------------------------------------

    def moment(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side from `at`, put together; or a third, a decade, a longer time."""
        return longest((self.third(at), self.decade(at), self.composed(at)))

    def composed(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side, put together."""
        pieces = _Pieces()
        after = self.piece(at, pieces, first=True)
        if after is None:
            return None
        while True:
            following = self.next_piece(after, pieces)
            if following is None:
                break
            after = following
        meaning = self.together(pieces)
        if meaning is None:
            return None
        zone = self.zone(after)
        return meaning, after if zone is None else zone

    def next_piece(self, at: int, pieces: _Pieces) -> int | None:
        """One more piece: beside the last, behind a comma or a joining word, or in brackets."""
        bracket = self.parenthesis(at)
        if bracket:
            date, after = bracket
            if pieces.date is None and (
                pieces.weekday is not None or pieces.relative is not None or pieces.part
            ):
                pieces.date = date
                return self.after_pointing(after)
            return None
        if isinstance(pieces.date, Calendar) and pieces.date.system == "gregorian" and pieces.date.year:
            again = self.hijri_alternative(at)
            if again is not None:
                return again
            # `12 Nop 2025 | 16:05 WIB`, as pages date themselves.
            clock = self.clock(at + 1) if self.word(at) in _RULES and pieces.clock is None else None
            if clock:
                pieces.clock = clock[0]
                return clock[1]
        i = at + 1 if self.word(at) == "," else at
        return self.piece(self.optional("joins", i), pieces, first=False, apart=i > at)

    def piece(self, at: int, pieces: _Pieces, *, first: bool, apart: bool = False) -> int | None:
        """Reads one piece into its slot; null if there is none here or its slot is taken."""
        if at >= len(self.atoms):
            return None
        clock = self.clock(at)
        if clock:
            if pieces.clock is not None:
                return None
            pieces.clock = clock[0]
            return clock[1]
        part = self.part(at)
        if part and pieces.part is None:
            return self.take_part(part, pieces, first=first, apart=apart)
        weekday = self.weekday(at)
        if weekday and pieces.weekday is None and (pieces.date is None or first):
            (value, within, direction), after = weekday
            pieces.weekday, pieces.direction = value, direction
            if within is not None:
                pieces.date = within
            return after
        date = self.date(at)
        if date is None and pieces.weekday is not None and not apart:
            date = self.bare_numeric_date(at)
        if date and pieces.date is None and (first or is_day(date[0])):
            pieces.date = date[0]
            return date[1]
        relative = self.relative(at)
        if (
            relative
            and pieces.relative is None
            and (first or is_day(relative[0]))
            and not (apart and pieces.date)
        ):
            pieces.relative = relative[0]
            return relative[1]
        return None

    def take_part(
        self,
        read: tuple[tuple[Part, Meaning | None, bool], int],
        pieces: _Pieces,
        *,
        first: bool,
        apart: bool,
    ) -> int | None:
        """Puts a part of the day into its slot; alone it needs a day right behind it (`malam Senin`)."""
        (part, day, plain), after = read
        if day is not None and pieces.relative is None:
            pieces.relative = day
        elif day is None and first:
            weekday = self.weekday(after)
            dated = self.date(self.optional("joins", after)) or self.relative(after)
            if weekday is None and dated is None:
                return None
            pieces.eve = plain and weekday is not None and self.skip("day", after) is None
        elif day is None and apart and pieces.clock is None:
            return None
        pieces.part = part
        # `Senin malam Selasa`: the second day only says the night again.
        again = self.table("weekdays", after)
        if again and pieces.weekday is not None and again[0] == (pieces.weekday + 1) % 7:
            return again[1]
        return after

    def together(self, pieces: _Pieces) -> Meaning | None:
        """What the pieces mean; null where they do not go together."""
        day = pieces.day()
        if day is not None and not is_day(day) and (pieces.part or pieces.clock):
            return None
        part = pieces.part
        if pieces.clock is not None:
            hour, minute, until, own_part = pieces.clock
            part = own_part or part
            start = clock_minute(hour, minute, part)
            if start is None:
                return None
            end = clock_minute(until // 60, until % 60, part) if until is not None else None
            if end is not None and end < start:
                end += 24 * 60
            if pieces.eve and day is not None:
                start, end = start - 24 * 60, None if end is None else end - 24 * 60
            return Clock(day, start, end)
        if part is not None:
            return PartOfDay(day, part, pieces.eve) if day is not None else None
        return day


def _times(value: int | None, factor: int) -> int | None:
    return None if value is None else value * factor


def _halves(years: int | None) -> int | None:
    return None if years is None else years * 12 + 6
