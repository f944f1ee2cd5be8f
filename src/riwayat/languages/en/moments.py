"""Reading English moments: a day, a part of it and the hour, side by side in any order.

`late on Monday evening`, `at 3 p.m. on May 12`, `last night`, `the night of May 12`, `two days ago`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwayat.languages.en.dates import DateReader, Found, longest
from riwayat.text.times import (
    Calendar,
    Clock,
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


@dataclass(slots=True)
class _Pieces:
    """The pieces of a moment found so far."""

    day: Meaning | None = None
    weekday: int | None = None
    part: Part | None = None
    clock: tuple[int, int, bool] | None = None
    """Hour, minute, and whether it says of which half of the day."""


class MomentReader(DateReader):
    """Moments, on top of dates."""

    # -- days ------------------------------------------------------------------------------------------

    def weekday(self, at: int) -> Found[Meaning]:
        """`Monday`, `last Monday`, `Monday last week`, `Tuesday of this week`, `Monday, May 12`."""
        pointed = self.direction(at)
        if pointed is not None and self.word(at) not in ("the",):
            name = self.weekday_name(pointed[1])
            return (Weekday(name[0], pointed[0]), name[1]) if name else None
        told = self.skip("before_told", at) or self.skip("after_told", at)
        if told is not None and (name := self.weekday_name(told)):
            return Weekday(name[0], -1 if self.skip("before_told", at) else 1), name[1]
        name = self.weekday_name(at)
        if name is None:
            return None
        weekday, after = name
        i = after + (self.word(after) in (",", "of"))
        week = self.direction(i)
        if week is not None and self.word(week[1]) == "week":
            return Within(Shift.by(week[0], "week"), weekday=weekday), week[1] + 1
        k = after + (self.word(after) == ",")
        k += self.word(k) == "the"
        dated = self.date(k)
        if dated is not None and isinstance(dated[0], Calendar) and dated[0].day is not None:
            return replace(dated[0], weekday=weekday), dated[1]
        if self.word(after) == "(" and (inner := self.date(after + 1)) and self.word(inner[1]) == ")":
            return inner[0], inner[1] + 1
        return Weekday(weekday), after

    def relative(self, at: int) -> Found[Meaning]:
        """`yesterday`, `the next day`, `two days ago`, `last week`."""
        plain, told = self.table("relative", at), self.table("told", at)
        ways: tuple[Found[Meaning], ...] = (
            (Shift.by(plain[0], "day"), plain[1]) if plain else None,
            (Shift.by(told[0], "day", "previous"), told[1]) if told else None,
            self.counted(at),
            self.stretch(at),
            self.this_unit(at),
        )
        return longest(ways)

    def units(self, at: int) -> Found[tuple[int | None, int | None, Unit]]:
        """An amount of time: `two days`, `a week`, `several months`, `two or three years`."""
        if (half := self.skip("half", at)) is not None and self.word(half) in ("year", "day", "hour"):
            return ((6, 6, "month") if self.word(half) == "year" else (1, 1, "hour")), half + 1
        number = self.amount(at)
        if number is None:
            return None
        low, high, i = number.low, number.high, number.next
        if self.word(i) in ("or", "to", "-") and (second := self.amount(i + 1)) and second.high:
            high, i = second.high, second.next
        named = self.table("units", i)
        if named is None or self.word(i) == "weekend":
            return None
        factor, unit = named[0]
        return (
            (None if low is None else low * factor),
            (None if high is None else high * factor),
            unit,
        ), named[1]

    def counted(self, at: int) -> Found[Meaning]:
        """`two days ago`, `a week earlier`, `three days later`; `in two days` and `within hours` lie ahead."""
        read = self.units(at)
        if read is None:
            bare = self.table("units", at)
            if bare and self.word(bare[1]) in ("ago", "earlier") and self.word(at).endswith("s"):
                base = "anchor" if self.word(bare[1]) == "ago" else "previous"
                return Shift(
                    -2 * max(bare[0][0], 1), None, bare[0][1], "anchor" if base == "anchor" else "previous"
                ), bare[1] + 1
            return None
        (low, high, unit), i = read
        for name, sign, base in (
            ("ago", -1, "anchor"),
            ("ahead", 1, "anchor"),
            ("before_that", -1, "previous"),
            ("after_that", 1, "previous"),
        ):
            after = self.skip(name, i)
            if after is not None:
                most = None if high is None else sign * high
                least = sign * (2 if low is None else low)
                return Shift(least, most, unit, "anchor" if base == "anchor" else "previous"), after
        return None

    def stretch(self, at: int) -> Found[Meaning]:
        """`the past three days`, `the last 24 hours`, `the coming weeks`, `the past week`."""
        for name, sign in (("last_stretch", -1), ("next_stretch", 1)):
            i = self.skip(name, at)
            if i is None:
                continue
            read = self.units(i)
            if read is not None and self.word(i) not in ("a", "an"):
                return Stretch(read[0][1], read[0][2], -1 if sign < 0 else 1), read[1]
            unit = self.table("units", i)
            if unit is not None and self.word(i).endswith("s"):
                return Stretch(None, unit[0][1], -1 if sign < 0 else 1), unit[1]
            if unit is not None and "past" in self.word(i - 1) and unit[0][1] != "hour":
                return Stretch(unit[0][0], unit[0][1], -1), unit[1]
        return None

    def this_unit(self, at: int) -> Found[Meaning]:
        """`last week`, `this month`, `next year`, `the previous month`, `earlier this year`, `the weekend`."""
        i = self.skip("earlier", at)
        i = at if i is None else i
        for name, amount, base in (
            ("before_told", -1, "previous"),
            ("past", -1, "anchor"),
            ("this", 0, "anchor"),
            ("that", 0, "previous"),
            ("after_told", 1, "previous"),
            ("future", 1, "anchor"),
        ):
            after = self.skip(name, i)
            unit = self.table("units", after) if after is not None else None
            if (
                unit is None
                or unit[0][0] == 0
                or unit[0][1] in ("hour", "day")
                or self.word(unit[1] - 1).endswith("s")
            ):
                continue
            if base == "previous" and name == "after_told" and self.word(i) == "next":
                base = "anchor"
            shift = Shift.by(amount, unit[0][1], "anchor" if base == "anchor" else "previous")
            if self.word(unit[1] - 1) == "weekend":
                return Within(shift, third="weekend"), unit[1]
            return shift, unit[1]
        if self.word(at) == "the" and self.word(at + 1) == "weekend":
            return Within(Shift(0, None, "week"), third="weekend"), at + 2
        return None

    def third(self, at: int) -> Found[Meaning]:
        """`early May`, `mid-May`, `late last year`, `the end of 2018`."""
        read = self.table("thirds", at)
        if read is None:
            return None
        third: Third = read[0]
        i = read[1]
        if self.word(i) == "-" and self.word(at) == "mid":
            i += 1
        year = self.year(i, bare=True)
        month = self.month_name(i)
        outer = longest(
            (
                self.with_year(month[0], None, month[1]) if month else None,
                (Calendar(year[0]), year[1]) if year else None,
                self.this_unit(i),
                self.hijri(i),
            )
        )
        if outer is None or (isinstance(outer[0], Within) and outer[0].third):
            return None
        return Within(outer[0], third=third), outer[1]

    # -- parts of the day ------------------------------------------------------------------------------

    def part(self, at: int) -> Found[tuple[Part, Meaning | None]]:
        """`night`, `this morning`, `last night`, `overnight`, `tonight`; with its day where it says so."""
        if self.word(at) == "overnight":
            return ("night", Shift.by(-1, "day")), at + 1
        if self.word(at) == "tonight":
            return ("night", Shift.by(0, "day")), at + 1
        if self.word(at) == "last" and self.word(at + 1) in ("night", "evening"):
            return ("night" if self.word(at + 1) == "night" else "dusk", Shift.by(-1, "day")), at + 2
        if self.word(at) == "this" and (read := self.table("parts", at + 1)):
            return (read[0], Shift.by(0, "day")), read[1]
        if self.word(at) in ("that", "the same") and (read := self.table("parts", at + 1)):
            return (read[0], Shift.by(0, "day", "previous")), read[1]
        if (
            self.word(at) == "the"
            and self.word(at + 1) in ("next", "following")
            and (read := self.table("parts", at + 2))
        ):
            return (read[0], Shift.by(1, "day", "previous")), read[1]
        i = at + (self.word(at) == "the")
        read = self.table("parts", i)
        return ((read[0], None), read[1]) if read else None

    def clock(self, at: int) -> Found[tuple[int, int, bool]]:
        """`3 p.m.`, `3:30pm`, `14:05 GMT`, `1530 GMT`, `10 o'clock`."""
        text = self.word(at)
        match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?", text) or re.fullmatch(
            r"([01]\d|2[0-3])([0-5]\d)", text
        )
        if match is None:
            return None
        hour, minute, i = int(match[1]), int(match[2] or 0), at + 1
        if hour > 24 or minute > 59:
            return None
        half, after = self.half(i)
        zone = self.skip("zones", after)
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif self.word(i) == "o'clock":
            after = i + 1
        elif not (":" in text or zone is not None) or (zone is None and ":" not in text):
            return None
        zone = self.skip("zones", after)
        return (hour, minute, bool(half)), self.bracketed_zone(after if zone is None else zone)

    def half(self, at: int) -> tuple[str, int]:
        """`a.m.`, `pm`: its first letter, and the place after it."""
        if self.word(at) in ("am", "pm"):
            return self.word(at)[0], at + 1
        if self.word(at) in ("a", "p") and self.word(at + 1) == "." and self.word(at + 2) == "m":
            return self.word(at), at + 3 + (self.word(at + 3) == ".")
        return "", at

    def bracketed_zone(self, at: int) -> int:
        """The place after `(1100 GMT)`, if that follows."""
        if (
            self.word(at) == "("
            and self.word(at + 1)[:1].isdigit()
            and self.skip("zones", at + 2) is not None
        ):
            close = self.skip("zones", at + 2)
            return close + 1 if close is not None and self.word(close) == ")" else at
        return at

    # -- moments ---------------------------------------------------------------------------------------

    def moment(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side from `at`, put together; or a third, a decade, a longer time."""
        return longest((self.third(at), self.decade(at), self.composed(at)))

    def composed(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side, put together."""
        pieces, after = _Pieces(), at
        early = self.word(at) in ("late", "early") and at + 1 < len(self.atoms)
        if early:
            after = at + 1 + (self.word(at + 1) in ("on", "in"))
        read = self.piece(after, pieces)
        if read is None or (
            early
            and pieces.weekday is None
            and not isinstance(pieces.day, (Shift, Calendar, Weekday, Within))
        ):
            return None
        after = read
        while (further := self.piece(self.joined(after), pieces)) is not None:
            after = further
        meaning = self.together(pieces, self.word(at) if early else "")
        return (meaning, after) if meaning is not None else None

    def joined(self, at: int) -> int:
        """The place behind what joins two pieces: `on`, `in the`, `at`, `of`, a comma."""
        i = at + (self.word(at) == ",")
        i = self.optional("joins", i)
        return self.optional("about", i)

    def piece(self, at: int, pieces: _Pieces) -> int | None:
        """Reads one piece into its slot; null if there is none here or its slot is taken."""
        if at >= len(self.atoms):
            return None
        if pieces.clock is None and (clock := self.clock(at)) is not None:
            pieces.clock = clock[0]
            return clock[1]
        if pieces.part is None and (part := self.part(at)) is not None:
            (name, day), after = part
            if not (day is not None and pieces.day is not None):
                pieces.part = name
                pieces.day = pieces.day or day
                return after
        if pieces.day is None:
            read = longest((self.weekday(at), self.date(at), self.relative(at)))
            if read is not None and (is_day(read[0]) or (pieces.part is None and pieces.clock is None)):
                pieces.day = read[0]
                return read[1]
        return None

    def together(self, pieces: _Pieces, early: str) -> Meaning | None:
        """What the pieces mean; null where they do not go together."""
        day, part = pieces.day, pieces.part
        if day is not None and not is_day(day) and (part or pieces.clock):
            return None
        if pieces.clock is not None:
            hour, minute, said = pieces.clock
            start = clock_minute(hour, minute, None if said else part)
            return Clock(day, start) if start is not None else None
        if part is not None:
            if day is None:
                return PartOfDay(Shift.by(0, "day", "previous"), part)
            return PartOfDay(day, part)
        return day


def is_day(meaning: Meaning) -> bool:
    """Whether it names a single day, so that a part of day or an hour may be added."""
    match meaning:
        case Calendar():
            return meaning.day is not None
        case Weekday():
            return True
        case Shift():
            return meaning.unit == "day"
        case Within():
            return meaning.day is not None or meaning.weekday is not None
    return False
