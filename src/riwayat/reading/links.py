"""Links: what makes two narrators the same within one report, and which kinds are alike."""

from __future__ import annotations

from typing import TypeAlias

from riwayat.model import Link
from riwayat.text.folding import fold

OUTLETS = ("outlet", "agency")
"""Kinds that pass reports on."""
PICTURED = ("photo", "video", "document")
"""Kinds that show, and are shown by somebody."""
HUMAN = ("person", "official", "group", "anonymous", "witness", "social")
"""Kinds that speak."""

Chain: TypeAlias = tuple[Link, ...]


def identity(link: Link) -> str:
    """What makes two links the same narrator within one report."""
    return link.entity or f"{link.kind}:{fold(link.description or link.name or '')}"


def same(a: Link, b: Link) -> bool:
    """Whether two links are one narrator: one entity, or one name of one kind."""
    if a.entity is not None and a.entity == b.entity:
        return True
    one, other = (fold(x.description or x.name or "") for x in (a, b))
    return bool(one) and one == other and (a.kind == b.kind or (a.kind in OUTLETS and b.kind in OUTLETS))


def same_chain(a: Chain, b: Chain) -> bool:
    """Whether two chains pass through the same narrators in the same order."""
    return len(a) == len(b) and all(
        same(x, y) or (x.kind == y.kind == "unspecified") for x, y in zip(a, b, strict=True)
    )


def longer(a: str | None, b: str | None) -> str | None:
    """The fuller of two descriptions."""
    return max((n for n in (a, b) if n), key=len, default=None)
