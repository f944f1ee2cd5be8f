"""The picture of a happening: where its origins, outlets and reports stand, and how the lines between them run.

Columns are parts of the width, in percent; heights are in rem, so that the picture grows with the reader's letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
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
_LANE: Final = 0.6
"""Rem for a line that crosses a column."""
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
    ways = [_way(n, link, boxes) for n, link in enumerate(routes.links)]
    lanes = [box for way in ways for box in way[1:-1]]
    columns = [[b for b in (*boxes.values(), *lanes) if b.column == n] for n in range(last + 1)]
    height = _place(columns, ways)
    _sort_ports(boxes, ways, routes.links)
    width = {2: 38.0, 3: 27.0, 4: 20.0}.get(len(columns), 16.0)
    step = (100 - width) / max(1, len(columns) - 1)
    lefts = tuple(round(step * n, 2) for n in range(len(columns)))
    strokes = tuple(
        _stroke(n, way, link, lefts, width)
        for n, (way, link) in enumerate(zip(ways, routes.links, strict=True))
    )
    return Picture(boxes, strokes, height, len(columns), width, lefts)


def _way(number: int, link: Link, boxes: dict[str, Box]) -> list[Box]:
    """A line's boxes, with a lane of its own in each column that it crosses: so it runs behind nobody's box."""
    a, b = boxes[link.source], boxes[link.target]
    lanes = [Box(f"{number}-{column}", column, _LANE) for column in range(a.column + 1, b.column)]
    return [a, *lanes, b]


def _boxes(routes: Routes, last: int) -> dict[str, Box]:
    found = [Box(f"o{n}", 0, _ORIGIN, tone=n % TONES + 1) for n in range(len(routes.origins))]
    if routes.untraced:
        found.append(Box("o", 0, _ORIGIN))
    found += [Box(key, min(c.depth, last - 1), _CARRIER) for key, c in routes.carriers.items()]
    for n, bundle in enumerate(routes.bundles):
        copies = min(len(bundle.copies), _MOST_COPIES + 1)
        found.append(Box(f"b{n}", last, _REPORT + _COPY * copies))
    return {box.key: box for box in found}


def _place(columns: Sequence[list[Box]], ways: Sequence[Sequence[Box]]) -> float:
    """Puts the boxes of each column under one another, near those they hang together with; the height of it all."""
    before: defaultdict[str, list[Box]] = defaultdict(list)
    after: defaultdict[str, list[Box]] = defaultdict(list)
    for way in ways:
        for one, other in pairwise(way):
            before[other.key].append(one)
            after[one.key].append(other)
    height = max(sum(b.height for b in column) + _GAP * max(0, len(column) - 1) for column in columns)
    top = 0.0
    for box in columns[0]:
        box.top = top
        top += box.height + _GAP
    for column in columns[1:]:
        order = {box.key: n for n, box in enumerate(column)}
        column.sort(key=lambda box, order=order: (_mean(before[box.key], 0.0), order[box.key]))  # type: ignore[misc]
        _spread(column, before, height)
    for column in reversed(columns[:-1]):
        _spread(column, after, height)
    return round(height, 2)


def _spread(column: Sequence[Box], near: Mapping[str, Sequence[Box]], height: float) -> None:
    """Each box as near as may be to the middle of its neighbours, in the order they have, none over another."""
    top = 0.0
    for box in column:
        wanted = _mean(near.get(box.key, ()), box.middle) - box.height / 2
        box.top = max(top, wanted)
        top = box.top + box.height + _GAP
    bottom = height
    for box in reversed(column):
        box.top = round(max(0.0, min(box.top, bottom - box.height)), 2)
        bottom = box.top - _GAP


def _mean(boxes: Sequence[Box], otherwise: float) -> float:
    return sum(box.middle for box in boxes) / len(boxes) if boxes else otherwise


def _sort_ports(boxes: Mapping[str, Box], ways: Sequence[Sequence[Box]], links: Sequence[Link]) -> None:
    """Lines leave and reach a box in the order in which they come, so that they do not cross before it."""
    comes = {id(link): (way[-2].middle, link.origin) for way, link in zip(ways, links, strict=True)}
    goes = {id(link): (way[1].middle, link.origin) for way, link in zip(ways, links, strict=True)}
    for box in boxes.values():
        box.into.sort(key=lambda link: comes[id(link)])
        box.out.sort(key=lambda link: goes[id(link)])


def _stroke(number: int, way: Sequence[Box], link: Link, lefts: Sequence[float], width: float) -> Stroke:
    a, b = way[0], way[-1]
    x1, x2 = lefts[a.column] + width, lefts[b.column]
    if a.column >= b.column:  # two that tell each other: a line back
        x1 = lefts[a.column]
    y1 = a.top + a.height * (a.out.index(link) + 1) / (len(a.out) + 1)
    y2 = b.middle + (b.into.index(link) - (len(b.into) - 1) / 2) * _PORT
    stops = [(x1, y1)]
    for lane in way[1:-1]:
        stops += [(lefts[lane.column], lane.middle), (lefts[lane.column] + width, lane.middle)]
    stops.append((x2, y2))
    reports = len({line.source.id for line, _ in link.lines})
    return Stroke(
        f"l{number}",
        link,
        link.origin % TONES + 1 if link.origin >= 0 else 0,
        _path(stops),
        round(x2 - _HANDLE, 2),
        round(y2, 2),
        1 if reports == 1 else 2 if reports < 5 else 3,
    )


def _path(stops: Sequence[tuple[float, float]]) -> str:
    """A line through some points, level at each."""
    path = f"M{stops[0][0]:.2f} {stops[0][1]:.2f}"
    for (x1, y1), (x2, y2) in pairwise(stops):
        middle = (x1 + x2) / 2
        path += f"C{middle:.2f} {y1:.2f} {middle:.2f} {y2:.2f} {x2:.2f} {y2:.2f}"
    return path
