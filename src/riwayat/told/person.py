"""Somebody, or a body, as the reports tell: names, affiliations, deeds, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.model import EntityType, EventType, Modality
from riwayat.model.reading import Documented
from riwayat.told.forms import Quote

__all__ = ["AffiliationTold", "Deed", "NameTold", "Said", "Who"]

Part: TypeAlias = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class NameTold(Documented):
    """A name as reports write it."""

    name: str
    """The longest form in its reports."""
    languages: tuple[str, ...]
    """ISO 639-1 codes of these reports."""
    reports: int
    """How many reports."""


@dataclass(frozen=True, slots=True)
class AffiliationTold(Documented):
    """That a person belongs to, leads or speaks for a group, by one report."""

    day: str
    """ISO 8601 day from which the report could be known."""
    member: str
    """Name of the person."""
    group: str
    """Name of the group."""
    role: str | None
    """The role as worded."""
    evidence: Quote
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Deed(Documented):
    """A happening in which somebody took part."""

    happening: str
    """Its id."""
    part: Part
    """Whether it was done by or to them."""
    type: EventType
    """PLOVER type."""
    modality: Modality
    """By the most assertive account."""
    start: str | None
    """Earliest ISO 8601 day; null where no report says."""
    place: str | None
    """Name of the place."""
    actors: tuple[str, ...]
    """Names of who did it."""
    recipients: tuple[str, ...]
    """Names of to whom it was done."""
    independent_origins: int
    """How many it rests on."""


@dataclass(frozen=True, slots=True)
class Said(Documented):
    """A statement of a report."""

    day: str
    """ISO 8601 day from which the report could be known."""
    outlet: str | None
    """Who publishes it."""
    language: str
    """ISO 639-1."""
    by: tuple[str | None, ...]
    """Names of the narrators, from the outlet to the origin; null for one that has none."""
    quote: Quote
    """The words."""


@dataclass(frozen=True, slots=True)
class Who(Documented):
    """What the reports tell of somebody."""

    name: str
    """The name that most reports give."""
    kind: EntityType
    """person, group or outlet."""
    known_as: str | None
    """Identifier of a known actor, where one matches."""
    public: bool | None
    """People: true for public actors, false for private ones, null where one cannot tell."""
    names: tuple[NameTold, ...]
    """All spellings, those of most reports first."""
    affiliations: tuple[AffiliationTold, ...]
    """By day."""
    deeds: tuple[Deed, ...]
    """What was done by them and to them, by day, those without a day last."""
    said: tuple[Said, ...]
    """Statements that rest on their word, by day."""
    said_of: tuple[Said, ...]
    """Statements of others that name them, by day."""
    reports: tuple[str, ...]
    """Ids of all reports that any of this comes from."""
