"""The tree of an origin drawn: outlets, their reports with cue and quote, copies under what they repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from riwayat.model import CopyManner
from riwayat.show.chronicle.parts import address, isolated, quoted, reported
from riwayat.show.layout import Layout, hanging
from riwayat.show.style import DIM, MODALITY, SPAN
from riwayat.show.wording import NAMELESS, figure
from riwayat.told.tellings import Link, Repeated, Telling
from riwayat.told.tree import Branch, Leaf

__all__ = ["drawn", "drawn_leaves", "manner"]

_MANNERS: dict[CopyManner, str] = {
    "verbatim": "word for word",
    "edited": "edited copy",
    "translation": "translation",
    "retelling": "retelling",
}


def manner(how: CopyManner, credited: bool) -> str:
    """`translation, credited`."""
    return f"{_MANNERS[how]}, {'credited' if credited else 'not credited'}"


def drawn(branches: Sequence[Branch], layout: Layout) -> Iterator[Text]:
    """The branches of an origin, line by line."""
    yield from _branches(branches, "", layout)


def drawn_leaves(leaves: Sequence[Leaf], layout: Layout) -> Iterator[Text]:
    """Reports without an origin, each with the copies of it."""
    for leaf in leaves:
        yield hanging("○ ", "  ", _report(leaf), layout.measure)
        yield from _words(leaf, "  ", bool(leaf.copies), layout)
        yield from _copies(leaf.copies, "  ", layout)


def _branches(branches: Sequence[Branch], stem: str, layout: Layout) -> Iterator[Text]:
    for number, branch in enumerate(branches):
        last = number == len(branches) - 1
        first, under = stem + ("└ " if last else "├ "), stem + ("  " if last else "│ ")
        leaves = list(branch.leaves)
        if len(leaves) == 1:  # an outlet with one report is that report
            leaf = leaves[0]
            yield hanging(first, under + "  ", _report(leaf), layout.measure)
            below = bool(branch.branches or leaf.copies)
            yield from _words(leaf, under, below, layout)
            yield from _copies(leaf.copies, under, layout, more=bool(branch.branches))
        else:
            yield hanging(first, under + "  ", _narrator(branch.link), layout.measure)
            for at, leaf in enumerate(leaves):
                end = at == len(leaves) - 1 and not branch.branches
                inner = under + ("  " if end else "│ ")
                yield hanging(under + ("└ " if end else "├ "), inner, _report(leaf), layout.measure)
                yield from _words(leaf, inner, bool(leaf.copies), layout)
                yield from _copies(leaf.copies, inner, layout)
        yield from _branches(branch.branches, under, layout)


def _copies(leaves: Sequence[Leaf], stem: str, layout: Layout, *, more: bool = False) -> Iterator[Text]:
    for number, leaf in enumerate(leaves):
        last = number == len(leaves) - 1 and not more
        under = stem + ("  " if last else "│ ")
        yield hanging(stem + ("└ " if last else "├ "), under, _report(leaf), layout.measure)
        yield from _words(leaf, under, bool(leaf.copies), layout)
        yield from _copies(leaf.copies, under, layout)


def _report(leaf: Leaf) -> Text:
    line = Text()
    if leaf.repeats is not None:
        line.append(_how(leaf.repeats) + ": ", style=DIM)
    return line.append_text(reported(leaf.source)).append("  ").append_text(address(leaf.source))


def _how(repeated: Repeated) -> str:
    return manner(repeated.how, repeated.credited)


def _narrator(link: Link) -> Text:
    return Text.assemble((isolated(link.name or NAMELESS[link.kind]), SPAN["outlet"]), "  ", (link.kind, DIM))


def _words(leaf: Leaf, stem: str, below: bool, layout: Layout) -> Iterator[Text]:
    """Each telling: the links with their cues, from the origin, and the sentence."""
    guide = stem + ("│ " if below else "  ")
    cues: Text | None = None
    for telling in leaf.tellings:
        links = _links(telling)
        if links.plain and (cues is None or links.plain != cues.plain):
            yield hanging(guide, guide, links, layout.measure)
        cues = links
        for line in (_quote(telling), _figures(telling)):
            if line.plain:
                yield hanging(guide, guide, line, layout.measure)


def _links(telling: Telling) -> Text:
    """Who is heard, by which words; the publishing outlet, which needs none, left out."""
    line = Text()
    for link in reversed(telling.chain[1:]):
        line.append(" · " if line.plain else "", style=DIM)
        line.append(isolated(link.name or NAMELESS[link.kind]), style=DIM)
        if link.cue is not None:
            line.append(" ").append(isolated(f"“{link.cue.text}”"), style=SPAN["cue"])
    return line


def _quote(telling: Telling) -> Text:
    line = quoted(telling.quote)
    if telling.modality != "asserted":
        line.append("  ").append(telling.modality, style=MODALITY[telling.modality])
    return line


def _figures(telling: Telling) -> Text:
    return Text(" · ".join(dict.fromkeys(isolated(figure(one)) for one in telling.figures)), style=DIM)
