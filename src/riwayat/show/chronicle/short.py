"""A happening in short: on whose word it rests, in which reports, why each is one origin, and who disputes what."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from riwayat.model import Dispute, Happening, Origin
from riwayat.show.chronicle.happening import Shown, head, origin_line
from riwayat.show.chronicle.parts import isolated
from riwayat.show.layout import Layout, hanging, heading, stacked, with_margin
from riwayat.show.style import DIM, ORIGIN
from riwayat.show.wording import NAMELESS, count

__all__ = ["short"]

_MARGIN = 13


def short(happening: Happening, *, width: int, colour: bool) -> RenderableType:
    """The happening; private people are masked in it already."""
    layout = Layout(width, colour)
    return stacked(
        [head(Shown(happening, (), {})), _origins(happening, layout), _disputes(happening, layout)]
    )


def _origins(one: Happening, layout: Layout) -> Iterator[RenderableType]:
    title = count(one.independent_origins, "independent origin")
    yield heading(title, layout, "in which reports, and why it counts once")
    outlets = {
        source.id: isolated(source.outlet.name or source.outlet.domain or NAMELESS["outlet"])
        for source in one.reports
    }
    for origin in one.origins:
        yield hanging("", "  ", origin_line(origin), layout.measure)
        told = ", ".join(dict.fromkeys(outlets[report] for report in origin.reports))
        yield hanging("  ", "  ", Text.assemble(told, (_why(origin), DIM)), layout.measure)


def _why(origin: Origin) -> str:
    reasons = ", ".join(dict.fromkeys(fold.reason for fold in origin.folded))
    return f": {reasons}" if reasons else ""


def _disputes(one: Happening, layout: Layout) -> Iterator[RenderableType]:
    if not one.disputes:
        return
    yield heading("Disputed", layout, "what is said, and by whom")
    for dispute in one.disputes:
        yield with_margin([(dispute.about, _sides(dispute))], _MARGIN, layout.page)


def _sides(dispute: Dispute) -> Text:
    lines = [
        Text.assemble((isolated(side.value), ORIGIN), "  ", ", ".join(map(isolated, side.origins)))
        for side in dispute.sides
    ]
    return Text("\n").join(lines)
