"""Which of the places of one name a report means.

Signs are weighed against how well known each place is, on a scale where ten times the people are worth 1.  A
place is taken only where it is well ahead of the next, and where more than its name speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Final

from riwayat.model import Precision
from riwayat.text.folding import fold
from riwayat.world.distance import kilometres
from riwayat.world.places import Place
from riwayat.world.spelling import sounds

_CONTEXT, _SHARE = 1.0, 3.0
"""The report speaks of its country: at all, and the more the larger the part of it that does."""
_HOME: Final = 1.0
"""It lies in the readers' own country."""
_NEAR: Final = 1.5
"""It lies near places of the report that are certain."""
_KIND: Final = 2.0
"""It is of the kind that the words before the name say."""
_SEAT: Final = 2.0
"""It is the capital so called."""
_OWN: Final = 0.5
"""The name is its own, not a byname."""
_MARGIN: Final = 1.0
"""By how much the best must be ahead of the next."""

_WORLD_CITY: Final = 500_000
"""People; a city of this size needs no other sign."""
_CITY: Final = 100_000
"""People; nor does one of this size, if no other place has a fifth of them and no kind of place is said."""
_ALONE: Final = 5
_SMALL: Final = 10_000
"""People; a smaller town needs a report that speaks of its country more than in passing."""
_IN_PASSING: Final = 0.15
"""Part of all mentions of countries."""
_TOWN_OVER_PROVINCE: Final = 10_000
"""People; a town of this size is meant where its province has the same name and nothing else is said."""
_TOWN_OVER_DISTRICT: Final = 2_000
"""The same for a district."""
_SETTLEMENTS: Final = ("site", "village", "town")
_GROWN: Final = 100_000
"""People; a city of this size may stand in the gazetteer several times, by its parts."""
_SAME_PLACE_KM: Final = 80.0
"""A town and the division named after it lie no further apart than this, or the division holds the town."""
_ONE_CITY_KM, _ONE_TOWN_KM = 30.0, 5.0
"""Two entries of one name no further apart than this are one city (Delhi and New Delhi), or one town."""
_NEAR_KM, _ACROSS_KM = 150.0, 80.0
"""Places of one story mostly lie within this; and within this where a border lies between."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name in a report may be."""

    name: str
    """The name as looked up."""
    candidates: tuple[Place, ...] = ()
    """Places so called."""
    near: tuple[Place, ...] = ()
    """Places whose name sounds like it."""
    kinds: tuple[Precision, ...] = ()
    """Kinds of place the report says it is, likeliest first; none where it does not say."""
    part: bool = False
    """Only a part of the place, or what lies around it, is meant."""
    seat_of: str | None = None
    """Country whose capital, or seat of government, is so called."""

    @property
    def seat(self) -> Place | None:
        """The capital that is so called, unless its country is too: the largest town of this name in it."""
        if any(p.country == self.seat_of and p.precision == "country" for p in self.candidates):
            return None
        towns = [p for p in self.candidates if p.country == self.seat_of and p.precision == "town"]
        return max(towns, key=lambda town: town.population, default=None)

    @property
    def is_country(self) -> bool:
        """Whether a country is so called."""
        return any(place.precision == "country" for place in self.candidates)

    @property
    def is_known(self) -> bool:
        """Whether a city or a first-level division is so called."""
        return any(p.population >= _GROWN or p.precision in ("admin1", "region") for p in self.candidates)

    @property
    def only_country(self) -> str | None:
        """The country that alone has places so called; null for countries, everyday words and small towns, of which
        the gazetteer has not all."""
        countries = {place.country for place in self.candidates}
        if len(countries) != 1 or self.candidates[0].ambiguous or self.candidates[0].precision == "country":
            return None
        known = any(p.population >= _SMALL or p.precision not in _SETTLEMENTS for p in self.candidates)
        return countries.pop() if known else None


@dataclass(frozen=True, slots=True)
class Context:
    """What else the report says about where it plays."""

    countries: Mapping[str, int]
    """How often each country is named or implied."""
    home: str | None = None
    """Country of its readers."""
    settled: tuple[Place, ...] = ()
    """Places that are certain."""

    def share(self, country: str | None) -> float:
        """The part of all mentions of countries that is this one's, 0 to 1."""
        return self.countries.get(country or "", 0) / max(sum(self.countries.values()), 1)

    @property
    def plays_at_home(self) -> bool:
        """Whether the report speaks of its readers' own country, or of no country at all."""
        return not self.countries or self.home in self.countries


def choose(named: Named, context: Context) -> Place | None:
    """The one place meant; null where the report leaves it open.

    Places whose name is only like it are asked where none so called may be meant.
    """
    near = [place for place in named.near if place.country in context.countries]
    return _chosen(named.candidates, named, context) or _chosen(near, named, context)


