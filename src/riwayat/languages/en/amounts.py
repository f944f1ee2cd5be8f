"""Counts in English: a number with the words that bound it, and the noun that it counts.

`at least 12` has no upper bound, `dozens` is 20 to 99, `about 40` is 40, `several` has no bounds at all.
Ordinals, dates, times, ages, money and measures are no counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from riwayat import languages
from riwayat.languages.en.forms import readings
from riwayat.languages.en.times import find as find_times
from riwayat.text.atomreading import CountReader, FoundCount, bounded
from riwayat.text.numbers import Amount, Count, NumberWords, PhraseTable, read_number

_NOUN_WORDS = 4
"""Words that what is counted has at most."""


@dataclass(frozen=True)
class Words:
    """The lists of `numbers.toml`, ready for look-up."""

    numbers: NumberWords
    lists: Mapping[str, PhraseTable[bool]]
    sets: Mapping[str, frozenset[str]]
    vague: PhraseTable[tuple[int, int]]
    after: PhraseTable[str]
    before: PhraseTable[str]
    itself: PhraseTable[str]
    parts: PhraseTable[bool]


@cache
def number_words() -> Words:
    """The words, read once."""
    data: Mapping[str, Any] = languages.words("en", "numbers")
    plain = {key: value for key, value in data.items() if not isinstance(value, Mapping)}

    def by_status(key: str, things: str | None) -> PhraseTable[str]:
        table = {phrase: what for what, phrases in data[key].items() for phrase in phrases}
        return PhraseTable(dict.fromkeys(data["things"][things] if things else (), "") | table)

    return Words(
        NumberWords(data["ones"], frozenset(), data["tens"], data["scales"], {}, frozenset()),
        {key: PhraseTable.set(value) for key, value in plain.items() if value},
        {key: frozenset(value) for key, value in plain.items()},
        PhraseTable({word: (int(low), int(high)) for word, (low, high) in data["vague"].items()}),
        by_status("after", "after"),
        by_status("before", "before"),
        by_status("itself", None),
        PhraseTable.set(data["parts"]),
    )


class Counts(CountReader[Words]):
    """One text's atoms and the counts among them."""

    def __init__(self, text: str) -> None:
        super().__init__(text, number_words(), [(time.start, time.end) for time in find_times(text)])

    def count(self, at: int) -> FoundCount | None:
        """The count that starts at a place, its noun null where none is named."""
        bound, i = self.bound(at)
        amount = self._amount(i)
        if amount is None or self._no_count(i, amount.next):
            return None
        low, high, after = amount.low, amount.high, amount.next
        more = self.skip("more_after", after)
        if more is not None:
            bound, after = "at_least", more
        low, high = bounded(low, high, bound)
        number_end = self.atoms[after - 1].end
        noun, stop = self._noun(after)
        start, end = self.atoms[at].start, self.atoms[stop - 1].end
        count = Count(start, end, self.text[start:end], low, high, noun, start, number_end)
        return FoundCount(count, at, stop, after)

    def _amount(self, at: int) -> Amount | None:
        """A number or a range of two (`two or three`, `10 to 15`, `between 10 and 15`)."""
        between = self.word(at) == "between"
        first = self._number(at + between)
        if first is None:
            return None
        joined = self.skip("to", first.next)
        if between and self.word(first.next) == "and":
            joined = first.next + 1
        second = self._number(joined) if joined is not None else None
        if (
            first.low is None
            or second is None
            or second.low is None
            or second.high is None
            or first.low >= second.high
        ):
            return None if between else first
        low = first.low
        if first.scale == 1 and second.scale > 1 and low * second.scale < second.high:
            low *= second.scale
        return Amount(low, second.high, second.next, second.scale)

    def _number(self, at: int) -> Amount | None:
        if at >= len(self.atoms):
            return None
        vague = self.words.vague.read(self.lower, at)
        if vague:
            return Amount(*vague[0], vague[1])
        if self.word(at) == "half" and self.word(at + 1) == "a" and self.word(at + 2) == "dozen":
            return Amount(6, 6, at + 3)
        unknown = self.skip("unknown", at)
        if unknown is not None:
            return Amount(None, None, unknown)
        read = self._in_words(at) or read_number(self.atoms, at, self.words.numbers)
        if read is not None and self.word(at) == "a" and read.next == at + 1:
            read = None  # the article
        if read is None and self.word(at) in ("a", "an") and self._person(at + 1):
            return Amount(1, 1, at + 1)
        return read

    def _person(self, at: int) -> bool:
        """Whether one person is named here, a describing word or two before (`a shepherd girl`)."""
        for k in range(at, at + 3):
            ends = self.word(k + 1) in self.words.sets["not_nouns"] or not self.word(k + 1).isalpha()
            if self.word(k) in self.words.sets["persons"] and (ends or self._after_person(k + 1)):
                return True
            if not self.word(k).isalpha() or self.word(k) in self.words.sets["not_nouns"]:
                return False
        return False

    def _after_person(self, at: int) -> bool:
        return self.words.after.read(self.lower, at) is not None

    def _in_words(self, at: int) -> Amount | None:
        """`twenty-one`, `a dozen`, `two dozen`, `one hundred and twenty`, `three thousand five hundred`."""
        words = self.words.numbers
        total, group, i, scale, seen = 0, 0, at, 1, False
        while i < len(self.atoms):
            word = self.lower[i]
            joined = (
                seen
                and word in ("-", "and")
                and self.word(i + 1) in words.ones
                and self.word(i + 1) not in ("a", "one")
            )
            if joined and (group % 10 == 0 if word == "-" else group % 100 == 0) and (group or total):
                i += 1
                continue
            if word in words.ones and (
                group == 0
                or group % 100 == 0
                or (group % 100 >= 20 and group % 10 == 0 and words.ones[word] < 10)
            ):
                if word == "a" and (seen or not {self.word(i + 1)} & ({*words.tens, *words.scales})):
                    break
                group += words.ones[word]
            elif word in words.tens and seen and 0 < group < 100:
                group *= words.tens[word]
            elif word in words.scales and seen and group and (scale == 1 or words.scales[word] < scale):
                scale = words.scales[word]
                total, group = total + group * scale, 0
            else:
                break
            seen = True
            i += 1
        return Amount(total + group, total + group, i, scale) if seen else None

    def _no_count(self, at: int, after: int) -> bool:
        """Whether the number is an ordinal, a date, an age, a measure, a price, part of a name."""
        before, following = self.word(at - 1), self.word(after)
        last, behind = self.atoms[after - 1], self.atoms[after : after + 1]
        if last.is_number and behind and behind[0].is_word and behind[0].start == last.end:
            return True  # 1st, 50kg
        if (
            at
            and self.atoms[at - 1].end == self.atoms[at].start
            and (self.atoms[at - 1].is_word or before in ("-", "/", ".", "+", "#"))
        ):
            return True  # T-72
        if self.in_time(at):
            return True
        if before in self.words.sets["not_after"] or following in self.words.sets["measures"]:
            return True
        if before == "." and self.word(at - 2) in self.words.sets["not_after"]:
            return True
        if following == "-" and self.word(after + 1) not in ("strong", ""):
            return True  # a five-day siege
        if following in ("/", "%") or (before == "(" and following == ")"):
            return True
        age = before == "," and at > 1 and self.atoms[at - 2].is_capital and following in (",", ".", ")", "")
        named = (
            at > 0
            and self.atoms[at - 1].is_capital
            and self.atoms[at - 1].is_word
            and self.atoms[at].is_number
        )
        return age or (
            named and before not in ("the", "a", "an", "in", "at") and not self._counts_behind(after)
        )

    def _counts_behind(self, after: int) -> bool:
        return (
            self.atoms[after : after + 1] != ()
            and self.atoms[after].is_word
            and self.word(after) not in self.words.sets["not_nouns"]
        )

    def _noun(self, at: int) -> tuple[str | None, int]:
        """What is counted, and the atom after it."""
        begin = at
        whole = at + 2 if self.word(at) == "of" and self.word(at + 1) == "the" else None
        if whole is not None and (of := read_number(self.atoms, whole, self.words.numbers)) is not None:
            begin = of.next  # `70 of the 110 houses`
        if self.word(begin) == "-" and self.word(begin + 1) == "strong":
            begin += 2
        while (after := self.skip("classifiers", begin)) is not None:
            if self.word(begin) == "others" or (after >= len(self.atoms) and self.word(begin) != "of"):
                return self.atoms[begin].text, begin + 1
            begin = after
        if self.word(begin) in ("the", "its", "their", "his") and begin > at:
            begin += 1
        end = begin
        while end < len(self.atoms) and end < begin + _NOUN_WORDS and self._of_noun(end, begin):
            end += 1
        if end == begin:
            return ("others", at + 1) if self.word(at) in ("more", "others") else (None, at)
        return self.text[self.atoms[begin].start : self.atoms[end - 1].end], end

    def _of_noun(self, at: int, begin: int) -> bool:
        """Whether a word may belong to what is counted: a describing word, or the noun itself."""
        atom, word = self.atoms[at], self.lower[at]
        if not atom.is_word or word in self.words.sets["not_nouns"] or (len(word) < 2 and word != "a"):
            return False
        if at > begin and (said := self.words.itself.read(self.lower, at - 1)) is not None and said[1] == at:
            return False
        status = self.words.after.read(self.lower, at)
        if status is not None and not (
            self.words.itself.read(self.lower, at) or (at == begin and self._plural(at + 1))
        ):
            return False
        read = readings().get(word)
        if read is not None and not read.noun_too and at > begin:
            return False
        if at > begin and read is not None and read.forms & {"past", "gerund"} and "plain" not in read.forms:
            return self._plural(at + 1) and self._plural(at - 1) is False
        adverb = word.endswith("ly") and len(word) > 4
        if adverb or word in _function_words():
            return False
        return not (at > begin and self._plural(at - 1) and not atom.is_capital)

    def _plural(self, at: int) -> bool:
        word = self.word(at)
        return word in self.words.sets["plurals"] or (
            word.endswith("s") and not word.endswith(("ss", "ous", "us", "is")) and len(word) > 3
        )


@cache
def _function_words() -> frozenset[str]:
    data = languages.words("en", "words")
    keys = (
        "prepositions",
        "conjunctions",
        "coordinators",
        "clause_openers",
        "relative",
        "auxiliaries",
        "adverbs",
        "pronouns",
    )
    return frozenset(word for key in keys for word in data[key])
