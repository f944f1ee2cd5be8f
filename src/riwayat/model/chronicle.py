"""What the chronicle makes of many readings: accounts, copies, origins, disputes, happenings.

An event holds within one reading; an account is that event taken out of it, with everything that telling it
beside the events of other reports needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.model.reading import (
    Corrected,
    Documented,
    EntityType,
    EventType,
    Modality,
    NarratorKind,
    Outlet,
    PlaceRef,
    Quantity,
    Span,
    Time,
)

CopyManner: TypeAlias = Literal["verbatim", "edited", "translation", "retelling"]
FoldReason: TypeAlias = Literal["cites", "copy", "same narrator", "same unnamed source", "same line"]
Verdict: TypeAlias = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Source(Documented):
    """A report as the chronicle refers to it."""

    id: str
    """`sha256:` and the digest of the normalised text and outlet."""
    outlet: Outlet
    """Who publishes it."""
    title: str | None
    """Its headline."""
    language: str
    """ISO 639-1."""
    published: Time | None
    """When it was published, by its own word."""
    known_from: str
    """ISO 8601 date from which it could be known: the last day it may have been published, else of the first fetch."""
    url: str | None = None
    """Where it was fetched from, or where it says that it belongs."""
    file: str | None = None
    """The file it was read from."""
    cites: tuple[str, ...] = ()
    """Outlets and agencies named as where the report, or a good part of it, comes from."""


@dataclass(frozen=True, slots=True)
class Party(Documented):
    """Who takes part in an event, or stands behind a narrator."""

    name: str
    """The longest form in its report; for a noun phrase, as written."""
    type: EntityType | None
    """What it is; null for a noun phrase (`pejuang`)."""
    known_as: str | None = None
    """Identifier of a known actor, where one matches."""
    public: bool | None = None
    """People: true for public actors, false for private ones, null where one cannot tell."""


@dataclass(frozen=True, slots=True)
class Where(Documented):
    """A place as one report names it."""

    name: str
    """The longest form in its report."""
    ref: PlaceRef | None
    """Where on Earth, where the gazetteer settles it."""


@dataclass(frozen=True, slots=True)
class Narrator(Documented):
    """One link of a chain, taken out of its reading."""

    kind: NarratorKind
    """What sort of narrator."""
    name: str | None
    """The narrator's name, or its description."""
    known_as: str | None = None
    """Identifier of a known actor, where one matches."""
    named: bool = False
    """Whether it is told apart by a name, or as a body (`polisi`) that is not one of its people."""
    body: Party | None = None
    """The body that a spokesman speaks for."""
    place: Where | None = None
    """Where the narrator is said to be."""
    stated: int | None = None
    """How many the report says they are."""
    cue: Span | None = None
    """The wording that attributes."""
    span: Span | None = None
    """Where this narrator is named."""
    public: bool | None = None
    """People: true for public actors, false for private ones, null where one cannot tell."""


@dataclass(frozen=True, slots=True)
class Told(Documented):
    """One telling of an event, with the chain it came by."""

    statement: Span
    """The words that the chain stands behind."""
    sentence: Span
    """The sentence that tells the event."""
    trigger: Span
    """The word that tells it."""
    modality: Modality
    """How sure this statement is of it."""
    quantities: tuple[Quantity, ...]
    """The figures it gives."""
    chain: tuple[Narrator, ...]
    """From the publishing outlet to the origin."""
    seen: bool = False
    """Whether the words show that the outlet's own people were there."""


@dataclass(frozen=True, slots=True)
class Account(Documented):
    """What one report tells of one event: happenings are made of accounts."""

    key: str
    """Report, trigger and type, as `sha256:…/12-19/ASSAULT`: outlives a re-reading that finds the event again."""
    source: Source
    """The report."""
    type: EventType
    """PLOVER type."""
    mode: str | None
    """PLOVER mode."""
    modality: Modality
    """By its fullest telling."""
    actors: tuple[Party, ...]
    """Who did it."""
    recipients: tuple[Party, ...]
    """To whom it was done."""
    place: Where | None
    """Where."""
    time: Time | None
    """When."""
    tellings: tuple[Told, ...]
    """Fullest first."""
    position: int = 0
    """Which event of its report it is, from 0; the first are mostly what the report is about."""
    lent_by: str | None = None
    """Key of the account of the copied report that gave who, where and when, where this is told in copied words."""
    corrected: tuple[Corrected, ...] = ()
    """What curators corrected in it."""


