"""The tree of an origin: through which outlets its word came to which reports, copies under what they repeat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from riwayat.chronicle.sameness import same_name
from riwayat.model import Source
from riwayat.told.tellings import Link, Repeated, Telling

__all__ = ["Branch", "Leaf", "leaves_of", "tree"]


@dataclass(slots=True)
class Leaf:
    """A report, and what it tells by the word of one origin."""

    source: Source
    tellings: list[Telling]
    repeats: Repeated | None = None
    """What it repeats, where it lies under that."""
    copies: list[Leaf] = field(default_factory=list)
    """Reports that repeat it."""


@dataclass(slots=True)
class Branch:
    """An outlet, an agency or another narrator on the way, with its own reports and with those that cite it."""

    link: Link
    leaves: list[Leaf] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)


def tree(name: str, told: Iterable[Telling], sources: Mapping[str, Source]) -> list[Branch]:
    """The branches below an origin called `name`; `told` are its tellings in order of time; pure."""
    leaves = leaves_of(told, sources)
    roots: list[Branch] = []
    for leaf in leaves.values():
        level, node = roots, None
        for link in _way(name, leaf, leaves):
            node = next((one for one in level if _one(one.link, link)), None)
            if node is None:
                node = Branch(link)
                level.append(node)
            level = node.branches
        if node is not None:
            node.leaves.append(leaf)
    return roots


def leaves_of(told: Iterable[Telling], sources: Mapping[str, Source]) -> dict[str, Leaf]:
    """The reports of some tellings by id, those that only repeat another under it and not among the results."""
    every: dict[str, Leaf] = {}
    for telling in told:
        if telling.report in sources:
            every.setdefault(telling.report, Leaf(sources[telling.report], [])).tellings.append(telling)
    for leaf in every.values():
        repeats = [telling.repeats for telling in leaf.tellings]
        if repeats and all(one is not None and one.report in every for one in repeats):
            leaf.repeats = repeats[0]
    for leaf in every.values():
        if leaf.repeats is not None:
            every[leaf.repeats.report].copies.append(leaf)
    return {report: leaf for report, leaf in every.items() if leaf.repeats is None}


def _way(name: str, leaf: Leaf, leaves: Mapping[str, Leaf]) -> Sequence[Link]:
    """From the origin to the report, the origin left out: who passed it on, nearest to the origin first."""
    chain = leaf.tellings[0].chain
    publisher, *others = chain
    end = others[-1] if others else None
    if end is not None and (end.kind not in ("outlet", "agency") or _called(end, name)):
        others = others[:-1]
    if not others:
        others = [cited for cited in _cited(leaf) if _publishes(cited, leaf, leaves)][:1]
    return [*reversed(others), publisher]


def _cited(leaf: Leaf) -> list[Link]:
    return [Link("outlet", name, None, None) for name in leaf.source.cites]


def _publishes(outlet: Link, leaf: Leaf, leaves: Mapping[str, Leaf]) -> bool:
    return any(
        other.source.id != leaf.source.id and _one(other.tellings[0].chain[0], outlet)
        for other in leaves.values()
    )


def _called(link: Link, name: str) -> bool:
    return link.name == name or same_name(link.name, link.known_as, name, None, "outlet") is not None


def _one(a: Link, b: Link) -> bool:
    """Whether two narrators on the way are one."""
    if a.kind in ("outlet", "agency") and b.kind in ("outlet", "agency"):
        return a.name == b.name or same_name(a.name, a.known_as, b.name, b.known_as, "outlet") is not None
    return (a.kind, a.name) == (b.kind, b.name)
