"""Reading English times longer than a day: weeks, months, quarters, parts of them, decades."""

from __future__ import annotations

import re

from riwayat.languages.en.spans import SpanReader
from riwayat.text.timefinding import Found, longest
from riwayat.text.times import (
    Around,
    Calendar,
    Meaning,
    Nth,
    Partly,
    Season,
    Shift,
    Third,
    Unit,
    Within,
    Years,
)


class LongerReader(SpanReader):
    """Times longer than a day, on top of amounts of time."""

    def this_unit(self, at: int) -> Found[Meaning]:
        """`last week`, `this month`, `next year`, `the previous month`, `the weekend`, `the week after next`."""
        for name, amount, base in (
            ("before_told", -1, "previous"),
            ("past", -1, "anchor"),
            ("this", 0, "anchor"),
            ("that", 0, "previous"),
            ("after_told", 1, "previous"),
            ("future", 1, "anchor"),
        ):
            after = self.skip(name, at)
            unit = self.longer_unit(after) if after is not None else None
            if unit is None:
                continue
            if base == "previous" and name == "after_told" and self.word(at) == "next":
                base = "anchor"
            return self._shifted(amount, unit, previous=base == "previous")
        i = at + (self.word(at) == "the")
        unit = self.longer_unit(i)
        if unit is not None and self.word(unit[1]) == "after":
            k = unit[1] + 1 + (self.word(unit[1] + 1) == "the")
            if self.word(k) == "next":
                return self._shifted(2, (unit[0], k + 1), previous=False, weekend=self.word(i) == "weekend")
        if self.word(i) == "weekend" and (i > at or self.word(at - 1) in ("on", "over")):
            return Within(Shift(0, None, "week"), third="weekend"), i + 1
        return None

    def longer_unit(self, at: int) -> Found[Unit]:
        """One unit longer than a day: `week`, `month`, `year`, `decade`, `weekend`."""
        read = self.table("units", at)
        if read is None or self.word(at).endswith("s"):
            return None
        factor, unit = read[0]
        if self.word(at) == "decade":
            return "decade", read[1]
        return None if factor != 1 or unit in ("hour", "day") else (unit, read[1])

    def _shifted(
        self, amount: int, unit: tuple[Unit, int], *, previous: bool, weekend: bool | None = None
    ) -> Found[Meaning]:
        shift = Shift.by(amount, unit[0], "previous" if previous else "anchor")
        if weekend if weekend is not None else self.word(unit[1] - 1) == "weekend":
            return Within(shift, third="weekend"), unit[1]
        return shift, unit[1]

    def outer(self, at: int) -> Found[Meaning]:
        """What a part may be of: `May 2019`, `2016`, `last year`, `the year`, `the 1990s`."""
        year = self.year(at, bare=True) or self.any_year(at)
        month = self.month_name(at)
        the = self.longer_unit(at + 1) if self.word(at) == "the" else None
        return longest(
            (
                self.with_year(month[0], None, month[1]) if month else None,
                (Calendar(year[0]), year[1]) if year else None,
                self.this_unit(at),
                (Shift.by(0, the[0]), the[1]) if the and self.word(the[1] - 1) != "weekend" else None,
                self.quarter(at),
                self.hijri(at),
                self.decade(at),
                self.season(at),
            )
        )

    def third(self, at: int) -> Found[Meaning]:
        """`early May`, `mid-May`, `late last year`, `the end of 2018`."""
        read = self.table("thirds", at)
        if read is None:
            return None
        third: Third = read[0]
        i = read[1] + (self.word(read[1]) == "-")
        outer = self.outer(i)
        if outer is None or (isinstance(outer[0], Within) and outer[0].third):
            return None
        bare = isinstance(outer[0], Shift) and self.word(i) == "the"
        return (
            (Within(outer[0], third=third), outer[1]) if not bare or self.word(read[1] - 1) == "of" else None
        )

    def partly(self, at: int) -> Found[Meaning]:
        """`earlier this month`, `later in the week`, `the rest of the year`, `so far this year`."""
        for name, side in (("so_far", "so_far"), ("later_in", "rest"), ("rest", "rest")):
            i = self.skip(name, at)
            if i is None:
                continue
            if self.word(i) == "in" and name != "rest":
                i += 1
            outer = self.outer(i)
            if outer is None and name == "rest" and (unit := self.longer_unit(i)):
                outer = Shift.by(0, unit[0]), unit[1]
            if outer is None or not isinstance(outer[0], Shift) or outer[0].least:
                continue
            return Partly(outer[0], "so_far" if side == "so_far" else "rest"), outer[1]
        return None

    def quarter(self, at: int) -> Found[Meaning]:
        """`Q3`, `Q3 2016`, `2016 Q3`, `H1 of last year`."""
        before = self.year(at)
        i = before[1] if before else at
        what = {"q": "quarter", "h": "half"}.get(self.word(i))
        text = self.word(i + 1)
        if what is None or not self.capital(i) or not self.glued(i + 1) or text not in ("1", "2", "3", "4"):
            return None
        if what == "half" and int(text) > 2:
            return None
        number, after = int(text), i + 2
        kind = "half" if what == "half" else "quarter"
        if before:
            return Nth(number, kind, Calendar(before[0])), after  # type: ignore[arg-type]
        k = after + (self.word(after) in ("of", "in", ","))
        year = self.year(k)
        unit = self.this_unit(k)
        if year is None and unit is None:
            return (Nth(number, "quarter", Shift.by(0, "year")), after) if kind == "quarter" else None
        outer: tuple[Meaning, int] = (
            (Calendar(year[0]), year[1]) if year else unit or (Shift.by(0, "year"), after)
        )
        return Nth(number, kind, outer[0]), outer[1]  # type: ignore[arg-type]

    def nth(self, at: int) -> Found[Meaning]:
        """`the second Friday of May`, `the last week of 2015`, `the first half of the year`, `week 31`."""
        if self.word(at) == "week" and self.word(at + 1).isdigit() and 1 <= int(self.word(at + 1)) <= 53:
            return Nth(int(self.word(at + 1)), "week", Shift.by(0, "year")), at + 2
        i = at + (self.word(at) == "the")
        number = (-1, i + 1) if self.word(i) in ("last", "final") else self.ordinal(i)
        if number is None:
            return None
        weekday = self.weekday_name(number[1])
        after = weekday[1] if weekday else number[1] + 1
        what = "weekday" if weekday else self.word(number[1])
        if what not in ("week", "weekday", "quarter", "half") or (what == "half" and abs(number[0]) > 2):
            return None
        k = after + (self.word(after) in ("of", "in"))
        outer = self.outer(k)
        if outer is None or (isinstance(outer[0], Within) and outer[0].third):
            alone = weekday and i == at and number[0] > 0 and self.closed(after) and self.word(after) != "of"
            if not alone:
                return None
            outer = Shift.by(0, "month"), after
        if k == after and number[0] < 0:
            return None
        return Nth(number[0], what, outer[0], weekday[0] if weekday else None), outer[1]  # type: ignore[arg-type]

    def around(self, at: int) -> Found[Meaning]:
        """`the week of May 16`, `the week beginning 4 February`, `w/c 4 Feb`."""
        i = at + (self.word(at) == "the")
        behind = self.skip("week_of", i)
        month = self.word(i) == "month" and self.word(i + 1) == "of"
        k = i + 2 if month else behind
        if k is None:
            return None
        day = self.date(k)
        if (
            day is None
            and self.word(k) == "the"
            and (number := self.day_number(k))
            and self.closed(number[1])
        ):
            day = Calendar(day=number[0]), number[1]
        if day is None or getattr(day[0], "day", None) is None:
            return None
        return Around("month" if month else "week", day[0]), day[1]

    def season(self, at: int) -> Found[Meaning]:
        """`last summer`, `the spring of 2018`, `summer 2016`, `mid-summer`."""
        i = at
        if self.word(at) in ("mid", "early", "late"):
            i += 1 + (self.word(at + 1) == "-")
        pointed = self.direction(i)
        k = pointed[1] if pointed else i + (self.word(i) == "the")
        if self.skip("seasons", k) is None:
            return None
        after = k + 1
        year = self.any_year(after + (self.word(after) in ("of", "in")))
        if year is not None:
            return Season(Calendar(year[0])), year[1]
        unit = self.this_unit(after)
        if unit is not None:
            return Season(unit[0]), unit[1]
        if pointed is not None:
            return Season(Shift.by(pointed[0], "year")), after
        plain = self.word(k) in ("summer", "winter", "autumn") and self.closed(after)
        return (Season(), after) if plain else None

    def decade(self, at: int) -> Found[Meaning]:
        """`the 1990s`, `the late 1980s`, `the '70s`, `the seventies`, `the nineteen seventies`."""
        article = self.word(at) == "the"
        i = at + article
        third = self.table("thirds", i)
        k = third[1] if third else i
        read = self._decade(k, article=article)
        if read is None:
            return None
        whole = Years(read[0], read[0] + 9)
        return (Within(whole, third=third[0]) if third else whole), read[1]

    def _decade(self, at: int, *, article: bool) -> Found[int]:
        quoted = self.word(at) == "'" or self.word(at) == "’"
        i = at + quoted
        if re.fullmatch("[0-9]{3}0|[0-9]0", self.word(i)):
            after = i + 1 + (self.word(i + 1) in ("'", "’"))
            if self.word(after) != "s" or not self.glued(after):
                return None
            year = int(self.word(i))
            if year < 100:
                # `in his 20s` is an age.
                apart = article or quoted or self.word(at - 1) in ("early", "late", "mid") or after > i + 1
                if not apart or self.word(at - 1) in self.words.sets["whose"]:
                    return None
                year += 1900 if year >= 30 else 2000
            return year, after + 1
        if not article:
            return None
        first = self.small_number(at)
        if first is not None and first[0] in (18, 19, 20):
            k = first[1] + (self.word(first[1]) == "-")
            tens = self.table("decades", k)
            if tens:
                return first[0] * 100 + tens[0], tens[1]
        if self.word(at) == "two" and self.word(at + 1) == "thousands":
            return 2000, at + 2
        if self.word(at) == "two" and self.word(at + 1) == "thousand" and self.word(at + 2) == "and":
            tens = self.table("decades", at + 3)
            return (2000 + tens[0], tens[1]) if tens else None
        tens = self.table("decades", at)
        if tens is None:
            return None
        return (1900 if tens[0] >= 20 else 2000) + tens[0], tens[1]

    def century(self, at: int) -> Found[Meaning]:
        """`the 19th century`, `the late nineteenth century`."""
        i = at + (self.word(at) == "the")
        third = self.table("thirds", i)
        i = third[1] if third else i
        number = self.ordinal(i)
        k = number[1] + (self.word(number[1]) == "-") if number else at
        if number is None or self.word(k) != "century" or number[0] < 2:
            return None
        whole = Years((number[0] - 1) * 100, number[0] * 100 - 1)
        return (Within(whole, third=third[0]) if third else whole), k + 1