@dataclass(frozen=True, slots=True)
class Aligned(Documented):
    """A sentence of a copy beside the one it repeats."""

    here: Span
    """In the copy."""
    there: Span
    """In what it repeats."""
    likeness: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Copy(Documented):
    """A report, or a part of one, that repeats another."""

    report: str
    """Id of the report that repeats."""
    of: str
    """Id of the report that it repeats."""
    how: CopyManner
    """In which manner."""
    credited: bool
    """Whether it names the outlet it took the words from."""
    share: float
    """How much of the repeating report's text is taken, 0 to 1."""
    evidence: tuple[Aligned, ...] = ()
    """The sentences side by side."""


@dataclass(frozen=True, slots=True)
class Fold(Documented):
    """Why two tellings count as one origin."""

    reason: FoldReason
    """Which of the rules."""
    evidence: str
    """The words, names or reports it rests on, for people to read."""
    reports: tuple[str, ...] = ()
    """Ids of the reports on both sides."""


@dataclass(frozen=True, slots=True)
class Origin(Documented):
    """Where, as far as the texts tell, statements about a happening come from."""

    name: str
    """The narrator's name, or the fullest description."""
    kind: NarratorKind
    """What sort of narrator."""
    reports: tuple[str, ...]
    """Ids of the reports whose telling rests on it, in order of time."""
    folded: tuple[Fold, ...]
    """What was folded into it, and why."""
    known_as: str | None = None
    """Identifier of a known actor, where one matches."""
    side: str | None = None
    """Identifier of the party that controls it, where that is plain."""
    public: bool | None = None
    """People: true for public actors, false for private ones, null where one cannot tell."""


@dataclass(frozen=True, slots=True)
class Side(Documented):
    """What some origins say where others say something else."""

    value: str
    """The number, name, place, day; `yes` or `no`."""
    origins: tuple[str, ...]
    """Names of the origins."""
    quotes: tuple[tuple[str, Span], ...] = ()
    """The words, each with the id of its report."""


@dataclass(frozen=True, slots=True)
class Dispute(Documented):
    """Statements about one happening that cannot all be true."""

    about: str
    """`killed`, `wounded` …, `who`, `whether`, `place`, `time`."""
    sides: tuple[Side, ...]
    """What is said, two or more."""


@dataclass(frozen=True, slots=True)
class Correction(Documented):
    """An origin that took back or changed what it had said itself: no dispute."""

    about: str
    """As of a dispute."""
    origin: str
    """Its name."""
    before: str
    """What it said first."""
    after: str
    """What it said later."""
    report: str
    """Id of the report with the later word."""


@dataclass(frozen=True, slots=True)
class Happening(Documented):
    """What several events, in several reports, are all about."""

    id: str
    """Stays the same while the happening grows."""
    type: EventType
    """PLOVER type."""
    what: str
    """One line: the words of the report that tells it most fully."""
    time: Time | None
    """When, as the accounts together allow."""
    place: str | None
    """Name of the place."""
    actors: tuple[str, ...]
    """Names of who did it, most often named first."""
    recipients: tuple[str, ...]
    """Names of to whom it was done."""
    reports: tuple[Source, ...]
    """Which tell it, in order of time."""
    origins: tuple[Origin, ...]
    """Independent of each other."""
    untraced: tuple[str, ...]
    """Ids of reports that tell it without an origin that can be named."""
    independent_origins: int
    """How many."""
    disputes: tuple[Dispute, ...]
    """Side by side."""
    corrections: tuple[Correction, ...] = ()
    """By the same origin."""
    modality: Modality = "asserted"
    """By the most assertive account."""
    where: Where | None = None
    """The place on Earth."""
    accounts: tuple[str, ...] = ()
    """Keys of the accounts it is made of."""
    corrected: tuple[Corrected, ...] = ()
    """What curators corrected in these accounts."""
