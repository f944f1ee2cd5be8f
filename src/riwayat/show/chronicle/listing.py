"""The chronicle as a list: a table by day, or a list of records where there is no room for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Happening
from riwayat.show.chronicle.parts import counts, isolated, what, who_to_whom
from riwayat.show.layout import Layout, stacked
from riwayat.show.style import DIM, SPAN
from riwayat.show.wording import when

__all__ = ["listing"]

_NO_DAY: Final = "no day told"
_MOST: Final = 160
"""Characters of who did what to whom; the whole is in `riwayat show`."""
_ROOMY: Final = 88
"""From this many columns on all that is counted stands on one line."""


def listing(happenings: Sequence[Happening], *, width: int, colour: bool) -> RenderableType:
    """When, what, who to whom, where, and on how many origins it rests; a row for each happening."""
    layout = Layout(width, colour)
    if layout.narrow:
        return stacked([[_record(one)] for one in happenings])
    return stacked([[_table(happenings, layout)]])


def _table(happenings: Sequence[Happening], layout: Layout) -> Table:
    table = Table(
        box=None, width=layout.page, padding=(0, 2, 0, 0), pad_edge=False, leading=1, header_style=DIM
    )
    columns = [("when", 5), ("what", 9)] + ([("where", 4)] if layout.wide else [])
    for title, ratio in columns:
        table.add_column(title, ratio=ratio, overflow="fold")
    table.add_column("by whose word", width=33 if layout.page >= _ROOMY else 23, overflow="fold")
    for one in happenings:
        day = Text(when(one.time) or _NO_DAY, style="" if one.time else DIM)
        done = Text("\n").join(filter(lambda part: part.plain, [what(one), _short(one)]))
        word = Text("\n").join([counts(one), Text(one.id, style=DIM)])
        if layout.wide:
            table.add_row(day, done, _place(one), word)
        else:
            table.add_row(Text("\n").join(filter(lambda part: part.plain, [day, _place(one)])), done, word)
    return table


def _record(one: Happening) -> RenderableType:
    lines = [
        what(one).append("  ").append(one.id, style=DIM),
        _short(one),
        Text(" · ").join(filter(lambda part: part.plain, [Text(when(one.time) or _NO_DAY), _place(one)])),
        counts(one),
    ]
    return Text("\n").join([line for line in lines if line.plain])


def _place(one: Happening) -> Text:
    return Text(isolated(one.place), style=SPAN["place"]) if one.place else Text()


def _short(one: Happening) -> Text:
    """Who to whom, in a few lines at most."""
    line = who_to_whom(one)
    return line if len(line.plain) <= _MOST else Text.assemble(line[: _MOST - 1], "…")
