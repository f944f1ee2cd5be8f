"""Reading Indonesian dates: days of the week and the month, months, years, in digits and in words, Hijri too.

`Minggu` is Sunday and `minggu` week: by a part of day, a date or `hari` beside it; else by its capital inside
a sentence.  At the head of a sentence `Minggu lalu` is read as last week, which holds last Sunday too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from riwayat import languages
from riwayat.text.atomreading import TimeReader
from riwayat.text.numbers import Atom, NumberWords, PhraseTable, read_number
from riwayat.text.timefinding import Found, longest
from riwayat.text.times import Between, Calendar, Direction, Meaning, Shift, Within

_NUMERIC_DATE = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
FIRST_YEAR, _LAST_YEAR = 1000, 2200
# A number is taken for a year without the word `tahun` only within living memory of the news.
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1900, 2100


@dataclass(frozen=True)
class _Words:
    """`times.toml` and the number words, made ready for reading."""

    numbers: NumberWords
    lists: Mapping[str, PhraseTable[bool]]
    tables: Mapping[str, PhraseTable[Any]]
    sets: Mapping[str, frozenset[str]]
    counted: frozenset[str]
    firsts: frozenset[str]
    """Words that a time may begin with; most words of a text do not, and need no closer look."""


@cache
def _words(code: str) -> _Words:
    data, numbers = languages.words(code, "times"), languages.words(code, "numbers")
    lists = {k: PhraseTable.set(v) for k, v in data.items() if not isinstance(v, Mapping)}
    tables = {k: PhraseTable(v) for k, v in data.items() if isinstance(v, Mapping)}
    sets = {k: frozenset(v) for k, v in data.items() if not isinstance(v, Mapping)}
    counted = frozenset(
        word for key in ("classifiers", "measures", "nouns", "general") for word in numbers[key]
    )
    counted |= frozenset(data["counted"]) | frozenset(numbers["itself"]["participants"])
    number_words = NumberWords.of(numbers)
    firsts = number_words.firsts().union(*(t.firsts() for t in (*lists.values(), *tables.values())))
    # `paginya`
    firsts |= {part + "nya" for part in data["parts"]}
    return _Words(number_words, lists, tables, sets, counted, firsts)


class DateReader(TimeReader[_Words]):
    """The grammar over one text's atoms; every method takes a place and returns what it read, or null."""

    def __init__(self, found: tuple[Atom, ...], code: str) -> None:
        super().__init__(found, _words(code))

    def first_in_sentence(self, at: int) -> bool:
        """Whether only quotation marks and dashes stand between `at` and the sentence before."""
        i = at - 1
        while i >= 0 and self.atoms[i].text in "\"'“”‘’(«»–—-":
            i -= 1
        return i < 0 or self.atoms[i].text in ".!?\n:…"

    def small_number(self, at: int) -> Found[int]:
        """A whole number in digits or words, exactly said."""
        amount = read_number(self.atoms, at, self.words.numbers)
        if amount is None or amount.low is None or amount.low != amount.high:
            return None
        return amount.low, amount.next

    def year(self, at: int, *, bare: bool = False) -> Found[int]:
        """A year in four digits; `bare` are years without the word for one, which must not count anything."""
        text = self.atoms[at].text if at < len(self.atoms) else ""
        if not re.fullmatch("[0-9]{4}", text):
            return None
        first, last = (_FIRST_BARE_YEAR, _LAST_BARE_YEAR) if bare else (FIRST_YEAR, _LAST_YEAR)
        if not first <= int(text) <= last or self.skip("before_christ", at + 1) is not None:
            return None
        if bare and self.word(at + 1) in self.words.counted:
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
        """Whether a date follows, behind a comma or not."""
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
        return longest(way(at) for way in ways)

    def parenthesis(self, at: int) -> Found[Meaning]:
        """`(27/05/2019)`, `(4/5)`, `(27 Mei)` in brackets after a day."""
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

    def iso_date(self, at: int) -> Found[Meaning]:
        """`2019-05-27`."""
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
        if (date.year is not None and date.year >= FIRST_YEAR) or i > at:
            return read
        # `di Sepinggan (22/3)`: in brackets behind a name; but not `bagian (2/3)`.
        bracketed = self.word(at - 1) == "(" and self.word(read[1]) == ")" and at > 1
        return read if bracketed and self.atoms[at - 2].is_word and self.atoms[at - 2].is_capital else None

    def bare_numeric_date(self, at: int) -> Found[Calendar]:
        """`27/5/19`, `4/5`, `27-05-2019`: day, month and perhaps year in digits."""
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
        return self.with_year(month[1], month[0], day[0])

    def day_number(self, at: int) -> Found[int]:
        """A day of the month in digits."""
        if at < len(self.atoms) and re.fullmatch(r"[0-9]{1,2}", self.atoms[at].text):
            value = int(self.atoms[at].text)
            return (value, at + 1) if 1 <= value <= 31 else None
        return None

    def month_name(self, at: int) -> Found[int]:
        """The number of a month, `bulan` before it or not."""
        read = self.table("months", self.optional("on_month", at))
        if read is None:
            return None
        month, after = read
        dotted = self.word(after) == "." and self.word(after - 1) in self.words.sets["short"]
        return month, after + 1 if dotted else after

    def with_year(self, at: int, month: int, day: int | None) -> Found[Meaning]:
        """The rest of a date after its month: a year, `tahun lalu`, or a direction."""
        date = Calendar(None, month, day)
        i = self.optional("on_year", at)
        year = self.year(i + 1 if self.word(i) == "," else i)
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
        """The place after `lalu`, `mendatang` and the like, if one stands at `at`."""
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
        dated = self.with_year(read[1], read[0], None)
        beside = dated is not None and dated[1] > read[1]
        if word in self.words.sets["short"]:
            return dated if named or (isinstance(dated and dated[0], Calendar) and beside) else None
        if not beside and not named and not self.atoms[at].is_capital:
            return None
        if beside or named:
            return dated
        before, after = self.beside_a_name(at, read[1])
        return (
            None
            if (before and after) or ((before or after) and word in self.words.sets["names_too"])
            else dated
        )

    def beside_a_name(self, at: int, after: int) -> tuple[bool, bool]:
        """Whether the words before and after are capitalised as in a name: `Zhang Mei`, `Mei Lan`."""
        following = self.atoms[after] if after < len(self.atoms) else None
        before = self.atoms[at - 1] if at else None
        return (
            before is not None and before.is_capital and not self.first_in_sentence(at - 1),
            following is not None and following.is_capital and self.table("weekdays", after) is None,
        )

    def plain_year(self, at: int) -> Found[Meaning]:
        """`tahun 2014`, and `2014` after `pada` and the like; laws (`Nomor 11 Tahun 2008`) are not times."""
        i = self.skip("on_year", at)
        if i is not None:
            year = self.year(i)
            law = self.atoms[at - 1].is_number if at else False
            return (Calendar(year[0]), self.after_pointing(year[1])) if year and not law else None
        year = self.year(at, bare=True)
        # `ANTARA 2024` is an agency.
        if (
            year is None
            or self.word(at - 1) not in self.words.sets["yearly"]
            or self.atoms[at - 1].text.isupper()
        ):
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
            return self.alternative_date(after) or (replace(date, year=year[0]), after)
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

    def alternative_date(self, at: int) -> Found[Meaning]:
        """After a Hijri date, the same day in the common calendar, which settles what the moon left open."""
        if self.word(at) not in ("/", "("):
            return None
        weekday = self.table("weekdays", at + 1)
        i = at + 1 if weekday is None else weekday[1]
        i = i + 1 if self.word(i) == "," else i
        read = longest(way(i) for way in (self.named_date, self.numeric_date))
        if read is None or self.word(at) == "/":
            return read
        return (read[0], read[1] + 1) if self.word(read[1]) == ")" else None

    def hijri_alternative(self, at: int) -> int | None:
        """The place after `/ 20 Ramadhan 1438 H` behind a common date, which it only says again."""
        if self.word(at) not in ("/", "("):
            return None
        read = self.hijri_date(at + 1)
        if read is None or self.word(at) == "/":
            return read[1] if read else None
        return read[1] + 1 if self.word(read[1]) == ")" else None

    def feast(self, at: int) -> Found[Meaning]:
        """`Idul Fitri 1440 H`, `Idul Adha tahun lalu`: without its year it is the name of an occasion.

        Two days, since the new moon is often sighted a day later in the east than the tables have it.
        """
        read = self.table("feasts", at)
        if read is None:
            return None
        (month, day), i = read
        year = self.year(self.optional("on_year", i))
        if year and year[0] < _FIRST_BARE_YEAR:
            date = Calendar(year[0], month, day, system="hijri")
            return Between(date, replace(date, day=day + 1)), self.optional("hijri_era", year[1])
        pointed = self.direction(self.optional("on_year", i)) if self.skip("on_year", i) is not None else None
        outer = Calendar(year[0]) if year else Shift.by(pointed[0], "year") if pointed else None
        after = year[1] if year else pointed[1] if pointed else i
        if outer is None:
            return None
        first = Within(outer, month=month, day=day, system="hijri")
        return Between(first, replace(first, day=day + 1)), after


def _touching(found: Sequence[Atom]) -> bool:
    return all(a.end == b.start for a, b in pairwise(found))


def _possible(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
