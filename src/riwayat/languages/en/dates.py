"""Reading English dates: days of the month and the week, months, years, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, TypeVar

from riwayat import languages
from riwayat.text.numbers import Amount, Atom, NumberWords, PhraseTable, read_number
from riwayat.text.times import Between, Calendar, Direction, Meaning, Shift, Within

T = TypeVar("T")
Found: TypeAlias = tuple[T, int] | None
"""What was read and the atom after it; null if nothing was."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ORDINALS = ("st", "nd", "rd", "th")


@dataclass(frozen=True)
class TimeWords:
    """`times.toml` and the number words, made ready for reading."""

    numbers: NumberWords
    lists: Mapping[str, PhraseTable[bool]]
    tables: Mapping[str, PhraseTable[Any]]
    sets: Mapping[str, frozenset[str]]
    firsts: frozenset[str]
    """Words that a time may begin with."""


@cache
def time_words() -> TimeWords:
    """The words, read once."""
    data, numbers = languages.words("en", "times"), languages.words("en", "numbers")
    lists = {k: PhraseTable.set(v) for k, v in data.items() if not isinstance(v, Mapping)}
    tables = {k: PhraseTable(v) for k, v in data.items() if isinstance(v, Mapping)}
    sets = {k: frozenset(v) for k, v in data.items() if not isinstance(v, Mapping)}
    words = NumberWords(numbers["ones"], frozenset(), numbers["tens"], numbers["scales"], {}, frozenset())
    firsts = words.firsts().union(
        *(t.firsts() for t in (*lists.values(), *tables.values())), {"the", "a", "an"}
    )
    return TimeWords(words, lists, tables, sets, firsts)


def longest(found: Iterable[Found[T]]) -> Found[T]:
    """The reading that reaches furthest; the first of several."""
    best: Found[T] = None
    for read in found:
        if read is not None and (best is None or read[1] > best[1]):
            best = read
    return best


