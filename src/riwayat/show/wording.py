"""Times, figures, narrators and languages in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from riwayat import languages
from riwayat.model import Link, NarratorKind, Quantity, Time

__all__ = ["NAMELESS", "count", "figure", "language", "narrator", "when"]

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SOME = "some"
NAMELESS: Mapping[NarratorKind, str] = {
    "outlet": "outlet not named",
    "agency": "an agency",
    "person": "somebody",
    "group": "a group",
    "official": "an official",
    "document": "a document",
    "photo": "a photo",
    "video": "a video",
    "social": "a post",
    "anonymous": "an unnamed source",
    "witness": "a witness",
    "unspecified": "nobody named",
}
"""What narrators without a name or description are called."""


def language(code: str) -> str:
    """The name of a language, or its code where it has no folder."""
    if code not in languages.available():
        return code
    return str(languages.words(code, "page")["language"]["name"])


def count(n: int, noun: str, plural: str | None = None) -> str:
    """`1 event`, `2 events`."""
    return f"{n} {noun if n == 1 else plural or noun + 's'}"


def when(time: Time | None) -> str:
    """A time as a reader says it: `night of Sun 26 May 2019`, `20–26 May 2019`; empty without a date."""
    if time is None or (time.start is None and time.end is None):
        return ""
    if time.start is None or time.end is None:
        word = "until" if time.start is None else "from"
        return f"{word} {_day(datetime.fromisoformat(time.start or time.end or ''))}"
    first, last = datetime.fromisoformat(time.start), datetime.fromisoformat(time.end)
    if time.granularity == "year" and first.year == last.year:
        return str(first.year)
    if time.granularity == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if time.granularity == "night":
        return f"night of {_day(first)}"
    if "T" in time.start and first.date() == last.date():
        hours = f"{first:%H:%M}" if first == last else f"{first:%H:%M}–{last:%H:%M}"
        return f"{_day(first)}, {hours}"
    return _days(first.date(), last.date())


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _days(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end}"


def figure(quantity: Quantity) -> str:
    """A figure: `3 killed`, `at least 3 killed`, `20–99 displaced (keluarga)`."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        number = _SOME
    elif low is None:
        number = f"at most {high}"
    elif high is None:
        number = f"at least {low}"
    else:
        number = str(low) if low == high else f"{low}–{high}"
    side = f" ({quantity.of})" if quantity.of else ""
    return f"{number} {quantity.what}{side}"


def narrator(link: Link) -> str:
    """What a narrator is called; an unspecified one has no name."""
    return link.description or link.name or NAMELESS[link.kind]
