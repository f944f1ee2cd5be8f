"""Disputes with their sides beside each other, and what origins changed in their own word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Corrected, Correction, Dispute, Side, Source
from riwayat.show.chronicle.parts import isolated, quoted, reported
from riwayat.show.layout import Layout, heading, with_margin
from riwayat.show.style import DIM, ORIGIN
from riwayat.told.corrections import together

__all__ = ["corrected", "corrections", "disputes"]

_NARROWEST_SIDE = 24
"""Columns; with less room the sides stand below each other."""
_MARGIN = 13


def disputes(
    found: Sequence[Dispute], sources: Mapping[str, Source], layout: Layout
) -> Iterator[RenderableType]:
    """What the origins disagree about; nothing for none."""
    if not found:
        return
    yield heading("Disputed", layout)
    for dispute in found:
        sides = [_side(side, sources) for side in dispute.sides]
        if (layout.page - _MARGIN) // len(sides) < _NARROWEST_SIDE:
            labels = [dispute.about, *[""] * len(sides)]
            yield with_margin(list(zip(labels, sides, strict=False)), _MARGIN, layout.page)
            continue
        grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
        grid.width = layout.page
        grid.add_column(width=_MARGIN - 2, style=DIM, overflow="fold")
        for _ in sides:
            grid.add_column(ratio=1, overflow="fold")
        grid.add_row(dispute.about, *sides)
        yield grid


def _side(side: Side, sources: Mapping[str, Source]) -> Text:
    lines = [Text(isolated(side.value), style=ORIGIN)]
    lines += [Text(isolated(origin)) for origin in side.origins]
    for report, span in side.quotes:
        if report in sources:
            lines += [quoted(span), Text.assemble("  ", reported(sources[report]))]
    return Text("\n").join(lines)


def corrections(
    found: Sequence[Correction], sources: Mapping[str, Source], layout: Layout
) -> Iterator[RenderableType]:
    """What was taken back or changed by who had said it; nothing for none."""
    if not found:
        return
    yield heading("Corrected by the origin itself", layout)
    for one in found:
        line = Text.assemble(
            (isolated(one.origin), ORIGIN), ": ", isolated(one.before), " → ", isolated(one.after)
        )
        if one.report in sources:
            line.append("  ").append_text(reported(sources[one.report]))
        yield with_margin([(one.about, line)], _MARGIN, layout.page)


def corrected(found: Sequence[Corrected], layout: Layout) -> Iterator[RenderableType]:
    """What curators corrected, and why; nothing for none."""
    if not found:
        return
    yield heading("Corrected by curators", layout)
    for one in together(found):
        line = Text(f"by {isolated(one.who)}: {isolated(one.because)}")
        if one.was:
            line.append(f"  read as {isolated(one.was)}", style=DIM)
        yield with_margin([(one.what, line)], _MARGIN, layout.page)
