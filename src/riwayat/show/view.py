"""The reading of a report, for people: head, chains, statements, events, names, text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias, get_args

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from riwayat.languages import available
from riwayat.model import Reading
from riwayat.show.by_whose_word import overview, statements
from riwayat.show.events import events
from riwayat.show.fulltext import fulltext
from riwayat.show.head import head
from riwayat.show.layout import Layout, stacked
from riwayat.show.marking import marks_of
from riwayat.show.names import names
from riwayat.show.style import DIM

__all__ = ["PARTS", "Part", "paragraph", "view"]

Part: TypeAlias = Literal["statements", "events", "people", "text"]

PARTS: tuple[Part, ...] = get_args(Part)


def view(reading: Reading, *, width: int, colour: bool, parts: Collection[Part] = PARTS) -> RenderableType:
    """The reading with these parts, to be printed `width` columns wide.

    Of a report in a language that is not read yet there is only the head and the text.  Without
    `colour`, names, cues and events in running text are set off by signs instead of styles.
    """
    layout = Layout(width, colour)
    marks = marks_of(reading)
    if reading.report.language not in available():
        parts = [part for part in parts if part == "text"]
    sections: list[Iterator[RenderableType]] = [iter(head(reading))]
    if "statements" in parts:
        sections += [overview(reading, layout), statements(reading, marks, layout)]
    if "events" in parts:
        sections.append(events(reading, layout))
    if "people" in parts:
        sections.append(names(reading, layout))
    if "text" in parts:
        sections.append(fulltext(reading, marks, layout))
    return stacked(sections)


def paragraph(words: str, *, width: int, colour: bool) -> RenderableType:
    """Running text of our own, in the measure of everything else."""
    layout = Layout(width, colour)
    return Padding(Text(" ".join(words.split()), style=DIM), (0, max(0, width - layout.measure), 0, 0))
