"""Where the places are that a report names.

Many places share a name.  Which one is meant follows from the report: the countries it names, the places
that can only be one, how near the candidates lie to those, what kind of place the words before the name say
it is, and how well known it is.  Where these do not settle it, the place stays without coordinates: a wrong
point on a map is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import asin, cos, log10, radians, sin, sqrt
from typing import Any, Final

from riwayat.languages import words
from riwayat.model import Entity, PlaceRef, Precision, Reading, Span
from riwayat.text.folding import fold
from riwayat.world.gazetteer import Gazetteer
from riwayat.world.places import Place

_WORLD_CITY: Final = 500_000
"""People; a city of this size needs no other sign that the report speaks of its country."""
_TOWN_OVER_PROVINCE: Final = 20_000
"""People; a town of this size is meant where its province has the same name and nothing else is said."""
_TOWN_OVER_DISTRICT: Final = 2_000
"""The same for a district."""
_SETTLEMENTS: Final = ("site", "village", "town")
_SAME_PLACE_KM: Final = 80.0
"""A town and the division named after it lie no further apart than this, or the division holds the town."""
_NEAR_KM: Final = 150.0
"""Places of one story mostly lie within this."""
_CONTEXT, _HOME, _NEAR, _KIND = 3.0, 1.0, 1.5, 2.0
"""What each sign is worth, against the decimal logarithm of how many people live there."""
_MARGIN: Final = 1.0
"""By how much the best must be ahead of the next to be taken: ten times the people, or any one sign."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of one language around the names of places."""

    home: str | None
    directions: frozenset[str]
    links: frozenset[str]
    outskirts: frozenset[str]
    kinds: Mapping[str, tuple[Precision, ...]]


@dataclass(frozen=True, slots=True)
class _Named:
    """What one entity may be."""

    candidates: tuple[Place, ...]
    kinds: tuple[Precision, ...]
    """Kinds of place the report says it is, finest first; none where it does not say."""
    part: bool
    """Only a part of the place, or what lies around it, is meant."""
    near: tuple[Place, ...]
    """Places whose name sounds like it."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the report says about where it plays."""

    countries: Mapping[str, int]
    """How often each country is named or implied."""
    home: str | None
    settled: tuple[Place, ...]
    """Places that are certain."""

    def share(self, country: str | None) -> float:
        """0 for a country the report does not speak of, else 1/2 to 1 by how much of it is about that one."""
        if country is None or country not in self.countries:
            return 0.0
        return 0.5 + 0.5 * self.countries[country] / sum(self.countries.values())

    @property
    def plays_at_home(self) -> bool:
        """Whether the report speaks of its readers' own country, or of no country at all."""
        return not self.countries or self.home in self.countries


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
        identifier: _Context(_implied_by_others(name, named.values(), countries), wording.home, ())
        for identifier, name in named.items()
    }
    first = {identifier: _choose(name, contexts[identifier]) for identifier, name in named.items()}
    settled = tuple(place for place in first.values() if place is not None and place.precision != "country")
    entities = tuple(
        replace(entity, place=_ref(named[entity.id], replace(contexts[entity.id], settled=settled)))
        if entity.id in named
        else entity
        for entity in reading.entities
    )
    return replace(reading, entities=entities)


def _ref(name: _Named, context: _Context) -> PlaceRef | None:
    place = _choose(name, context)
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


def _named(entity: Entity, text: str, gazetteer: Gazetteer, wording: _Wording) -> _Named:
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
                part = part or around == len(entity.mentions)
                return _Named(tuple(found), tuple(dict.fromkeys((*own_kinds, *kinds))), part, near)
    near = tuple(gazetteer.find_near(entity.name))
    return _Named((), tuple(dict.fromkeys(kinds)), False, near)


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
            if head in wording.kinds or head in wording.outskirts:
                kinds = (*kinds, *wording.kinds.get(head, ()))
                part = part or head in wording.outskirts
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
        if len(tail) >= count and (phrase in wording.kinds or phrase in wording.outskirts):
            return wording.kinds.get(phrase, ()), phrase in wording.outskirts
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
    name: _Named, named: Iterable[_Named], countries: Mapping[str, int]
) -> Mapping[str, int]:
    """`countries`, and those that other places imply because only one country has a place so called."""
    counts = dict(countries)
    for other in named:
        owners = {place.country for place in other.candidates}
        only = owners.pop() if len(owners) == 1 else None
        if other is not name and only and not other.candidates[0].ambiguous:
            counts[only] = counts.get(only, 0) + 1
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


