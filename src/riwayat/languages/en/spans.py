"""Reading amounts of English time, and days so far away: `two days ago`, `two weeks from tomorrow`."""

from __future__ import annotations

from riwayat.languages.en.dates import DateReader
from riwayat.text.timefinding import Found, longest
from riwayat.text.times import Between, Counted, Meaning, Shift, Stretch, Unit


class SpanReader(DateReader):
    """Amounts of time, on top of dates."""

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
