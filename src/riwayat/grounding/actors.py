"""Who the people, groups and outlets are that a report names, where they are known actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Final

from riwayat.languages import words
from riwayat.model import Entity, EntityType, Reading
from riwayat.names import NameIndex
from riwayat.names.parts import names_in
from riwayat.world.actors import Actor, ActorType, KnownActors

_MAY_BE: Final[Mapping[EntityType, tuple[ActorType, ...]]] = {
    "person": ("person",),
    "group": ("group", "agency", "state", "outlet"),
    "outlet": ("outlet", "agency", "group"),
}
"""Types of actor an entity of a type may be, likeliest first."""
_SURE: Final = 0.9
"""How alike another spelling must be to a listed name for the actor to be taken by it."""
_HELD: Final = 8192
"""Names whose actor is at hand: the news of a month names the same few again and again."""


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


@lru_cache(maxsize=_HELD)
def _find(name: str, kind: EntityType, actors: KnownActors) -> Actor | None:
    listed = (actor for type in _MAY_BE[kind] if (actor := actors.find(name, type)) is not None)
    return next(listed, None) or _spelled_otherwise(name, kind, actors)


def _spelled_otherwise(name: str, kind: EntityType, actors: KnownActors) -> Actor | None:
    """The one actor that has a name of which this is surely another spelling, word for word.

    One word is not enough: a surname, or the name of a town, is borne by many.
    """
    if all(len(one.parts) < 2 for one in names_in(name, kind)):
        return None
    found = [
        actor
        for actor, why in _spellings(actors, kind).find(name, whole=True)
        if why.whole and why.score >= _SURE
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8)
def _spellings(actors: KnownActors, kind: EntityType) -> NameIndex[Actor]:
    return NameIndex(
        kind,
        ((name, actor) for actor in actors if actor.type in _MAY_BE[kind] for name in actor.names),
    )


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
