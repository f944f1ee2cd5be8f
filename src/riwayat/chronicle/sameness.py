"""Whether parties, narrators, places and times of two reports are one: by known actors first, then by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from riwayat.model import Account, Granularity, Narrator, NarratorKind, Party, Precision, Where
from riwayat.names import Kind, compare
from riwayat.world.actors import KnownActors
from riwayat.world.distance import kilometres

__all__ = [
    "ELSEWHERE_KM",
    "FINE",
    "Days",
    "apart_km",
    "controls",
    "days_of",
    "narrator_kind",
    "same_body",
    "same_name",
    "same_narrator",
    "same_party",
]

_KINDS: Final[dict[NarratorKind, Kind]] = {
    "agency": "outlet",
    "outlet": "outlet",
    "person": "person",
}
"""How the name of a narrator is compared; a body's otherwise."""
ELSEWHERE_KM: Final = 15.0
"""From so far on two places that are no wider than a town are not one."""
FINE: Final[frozenset[Precision]] = frozenset({"site", "village", "town"})
"""Places no wider than a town."""
_HELD: Final = 4096
"""Times whose days are at hand."""
_BEFORE: Final = 7
"""Days before its publication in which what a report tells without a time is looked for."""


def same_party(a: Party, b: Party) -> str | None:
    """Why two parties are one, in words; null where they are not, or where that cannot be told."""
    if a.known_as and b.known_as:
        return f"both are {a.known_as}" if a.known_as == b.known_as else None
    if "person" in (a.type, b.type) and a.type != b.type:
        return None
    kind: Kind = "person" if a.type == "person" else "place" if a.type == b.type == "place" else "group"
    return same_name(a.name, a.known_as, b.name, b.known_as, kind)


def narrator_kind(narrator: Narrator) -> Kind:
    """As what kind of name a narrator's is compared."""
    return _KINDS.get(narrator.kind, "group")


def same_narrator(a: Narrator, b: Narrator) -> str | None:
    """Why two narrators with a name, or bodies, are one; null where they are not.

    A spokesman is the body he speaks for.
    """
    if not (a.named and b.named):
        return None
    if a.known_as and a.known_as == b.known_as:
        return f"both are {a.known_as}"
    one, other = narrator_kind(a), narrator_kind(b)
    if one == other and (a.kind == "document") == (b.kind == "document"):
        found = same_name(a.name, a.known_as, b.name, b.known_as, one)
        if found:
            return found
    bodies = [(x.body, y) for x, y in ((a, b), (b, a)) if x.body is not None and y.kind != "person"]
    for body, narrator in bodies:
        found = same_body(body, narrator)
        if found:
            return f"speaks for it: {found}"
    if a.body is not None and b.body is not None:
        found = same_party(a.body, b.body)
        return f"both speak for it: {found}" if found else None
    return None


def same_body(party: Party, narrator: Narrator) -> str | None:
    """Why a party is the body that narrates."""
    return same_party(party, Party(narrator.name or "", "group", narrator.known_as))


def same_name(
    a: str | None, known_a: str | None, b: str | None, known_b: str | None, kind: Kind
) -> str | None:
    """Why two names are of one: the known actors' if both are known, else by spelling; null where not."""
    if not a or not b:
        return None
    if known_a and known_b:
        return f"both are {known_a}" if known_a == known_b else None
    found = compare(a, b, kind)
    return f"{a}, {b}: {found.reason}" if found.same else None


def controls(known_as: str | None) -> str | None:
    """The party that a known actor answers to in the end; null where that is not plain."""
    actors = KnownActors.shipped()
    actor = actors.get(known_as) if known_as else None
    seen: set[str] = set()
    while actor is not None and actor.controlled_by and actor.id not in seen:
        seen.add(actor.id)
        above = actors.get(actor.controlled_by)
        if above is None:
            return actor.controlled_by
        actor = above
    return actor.id if actor is not None and seen else None


def apart_km(a: Where, b: Where) -> float | None:
    """How far two places are from each other, in kilometres; null where one is not settled."""
    return kilometres(a.ref, b.ref) if a.ref is not None and b.ref is not None else None


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day on which something may have happened."""

    first: date
    last: date
    told: bool
    """Whether the report says so; else they follow from its publication."""

    def gap(self, other: Days) -> int:
        """Days between the two; 0 where they touch."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


def days_of(account: Account) -> Days:
    """When the event of an account took place: as told, else in the days before the report was published."""
    time = account.time
    if time is not None and time.start and time.end:
        return _told(time.start, time.end, time.granularity)
    return _untold(account.source.known_from)


@lru_cache(maxsize=_HELD)
def _untold(known_from: str) -> Days:
    known = date.fromisoformat(known_from)
    return Days(known - timedelta(_BEFORE), known, told=False)


@lru_cache(maxsize=_HELD)
def _told(start: str, end: str, granularity: Granularity) -> Days:
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    if granularity == "night" and last > first:
        last = max(first, last - timedelta(1))  # a night belongs to the day it begins
    return Days(first, last, told=True)