# Choosing


def _choose(name: _Named, context: _Context) -> Place | None:
    """The one place meant; null where the report leaves it open."""
    candidates = name.candidates
    supported = [p for p in candidates if p.country in context.countries]
    if not supported and (sounding := [p for p in name.near if p.country in context.countries]):
        candidates = tuple(sounding)
    groups = _same_places(candidates)
    ranked = sorted(
        ((_score(group, name, context), n) for n, group in enumerate(groups)), key=lambda s: (-s[0], s[1])
    )
    if not ranked:
        return None
    best = groups[ranked[0][1]]
    if not _believable(best, name, context):
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return _finest(best, name.kinds)


def _same_places(candidates: Iterable[Place]) -> list[list[Place]]:
    """Candidates put together where one is a town and another the division named after it."""
    groups: list[list[Place]] = []
    for place in candidates:
        for group in groups:
            if any(_is_same(place, other) for other in group):
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def _is_same(one: Place, other: Place) -> bool:
    if one.country != other.country or "country" in (one.precision, other.precision):
        return False
    if one.precision in _SETTLEMENTS and other.precision in _SETTLEMENTS:
        return False
    above = {fold(name) for name in (one.admin1, other.admin1) if name}
    within = (
        fold(one.name) in above
        or fold(other.name) in above
        or (len(above) == 1 and one.admin1 and other.admin1)
    )
    return bool(within) or _kilometres(one, other) <= _SAME_PLACE_KM


def _score(group: Sequence[Place], name: _Named, context: _Context) -> float:
    """How likely the report means one of `group`, on a scale where ten times the people are worth 1."""
    first = group[0]
    score = max(map(_prominence, group))
    score += _CONTEXT * context.share(first.country)
    if first.country == context.home and context.plays_at_home:
        score += _HOME
    if any(
        place.country == first.country and place not in group and _kilometres(first, place) <= _NEAR_KM
        for place in context.settled
    ):
        score += _NEAR
    if name.kinds and any(place.precision in name.kinds for place in group):
        score += _KIND
    return score


def _prominence(place: Place) -> float:
    if place.precision == "country":
        return 9.0
    if place.precision == "region":
        return 6.5
    return log10(max(place.population, 300_000 if place.precision == "admin1" else 3_000))


def _believable(group: Sequence[Place], name: _Named, context: _Context) -> bool:
    """Whether anything but the name speaks for these places."""
    country = group[0].country
    if country in context.countries or (country == context.home and context.plays_at_home):
        return True
    if group[0].ambiguous or (name.kinds and not any(place.precision in name.kinds for place in group)):
        return False
    return any(
        place.population >= _WORLD_CITY
        or place.precision in ("country", "region")
        or (place.precision == "admin1" and not context.countries)
        for place in group
    )


def _finest(group: Sequence[Place], kinds: Sequence[Precision]) -> Place:
    """The place of a group that is meant: of the kind said, else the town, if it is of some size."""
    for kind in kinds:
        for place in group:
            if place.precision == kind:
                return place
    towns = [place for place in group if place.precision in _SETTLEMENTS]
    provinces = any(place.precision in ("admin1", "region") for place in group)
    divisions = provinces or any(place.precision == "admin2" for place in group)
    # A district's town of unknown size is taken, a province's is not.
    if towns and (
        not divisions or max(map(_size, towns)) >= (_TOWN_OVER_PROVINCE if provinces else _TOWN_OVER_DISTRICT)
    ):
        return max(towns, key=lambda town: town.population)
    order = ("admin1", "region", "admin2")
    return min(
        group, key=lambda place: order.index(place.precision) if place.precision in order else len(order)
    )


def _size(town: Place) -> int:
    return town.population or _TOWN_OVER_DISTRICT


def _kilometres(one: Place, other: Place) -> float:
    """Great-circle distance (haversine)."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    across = sin((lat2 - lat1) / 2) ** 2
    along = cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(across + along))
