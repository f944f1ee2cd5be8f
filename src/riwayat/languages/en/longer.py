"""Reading amounts of English time and times longer than a day: weeks, months, quarters, parts of them, decades."""

from __future__ import annotations

from riwayat.languages.en.dates import DateReader
from riwayat.languages.en.timewords import Found, longest
from riwayat.text.times import (
    Around,
    Between,
    Calendar,
    Counted,
    Meaning,
    Nth,
    Partly,
    Season,
    Shift,
    Stretch,
    Third,
    Unit,
    Within,
)


class LongerReader(DateReader):
    """Amounts of time and times longer than a day, on top of dates."""

    def units(self, at: int) -> Found[tuple[int | None, int | None, Unit]]:
        """An amount of time: `two days`, `a week`, `several months`, `two or three years`."""
        if (half := self.skip("half", at)) is not None and self.word(half) in ("year", "day", "hour"):
            return ((6, 6, "month") if self.word(half) == "year" else (1, 1, "hour")), half + 1
        number = self.amount(at)
        if number is None:
            return None
        low, high, i = number.low, number.high, number.next
        if self.word(i) in ("or", "to", "-") and (second := self.amount(i + 1)) and second.high:
            high, i = second.high, second.next
        named = self.table("units", i)
        if named is None or self.word(i) == "weekend":
            return None
        factor, unit = named[0]
        return (
            (None if low is None else low * factor),
            (None if high is None else high * factor),
            unit,
        ), named[1]

    def steps(self, at: int) -> Found[tuple[tuple[int, Unit], ...]]:
        """Exact amounts side by side: `two years and three months`, `1 month, 21 days`."""
        steps: list[tuple[int, Unit]] = []
        i = after = at
        while (read := self.units(i)) is not None and read[0][0] is not None and read[0][0] == read[0][1]:
            steps.append((read[0][0], read[0][2]))
            after = read[1]
            i = after + (self.word(after) == ",")
            i += self.word(i) == "and"
        return (tuple(steps), after) if steps else None

    def far(self, at: int) -> Found[Meaning]:
        """`a year and two months ago`, `three weeks from tomorrow`, `two days before 12 May`."""
        read = self.steps(at)
        if read is None:
            return None
        steps, i = read
        for name, sign in (("before", -1), ("after", 1), ("counted_from", 1)):
            edge = self.skip(name, i)
            if edge is None:
                continue
            plain = self.table("relative", edge)
            day = (Shift.by(plain[0], "day"), plain[1]) if plain else self.date(edge)
            if day is not None and (plain or getattr(day[0], "day", None)):
                return Counted(tuple((sign * n, unit) for n, unit in steps), day[0]), day[1]
            return None
        if len(steps) == 1:
            return None
        for name, sign, base in (
            ("ago", -1, Shift.by(0, "day")),
            ("ahead", 1, Shift.by(0, "day")),
            ("before_that", -1, Shift.by(0, "day", "previous")),
            ("after_that", 1, Shift.by(0, "day", "previous")),
        ):
            after = self.skip(name, i)
            if after is not None:
                return Counted(tuple((sign * n, unit) for n, unit in steps), base), after
        return None

    def within_amount(self, at: int) -> Found[Meaning]:
        """`within five days`, `within the next 3 years`, `less than two weeks from today`: from a day on."""
        loose = self.skip("less_than", at)
        if self.word(at) != "within" and loose is None:
            return None
        i = loose if loose is not None else self.optional("next_stretch", at + 1)
        read, steps, far = self.units(i), self.steps(i), self.far(i)
        if far is not None and isinstance(far[0], Counted):
            return Between(far[0].day, far[0]), far[1]
        if loose is not None:
            ago = self.skip("ago", read[1]) if read else None
            return (Stretch(read[0][1], read[0][2], -1), ago) if read and ago else None
        if read is None or read[0][0] is None:
            return None
        if steps is not None and len(steps[0]) > 1:
            today = Shift.by(0, "day")
            return Between(today, Counted(steps[0], today)), steps[1]
        return (
            (Stretch(read[0][1], read[0][2], 1), read[1])
            if self.word(read[1]) not in ("of", "after")
            else None
        )

    def more_than(self, at: int) -> Found[Meaning]:
        """`more than two weeks before today`, `more than a year ago`: about as long ago as said."""
        i = self.skip("more_than", at)
        return longest((self.far(i), self.counted(i))) if i is not None else None

    def counted(self, at: int) -> Found[Meaning]:
        """`two days ago`, `a week earlier`, `three days later`."""
        read = self.units(at)
        if read is None:
            bare = self.table("units", at)
            if bare and self.word(bare[1]) in ("ago", "earlier") and self.word(at).endswith("s"):
                base = "anchor" if self.word(bare[1]) == "ago" else "previous"
                return Shift(
                    -2 * max(bare[0][0], 1), None, bare[0][1], "anchor" if base == "anchor" else "previous"
                ), bare[1] + 1
            return None
        (low, high, unit), i = read
        for name, sign, base in (
            ("ago", -1, "anchor"),
            ("ahead", 1, "anchor"),
            ("before_that", -1, "previous"),
            ("after_that", 1, "previous"),
        ):
            after = self.skip(name, i)
            if after is not None:
                most = None if high is None else sign * high
                least = sign * (2 if low is None else low)
                return Shift(least, most, unit, "anchor" if base == "anchor" else "previous"), after
        return None

    def stretch(self, at: int) -> Found[Meaning]:
        """`the past three days`, `the last 24 hours`, `the coming weeks`, `the past week`."""
        for name, sign in (("last_stretch", -1), ("next_stretch", 1)):
            i = self.skip(name, at)
            if i is None:
                continue
            read = self.units(i)
            if read is not None and self.word(i) not in ("a", "an"):
                return Stretch(read[0][1], read[0][2], -1 if sign < 0 else 1), read[1]
            unit = self.table("units", i)
            if unit is not None and self.word(i).endswith("s"):
                return Stretch(None, unit[0][1], -1 if sign < 0 else 1), unit[1]
            if unit is not None and "past" in self.word(i - 1) and unit[0][1] != "hour":
                return Stretch(unit[0][0], unit[0][1], -1), unit[1]
        return None

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
