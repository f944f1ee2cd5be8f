"""Chains put side by side: the runs of statements that share one, and the tree they all make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from riwayat.model import Link, Reading, Statement

__all__ = ["Narrator", "Node", "chain_key", "is_origin", "origins", "runs", "tree", "untraced", "who"]

Narrator: TypeAlias = tuple[str, str]
"""What makes a narrator the same wherever a report names it: kind, and entity or folded name."""

Key: TypeAlias = tuple[Narrator, ...]


def who(link: Link) -> Narrator:
    """What makes two links of one report the same narrator."""
    return link.kind, link.entity or " ".join((link.description or link.name or "").casefold().split())


def chain_key(chain: Sequence[Link]) -> Key:
    """Equal for chains with the same narrators, whatever their cues."""
    return tuple(who(link) for link in chain)


def is_origin(chain: Sequence[Link]) -> bool:
    """Whether a chain ends at somebody who may have seen or decided it.

    An outlet's plain word, and hearsay with nobody behind it, are traced no further: no origins.
    """
    return bool(chain) and chain[-1].kind not in ("outlet", "unspecified")


def origins(reading: Reading) -> list[Link]:
    """The distinct origins of a report's statements, in order of the text."""
    last = {who(s.chain[-1]): s.chain[-1] for s in reversed(reading.statements) if is_origin(s.chain)}
    return list(reversed(last.values()))


def untraced(reading: Reading) -> list[Statement]:
    """The statements whose chain ends at no origin."""
    return [s for s in reading.statements if not is_origin(s.chain)]


def runs(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Consecutive statements with the same narrators, together."""
    for _, run in groupby(statements, key=lambda s: chain_key(s.chain)):
        yield list(run)


@dataclass(slots=True)
class Node:
    """A narrator in the tree of all chains of a report."""

    link: Link
    statements: list[Statement] = field(default_factory=list)
    """The statements whose chain ends here."""
    children: list[Node] = field(default_factory=list)


def tree(statements: Sequence[Statement]) -> list[Node]:
    """All chains as one tree, from the publishing outlet down; more than one root only if chains disagree
    about who publishes."""
    roots: list[Node] = []
    for statement in statements:
        level, node = roots, None
        for link in statement.chain:
            node = next((n for n in level if who(n.link) == who(link)), None)
            if node is None:
                node = Node(link)
                level.append(node)
            level = node.children
        if node is not None:
            node.statements.append(statement)
    return roots
