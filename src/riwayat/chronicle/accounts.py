"""Readings taken apart into accounts: each event with its parties, place, time and chains, on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import PurePath
from typing import Final

from riwayat.chronicle.wordlists import listed
from riwayat.languages import words
from riwayat.model import (
    Account,
    Corrected,
    Entity,
    Event,
    Link,
    Narrator,
    Participant,
    Party,
    Reading,
    Report,
    Source,
    Span,
    Statement,
    Time,
    Told,
    Where,
)
from riwayat.text.folding import fold
from riwayat.text.sentences import by_paragraph
from riwayat.world.actors import KnownActors

__all__ = ["accounts", "key_of", "narrators_at", "saw_itself", "sentences_of", "source_of"]

_BODIES: Final = frozenset({"agency", "group", "official", "outlet", "document"})
"""Kinds of narrator that may be told apart by what they are, without a name."""
_WORD: Final = re.compile(r"\w+")


def source_of(report: Report, *, fetched: str, url: str | None = None, file: str | None = None) -> Source:
    """How the chronicle refers to a report.

    Args:
        report: the report.
        fetched: ISO 8601 date (UTC) on which it was first fetched.
        url: where it was fetched from; by default what the report itself says.
        file: the file it was read from.
    """
    return Source(
        id=report.id,
        outlet=report.outlet,
        title=report.title,
        language=report.language,
        published=report.published,
        known_from=_known_from(report.published) or fetched[:10],
        url=url or report.url or report.canonical_url,
        file=PurePath(file).name if file else None,
        cites=report.cites,
    )


def accounts(reading: Reading, source: Source) -> tuple[Account, ...]:
    """The events of a reading as accounts, in order of the text; pure."""
    return _Parted(reading).accounts(source)


def narrators_at(reading: Reading, span: Span) -> tuple[Span | None, tuple[Narrator, ...]]:
    """The statement that holds most of a span, and its chain; null and nothing where none does."""

    def held(statement: Statement) -> int:
        return min(statement.end, span.end) - max(statement.start, span.start)

    best = max(reading.statements, key=lambda s: (held(s), -s.start), default=None)
    if best is None or held(best) <= 0:
        return None, ()
    return Span(best.start, best.end, best.text), tuple(map(_Parted(reading).narrator, best.chain))


def key_of(report: str, event: Event, read_as: str | None = None) -> str:
    """What an event is known by beyond its reading: report, trigger, type.

    `read_as` is the type that was read, where a curator has corrected it: what an event is known by stays.
    """
    return f"{report}/{event.trigger.start}-{event.trigger.end}/{read_as or event.type}"


def saw_itself(sentence: str, language: str) -> bool:
    """Whether a sentence says that the outlet's own people were there."""
    return _holds(sentence, listed(language, "own_eyes"))


def _known_from(published: Time | None) -> str | None:
    return published.end[:10] if published is not None and published.end else None


