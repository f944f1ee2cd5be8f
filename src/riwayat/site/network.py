"""Somebody and those around, as a drawing: whom it acted with, whom against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from riwayat.site.somebody import Relation

__all__ = ["Network", "Star", "network"]

_MOST: Final = 12
_WIDTH, _HEIGHT = 640, 400
_LONGEST: Final = 24


@dataclass(frozen=True, slots=True)
class Star:
    """One of those around."""

    relation: Relation
    x: float
    y: float
    label_y: float
    size: float

    @property
    def label(self) -> str:
        """Its name, cut where it is long."""
        name = self.relation.other
        return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing; pixels."""

    stars: tuple[Star, ...]
    width: int = _WIDTH
    height: int = _HEIGHT
    x: int = _WIDTH // 2
    y: int = _HEIGHT // 2


def network(relations: Sequence[Relation]) -> Network:
    """The first of the relations in a ring."""
    shown = relations[:_MOST]
    stars = []
    for n, one in enumerate(shown):
        angle = 2 * pi * n / max(1, len(shown)) - pi / 2
        x = _WIDTH / 2 + cos(angle) * _WIDTH * 0.36
        y = _HEIGHT / 2 + sin(angle) * _HEIGHT * 0.36
        size = 7 + min(6, one.together + one.against)
        stars.append(
            Star(
                one,
                round(x, 1),
                round(y, 1),
                round(y + (size + 15 if sin(angle) >= 0 else -size - 6), 1),
                size,
            )
        )
    return Network(tuple(stars))
