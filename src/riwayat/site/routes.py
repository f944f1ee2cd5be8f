"""The ways on which a happening came to its reports: from each origin over outlets to each report, link by link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from riwayat.chronicle.identities import CARRIERS, Identities
from riwayat.chronicle.lines import Line, lines_of
from riwayat.chronicle.origins import Origins
from riwayat.model import Account, Narrator, Origin
from riwayat.site.bundles import Bundle

__all__ = ["Carrier", "Link", "Routes", "routes"]


@dataclass(slots=True)
class Carrier:
    """Somebody between an origin and a report."""

    name: str
    kind: str
    known_as: str | None
    depth: int
    """How far from the origin, from 1."""


@dataclass(slots=True)
class Link:
    """One step of the word of one origin: from whom, to whom, and the lines that took it."""

    origin: int
    """Number of the origin, from 0; -1 where none is named."""
    source: str
    """Key of who told: `o0`, `c3`."""
    target: str
    """Key of who heard: `c3`, `b0`."""
    lines: list[tuple[Line, int]] = field(default_factory=list)
    """Each with the place in its chain of the narrator who told; -1 where the chain does not name him."""


@dataclass(frozen=True, slots=True)
class Routes:
    """All ways of a happening."""

    origins: tuple[Origin, ...]
    carriers: dict[str, Carrier]
    bundles: tuple[Bundle, ...]
    links: tuple[Link, ...]
    untraced: bool
    """Whether some lines start with nobody."""


def routes(accounts: Sequence[Account], found: Origins, gathered: Sequence[Bundle]) -> Routes:
    """The ways from the origins to the bundles.

    Args:
        accounts: all of the happening.
        found: its origins, with their lines.
        gathered: its reports.
    """
    return _Routing(accounts, found, gathered).done()


class _Routing:
    def __init__(self, accounts: Sequence[Account], found: Origins, gathered: Sequence[Bundle]) -> None:
        self._found = found
        self._bundles = tuple(gathered)
        self._bundle_of = {source.id: f"b{n}" for n, one in enumerate(gathered) for source in one.reports}
        every = lines_of(accounts)
        self._who = Identities(narrator for line in every for narrator in line.told.chain)
        self._carriers: dict[str, Carrier] = {}
        self._links: dict[tuple[int, str, str], Link] = {}
        traced = {id(line.told) for lines in found.lines for line in lines}
        self._without = [line for line in every if id(line.told) not in traced]

    def done(self) -> Routes:
        for number, (origin, lines) in enumerate(zip(self._found.origins, self._found.lines, strict=True)):
            ways = [(line, _way(line, origin)) for line in lines]
            self._add(number, ways)
        # Of a report that tells with an origin too, what it says without one adds nothing to the picture.
        untraced = set(self._found.untraced)
        self._add(-1, [(line, _carriers_of(line)) for line in self._without if line.source.id in untraced])
        return Routes(
            self._found.origins,
            self._carriers,
            self._bundles,
            tuple(self._links.values()),
            any(link.origin < 0 for link in self._links.values()),
        )

    def _add(self, number: int, ways: Iterable[tuple[Line, list[int]]]) -> None:
        ways = list(ways)
        passing = {self._key(line.told.chain[at]) for line, way in ways for at in way}
        for line, way in ways:
            start = f"o{number}" if number >= 0 else "o"
            before, told_by = start, (len(line.told.chain) - 1 if len(line.told.chain) - 1 not in way else -1)
            if told_by == 0:  # the outlet itself is the end: no narrator of its own tells it
                told_by = -1
            steps = [(self._key(line.told.chain[at]), at) for at in way]
            publisher = self._key(line.told.chain[0])
            if publisher in passing and publisher not in {key for key, _ in steps}:
                steps.append((publisher, 0))
            for depth, (key, at) in enumerate(steps, 1):
                self._carry(key, line.told.chain[at], depth)
                self._link(number, before, key, line, told_by)
                before, told_by = key, at if at else -1
            self._link(number, before, self._bundle_of[line.source.id], line, told_by)

    def _carry(self, key: str, narrator: Narrator, depth: int) -> None:
        carrier = self._carriers.setdefault(
            key, Carrier(narrator.name or narrator.kind, narrator.kind, narrator.known_as, depth)
        )
        carrier.depth = max(carrier.depth, depth)

    def _link(self, number: int, source: str, target: str, line: Line, told_by: int) -> None:
        if source == target:
            return
        link = self._links.setdefault((number, source, target), Link(number, source, target))
        link.lines.append((line, told_by))

    def _key(self, narrator: Narrator) -> str:
        number = self._who.of(narrator)
        return f"c{number}" if number is not None else f"c-{narrator.kind}-{narrator.name}"


def _way(line: Line, origin: Origin) -> list[int]:
    """Places in the chain of those between the origin and the outlet that publishes, the origin's side first.

    A line that ends in somebody who only passes on what this origin said ends on the way.
    """
    between = list(range(len(line.told.chain) - 2, 0, -1))
    end = line.told.chain[-1]
    on_the_way = len(line.told.chain) > 1 and (
        end.kind == "unspecified" or (end.kind in CARRIERS and origin.kind not in CARRIERS)
    )
    if on_the_way and end.kind != "unspecified":
        return [len(line.told.chain) - 1, *between]
    return between


def _carriers_of(line: Line) -> list[int]:
    """Of a line without an origin: those named on the way."""
    return [at for at in range(len(line.told.chain) - 1, 0, -1) if line.told.chain[at].kind != "unspecified"]
