"""Actors that the news knows by name: armed groups, institutions, agencies, outlets, leaders, states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from riwayat.errors import RiwayatError
from riwayat.model import NarratorKind
from riwayat.text.folding import fold
from riwayat.world.countries import Country, shipped_countries
from riwayat.world.spelling import sounds
from riwayat.world.tables import rows, several, shipped

ActorType: TypeAlias = Literal["person", "group", "agency", "outlet", "state"]
_TYPES: Final[tuple[ActorType, ...]] = get_args(ActorType)
_ABBREVIATION: Final = 3
"""Letters; a longer one many newspapers write like a word (`Nato`, `Unicef`)."""
_NARRATORS: Final[tuple[NarratorKind, ...]] = get_args(NarratorKind)


class ActorTableError(RiwayatError):
    """The table of known actors does not have the form it must have."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, or a body, that reports of many outlets name."""

    id: str
    """Slug that stays the same for good: the chronicle refers to it."""
    type: ActorType
    """What it is."""
    narrator: NarratorKind
    """What kind of narrator it is in a chain, as such or through an unnamed spokesman."""
    names: tuple[str, ...]
    """What it is called in Indonesian, English and Arabic, with common spellings and abbreviations."""
    country: str | None = None
    """ISO 3166-1 code of where it belongs, where that is one country."""
    controlled_by: str | None = None
    """Id of the actor that it answers to, where that is plain."""
    domain: str | None = None
    """Registered domain of its own site."""
    wikidata: str | None = None
    """Wikidata item, where certain."""
    shared: tuple[str, ...] = ()
    """Names of it that another actor of its type has too."""


class KnownActors:
    """Look-ups in a set of known actors."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Index `actors` by id, name, sound and site."""
        self._by_id = {actor.id: actor for actor in actors}
        self._by_name: dict[str, list[Actor]] = defaultdict(list)
        self._by_sound: dict[str, list[Actor]] = defaultdict(list)
        self._by_domain = {actor.domain: actor for actor in self if actor.domain}
        for actor in self:
            for key in set(map(_key, actor.names)):
                self._by_name[key].append(actor)
            for sound in {sounds(name) for name in actor.names if len(name.split()) > 1} - {None}:
                self._by_sound[str(sound)].append(actor)

    @classmethod
    def shipped(cls) -> KnownActors:
        """The actors of `data/actors.csv` and the states of `data/countries.csv`, read once."""
        return _shipped()

    def __iter__(self) -> Iterator[Actor]:
        """All actors, by id, states last."""
        return iter(self._by_id.values())

    def get(self, identifier: str) -> Actor | None:
        """The actor with this id."""
        return self._by_id.get(identifier)

    def find(self, name: str, type: ActorType | None = None) -> Actor | None:
        """The actor called `name`, of the given type if one is given; null where none or several are.

        Names are compared folded; a name of several words in Latin letters also by how Arabic names
        sound, so that `Ahmed al-Shar'a` is found where `Ahmad asy-Syara` is listed.  A short abbreviation
        is found by capitals only: `PAN` is a party, `Pan` is not.  Where a state and a body of its are called
        the same (`Pentagon`), the body is found.
        """
        found = [
            *self._by_name.get(fold(name), []),
            *(self._by_name.get(_key(name), []) if name.isupper() else []),
        ]
        if not found and len(name.split()) > 1 and (sound := sounds(name)):
            found = self._by_sound.get(sound, [])
        fitting = [actor for actor in dict.fromkeys(found) if type is None or actor.type == type]
        bodies = [actor for actor in fitting if actor.type != "state"] or fitting
        return bodies[0] if len(bodies) == 1 else None

    def at_domain(self, domain: str) -> Actor | None:
        """The actor whose own site lies at a registered domain."""
        return self._by_domain.get(domain.lower().removeprefix("www."))

    def is_outlet(self, name: str) -> bool:
        """Whether `name` is that of a newspaper, site or broadcaster."""
        return self.find(name, "outlet") is not None

    def is_agency(self, name: str) -> bool:
        """Whether `name` is that of a news agency."""
        if self.find(name, "agency") is not None:
            return True
        outlet = self.find(name, "outlet")
        return outlet is not None and outlet.narrator == "agency"


def _key(name: str) -> str:
    """What a name is indexed by: folded, and for an abbreviation marked as such."""
    return f"={fold(name)}" if name.isupper() and len(name) <= _ABBREVIATION else fold(name)


@cache
def _shipped() -> KnownActors:
    return KnownActors((*read_actors(shipped("actors.csv")), *map(_state, shipped_countries())))


def read_actors(table: Traversable | Path) -> Iterator[Actor]:
    """The actors of a table with the columns of `data/actors.csv`.

    Raises `ActorTableError` naming file and actor where a value is none of those allowed.
    """
    for row in rows(table):
        kind = next((kind for kind in _TYPES if kind == row.get("type")), None)
        narrator = next((kind for kind in _NARRATORS if kind == row.get("narrator")), None)
        if kind is None or narrator is None or not row.get("id") or not row.get("names"):
            raise ActorTableError(f"{table.name}, {row.get('id')}: id, type, narrator or names are not right")
        yield Actor(
            id=row["id"],
            type=kind,
            narrator=narrator,
            names=several(row["names"]),
            country=row["country"] or None,
            controlled_by=row["controlled_by"] or None,
            domain=row["domain"] or None,
            wikidata=row["wikidata"] or None,
            shared=several(row["shared"]),
        )


def _state(country: Country) -> Actor:
    return Actor(
        id=re.sub(r"\W+", "-", fold(country.name)),
        type="state",
        narrator="official",
        names=(country.name, *country.names, *country.governments),
        country=country.code,
    )
