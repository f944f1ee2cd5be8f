"""What a correction is about, and what it says: values that outlive the reading they were made on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from riwayat.model import EntityType, EventType, Modality, NarratorKind, PlaceRef, Time

__all__ = [
    "VALUES",
    "About",
    "AboutEvent",
    "AboutName",
    "AboutWords",
    "Apart",
    "Correction",
    "LinkSaid",
    "PlaceSaid",
    "QuantitySaid",
    "Same",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, by which the same place is found in another version of it."""

    text: str
    """The words themselves."""
    start: int
    """Where they stood: a code point of the report's text."""
    before: str = ""
    """What stood right before them."""
    after: str = ""
    """What stood right behind them."""


@dataclass(frozen=True, slots=True)
class AboutName:
    """Whoever, or whatever, reports call so."""

    kind: EntityType
    """What is called so."""
    names: tuple[str, ...]
    """As readings have the name, and as it was shown where it had been corrected before."""


@dataclass(frozen=True, slots=True)
class AboutWords:
    """A stretch of one report."""

    words: Words
    """Within one paragraph."""


@dataclass(frozen=True, slots=True)
class AboutEvent:
    """An event of one report, by the sentence that tells it and the word in that."""

    words: Words
    """The sentence."""
    start: int
    """Of the trigger, in the sentence."""
    end: int
    """Behind it."""
    type: EventType
    """As it was read, to tell two events of one word apart."""


About: TypeAlias = AboutName | AboutWords | AboutEvent


@dataclass(frozen=True, slots=True)
class Same:
    """Other names of the same one."""

    names: tuple[str, ...]
    """The other names."""
    known_as: str
    """By which all are one: a known actor's identifier, or one of our own making."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Names of somebody else."""

    names: tuple[str, ...]
    """The other's names."""
    known_as: str
    """By which the one that the correction is about is told apart."""
    other: str
    """By which the other is."""


@dataclass(frozen=True, slots=True)
class LinkSaid:
    """A narrator of a chain, as a curator gives it; one that the report's own chain has too keeps its wording."""

    kind: NarratorKind
    """What sort of narrator."""
    name: str | None
    """Its name, or how it is described; null for nobody named."""


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """A place, as a curator gives it."""

    name: str
    """What it is called."""
    ref: PlaceRef | None
    """Where on Earth; null where that is not known."""


@dataclass(frozen=True, slots=True)
class QuantitySaid:
    """A figure, with the words of the report that give it."""

    what: str
    """`killed`, `wounded`, another thing that is counted."""
    low: int | None
    """Least."""
    high: int | None
    """Most."""
    words: str
    """As the report has it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a curator corrected."""

    number: int
    """In the order of their making; of two on the same thing the later one counts."""
    what: str
    """A key of `VALUES`."""
    about: About
    """What it rests on."""
    value: Any
    """Of the type that `VALUES` names."""
    who: str
    """The curator."""
    because: str
    """The reason."""
    at: str
    """ISO 8601 date and time (UTC)."""


VALUES: Final[dict[type, dict[str, Any]]] = {
    AboutName: {
        "name": str,
        "kind": EntityType,
        "known_as": str | None,
        "public": bool,
        "where": PlaceRef | None,
        "same": Same,
        "different": Apart,
    },
    AboutWords: {"chain": tuple[LinkSaid, ...]},
    AboutEvent: {
        "type": EventType,
        "mode": str | None,
        "modality": Modality,
        "actors": tuple[str, ...],
        "recipients": tuple[str, ...],
        "place": PlaceSaid | None,
        "time": Time | None,
        "quantities": tuple[QuantitySaid, ...],
        "told": bool,
    },
}
"""What can be corrected of what, and the type of the value; `told` is false of what is no event at all."""
