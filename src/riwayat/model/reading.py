"""A report, and the reading made of it: the contract of `riwayat read --json`.

Offsets are Unicode code points into `Report.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

if TYPE_CHECKING:
    from pydantic import ConfigDict  # takes a while to load, and whoever only wants the nouns does without

VERSION: Literal[1] = 1

Granularity: TypeAlias = Literal[
    "hour", "part_of_day", "night", "day", "week", "month", "year", "range", "unspecified"
]
Precision: TypeAlias = Literal["site", "village", "town", "admin2", "admin1", "region", "country"]
BylineRole: TypeAlias = Literal["author", "editor", "translator", "reporter", "photographer"]
EntityType: TypeAlias = Literal["person", "group", "place", "outlet"]
NarratorKind: TypeAlias = Literal[
    "outlet",
    "agency",
    "person",
    "group",
    "official",
    "document",
    "photo",
    "video",
    "social",
    "anonymous",
    "witness",
    "unspecified",
]
EventType: TypeAlias = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Modality: TypeAlias = Literal[
    "asserted", "planned", "ongoing", "alleged", "denied", "hypothetical", "background"
]


class Documented:
    """Attribute docstrings become the descriptions of the JSON Schema."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = {"use_attribute_docstrings": True}


@dataclass(frozen=True, slots=True, order=True)
class Span(Documented):
    """A place in `Report.text`; evidence is always a span."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """`Report.text[start:end]`, exactly."""


@dataclass(frozen=True, slots=True)
class Time(Documented):
    """When something happened or was published, as closely as it was said and no closer.

    `start` and `end` are ISO 8601 local times: a date (`2019-05-26`, inclusive at both ends) or a
    date with hour and minute (`2019-05-26T18:00`).  Both are null while, or where, the words cannot
    be tied to the calendar.
    """

    start: str | None
    """Earliest day or minute."""
    end: str | None
    """Latest day or minute."""
    granularity: Granularity
    """How fine the wording is."""
    text: str | None = None
    """The words that say so."""
    evidence: Span | None = None
    """Where these words stand in the report's text; null where they stand in the page's metadata."""


@dataclass(frozen=True, slots=True)
class Outlet(Documented):
    """Who publishes a report."""

    name: str | None
    """As the page calls it."""
    domain: str | None = None
    """Registered domain, lower case."""


@dataclass(frozen=True, slots=True)
class Byline(Documented):
    """Somebody who made the report."""

    name: str
    """As printed, without the role."""
    role: BylineRole
    """What they did for it."""


@dataclass(frozen=True, slots=True)
class Photo(Documented):
    """A picture published with the report."""

    url: str | None = None
    """Where the picture lies."""
    caption: str | None = None
    """The words under it; they are part of `Report.text` too, as a line of their own."""
    credit: str | None = None
    """Whose picture it is said to be."""


@dataclass(frozen=True, slots=True)
class Report(Documented):
    """One published news text."""

    id: str
    """`sha256:` and the digest of the normalised text and outlet."""
    url: str | None
    """Where it was fetched from."""
    canonical_url: str | None
    """Where the page says it belongs."""
    outlet: Outlet
    """Who publishes it."""
    title: str | None
    """Its headline."""
    language: str
    """ISO 639-1."""
    published: Time | None
    """When it was published, by its own word; null where it does not say."""
    dateline: Span | None
    """The place named before the first sentence, as in `KIBLAT.NET, Idlib –`."""
    bylines: tuple[Byline, ...]
    """Who made it."""
    cites: tuple[str, ...]
    """Outlets and agencies named as where the report, or a good part of it, comes from."""
    photos: tuple[Photo, ...]
    """Its pictures."""
    text: str
    """Dateline, body, captions and source lines, each paragraph a line; no title, no furniture."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: what `gather` brings in and `page` turns into a report."""

    data: bytes
    """The bytes, untouched."""
    url: str | None = None
    """Where it was fetched from, after redirects; null for files and standard input."""
    media_type: str | None = None
    """`text/html`, `text/plain` …, where the sender or the file's name says so."""
    charset: str | None = None
    """The character encoding the sender declared."""
    source: str = "-"
    """What the user called it: the path, URL or `-`; for messages only."""
    fetched: str | None = None
    """ISO 8601 date and time (UTC) when it was fetched, where an archive says so; null for now."""


