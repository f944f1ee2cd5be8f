"""Short made-up reports, and questions to put to their readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwayat.model import (
    Entity,
    EntityType,
    Event,
    Link,
    Outlet,
    Participant,
    Photo,
    Reading,
    Report,
    Span,
    Statement,
    Time,
)
from riwayat.reading import read
from riwayat.reading.rules import RulesEngine

OUTLET = "KABAR LEMBAH"
PUBLISHED = "2021-06-14"
"""A Monday."""


def report(
    text: str,
    *,
    outlet: str | None = OUTLET,
    dateline: str | None = None,
    published: str | None = PUBLISHED,
    cites: Sequence[str] = (),
    photos: Sequence[Photo] = (),
    language: str = "id",
) -> Report:
    """A report as the page step would hand it over."""
    at = text.index(dateline) if dateline else 0
    return Report(
        id="sha256:0",
        url=None,
        canonical_url=None,
        outlet=Outlet(outlet),
        title=None,
        language=language,
        published=Time(published, published, "day") if published else None,
        dateline=Span(at, at + len(dateline), dateline) if dateline else None,
        bylines=(),
        cites=tuple(cites),
        photos=tuple(photos),
        text=text,
    )


def told(text: str, **of_report: object) -> Reading:
    """The reading of a text, by the rules."""
    return read(report(text, **of_report), RulesEngine())  # type: ignore[arg-type]


def statement(reading: Reading, words: str) -> Statement:
    """The one statement that holds these words."""
    found = [s for s in reading.statements if words in s.text]
    assert len(found) == 1, f"{words!r} stands in {[s.text for s in reading.statements]}"
    return found[0]


def chain(reading: Reading, words: str) -> tuple[Link, ...]:
    """The narrators behind these words, without the publishing outlet."""
    first, *rest = statement(reading, words).chain
    assert (first.kind, first.name) == ("outlet", reading.report.outlet.name)
    return tuple(rest)


def kinds(reading: Reading, words: str) -> list[str]:
    """What sort of narrators stand behind these words, without the publishing outlet."""
    return [link.kind for link in chain(reading, words)]


def rests_on(reading: Reading, words: str, *narrators: tuple[str, str]) -> None:
    """Hold the chain of these words against kinds and (parts of) the narrators' names."""
    found = [(link.kind, link.description or link.name or "") for link in chain(reading, words)]
    fits = len(found) == len(narrators) and all(
        kind == wanted_kind and wanted.casefold() in name.casefold()
        for (kind, name), (wanted_kind, wanted) in zip(found, narrators, strict=True)
    )
    assert fits, f"{words!r} rests on {found}, not on {list(narrators)}"


def entities(reading: Reading, type_: EntityType) -> list[str]:
    """The names of all entities of a type, in order of the text."""
    return [e.name for e in reading.entities if e.type == type_]


def entity(reading: Reading, name: str, type_: EntityType) -> Entity:
    """The one entity of a type that is called this somewhere in the report."""
    found = [e for e in reading.entities if e.type == type_ and name in {m.text for m in e.mentions}]
    assert len(found) == 1, f"{name!r} is in {[(e.type, e.name) for e in reading.entities]}"
    return found[0]


def memberships(reading: Reading) -> set[tuple[str, str]]:
    """Who belongs to whom, by name."""
    names = {e.id: e.name for e in reading.entities}
    return {(names[a.member], names[a.group]) for a in reading.affiliations}


def event(reading: Reading, type_: str) -> Event:
    """The one event of a type."""
    found = [e for e in reading.events if e.type == type_]
    assert len(found) == 1, f"{type_}: {[(e.type, e.trigger.text) for e in reading.events]}"
    return found[0]


def called(reading: Reading, people: Iterable[Participant]) -> set[str]:
    """Participants by the name of their entity, else as written."""
    names = {e.id: e.name for e in reading.entities}
    return {names[p.entity] if p.entity else p.text for p in people}


def actors(reading: Reading, type_: str) -> set[str]:
    """Who did the one deed of a type."""
    return called(reading, event(reading, type_).actors)


def recipients(reading: Reading, type_: str) -> set[str]:
    """To whom the one deed of a type was done."""
    return called(reading, event(reading, type_).recipients)


def place(reading: Reading, type_: str) -> str | None:
    """The name of the place of the one deed of a type."""
    names = {e.id: e.name for e in reading.entities}
    at = event(reading, type_).place
    return names[at] if at else None


def figures(reading: Reading, type_: str) -> list[tuple[str, int | None, int | None]]:
    """The quantities of the one deed of a type."""
    return [(q.what, q.low, q.high) for q in event(reading, type_).quantities]