def _chosen(candidates: Sequence[Place], named: Named, context: Context) -> Place | None:
    groups = _same_places(candidates)
    if not groups:
        return None
    scores = [_score(group, named, context) for group in groups]
    first, *others = sorted(range(len(groups)), key=lambda n: (-scores[n], n))
    if others and scores[first] - scores[others[0]] < _MARGIN:
        return None
    best = groups[first]
    if not _believable(best, [groups[n] for n in others], named, context):
        return None
    return _finest(best, named)


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


def is_twin(one: Place, other: Place) -> bool:
    """Whether of two places one is a town and the other the division named after it."""
    return (one.precision in _SETTLEMENTS) != (other.precision in _SETTLEMENTS) and _is_same(one, other)


def _is_same(one: Place, other: Place) -> bool:
    if one.country != other.country or "country" in (one.precision, other.precision):
        return False
    if one.precision in _SETTLEMENTS and other.precision in _SETTLEMENTS:
        city = max(one.population, other.population) >= _GROWN
        return kilometres(one, other) <= (_ONE_CITY_KM if city else _ONE_TOWN_KM)
    above = {fold(name) for name in (one.admin1, other.admin1) if name}
    holds = fold(one.name) in above or fold(other.name) in above
    beside = len(above) == 1 and one.admin1 is not None and other.admin1 is not None
    return holds or beside or kilometres(one, other) <= _SAME_PLACE_KM


def _score(group: Sequence[Place], named: Named, context: Context) -> float:
    country = group[0].country
    score = max(map(_prominence, group))
    # `عمان` is Oman, but where the report speaks of Jordan and not of Oman it is Amman
    elsewhere = named.seat is not None and named.seat.country in context.countries
    if elsewhere and group[0].precision == "country" and country not in context.countries:
        score -= _SEAT
    if country in context.countries:
        score += _CONTEXT + _SHARE * context.share(country)
    if country == context.home and context.plays_at_home:
        score += _HOME
    if any(_is_near(group, place) for place in context.settled):
        score += _NEAR
    if any(place.precision in named.kinds for place in group):
        score += _KIND
    if named.seat in group and (country in context.countries or not named.is_country):
        score += _SEAT
    if group[0].precision == "country" and named.kinds and "country" not in named.kinds:
        score -= _KIND
    if any(_is_own(place, named.name) for place in group):
        score += _OWN
    return score


def _is_near(group: Sequence[Place], place: Place) -> bool:
    within = _NEAR_KM if place.country == group[0].country else _ACROSS_KM
    return place not in group and kilometres(group[0], place) <= within


def _is_own(place: Place, name: str) -> bool:
    own, said = fold(place.name), fold(name)
    return own in (said, f"{said} city") or (sounds(place.name) or "") == sounds(name)


def _prominence(place: Place) -> float:
    if place.precision == "country":
        return 9.0
    if place.precision == "region":
        return 6.5
    return log10(max(place.population, 300_000 if place.precision == "admin1" else 3_000))


def _believable(
    group: Sequence[Place], others: Iterable[Sequence[Place]], named: Named, context: Context
) -> bool:
    """Whether anything but the name speaks for these places; `others` bear it too."""
    country = group[0].country
    size = max(place.population for place in group)
    division = any(place.precision not in _SETTLEMENTS for place in group)
    if country in context.countries:
        return division or size >= _SMALL or context.share(country) >= _IN_PASSING
    if country == context.home and context.plays_at_home:
        return True
    if size >= _SMALL and any(_is_near(group, place) for place in context.settled):
        return True
    if group[0].ambiguous or (named.kinds and not any(place.precision in named.kinds for place in group)):
        return False
    if size >= _WORLD_CITY or any(place.precision in ("country", "region") for place in group):
        return True
    if any(place.precision == "admin1" for place in group) and not context.countries:
        return True
    rival = max((place.population for other in others for place in other), default=0)
    return not named.kinds and size >= _CITY and size >= _ALONE * rival


def _finest(group: Sequence[Place], named: Named) -> Place:
    """The place of a group that is meant: of the kind said, else the town, if it is of some size."""
    for kind in named.kinds:
        for place in group:
            if place.precision == kind:
                return place
    group = [p for p in group if p.population >= _GROWN or _is_own(p, named.name)] or group
    towns = [place for place in group if place.precision in _SETTLEMENTS]
    provinces = any(place.precision in ("admin1", "region") for place in group)
    districts = any(place.precision == "admin2" for place in group)
    least = _TOWN_OVER_PROVINCE if provinces else _TOWN_OVER_DISTRICT if districts else 0
    # A district's town of unknown size is taken, a province's is not.
    if towns and max(town.population or _TOWN_OVER_DISTRICT for town in towns) >= least:
        return max(towns, key=lambda town: town.population)
    order = ("admin1", "region", "admin2")
    return min(group, key=lambda p: order.index(p.precision) if p.precision in order else len(order))
