"""Numbers as words write them: the atoms that rules for numbers and times read, the types, and the reading of
one number by a language's number words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
# No count of people or things has more digits than this; telephone and account numbers do.
_LONGEST = 12
# Finer than `riwayat.text.tokens`: a hyphen always stands alone (`Senin-Rabu`, `dua-tiga`, `1990-an`), and so
# does a line end, since no date and no number runs over it.
_ATOM = re.compile(r"\n|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*|[^\s]")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word without its hyphens, a number with its separators, or a mark; code points, end exclusive."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word folded to lower case, apostrophes made one."""
        return re.sub("[’ʼ‘`]", "'", self.text).casefold()

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def atoms(text: str) -> tuple[Atom, ...]:
    """Cut `text` into atoms, in order."""
    return tuple(Atom(m.start(), m.end(), m.group()) for m in _ATOM.finditer(text))


class PhraseTable(Generic[T]):
    """Phrases to values; where several fit, the longest."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in table.items():
            words = tuple(atom.lower for atom in atoms(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def set(cls, phrases: Iterable[str]) -> PhraseTable[bool]:
        """Phrases without values."""
        return PhraseTable(dict.fromkeys(phrases, True))

    def firsts(self) -> frozenset[str]:
        """The words that the phrases begin with."""
        return frozenset(self._by_first)

    def read(self, lowered: Sequence[str], at: int) -> tuple[T, int] | None:
        """The value of the phrase at place `at` of the lower-case words, and the place after it."""
        if not 0 <= at < len(lowered):
            return None
        for words, value in self._by_first.get(lowered[at], ()):
            if tuple(lowered[at : at + len(words)]) == words:
                return value, at + len(words)
        return None


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the thing it counts (`sedikitnya 12 warga sipil`); `low` and `high` are null if open."""

    start: int
    end: int
    text: str
    low: int | None
    high: int | None
    noun: str | None
    """What is counted, without a classifier (`warga sipil`); null only where nothing is named."""
    number_start: int
    number_end: int
    """Where the number itself stands, bounds (`sedikitnya`) included."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity an event's telling gives; the fields are those of `riwayat.model.Quantity`."""

    what: str
    low: int | None
    high: int | None
    of: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language says numbers; all words in lower case."""

    ones: Mapping[str, int]
    """Words that add: `dua` 2, `sepuluh` 10, `seratus` 100."""
    teens: frozenset[str]
    """Words after a digit that add ten: `belas`."""
    tens: Mapping[str, int]
    """Words that multiply what stands before them within a thousand: `puluh` 10, `ratus` 100."""
    scales: Mapping[str, int]
    """Words that multiply a whole group: `ribu`, `juta`."""
    vague: Mapping[str, tuple[int, int]]
    """Words for an order of magnitude: `puluhan` 20 to 99."""
    unknown: frozenset[str]
    """Words for a number nobody gives: `beberapa`."""

    def firsts(self) -> frozenset[str]:
        """The words that a number may begin with."""
        return frozenset(self.ones) | frozenset(self.vague) | self.unknown

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> NumberWords:
        """From the tables `[ones]`, `[tens]`, `[scales]`, `[vague]` and lists of a `numbers.toml`."""
        vague = {word: (int(low), int(high)) for word, (low, high) in words["vague"].items()}
        return cls(
            words["ones"],
            frozenset(words["teens"]),
            words["tens"],
            words["scales"],
            vague,
            frozenset(words["unknown"]),
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read: its bounds (both null: a number nobody gives) and the atom after it."""

    low: int | None
    high: int | None
    next: int
    scale: int = 1
    """The last multiplier said (`ribu`), so that `10 hingga 15 ribu` can be read."""


def read_number(found: Sequence[Atom], at: int, words: NumberWords) -> Amount | None:
    """The number that starts at atom `at`, in digits, in words or both (`1,5 juta`); null if none."""
    if at >= len(found):
        return None
    first = found[at]
    if first.is_number:
        return _digits(found, at, words)
    if first.lower in words.unknown:
        return Amount(None, None, at + 1)
    if first.lower in words.vague:
        low, high = words.vague[first.lower]
        factor = words.scales.get(found[at + 1].lower, 1) if at + 1 < len(found) else 1
        if factor == 1:
            return Amount(low, high, at + 1)
        return Amount(low * factor, (high + 1) * factor - 1, at + 2, factor)
    return _in_words(found, at, words)


def _digits(found: Sequence[Atom], at: int, words: NumberWords) -> Amount | None:
    factor = words.scales.get(found[at + 1].lower, 1) if at + 1 < len(found) else 1
    value = number(found[at].text, scaled=factor > 1)
    if value is None or (factor == 1 and value != int(value)):
        return None
    total = round(value * factor)
    return Amount(total, total, at + (2 if factor > 1 else 1), factor)


def number(text: str, *, scaled: bool = False) -> float | None:
    """The value of `1.200`, `1,5`, `12`; null for dates, times and the like.

    Both point and comma may group thousands; before a scale word (`1,250 juta`) either is a decimal mark.
    """
    if len(re.sub(r"\D", "", text)) > _LONGEST or not text.isascii():
        return None
    if not scaled and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    if re.fullmatch(r"\d+", text):
        # A leading zero belongs to a code, a telephone or a date.
        return None if text[0] == "0" and len(text) > 1 else float(text)
    return float(text.replace(",", ".")) if re.fullmatch(r"\d+[.,]\d+", text) else None


def _in_words(found: Sequence[Atom], at: int, words: NumberWords) -> Amount | None:
    total, group, last, scale, seen = 0, 0, 0, 1, False
    i = at
    while i < len(found):
        word = found[i].lower
        if word in words.ones and (last == 0 or last > words.ones[word] > 0):
            last = words.ones[word] if words.ones[word] >= 10 else 1
            group += words.ones[word]
        elif word in words.teens and group % 10 > 0:
            group, last = group + 10, 1
        elif word in words.tens and group % 10 > 0 and last == 1:
            digit = group % 10
            group, last = group - digit + digit * words.tens[word], words.tens[word]
        elif word in words.scales and group > 0 and (scale == 1 or words.scales[word] < scale):
            scale = words.scales[word]
            total, group, last = total + group * scale, 0, 0
        else:
            break
        seen = True
        i += 1
    return Amount(total + group, total + group, i, scale) if seen else None
