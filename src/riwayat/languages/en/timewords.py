"""The words of English times as a reader of them needs them: lists, tables, numbers, ordinals, years in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from riwayat import languages
from riwayat.text.atomreading import TimeReader
from riwayat.text.numbers import Amount, Atom, NumberWords, PhraseTable, read_number
from riwayat.text.timefinding import Found

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A number in four digits between these may be a year."""
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


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


class WordReader(TimeReader[TimeWords]):
    """The grammar over one text's atoms; every method takes a place and returns what it read, or null."""

    def __init__(self, found: tuple[Atom, ...]) -> None:
        super().__init__(found, time_words())

    def capital(self, at: int) -> bool:
        """Whether the word at `at` begins with a capital."""
        return 0 <= at < len(self.atoms) and self.atoms[at].is_capital

    def glued(self, at: int) -> bool:
        """Whether no space stands before the atom at `at`."""
        return 0 < at < len(self.atoms) and self.atoms[at - 1].end == self.atoms[at].start

    def amount(self, at: int) -> Amount | None:
        """A number in digits or words; `a` and `an` are one."""
        if self.word(at) in ("a", "an") and self.word(at + 1) not in ("few", "couple"):
            return Amount(1, 1, at + 1)
        several = self.skip("several", at)
        if several is not None:
            return Amount(2, 2, several) if self.word(at + 1) == "couple" else Amount(None, None, several)
        return read_number(self.atoms, at, self.words.numbers)

    # -- ordinals and years in words -------------------------------------------------------------------

    def closed(self, at: int) -> bool:
        """Whether nothing counted or named follows: a mark, the end, or a small word."""
        text = self.word(at)
        return not text or not text[0].isalnum() or text in self.words.sets["small"]

    def ordinal(self, at: int) -> Found[int]:
        """`12th`, `first`, `twenty-first`; up to the thirty-first, and for centuries in digits up to 99."""
        text = self.word(at)
        if re.fullmatch("[0-9]{1,2}", text):
            if self.word(at + 1) in ORDINAL_ENDINGS and self.glued(at + 1):
                return int(text), at + 2
            return None
        if text in ("twenty", "thirty"):
            i = at + 1 + (self.word(at + 1) == "-")
            unit = self.table("ordinals", i)
            limit = 9 if text == "twenty" else 1
            if unit is not None and unit[0] <= limit:
                return int(self.words.numbers.ones[text]) + unit[0], unit[1]
            return None
        return self.table("ordinals", at)

    def small_number(self, at: int) -> Found[int]:
        """A number in words below a hundred: `nine`, `ninety nine`, `twenty-one`."""
        ones = self.words.numbers.ones
        value = ones.get(self.word(at)) if self.word(at) not in ("a", "an") else None
        if value is None or not 0 < value < 100:
            return None
        if value < 20 or value % 10:
            return value, at + 1
        i = at + 1 + (self.word(at + 1) == "-")
        unit = ones.get(self.word(i))
        return (value + unit, i + 1) if unit is not None and 0 < unit < 10 else (value, at + 1)

    def spoken_year(self, at: int) -> Found[int]:
        """`nineteen ninety nine`, `two thousand and eighteen`, `seventeen hundred and eighty nine`."""
        first = self.small_number(at)
        if first is None:
            return None
        value, i = first
        if self.word(i) == "thousand" and value in (1, 2):
            total, i = value * 1000, i + 1
            hundreds = self.small_number(i)
            if hundreds is not None and hundreds[0] < 10 and self.word(hundreds[1]) == "hundred":
                total, i = total + hundreds[0] * 100, hundreds[1] + 1
            k = i + (self.word(i) == "and")
            rest = self.small_number(k)
            return (total + rest[0], rest[1]) if rest else (total, i)
        if not 13 <= value <= 20 or first[1] != at + 1:
            return None
        if self.word(i) == "hundred":
            k = i + 1 + (self.word(i + 1) == "and")
            rest = self.small_number(k)
            return (value * 100 + rest[0], rest[1]) if rest else (value * 100, i + 1)
        zero = self.word(i) in ("zero", "oh", "o")
        rest = self.small_number(i + zero)
        if rest is None or (rest[0] < 10) != zero:
            return None
        return value * 100 + rest[0], rest[1]
