"""Dates as pages print them, and the lines that say when a report was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from riwayat.model import Time
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean

__all__ = ["PrintedDate", "date_in_url", "dates_in", "publication_line", "time_of"]

_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FIRST_YEAR, _LAST_YEAR = 1945, 2099
_NUMERIC: Final = (
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?(?P<sep>[/.-])(?P=sep)?\s?(?P<m>\d{1,2})\s?(?P=sep)(?P=sep)?\s?"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
)
_SHORT: Final = r"(?<![\d/.-])(?P<sd>\d{1,2})(?P<ssep>[/-])(?P<sm>\d{1,2})(?P=ssep)(?P<sy>\d\d)(?![\d/-])"
_ISO: Final = (
    r"(?<![\d/.])(?<!\d-)(?P<iy>(?:19|20)\d\d)(?P<isep>[-/.])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2})(?!\d)"
)
_CLOCK: Final = re.compile(
    r"(?:T|[\s,;|•·()@–—-]*(?:(?:pukul|jam|at)\b[\s:.]*)?)"
    r"(?P<h>[01]?\d|2[0-3])(?P<sep>[:.])(?P<min>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    r"(?P<half>\s?[ap]\.?m\b)?",
    re.IGNORECASE,
)
_URL_DATE: Final = re.compile(r"/((?:19|20)\d\d)[/-]?(\d{2})[/-]?(\d{2})(?:/|\d{4,}|$)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A full date at `text[start:end]`, with the time of day beside it if one is printed."""

    day: date
    hour: int | None
    minute: int | None
    start: int
    end: int


def time_of(found: PrintedDate, text: str) -> Time:
    """The date as a value of the model: to the minute where an hour was printed, else to the day."""
    words = clean(text[found.start : found.end])
    if found.hour is None:
        stamp = found.day.isoformat()
        return Time(stamp, stamp, "day", words)
    stamp = f"{found.day.isoformat()}T{found.hour:02d}:{found.minute or 0:02d}"
    return Time(stamp, stamp, "hour", words)


def dates_in(text: str, words: Lexicon) -> list[PrintedDate]:
    """All full dates (day, month and year) in the text, in order; day before month where both are numbers."""
    return list(_found(text, words))


def publication_line(line: str, words: Lexicon, *, most: int = 140) -> PrintedDate | None:
    """The date in a line that has little beside it: weekday, time, outlet, byline; the first of several.

    A line that tells of a later change gives nothing.
    """
    if len(line) > most:
        return None
    found = dates_in(line, words)
    if not found:
        return None
    first = found[0]
    before = line[: first.start].casefold()
    if words.holds("dates.updated", before):
        return None
    rest = line[: first.start] + " " + line[first.end :]
    for name in ("dates.labels", "dates.weekdays", "dates.zones", "dates.updated"):
        rest = words.patterns[name].sub(" ", rest)
    return first if len(re.findall(r"[^\W\d_]{2,}", rest)) <= 10 else None


def date_in_url(url: str | None) -> date | None:
    """The day that a news site's address carries in its path (`/2019/05/27/`)."""
    match = _URL_DATE.search(url or "")
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _pattern(words: Lexicon) -> re.Pattern[str]:
    month = any_of(frozenset(words.months))
    of = any_of(words.lists["dates.of"])
    worded = (
        rf"(?<![\d.,/])(?P<wd>\d{{1,2}})(?:\s*[-/]\s*|\s*)(?:{of}\s+)?(?P<wm>{month})\.?"
        rf"(?:\s?[/(]\s?{month}\)?)?(?:\s*[-/,،]\s*|\s+)"
        r"(?P<wy>(?:19|20)\d\d|['’]\d\d)(?!\d)"
    )
    english = (
        rf"(?<!\w)(?P<em>{month})\.?\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<ey>(?:19|20)\d\d)(?!\d)"
    )
    return re.compile("|".join((worded, english, _NUMERIC, _ISO, _SHORT)), re.IGNORECASE)


def _found(text: str, words: Lexicon) -> Iterator[PrintedDate]:
    for match in _pattern(words).finditer(text.translate(_DIGITS)):
        g = match.groupdict()
        if g["wd"]:
            day = _day(_year(g["wy"]), words.months[g["wm"].casefold()], int(g["wd"]))
        elif g["ed"]:
            day = _day(_year(g["ey"]), words.months[g["em"].casefold()], int(g["ed"]))
        elif g["d"]:
            day = _day(int(g["y"]), int(g["m"]), int(g["d"]))
        elif g["iy"]:
            day = _day(int(g["iy"]), int(g["im"]), int(g["id"]))
        else:
            day = _day(_year(g["sy"]), int(g["sm"]), int(g["sd"]))
        if day is None:
            continue
        hour, minute, end = _clock(text, match.end(), words)
        yield PrintedDate(day, hour, minute, match.start(), end)


def _clock(text: str, at: int, words: Lexicon) -> tuple[int | None, int | None, int]:
    """The time of day printed right after a date, and where it ends."""
    match = _CLOCK.match(text, at)
    if not match:
        return None, None, at
    zone = re.compile(rf"\s?{any_of(words.lists['dates.zones'])}(?!\w)", re.IGNORECASE).match(
        text, match.end()
    )
    said = zone or match["sep"] == ":" or "pukul" in match[0].casefold() or "jam" in match[0].casefold()
    if not said:
        return None, None, at
    hour = int(match["h"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if "p" in match["half"].casefold() else 0)
    return hour, int(match["min"]), zone.end() if zone else match.end()


def _year(printed: str) -> int:
    digits = printed.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
