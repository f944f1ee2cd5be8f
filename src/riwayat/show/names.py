"""The people of a report by their groups, the other groups, and the places."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Entity, Reading
from riwayat.show.layout import Layout, heading
from riwayat.show.style import DIM, SPAN

__all__ = ["names"]


def names(reading: Reading, layout: Layout) -> Iterator[RenderableType]:
    """Who belongs to whom, in which role; who else is named; and where."""
    people = list(_people(reading))
    groups = [e for e in reading.entities if e.type == "group"]
    joined = {a.group for a in reading.affiliations}
    others = [_named(e) for e in groups if e.id not in joined]
    places = [_place(e) for e in reading.entities if e.type == "place"]
    yield heading("People, groups, places", layout)
    if not (people or others or places):
        yield Text("The report names nobody and no place.", style=DIM)
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=max(12, min(26, layout.page * 3 // 10)))
    grid.add_column(width=layout.measure - max(12, min(26, layout.page * 3 // 10)) - 4)
    for group, members in people:
        grid.add_row(group, members)
    if others:
        grid.add_row(Text("other groups" if people else "groups", style=DIM), Text(", ").join(others))
    if places:
        grid.add_row(Text("places", style=DIM), Text(", ").join(places))
    yield grid


def _people(reading: Reading) -> Iterator[tuple[Text, Text]]:
    """A group and its members; at the end, those of whom no group is said."""
    entities = {e.id: e for e in reading.entities}
    by_group: dict[str, dict[str, list[str]]] = {}
    for affiliation in reading.affiliations:
        roles = by_group.setdefault(affiliation.group, {}).setdefault(affiliation.member, [])
        if affiliation.role and affiliation.role not in roles:
            roles.append(affiliation.role)
    for group, members in by_group.items():
        if group in entities:
            said = [_member(entities[m], roles) for m, roles in members.items() if m in entities]
            yield _named(entities[group]), Text(", ").join(said)
    placed = {a.member for a in reading.affiliations}
    loose = [_member(e, []) for e in reading.entities if e.type == "person" and e.id not in placed]
    if loose:
        yield Text("no group said" if by_group else "people", style=DIM), Text(", ").join(loose)


def _member(person: Entity, roles: list[str]) -> Text:
    out = Text.assemble((person.name, SPAN["person"]))
    notes = list(roles)
    if person.public is False:
        notes.append("private")
    if notes:
        out.append(" (" + ", ".join(notes) + ")", style=DIM)
    return out


def _named(entity: Entity) -> Text:
    return Text.assemble((entity.name, SPAN[entity.type]))


def _place(entity: Entity) -> Text:
    out = _named(entity)
    at = entity.place
    if at is not None:
        where = f"{at.lat:.2f}, {at.lon:.2f}" + (f" {at.country}" if at.country else "")
        out.append(f" ({at.precision} {where})", style=DIM)
    return out
