"""Reading English dates: days of the month and the week, months, years, in digits and in words."""

from __future__ import annotations

import re

from riwayat.languages.en.figures import FigureReader
from riwayat.languages.en.timewords import FIRST_YEAR, LAST_YEAR, ORDINAL_ENDINGS
from riwayat.text.timefinding import Found, longest
from riwayat.text.times import Calendar, Meaning, Shift, Within


class DateReader(FigureReader):
    """Dates, on top of those in figures."""

    # -- parts of dates --------------------------------------------------------------------------------

    def day_number(self, at: int) -> Found[int]:
        """`12`, `12th`, `the 12th`."""
        i = at + (self.word(at) == "the")
        text = self.word(i)
        if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= 31:
            return None
        ordinal = self.word(i + 1) in ORDINAL_ENDINGS and self.glued(i + 1)
        if i > at and not ordinal:
            return None
        return int(text), i + 1 + ordinal

    def day_in_words(self, at: int) -> Found[int]:
        """`the twenty-first`, and behind a month `twenty one`; not where it counts or ranks what follows."""
        i = at + (self.word(at) == "the")
        read = longest((self.ordinal(i), self.small_number(i) if i == at else None))
        if read is None or not 1 <= read[0] <= 31 or self.word(i)[0].isdigit():
            return None
        behind = read[1] + (self.word(read[1]) == ",")
        return read if self.closed(read[1]) or self.any_year(behind) else None

    def year(self, at: int, *, bare: bool = False) -> Found[int]:
        """A year in four digits; a `bare` one stands behind a word that makes it one, and counts nothing."""
        text = self.word(at)
        if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
            return None
        if bare and (
            self.word(at + 1) in self.words.sets["counted"]
            or (self.word(at + 1) == "s" and self.glued(at + 1))
        ):
            return None
        return int(text), at + 1

    def any_year(self, at: int) -> Found[int]:
        """A year in digits or, with nothing counted behind it, in words."""
        spoken = self.spoken_year(at)
        if spoken is not None and (not self.closed(spoken[1]) or self.word(spoken[1]) == "-"):
            spoken = None
        return self.year(at) or spoken

    def month_name(self, at: int) -> Found[int]:
        """`May`, with a capital; without one only a name that is no other word, or one beside a day."""
        read = self.table("months", at)
        if read is None:
            return None
        if not self.capital(at) and self.word(at) in self.words.sets["lower_too"]:
            beside = (self.word(at - 1), self.word(at + 1))
            if not any(w[:1].isdigit() or w in ORDINAL_ENDINGS for w in beside):
                return None
        after = read[1]
        dotted = self.abbreviated(after) and self.word(at) in self.words.sets["short"]
        return read[0], after + dotted

    def abbreviated(self, at: int) -> bool:
        """Whether the point at `at` belongs to the word before it, and does not end the text."""
        return self.word(at) == "." and self.glued(at) and self.word(at + 1) not in ("", "\n")

    def weekday_name(self, at: int) -> Found[int]:
        """`Monday`, `Mon.`, `monday`; not the day of a name (`Bloody Sunday`)."""
        read = self.table("weekdays", at)
        if read is None or self.word(at - 1) in self.words.sets["names_before"]:
            return None
        short = len(self.word(at)) <= 5
        if short and not self.capital(at):
            return None
        after = read[1]
        if short and self.abbreviated(after):
            after += 1
        elif short and not (
            self.day_number(after)
            or self.month_name(after)
            or self.word(after) in ("", ",", ".", "to", "through", "until", "and")
        ):
            return None
        return read[0], after

    # -- dates -----------------------------------------------------------------------------------------

    def date(self, at: int) -> Found[Meaning]:
        """A date or a month, with its year or without; the longest of the ways to write one."""
        return longest(
            way(at)
            for way in (
                self.numeric,
                self.iso_with_name,
                self.day_first,
                self.day_of_told_month,
                self.month_first,
                self.pointed_month,
                self.month,
                self.year_first,
                self.plain_year,
                self.hijri,
                self.bare_day,
            )
        )

    def iso_with_name(self, at: int) -> Found[Meaning]:
        """`2019-Sep-1`, `2019/sep/01`."""
        year = self.year(at)
        mark = self.word(at + 1)
        if year is None or mark not in ("-", "/") or self.word(at + 3) != mark:
            return None
        month, day = self.table("months", at + 2), self.day_number(at + 4)
        return (Calendar(year[0], month[0], day[0]), day[1]) if month and day else None

    def day_first(self, at: int) -> Found[Meaning]:
        """`12 May 2019`, `12th of May`, `the 12th of May last year`, `the second of May`, `16. Nov. 2016`."""
        day = self.day_number(at)
        if day is None:
            ordinal = self.ordinal(at + (self.word(at) == "the"))
            if ordinal is None or ordinal[0] > 31 or self.word(ordinal[1]) != "of":
                return None
            day = ordinal
        i = day[1]
        i += self.word(i) == "of" or (self.word(i) == "." and self.glued(i))
        month = self.month_name(i)
        return self.with_year(month[0], day[0], month[1]) if month else None

    def day_of_told_month(self, at: int) -> Found[Meaning]:
        """`the 12th of this month`, `the 12th of last month`."""
        day = self.day_number(at)
        pointed = self.direction(day[1] + 1) if day and self.word(day[1]) == "of" else None
        if day is None or pointed is None or self.word(pointed[1]) != "month":
            return None
        return Within(Shift.by(pointed[0], "month"), day=day[0]), pointed[1] + 1

    def bare_day(self, at: int) -> Found[Meaning]:
        """`the 27th` behind a word that points at days, with nothing of which it would be the 27th."""
        if self.word(at) != "the" or self.word(at - 1) not in self.words.sets["before_day"]:
            return None
        day = self.day_number(at)
        if day is None and self.word(at + 1) in ("twenty", "thirty"):
            day = self.ordinal(at + 1)
        if day is None or not self.closed(day[1]) or self.word(day[1]) in ("-", "of", "and", "in", "to"):
            return None
        return Calendar(day=day[0]), day[1]

    def month_first(self, at: int) -> Found[Meaning]:
        """`May 12, 2019`, `May 12th`, `Oct-2`, `May twenty-first`."""
        month = self.month_name(at)
        if month is None:
            return None
        i = month[1]
        i += self.word(i) in ("-", "/", ".") and self.glued(i) and self.word(i + 1)[:1].isdigit()
        day = self.day_number(i) or self.day_in_words(i)
        if day is None or (self.word(day[1]) in self.words.sets["counted"]):
            return None
        if self.word(i) == "the" and not (self.closed(day[1]) or self.any_year(day[1])):
            return None
        return self.with_year(month[0], day[0], day[1])

    def with_year(self, month: int, day: int | None, at: int) -> Found[Meaning]:
        """A month or day of it, with the year or `last year` behind it."""
        i = at + (self.word(at) in (",", "of", "in") or (self.word(at) == "." and self.glued(at)))
        year = self.year(i) if self.word(at) == "in" else self.any_year(i)
        if year is not None:
            return Calendar(year[0], month, day), year[1]
        text = self.word(i)
        if day is not None and re.fullmatch("1[0-9]{3}", text) and self.closed(i + 1):
            return Calendar(int(text), month, day), i + 1
        pointed = self.direction(i)
        if pointed is not None and self.word(pointed[1]) == "year":
            return Within(Shift.by(pointed[0], "year"), month=month, day=day), pointed[1] + 1
        return Calendar(None, month, day), at

    def month(self, at: int) -> Found[Meaning]:
        """`May 2019`, `May of last year`; alone a month that is another word needs a word of time before it."""
        month = self.month_name(at)
        if month is None:
            return None
        read = self.with_year(month[0], None, month[1])
        if read is not None and read[1] > month[1]:
            return read
        if self.word(at) in self.words.sets["short"] and self.word(at) != "may":
            return None
        ambiguous = self.word(at) in self.words.sets["names_too"]
        if ambiguous and self.word(at - 1) not in self.words.sets["before_month"]:
            return None
        return read

    def pointed_month(self, at: int) -> Found[Meaning]:
        """`last May`, `next June`, `this September`."""
        pointed = self.direction(at)
        month = self.month_name(pointed[1]) if pointed else None
        if pointed is None or month is None or self.day_number(month[1]):
            return None
        if pointed[0] == 0:
            return Within(Shift.by(0, "year"), month=month[0]), month[1]
        return Calendar(month=month[0], direction=pointed[0]), month[1]

    def year_first(self, at: int) -> Found[Meaning]:
        """`2016 November`, `2016, nov`."""
        year = self.year(at)
        if year is None:
            return None
        comma = self.word(year[1]) == ","
        i = year[1] + comma
        month = self.month_name(i)
        if month is None or self.day_number(month[1]):
            return None
        kind = "names_too" if comma else "lower_too"
        other = self.word(i) in self.words.sets[kind] and (comma or not self.capital(i))
        fits = not other and (not comma or self.closed(month[1]))
        return (Calendar(year[0], month[0]), month[1]) if fits else None

    def plain_year(self, at: int) -> Found[Meaning]:
        """`2014` behind a word that makes it a year; `the year 2014`."""
        if self.word(at) == "the" and self.word(at + 1) == "year" and (read := self.year(at + 2)):
            return Calendar(read[0]), read[1]
        before = self.word(at - 1)
        year = self.year(at, bare=True)
        if year is None and before in ("in", "since", "until", "from", "to", "of"):
            year = self.any_year(at)
        if year is None or not (
            before in self.words.sets["yearly"] or before in ("(", ",") or self.word(at - 2) == "early"
        ):
            return None
        return (
            (Calendar(year[0]), year[1])
            if before not in ("(", ",") or self.word(year[1]) in (")", ",")
            else None
        )

    def hijri(self, at: int) -> Found[Meaning]:
        """`Ramadan`, `Ramadan 1440`, `12 Shawwal 1444`, `the 10th of Muharram`."""
        day = self.day_number(at)
        i = day[1] + (self.word(day[1]) == "of") if day else at
        month = self.table("hijri_months", i)
        if month is None:
            return None
        number = day[0] if day else None
        k = month[1] + (self.word(month[1]) == ",")
        if re.fullmatch("1[34][0-9]{2}", self.word(k)):
            after = k + 1 + (self.word(k + 1) in ("ah", "a.h", "h"))
            return Calendar(int(self.word(k)), month[0], number, system="hijri"), after
        return Calendar(None, month[0], number, system="hijri"), month[1]
