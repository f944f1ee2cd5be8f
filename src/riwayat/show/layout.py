"""How wide things are, and the few pieces every section is made of."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.show.style import DIM, HEADING, RULE

__all__ = ["Layout", "heading", "with_margin"]

NARROW = 64
"""Below this many columns a table becomes a list of records."""
WIDE = 108
"""From this many columns on a table has a column for everything."""
MEASURE = 92
"""Running text is no wider than this."""
WIDEST = 132
"""Nothing is wider than this."""


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
