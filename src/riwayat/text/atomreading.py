"""Reading a text's atoms by the lists of a language: what its grammars of times and of counts do alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, Protocol, TypeAlias, TypeVar

from riwayat.text.numbers import Atom, Count, PhraseTable, atoms
from riwayat.text.timefinding import Found
from riwayat.text.times import Direction

Bound: TypeAlias = Literal["at_least", "more_than", "less_than", "about"]

_BOUNDS: Final[tuple[Bound, ...]] = ("at_least", "more_than", "less_than", "about")
_DIRECTIONS: Final[tuple[tuple[str, Direction], ...]] = (("past", -1), ("future", 1), ("this", 0))


class Lists(Protocol):
    """A language's lists of phrases, by name."""

    @property
    def lists(self) -> Mapping[str, PhraseTable[bool]]:
        """Phrases without values."""


class Tables(Lists, Protocol):
    """Lists, and tables of phrases with what they mean."""

    @property
    def tables(self) -> Mapping[str, PhraseTable[Any]]:
        """Phrases with values."""


W = TypeVar("W", bound=Lists)
T = TypeVar("T", bound=Tables)


class AtomReader(Generic[W]):
    """One text's atoms; every method takes a place among them."""

    def __init__(self, found: tuple[Atom, ...], words: W) -> None:
        self.atoms, self.words = found, words
        self.lower = tuple(atom.lower for atom in found)

    def word(self, at: int) -> str:
        """The lower-case word at a place; empty outside the text."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def skip(self, name: str, at: int) -> int | None:
        """The place after a phrase of the list `name`, if one stands at `at`."""
        read = self.words.lists[name].read(self.lower, at)
        return read[1] if read else None

    def optional(self, name: str, at: int) -> int:
        """The place after a phrase of the list `name`, or `at` itself."""
        after = self.skip(name, at)
        return at if after is None else after


class TimeReader(AtomReader[T]):
    """Atoms among which times are looked for."""

    def table(self, name: str, at: int) -> Found[Any]:
        """The value of a phrase of the table `name` that starts at `at`."""
        return self.words.tables[name].read(self.lower, at)

    def direction(self, at: int) -> Found[Direction]:
        """`lalu`, `next`, `ini`."""
        for name, value in _DIRECTIONS:
            after = self.skip(name, at)
            if after is not None:
                return value, after
        return None


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count with its place among the atoms."""

    count: Count
    first: int
    after: int
    number: int
    """The atom behind the number itself."""


class CountReader(AtomReader[W], ABC):
    """Atoms with the counts among them."""

    def __init__(self, text: str, words: W, times: Sequence[tuple[int, int]]) -> None:
        """`times` are where times stand, whose numbers count nothing."""
        super().__init__(atoms(text), words)
        self.text, self.times = text, times
        self.counts = list(self._all())

    @abstractmethod
    def count(self, at: int) -> FoundCount | None:
        """The count that starts at a place, its noun null where none is named."""

    def _all(self) -> Iterator[FoundCount]:
        at = 0
        while at < len(self.atoms):
            found = self.count(at)
            if found is None:
                at += 1
                continue
            yield found
            at = found.after

    def in_time(self, at: int) -> bool:
        """Whether the atom belongs to a time expression."""
        return any(start <= self.atoms[at].start < end for start, end in self.times)

    def bound(self, at: int) -> tuple[Bound | None, int]:
        """A word that bounds the number behind it; one may follow another (`sedikitnya sekitar 40`)."""
        said: Bound | None = None
        i, moved = at, True
        while moved:
            moved = False
            for name in _BOUNDS:
                after = self.skip(name, i)
                if after is not None:
                    said = said if said and name == "about" else "at_least" if name == "more_than" else name
                    i, moved = after, True
                    break
        return said, i


def bounded(low: int | None, high: int | None, bound: Bound | None) -> tuple[int | None, int | None]:
    """Least and most of a number behind a word that bounds it."""
    if bound == "at_least":
        return low, None
    if bound == "less_than" and high is not None:
        return 0, high
    return low, high
