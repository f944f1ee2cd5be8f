"""Reading English moments: a day, a part of it and the hour, side by side in any order.

`late on Monday evening`, `at 3 p.m. on May 12`, `last night`, `the night of May 12`, `two days ago`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwayat.languages.en.hours import HourReader
from riwayat.text.timefinding import Found, is_day, longest
from riwayat.text.times import (
    Calendar,
    Clock,
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

    day: Meaning | None = None
    weekday: int | None = None
    part: Part | None = None
    half: Half | None = None
    clock: tuple[int, int, bool] | None = None
    """Hour, minute, and whether it says of which half of the day."""
    hours: tuple[int, int] | None = None
    """From which minute of the day to which."""


class MomentReader(HourReader):
    """Moments, on top of days and hours."""

    # -- days ------------------------------------------------------------------------------------------

    def weekday(self, at: int) -> Found[Meaning]:
        """`Monday`, `last Monday`, `Monday last week`, `Tuesday of this week`, `Monday, May 12`."""
        pointed = self.direction(at)
        if pointed is not None and self.word(at) not in ("the",):
            name = self.weekday_name(pointed[1])
            if name is None:
                return self.week_and_day(at)
            if self.word(at) in ("this", "next"):
                # `next Friday` is the one of the next week, even on a Monday.
                return Within(Shift.by(pointed[0], "week"), weekday=name[0]), name[1]
            return Weekday(name[0], pointed[0]), name[1]
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
        if self.word(k) == "the" and (number := self.day_number(k) or self.day_in_words(k)):
            month = self.day_first(k)
            if month is None and self.closed(number[1]):
                return Calendar(day=number[0], weekday=weekday), number[1]
        k += self.word(k) == "the"
        dated = longest((self.day_first(k), self.date(k)))
        if dated is not None and isinstance(dated[0], Calendar) and dated[0].day is not None:
            return replace(dated[0], weekday=weekday), dated[1]
        if self.word(after) == "(" and (inner := self.date(after + 1)) and self.word(inner[1]) == ")":
            return inner[0], inner[1] + 1
        return Weekday(weekday), after

    def week_and_day(self, at: int) -> Found[Meaning]:
        """`next week Sunday`, `this week on Friday`."""
        week = self.direction(at)
        if week is None or self.word(week[1]) != "week":
            return None
        i = week[1] + 1
        name = self.weekday_name(i + (self.word(i) == "on"))
        return (Within(Shift.by(week[0], "week"), weekday=name[0]), name[1]) if name else None

    def relative(self, at: int) -> Found[Meaning]:
        """`yesterday`, `the next day`, `two days ago`, `last week`."""
        plain, told = self.table("relative", at), self.table("told", at)
        ways: tuple[Found[Meaning], ...] = (
            (Shift.by(plain[0], "day"), plain[1]) if plain else None,
            (Shift.by(told[0], "day", "previous"), told[1]) if told else None,
            self.counted(at),
            self.far(at),
            self.stretch(at),
            self.within_amount(at),
            self.more_than(at),
            self.this_unit(at),
        )
        return longest(ways)

    # -- moments ---------------------------------------------------------------------------------------

    def moment(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side from `at`, put together; or a third, a decade, a longer time."""
        ways = (
            self.third,
            self.decade,
            self.century,
            self.quarter,
            self.around,
            self.partly,
            self.season,
            self.composed,
        )
        return longest(way(at) for way in ways)

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
        while True:
            further = self.piece(self.joined(after), pieces) or self.piece(after, pieces)
            if further is None:
                break
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
        if pieces.day is not None and not is_day(pieces.day):
            return None
        if pieces.clock is None and pieces.hours is None and (hours := self.hours(at)) is not None:
            pieces.hours = hours[0]
            return hours[1]
        if pieces.clock is None and pieces.hours is None and (clock := self.clock(at)) is not None:
            pieces.clock = clock[0]
            return clock[1]
        if pieces.part is None and (part := self.part(at)) is not None:
            (name, half, day), after = part
            if not (day is not None and pieces.day is not None):
                pieces.part, pieces.half = name, half
                pieces.day = pieces.day or day
                return after
        if pieces.day is None:
            read = longest((self.weekday(at), self.nth(at), self.date(at), self.relative(at)))
            if read is not None and (
                is_day(read[0]) or (pieces.part is None and pieces.clock is None and pieces.hours is None)
            ):
                pieces.day = read[0]
                return read[1]
        return None

    def together(self, pieces: _Pieces, early: str) -> Meaning | None:
        """What the pieces mean; null where they do not go together."""
        day, part = pieces.day, pieces.part
        if day is not None and not is_day(day) and (part or pieces.clock or pieces.hours):
            return None
        if pieces.hours is not None:
            return Clock(day, *pieces.hours)
        if pieces.clock is not None:
            hour, minute, said = pieces.clock
            start = clock_minute(hour, minute, None if said else part)
            return Clock(day, start) if start is not None else None
        if part is not None:
            half = pieces.half or ("early" if early == "early" else "late" if early == "late" else None)
            return PartOfDay(day or Shift.by(0, "day", "previous"), part, half=half)
        return day
