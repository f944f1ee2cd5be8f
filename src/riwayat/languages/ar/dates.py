"""Reading Arabic dates and amounts of time: days of months, months, years, so many units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from riwayat import languages
from riwayat.languages.ar.amounts import amount, exact, phrases
from riwayat.text.folding import plain
from riwayat.text.timefinding import Found
from riwayat.text.times import Calendar, Direction, Meaning, Shift, System, Within
from riwayat.text.words import Word

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)")
_ISO = re.compile(r"((?:19|20)\d\d)([/.-])(\d{1,2})\2(\d{1,2})")
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)[/-](\d{1,2})|(\d{1,2})[/-]((?:19|20)\d\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.-])(\d{1,2})")
# Two-digit years up to this one belong to the 21st century.
_PIVOT = 50


@cache
def _table(name: str) -> Mapping[tuple[str, ...], Any]:
    table = languages.words("ar", "times")[name]
    return {tuple(plain(k).split()): v for k, v in table.items()}


class DateReader:
    """Dates in one text's words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.exact = [exact(w) for w in words]

    def word(self, at: int) -> str:
        """The word at a place, empty beyond the end."""
        return self.exact[at] if 0 <= at < len(self.exact) else ""

    def skip(self, key: str, at: int | None) -> int | None:
        """The place after a phrase of a list; null where none stands."""
        if at is None or not 0 <= at < len(self.exact):
            return None
        first = self.exact[at]
        for phrase in phrases("times", key):
            if phrase[0] == first and tuple(self.exact[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
        return None

    def optional(self, key: str, at: int) -> int:
        """The place after a phrase of a list, or `at`."""
        after = self.skip(key, at)
        return at if after is None else after

    def table(self, name: str, at: int) -> Found[Any]:
        """The value of the longest phrase of a table at a place."""
        for length in (3, 2, 1):
            key = tuple(self.exact[at : at + length])
            if len(key) == length and key in _table(name):
                return _table(name)[key], at + length
        return None

    def value(self, name: str, key: tuple[str, ...]) -> Any:
        """The value of a phrase of a table; null where it is not in it."""
        return _table(name).get(key)

    def listed(self, key: str, at: int) -> bool:
        """Whether the word at a place is in a list."""
        return self.listed_word(key, self.word(at))

    def listed_word(self, key: str, word: str) -> bool:
        """Whether a plain word is in a list."""
        return (word,) in phrases("times", key)

    def direction(self, at: int) -> tuple[Direction, int]:
        """`الماضي`, `المقبل`, and the place after it; 0 where neither stands."""
        for key, way in (("past", -1), ("future", 1), ("this", 0)):
            after = self.skip(key, at)
            if after is not None and self.words[at].definite:
                return way, after  # type: ignore[return-value]
        return 0, at

    def month_name(self, at: int) -> Found[tuple[int, System]]:
        """A month, a second name of it behind a slash or in brackets passed over."""
        i = self.optional("month", at)
        read = self.table("months", i)
        system: System = "gregorian"
        if read is None:
            read, system = self.table("hijri_months", i), "hijri"
        if read is None:
            return None
        month, after = read
        opened = self.word(after) in ("/", "(")
        second = self.table("months", after + 1) if opened else None
        if second is not None and second[0] == month:
            after = second[1] + (self.word(second[1]) == ")")
        return (month, system), after

    def year(self, at: int, *, bare: bool = False) -> Found[int]:
        """A year, by `عام` before it, or bare where that is plain."""
        i = self.skip("on_year", at)
        if i is None and not bare:
            return None
        text = self.word(at if i is None else i)
        if re.fullmatch(r"(?:1[2-9]|20)\d\d", text):
            after = (at if i is None else i) + 1
            return int(text), self.optional("gregorian_era", after) if self.word(after) == "م" else after
        return None

    def spoken_year(self, at: int) -> Found[int]:
        """`ألفين وثمانية عشر`, `ألف وتسعمائة وثمانية وسبعين`."""
        if self.word(at) not in ("الفين", "الفان", "الف"):
            return None
        thousands = 1000 if self.word(at) == "الف" else 2000
        if self.word(at + 1) == "و" and (rest := amount(self.words, at + 2)) is not None:
            if rest.low is None or rest.low >= 1000:
                return None
            return thousands + rest.low, rest.next
        return (thousands, at + 1) if thousands == 2000 else None

    def any_year(self, at: int) -> Found[int]:
        """A year in digits or in words, `عام` before it or not."""
        return self.year(at) or self.year(at, bare=True) or self.spoken_year(self.optional("on_year", at))

    def day_number(self, at: int) -> Found[int]:
        """A day of a month: `27`, `الرابع`, `الخامس والعشرين`, `الثاني عشر`."""
        text = self.word(at)
        if re.fullmatch(r"\d{1,2}", text) and 1 <= int(text) <= 31:
            return int(text), at + 1
        ordinal = self.table("ordinals", at)
        if ordinal is None:
            return None
        day, after = ordinal
        if self.word(after) in ("عشر", "عشرة"):
            return day + 10, after + 1
        tens = self.table("ordinals", after + 1) if self.word(after) == "و" else None
        if tens is not None and tens[0] in (20, 30) and day < 10:
            return day + tens[0], tens[1]
        return day, after

    def date(self, at: int) -> Found[Meaning]:
        """`27 أيار/مايو 2019`, `الرابع من أيار`, `تموز الماضي`, `27/05/2019`, `الخامس من الشهر الجاري`."""
        return self._numeric(at) or self._day_and_month(at) or self._month_first(at) or self._month_alone(at)

    def figures(self, at: int) -> tuple[str, int]:
        """Digits joined by marks without a space between, and the place after them."""
        behind = self.word(at - 1) in ("-", "/") and self.glued(at) and self.word(at - 2)[:1].isdigit()
        if behind or not self.word(at)[:1].isdigit():
            return "", at
        i = at + 1
        while (
            self.word(i) in ("-", "/", ".")
            and self.glued(i)
            and self.glued(i + 1)
            and self.word(i + 1)[:1].isdigit()
        ):
            i += 2
        return "".join(self.exact[at:i]), i

    def glued(self, at: int) -> bool:
        """Whether no space stands before the word at a place."""
        return 0 < at < len(self.words) and self.words[at - 1].end == self.words[at].start

    def _numeric(self, at: int) -> Found[Meaning]:
        text, after = self.figures(at)
        if match := _ISO.fullmatch(text):
            return _checked(int(match[1]), int(match[3]), int(match[4]), after)
        if match := _NUMERIC.fullmatch(text):
            year = int(match[4])
            if year < 100:
                year += 2000 if year <= _PIVOT else 1900
            return _checked(year, int(match[3]), int(match[1]), after)
        if match := _YEAR_MONTH.fullmatch(text):
            year, month = int(match[1] or match[4]), int(match[2] or match[3])
            # `2011-12` is a season that runs into the next year.
            if 1 <= month <= 12 and (year + 1) % 100 != month:
                return Calendar(year, month), after
            return None
        match = _DAY_MONTH.fullmatch(text)
        if match is None:
            return None
        day, month = int(match[1]), int(match[3])
        plain_date = match[2] == "/" and max(day, month) > 12
        if not (plain_date or (max(day, month) > 12 and self.listed("before_figures", at - 1))):
            return None
        if month > 12:
            day, month = month, day
        return (Calendar(None, month, day), after) if 1 <= month <= 12 and 1 <= day <= 31 else None

    def _day_and_month(self, at: int) -> Found[Meaning]:
        day = self.day_number(at)
        if day is None and self.word(at) == "اول":
            day = 1, at + 1
        if day is None and (number := amount(self.words, at)) and number.low and 1 <= number.low <= 31:
            day = number.low, number.next
        if day is None:
            return None
        i = self.optional("of", day[1])
        if (unit := self.this_unit(i)) is not None and self.word(unit[1] - 1) and i > day[1]:
            return Within(unit[0], day=day[0]), unit[1]
        slash = self.word(i) == "/"
        if self.word(i) in (".", "-", "/") and self.month_name(i + 1):
            i += 1
        month = self.month_name(i)
        if month is None:
            return None
        (number_of_month, system), after = month
        if slash and self.word(after) == "/" and (year := self.year(after + 1, bare=True)):
            return Calendar(year[0], number_of_month, day[0], system=system), year[1]
        return self.dated(number_of_month, day[0], system, after)

    def _month_first(self, at: int) -> Found[Meaning]:
        """`يناير الثاني والعشرين`, `يناير-1`, `شهر سبتمبر 16`."""
        month = self.month_name(at)
        if month is None:
            return None
        (number, system), i = month
        i += self.word(i) == "-" and self.glued(i) and self.glued(i + 1)
        day = self.day_number(i)
        if day is None or (self.table("ordinals", i) and self.listed("past", i)):
            return None
        joined = self.word(i).isdigit() and self.glued(i)
        year = self.any_year(self.optional("of_year", day[1]))
        return self.dated(number, day[0], system, day[1]) if joined or year else None

    def dated(self, month: int, day: int | None, system: System, after: int) -> Found[Meaning]:
        """A month or a day of it, with the year behind it or `الماضي`."""
        comma = after + 1 if self.word(after) in ("،", ",", ".") else after
        if self.word(comma) == "من" and (unit := self.year_unit(comma + 1)) is not None:
            return Within(unit[0], month=month, day=day, system=system), unit[1]
        of = comma + (self.word(comma) == "من")
        year = self.year(of) or self.any_year(comma) or (self.spoken_year(of) if day else None)
        if year is not None:
            end = year[1]
            if self.skip("hijri_era", end) is not None:
                system, end = "hijri", int(self.skip("hijri_era", end) or end)
            return Calendar(year[0], month, day, system=system), end
        if (unit := self.year_unit(after)) is not None:
            return Within(unit[0], month=month, day=day, system=system), unit[1]
        way, end = self.direction(after)
        if end > after and not way and day is None:
            return Within(Shift.by(0, "year"), month=month, system=system), end
        return Calendar(None, month, day, direction=way, system=system), end

    def _month_alone(self, at: int) -> Found[Meaning]:
        third = self.table("thirds", at)
        i = third[1] if third else at
        this = self.word(i) == "هذا"
        month = self.month_name(i + this)
        if month is not None:
            (number, system), after = month
            if this:
                within: Meaning = Within(Shift.by(0, "year"), month=number, system=system)
                return (Within(within, third=third[0]) if third else within), after
            read = self.dated(number, None, system, after)
            bare = read is not None and read[1] == after and not third
            if read is None or (bare and (not self._placed(at) or self.listed("names_behind", after))):
                return None
            return (Within(read[0], third=third[0]), read[1]) if third else read
        if third is None:
            return None
        unit = self.this_unit(i) or self.year_unit(i)
        year = self.year(i)
        if unit is not None:
            return Within(unit[0], third=third[0]), unit[1]
        return (Within(Calendar(year[0]), third=third[0]), year[1]) if year else None

    def _placed(self, at: int) -> bool:
        """Whether a bare month is no other word, or a word that points at times stands before it."""
        return (
            self.listed("plain_months", at) or self.listed("before_month", at - 1) or self.word(at) == "شهر"
        )

    def year_unit(self, at: int) -> Found[Meaning]:
        """`العام الماضي`, `العام الحالي`."""
        return self._pointed(at, ("العام", "السنة"), "year")

    def this_unit(self, at: int) -> Found[Meaning]:
        """`الأسبوع الماضي`, `الشهر الجاري`, `هذا العام`, `العام المقبل`."""
        for names, unit in ((("الشهر",), "month"), (("الاسبوع",), "week"), (("العام", "السنة"), "year")):
            if read := self._pointed(at, names, unit):
                return read
        return None

    def _pointed(self, at: int, names: tuple[str, ...], unit: str) -> Found[Meaning]:
        before = self.word(at) in ("هذا", "هذه")
        i = at + before
        if self.word(i) not in names:
            return None
        way, after = self.direction(i + 1)
        if after == i + 1 and not before:
            return None
        return Shift.by(way, unit), after  # type: ignore[arg-type]

    def weekday_without_article(self, at: int) -> Found[int]:
        """`جمعة` in `أول جمعة`."""
        word = f"ال{self.word(at)}"
        value = _table("weekdays").get((word,))
        return (value, at + 1) if value is not None else None


def _checked(year: int, month: int, day: int, after: int) -> Found[Meaning]:
    if month > 12:
        month, day = day, month
    return (Calendar(year, month, day), after) if 1 <= month <= 12 and 1 <= day <= 31 else None
