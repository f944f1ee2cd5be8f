"""A stretch of a report's text with its spans marked: by style, or by signs where there is no colour."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain as flatten

from rich.text import Text

from riwayat.model import Reading
from riwayat.show.style import MARKS, SPAN, Role

__all__ = ["Marks", "Span", "marked", "marks_of"]

Span = tuple[int, int, Role]


def marks_of(reading: Reading) -> Marks:
    """All spans worth marking."""
    found: set[Span] = set()
    for entity in reading.entities:
        found.update((m.start, m.end, entity.type) for m in entity.mentions)
    for link in flatten.from_iterable(s.chain for s in reading.statements):
        if link.cue is not None:
            found.add((link.cue.start, link.cue.end, "cue"))
    for event in reading.events:
        found.update((t.trigger.start, t.trigger.end, "trigger") for t in event.tellings)
    return Marks(_outermost_names(found))


def _outermost_names(found: set[Span]) -> Iterator[Span]:
    """A name inside a name (`Suriah` in `militer Suriah`) is not marked twice."""
    names = sorted((s for s in found if s[2] not in ("cue", "trigger")), key=lambda s: (s[0], -s[1], s[2]))
    reach = -1
    for span in names:
        if span[1] > reach:
            reach = span[1]
            yield span
    yield from (s for s in found if s[2] in ("cue", "trigger"))


class Marks:
    """The spans of a text, quick to look up by where they are."""

    def __init__(self, found: Iterable[Span]) -> None:
        self._spans = sorted(found, key=lambda s: (s[0], -s[1], s[2]))
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def within(self, start: int, end: int) -> list[Span]:
        """What lies in `start` to `end`, cut to it, in order; the outer of two that start together first."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [
            (max(a, start), min(b, end), role)
            for a, b, role in self._spans[first:last]
            if a < end and b > start
        ]


def marked(text: str, start: int, end: int, marks: Marks, *, colour: bool) -> Text:
    """`text[start:end]` with the marks that lie in it."""
    inside = marks.within(start, end)
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
