"""The form of a happening in JSON: what `riwayat chronicle --json`, the exports and the site give.

These dataclasses are the form: their fields are the names of the JSON, in this order.  A copy has the form of
`riwayat.model.Copy`.  Fields may be added; none changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwayat import model
from riwayat.model import Corrected, Correction, EventType, Granularity, Modality, Origin, PlaceRef
from riwayat.model.reading import Documented
from riwayat.told.masking import Mask

__all__ = ["Dispute", "Happening", "Quote", "ReportTold", "Side", "When", "happening", "report_told"]


@dataclass(frozen=True, slots=True)
class When(Documented):
    """When it happened, as closely as it was said: ISO 8601 dates, or dates with hour and minute; or null."""

    start: str | None
    """Earliest day or minute."""
    end: str | None
    """Latest day or minute."""
    granularity: Granularity
    """How fine the wording is."""


@dataclass(frozen=True, slots=True)
class ReportTold(Documented):
    """A report that tells a happening."""

    id: str
    """`sha256:` and the digest of the normalised text and outlet."""
    outlet: str | None
    """Name of who publishes it, or the site's domain; null where the page does not say."""
    url: str | None
    """Where it was fetched from, or where it says that it belongs."""
    file: str | None
    """Name of the file it was read from."""
    language: str
    """ISO 639-1."""
    published: str | None
    """ISO 8601 day of publication, by its own word; null where it bears none, or more days than one."""
    title: str | None
    """Its headline."""
    known_from: str
    """ISO 8601 day from which it could be known."""


@dataclass(frozen=True, slots=True)
class Quote(Documented):
    """Words of a report."""

    report: str
    """Id of the report."""
    start: int
    """First code point in the report's text."""
    end: int
    """Code point after the last."""
    text: str
    """The words themselves; the names of private people masked."""


@dataclass(frozen=True, slots=True)
class Side(Documented):
    """What some origins say where others say something else."""

    value: str
    """The number (`5`, `5+`, `5–7`), name, place, day; `yes` or `no`."""
    origins: tuple[str, ...]
    """Names of the origins."""
    quotes: tuple[Quote, ...]
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Dispute(Documented):
    """Statements about one happening that cannot all be true."""

    about: str
    """`killed`, `wounded`, another thing that is counted; `who`, `whether`, `place`, `time`."""
    sides: tuple[Side, ...]
    """What is said, two or more."""


@dataclass(frozen=True, slots=True)
class Happening(Documented):
    """What several events, in several reports, are all about."""

    id: str
    """Stays the same while the happening grows."""
    type: EventType
    """PLOVER type."""
    what: str
    """The words of the report that tells it most fully, in its own language."""
    time: When | None
    """When; null where no report says."""
    place: str | None
    """Name of the place."""
    actors: tuple[str, ...]
    """Names of who did it, most often named first."""
    recipients: tuple[str, ...]
    """Names of to whom it was done."""
    reports: tuple[ReportTold, ...]
    """Which tell it, in order of time."""
    origins: tuple[Origin, ...]
    """Where the statements come from; independent of each other."""
    independent_origins: int
    """How many."""
    disputes: tuple[Dispute, ...]
    """What they disagree about."""
    untraced: tuple[str, ...]
    """Ids of reports that tell it without an origin that can be named: they add nothing to the count."""
    corrections: tuple[Correction, ...]
    """What origins took back or changed in their own word."""
    modality: Modality
    """By the most assertive account."""
    where: PlaceRef | None
    """The place on Earth, where the gazetteer settles it."""
    accounts: tuple[str, ...]
    """Keys of the accounts it is made of: report, trigger, type."""
    corrected: tuple[Corrected, ...]
    """What curators corrected in these accounts, and why: what no report was read to say."""


def happening(value: model.Happening, mask: Mask | None = None) -> Happening:
    """A happening in its form for others, private people masked by `mask`; pure."""
    shown = mask.of(value) if mask else value
    return Happening(
        id=shown.id,
        type=shown.type,
        what=shown.what,
        time=When(shown.time.start, shown.time.end, shown.time.granularity) if shown.time else None,
        place=shown.place,
        actors=shown.actors,
        recipients=shown.recipients,
        reports=tuple(map(report_told, shown.reports)),
        origins=shown.origins,
        independent_origins=shown.independent_origins,
        disputes=tuple(
            Dispute(
                dispute.about,
                tuple(
                    Side(
                        side.value,
                        side.origins,
                        tuple(Quote(report, span.start, span.end, span.text) for report, span in side.quotes),
                    )
                    for side in dispute.sides
                ),
            )
            for dispute in shown.disputes
        ),
        untraced=shown.untraced,
        corrections=shown.corrections,
        modality=shown.modality,
        where=shown.where.ref if shown.where else None,
        accounts=shown.accounts,
        corrected=shown.corrected,
    )


def report_told(source: model.Source) -> ReportTold:
    """A report as a happening refers to it."""
    published = source.published
    start, end = (published.start, published.end) if published else (None, None)
    return ReportTold(
        id=source.id,
        outlet=source.outlet.name or source.outlet.domain,
        url=source.url,
        file=source.file,
        language=source.language,
        published=start[:10] if start and end and start[:10] == end[:10] else None,
        title=source.title,
        known_from=source.known_from,
    )
