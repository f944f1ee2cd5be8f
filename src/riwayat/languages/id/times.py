"""Finding Indonesian time expressions: words to meanings, without any calendar.

A small grammar by recursive descent.  A *moment* is put together from pieces that stand side by side, each at
most once: a weekday, a date, a word such as `kemarin`, a part of the day, a time of the clock; so
`Senin (27/05/2019) malam sekitar pukul 20.00 WIB` is one.  Around moments stand ranges, `sejak`, `setiap`.

Where it is decided what a span holds: words that change the meaning are in (`sejak`, `hingga`, `selama`,
`setiap`, `sekitar` before a clock time, `hari`, `tanggal`, `bulan`, `tahun`, `lalu`), mere prepositions are not
(`pada`, `di`, `dalam`, `dari`, `antara`).

`Minggu` is Sunday and `minggu` week: by a part of day, a date or `hari` beside it; else by its capital inside a
sentence.  At the head of a sentence `Minggu lalu` is read as last week, which holds last Sunday too.
`malam Senin` is the night before Monday, as in `malam Jumat`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from riwayat import languages
from riwayat.text.numbers import Atom, NumberWords, PhraseTable, atoms, read_number
from riwayat.text.times import (
    Between,
    Calendar,
    Clock,
    Direction,
    Meaning,
    Open,
    Part,
    PartOfDay,
    Recurring,
    Shift,
    Stretch,
    Third,
    TimeExpression,
    Unit,
    Vague,
    Weekday,
    Within,
    clock_minute,
)

T = TypeVar("T")
Found: TypeAlias = tuple[T, int] | None
"""What was read and the atom after it; null if nothing was."""

_NUMERIC_DATE = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
# A number is taken for a year without the word `tahun` only within living memory of the news.
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1900, 2100


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping.

    Offsets are code points of `text`.  Durations, ages and the like are not times and are left out.
    """
    reader = _Reader(atoms(text))
    found: list[TimeExpression] = []
    at = 0
    while at < len(reader.atoms):
        read = reader.expression(at)
        if read is None:
            at += 1
            continue
        meaning, after = read
        start, end = reader.atoms[at].start, reader.atoms[after - 1].end
        found.append(TimeExpression(start, end, text[start:end], meaning))
        at = after
    return found


@dataclass(frozen=True)
class _Words:
    """`times.toml` and the number words, made ready for reading."""

    numbers: NumberWords
    lists: Mapping[str, PhraseTable[bool]]
    tables: Mapping[str, PhraseTable[Any]]
    sets: Mapping[str, frozenset[str]]
    counted: frozenset[str]


@cache
def _words() -> _Words:
    data, numbers = languages.words("id", "times"), languages.words("id", "numbers")
    lists = {k: PhraseTable.set(v) for k, v in data.items() if not isinstance(v, Mapping)}
    tables = {k: PhraseTable(v) for k, v in data.items() if isinstance(v, Mapping)}
    sets = {k: frozenset(v) for k, v in data.items() if not isinstance(v, Mapping)}
    counted = frozenset(
        word for key in ("classifiers", "measures", "nouns", "general") for word in numbers[key]
    ) | frozenset(numbers["itself"]["participants"])
    return _Words(NumberWords.of(numbers), lists, tables, sets, counted)


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


