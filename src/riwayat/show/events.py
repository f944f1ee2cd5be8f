"""The events of a report: a table, or a list of records where there is no room for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Entity, Event, Participant, Reading, Statement
from riwayat.show.chains import Narrator, who
from riwayat.show.layout import Layout, heading, with_margin
from riwayat.show.style import DIM, MODALITY, SPAN
from riwayat.show.wording import figure, narrator, when

__all__ = ["events"]

_NEWLINE = Text("\n")


@dataclass(frozen=True, slots=True)
class _Row:
    """One event in words."""

    id: str
    what: Text
    who: Text
    whom: Text
    when: Text
    where: Text
    figures: Text
    word: Text


def events(reading: Reading, layout: Layout) -> Iterator[RenderableType]:
    """What, who, whom, when, where, figures, and by whose word; columns that nobody fills are left out."""
    yield heading("Events", layout)
    entities = {e.id: e for e in reading.entities}
    statements = {s.id: s for s in reading.statements}
    rows = [_row(event, entities, statements) for event in reading.events]
    if not rows:
        yield Text("The report tells of nothing that was done, planned or denied.", style=DIM)
    elif layout.narrow:
        yield from _records(rows, layout)
    elif layout.wide:
        yield _wide_table(rows, layout)
    else:
        yield _table(rows, layout)


def _row(event: Event, entities: Mapping[str, Entity], statements: Mapping[str, Statement]) -> _Row:
    place = entities.get(event.place or "")
    return _Row(
        id=event.id,
        what=_what(event),
        who=_people(event.actors, entities),
        whom=_people(event.recipients, entities),
        when=_time(event),
        where=Text(place.name, style=SPAN["place"]) if place else Text(),
        figures=_figures(event),
        word=_word(event, statements),
    )


def _what(event: Event) -> Text:
    name = event.type if event.mode is None else f"{event.type} {event.mode}"
    line = Text.assemble((name, "bold"))
    if event.modality != "asserted":
        line.append(" ").append(event.modality, style=MODALITY[event.modality])
    return line.append("\n").append(f"“{event.trigger.text}”", style=DIM)


def _people(participants: Sequence[Participant], entities: Mapping[str, Entity]) -> Text:
    names: dict[str, Text] = {}
    for participant in participants:
        entity = entities.get(participant.entity or "")
        if entity is None:
            names.setdefault(participant.text, Text(participant.text))
        else:
            names.setdefault(entity.id, Text(entity.name, style=SPAN[entity.type]))
    return Text(", ").join(names.values())


def _time(event: Event) -> Text:
    if event.time is None:
        return Text()
    said, words = when(event.time), event.time.text
    if not words or (said and said[-4:] in words):  # the words only say the same date again
        return Text(said)
    quoted = Text(f"“{words}”", style=DIM)
    return Text.assemble(said, "\n", quoted) if said else quoted


def _figures(event: Event) -> Text:
    """Each figure; with the statement it stands in, where several give one."""
    told = [(t.statement, figure(q)) for t in event.tellings for q in t.quantities]
    told = list(dict.fromkeys(told)) or [("", figure(q)) for q in event.quantities]
    rival = len({statement for statement, _ in told}) > 1
    lines = [Text.assemble(said, (f" {statement}" if rival else "", DIM)) for statement, said in told]
    return _NEWLINE.join(lines)


def _word(event: Event, statements: Mapping[str, Statement]) -> Text:
    """Who tells it: each origin once, with its statements, and how sure it is where it is not as sure."""
    by_origin: dict[tuple[Narrator, str], tuple[str, list[str]]] = {}
    for telling in event.tellings:
        statement = statements.get(telling.statement)
        if statement is None or not statement.chain:
            continue
        origin = statement.chain[-1]
        sure = telling.modality if telling.modality != event.modality else ""
        _, ids = by_origin.setdefault((who(origin), sure), (narrator(origin), []))
        if telling.statement not in ids:
            ids.append(telling.statement)
    lines = [
        Text.assemble(name, (f" {sure}" if sure else "", DIM), " ", (" ".join(ids), DIM))
        for (_, sure), (name, ids) in by_origin.items()
    ]
    return _NEWLINE.join(lines)


def _below(*parts: Text) -> Text:
    return _NEWLINE.join([p for p in parts if p.plain])


def _arrow(whom: Text) -> Text:
    return Text.assemble(("→ ", DIM), whom) if whom.plain else whom


def _grid(layout: Layout) -> Table:
    return Table(
        box=None, width=layout.page, padding=(0, 2, 0, 0), pad_edge=False, leading=1, header_style=DIM
    )


def _wide_table(rows: list[_Row], layout: Layout) -> Table:
    columns = (
        ("what", 3, [r.what for r in rows]),
        ("who", 5, [r.who for r in rows]),
        ("whom", 3, [r.whom for r in rows]),
        ("when", 3, [r.when for r in rows]),
        ("where", 3, [r.where for r in rows]),
        ("figures", 3, [r.figures for r in rows]),
        ("by whose word", 5, [r.word for r in rows]),
    )
    return _filled(rows, columns, layout)


def _table(rows: list[_Row], layout: Layout) -> Table:
    columns = (
        ("what", 3, [_below(r.what, r.figures) for r in rows]),
        ("who → whom", 4, [_below(r.who, _arrow(r.whom)) for r in rows]),
        ("when, where", 4, [_below(r.when, r.where) for r in rows]),
        ("by whose word", 4, [r.word for r in rows]),
    )
    return _filled(rows, columns, layout)


def _filled(rows: list[_Row], columns: Sequence[tuple[str, int, list[Text]]], layout: Layout) -> Table:
    table = _grid(layout)
    table.add_column("", style=DIM, no_wrap=True)
    used = [column for column in columns if any(cell.plain for cell in column[2])]
    for title, ratio, _ in used:
        table.add_column(title, ratio=ratio, overflow="fold")
    for i, row in enumerate(rows):
        table.add_row(row.id, *(cells[i] for _, _, cells in used))
    return table


def _records(rows: list[_Row], layout: Layout) -> Iterator[RenderableType]:
    margin = max(len(r.id) for r in rows) + 1
    for i, row in enumerate(rows):
        lines: list[tuple[Text | str, RenderableType]] = [("", "")] if i else []
        lines.append((row.id, row.what))
        for label, cell in (
            ("who", row.who),
            ("whom", row.whom),
            ("when", row.when),
            ("where", row.where),
            ("figures", row.figures),
            ("word", row.word),
        ):
            if cell.plain:
                lines.append(("", _field(label, cell)))
        yield with_margin(lines, margin, layout.page)


def _field(label: str, cell: Text) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=7, style=DIM, no_wrap=True)
    grid.add_column()
    grid.add_row(label, cell)
    return grid
