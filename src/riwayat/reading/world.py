"""What the rules ask of the world: is this name known, and as what?"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from riwayat.text.folding import fold
from riwayat.world import own_actors
from riwayat.world.actors import KnownActors
from riwayat.world.agencies import says_agency
from riwayat.world.gazetteer import Gazetteer

_WELL_KNOWN = 40_000
"""People living in a town from which on its name alone is taken for the town's."""


class World:
    """Yes-or-no questions to the gazetteer and the known actors, each answered once per name."""

    def __init__(self, gazetteer: Gazetteer, actors: KnownActors) -> None:
        self._gazetteer = gazetteer
        self._actors = actors
        self._kinds: dict[str, Literal["person", "group", "outlet"] | None] = {}
        self._strong: dict[str, bool] = {}
        self._like: dict[tuple[str, frozenset[str]], bool] = {}

    def kind(self, name: str) -> Literal["person", "group", "outlet"] | None:
        """What a known actor of this name is; states are places here, not groups."""
        if name not in self._kinds:
            self._kinds[name] = self._kind(name)
        return self._kinds[name]

    def _kind(self, name: str) -> Literal["person", "group", "outlet"] | None:
        actor = self._actors.find(name)
        if actor is None or actor.type == "state":
            return None
        if actor.type in ("person", "group"):
            return actor.type
        return "outlet"

    def identify(self, name: str) -> str | None:
        """The identifier of the known actor of this name; a state and its capital stay two names."""
        actor = self._actors.find(name)
        return actor.id if actor and actor.type != "state" else None

    def agency(self, name: str) -> bool:
        """Whether this is a news agency, known or by its name."""
        return self._actors.is_agency(name) or says_agency(name)

    def group(self, name: str) -> bool:
        """Whether this is a known group."""
        return self.kind(name) == "group"

    def country(self, name: str) -> bool:
        """Whether this names a state."""
        return self._gazetteer.country(name) is not None

    def country_code(self, name: str) -> str | None:
        """ISO 3166-1 code of the state that this names, or whose adjective or people it is."""
        return self._gazetteer.country(name)

    def state_of(self, adjective: str) -> str | None:
        """The name of the state that an adjective belongs to, in its own script (`أوكراني`: أوكرانيا)."""
        code = self._gazetteer.country(adjective)
        return self._gazetteer.name_of(code, adjective) if code is not None else None

    def nation(self, name: str) -> str | None:
        """The name of the state that an adjective or people belongs to (`Turkish`); null for names of states."""
        return self._gazetteer.nation(name)

    def government(self, name: str) -> bool:
        """Whether this name may stand for a government: a state or its capital."""
        return fold(name) in self._gazetteer.governments

    def state_code(self, name: str) -> str | None:
        """ISO 3166-1 code of the state that a name, adjective or capital stands for."""
        code = self._gazetteer.country(name)
        return self.land_of(name) if code is None and self.government(name) else code

    def land_of(self, name: str) -> str | None:
        """ISO 3166-1 code of the state in which the largest place of this name lies, or that it names."""
        code = self._gazetteer.country(name)
        if code is None and self._gazetteer.has(name):
            largest = max(self._gazetteer.find(name), key=lambda p: p.population, default=None)
            code = largest.country if largest is not None else None
        return code

    def homeland(self, person: str) -> str | None:
        """ISO 3166-1 code of the state that a known person serves; null for all others."""
        actor = self._actors.find(person)
        return actor.country if actor is not None and actor.type == "person" else None

    def has(self, name: str) -> bool:
        """Whether the gazetteer holds the name at all."""
        return self._gazetteer.has(name)

    def place_in(self, name: str, countries: frozenset[str]) -> bool:
        """Whether a place in one of the countries is so called, and the name is no everyday word."""
        if not countries or not self._gazetteer.has(name):
            return False
        return any(p.country in countries and not p.ambiguous for p in self._gazetteer.find(name))

    def like_place_in(self, name: str, countries: frozenset[str]) -> bool:
        """Whether a place in one of the countries may be spelled so, in this script or another."""
        key = name, countries
        if key not in self._like:
            self._like[key] = bool(countries) and bool(self._gazetteer.find_near(name, countries))
        return self._like[key]

    def of_state(self, name: str) -> bool:
        """Whether a known actor of this name is a state's body; unknown ones are not."""
        actor = self._actors.find(name)
        return actor is not None and (actor.type == "state" or actor.narrator == "official")

    def region(self, name: str) -> bool:
        """Whether this names a state, a division of one, or a larger region, and is no everyday word."""
        return self._gazetteer.has(name) and any(
            not p.ambiguous and p.precision in ("country", "admin1", "region")
            for p in self._gazetteer.find(name)
        )

    def strong_place(self, name: str) -> bool:
        """Whether the name, seen alone, is more likely a place than anything else."""
        if name not in self._strong:
            self._strong[name] = self._gazetteer.has(name) and any(
                not p.ambiguous
                and (
                    p.precision in ("country", "admin1", "admin2", "region")
                    or p.population >= _WELL_KNOWN
                    or p.source != "geonames"
                )
                for p in self._gazetteer.find(name)
            )
        return self._strong[name]


def shipped_world() -> World:
    """The world that ships with the project, and what the user added to it."""
    return _world(Gazetteer.shipped(), own_actors.known())


@lru_cache(maxsize=1)
def _world(gazetteer: Gazetteer, actors: KnownActors) -> World:
    return World(gazetteer, actors)
