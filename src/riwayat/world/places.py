"""A place of the gazetteer, and the tables of places it is built from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, get_args

from riwayat.errors import RiwayatError
from riwayat.model import PlaceRef, Precision
from riwayat.world.tables import rows, several

COLUMNS: Final = (
    "geonames",
    "name",
    "names",
    "lat",
    "lon",
    "country",
    "admin1",
    "admin2",
    "precision",
    "population",
    "source",
)
"""The columns of a table of places; `names` holds further spellings, parted by `|`."""


class PlaceTableError(RiwayatError):
    """A table of places does not have the form it must have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on Earth, as the gazetteer knows it."""

    name: str
    """The name most used for it in Latin script."""
    lat: float
    """Degrees north, WGS 84."""
    lon: float
    """Degrees east, WGS 84."""
    country: str | None
    """ISO 3166-1 alpha-2; null for seas and regions that span several countries."""
    admin1: str | None
    """First-level division (province, governorate) it lies in, where known."""
    admin2: str | None
    """Second-level division, where known."""
    precision: Precision
    """What kind of place the point stands for."""
    population: int
    """People living there; 0 where unknown."""
    geonames: int | None
    """GeoNames identifier."""
    source: str
    """Where these facts come from."""
    ambiguous: bool = False
    """The name it was found by is also an everyday word, a given name, or under three letters long."""

    def ref(self) -> PlaceRef:
        """The place as a reading refers to it."""
        return PlaceRef(
            geonames=self.geonames,
            lat=self.lat,
            lon=self.lon,
            country=self.country,
            precision=self.precision,
        )


def read_places(table: Traversable | Path) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The places of a CSV file with `COLUMNS`, each with its further names.

    Raises `PlaceTableError` naming file and place where a value is missing or out of range.
    """
    for number, row in enumerate(rows(table), start=1):
        if number == 1 and (missing := set(COLUMNS) - set(row)):
            raise PlaceTableError(f"{table.name}: lacks the columns {', '.join(sorted(missing))}")
        try:
            yield _place(row), several(row["names"])
        except (ValueError, TypeError, AttributeError) as error:
            raise PlaceTableError(f"{table.name}, place {number} ({row['name']}): {error}") from error


def _place(row: dict[str, str]) -> Place:
    precision: Precision | None = next((p for p in get_args(Precision) if p == row["precision"]), None)
    lat, lon = float(row["lat"]), float(row["lon"])
    if precision is None:
        raise ValueError(f"unknown precision {row['precision']!r}")
    if not row["name"] or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("no name, or coordinates out of range")
    return Place(
        name=row["name"],
        lat=lat,
        lon=lon,
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        admin2=row["admin2"] or None,
        precision=precision,
        population=int(row["population"] or 0),
        geonames=int(row["geonames"]) if row["geonames"] else None,
        source=row["source"],
    )
