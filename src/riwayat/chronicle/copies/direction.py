"""Which of two reports with the same sentences was there before the other."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from riwayat.chronicle.copies.compared import Shared
from riwayat.chronicle.copies.credit import is_credited, mentions
from riwayat.chronicle.copies.texts import Text
from riwayat.chronicle.lines import when
from riwayat.model import Outlet, Source

__all__ = ["credits", "is_later"]

_ZONES: Final = {
    "aedt": 11.0, "aest": 10.0, "bst": 1.0, "cat": 2.0, "cest": 2.0, "cet": 1.0, "eat": 3.0, "edt": -4.0,
    "eest": 3.0, "eet": 2.0, "est": -5.0, "gmt": 0.0, "gst": 4.0, "hkt": 8.0, "irst": 3.5, "msk": 3.0, "myt": 8.0,
    "pdt": -7.0, "pht": 8.0, "pkt": 5.0, "pst": -8.0, "sast": 2.0, "sgt": 8.0, "trt": 3.0, "utc": 0.0, "wat": 1.0,
    "wib": 7.0, "wit": 9.0, "wita": 8.0, "غرينتش": 0.0, "غرينيتش": 0.0,
}  # fmt: skip
"""Hours ahead of UTC of the abbreviations that pages print."""
_OF_LANGUAGE: Final = {"ar": (0.0, 4.0), "id": (7.0, 9.0), "ms": (7.0, 8.0)}
"""Between what hours ahead of UTC a language's outlets mostly sit; others anywhere."""
_ANYWHERE: Final = (-11.0, 13.0)
_WORD: Final = re.compile(r"[^\W\d_]+")
_HELD: Final = 16384
"""Pairs of a report and an outlet at hand: many reports come from few outlets, and are asked about again and again."""
_NEAR_DAYS: Final = 1
"""So many days apart a local date may mislead about who was first."""


def credits(here: Text, there: Text) -> bool:
    """Whether one report names the outlet of the other, not its own, as its source, or else names it anywhere."""
    return _credits(here.source.outlet.name or "", here.carriers, here.body, there.source.outlet)


@lru_cache(maxsize=_HELD)
def _credits(own: str, carriers: tuple[str, ...], body: str, outlet: Outlet) -> bool:
    if is_credited([own], outlet):
        return False
    return is_credited(carriers, outlet) or mentions(body, outlet)


def is_later(s: Shared) -> bool:
    """Whether the text here may have been taken from the one there.

    It came later; of two that came at about one time it is the one that credits the other, else the one that shows
    no sign of its outlet's own work where the other does, else the later by the clock, else the shorter: editors cut.
    """
    here, there = s.here.source, s.there.source
    days = (datetime.fromisoformat(here.known_from) - datetime.fromisoformat(there.known_from)).days
    if abs(days) > _NEAR_DAYS:
        return days > 0
    if is_credited([here.outlet.name or ""], there.outlet):
        return _is_newer(s)
    one, other = credits(s.here, s.there), credits(s.there, s.here)
    if one != other:
        return one
    (first, last), (first_there, last_there) = _instants(here), _instants(there)
    if first >= last_there or first_there >= last:
        return first >= last_there
    if days and not (_has_hour(here) and _has_hour(there)):
        return days > 0
    if s.here.first_hand != s.there.first_hand:
        return s.there.first_hand
    if abs(s.share - s.share_there) > 0.02:
        return s.share > s.share_there
    return when(here) > when(there)


def _is_newer(s: Shared) -> bool:
    """Of two reports of one outlet the newer is the later by the clock, else the longer: flashes and pages grow."""
    here, there = s.here.source, s.there.source
    if when(here)[:2] != when(there)[:2]:
        return when(here) > when(there)
    if s.here.letters != s.there.letters:
        return s.here.letters > s.there.letters
    return here.id > there.id


def _has_hour(source: Source) -> bool:
    return source.published is not None and len(source.published.start or "") > len("2024-01-01")


def _instants(source: Source) -> tuple[datetime, datetime]:
    """Between which moments, in UTC, a report was published."""
    published = source.published
    start = published.start if published and published.start else source.known_from
    at = datetime.fromisoformat(start)
    words = _WORD.findall((published.text or "").casefold()) if published else []
    zone = next((_ZONES[word] for word in words if word in _ZONES), None)
    least, most = (zone, zone) if zone is not None else _OF_LANGUAGE.get(source.language, _ANYWHERE)
    length = timedelta(minutes=1) if len(start) > 10 else timedelta(days=1)
    return at - timedelta(hours=most), at - timedelta(hours=least) + length
