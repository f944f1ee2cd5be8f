"""How wide things are, and the few pieces every section is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from riwayat.show.style import DIM, HEADING, RULE

__all__ = ["Layout", "hanging", "heading", "stacked", "with_margin"]

NARROW = 64
"""Below this many columns a table becomes a list of records."""
WIDE = 108
"""From this many columns on a table has a column for everything."""
MEASURE = 92
"""Running text is no wider than this."""
WIDEST = 132
"""Nothing is wider than this."""
_CONTROLS: Final = dict.fromkeys(
    [*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)], "\N{REPLACEMENT CHARACTER}"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The room there is, in columns, and whether there is colour."""

    width: int
    colour: bool

    @property
    def page(self) -> int:
        """Columns that the view fills."""
        return max(20, min(self.width, WIDEST))

    @property
    def measure(self) -> int:
        """Columns that running text fills."""
        return min(self.page, MEASURE)

    @property
    def narrow(self) -> bool:
        """No room for tables."""
        return self.width < NARROW

    @property
    def wide(self) -> bool:
        """Room for a column for everything."""
        return self.width >= WIDE


def heading(title: str, layout: Layout, note: Text | str = "") -> Text:
    """A section's heading: its title, a rule, and a note at the right end where there is room."""
    note = Text(note, style=DIM) if isinstance(note, str) else note
    line = Text(title.upper(), style=HEADING, no_wrap=True, overflow="ellipsis")
    tail = Text(" ").append_text(note) if note.cell_len else Text("")
    if line.cell_len + tail.cell_len + 3 > layout.page:
        tail = Text("")
    rule = "─" * max(0, layout.page - line.cell_len - tail.cell_len - 1)
    return Text.assemble(line, " ", (rule, RULE), tail, no_wrap=True)


def with_margin(rows: list[tuple[Text | str, RenderableType]], margin: int, width: int) -> Table:
    """Rows of a label in the margin and something beside it."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=margin, style=DIM, no_wrap=True)
    grid.add_column(width=max(10, width - margin - 2))
    for label, body in rows:
        grid.add_row(label, body)
    return grid


def hanging(first: str, rest: str, line: Text, width: int) -> Text:
    """A line after its guide, wrapped so that what follows hangs under its beginning."""
    console = Console(width=max(10, width))
    room = max(10, width - len(first))
    wrapped = line.wrap(console, room)
    out = Text()
    for i, part in enumerate(wrapped):
        part.rstrip()
        out = Text.assemble(out, "\n" if i else "", ((first if i == 0 else rest), RULE), part)
    return out


def stacked(sections: Iterable[Iterable[RenderableType]]) -> RenderableType:
    """Sections below each other, an empty line between those that hold anything."""
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
