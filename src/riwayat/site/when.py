"""Days, times and numbers as the reader's language writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils import formats
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from riwayat.model import Time

__all__ = ["day", "digits", "number", "time"]

_ARABIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DAY: Final = "j F Y"


def digits(text: str) -> str:
    """The text with the digits of the reader's language."""
    return text.translate(_ARABIC) if (get_language() or "").startswith("ar") else text


def number(value: int) -> str:
    """A number, thousands set apart."""
    return digits(str(formats.number_format(value)))


def day(value: date) -> str:
    """A day, the month as a word."""
    return digits(format_date(value, _DAY))


def time(value: Time | None) -> str:
    """When something happened or was published, as finely as it was told; empty where nothing is known."""
    if value is None or value.start is None or value.end is None or value.granularity == "unspecified":
        return ""
    first, last = _date(value.start), _date(value.end)
    match value.granularity:
        case "night":
            return _("night of %(day)s") % {"day": day(first)}
        case "hour":
            return f"{day(first)} {_clock(value.start)}".strip()
        case "part_of_day":
            hours = (
                f"{_clock(value.start)}–{_clock(value.end)}"
                if "T" in value.start and "T" in value.end
                else ""
            )
            return f"{day(first)} {hours}".strip()
        case "month":
            return digits(format_date(first, "F Y"))
        case "year":
            return digits(str(first.year))
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def _date(text: str) -> date:
    return date.fromisoformat(text[:10])


def _clock(text: str) -> str:
    return digits(text[11:16]) if "T" in text else ""
