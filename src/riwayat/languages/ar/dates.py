"""Reading Arabic dates and amounts of time: days of months, months, years, so many units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from riwayat import languages
from riwayat.languages.ar.amounts import amount, exact, phrase_at
from riwayat.text.folding import plain
from riwayat.text.times import Calendar, Direction, Meaning, Shift, Stretch, System, Third, Unit, Within
from riwayat.text.words import Word

T = TypeVar("T")
Found = tuple[T, int] | None
"""What was read, and the place after it."""

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
_ISO = re.compile(r"((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})")
_HUNDREDS = 100


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
        if at is None:
            return None
        n = phrase_at(self.words, at, "times", key)
        return at + n if n else None

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
        if self.word(after) == "و" and self.word(after + 1) in ("العشرين", "الثلاثين"):
            return day + (20 if self.word(after + 1) == "العشرين" else 30), after + 2
        return day, after

    def date(self, at: int) -> Found[Meaning]:
        """`27 أيار/مايو 2019`, `الرابع من أيار`, `تموز الماضي`, `27/05/2019`, `الخامس من الشهر الجاري`."""
        return self._numeric(at) or self._day_and_month(at) or self._month_alone(at)

    def _numeric(self, at: int) -> Found[Meaning]:
        text = self.word(at)
        if match := _ISO.fullmatch(text):
            return self._checked(int(match[1]), int(match[2]), int(match[3])), at + 1
        if match := _NUMERIC.fullmatch(text):
            return self._checked(int(match[3]), int(match[2]), int(match[1])), at + 1
        parts = self.exact[at : at + 5]
        joined = "".join(parts)
        if (
            len(parts) == 5
            and parts[1] in "-./"
            and (match := _NUMERIC.fullmatch(joined) or _ISO.fullmatch(joined))
        ):
            a, b, c = (int(g) for g in match.groups())
            return (self._checked(c, b, a) if c > 1000 else self._checked(a, b, c)), at + 5
        return None

    def _checked(self, year: int, month: int, day: int) -> Meaning:
        return Calendar(year, month, day)

    def _day_and_month(self, at: int) -> Found[Meaning]:
        day = self.day_number(at)
        if day is None:
            return None
        i = self.optional("of", day[1])
        if (unit := self.this_unit(i)) is not None and i > day[1]:
            return Within(unit[0], day=day[0]), unit[1]
        month = self.month_name(i)
        if month is None:
            return None
        (number, system), after = month
        return self._dated(number, day[0], system, after)

    def _dated(self, month: int, day: int | None, system: System, after: int) -> Found[Meaning]:
        comma = after + 1 if self.word(after) in ("،", ",") else after
        if self.word(comma) == "من" and (unit := self.year_unit(comma + 1)) is not None:
            return Within(unit[0], month=month, day=day, system=system), unit[1]
        year = self.year(comma) or self.year(comma, bare=True)
        if year is not None:
            end = year[1]
            if self.skip("hijri_era", end) is not None:
                system, end = "hijri", int(self.skip("hijri_era", end) or end)
            return Calendar(year[0], month, day, system=system), end
        if (unit := self.year_unit(after)) is not None:
            return Within(unit[0], month=month, day=day, system=system), unit[1]
        way, end = self.direction(after)
        return Calendar(None, month, day, direction=way, system=system), end

    def _month_alone(self, at: int) -> Found[Meaning]:
        third = self.table("thirds", at)
        i = third[1] if third else at
        month = self.month_name(i)
        if month is not None:
            (number, system), after = month
            read = self._dated(number, None, system, after)
            bare = read is not None and read[1] == after and not third
            if read is None or (bare and not self._placed(at)):
                return None
            return (Within(read[0], third=_third(third[0])), read[1]) if third else read
        if third is None:
            return None
        unit = self.this_unit(i) or self.year_unit(i)
        year = self.year(i)
        if unit is not None:
            return Within(unit[0], third=_third(third[0])), unit[1]
        return (Within(Calendar(year[0]), third=_third(third[0])), year[1]) if year else None

    def _placed(self, at: int) -> bool:
        """Whether a word that points at times stands before a bare month."""
        return self.word(at - 1) in ("في", "منذ", "حتى", "شهر", "خلال", "و", "بين") or self.word(at) == "شهر"

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

    def span(self, at: int) -> Found[tuple[int | None, int | None, Unit]]:
        """An amount of time: `ثلاثة أيام`, `يومين`, `48 ساعة`, `عدة أشهر`, `أيام`."""
        two = self.table("two", at)
        if two:
            factor, unit = two[0]
            return (factor, factor, unit), two[1]
        single = self.table("units", at)
        if single and self.word(at) in ("ايام", "اسابيع", "اشهر", "سنوات", "اعوام", "شهور", "ساعات", "عقود"):
            return (None, None, single[0][1]), single[1]
        read = amount(self.words, at)
        if read is not None:
            unit_read = self.table("units", read.next)
            if unit_read:
                factor, unit = unit_read[0]
                low = None if read.low is None else read.low * factor
                high = None if read.high is None else read.high * factor
                return (low, high, unit), unit_read[1]
            return None
        if (
            single
            and self.year(at) is None
            and self.word(at) in ("يوم", "اسبوع", "شهر", "عام", "سنة", "ساعة")
        ):
            factor, unit = single[0]
            return (factor, factor, unit), single[1]
        return None

    def stretch(self, at: int) -> Found[Meaning]:
        """`الأيام الثلاثة الماضية`, `الساعات الـ24 الأخيرة`, `الأسابيع الماضية`."""
        units = {
            "الايام": "day",
            "الاسابيع": "week",
            "الاشهر": "month",
            "السنوات": "year",
            "الاعوام": "year",
            "الساعات": "hour",
            "اليومين": "day",
            "الشهرين": "month",
            "العامين": "year",
            "الاسبوعين": "week",
        }
        unit = units.get(self.word(at))
        if unit is None:
            return None
        number: int | None = 2 if self.word(at).endswith("ين") else None
        i = at + 1
        read = amount(self.words, i)
        if self.word(i) == "ال" and self.word(i + 1).isdigit():
            number, i = int(self.word(i + 1)), i + 2
        elif read is not None:
            number, i = read.low, read.next
        way, after = self.direction(i)
        if after == i:
            return None
        return Stretch(number, unit, -1 if way <= 0 else 1), after  # type: ignore[arg-type]


def _third(value: str) -> Third:
    return value  # type: ignore[return-value]