class DateReader:
    """The grammar over one text's atoms; every method takes a place and returns what it read, or null."""

    def __init__(self, found: tuple[Atom, ...]) -> None:
        self.atoms = found
        self.lower = tuple(atom.lower for atom in found)
        self.words = time_words()

    # -- small things ----------------------------------------------------------------------------------

    def word(self, at: int) -> str:
        """The lower-case word at `at`; empty outside the text."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def skip(self, name: str, at: int) -> int | None:
        """The place after a phrase of the list `name`, if one stands at `at`."""
        read = self.words.lists[name].read(self.lower, at)
        return read[1] if read else None

    def optional(self, name: str, at: int) -> int:
        """The place after a phrase of the list `name`, or `at` itself."""
        after = self.skip(name, at)
        return at if after is None else after

    def table(self, name: str, at: int) -> Found[Any]:
        """The value of a phrase of the table `name` that starts at `at`."""
        return self.words.tables[name].read(self.lower, at)

    def capital(self, at: int) -> bool:
        """Whether the word at `at` begins with a capital."""
        return 0 <= at < len(self.atoms) and self.atoms[at].is_capital

    def glued(self, at: int) -> bool:
        """Whether no space stands before the atom at `at`."""
        return 0 < at < len(self.atoms) and self.atoms[at - 1].end == self.atoms[at].start

    def direction(self, at: int) -> Found[Direction]:
        """`last`, `next`, `this` before a day or a longer time."""
        for name, value in (("past", -1), ("future", 1), ("this", 0)):
            after = self.skip(name, at)
            if after is not None:
                return (-1 if value < 0 else 1 if value > 0 else 0), after
        return None

    def amount(self, at: int) -> Amount | None:
        """A number in digits or words; `a` and `an` are one."""
        if self.word(at) in ("a", "an") and self.word(at + 1) not in ("few", "couple"):
            return Amount(1, 1, at + 1)
        several = self.skip("several", at)
        if several is not None:
            return Amount(2, 2, several) if self.word(at + 1) == "couple" else Amount(None, None, several)
        return read_number(self.atoms, at, self.words.numbers)

    # -- parts of dates --------------------------------------------------------------------------------

    def day_number(self, at: int) -> Found[int]:
        """`12`, `12th`, `the 12th`."""
        i = at + (self.word(at) == "the")
        text = self.word(i)
        if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= 31:
            return None
        ordinal = self.word(i + 1) in _ORDINALS and self.glued(i + 1)
        if i > at and not ordinal:
            return None
        return int(text), i + 1 + ordinal

    def year(self, at: int, *, bare: bool = False) -> Found[int]:
        """A year in four digits; a `bare` one stands behind a word that makes it one, and counts nothing."""
        text = self.word(at)
        if not re.fullmatch("[0-9]{4}", text) or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
            return None
        if bare and (
            self.word(at + 1) in self.words.sets["counted"]
            or (self.word(at + 1) == "s" and self.glued(at + 1))
        ):
            return None
        return int(text), at + 1

    def month_name(self, at: int) -> Found[int]:
        """`May`, with a capital."""
        read = self.table("months", at)
        if read is None or not self.capital(at):
            return None
        after = read[1]
        dotted = self.word(after) == "." and self.glued(after) and self.word(at) in self.words.sets["short"]
        return read[0], after + dotted

    def weekday_name(self, at: int) -> Found[int]:
        """`Monday`, `Mon.`, with a capital; not the day of a name (`Bloody Sunday`)."""
        read = self.table("weekdays", at)
        if read is None or not self.capital(at) or self.word(at - 1) in self.words.sets["names_before"]:
            return None
        short = len(self.word(at)) <= 5
        after = read[1]
        if short and self.word(after) == "." and self.glued(after):
            after += 1
        elif short and not (self.day_number(after) or self.month_name(after) or self.word(after) == ","):
            return None
        return read[0], after

    # -- dates -----------------------------------------------------------------------------------------

    def date(self, at: int) -> Found[Meaning]:
        """A date or a month, with its year or without; the longest of the ways to write one."""
        return longest(
            way(at)
            for way in (
                self.numeric,
                self.day_first,
                self.month_first,
                self.month,
                self.plain_year,
                self.hijri,
            )
        )

    def numeric(self, at: int) -> Found[Meaning]:
        """`2019-05-27`, `27/05/2019`, `5/27/2019`: the month first where both may be."""
        iso = (
            re.fullmatch("[0-9]{4}", self.word(at)) and self.word(at + 1) == "-" and self.word(at + 3) == "-"
        )
        if iso:
            parts = [self.word(at + k) for k in (0, 2, 4)]
            if all(re.fullmatch(r"\d{2,4}", p) for p in parts) and self.glued(at + 4):
                return _valid(int(parts[0]), int(parts[1]), int(parts[2]), at + 5)
            return None
        match = re.fullmatch(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})", self.word(at))
        if match is None:
            return None
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        month, day = (first, second) if first <= 12 and match[2] == "/" else (second, first)
        return _valid(year, month, day, at + 1)

    def day_first(self, at: int) -> Found[Meaning]:
        """`12 May 2019`, `12th of May`, `the 12th of May last year`."""
        day = self.day_number(at)
        if day is None:
            return None
        month = self.month_name(day[1] + (self.word(day[1]) == "of"))
        if month is None:
            return self.day_of_told_month(day)
        return self.with_year(month[0], day[0], month[1])

    def day_of_told_month(self, day: tuple[int, int]) -> Found[Meaning]:
        """`the 12th of this month`, `the 12th of last month`."""
        pointed = self.direction(day[1] + 1) if self.word(day[1]) == "of" else None
        if pointed is None or self.word(pointed[1]) != "month":
            return None
        return Within(Shift.by(pointed[0], "month"), day=day[0]), pointed[1] + 1

    def month_first(self, at: int) -> Found[Meaning]:
        """`May 12, 2019`, `May 12th`."""
        month = self.month_name(at)
        if month is None:
            return None
        day = self.day_number(month[1])
        if day is None or (self.word(day[1]) in self.words.sets["counted"]):
            return None
        return self.with_year(month[0], day[0], day[1])

    def with_year(self, month: int, day: int | None, at: int) -> Found[Meaning]:
        """A month or day of it, with the year or `last year` behind it."""
        i = at + (self.word(at) in (",", "of", "in"))
        year = self.year(i)
        if year is not None:
            return Calendar(year[0], month, day), year[1]
        pointed = self.direction(i)
        if pointed is not None and self.word(pointed[1]) == "year":
            return Within(Shift.by(pointed[0], "year"), month=month, day=day), pointed[1] + 1
        return Calendar(None, month, day), at

    def month(self, at: int) -> Found[Meaning]:
        """`May 2019`, `May of last year`; alone a month that is another word needs a word of time before it."""
        month = self.month_name(at)
        if month is None:
            return None
        read = self.with_year(month[0], None, month[1])
        if read is not None and read[1] > month[1]:
            return read
        if self.word(at) in self.words.sets["short"] and self.word(at) != "may":
            return None
        ambiguous = self.word(at) in self.words.sets["names_too"]
        if ambiguous and self.word(at - 1) not in self.words.sets["before_month"]:
            return None
        return read

    def plain_year(self, at: int) -> Found[Meaning]:
        """`2014` behind a word that makes it a year; `the year 2014`."""
        if self.word(at) == "the" and self.word(at + 1) == "year" and (read := self.year(at + 2)):
            return Calendar(read[0]), read[1]
        year = self.year(at, bare=True)
        before = self.word(at - 1)
        if year is None or not (
            before in self.words.sets["yearly"] or before in ("(", ",") or self.word(at - 2) == "early"
        ):
            return None
        return (
            (Calendar(year[0]), year[1])
            if before not in ("(", ",") or self.word(year[1]) in (")", ",")
            else None
        )

    def hijri(self, at: int) -> Found[Meaning]:
        """`Ramadan`, `Ramadan 1440`."""
        month = self.table("hijri_months", at)
        if month is None:
            return None
        year = self.word(month[1])
        if re.fullmatch("1[34][0-9]{2}", year):
            return Calendar(int(year), month[0], None, system="hijri"), month[1] + 1
        return Calendar(None, month[0], None, system="hijri"), month[1]

    def decade(self, at: int) -> Found[Meaning]:
        """`the 1990s`, `the late 1980s`."""
        i = at + (self.word(at) == "the")
        third = self.table("thirds", i)
        k = third[1] if third else i
        if not re.fullmatch("[0-9]{3}0", self.word(k)) or not (self.word(k + 1) == "s" and self.glued(k + 1)):
            return None
        year = int(self.word(k))
        whole = Between(Calendar(year), Calendar(year + 9))
        return (Within(whole, third=third[0]) if third else whole), k + 2


def _valid(year: int, month: int, day: int, after: int) -> Found[Meaning]:
    return (Calendar(year, month, day), after) if 1 <= month <= 12 and 1 <= day <= 31 else None
