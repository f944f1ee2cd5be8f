"""Grounding: ties a reading to the world: places to the gazetteer, times to the calendar, names to known actors."""

from __future__ import annotations

from riwayat.grounding.actors import known_actors
from riwayat.grounding.calendar import tie_times
from riwayat.grounding.places import place_entities
from riwayat.model import Reading
from riwayat.world import own_actors
from riwayat.world.actors import KnownActors
from riwayat.world.gazetteer import Gazetteer

__all__ = ["ground"]


def ground(
    reading: Reading, gazetteer: Gazetteer | None = None, actors: KnownActors | None = None
) -> Reading:
    """The reading with its places, times and known actors tied to the world.

    Args:
        reading: what the reading step made of a report.
        gazetteer: where places are looked up; the shipped one and what the user added by default.
        actors: who is known beforehand; the shipped ones and the user's by default.
    """
    tied = tie_times(reading)
    tied = place_entities(tied, gazetteer or Gazetteer.shipped())
    return known_actors(tied, actors or own_actors.known())