@dataclass(frozen=True, slots=True)
class PlaceRef(Documented):
    """Where on Earth a place is."""

    geonames: int | None
    """GeoNames identifier."""
    lat: float
    """Degrees north, WGS 84."""
    lon: float
    """Degrees east, WGS 84."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    precision: Precision
    """What kind of place the point stands for."""


@dataclass(frozen=True, slots=True)
class Entity(Documented):
    """The person, group, place or outlet that mentions refer to."""

    id: str
    """`e1`, `e2` …; holds within one reading."""
    type: EntityType
    """What it is."""
    name: str
    """Its longest form in the report."""
    mentions: tuple[Span, ...]
    """Where it is named, in order of the text."""
    place: PlaceRef | None = None
    """For places: where it is; null where the gazetteer does not settle it."""
    known_as: str | None = None
    """Identifier of a known actor, where one matches."""
    public: bool | None = None
    """People: true for public actors, false for private ones, null where one cannot tell."""


@dataclass(frozen=True, slots=True)
class Affiliation(Documented):
    """A person belongs to, leads or speaks for a group, as said in a span."""

    member: str
    """Entity id of the person."""
    group: str
    """Entity id of the group."""
    role: str | None
    """The role as worded: `juru bicara`, `Menteri Luar Negeri`."""
    evidence: Span
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Link(Documented):
    """One narrator of a chain, with the wording that shows it."""

    kind: NarratorKind
    """What sort of narrator."""
    name: str | None
    """The narrator's name, or the description given here without pointing words (`sumber`)."""
    description: str | None = None
    """For a narrator without a name: the fullest description anywhere in the report."""
    entity: str | None = None
    """Entity id, where the narrator is one."""
    cue: Span | None = None
    """The wording that attributes (`mengatakan`, `seperti dilansir`); null for the publishing outlet."""
    place: str | None = None
    """Entity id of the place where the narrator is said to be."""
    stated: int | None = None
    """How many the report says they are (`dua sumber` is 2), where it says."""
    span: Span | None = None
    """Where this narrator is named for this statement."""


@dataclass(frozen=True, slots=True)
class Statement(Documented):
    """A stretch of the report, at most a paragraph, that one chain stands behind."""

    id: str
    """`s1`, `s2` …; holds within one reading."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words themselves."""
    chain: tuple[Link, ...]
    """From the publishing outlet to the origin."""


@dataclass(frozen=True, slots=True)
class Participant(Documented):
    """An actor or recipient of an event."""

    entity: str | None
    """Entity id; null for a noun phrase as written (`pejuang`)."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words themselves."""


@dataclass(frozen=True, slots=True)
class Quantity(Documented):
    """A number of people or things that an event's telling gives."""

    what: str
    """`killed`, `wounded`, `detained`, `displaced`, `participants`, `missing`, or another noun."""
    low: int | None
    """Least; null where only a vague word is given."""
    high: int | None
    """Most; null where open-ended (`at least 3`)."""
    of: str | None
    """Which side, as written (`warga sipil`)."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words themselves."""


@dataclass(frozen=True, slots=True)
class Telling(Documented):
    """One statement's account of an event."""

    statement: str
    """Statement id."""
    trigger: Span
    """The word that tells it."""
    modality: Modality
    """How sure this statement is of it."""
    quantities: tuple[Quantity, ...] = ()
    """The figures this statement gives."""


@dataclass(frozen=True, slots=True)
class Event(Documented):
    """Something a report says was done (PLOVER types)."""

    id: str
    """`v1`, `v2` …; holds within one reading."""
    type: EventType
    """PLOVER type."""
    mode: str | None
    """PLOVER mode, where the wording gives it."""
    modality: Modality
    """How sure, by its fullest telling."""
    statement: str
    """Id of the statement of its fullest telling."""
    trigger: Span
    """The word of its fullest telling."""
    tellings: tuple[Telling, ...]
    """Every statement that tells it, fullest first."""
    actors: tuple[Participant, ...]
    """Who did it."""
    recipients: tuple[Participant, ...]
    """To whom it was done."""
    place: str | None
    """Entity id of the finest named place; never the dateline alone."""
    time: Time | None
    """When; null where the text gives nothing."""
    quantities: tuple[Quantity, ...]
    """The figures of all tellings."""


@dataclass(frozen=True, slots=True)
class Corrected(Documented):
    """That a curator corrected what was read here, who did, and why."""

    number: int
    """Of the correction, as `riwayat corrections` lists it."""
    about: str
    """In a reading the id of the entity, statement or event; of a happening the key of the account."""
    what: str
    """What was corrected: `name`, `type`, `chain`, `place` and so on."""
    was: str | None
    """What stood there before; null for nothing."""
    who: str
    """The curator."""
    because: str
    """The reason given."""
    at: str
    """ISO 8601 date and time (UTC) of the correction."""


@dataclass(frozen=True, slots=True)
class Reading(Documented):
    """What one report says, and on whose word: the contract of `riwayat read --json`."""

    version: Literal[1]
    """Version of this form."""
    report: Report
    """The report that was read."""
    entities: tuple[Entity, ...]
    """Who and what it names."""
    affiliations: tuple[Affiliation, ...]
    """Who belongs to whom."""
    statements: tuple[Statement, ...]
    """What it says, by whose word, in order of the text."""
    events: tuple[Event, ...]
    """What it says was done, in order of the text."""
    corrected: tuple[Corrected, ...] = ()
    """What curators corrected in it; nothing in a reading that no chronicle keeps."""
