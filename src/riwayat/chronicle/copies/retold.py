"""Reports that tell in their own words what another, which they credit, told before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from riwayat.chronicle.copies.compared import Shared, near
from riwayat.chronicle.copies.direction import credits, is_later
from riwayat.chronicle.copies.texts import Text
from riwayat.model import Copy

__all__ = ["retellings"]

_LEAST: Final = 1
"""Sentences that say the same; the credit tells the rest."""


def retellings(here: Text, those: Iterable[Text], copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """For each outlet that a report credits, the one of its reports whose content it tells anew; pure.

    Args:
        here: the report, with vectors.
        those: reports of others, with vectors, of which it may be a retelling.
        copies: what the report is known to have copied; outlets of these are not looked at again.
    """
    done = {copy.of for copy in copies}
    by_outlet: dict[str, list[Shared]] = {}
    texts = list(those)
    copied = {t.source.outlet.name for t in texts if t.source.id in done}
    for there in texts:
        outlet = there.source.outlet
        if outlet.name in copied or outlet == here.source.outlet or not credits(here, there):
            continue
        found = near(here, there)
        if len(found.pairs) >= (_LEAST) and is_later(found):
            by_outlet.setdefault(outlet.name or "", []).append(found)
    best = [max(found, key=lambda s: (s.share, s.there.source.known_from)) for found in by_outlet.values()]
    return tuple(
        Copy(s.here.source.id, s.there.source.id, "retelling", True, round(s.share, 3), s.pairs) for s in best
    )
