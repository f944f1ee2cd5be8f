"""Whether a name is that of a place: all that the page step asks of the gazetteer."""

from __future__ import annotations

from functools import cache

from riwayat.world.gazetteer import Gazetteer

__all__ = ["is_place"]


@cache
def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name."""
    return Gazetteer.shipped().has(name)