class _Reader:
    """The grammar over one text's atoms; every method takes a place and returns what it read, or null."""

    def __init__(self, found: tuple[Atom, ...]) -> None:
        self.atoms = found
        self.lower = tuple(atom.lower for atom in found)
        self.words = _words()

    # -- small things ----------------------------------------------------------------------------------

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def skip(self, name: str, at: int) -> int | None:
        """The place after a phrase of the list `name`, if one stands at `at`."""
        read = self.words.lists[name].read(self.lower, at)
        return read[1] if read else None

    def table(self, name: str, at: int) -> Found[Any]:
        return self.words.tables[name].read(self.lower, at)

    def optional(self, name: str, at: int) -> int:
        after = self.skip(name, at)
        return at if after is None else after

    def first_in_sentence(self, at: int) -> bool:
        i = at - 1
        while i >= 0 and self.atoms[i].text in "\"'“”‘’(«»–—-":
            i -= 1
        return i < 0 or self.atoms[i].text in ".!?\n:…"

    def direction(self, at: int) -> Found[Direction]:
        for name, value in (("past", -1), ("future", 1), ("this", 0)):
            after = self.skip(name, at)
            if after is not None:
                return cast(Direction, value), after
        return None

    def small_number(self, at: int) -> Found[int]:
        """A whole number in digits or words, exactly said."""
        amount = read_number(self.atoms, at, self.words.numbers)
        if amount is None or amount.low is None or amount.low != amount.high:
            return None
        return amount.low, amount.next

    def year(self, at: int, *, bare: bool = False) -> Found[int]:
        text = self.atoms[at].text if at < len(self.atoms) else ""
        if not re.fullmatch("[0-9]{4}", text):
            return None
        first, last = (_FIRST_BARE_YEAR, _LAST_BARE_YEAR) if bare else (_FIRST_YEAR, _LAST_YEAR)
        if not first <= int(text) <= last or (bare and self.word(at + 1) in self.words.counted):
            return None
        return int(text), at + 1

    def named_after_a_day(self, at: int) -> bool:
        """Whether what stands before makes this a name: `Pasar Minggu`, `Jl. 10 November`."""
        i = at - 1 if self.word(at - 1) != "." else at - 2
        return self.word(i) in self.words.sets["names_before"]

    # -- pieces of a moment ----------------------------------------------------------------------------

    def weekday(self, at: int) -> Found[tuple[int, Meaning | None, Direction]]:
        """A weekday with what is said of its week: (weekday, the day if its week is named, direction)."""
        i = self.optional("day", at)
        read = self.table("weekdays", i)
        if read is None or self.named_after_a_day(at):
            return None
        weekday, after = read
        if self.lower[i] == "minggu" and i == at and not self.is_sunday(at, after):
            return None
        week = self.skip("week", after)
        pointed = self.direction(week) if week is not None else None
        if pointed:
            shift = Shift.by(pointed[0], "week")
            return (weekday, Within(shift, weekday=weekday), pointed[0]), pointed[1]
        pointed = self.pointing(after)
        if pointed:
            return (weekday, None, pointed[0]), pointed[1]
        return (weekday, None, 0), after

    def is_sunday(self, at: int, after: int) -> bool:
        """Whether `minggu` without `hari` is the day and not the week."""
        if self.word(at - 1) in ("per", "se", "tiap", "setiap", "hari") or self.small_number(at - 1):
            return self.word(at - 1) == "hari"
        if self.word(at - 1) in self.words.sets["several"] or self.table("thirds", at - 1):
            return False
        if self.table("parts", after) or self.parenthesis(after) or self.comma_date(after):
            return True
        capital = self.atoms[at].is_capital
        if self.first_in_sentence(at):
            return capital and self.direction(after) is None and self.skip("after_that", after) is None
        return capital

    def comma_date(self, at: int) -> bool:
        i = at + 1 if self.word(at) == "," else at
        return self.date(i) is not None

    def pointing(self, at: int) -> Found[Direction]:
        """`lalu`, `mendatang`, `ini` after a day or date; not the `lalu` that means *then*, before a verb."""
        read = self.direction(at)
        if read is None or (read[0] == 0 and self.table("parts", at - 1)):
            return read
        follows = self.word(read[1])
        verb = (
            re.match(r"(?:di|me|ber|ter)[a-z]{3}", follows) is not None and follows not in self.words.counted
        )
        return None if verb and self.word(at) == "lalu" and self.word(at - 1) == ")" else read

    def date(self, at: int) -> Found[Meaning]:
        """A date or a month, with its year or without; the longest of the ways to write one."""
        ways: tuple[Callable[[int], Found[Meaning]], ...] = (
            self.iso_date,
            self.numeric_date,
            self.hijri_date,
            self.named_date,
            self.day_of_month,
            self.month,
            self.plain_year,
            self.feast,
        )
        return _longest(way(at) for way in ways)

    def iso_date(self, at: int) -> Found[Meaning]:
        run = "".join(atom.text for atom in self.atoms[at : at + 5])
        if not re.fullmatch(r"[12]\d{3}-\d\d-\d\d", run) or not _touching(self.atoms[at : at + 5]):
            return None
        year, month, day = (int(part) for part in run.split("-"))
        return (Calendar(year, month, day), at + 5) if _possible(day, month) else None

    def numeric_date(self, at: int) -> Found[Meaning]:
        """`27/05/2019`, `27.05.2019`; day and month alone only where something else says it is a date."""
        i = self.optional("on_date", at)
        read = self.bare_numeric_date(i)
        if read is None:
            return None
        date = read[0]
        return read if (date.year is not None and date.year >= _FIRST_YEAR) or i > at else None

    def bare_numeric_date(self, at: int) -> Found[Calendar]:
        if at >= len(self.atoms):
            return None
        run, after = self.atoms[at].text, at + 1
        if re.fullmatch(r"\d\d?", run) and self.word(at + 1) == "-" and _touching(self.atoms[at : at + 5]):
            run, after = "".join(a.text for a in self.atoms[at : at + 5]).replace("-", "/"), at + 5
        match = _NUMERIC_DATE.fullmatch(run)
        if match is None or (match[2] == "." and match[4] is None):
            return None
        day, month, year = int(match[1]), int(match[3]), int(match[4]) if match[4] else None
        return (Calendar(year, month, day), after) if _possible(day, month) else None

    def named_date(self, at: int) -> Found[Meaning]:
        """`27 Mei`, `tanggal 3 Nop. 2018`, `5 Mei tahun lalu`."""
        i = self.optional("on_date", at)
        day = self.day_number(i)
        if day is None or self.named_after_a_day(at):
            return None
        month = self.month_name(day[1])
        if month is None:
            return None
        return self.with_year(month[1], None, month[0], day[0])

    def day_number(self, at: int) -> Found[int]:
        if at < len(self.atoms) and re.fullmatch(r"[0-9]{1,2}", self.atoms[at].text):
            value = int(self.atoms[at].text)
            return (value, at + 1) if 1 <= value <= 31 else None
        return None

    def month_name(self, at: int) -> Found[int]:
        read = self.table("months", self.optional("on_month", at))
        if read is None:
            return None
        month, after = read
        dotted = self.word(after) == "." and self.word(after - 1) in self.words.sets["short"]
        return month, after + 1 if dotted else after

    def with_year(self, at: int, system: str | None, month: int, day: int | None) -> Found[Meaning]:
        """The rest of a date after its month: a year, `tahun lalu`, or a direction."""
        date = Calendar(None, month, day)
        i = self.optional("on_year", at)
        year = self.year(i)
        if year:
            return replace(date, year=year[0]), self.after_pointing(year[1])
        short = self.word(at) in ("'", "’") and self.atoms[at + 1 : at + 2]
        if short and re.fullmatch(r"\d\d", short[0].text):
            return replace(date, year=int(short[0].text)), at + 2
        pointed = self.direction(i) if i > at else None
        if pointed:
            return Within(Shift.by(pointed[0], "year"), month=month, day=day), pointed[1]
        pointed = self.pointing(at)
        if pointed and not (day is None and pointed[0] == 0):
            return replace(date, direction=pointed[0]), pointed[1]
        return date, pointed[1] if pointed else at

    def after_pointing(self, at: int) -> int:
        pointed = self.pointing(at)
        return pointed[1] if pointed else at

    def day_of_month(self, at: int) -> Found[Meaning]:
        """`tanggal 5 bulan lalu`."""
        i = self.skip("on_date", at)
        day = self.day_number(i) if i is not None else None
        month = self.skip("on_month", day[1]) if day else None
        pointed = self.direction(month) if month is not None else None
        if not (day and pointed):
            return None
        return Within(Shift.by(pointed[0], "month"), day=day[0]), pointed[1]

    def month(self, at: int) -> Found[Meaning]:
        """A month without a day; one that may be a name, or is cut short, needs something beside it."""
        named = self.skip("on_month", at) is not None
        read = self.month_name(at)
        if read is None or self.named_after_a_day(at) or self.day_number(at - 1) or self.year(at - 1):
            return None
        word = self.word(self.optional("on_month", at))
        dated = self.with_year(read[1], None, read[0], None)
        beside = dated is not None and dated[1] > read[1]
        if word in self.words.sets["short"]:
            return dated if named or (isinstance(dated and dated[0], Calendar) and beside) else None
        if not beside and not named and not self.atoms[at].is_capital:
            return None
        if (
            not beside
            and not named
            and word in self.words.sets["names_too"]
            and self.beside_a_name(at, read[1])
        ):
            return None
        return dated

    def beside_a_name(self, at: int, after: int) -> bool:
        following = self.atoms[after] if after < len(self.atoms) else None
        if following and following.is_capital and self.table("weekdays", after) is None:
            return True
        before = self.atoms[at - 1] if at else None
        return before is not None and before.is_capital and not self.first_in_sentence(at - 1)

    def plain_year(self, at: int) -> Found[Meaning]:
        """`tahun 2014`, and `2014` after `pada` and the like; laws (`Nomor 11 Tahun 2008`) are not times."""
        i = self.skip("on_year", at)
        if i is not None:
            year = self.year(i)
            law = self.atoms[at - 1].is_number if at else False
            return (Calendar(year[0]), self.after_pointing(year[1])) if year and not law else None
        year = self.year(at, bare=True)
        if year is None or self.word(at - 1) not in self.words.sets["yearly"]:
            return None
        return Calendar(year[0]), self.after_pointing(year[1])

    def decade(self, at: int) -> Found[Meaning]:
        """`tahun 1990-an`, `era 80-an`."""
        i = self.optional("era", at)
        text = self.atoms[i].text if i < len(self.atoms) else ""
        if not re.fullmatch(r"(?:1\d|20)?\d0", text) or self.word(i + 1) != "-" or self.word(i + 2) != "an":
            return None
        if len(text) == 2 and i == at:
            return None
        year = int(text) if len(text) == 4 else 1900 + int(text)
        return Between(Calendar(year), Calendar(year + 9)), i + 3

    def hijri_date(self, at: int) -> Found[Meaning]:
        """`10 Muharram 1445 H`, `Ramadan tahun ini`; a year must be said or the month pointed at."""
        i = self.optional("on_date", at)
        day = self.day_number(i)
        month = self.table("hijri_months", self.optional("on_month", day[1] if day else i))
        if month is None:
            return None
        date = Calendar(None, month[0], day[0] if day else None, system="hijri")
        i = self.optional("on_year", month[1])
        year = self.year(i)
        era = self.skip("hijri_era", year[1]) if year else None
        if year and (era is not None or year[0] < 1600):
            after = year[1] if era is None else era
            return replace(date, year=year[0]), self.alternative_date(after)
        if year:
            # `Ramadan 2019`: the Hijri year is the one that falls into it.
            return Within(Calendar(year[0]), month=month[0], day=date.day, system="hijri"), year[1]
        pointed = self.direction(i)
        if pointed and i > month[1]:
            return Within(
                Shift.by(pointed[0], "year"), month=month[0], day=date.day, system="hijri"
            ), pointed[1]
        if pointed:
            return replace(date, direction=pointed[0]), pointed[1]
        said = date.day is not None or self.skip("on_month", at) is not None or month[0] == 9
        return (date, month[1]) if said and self.atoms[month[1] - 1].is_capital else None

    def alternative_date(self, at: int) -> int:
        """After a Hijri date: the same day in the other calendar, behind a stroke or in brackets."""
        if self.word(at) in ("/", "("):
            read = _longest(way(at + 1) for way in (self.named_date, self.numeric_date))
            if read and self.word(at) == "/":
                return read[1]
            if read and self.word(read[1]) == ")":
                return read[1] + 1
        return at

    def feast(self, at: int) -> Found[Meaning]:
        """`Idul Fitri 1440 H`, `Idul Adha tahun lalu`: only with its year, else it is the name of an occasion."""
        read = self.table("feasts", at)
        if read is None:
            return None
        (month, day), i = read
        year = self.year(i)
        if year and year[0] < 1600:
            date = Calendar(year[0], month, day, system="hijri")
            # Seen a day later in the east than on the tabulated calendar.
            return Between(date, replace(date, day=day + 1)), self.optional("hijri_era", year[1])
        return None

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
        return _longest(ways)

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
        named = self.table("units", i)
        if named is None:
            return None
        factor, unit = named[0]
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
        outer = _longest(ways)
        if outer is None:
            return None
        meaning, after = outer
        if third == "late" and isinstance(meaning, Shift) and meaning.unit == "week":
            third = "weekend"
        return Within(meaning, third=third), after

    def part(self, at: int) -> Found[tuple[Part, Meaning | None, bool]]:
        """A part of the day, its day where a word beside it says so, and whether it stands alone (`malam`)."""
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

    def today(self, part: Part, name: str) -> Meaning:
        """The day of `tadi malam` (yesterday's night), `siang tadi`, `nanti sore`, `malam ini`."""
        return Shift.by(-1 if part == "night" and name == "earlier_today" else 0, "day")

    def clock(self, at: int) -> Found[tuple[int, int, int | None, Part | None]]:
        """`sekitar pukul 05.30 WIB`, `jam 7 malam`, `pukul 19.00-21.00`: hour, minute, end in minutes, part."""
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
        if at >= len(self.atoms):
            return None
        match = re.fullmatch(r"(\d{1,2})[.:](\d\d)(?:[.:]\d\d)?", self.atoms[at].text)
        if match:
            hour, minute = int(match[1]), int(match[2])
            return ((hour, minute), at + 1) if hour <= 24 and minute < 60 else None
        whole = self.small_number(at) if alone else None
        return ((whole[0], 0), whole[1]) if whole and 0 <= whole[0] <= 24 else None

    def zone(self, at: int) -> int | None:
        """`WIB`, `waktu setempat`, `waktu Damaskus`, also in brackets or with the same hour elsewhere after it."""
        if self.word(at) == "(":
            inner = self.hour(at + 1, alone=False)
            after = self.skip("zones", inner[1] if inner else at + 1)
            return after + 1 if after is not None and self.word(after) == ")" else None
        after = self.skip("zones", at)
        if (
            after is None
            and self.word(at) == "waktu"
            and at + 1 < len(self.atoms)
            and self.atoms[at + 1].is_capital
        ):
            after = at + 2
        if after is None:
            return None
        again = self.zone(after) if self.word(after) == "(" else None
        return after if again is None else again

    # -- moments ---------------------------------------------------------------------------------------

    def moment(self, at: int) -> Found[Meaning]:
        """The pieces that stand side by side from `at`, put together; or a third, a decade, a longer time."""
        return _longest((self.third(at), self.decade(at), self.composed(at)))

    def composed(self, at: int) -> Found[Meaning]:
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
        i = at + 1 if self.word(at) == "," else at
        return self.piece(self.optional("joins", i), pieces, first=False, apart=i > at)

    def parenthesis(self, at: int) -> Found[Meaning]:
        """`(27/05/2019)`, `(4/5)`, `(27 Mei)`, `(27-29/5)` in brackets after a day."""
        if self.word(at) != "(":
            if self.word(at) == "," and self.word(at + 1) == "(":
                at += 1
            else:
                return None
        for way in (self.bare_numeric_date, self.named_date, self.iso_date):
            read = way(at + 1)
            if read and self.word(read[1]) == ")":
                return read[0], read[1] + 1
        return None

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
        if date and pieces.date is None and (first or _is_day(date[0])):
            pieces.date = date[0]
            return date[1]
        relative = self.relative(at)
        if (
            relative
            and pieces.relative is None
            and (first or _is_day(relative[0]))
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
        day = pieces.day()
        if day is not None and not _is_day(day) and (pieces.part or pieces.clock):
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

    # -- expressions -----------------------------------------------------------------------------------

    def expression(self, at: int) -> Found[Meaning]:
        """The longest time expression that starts at atom `at`."""
        vague = self.skip("vague", at)
        ways: tuple[Found[Meaning], ...] = (
            (Vague(), vague) if vague is not None else None,
            self.recurring(at),
            self.opened(at),
            self.during(at),
            self.between(at),
            self.moment(at),
        )
        return _longest(ways)

    def recurring(self, at: int) -> Found[Meaning]:
        i = self.skip("every", at)
        if i is None:
            return None
        unit = self.table("units", i)
        part = self.table("parts", i)
        read = _longest(
            (
                self.moment(i),
                (Recurring(), unit[1]) if unit else None,
                (Recurring(), part[1]) if part else None,
            )
        )
        return (Recurring(), read[1]) if read else None

    def opened(self, at: int) -> Found[Meaning]:
        """`sejak 2014`, `sejak Senin hingga Rabu`, `hingga Kamis`, `sebelum 2011`, `setelah 2003`."""
        since = self.skip("since", at)
        if since is not None:
            spread = self.between(since)
            edge = self.moment(since) or self.bare_year(since)
            if spread and (edge is None or spread[1] > edge[1]):
                return spread
            return (Open("since", edge[0]), edge[1]) if edge else None
        until = self.skip("until", at)
        edge = self.moment(until) or self.bare_year(until) if until is not None else None
        if edge:
            return Open("until", edge[0]), edge[1]
        for name, side in (("before", "before"), ("after", "after")):
            i = self.skip(name, at)
            edge = self.moment(i) or self.bare_year(i) if i is not None else None
            if edge and not isinstance(edge[0], Stretch):
                return Open("before" if side == "before" else "after", edge[0]), edge[1]
        return None

    def during(self, at: int) -> Found[Meaning]:
        """`selama tiga hari terakhir`, `sepanjang 2018`, `selama Ramadan 1440 H`; a bare duration is no time."""
        i = self.skip("during", at)
        if i is None:
            return None
        return self.between(i) or self.moment(i) or self.bare_year(i)

    def bare_year(self, at: int) -> Found[Meaning]:
        year = self.year(at, bare=True)
        return (Calendar(year[0]), self.after_pointing(year[1])) if year else None

    def between(self, at: int) -> Found[Meaning]:
        """A range of two days, dates, months or years, and neighbouring days joined by `dan`."""
        return _longest((self.days_of_month(at), self.years(at), self.two_moments(at), self.neighbours(at)))

    def days_of_month(self, at: int) -> Found[Meaning]:
        """`27-28 Mei 2019`, `3 hingga 7 Juni`, `27 dan 28 Mei`, `Senin-Rabu (27-29/5/2019)`."""
        i = self.optional("on_date", at)
        first = self.day_number(i)
        joined = (self.skip("to", first[1]) or self.skip("and", first[1])) if first else None
        if first is None or joined is None or self.named_after_a_day(at):
            return None
        last = self.named_date(joined)
        if last is None or not isinstance(last[0], (Calendar, Within)) or last[0].day is None:
            return None
        return (Between(replace(last[0], day=first[0]), last[0]), last[1]) if first[0] < last[0].day else None

    def years(self, at: int) -> Found[Meaning]:
        """`2014-2019`, `2014 hingga 2019`, `2018/2019`."""
        i = self.optional("on_year", at)
        if i < len(self.atoms) and re.fullmatch(r"\d{4}/\d{4}", self.atoms[i].text):
            first, last = (int(year) for year in self.atoms[i].text.split("/"))
            return (
                (Between(Calendar(first), Calendar(last)), i + 1)
                if _FIRST_YEAR <= first == last - 1
                else None
            )
        begin = self.year(i, bare=True)
        joined = self.skip("to", begin[1]) if begin else None
        if begin and joined is None and self.word(at - 1) == "antara":
            joined = self.skip("and", begin[1])
        end = self.year(self.optional("on_year", joined), bare=True) if joined is not None else None
        before = self.word(at - 1)
        if not (begin and end) or begin[0] >= end[0] or before in ("-", "/", "+"):
            return None
        return Between(Calendar(begin[0]), Calendar(end[0])), end[1]

    def two_moments(self, at: int) -> Found[Meaning]:
        first = self.moment(at) or self.short_month(at)
        if first is None or not isinstance(first[0], (Calendar, Weekday, Within, Clock, PartOfDay)):
            return None
        joined = self.skip("to", first[1])
        if joined is None and self.word(at - 1) == "antara":
            joined = self.skip("and", first[1])
        last = self.moment(joined) if joined is not None else None
        if last is None or not isinstance(last[0], (Calendar, Weekday, Within, Clock, PartOfDay, Shift)):
            return None
        return Between(first[0], last[0]), last[1]

    def short_month(self, at: int) -> Found[Meaning]:
        read = self.table("months", at)
        return (Calendar(None, read[0]), read[1]) if read and self.atoms[at].is_capital else None

    def neighbours(self, at: int) -> Found[Meaning]:
        """`Sabtu dan Minggu`, `Kamis dan Jumat pekan lalu`: two days in a row are one stretch."""
        first = self.weekday(at)
        joined = self.skip("and", first[1]) if first else None
        last = self.weekday(joined) if joined is not None else None
        if not (first and last) or last[0][0] != (first[0][0] + 1) % 7:
            return None
        (weekday, within, direction), after = last
        if isinstance(within, Within):
            return Between(replace(within, weekday=first[0][0]), within), after
        return Between(Weekday(first[0][0], direction), Weekday(weekday, direction)), after


def _longest(found: Any) -> Found[Meaning]:
    """The reading that goes furthest; the first of equals."""
    best: Found[Meaning] = None
    for read in found:
        if read is not None and (best is None or read[1] > best[1]):
            best = read
    return best


def _is_day(meaning: Meaning) -> bool:
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


def _times(value: int | None, factor: int) -> int | None:
    return None if value is None else value * factor


def _touching(found: Sequence[Atom]) -> bool:
    return all(a.end == b.start for a, b in zip(found, found[1:], strict=False))


def _possible(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
