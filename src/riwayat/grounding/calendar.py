"""The times of events, tied to the calendar by the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from riwayat.grounding.times import resolve
from riwayat.model import Event, Modality, Reading, Telling, Time
from riwayat.reading.times import times_of
from riwayat.text.times import TimeExpression

BACKGROUND = timedelta(days=30)
"""Told as having happened longer before publication than this, an event is background."""

_TO_COME: tuple[Modality, ...] = ("planned", "hypothetical")


def tie_times(reading: Reading) -> Reading:
    """The reading with the times of its events resolved, and what lies far back marked as background."""
    if not any(e.time for e in reading.events):
        return reading
    report = reading.report
    expressions = {(t.start, t.end): t for t in times_of(report.text, report.language)}
    published = report.published
    anchor = date.fromisoformat(published.start[:10]) if published and published.start else None
    events, previous = [], None
    for event in reading.events:
        tied = _tied(event, expressions, anchor, previous)
        previous = tied.time or previous
        events.append(tied)
    return replace(reading, events=tuple(events))


def _tied(
    event: Event,
    expressions: dict[tuple[int, int], TimeExpression],
    anchor: date | None,
    previous: Time | None,
) -> Event:
    evidence = event.time.evidence if event.time else None
    expression = expressions.get((evidence.start, evidence.end)) if evidence else None
    if expression is None:
        return event
    time = resolve(expression, anchor, future=event.modality in _TO_COME, previous=previous)
    if event.modality == "asserted" and _long_past(time, anchor):
        tellings = tuple(_as_background(t) for t in event.tellings)
        return replace(event, time=time, modality="background", tellings=tellings)
    return replace(event, time=time)


def _long_past(time: Time, anchor: date | None) -> bool:
    return (
        anchor is not None
        and time.end is not None
        and date.fromisoformat(time.end[:10]) < anchor - BACKGROUND
    )


def _as_background(telling: Telling) -> Telling:
    return replace(telling, modality="background") if telling.modality == "asserted" else telling
