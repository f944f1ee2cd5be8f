"""Countries: what they are called in our languages, and by which words their governments are meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwayat.world.places import Place
from riwayat.world.tables import rows, several, shipped


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or a territory with a code of its own."""

    code: str
    """ISO 3166-1 alpha-2."""
    geonames: int | None
    """GeoNames identifier."""
    name: str
    """In English."""
    names: tuple[str, ...]
    """Further names, in Indonesian, English and Arabic."""
    demonyms: tuple[str, ...]
    """Adjectives and names of its people that are not names of the country."""
    governments: tuple[str, ...]
    """Capitals and seats that newspapers put for its government; names of the country do so anyway."""
    lat: float
    """Degrees north of its middle, by where its towns lie."""
    lon: float
    """Degrees east of its middle."""
    population: int
    """People living there."""

    def place(self) -> Place:
        """The country as a place."""
        return Place(
            name=self.name,
            lat=self.lat,
            lon=self.lon,
            country=self.code,
            admin1=None,
            admin2=None,
            precision="country",
            population=self.population,
            geonames=self.geonames,
            source="GeoNames, Unicode CLDR",
        )


@cache
def shipped_countries() -> tuple[Country, ...]:
    """The countries of `data/countries.csv`, by code."""
    return tuple(
        Country(
            code=row["code"],
            geonames=int(row["geonames"]) if row["geonames"] else None,
            name=row["name"],
            names=several(row["names"]),
            demonyms=several(row["demonyms"]),
            governments=several(row["governments"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=int(row["population"] or 0),
        )
        for row in rows(shipped("countries.csv"))
    )
