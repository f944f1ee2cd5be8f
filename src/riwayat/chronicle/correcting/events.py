"""Corrections of events: what was done, how sure, by whom, to whom, where, when, how many, and whether at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from riwayat.chronicle.correcting.draft import Changed, Draft
from riwayat.chronicle.correcting.values import AboutEvent, PlaceSaid, QuantitySaid
from riwayat.chronicle.correcting.words import found
from riwayat.model import Entity, EntityType, Event, Participant, Quantity, Span, Telling, Time

__all__ = ["mend"]

_PARTIES: Final[tuple[EntityType, ...]] = ("person", "group", "outlet", "place")


def mend(draft: Draft, about: AboutEvent, what: str, value: Any) -> list[Changed]:
    """Corrects one thing of an event; what changed, nothing where the event, or words it needs, are not there."""
    sentence = found(about.words, draft.text)
    at = _where(draft, about, sentence) if sentence else None
    if sentence is None or at is None:
        return []
    event = draft.events[at]
    if what == "told":
        del draft.events[at]
        return [(event.id, event.type)]
    made = _made(draft, event, sentence, about, what, value)
    if made is None:
        return []
    draft.events[at] = made
    return [(event.id, _worded(draft, event, what))]


def _where(draft: Draft, about: AboutEvent, sentence: Span) -> int | None:
    """Which event it is: one that the word tells, of the type that was read where two are told by it."""
    start, end = sentence.start + about.start, sentence.start + about.end

    def touched(event: Event) -> int:
        return max((min(t.trigger.end, end) - max(t.trigger.start, start) for t in event.tellings), default=0)

    likely = [
        (draft.read_types[event.id] == about.type, touched(event), -number)
        for number, event in enumerate(draft.events)
        if touched(event) > 0
    ]
    return -max(likely)[2] if likely else None


def _made(
    draft: Draft, event: Event, sentence: Span, about: AboutEvent, what: str, value: Any
) -> Event | None:
    if what in ("actors", "recipients"):
        parties = [_participant(draft, name, sentence) for name in value]
        if any(party is None for party in parties):
            return None
        those = tuple(party for party in parties if party is not None)
        return replace(event, actors=those) if what == "actors" else replace(event, recipients=those)
    if what == "place":
        return replace(event, place=_place(draft, value).id if value else None)
    if what == "time":
        return replace(event, time=_time(event, value))
    if what == "modality":
        return _surer(event, sentence.start + about.start, value)
    if what == "quantities":
        return _counted(draft, event, sentence, value)
    return replace(event, **{what: value})


def _participant(draft: Draft, name: str, sentence: Span) -> Participant | None:
    """Somebody whom the report names, or a phrase as it has it; null where it does not."""
    entity = draft.entity(name, _PARTIES)
    if entity is not None and entity.mentions:
        mention = min(
            entity.mentions, key=lambda m: (not _within(m, sentence), abs(m.start - sentence.start))
        )
        return Participant(entity.id, mention.start, mention.end, mention.text)
    span = _phrase(draft, name, sentence)
    return Participant(None, span.start, span.end, span.text) if span else None


def _phrase(draft: Draft, words: str, sentence: Span) -> Span | None:
    """The words in a sentence, else anywhere in the report."""
    inside = sentence.text.find(words)
    start = sentence.start + inside if inside >= 0 else draft.text.find(words)
    return Span(start, start + len(words), words) if words and start >= 0 else None


def _within(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _place(draft: Draft, said: PlaceSaid) -> Entity:
    """The place that the report names so, if it lies there; else one more."""
    for entity in draft.called([said.name], "place"):
        if entity.place == said.ref:
            return entity
    new = Entity(draft.free_id("e"), "place", said.name, (), said.ref)
    draft.put(new)
    return new


def _time(event: Event, said: Time | None) -> Time | None:
    if said is None or event.time is None:
        return said
    return replace(said, text=event.time.text, evidence=event.time.evidence)


def _surer(event: Event, trigger: int, modality: Any) -> Event:
    """The telling with this trigger is as sure as that, and the event where it is the fullest telling."""
    at = next((n for n, t in enumerate(event.tellings) if t.trigger.start <= trigger < t.trigger.end), 0)
    tellings = list(event.tellings)
    tellings[at] = replace(tellings[at], modality=modality)
    return replace(event, tellings=tuple(tellings), modality=tellings[0].modality)


def _counted(draft: Draft, event: Event, sentence: Span, value: tuple[QuantitySaid, ...]) -> Event | None:
    """Each figure goes to the telling in whose statement its words stand, else to the fullest."""
    statements = {statement.id: statement for statement in draft.statements}
    by_telling: dict[int, list[Quantity]] = {}
    figures = []
    for said in value:
        span = _phrase(draft, said.words, sentence)
        if span is None:
            return None
        figure = Quantity(said.what, said.low, said.high, None, span.start, span.end, span.text)
        at = next((n for n, t in enumerate(event.tellings) if _tells(t, figure, statements)), 0)
        by_telling.setdefault(at, []).append(figure)
        figures.append(figure)
    tellings = tuple(
        replace(telling, quantities=tuple(by_telling.get(n, ()))) for n, telling in enumerate(event.tellings)
    )
    return replace(event, tellings=tellings, quantities=tuple(figures))


def _tells(telling: Telling, figure: Quantity, statements: Any) -> bool:
    statement = statements.get(telling.statement)
    return statement is not None and statement.start <= figure.start < statement.end


def _worded(draft: Draft, event: Event, what: str) -> str | None:
    """What an event said before, in words."""
    value = getattr(event, what)
    if what in ("actors", "recipients"):
        return "; ".join(_name(draft, party) for party in value) or None
    if what == "place":
        place = draft.entities.get(value or "")
        return place.name if place else None
    if what == "time":
        return "/".join(part for part in (value.start, value.end) if part) or value.text if value else None
    if what == "quantities":
        return "; ".join(figure.text for figure in value) or None
    return None if value is None else str(value)


def _name(draft: Draft, party: Participant) -> str:
    entity = draft.entities.get(party.entity or "")
    return entity.name if entity else party.text
