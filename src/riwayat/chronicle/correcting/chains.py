"""Corrections of chains: by whose word a stretch of a report is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from riwayat.chronicle.correcting.draft import Changed, Draft
from riwayat.chronicle.correcting.values import AboutWords, LinkSaid
from riwayat.chronicle.correcting.words import found
from riwayat.model import EntityType, Event, Link, Span, Statement
from riwayat.text.folding import fold

__all__ = ["rechain"]

_SPEAKING: Final[tuple[EntityType, ...]] = ("person", "group", "outlet", "place")
_WORD: Final = re.compile(r"\w")


def rechain(draft: Draft, about: AboutWords, value: tuple[LinkSaid, ...]) -> list[Changed]:
    """Puts a chain behind some words; statements that reach beyond them are cut there.

    What changed; nothing where the words, or statements that hold them, are not there.
    """
    span = found(about.words, draft.text)
    if span is None:
        return []
    changed: list[Changed] = []
    statements: list[Statement] = []
    for statement in draft.statements:
        first, last = max(statement.start, span.start), min(statement.end, span.end)
        if first >= last or not _WORD.search(draft.text[first:last]):
            statements.append(statement)
            continue
        pieces = _pieces(draft, statement, first, last)
        chain = tuple(_link(draft, said, statement.chain) for said in value)
        parts = [replace(piece, chain=chain) if inside else piece for piece, inside in pieces]
        changed += [(piece.id, _worded(statement.chain)) for piece, inside in pieces if inside]
        statements += parts
        if len(parts) > 1:
            draft.events = [_told_in(event, statement.id, parts) for event in draft.events]
    draft.statements = statements
    return changed


def _pieces(draft: Draft, statement: Statement, first: int, last: int) -> list[tuple[Statement, bool]]:
    """A statement cut at the edges of some words; each piece with whether it lies within them.

    What holds no word is no piece: it goes to its neighbour.
    """
    cuts = [statement.start, statement.end]
    if _WORD.search(draft.text[statement.start : first]):
        cuts.append(first)
    if _WORD.search(draft.text[last : statement.end]):
        cuts.append(last)
    cuts.sort()
    pieces = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        text = draft.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        identifier = statement.id if number == 0 else draft.free_id("s")
        piece = replace(statement, id=identifier, start=start, end=end, text=draft.text[start:end])
        pieces.append((piece, start < last and first < end))
    return pieces


def _told_in(event: Event, old: str, parts: Iterable[Statement]) -> Event:
    """An event whose tellings stand in the piece of the statement that holds their trigger."""

    def piece(trigger: Span) -> str:
        return next((p.id for p in parts if p.start <= trigger.start < p.end), old)

    tellings = tuple(
        replace(telling, statement=piece(telling.trigger)) if telling.statement == old else telling
        for telling in event.tellings
    )
    return replace(event, tellings=tellings, statement=tellings[0].statement if tellings else event.statement)


def _link(draft: Draft, said: LinkSaid, before: tuple[Link, ...]) -> Link:
    """The narrator as the chain had it before, else as it is said."""
    entity = draft.entity(said.name, _SPEAKING) if said.name else None
    for link in before:
        names = {fold(name) for name in (link.name, link.description) if name}
        if link.kind == said.kind and (
            fold(said.name or "") in (names or {""}) or (entity is not None and link.entity == entity.id)
        ):
            return link
    return Link(said.kind, said.name, entity=entity.id if entity else None)


def _worded(chain: tuple[Link, ...]) -> str:
    return " < ".join(_names(chain))


def _names(chain: tuple[Link, ...]) -> Iterator[str]:
    return (link.name or link.description or link.kind for link in chain)
