"""The reading that a gold file describes.

Such a reading is right in every row of the table, so it shows that the measures are sound; and the
terminal view can be tried on it.  Beside what the convention asks for, a gold link may quote its
`cue`, an event its `triggers`, a person a `role`, a quantity its `quote`, an event a `when`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from riwayat.model import (
    VERSION,
    Affiliation,
    Byline,
    Entity,
    Event,
    Link,
    Outlet,
    Participant,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    Telling,
    Time,
)
from riwayat_eval.gold import Gold
from riwayat_eval.match import find_quote, sentence_around

__all__ = ["mentions_of", "perfect_reading"]

_KEYS = (("person", "people"), ("group", "groups"), ("place", "places"))


def perfect_reading(gold: Gold, text: str) -> Reading:
    """The reading of a report with this text that agrees with the gold in everything.

    Raises:
        ValueError: something that the gold quotes or names is not in the text.
    """
    entities = _entities(gold, text)
    ids = _ids(gold, entities)
    statements = _statements(gold, text, ids)
    return Reading(
        version=VERSION,
        report=_report(gold, text),
        entities=entities,
        affiliations=_affiliations(gold, text, ids),
        statements=statements,
        events=tuple(
            _event(f"v{i + 1}", event, text, statements, ids)
            for i, event in enumerate(e for e in gold["events"] if e.get("same_as") is None)
        ),
    )


def _span(text: str, quote: str, after: int = 0) -> Span:
    at = find_quote(text[after:], quote)
    if at is None:
        raise ValueError(f"not in the text: {quote!r}")
    start, end = at[0] + after, at[1] + after
    return Span(start, end, text[start:end])


def _days(first: str | None, last: str | None, words: str | None = None) -> Time:
    one = first is not None and first == last
    return Time(first, last, "day" if one else "range" if first else "unspecified", words)


def _report(gold: Gold, text: str) -> Report:
    day = gold.get("published")
    return Report(
        id="sha256:" + sha256(text.encode()).hexdigest(),
        url=None,
        canonical_url=None,
        outlet=Outlet(gold.get("outlet")),
        title=gold.get("title"),
        language=gold["language"],
        published=_days(day, day) if day else None,
        dateline=_span(text, gold["dateline"]) if gold.get("dateline") else None,
        bylines=tuple(Byline(b["name"], b["role"]) for b in gold.get("bylines", [])),
        cites=tuple(gold.get("cites", [])),
        photos=(),
        text=text,
    )


def _entities(gold: Gold, text: str) -> tuple[Entity, ...]:
    found: list[Entity] = []
    for kind, key in _KEYS:
        for item in gold.get(key, []):
            mentions = mentions_of(item, text)
            wanting = [
                n for n in (item["name"], *item.get("also", [])) if n not in {m.text for m in mentions}
            ]
            mentions = tuple(sorted((*mentions, *(_span(text, n) for n in wanting))))
            found.append(Entity(f"e{len(found) + 1}", kind, item["name"], mentions))  # type: ignore[arg-type]
    return tuple(found)


def mentions_of(item: Mapping[str, Any], text: str) -> tuple[Span, ...]:
    """Where a person, group or place of gold is named, by whole words."""
    names = sorted((item["name"], *item.get("also", [])), key=len, reverse=True)
    hits = re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", text)
    return tuple(Span(m.start(), m.end(), m.group()) for m in hits)


def _ids(gold: Gold, entities: tuple[Entity, ...]) -> dict[str, dict[str, str]]:
    """For each type, entity ids by every name of theirs."""
    ids: dict[str, dict[str, str]] = {}
    rest = iter(entities)
    for kind, key in _KEYS:
        of_kind = ids.setdefault(kind, {})
        for item in gold.get(key, []):
            entity = next(rest)
            for name in [item["name"], *item.get("also", [])]:
                of_kind[name] = entity.id
    return ids


def _affiliations(gold: Gold, text: str, ids: dict[str, dict[str, str]]) -> tuple[Affiliation, ...]:
    return tuple(
        Affiliation(
            ids["person"][person["name"]],
            ids["group"][person["group"]],
            person.get("role"),
            _span(text, person["group"]),
        )
        for person in gold.get("people", [])
        if person.get("group")
    )


def _statements(gold: Gold, text: str, ids: dict[str, dict[str, str]]) -> tuple[Statement, ...]:
    """One statement for each gold quote, in the gold's order: from its sentence's start, or from where
    the statement before it in that sentence ends, to where the next one begins or the paragraph ends."""
    spans = [_span(text, s["quote"]) for s in gold["statements"]]
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    starts: dict[int, int] = {}
    for before, i in zip([None, *order], order, strict=False):
        start = sentence_around(text, spans[i].start, spans[i].end)[0]
        start += len(text[start:]) - len(text[start:].lstrip())
        starts[i] = start if before is None or spans[before].end <= start else spans[i].start
    made: dict[int, Statement] = {}
    for i, after in zip(order, [*order[1:], None], strict=True):
        line_end = text.find("\n", spans[i].end)
        end = len(text) if line_end < 0 else line_end
        if after is not None:
            end = min(end, starts[after])
        words = text[starts[i] : end].rstrip()
        chain = tuple(_link(link, text, ids) for link in gold["statements"][i]["chain"])
        made[i] = Statement(f"s{i + 1}", starts[i], starts[i] + len(words), words, chain)
    return tuple(made[i] for i in range(len(spans)))


def _link(link: dict[str, Any], text: str, ids: dict[str, dict[str, str]]) -> Link:
    name = link.get("name")
    entity = None
    if link["kind"] in ("person", "group"):
        entity = ids[link["kind"]].get(name or "")
    cue = _span(text, link["cue"]) if link.get("cue") else None
    return Link(link["kind"], name, entity=entity, cue=cue)


def _event(
    id_: str,
    event: dict[str, Any],
    text: str,
    statements: tuple[Statement, ...],
    ids: dict[str, dict[str, str]],
) -> Event:
    quantities = tuple(_quantity(q, event, text) for q in event.get("quantities", []))
    words = event.get("triggers", [None])
    trigger = _trigger(text, words[0], event["quote"])
    at = [(statements[event["statement"]], trigger)]
    for quote, word in zip(
        event.get("see", []), [*words[1:], *[None] * len(event.get("see", []))], strict=False
    ):
        trigger = _trigger(text, word, quote)
        holder = next((s for s in statements if s.start <= trigger.start < s.end), None)
        if holder is not None:
            at.append((holder, trigger))
    tellings = tuple(
        Telling(
            holder.id,
            trigger,
            event["modality"],
            tuple(q for q in quantities if holder.start <= q.start < holder.end),
        )
        for holder, trigger in at
    )
    when = event.get("time")
    return Event(
        id=id_,
        type=event["type"],
        mode=event.get("mode"),
        modality=event["modality"],
        statement=tellings[0].statement,
        trigger=tellings[0].trigger,
        tellings=tellings,
        actors=tuple(_participant(name, event, text, ids) for name in event.get("actors", [])),
        recipients=tuple(_participant(name, event, text, ids) for name in event.get("recipients", [])),
        place=ids["place"].get(event.get("place") or ""),
        time=_days(when[0], when[1], event.get("when")) if when else None,
        quantities=quantities,
    )


def _trigger(text: str, word: str | None, quote: str) -> Span:
    at = _span(text, quote)
    if word is None:
        word = quote.split()[0]
    return _span(text, word, at.start)


def _participant(name: str, event: dict[str, Any], text: str, ids: dict[str, dict[str, str]]) -> Participant:
    entity = ids["person"].get(name) or ids["group"].get(name) or ids["place"].get(name)
    start, end = sentence_around(text, *_bounds(_span(text, event["quote"])))
    here = find_quote(text[start:end], name)
    span = _span(text, name, start if here else 0)
    return Participant(entity, span.start, span.end, span.text)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _quantity(quantity: dict[str, Any], event: dict[str, Any], text: str) -> Quantity:
    span = _span(text, quantity.get("quote") or event["quote"])
    return Quantity(
        quantity["what"],
        quantity["low"],
        quantity["high"],
        quantity.get("of"),
        span.start,
        span.end,
        span.text,
    )
