"""What a time expression means, before any calendar: the same few shapes in every language.

A language's `times.find` turns words into these; `riwayat.grounding.times.resolve` ties them to the calendar.
Days of the week count from Monday, 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["hour", "day", "week", "month", "year", "decade"]
Base: TypeAlias = Literal["anchor", "previous"]
Third: TypeAlias = Literal["early", "middle", "late", "weekend"]
Part: TypeAlias = Literal["small_hours", "dawn", "morning", "midday", "afternoon", "dusk", "evening", "night"]
Half: TypeAlias = Literal["early", "late"]
Direction: TypeAlias = Literal[-1, 0, 1]
"""-1: the last one before the anchor (`lalu`); 1: the next after it (`mendatang`); 0: not said."""
System: TypeAlias = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a date, as far as they are said: `27 Mei`, `Mei 2019`, `2014`, `Senin (27/5)`, `tanggal 27`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: Direction = 0
    system: System = "gregorian"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week without a date."""

    weekday: int
    direction: Direction = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """`amount` units away from the anchor, or from the time told before it: `kemarin`, `dua pekan lalu`.

    `most` is null where the number is not given (`beberapa hari lalu`): less than one of the next larger
    unit.
    """

    least: int
    most: int | None
    unit: Unit
    base: Base = "anchor"

    @classmethod
    def by(cls, amount: int, unit: Unit, base: Base = "anchor") -> Shift:
        """Exactly so many units: negative is earlier."""
        return cls(amount, amount, unit, base)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from `amount` units ago to the anchor (direction -1), or from the anchor on (1)."""

    amount: int | None
    """Null where it is not given (`beberapa hari terakhir`)."""
    unit: Unit
    direction: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a longer time: `Jumat pekan lalu`, `awal Mei`, `5 Mei tahun lalu`, `tanggal 5 bulan lalu`."""

    outer: Meaning
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    third: Third | None = None
    system: System = "gregorian"
    """The calendar that `month` and `day` belong to."""


@dataclass(frozen=True, slots=True)
class Nth:
    """One of several in a longer time: `the second Friday of May`, `الربع الثالث من 2016`; -1 is the last.

    A week belongs to the month or year that has its Thursday.
    """

    number: int
    what: Literal["week", "weekday", "quarter", "half"]
    outer: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The week, month or year that a day lies in: `the week of May 16`."""

    unit: Unit
    day: Meaning


@dataclass(frozen=True, slots=True)
class Partly:
    """A longer time up to the anchor (`earlier this month`), or from it on (`the rest of the week`)."""

    outer: Meaning
    side: Literal["so_far", "rest"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A day so far from another: `three weeks from tomorrow`, `a year and two months ago`; negative is earlier."""

    steps: tuple[tuple[int, Unit], ...]
    day: Meaning


@dataclass(frozen=True, slots=True)
class Years:
    """Years called by one name: `the 1990s`, `the 19th century`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Season:
    """`last summer`: not tied, since it depends on the place; `outer` is the year, where it is said."""

    outer: Meaning | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """`Senin malam`; with `eve`, the night before (`malam Senin`); `half` of it in `late on Monday night`."""

    day: Meaning
    part: Part
    eve: bool = False
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock; minutes count from the midnight that begins the day, and may run past the next."""

    day: Meaning | None
    """Null where only the hour is said."""
    minute: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one time to the end of another."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Open:
    """`sejak 2014`, `hingga Kamis`, `sebelum Senin`, `setelah 2003`."""

    side: Literal["since", "until", "before", "after"]
    edge: Meaning


@dataclass(frozen=True, slots=True)
class Recurring:
    """`setiap Jumat`: many times, none of them one can point to."""


@dataclass(frozen=True, slots=True)
class Vague:
    """`baru-baru ini`, `beberapa waktu lalu`: a time nobody gives."""


Meaning: TypeAlias = (
    Calendar
    | Weekday
    | Shift
    | Stretch
    | Within
    | Nth
    | Around
    | Partly
    | Counted
    | Years
    | Season
    | PartOfDay
    | Clock
    | Between
    | Open
    | Recurring
    | Vague
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that says when: `text` stands at `start` to `end`, code points, end exclusive."""

    start: int
    end: int
    text: str
    meaning: Meaning


def clock_minute(hour: int, minute: int, part: Part | None = None) -> int | None:
    """Minutes from midnight of the day named, helped by the part of day (`jam 7 malam` is 19:00).

    A night belongs to the day it begins, so its small hours count past 24:00.  Null if no such time exists.
    """
    if not (0 <= hour <= 24 and 0 <= minute < 60) or (hour == 24 and minute):
        return None
    if part == "night" and hour <= 12:
        hour += 12 if hour >= 5 else 24
    elif (part in ("afternoon", "dusk", "evening") and hour < 12) or (part == "midday" and hour < 6):
        hour += 12
    elif part in ("small_hours", "dawn", "morning") and hour == 12:
        hour = 0
    return hour * 60 + minute
