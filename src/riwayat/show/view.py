"""The reading of a report, for people: head, chains, statements, events, names, text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias, get_args

from rich.console import Group, RenderableType
from rich.text import Text

from riwayat.model import Reading
from riwayat.show.by_whose_word import overview, statements
from riwayat.show.events import events
from riwayat.show.fulltext import fulltext
from riwayat.show.head import head
from riwayat.show.layout import Layout
from riwayat.show.marking import spans
from riwayat.show.names import names

__all__ = ["PARTS", "Part", "brief", "view"]

Part: TypeAlias = Literal["statements", "events", "people", "text"]
PARTS: tuple[Part, ...] = get_args(Part)


def view(reading: Reading, *, width: int, colour: bool, parts: Collection[Part] = PARTS) -> Group:
    """The reading with these parts, to be printed `width` columns wide.

    Without `colour`, names, cues and events in running text are set off by signs instead of styles.
    """
    layout = Layout(width, colour)
    marks = spans(reading)
    sections: list[Iterator[RenderableType]] = [iter(head(reading))]
    if "statements" in parts:
        sections += [overview(reading, layout), statements(reading, marks, layout)]
    if "events" in parts:
        sections.append(events(reading, layout))
    if "people" in parts:
        sections.append(names(reading, layout))
    if "text" in parts:
        sections.append(fulltext(reading, marks, layout))
    return _stacked(sections)


def brief(reading: Reading, *, width: int, colour: bool) -> Group:
    """Only the head, and the tree of all chains."""
    return _stacked([iter(head(reading)), overview(reading, Layout(width, colour))])


def _stacked(sections: list[Iterator[RenderableType]]) -> Group:
    rows: list[RenderableType] = []
    for section in sections:
        if rows:
            rows.append(Text(""))
        rows.extend(section)
    return Group(*rows)
