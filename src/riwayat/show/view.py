"""The reading of a report, for people: head, chains, statements, events, names, text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias, get_args

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from riwayat.languages import available
from riwayat.model import Reading
from riwayat.show.by_whose_word import overview, statements
from riwayat.show.events import events
from riwayat.show.fulltext import fulltext
from riwayat.show.head import head
from riwayat.show.layout import Layout
from riwayat.show.marking import marks_of
from riwayat.show.names import names
from riwayat.show.style import DIM

__all__ = ["PARTS", "Part", "brief", "paragraph", "view"]

Part: TypeAlias = Literal["statements", "events", "people", "text"]
_CONTROLS = dict.fromkeys([*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)], "\N{REPLACEMENT CHARACTER}")

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
    return _stacked(sections)


def brief(reading: Reading, *, width: int, colour: bool) -> RenderableType:
    """Only the head, and the tree of all chains."""
    return _stacked([iter(head(reading)), overview(reading, Layout(width, colour))])


def paragraph(words: str, *, width: int, colour: bool) -> RenderableType:
    """Running text of our own, in the measure of everything else."""
    layout = Layout(width, colour)
    return Padding(Text(" ".join(words.split()), style=DIM), (0, max(0, width - layout.measure), 0, 0))


def _stacked(sections: list[Iterator[RenderableType]]) -> RenderableType:
    rows: list[RenderableType] = []
    for section in sections:
        lines = list(section)
        if rows and lines:
            rows.append(Text(""))
        rows.extend(lines)
    return _Harmless(Group(*rows))


class _Harmless:
    """Shows control characters of a page as �, so that no page can command the reader's terminal."""

    def __init__(self, inner: RenderableType) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._inner, options):
            text = segment.text if segment.control else segment.text.translate(_CONTROLS)
            yield Segment(text, segment.style, segment.control)
