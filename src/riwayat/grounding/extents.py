"""From when to when a time runs, its edges as days or minutes, and what words leave open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal, TypeAlias

from riwayat.model import Granularity, Time
from riwayat.text.times import Part

__all__ = [
    "OURS",
    "Conventions",
    "Edge",
    "Extent",
    "begin_of",
    "day_of",
    "extent_of",
    "finish_of",
    "iso",
    "next_edge",
]

Edge: TypeAlias = date
"""The first or last day, or, as a `datetime`, minute."""

_HOURS: Mapping[Part, tuple[int, int]] = MappingProxyType(
    {
        "small_hours": (0, 5),
        "dawn": (4, 6),
        "morning": (5, 11),
        "midday": (11, 15),
        "afternoon": (15, 18),
        "dusk": (18, 19),
        "evening": (17, 22),
        "night": (18, 30),
    }
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What words leave open and a user may settle otherwise."""

    hours: Mapping[Part, tuple[int, int]] = field(default_factory=lambda: _HOURS)
    """When the parts of the day begin and end; past 24 is the next day."""
    halves: bool = False
    """Whether `early` and `late` are halves of a week, month or year, and not thirds."""


OURS = Conventions()


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when, and how fine the wording is."""

    granularity: Granularity
    first: Edge | None = None
    last: Edge | None = None


def extent_of(told: Time | None) -> Extent | None:
    """The extent of a time told before; null if it is none that can be read."""
    if told is None:
        return None
    try:
        return Extent(told.granularity, _edge(told.start), _edge(told.end))
    except ValueError:
        return None


def _edge(iso: str | None) -> Edge | None:
    if iso is None:
        return None
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)


def iso(edge: Edge | None) -> str | None:
    """As ISO 8601, minutes as a local time."""
    if isinstance(edge, datetime):
        return edge.isoformat(timespec="minutes")
    return edge.isoformat() if edge else None


def day_of(edge: Edge) -> date:
    """The day of an edge."""
    return edge.date() if isinstance(edge, datetime) else edge


def begin_of(edge: Edge) -> datetime:
    """The minute that a time with this first edge begins."""
    return edge if isinstance(edge, datetime) else datetime.combine(edge, time())


def finish_of(edge: Edge) -> datetime:
    """The minute that a time with this last edge ends."""
    return edge if isinstance(edge, datetime) else datetime.combine(edge, time(23, 59))


def next_edge(edge: Edge | None, days: Literal[-1, 1]) -> Edge | None:
    """The day after or before; a minute stays as it is, being a border already."""
    return edge if edge is None or isinstance(edge, datetime) else edge + timedelta(days=days)
