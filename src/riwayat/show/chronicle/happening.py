"""One happening: what, when, where, who; by whose word; what is disputed, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from riwayat.model import Happening, Origin, Source
from riwayat.show.chronicle.disputes import corrected, corrections, disputes
from riwayat.show.chronicle.parts import counts, isolated, quoted, what, who_to_whom
from riwayat.show.chronicle.tree import drawn, drawn_leaves
from riwayat.show.layout import Layout, hanging, heading, stacked
from riwayat.show.style import DIM, ORIGIN, SPAN, TITLE
from riwayat.show.wording import count, when
from riwayat.told.tellings import Telling
from riwayat.told.tree import leaves_of, tree

__all__ = ["Shown", "happening", "head", "origin_line"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A happening to be shown; private people are masked in it already."""

    happening: Happening
    tellings: Sequence[Telling]
    sources: Mapping[str, Source]
    as_of: date | None = None


def happening(shown: Shown, *, width: int, colour: bool) -> RenderableType:
    """The happening in full."""
    layout = Layout(width, colour)
    return stacked(
        [
            head(shown),
            _origins(shown, layout),
            _untraced(shown, layout),
            disputes(shown.happening.disputes, shown.sources, layout),
            corrections(shown.happening.corrections, shown.sources, layout),
            corrected(shown.happening.corrected, layout),
        ]
    )


def head(shown: Shown) -> Iterator[RenderableType]:
    """What happened, when and where, who did it to whom, and the counts."""
    one = shown.happening
    yield what(one).append("  ").append(one.id, style=DIM)
    if one.what:
        yield Text.assemble(quoted(one.what), style=TITLE)
    place = Text(isolated(one.place), style=SPAN["place"]) if one.place else Text()
    if one.where and one.where.ref:
        ref = one.where.ref
        place.append(f" ({ref.precision}{', ' + ref.country if ref.country else ''})", style=DIM)
    facts = [Text(when(one.time) or "no day told", style="" if one.time else DIM), place]
    yield Text(" · ").join([fact for fact in facts if fact.plain])
    if one.actors or one.recipients:
        yield who_to_whom(one)
    line = counts(one)
    if one.disputes:
        line.append(": " + ", ".join(dispute.about for dispute in one.disputes))
    if one.untraced and one.independent_origins:
        line.append(f" · {len(one.untraced)} untraced")
    yield line
    if shown.as_of:
        yield Text(f"as it could be known on {shown.as_of}", style=DIM)


def origin_line(origin: Origin) -> Text:
    """`● Syrian Observatory for Human Rights  group  4 reports`."""
    line = Text.assemble("● ", (isolated(origin.name), ORIGIN), "  ", (origin.kind, DIM))
    if origin.side:
        line.append(f"  side of {origin.side}", style=DIM)
    return line.append("  ").append(count(len(origin.reports), "report"), style=DIM)


def _origins(shown: Shown, layout: Layout) -> Iterator[RenderableType]:
    one = shown.happening
    if not one.origins:
        return
    yield heading("By whose word", layout, "● independent origin")
    for number, origin in enumerate(one.origins):
        if number:
            yield Text("")
        yield hanging("", "  ", origin_line(origin), layout.measure)
        told = [telling for telling in shown.tellings if telling.origin == number]
        yield from drawn(tree(origin.name, told, shown.sources), layout)


def _untraced(shown: Shown, layout: Layout) -> Iterator[RenderableType]:
    told = [t for t in shown.tellings if t.origin is None and t.report in shown.happening.untraced]
    if not told:
        return
    yield heading("Untraced", layout, "○ no origin that can be named: adds nothing to the count")
    yield from drawn_leaves(list(leaves_of(told, shown.sources).values()), layout)
