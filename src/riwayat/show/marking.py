"""A stretch of a report's text with its spans marked: by style, or by signs where there is no colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as flatten

from rich.text import Text

from riwayat.model import Reading
from riwayat.show.style import MARKS, SPAN, Role

__all__ = ["Span", "marked", "spans"]

Span = tuple[int, int, Role]


def spans(reading: Reading) -> list[Span]:
    """All spans worth marking, in order of the text, the longer of two that start together first."""
    found: set[Span] = set()
    for entity in reading.entities:
        found.update((m.start, m.end, entity.type) for m in entity.mentions)
    for link in flatten.from_iterable(s.chain for s in reading.statements):
        if link.cue is not None:
            found.add((link.cue.start, link.cue.end, "cue"))
    for event in reading.events:
        found.update((t.trigger.start, t.trigger.end, "trigger") for t in event.tellings)
    return sorted(_outermost_names(found), key=lambda s: (s[0], -s[1], s[2]))


def _outermost_names(found: set[Span]) -> Iterator[Span]:
    """A name inside a name (`Suriah` in `militer Suriah`) is not marked twice."""
    names = sorted((s for s in found if s[2] not in ("cue", "trigger")), key=lambda s: (s[0], -s[1], s[2]))
    reach = -1
    for span in names:
        if span[1] > reach:
            reach = span[1]
            yield span
    yield from (s for s in found if s[2] in ("cue", "trigger"))


def marked(text: str, start: int, end: int, marks: list[Span], *, colour: bool) -> Text:
    """`text[start:end]` with the marks that lie in it."""
    inside = [(max(a, start), min(b, end), role) for a, b, role in marks if a < end and b > start]
    if not colour:
        return Text(_with_signs(text, start, end, inside))
    out = Text(text[start:end])
    for a, b, role in inside:
        out.stylize(SPAN[role], a - start, b - start)
    return out


def _with_signs(text: str, start: int, end: int, inside: list[Span]) -> str:
    signs: dict[int, list[tuple[int, int, str]]] = {}
    for i, (a, b, role) in enumerate(inside):
        opening, closing = MARKS[role]
        # Where several meet: close the inner before the outer, then open the outer before the inner.
        signs.setdefault(b, []).append((0, -i, closing))
        signs.setdefault(a, []).append((1, i, opening))
    cuts = sorted({start, end, *signs})
    out: list[str] = []
    for here, there in zip(cuts, [*cuts[1:], end], strict=True):
        out += [sign for _, _, sign in sorted(signs.get(here, []))]
        out.append(text[here:there])
    return "".join(out)
