"""Who the people, groups and outlets are that a report names, where they are known actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from riwayat.languages import words
from riwayat.model import Entity, EntityType, Reading
from riwayat.world.actors import Actor, ActorType, KnownActors

_MAY_BE: Final[Mapping[EntityType, tuple[ActorType, ...]]] = {
    "person": ("person",),
    "group": ("group", "agency", "state", "outlet"),
    "outlet": ("outlet", "agency", "group"),
}
"""Types of actor an entity of a type may be, likeliest first."""


def known_actors(reading: Reading, actors: KnownActors) -> Reading:
    """`reading` with `known_as` set on the people, groups and outlets that are known actors.

    A known person is public, whatever the report says of him.  An entity whose names belong to different
    actors is left alone.  The publishing outlet is known by its domain too.
    """
    outlet = reading.report.outlet
    home = actors.at_domain(outlet.domain) if outlet.domain else None
    lead = _government_words(reading.report.language)
    entities = tuple(
        _known(entity, actors, lead, home if entity.name == outlet.name else None)
        for entity in reading.entities
    )
    return replace(reading, entities=entities)


def _known(entity: Entity, actors: KnownActors, lead: frozenset[str], home: Actor | None) -> Entity:
    if entity.type not in _MAY_BE:
        return entity
    actor = _actor(entity, actors, lead) or (home if entity.type == "outlet" else None)
    if actor is None:
        return entity
    public = True if entity.type == "person" else entity.public
    return replace(entity, known_as=actor.id, public=public)


def _actor(entity: Entity, actors: KnownActors, lead: frozenset[str]) -> Actor | None:
    """The one actor that the entity's names point to: by its longest name, and no other by another name."""
    names = sorted({entity.name, *(mention.text for mention in entity.mentions)}, key=lambda n: (-len(n), n))
    found: dict[str, Actor] = {}
    for name in names:
        for spelling in _without_lead(name, lead):
            actor = _find(spelling, entity.type, actors)
            if actor is not None:
                found[actor.id] = actor
                break
        else:
            # A person known by a surname only is not known when the report gives a full name that is not his.
            if entity.type == "person" and name == names[0] and len(name.split()) > 1:
                return None
    return next(iter(found.values())) if len(found) == 1 else None


def _find(name: str, kind: EntityType, actors: KnownActors) -> Actor | None:
    return next((actor for type in _MAY_BE[kind] if (actor := actors.find(name, type)) is not None), None)


def _without_lead(name: str, lead: frozenset[str]) -> tuple[str, ...]:
    """A name, and what is left of it after a word for government (`pemerintah Suriah`)."""
    first, _, rest = name.partition(" ")
    return (name, rest) if rest and first.lower() in lead else (name,)


@cache
def _government_words(language: str) -> frozenset[str]:
    try:
        listed: Mapping[str, Any] = words(language, "places")
    except FileNotFoundError:
        return frozenset()
    return frozenset(listed.get("governments", ()))
