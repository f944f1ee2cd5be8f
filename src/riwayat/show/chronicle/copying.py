"""Copies: which report repeats which, in which manner, with the sentences beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Aligned, Copy, Source
from riwayat.show.chronicle.parts import address, quoted, reported
from riwayat.show.chronicle.tree import manner
from riwayat.show.layout import Layout, stacked
from riwayat.show.style import DIM, ORIGIN

__all__ = ["copying"]


def copying(
    copies: Sequence[Copy], sources: Mapping[str, Source], *, sentences: bool, width: int, colour: bool
) -> RenderableType:
    """Each copy: the report, what it repeats, how much of it; the copy's sentences on the left."""
    layout = Layout(width, colour)
    return stacked([_copy(one, sources, layout, sentences=sentences) for one in copies])


def _copy(
    one: Copy, sources: Mapping[str, Source], layout: Layout, *, sentences: bool
) -> Iterator[RenderableType]:
    for sign, report in (("", one.report), ("← ", one.of)):
        if (source := sources.get(report)) is not None:
            yield Text.assemble((sign, DIM), reported(source), "  ", address(source))
    yield Text.assemble((manner(one.how, one.credited), ORIGIN), f" · {_share(one.share)} of its text")
    if not sentences or not one.evidence:
        return
    if layout.narrow:
        for pair in one.evidence:
            yield Text.assemble("  ", quoted(pair.here))
            yield Text.assemble("← ", quoted(pair.there), "  ", (_likeness(pair), DIM))
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.width = layout.page
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(width=4, style=DIM, justify="right")
    for pair in one.evidence:
        grid.add_row(quoted(pair.here), quoted(pair.there), _likeness(pair))
    yield grid


def _likeness(pair: Aligned) -> str:
    return f"{pair.likeness:.2f}"


def _share(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "less than 1%"
