"""How far two points on Earth are from each other."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final, Protocol

__all__ = ["Point", "kilometres"]

_EARTH_KM: Final = 6371.0


class Point(Protocol):
    """Anything with a latitude and a longitude, in degrees (WGS 84)."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance (haversine) in kilometres."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    across = sin((lat2 - lat1) / 2) ** 2
    along = cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(across + along))