class _Parted:
    """One reading, with its entities and statements by id."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._entities: Mapping[str, Entity] = {e.id: e for e in reading.entities}
        self._statements: Mapping[str, Statement] = {s.id: s for s in reading.statements}
        language = reading.report.language
        speakers = listed(language, "speakers")
        self._individuals = listed(language, "individuals")
        self._bodies = {
            a.member: a.group for a in reading.affiliations if a.role and _holds(a.role, speakers)
        }

    def accounts(self, source: Source) -> tuple[Account, ...]:
        """The events, each on its own."""
        events = self._reading.events
        return tuple(self._account(event, position, source) for position, event in enumerate(events))

    def _account(self, event: Event, position: int, source: Source) -> Account:
        return Account(
            key=key_of(source.id, event, self._read_as.get(event.id)),
            source=source,
            type=event.type,
            mode=event.mode,
            modality=event.modality,
            actors=self._parties(event.actors),
            recipients=self._parties(event.recipients),
            place=self._where(event.place),
            time=event.time,
            tellings=tuple(
                Told(
                    statement=Span(s.start, s.end, s.text),
                    sentence=self._sentence(telling.trigger),
                    trigger=telling.trigger,
                    modality=telling.modality,
                    quantities=telling.quantities,
                    chain=tuple(map(self.narrator, s.chain)),
                    seen=self._seen(telling.trigger),
                )
                for telling in event.tellings
                if (s := self._statements.get(telling.statement)) is not None
            ),
            position=position,
            corrected=self._corrected(event),
        )

    def _corrected(self, event: Event) -> tuple[Corrected, ...]:
        """What curators corrected of an event, of who takes part in it, where, and of the chains it came by.

        Who may be named is no part of what is told.
        """
        if not self._reading.corrected:
            return ()
        chains = [self._statements[t.statement] for t in event.tellings if t.statement in self._statements]
        about = {event.id, event.place, *(statement.id for statement in chains)}
        about |= {party.entity for party in (*event.actors, *event.recipients)}
        about |= {link.entity for statement in chains for link in statement.chain}
        return tuple(c for c in self._reading.corrected if c.about in about and c.what != "public")

    @cached_property
    def _read_as(self) -> Mapping[str, str]:
        """The types of events as they were read, where they were corrected."""
        types: dict[str, str] = {}
        events = {event.id for event in self._reading.events}
        for one in self._reading.corrected:
            if one.what == "type" and one.about in events and one.was:
                types.setdefault(one.about, one.was)
        return types

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences_of(self._reading.report)

    def _parties(self, participants: Iterable[Participant]) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(map(self._party, participants)))

    def _party(self, participant: Participant) -> Party:
        entity = self._entities.get(participant.entity or "")
        return _party(entity) if entity else Party(participant.text, None)

    def _where(self, entity: str | None) -> Where | None:
        found = self._entities.get(entity or "")
        return Where(found.name, found.place) if found else None

    def narrator(self, link: Link) -> Narrator:
        """A link of a chain without its reading."""
        entity = self._entities.get(link.entity or "")
        body = self._entities.get(self._bodies.get(link.entity or "", ""))
        party = _party(body) if body else _own_body(entity)
        return Narrator(
            kind=link.kind,
            name=(entity.name if entity else None) or link.description or link.name,
            known_as=entity.known_as if entity else None,
            named=entity is not None or self._is_body(link),
            body=party,
            place=self._where(link.place),
            stated=link.stated,
            cue=link.cue,
            span=link.span,
            public=entity.public if entity else None,
        )

    def _is_body(self, link: Link) -> bool:
        """Whether a narrator without a name is a body as such, or its paper, and not one of its people."""
        described = link.description or link.name or ""
        return link.kind in _BODIES and bool(described) and not _holds(described, self._individuals)

    def _seen(self, trigger: Span) -> bool:
        return saw_itself(self._sentence(trigger).text, self._reading.report.language)

    def _sentence(self, trigger: Span) -> Span:
        """The sentence that a trigger stands in; the trigger alone where it stands in none."""
        return next((s for s in self._sentences if s.start <= trigger.start < s.end), trigger)


def _own_body(person: Entity | None) -> Party | None:
    """The body that a known person stands for, where that is no state: the monitor of its director."""
    actors = KnownActors.shipped()
    actor = actors.get(person.known_as) if person is not None and person.known_as else None
    if actor is None or actor.type != "person" or not actor.controlled_by:
        return None
    body = actors.get(actor.controlled_by)
    return Party(body.names[0], "group", body.id) if body is not None and body.narrator == "group" else None


def _party(entity: Entity) -> Party:
    return Party(entity.name, entity.type, entity.known_as, entity.public)


def sentences_of(report: Report) -> list[Span]:
    """All sentences of a report's text, in order."""
    abbreviations = _abbreviations(report.language)
    return [s for those in by_paragraph(report.text, abbreviations) for s in those]


@cache
def _abbreviations(language: str) -> frozenset[str]:
    try:
        return frozenset(words(language, "sentences")["abbreviations"])
    except FileNotFoundError:
        return frozenset()


def _holds(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of the folded phrases stands in the text, word for word."""
    folded = f" {' '.join(_WORD.findall(fold(text)))} "
    return any(f" {phrase} " in folded for phrase in phrases)
