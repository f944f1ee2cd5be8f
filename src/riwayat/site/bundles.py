"""Reports of one happening that repeat each other, as bundles: what is copied or translated counts once to the eye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.chronicle.folding import Folding
from riwayat.chronicle.lines import when
from riwayat.model import Copy, Source

__all__ = ["Bundle", "bundles"]

_MOSTLY: Final = 0.5
"""A report of which less is taken from another is no copy as a whole."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A report, and those that repeat it."""

    head: Source
    """The first of them."""
    copies: tuple[tuple[Source, str], ...]
    """The others in order of time, with how each repeats."""

    @property
    def reports(self) -> tuple[Source, ...]:
        """All of them."""
        return (self.head, *(source for source, _ in self.copies))


def bundles(sources: Iterable[Source], copies: Iterable[Copy]) -> list[Bundle]:
    """The reports gathered by which repeats which, in order of time."""
    ordered = sorted(sources, key=when)
    numbers = {source.id: n for n, source in enumerate(ordered)}
    folding: Folding[None] = Folding(len(ordered))
    how: dict[str, str] = {}
    for copy in copies:
        if (
            copy.report in numbers
            and copy.of in numbers
            and (copy.share >= _MOSTLY or copy.how == "translation")
        ):
            folding.fold(numbers[copy.report], numbers[copy.of], None)
            how.setdefault(copy.report, copy.how)
    return [_bundle([ordered[n] for n in group], how) for group in folding.groups()]


def _bundle(members: Sequence[Source], how: dict[str, str]) -> Bundle:
    head, *others = members
    return Bundle(head, tuple((other, how.get(other.id) or how.get(head.id, "verbatim")) for other in others))
