"""What only the API tells: what is cut short counted, and reports, outlets and places for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from riwayat.model import Copy
from riwayat.model.reading import Documented
from riwayat.told.forms import ReportTold
from riwayat.told.person import Said, Who
from riwayat.told.records import Record

__all__ = [
    "OutletInFull",
    "OutletTold",
    "PlaceInFull",
    "PlaceTold",
    "RecordCounted",
    "RecordCounts",
    "Repeats",
    "ReportInFull",
    "Standing",
    "WhoCounted",
    "WhoCounts",
]


@dataclass(frozen=True, slots=True)
class RecordCounts(Documented):
    """How many there are of each part."""

    rests: int
    """Happenings that rest on the narrator."""
    untraced: int
    """Those of them without an origin that can be named."""
    asserted_later: int
    """Later assertions by another side."""
    disputed: int
    """Disputes it has a part in."""
    withdrew: int
    """What it took back or corrected itself."""


@dataclass(frozen=True, slots=True)
class RecordCounted(Record):
    """The record of a narrator, of each part the latest."""

    counts: RecordCounts
    """Of all."""


@dataclass(frozen=True, slots=True)
class WhoCounts(Documented):
    """How many there are of each part."""

    affiliations: int
    """Each by one report."""
    deeds: int
    """Happenings, by part."""
    said: int
    """Statements that rest on their word."""
    said_of: int
    """Statements of others."""
    reports: int
    """Reports that any of this comes from."""


@dataclass(frozen=True, slots=True)
class WhoCounted(Who):
    """What the reports tell of somebody, of each part the latest."""

    counts: WhoCounts
    """Of all."""


@dataclass(frozen=True, slots=True)
class ReportInFull(ReportTold):
    """A report: what it is, what it tells, what it repeats; never its whole text."""

    dateline: str | None
    """The place named before its first sentence."""
    cites: tuple[str, ...]
    """Outlets and agencies named as where it, or a good part of it, comes from."""
    said: tuple[Said, ...]
    """Some of its statements in short quotations, those that tell what happened before others."""
    happenings: tuple[str, ...]
    """Ids of the happenings that it tells, those of most origins first."""
    copies: tuple[Copy, ...]
    """In which it repeats another, or is repeated."""
    replaced_by: str | None
    """Id of the report that a later version of its page gave."""


@dataclass(frozen=True, slots=True)
class OutletTold(Documented):
    """Who publishes reports."""

    number: int
    """By which the API calls it."""
    name: str | None
    """As its pages call it."""
    domain: str | None
    """Registered domain."""
    known_as: str | None
    """Identifier of a known actor, where one matches."""
    reports: int
    """How many of its reports stand."""


@dataclass(frozen=True, slots=True)
class Standing(Documented):
    """How the word of an outlet stands: counts of happenings."""

    told: int
    """That it tells."""
    borne_out: int
    """Those of them that rest on two or more independent origins."""
    alone: int
    """Those that rest on one, or on none."""
    disputed: int
    """Those of which anything is disputed."""


@dataclass(frozen=True, slots=True)
class Repeats(Documented):
    """That reports of one outlet repeat those of another."""

    number: int
    """Of the other outlet."""
    outlet: str | None
    """Its name or domain."""
    reports: int
    """How many reports."""
    credited: int
    """How many of them name where they took it."""


@dataclass(frozen=True, slots=True)
class OutletInFull(OutletTold):
    """An outlet, whom it copies and who copies it."""

    standing: Standing
    """How its word stands."""
    repeats: tuple[Repeats, ...]
    """Whom it repeats, by reports."""
    repeated_by: tuple[Repeats, ...]
    """Who repeats it, by reports."""


@dataclass(frozen=True, slots=True)
class PlaceTold(Documented):
    """A place where something happened."""

    name: str
    """As a report names it."""
    country: str | None
    """ISO 3166-1 alpha-2, where the gazetteer settles it."""
    lat: float | None
    """Degrees north, WGS 84."""
    lon: float | None
    """Degrees east, WGS 84."""
    happenings: int
    """How many happenings are told of under this name."""


@dataclass(frozen=True, slots=True)
class PlaceInFull(PlaceTold):
    """A place in all spellings that lead to it."""

    names: tuple[str, ...]
    """As the reports name it."""
