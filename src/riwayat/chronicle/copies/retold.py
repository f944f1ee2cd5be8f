"""Reports that tell in their own words what another, which they credit, told before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from riwayat.chronicle.copies.compared import Shared, near
from riwayat.chronicle.copies.credit import is_credited
from riwayat.chronicle.copies.direction import credits, is_later
from riwayat.chronicle.copies.texts import Text
from riwayat.model import Copy

__all__ = ["Beside", "retellings"]

_ENOUGH: Final = 2
"""Sentences of one sense, where nothing that both tell is known to be one happening."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A report beside the one that is looked at."""

    text: Text
    together: int
    """How many happenings both tell."""


def retellings(here: Text, those: Iterable[Beside], copied: Mapping[str, Text]) -> tuple[Copy, ...]:
    """For each outlet that a report credits, the one of its reports that it tells anew; pure.

    Args:
        here: the report, with vectors where sentences of one sense are wanted as evidence.
        those: reports that may have been told anew.
        copied: the reports, by id, that it copies in another manner: what these credit came with the copy.
    """
    by_outlet: dict[str, list[tuple[int, Shared]]] = {}
    for beside in those:
        there = beside.text
        outlet = there.source.outlet
        own = is_credited([here.source.outlet.name or ""], outlet)
        if own or there.source.id in copied or not credits(here, there):
            continue
        if any(
            is_credited([t.source.outlet.name or ""], outlet) or credits(t, there) for t in copied.values()
        ):
            continue
        found = near(here, there)
        if (beside.together or len(found.pairs) >= _ENOUGH) and is_later(found):
            key = next((name for name in by_outlet if is_credited([name], outlet)), outlet.name or "")
            by_outlet.setdefault(key, []).append((beside.together, found))
    best = (
        max(
            found,
            key=lambda one: (one[0], one[1].share, one[1].there.source.known_from, one[1].there.source.id),
        )
        for found in by_outlet.values()
    )
    return tuple(
        Copy(s.here.source.id, s.there.source.id, "retelling", True, round(s.share, 3), s.pairs)
        for _, s in best
    )
