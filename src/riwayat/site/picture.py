"""The picture of a happening: where its origins, outlets and reports stand, and how the lines between them run.

Columns are parts of the width, in percent; heights are in rem, so that the picture grows with the reader's letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from riwayat.site.routes import Link, Routes

__all__ = ["TONES", "Box", "Picture", "Stroke", "picture"]

_GAP: Final = 0.9
_PORT: Final = 1.75
"""Rem between lines that come in at one box: each has a button of 24 pixels on it."""
_ORIGIN: Final = 3.5
_CARRIER: Final = 2.9
_REPORT: Final = 3.1
_COPY: Final = 1.5
_MOST_COPIES: Final = 5
"""Copies listed in the box of a bundle; the others are counted."""
_DEEPEST: Final = 3
TONES: Final = 8
_HANDLE: Final = 1.9
"""Percent of the width before its end at which the button of a line stands."""


@dataclass(slots=True)
class Box:
    """An origin, an outlet between, or a report with its copies."""

    key: str
    column: int
    height: float
    top: float = 0.0
    tone: int = 0
    """Colour of an origin, from 1; 0 for none."""
    into: list[Link] = field(default_factory=list)
    out: list[Link] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Its middle, in rem from the top."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: one step of the word of one origin."""

    key: str
    link: Link
    tone: int
    path: str
    """SVG path; x in percent, y in rem."""
    x: float
    """Where its button stands, in percent."""
    y: float
    """In rem."""
    weight: int
    """1 to 3, by how many reports it carries."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, to be drawn."""

    boxes: dict[str, Box]
    strokes: tuple[Stroke, ...]
    height: float
    """Rem."""
    columns: int
    width: float
    """Of a column, percent."""
    lefts: tuple[float, ...]
    """Where each column begins, percent."""


def picture(routes: Routes) -> Picture:
    """Places everything."""
    deepest = min(_DEEPEST, max((c.depth for c in routes.carriers.values()), default=0))
    last = deepest + 1
    boxes = _boxes(routes, last)
    for link in routes.links:
        boxes[link.source].out.append(link)
        boxes[link.target].into.append(link)
    for box in boxes.values():
        box.height = max(box.height, _PORT * len(box.into) + 0.3)
    columns = [[b for b in boxes.values() if b.column == n] for n in range(last + 1)]
    height = _place(columns, boxes)
    width = {2: 38.0, 3: 27.0, 4: 20.0}.get(len(columns), 16.0)
    step = (100 - width) / max(1, len(columns) - 1)
    lefts = tuple(round(step * n, 2) for n in range(len(columns)))
    strokes = tuple(_strokes(routes.links, boxes, lefts, width))
    return Picture(boxes, strokes, height, len(columns), width, lefts)


def _boxes(routes: Routes, last: int) -> dict[str, Box]:
    found = [Box(f"o{n}", 0, _ORIGIN, tone=n % TONES + 1) for n in range(len(routes.origins))]
    if routes.untraced:
        found.append(Box("o", 0, _ORIGIN))
    found += [Box(key, min(c.depth, last - 1), _CARRIER) for key, c in routes.carriers.items()]
    for n, bundle in enumerate(routes.bundles):
        copies = min(len(bundle.copies), _MOST_COPIES + 1)
        found.append(Box(f"b{n}", last, _REPORT + _COPY * copies))
    return {box.key: box for box in found}


def _place(columns: Sequence[list[Box]], boxes: dict[str, Box]) -> float:
    """Puts the boxes of each column under one another, near those they hang together with; the height of it all."""
    height = max(sum(b.height for b in column) + _GAP * max(0, len(column) - 1) for column in columns)
    for column in columns[:1]:
        _stack(column, 0.0)
    for column in columns[1:]:
        _by_neighbours(column, boxes, lambda box: [link.source for link in box.into])
        _spread(column, boxes, height, lambda box: [link.source for link in box.into])
    for column in reversed(columns[:-1]):
        _spread(column, boxes, height, lambda box: [link.target for link in box.out])
    for box in boxes.values():
        box.into.sort(key=lambda link: (boxes[link.source].middle, link.origin))
        box.out.sort(key=lambda link: (boxes[link.target].middle, link.origin))
    return round(height, 2)


def _stack(column: Iterable[Box], top: float) -> None:
    for box in column:
        box.top = top
        top += box.height + _GAP


def _by_neighbours(column: list[Box], boxes: dict[str, Box], near: Callable[[Box], list[str]]) -> None:
    order = {box.key: n for n, box in enumerate(column)}
    column.sort(key=lambda box: (_mean([boxes[key].middle for key in near(box)], 0.0), order[box.key]))


def _spread(
    column: Sequence[Box], boxes: dict[str, Box], height: float, near: Callable[[Box], list[str]]
) -> None:
    """Each box as near as may be to the middle of its neighbours, in the order they have, none over another."""
    top = 0.0
    for box in column:
        wanted = _mean([boxes[key].middle for key in near(box)], box.middle) - box.height / 2
        box.top = max(top, wanted)
        top = box.top + box.height + _GAP
    bottom = height
    for box in reversed(column):
        box.top = round(max(0.0, min(box.top, bottom - box.height)), 2)
        bottom = box.top - _GAP


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _strokes(
    links: Sequence[Link], boxes: dict[str, Box], lefts: Sequence[float], width: float
) -> Iterable[Stroke]:
    for n, link in enumerate(links):
        a, b = boxes[link.source], boxes[link.target]
        x1, x2 = lefts[a.column] + width, lefts[b.column]
        if a.column >= b.column:  # two that tell each other: a line back
            x1 = lefts[a.column]
        y1 = a.top + a.height * (a.out.index(link) + 1) / (len(a.out) + 1)
        port = b.into.index(link) - (len(b.into) - 1) / 2
        y2 = b.middle + port * _PORT
        bend = (x2 - x1) * 0.5
        path = f"M{x1:.2f} {y1:.2f}C{x1 + bend:.2f} {y1:.2f} {x2 - bend:.2f} {y2:.2f} {x2:.2f} {y2:.2f}"
        reports = len({line.source.id for line, _ in link.lines})
        yield Stroke(
            f"l{n}",
            link,
            link.origin % TONES + 1 if link.origin >= 0 else 0,
            path,
            round(x2 - _HANDLE, 2),
            round(y2, 2),
            1 if reports == 1 else 2 if reports < 5 else 3,
        )
