"""Where the places are that reports name."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from riwayat.names import compare
from riwayat.text.folding import fold
from riwayat.world.consonants import consonant_keys
from riwayat.world.countries import Country, shipped_countries
from riwayat.world.index import GazetteerError, build_index, shipped_index
from riwayat.world.own_places import is_usable, own_indexes
from riwayat.world.places import Place
from riwayat.world.spelling import adjective_forms, with_plain_article

__all__ = ["Gazetteer", "GazetteerError", "Place"]

_SHORT: Final = 3
"""Letters; a shorter name is taken for a place only where something else says so."""
_ALIKE: Final = 0.85
"""Likeness of two spellings from which on they may be one name; the score of `riwayat.names.compare`."""
_AS_ALIKE: Final = 0.02
"""By how much less alike than the best another may be, and still be as likely."""
_COLUMNS: Final = (
    "p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.precision, p.population, p.geonames, p.source"
)
# A place's own name weighs ten times as much as a further name of another.
_FIND: Final = f"""
SELECT {_COLUMNS}, p.rank * (1 + 9 * n.own) AS weight
FROM names n JOIN places p ON p.id = n.place WHERE n.key = ? ORDER BY weight DESC, p.id"""
_FIND_NEAR: Final = f"""
SELECT {_COLUMNS}, n.name, p.rank AS weight
FROM near n JOIN places p ON p.id = n.place WHERE n.key = ? ORDER BY weight DESC, p.id"""
_BY_GEONAMES: Final = f"SELECT {_COLUMNS} FROM places p WHERE p.geonames = ?"


class Gazetteer:
    """Look-ups in an index of places.  Safe to use from several threads, and after a fork."""

    def __init__(
        self,
        index: Path,
        countries: Iterable[Country] = (),
        everyday_words: Iterable[str] = (),
        further: Iterable[Path] = (),
    ) -> None:
        """Open the `index` that `build_index` wrote, and `further` ones that `build_streamed` wrote.

        A place that both have, by GeoNames' identifier, is one: with the names of both and the facts of `index`.
        `everyday_words` are names that more often are something else than a place.
        """
        self._index = index
        self._further = tuple(further)
        self._local = threading.local()
        self._countries = tuple(countries)
        self._everyday = frozenset(map(fold, everyday_words))

    @classmethod
    def shipped(cls) -> Gazetteer:
        """The gazetteer of GeoNames' towns, our own tables and what the user added, one for the whole process.

        The first use after an installation builds its index, which takes some seconds.  Raises
        `GazetteerError` where that cannot be.
        """
        return _shipped(own_indexes())

    @classmethod
    def of(cls, index: Path, places: Iterable[tuple[Place, tuple[str, ...]]]) -> Self:
        """A gazetteer of a few places with their further names; writes their index to `index`."""
        build_index(index, places)
        return cls(index, shipped_countries(), _everyday_words())

    def find(self, name: str) -> list[Place]:
        """The places of this name, whatever its case and marks, the most prominent first."""
        places = self._places(_FIND, fold(name))
        return [replace(place, ambiguous=True) for place in places] if self.is_everyday(name) else places

    def find_near(self, name: str, countries: Collection[str] | None = None) -> list[Place]:
        """Places that `name` may be another spelling of, across scripts too; where given, of `countries` only.

        For names that `find` does not know: `Khan Syaikhun` for Khān Shaykhūn, `كينسكوف` for Kenscoff.  What it
        returns is likely, not certain: take it only where the report speaks of that country anyway.
        """
        found: dict[Place, float] = {}
        for key in consonant_keys(name):
            for connection in self._connections():
                for *row, called, _ in connection.execute(_FIND_NEAR, (key,)):
                    place = Place(*row)
                    if countries is not None and place.country not in countries:
                        continue
                    likeness = compare(name, called, "place")
                    if likeness.same and likeness.whole:
                        found[place] = max(found.get(place, 0.0), likeness.score)
        best = max(found.values(), default=0.0)
        return [p for p, score in found.items() if score >= max(_ALIKE, best - _AS_ALIKE)]

    def numbered(self, geonames: int) -> Place | None:
        """The place with this GeoNames identifier; null where nothing is known of it."""
        for connection in self._connections():
            row = connection.execute(_BY_GEONAMES, (geonames,)).fetchone()
            if row is not None:
                return Place(*row)
        return None

    def has(self, name: str) -> bool:
        """Whether `name` is a place's, and is not also an everyday word or too short to tell."""
        if self.is_everyday(name):
            return False
        return any(
            connection.execute("SELECT 1 FROM names WHERE key = ?", (fold(name),)).fetchone() is not None
            for connection in self._connections()
        )

    def is_everyday(self, name: str) -> bool:
        """Whether `name` is too short, or an everyday word or given name, so that alone it says little.

        A country's abbreviation in capitals (`AS`, `RI`) is not.
        """
        key = fold(name)
        return (len(key) < _SHORT and name not in self._abbreviations) or key in self._everyday

    def country(self, name: str) -> str | None:
        """ISO 3166-1 code of the country that `name`, or the adjective or people, belongs to."""
        return self._country_words.get(fold(name))

    def nation(self, name: str) -> str | None:
        """The English name of the country that `name` is an adjective or people of, and not a name of."""
        return self._demonyms.get(fold(name))

    def name_of(self, code: str, like: str) -> str | None:
        """What a country is called in the script that `like` is written in."""
        ascii_ = like.isascii()
        names = (n for c in self._countries if c.code == code for n in (c.name, *c.names))
        return next((name for name in names if name.isascii() == ascii_ and not name.isupper()), None)

    @cached_property
    def _demonyms(self) -> Mapping[str, str]:
        names = {fold(name) for c in self._countries for name in (c.name, *c.names)}
        return {fold(d): c.name for c in self._countries for d in c.demonyms if fold(d) not in names}

    @cached_property
    def governments(self) -> Mapping[str, str]:
        """Folded names that may stand for a government, with its country's code: countries and capitals."""
        words = {fold(name): c.code for c in self._countries for name in (c.name, *c.names)}
        words |= {fold(name): c.code for c in self._countries for name in c.governments}
        return MappingProxyType(words)

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return frozenset(name for c in self._countries for name in c.names if name.isupper())

    @cached_property
    def _country_words(self) -> Mapping[str, str]:
        words = {
            fold(form): c.code
            for c in self._countries
            for name in c.demonyms
            for form in adjective_forms(name)
        }
        words |= {fold(name): c.code for c in self._countries for name in (c.name, *c.names)}
        return words

    def _places(self, query: str, key: str) -> list[Place]:
        return self._called(query, key) or (
            self._called(query, plain) if (plain := with_plain_article(key)) != key else []
        )

    def _called(self, query: str, key: str) -> list[Place]:
        first, *others = self._connections()
        found = [(Place(*row), weight) for *row, weight in first.execute(query, (key,))]
        if not others:
            return [place for place, _ in found]
        seen = {place.geonames for place, _ in found} - {None}
        for other in others:
            for *row, weight in other.execute(query, (key,)):
                place = Place(*row)
                if place.geonames not in seen:
                    seen.add(place.geonames)
                    known = first.execute(_BY_GEONAMES, (place.geonames,)).fetchone()
                    found.append((Place(*known) if known else place, weight))
        return [place for place, _ in sorted(found, key=lambda one: -one[1])]

    def _connections(self) -> list[sqlite3.Connection]:
        """This thread's own connections; SQLite's must not be carried over a fork."""
        connections: list[sqlite3.Connection] | None = getattr(self._local, "connections", None)
        if connections is None or self._local.process != os.getpid():
            connections = [_open(self._index), *map(_open, self._further)]
            self._local.connections = connections
            self._local.process = os.getpid()
        return connections


def _open(index: Path) -> sqlite3.Connection:
    try:
        # Nothing ever writes to an index that is in place: no locks are needed.
        connection = sqlite3.connect(f"{index.as_uri()}?mode=ro&immutable=1", uri=True)
        connection.execute("SELECT 1 FROM names LIMIT 1")
    except sqlite3.Error as error:
        raise GazetteerError(f"{index}: cannot be opened ({error}); delete it") from error
    return connection


@cache
def _shipped(further: tuple[Path, ...]) -> Gazetteer:
    usable = [path for path in further if is_usable(path)]
    return Gazetteer(shipped_index(), shipped_countries(), _everyday_words(), usable)


@cache
def _everyday_words() -> frozenset[str]:
    """The lines of every language's `not_places.txt`."""
    lists = (f.joinpath("not_places.txt") for f in resources.files("riwayat.languages").iterdir())
    lines = (line for path in lists if path.is_file() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
