"""Finding Indonesian time expressions: words to meanings, without any calendar.

A small grammar by recursive descent, in three storeys: dates (`dates`), moments put together from them and
from what stands beside them (`moments`), and here ranges of moments, `sejak`, `hingga`, `setiap`.

What a span holds: words that change the meaning are in (`sejak`, `hingga`, `selama`, `setiap`, `sekitar`
before a clock time, `hari`, `tanggal`, `bulan`, `tahun`, `lalu`), mere prepositions are not (`pada`, `di`,
`dalam`, `dari`, `antara`).  Where two could be read, the longer is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from riwayat.languages.id.dates import FIRST_YEAR
from riwayat.languages.id.moments import MomentReader
from riwayat.text.numbers import atoms
from riwayat.text.timefinding import Found, expressions, is_day, longest
from riwayat.text.times import (
    Between,
    Calendar,
    Clock,
    Meaning,
    Open,
    PartOfDay,
    Recurring,
    Shift,
    Stretch,
    TimeExpression,
    Vague,
    Weekday,
    Within,
)

# What a range may begin or end with.
_ENDS = (Calendar, Weekday, Within, Clock, PartOfDay, Shift)


def find(text: str, code: str = "id") -> list[TimeExpression]:
    """The time expressions of `text` in order, the longest at each place, none overlapping.

    Offsets are code points of `text`.  Durations, ages and the like are not times and are left out.
    `code` is the language whose words are read: one that is built on Indonesian may have others.
    """
    reader = _ExpressionReader(atoms(text), code)
    return expressions(text, reader.atoms, lambda at: reader.expression(at) if reader.may_begin(at) else None)


class _ExpressionReader(MomentReader):
    """Time expressions, on top of moments."""

    def may_begin(self, at: int) -> bool:
        """Whether a time may begin here: not at most words, nor in the second half of `bertahun-tahun`."""
        if at > 1 and self.atoms[at - 1].text == "-" and self.lower[at - 2].endswith(self.lower[at]):
            return False
        return self.atoms[at].is_number or self.lower[at] in self.words.firsts

    def expression(self, at: int) -> Found[Meaning]:
        """The longest time expression that starts at atom `at`."""
        vague = self.skip("vague", at)
        ways: tuple[Found[Meaning], ...] = (
            (Vague(), vague) if vague is not None else None,
            self.recurring(at),
            self.opened(at),
            self.during(at),
            self.between(at),
            self.moment(at),
        )
        return longest(ways)

    def recurring(self, at: int) -> Found[Meaning]:
        """`setiap Jumat`, `tiap malam`, `saban tahun`."""
        i = self.skip("every", at)
        if i is None:
            return None
        unit = self.table("units", i)
        part = self.table("parts", i)
        read = longest(
            (
                self.moment(i),
                (Recurring(), unit[1]) if unit else None,
                (Recurring(), part[1]) if part else None,
            )
        )
        return (Recurring(), read[1]) if read else None

    def opened(self, at: int) -> Found[Meaning]:
        """`sejak 2014`, `sejak Senin hingga Rabu`, `hingga Kamis`, `sebelum 2011`, `setelah 2003`."""
        since = self.skip("since", at)
        if since is not None:
            spread = self.between(since)
            edge = self.moment(since) or self.bare_year(since)
            if spread and (edge is None or spread[1] > edge[1]):
                return spread
            return (Open("since", edge[0]), edge[1]) if edge else None
        until = self.skip("until", at)
        edge = self.moment(until) or self.bare_year(until) if until is not None else None
        if edge:
            return Open("until", edge[0]), edge[1]
        before, after = self.skip("before", at), self.skip("after", at)
        i = before if before is not None else after
        edge = self.moment(i) or self.bare_year(i) if i is not None else None
        if edge is None or isinstance(edge[0], Stretch):
            return None
        return Open("after" if before is None else "before", edge[0]), edge[1]

    def during(self, at: int) -> Found[Meaning]:
        """`selama tiga hari terakhir`, `sepanjang 2018`, `selama Ramadan 1440 H`; a bare duration is none."""
        i = self.skip("during", at)
        if i is None:
            return None
        return self.between(i) or self.moment(i) or self.bare_year(i)

    def bare_year(self, at: int) -> Found[Meaning]:
        """A year that the word before it makes one."""
        year = self.year(at, bare=True)
        return (Calendar(year[0]), self.after_pointing(year[1])) if year else None

    def between(self, at: int) -> Found[Meaning]:
        """A range of two days, dates, months or years, and neighbouring days joined by `dan`."""
        return longest((self.days_of_month(at), self.years(at), self.two_moments(at), self.neighbours(at)))

    def days_of_month(self, at: int) -> Found[Meaning]:
        """`27-28 Mei 2019`, `3 hingga 7 Juni`, `27, 28, dan 29 Mei`, in brackets also `27-29/5`."""
        first = self.day_number(self.optional("on_date", at))
        if first is None or self.named_after_a_day(at):
            return None
        i = first[1]
        while self.word(i) == "," and self.day_number(i + 1):
            i += 2
        i = i + 1 if self.word(i) == "," else i
        joined = self.skip("to", i) or self.skip("and", i)
        if joined is None:
            return None
        last = self.named_date(joined) or (
            self.bare_numeric_date(joined) if self.word(at - 1) == "(" else None
        )
        if last is None or not isinstance(last[0], (Calendar, Within)) or last[0].day is None:
            return None
        return (Between(replace(last[0], day=first[0]), last[0]), last[1]) if first[0] < last[0].day else None

    def days_beside(self, at: int) -> Found[Meaning]:
        """`(27-29/5/2019)`, `(27-29 Mei)`, `, 20 dan 21 Oktober` after two days of the week."""
        if self.word(at) == ",":
            return self.days_of_month(at + 1)
        read = self.days_of_month(at + 1) if self.word(at) == "(" else None
        return (read[0], read[1] + 1) if read and self.word(read[1]) == ")" else None

    def years(self, at: int) -> Found[Meaning]:
        """`2014-2019`, `2014 hingga 2019`, `2018/2019`."""
        i = self.optional("on_year", at)
        if i < len(self.atoms) and re.fullmatch(r"\d{4}/\d{4}", self.atoms[i].text):
            first, last = (int(year) for year in self.atoms[i].text.split("/"))
            return (
                (Between(Calendar(first), Calendar(last)), i + 1) if FIRST_YEAR <= first == last - 1 else None
            )
        begin = self.year(i, bare=True)
        joined = self.skip("to", begin[1]) if begin else None
        if begin and joined is None and self.word(at - 1) == "antara":
            joined = self.skip("and", begin[1])
        end = self.year(self.optional("on_year", joined), bare=True) if joined is not None else None
        before = self.word(at - 1)
        if not (begin and end) or begin[0] >= end[0] or before in ("-", "/", "+"):
            return None
        return Between(Calendar(begin[0]), Calendar(end[0])), end[1]

    def two_moments(self, at: int) -> Found[Meaning]:
        """`Senin hingga Rabu`, `29 Mei - 2 Juni`, `Senin pagi hingga siang`, `pukul 10 sampai pukul 12`."""
        first = self.moment(at) or self.short_month(at)
        if first is None or not isinstance(first[0], _ENDS):
            return None
        joined = self.skip("to", first[1])
        if joined is None and self.word(at - 1) == "antara":
            joined = self.skip("and", first[1])
        last = self.end_of(first[0], joined) if joined is not None else None
        if last is None:
            return None
        begin, end = first[0], last[0]
        if isinstance(begin, Clock) and begin.day is None and isinstance(end, Clock):
            begin = replace(begin, day=end.day)
        if isinstance(end, Clock) and end.until is not None and end.day and not isinstance(begin, Clock):
            # `Kamis hingga Minggu, pukul 18.00 sampai 06.00`: each day's hours.
            end = end.day
        dated = self.days_beside(last[1]) if isinstance(end, Weekday) else None
        return dated or (Between(begin, end), last[1])

    def end_of(self, begin: Meaning, at: int) -> Found[Meaning]:
        """The second moment of a range; a part of day or an hour alone is of the first one's day."""
        day = begin.day if isinstance(begin, (PartOfDay, Clock)) else begin if is_day(begin) else None
        read = self.moment(at)
        if read is None:
            part = self.table("parts", at)
            return (PartOfDay(day, part[0]), part[1]) if part and day is not None else None
        if isinstance(read[0], Clock) and read[0].day is None:
            return replace(read[0], day=day), read[1]
        return read if isinstance(read[0], _ENDS) else None

    def short_month(self, at: int) -> Found[Meaning]:
        """`Jan-Feb 2019`: cut short, a month may begin a range."""
        read = self.table("months", at)
        return (Calendar(None, read[0]), read[1]) if read and self.atoms[at].is_capital else None

    def neighbours(self, at: int) -> Found[Meaning]:
        """`Sabtu dan Minggu`, `Januari dan Februari 2007`: two days or months in a row are one stretch."""
        first = self.weekday(at)
        joined = self.skip("and", first[1]) if first else None
        last = self.weekday(joined) if joined is not None else None
        if not (first and last) or last[0][0] != (first[0][0] + 1) % 7:
            return self.months_in_a_row(at)
        (weekday, within, direction), after = last
        if isinstance(within, Within):
            return Between(replace(within, weekday=first[0][0]), within), after
        dated = self.days_beside(after)
        return dated or (Between(Weekday(first[0][0], direction), Weekday(weekday, direction)), after)

    def months_in_a_row(self, at: int) -> Found[Meaning]:
        """`Januari dan Februari 2007`."""
        first = self.month_name(at)
        joined = self.skip("and", first[1]) if first else None
        last = self.month(joined) if joined is not None else None
        if not (first and last) or not isinstance(last[0], Calendar) or last[0].month != first[0] + 1:
            return None
        return Between(replace(last[0], month=first[0]), last[0]), last[1]
