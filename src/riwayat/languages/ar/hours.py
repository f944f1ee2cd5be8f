"""Reading the parts of an Arabic day and times of the clock, alone and from one to another."""

from __future__ import annotations

import re

from riwayat.languages.ar.amounts import exact
from riwayat.languages.ar.longer import LongerReader
from riwayat.text.timefinding import Found
from riwayat.text.times import Half, Part, clock_minute

_HOUR = re.compile(r"(\d{1,2})(?:[:.,](\d\d))?")


class HourReader(LongerReader):
    """Parts of days and hours, on top of longer times."""

    def part(self, at: int) -> Found[tuple[Part, Half | None]]:
        """`مساء`, `في الصباح الباكر`, `في وقت متأخر من ليل`, `بعد ظهر`; with the article behind a day or `في`."""
        for key, half in (("early_in", "early"), ("late_in", "late")):
            i = self.skip(key, at)
            read = self.plain_part(self.optional("of", i)) if i is not None else None
            if read is not None:
                return (read[0], "early" if half == "early" else "late"), read[1]
        read = self.plain_part(at)
        if read is None:
            return None
        if self.skip("early_part", read[1]) is not None:
            return (read[0], "early"), self.optional("early_part", read[1])
        return (read[0], None), read[1]

    def plain_part(self, at: int) -> Found[Part]:
        """A part of the day, with the article or without."""
        for length in (3, 2, 1):
            words = self.words[at : at + length] if at >= 0 else []
            bare = (exact(w).removeprefix("ال") if w.definite else exact(w) for w in words)
            part: Part | None = self.value("parts", tuple(bare))
            if part is not None and len(words) == length:
                return part, at + length
        return None

    def hours(self, at: int, *, day_known: bool) -> Found[tuple[int, int]]:
        """`من الساعة 3 مساء حتى 4 مساء`, `بين الثامنة صباحا والثانية ظهرا`, `من الخامسة إلى السابعة`."""
        i = self.optional("between", at)
        first = self.loose_clock(i)
        if first is None:
            return None
        link = self.skip("to", first[1])
        if link is None or (self.word(first[1]) == "و" and (i == at or self.word(i - 1) != "بين")):
            return None
        last = self.loose_clock(link)
        if last is None:
            return None
        (hour, minute, part, sure), (other_hour, other_minute, other, too) = first[0], last[0]
        if i == at and not (sure and too):
            return None
        if not (sure or too or day_known or self._day_follows(last[1])):
            return None
        start = clock_minute(hour, minute, part or other)
        if part is None and other and start is not None and hour >= other_hour:
            start = clock_minute(hour, minute)
        end = clock_minute(other_hour, other_minute, other or (part if part != "morning" else None))
        if start is None or end is None:
            return None
        if end <= start and other is None:
            end += 720
        return ((start, end), last[1]) if start < end <= 1440 else None

    def _day_follows(self, at: int) -> bool:
        i = self.optional("joins", at)
        return self.date(i) is not None or self.table("relative", i) is not None

    def loose_clock(self, at: int) -> Found[tuple[int, int, Part | None, bool]]:
        """An hour, its minute, its part of the day if said, and whether it can only be a time of the clock."""
        named = self.skip("clock", at)
        i = at if named is None else named
        read = self.hour(i)
        if read is None or read[0][0] > 24 or (self.word(i + 1) in ("/", "-") and self.glued(i + 2)):
            return None
        (hour, minute), after = read
        part = self.plain_part(after) if not self.word(after).startswith("ال") else None
        colon = ":" in self.word(i)
        spoken = not self.word(i)[:1].isdigit()
        sure = named is not None or part is not None or colon
        if spoken and not sure and not self.word(i).endswith(("ة", "ه", "ى")):
            return None
        return (hour, minute, part[0] if part else None, sure), part[1] if part else after

    def clock(self, at: int) -> Found[tuple[int, int]]:
        """`الساعة 10:30`, `عند الساعة الثانية`, `3:32`."""
        i = self.skip("clock", at)
        if i is None:
            # `5 مساء`, `3:30 عصرا`
            digits = _HOUR.fullmatch(self.word(at)) and not (
                self.word(at - 1) in ("-", "/") and self.glued(at)
            )
            part = self.table("parts", at + 1) if digits else None
            return self.hour(at) if part and self.word(at + 1).endswith(("ا", "ء")) else None
        return self.hour(i)

    def hour(self, at: int) -> Found[tuple[int, int]]:
        """`10`, `10:30`, `الثانية عشرة`, `السابعة والنصف`."""
        match = _HOUR.fullmatch(self.word(at))
        if match:
            return (int(match[1]), int(match[2] or 0)), at + 1
        ordinal = self.table("ordinals", at)
        if ordinal is None or ordinal[0] > 12:
            return None
        hour, after = ordinal
        if self.word(after) in ("عشر", "عشرة"):
            hour, after = hour + 10, after + 1
        parts = {"النصف": 30, "الربع": 15, "الثلث": 20}
        if self.word(after) == "و" and self.word(after + 1) in parts:
            return (hour, parts[self.word(after + 1)]), after + 2
        if self.word(after) == "الا" and self.word(after + 1) in ("الربع", "ربعا", "الثلث", "ثلثا"):
            return (hour - 1, 45 if "ربع" in self.word(after + 1) else 40), after + 2
        return (hour, 0), after
