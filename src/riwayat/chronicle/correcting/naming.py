"""Corrections of who is who: names, sorts of names, who is known as whom, who may be named, who is the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from riwayat.chronicle.correcting.draft import Changed, Draft
from riwayat.chronicle.correcting.values import AboutName, Apart, Same
from riwayat.model import Entity, PlaceRef, Span
from riwayat.text.folding import fold

__all__ = ["rename"]

_FIELDS: Final = {
    "name": "name",
    "kind": "type",
    "known_as": "known_as",
    "public": "public",
    "where": "place",
}


def rename(draft: Draft, about: AboutName, what: str, value: Any) -> list[Changed]:
    """Corrects what a reading makes of some names; what changed, nothing where it names nobody so."""
    if what == "same":
        return _one(draft, about, value)
    if what == "different":
        return _two(draft, about, value)
    changed = []
    for entity in list(draft.called(about.names, about.kind)):
        was = getattr(entity, _FIELDS[what])
        draft.put(replace(entity, **{_FIELDS[what]: value}))
        changed.append((entity.id, _worded(was)))
    return changed


def _one(draft: Draft, about: AboutName, value: Same) -> list[Changed]:
    """Two names of one: where a reading has both as two, they become one."""
    those = list(draft.called([*about.names, *value.names], about.kind))
    if not those:
        return []
    first = next(draft.called(about.names, about.kind), those[0])
    changed: list[Changed] = []
    for other in those:
        if other.id != first.id:
            draft.merge(first.id, other.id)
            changed.append((first.id, other.name))
    draft.put(replace(draft.entities[first.id], known_as=value.known_as))
    if not changed:
        changed.append((first.id, None))
    return changed


def _two(draft: Draft, about: AboutName, value: Apart) -> list[Changed]:
    """Names of two: an entity that has mentions of both is cut in two, and nobody takes them for one any more."""
    changed: list[Changed] = []
    sides = ((about.names, value.known_as), (value.names, value.other))
    for (names, known_as), (others, other) in (sides, sides[::-1]):
        for entity in list(draft.called(names, about.kind)):
            moved = _mentions(entity, others)
            if moved and len(moved) < len(entity.mentions):
                changed.append((_cut(draft, entity, moved, other), entity.name))
            draft.put(replace(draft.entities[entity.id], known_as=known_as))
            changed.append((entity.id, entity.known_as))
    return list(dict.fromkeys(changed))


def _mentions(entity: Entity, names: Iterable[str]) -> list[Span]:
    wanted = {fold(name) for name in names} - {fold(entity.name)}
    return [mention for mention in entity.mentions if fold(mention.text) in wanted]


def _cut(draft: Draft, entity: Entity, moved: list[Span], known_as: str) -> str:
    """Makes a new entity of some mentions of another; its id."""
    new = draft.free_id("e")
    name = max((mention.text for mention in moved), key=lambda text: (len(text), text))
    kept = tuple(mention for mention in entity.mentions if mention not in moved)
    draft.put(replace(entity, mentions=kept))
    draft.forget(entity.id, (mention.text for mention in moved))
    draft.put(replace(entity, id=new, name=name, mentions=tuple(moved), known_as=known_as))

    def whose(one: str, at: tuple[int, int] | None) -> str:
        touches = at is not None and any(m.start < at[1] and at[0] < m.end for m in moved)
        return new if one == entity.id and touches else one

    draft.refer(whose)
    draft.affiliations = [
        replace(
            tie,
            member=whose(tie.member, (tie.evidence.start, tie.evidence.end)),
            group=whose(tie.group, (tie.evidence.start, tie.evidence.end)),
        )
        if not any(tie.evidence.start <= m.start < tie.evidence.end for m in kept)
        else tie
        for tie in draft.affiliations
    ]
    return new


def _worded(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PlaceRef):
        return f"{value.lat:g}, {value.lon:g}"
    return None if value is None else str(value)
