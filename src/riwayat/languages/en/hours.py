"""Reading the parts of an English day and times of the clock, alone and from one to another."""

from __future__ import annotations

import re

from riwayat.languages.en.longer import LongerReader
from riwayat.text.timefinding import Found
from riwayat.text.times import Half, Meaning, Part, Shift


class HourReader(LongerReader):
    """Parts of days and hours, on top of longer times."""

    def part(self, at: int) -> Found[tuple[Part, Half | None, Meaning | None]]:
        """`night`, `this morning`, `late last night`, `tonight`; with its day where it says so."""
        plain = self.table("parts", at + (self.word(at) == "the"))
        if plain is not None:
            # `early hours`
            return (plain[0], None, None), plain[1]
        half: Half | None = None
        i = at + (self.word(at) == "the")
        if self.word(i) in ("early", "late"):
            half = "early" if self.word(i) == "early" else "late"
            i += 1 + (self.word(i + 1) == "-")
        elif i > at and self.word(i) in ("next", "following") and (read := self.table("parts", i + 1)):
            return (read[0], None, Shift.by(1, "day", "previous")), read[1]
        word = self.word(i)
        if word in ("overnight", "tonight") and not half:
            return ("night", half, Shift.by(-1 if word == "overnight" else 0, "day")), i + 1
        days = {
            "last": (-1, False),
            "this": (0, False),
            "next": (1, False),
            "that": (0, True),
            "same": (0, True),
        }
        if word in days and (read := self.table("parts", i + 1)):
            if word == "last" and read[0] not in ("night", "evening"):
                return None
            amount, told = days[word]
            return (read[0], half, Shift.by(amount, "day", "previous" if told else "anchor")), read[1]
        read = self.table("parts", i)
        if half is None or read is None:
            return None
        return (read[0], half, None), read[1]

    def hours(self, at: int) -> Found[tuple[int, int]]:
        """From one time of the clock to another: `from 9 to 11 a.m.`, `between 5 pm and 7 pm`, `10:30 to 3`."""
        begun = self.word(at) in ("from", "between")
        i = at + begun
        first = self.loose_clock(i)
        if first is None:
            return None
        link = self.skip("to", first[1])
        if link is None and self.word(at) == "between":
            link = self.skip("and", first[1])
        last = self.loose_clock(link) if link is not None else None
        if last is None:
            return None
        (start, half, sure), (end, other, too) = first[0], last[0]
        if not (sure or too or (begun and self.word(last[1]) in ("on", "of") and self.date(last[1] + 1))):
            return None
        if other and not half and not (sure and start >= 13 * 60):
            half_start = start % 720 + (720 if other == "p" else 0)
            start = half_start if half_start < end else start
        if end <= start and not other:
            end += 720
        return ((start, end), last[1]) if start < end <= 1440 else None

    def loose_clock(self, at: int) -> Found[tuple[int, str, bool]]:
        """A minute of the day, the half of the day if said, and whether it can only be a time of the clock."""
        exact = self.clock(at)
        if exact is not None:
            hour, minute, _ = exact[0]
            half = self.half(at + 1)[0]
            return (hour * 60 + minute, half, True), exact[1]
        if self.word(at) == "half" and self.word(at + 1) == "past":
            number = self.small_number(at + 2)
            return ((number[0] * 60 + 30, "", True), number[1]) if number and number[0] <= 12 else None
        if self.word(at) in ("noon", "midday"):
            return (720, "p", True), at + 1
        text = self.word(at)
        joined = self.word(at + 1) in ("/", "-") and self.glued(at + 1)
        digits = (int(text), at + 1) if text.isdigit() and len(text) <= 2 and not joined else None
        number = digits or self.small_number(at)
        return ((number[0] * 60, "", False), number[1]) if number and number[0] <= 12 else None

    def clock(self, at: int) -> Found[tuple[int, int, bool]]:
        """`3 p.m.`, `3:30pm`, `14:05 GMT`, `1530 GMT`, `10 o'clock`."""
        text = self.word(at)
        match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?", text) or re.fullmatch(
            r"([01]\d|2[0-3])([0-5]\d)", text
        )
        if match is None:
            return None
        hour, minute, i = int(match[1]), int(match[2] or 0), at + 1
        if hour > 24 or minute > 59:
            return None
        half, after = self.half(i)
        zone = self.skip("zones", after)
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif self.word(i) == "o'clock":
            after = i + 1
        elif not (":" in text or zone is not None) or (zone is None and ":" not in text):
            return None
        zone = self.skip("zones", after)
        return (hour, minute, bool(half)), self.bracketed_zone(after if zone is None else zone)

    def half(self, at: int) -> tuple[str, int]:
        """`a.m.`, `pm`: its first letter, and the place after it."""
        if self.word(at) in ("am", "pm"):
            return self.word(at)[0], at + 1
        if self.word(at) in ("a", "p") and self.word(at + 1) == "." and self.word(at + 2) == "m":
            return self.word(at), at + 3 + (self.word(at + 3) == ".")
        return "", at

    def bracketed_zone(self, at: int) -> int:
        """The place after `(1100 GMT)`, if that follows."""
        if (
            self.word(at) == "("
            and self.word(at + 1)[:1].isdigit()
            and self.skip("zones", at + 2) is not None
        ):
            close = self.skip("zones", at + 2)
            return close + 1 if close is not None and self.word(close) == ")" else at
        return at
