"""Things folded into groups one pair at a time, each fold with its reason: a union-find that remembers why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

R = TypeVar("R")

__all__ = ["Folding"]


class Folding(Generic[R]):
    """Groups of the numbers 0 to `size` - 1."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._members: dict[int, list[int]] = {n: [n] for n in range(size)}
        self._why: dict[int, list[R]] = {}

    def fold(self, a: int, b: int, why: R) -> None:
        """Make one group of those of `a` and `b`; the reason is kept also where they were one before."""
        one, other = sorted((self.root(a), self.root(b)))
        if one != other:
            self._above[other] = one
            self._members[one] = sorted(self._members[one] + self._members.pop(other))
            self._why.setdefault(one, []).extend(self._why.pop(other, ()))
        self._why.setdefault(one, []).append(why)

    def root(self, n: int) -> int:
        """The least number of the group of `n`."""
        while self._above[n] != n:
            self._above[n] = self._above[self._above[n]]
            n = self._above[n]
        return n

    def joined(self, a: int, b: int) -> bool:
        """Whether `a` and `b` are of one group."""
        return self.root(a) == self.root(b)

    def group(self, n: int) -> tuple[int, ...]:
        """The group of `n`, in order."""
        return tuple(self._members[self.root(n)])

    def groups(self) -> list[tuple[int, ...]]:
        """All groups, by their least number."""
        return [tuple(self._members[root]) for root in sorted(self._members)]

    def reasons(self, group: Iterable[int]) -> tuple[R, ...]:
        """Why the numbers of a group are one, in the order in which they were folded."""
        return tuple(self._why.get(self.root(next(iter(group))), ()))
