"""Where the places are that a report names.

Which of several places of one name is meant follows from the report: the countries it names, the places that
can only be one, how near the candidates lie to those, what kind of place the words around the name say it is.
Where this does not settle it, the place stays without coordinates: a wrong point on a map is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from riwayat.grounding.homonyms import Context, Named, choose
from riwayat.languages import words
from riwayat.model import Entity, PlaceRef, Precision, Reading, Span
from riwayat.text.folding import fold
from riwayat.world.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of one language around the names of places."""

    home: str | None
    directions: frozenset[str]
    links: frozenset[str]
    outskirts: frozenset[str]
    kinds: Mapping[str, tuple[Precision, ...]]

    def is_around(self, phrase: str) -> bool:
        """Whether `phrase` before a name says that a part of the place or its outskirts are meant."""
        return phrase in self.outskirts or phrase in self.directions


def place_entities(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """`reading` with its places tied to the gazetteer; null where the report leaves open which is meant."""
    wording = _wording(reading.report.language)
    named = {
        entity.id: _named(entity, reading.report.text, gazetteer, wording)
        for entity in reading.entities
        if entity.type == "place"
    }
    countries = _countries(reading, gazetteer)
    contexts = {
        identifier: Context(_implied_by_others(name, named.values(), countries), wording.home, ())
        for identifier, name in named.items()
    }
    first = {identifier: choose(name, contexts[identifier]) for identifier, name in named.items()}
    settled = tuple(place for place in first.values() if place is not None and place.precision != "country")
    entities = tuple(
        replace(entity, place=_ref(named[entity.id], replace(contexts[entity.id], settled=settled)))
        if entity.id in named
        else entity
        for entity in reading.entities
    )
    return replace(reading, entities=entities)


def _ref(name: Named, context: Context) -> PlaceRef | None:
    place = choose(name, context)
    if place is None:
        return None
    if name.part and place.precision not in ("site", "village"):
        place = replace(place, precision="region")
    return place.ref()


# What the words say


@cache
def _wording(language: str) -> _Wording:
    try:
        listed: Mapping[str, Any] = words(language, "places")
    except FileNotFoundError:
        listed = {}
    return _Wording(
        home=listed.get("home"),
        directions=frozenset(listed.get("directions", ())),
        links=frozenset(listed.get("direction_links", ())),
        outskirts=frozenset(listed.get("outskirts", ())),
        kinds=listed.get("kinds", {}),
    )


def _named(entity: Entity, text: str, gazetteer: Gazetteer, wording: _Wording) -> Named:
    """The candidates for an entity, by its longest name that the gazetteer has."""
    kinds: list[Precision] = []
    around = 0
    for mention in entity.mentions:
        before, outside = _before(text, mention, wording)
        kinds += before
        around += outside
    names = dict.fromkeys(
        (entity.name, *(m.text for m in sorted(entity.mentions, key=lambda m: -len(m.text))))
    )
    for name in names:
        for core, own_kinds, part in _readings(name, wording):
            found = gazetteer.find(core)
            if found:
                near = () if part else tuple(gazetteer.find_near(core))
                return Named(
                    core,
                    tuple(found),
                    near,
                    tuple(dict.fromkeys((*own_kinds, *kinds))),
                    part or around == len(entity.mentions),
                    gazetteer.governments.get(fold(core)),
                )
    return Named(entity.name, near=tuple(gazetteer.find_near(entity.name)), kinds=tuple(dict.fromkeys(kinds)))


def _readings(name: str, wording: _Wording) -> Iterator[tuple[str, tuple[Precision, ...], bool]]:
    """A name as it stands, then without kind words, outskirts, directions: (core, kinds, only a part)."""
    yield name, (), False
    parts = name.split()
    kinds: tuple[Precision, ...] = ()
    part = False
    while len(parts) > 1:
        for count in (2, 1):
            head = " ".join(parts[:count]).lower()
            tail = " ".join(parts[-count:]).lower()
            if count >= len(parts):
                continue
            if head in wording.kinds or wording.is_around(head):
                kinds = (*kinds, *wording.kinds.get(head, ()))
                part = part or wording.is_around(head)
                parts = parts[count:]
                break
            if tail in wording.directions or tail in wording.links:
                part = True
                parts = parts[:-count]
                break
        else:
            return
        yield " ".join(parts), kinds, part


def _before(text: str, mention: Span, wording: _Wording) -> tuple[tuple[Precision, ...], bool]:
    """Kinds, and whether it is outskirts, by the one or two words before a mention in its line."""
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    tail = [word.lower() for word in line.split()[-3:]] if line[-1:].isspace() else []
    for count in (2, 1):
        phrase = " ".join(tail[-count:])
        if len(tail) >= count and (phrase in wording.kinds or wording.is_around(phrase)):
            return wording.kinds.get(phrase, ()), wording.is_around(phrase)
    return (), False


def _countries(reading: Reading, gazetteer: Gazetteer) -> Mapping[str, int]:
    """How often the report names each country, or its people or government."""
    counts: dict[str, int] = defaultdict(int)
    texts = [(entity.name, len(entity.mentions)) for entity in reading.entities if entity.type != "outlet"]
    if reading.report.title:
        texts.append((reading.report.title, 1))
    for text, times in texts:
        for code in _named_countries(text, gazetteer):
            counts[code] += times
    return counts


def _implied_by_others(
    name: Named, named: Iterable[Named], countries: Mapping[str, int]
) -> Mapping[str, int]:
    """`countries`, and those that other places imply because only one country has a place so called."""
    counts = dict(countries)
    for other in named:
        if other is not name and other.only_country is not None:
            counts[other.only_country] = counts.get(other.only_country, 0) + 1
    return counts


def _named_countries(text: str, gazetteer: Gazetteer) -> set[str]:
    parts = text.split()
    runs = (" ".join(parts[i : i + n]) for n in (3, 2, 1) for i in range(len(parts) - n + 1))
    return {
        code
        for run in runs
        if run[:1].isupper() or not run.isascii()
        for code in [gazetteer.country(run)]
        if code
    }
