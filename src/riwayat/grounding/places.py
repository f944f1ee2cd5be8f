"""Where the places are that a report names.

Which of several places of one name is meant follows from the report: the countries it names, the places that
can only be one, how near the candidates lie to those, what kind of place the words around the name say it is.
Where this does not settle it, the place stays without coordinates: a wrong point on a map is worse than none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from riwayat.grounding.homonyms import Context, Named, choose, is_twin
from riwayat.languages import words
from riwayat.model import Entity, PlaceRef, Precision, Reading, Span
from riwayat.text.folding import fold
from riwayat.world.gazetteer import Gazetteer, Place

_TWINS_OF: Final = 5
"""The places of a name, likeliest first, whose town or division is looked for."""
_AHEAD: Final = 30
"""Letters behind a name within which a word for its kind stands."""
_WORD: Final = re.compile(r"^[ ]([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of one language around the names of places."""

    home: str | None
    directions: frozenset[str]
    links: frozenset[str]
    outskirts: frozenset[str]
    kinds: Mapping[str, tuple[Precision, ...]]
    kinds_of_several: Mapping[str, tuple[Precision, ...]]
    kinds_after: Mapping[str, tuple[Precision, ...]]
    joints: frozenset[str]

    def is_around(self, phrase: str) -> bool:
        """Whether `phrase` before a name says that a part of the place or its outskirts are meant."""
        return phrase in self.outskirts or phrase in self.directions


def place_entities(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """`reading` with its places tied to the gazetteer; null where the report leaves open which is meant."""
    wording = _wording(reading.report.language)
    places = [entity for entity in reading.entities if entity.type == "place"]
    beside = {mention.end: mention.start for entity in places for mention in entity.mentions}
    named = {entity.id: _named(entity, reading.report.text, beside, gazetteer, wording) for entity in places}
    spoken_of = _countries_named(reading, gazetteer)
    contexts = {
        identifier: Context(_implied_by_others(name, named.values(), spoken_of), wording.home, ())
        for identifier, name in named.items()
    }
    named = {
        identifier: _with_near(name, contexts[identifier], gazetteer) for identifier, name in named.items()
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


def _with_near(name: Named, context: Context, gazetteer: Gazetteer) -> Named:
    """The name with places that it may be another spelling of, where none so called lies in the report's countries."""
    if name.part or any(place.country in context.countries for place in name.candidates):
        return name
    near = gazetteer.find_near(name.name, context.countries)
    return replace(name, near=tuple(_with_twins(near, gazetteer)))


def _with_twins(found: Sequence[Place], gazetteer: Gazetteer) -> list[Place]:
    """Places, and the town that a division among them is named after, or the division named after a town.

    So that `قندوز`, by which GeoNames has the town alone, can be the province too.
    """
    twins = list(found)
    for place in found[:_TWINS_OF]:
        others = gazetteer.find(place.name) if place.precision != "country" else ()
        twins += [other for other in others if other not in twins and is_twin(place, other)]
    return twins


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
        kinds_of_several=listed.get("kinds_of_several", {}),
        kinds_after=listed.get("kinds_after", {}),
        joints=frozenset(listed.get("joints", ())),
    )


def _named(
    entity: Entity, text: str, beside: Mapping[int, int], gazetteer: Gazetteer, wording: _Wording
) -> Named:
    """The candidates for an entity, by its longest name that the gazetteer has.

    `beside` are the places that the report names: where each begins by where it ends.
    """
    kinds: list[Precision] = []
    around = 0
    for mention in entity.mentions:
        before, outside = _before(text, mention, wording)
        kinds += before or _of_several(text, mention.start, beside, wording) or _after(text, mention, wording)
        around += outside
    names = dict.fromkeys(
        (entity.name, *(m.text for m in sorted(entity.mentions, key=lambda m: -len(m.text))))
    )
    for name in names:
        for core, own_kinds, part in _readings(name, wording):
            found = gazetteer.find(core)
            if found:
                return Named(
                    core,
                    tuple(_with_twins(found, gazetteer)),
                    kinds=tuple(dict.fromkeys((*own_kinds, *kinds))),
                    part=part or 0 < around == len(entity.mentions),
                    seat_of=gazetteer.governments.get(fold(core)),
                )
    *_, (core, own_kinds, part) = _readings(entity.name, wording)
    return Named(core, kinds=tuple(dict.fromkeys((*own_kinds, *kinds))), part=part)


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


def _of_several(text: str, start: int, beside: Mapping[int, int], wording: _Wording) -> tuple[Precision, ...]:
    """Kinds that a word before a row of places gives all of them (`provinces of X and Y`, `محافظتي X وY`)."""
    while True:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        words = line.split()
        for count in (2, 1):
            kinds = wording.kinds_of_several.get(" ".join(words[-count:]).lower())
            if kinds is not None:
                return kinds
        before = line.rstrip()
        last = before.split()[-1] if before.split() else ""
        if last in wording.joints:
            before = before[: -len(last)].rstrip()
        before = before.rstrip(",،").rstrip()
        end = start - len(line) + len(before)
        if end not in beside or end == start:
            return ()
        start = beside[end]


def _after(text: str, mention: Span, wording: _Wording) -> tuple[Precision, ...]:
    """Kinds by the word behind a mention (`Idlib province`, `Belgorod Oblast`)."""
    if not wording.kinds_after:
        return ()
    stop = text.find("\n", mention.end)
    words = _WORD.findall(text[mention.end : stop if stop >= 0 else len(text)][:_AHEAD])
    return wording.kinds_after.get(words[0].lower(), ()) if words else ()


def _countries_named(reading: Reading, gazetteer: Gazetteer) -> Sequence[tuple[str, str, int]]:
    """Each country that the report names, or its people or government: (by what words, code, how often)."""
    texts = [(entity.name, len(entity.mentions)) for entity in reading.entities if entity.type != "outlet"]
    if reading.report.title:
        texts.append((reading.report.title, 1))
    return [
        (fold(text), code, times)
        for text, times in texts
        for code in sorted(_named_countries(text, gazetteer))
    ]


def _implied_by_others(
    name: Named, named: Iterable[Named], spoken_of: Sequence[tuple[str, str, int]]
) -> Mapping[str, int]:
    """How often the report names each country, or a place that only one country has.

    A small place says so only of a country that the report speaks of anyway: others of its name may be unknown.
    What `name` itself may say of a country counts only where nothing but that country is so called.
    """
    own = fold(name.name) if any(place.precision != "country" for place in name.candidates) else None
    counts: dict[str, int] = defaultdict(int)
    for said, code, times in spoken_of:
        if said != own:
            counts[code] += times
    spoken = set(counts)
    for other in named:
        country = other.only_country
        if other is not name and country is not None and (country in spoken or not spoken or other.is_known):
            counts[country] += 1
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
