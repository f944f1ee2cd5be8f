"""What curators type, on the command line and into forms, as values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, cast, get_args

from riwayat.chronicle.correcting.values import LinkSaid, PlaceSaid, QuantitySaid
from riwayat.errors import RiwayatError
from riwayat.model import Granularity, NarratorKind, PlaceRef, Time
from riwayat.world.gazetteer import Gazetteer

__all__ = ["SeveralPlacesError", "UnclearError", "chain_of", "figure_of", "place_of", "places_of", "time_of"]

_FIGURE: Final = re.compile(
    r"\s*([^\d:]+?)\s+(\d{1,9})\s*(?:([-–+])\s*(\d{1,9})?)?\s*:\s*(.+?)\s*", re.DOTALL
)
_MOST: Final = 12
"""Places of one name to choose from."""


class UnclearError(RiwayatError):
    """What was typed cannot be understood."""


class SeveralPlacesError(UnclearError):
    """Several places are called so."""

    def __init__(self, name: str, places: Sequence[PlaceSaid]) -> None:
        shown = "; ".join(_shown(place) for place in places)
        super().__init__(f"{name} may be {shown}: say which, by its GeoNames number")
        self.places = tuple(places)


def chain_of(text: str) -> tuple[LinkSaid, ...]:
    """A chain written as `outlet: Kabar Lembah < person: Yasir al-Darwisy < witness`.

    Raises:
        UnclearError: a narrator is of no known kind.
    """
    kinds = get_args(NarratorKind)
    links = []
    for part in text.split("<"):
        kind, _, name = part.partition(":")
        if kind.strip() not in kinds:
            raise UnclearError(f"{part.strip()!r}: a narrator begins with its kind, {', '.join(kinds)}")
        links.append(LinkSaid(cast(NarratorKind, kind.strip()), name.strip() or None))
    return tuple(links)


def figure_of(text: str) -> QuantitySaid:
    """A figure written as `killed 3: tiga orang tewas`, `killed 3-5: …` or `killed 3+: …`, with the report's words.

    Raises:
        UnclearError: it is not written so.
    """
    found = _FIGURE.fullmatch(text)
    if found is None:
        raise UnclearError(f"{text.strip()!r} is no figure like killed 3: three people were killed")
    what, low, sign, high, words = found.groups()
    most = int(high) if high else None if sign else int(low)
    if most is not None and most < int(low):
        raise UnclearError(f"{text.strip()!r}: the least is more than the most")
    return QuantitySaid(what, int(low), most, words)


def time_of(text: str, granularity: Granularity | None = None) -> Time:
    """A day, `2021-06-12`, a minute, `2021-06-12T18:00`, or two of them with `/` between.

    Raises:
        UnclearError: it is none of these.
    """
    start, _, end = (part.strip() for part in text.partition("/"))
    end = end or start
    try:
        ordered = datetime.fromisoformat(start) <= datetime.fromisoformat(end)
    except (TypeError, ValueError):
        ordered = False
    if not ordered or min(len(start), len(end)) < len("2021-06-12"):
        raise UnclearError(
            f"{text.strip()!r} is no time like 2021-06-12 or 2021-06-12T18:00/2021-06-13T06:00"
        )
    fine: Granularity = "hour" if "T" in start else "day" if start == end else "range"
    return Time(start, end, granularity or fine)


def places_of(name: str) -> list[PlaceSaid]:
    """The places of this name that the gazetteer knows, the best known first."""
    found = Gazetteer.shipped().find(name)[:_MOST]
    return [PlaceSaid(name, PlaceRef(p.geonames, p.lat, p.lon, p.country, p.precision)) for p in found]


def place_of(name: str, geonames: int | None = None) -> PlaceSaid:
    """The place of this name, with this GeoNames number where there are several.

    Raises:
        SeveralPlacesError: there are several.
        UnclearError: there is none.
    """
    places = places_of(name)
    if geonames is not None:
        places = [place for place in places if place.ref and place.ref.geonames == geonames]
    if not places:
        raise UnclearError(f"{name}: the gazetteer has no such place (riwayat gazetteer adds places)")
    if len(places) > 1:
        raise SeveralPlacesError(name, places)
    return places[0]


def _shown(place: PlaceSaid) -> str:
    ref = place.ref
    if ref is None:
        return place.name
    return f"{ref.geonames} ({ref.precision} in {ref.country or '?'}, {ref.lat:.2f} {ref.lon:.2f})"
