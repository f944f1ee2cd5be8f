"""Accounts grouped into happenings: average linkage over the likeness of pairs, under the curator's judgements."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from typing import Final

from riwayat.model import Verdict

__all__ = ["grouped"]

_APART: Final = -2.0
"""Likeness of two accounts of which nobody asked whether they are one."""


def grouped(
    keys: Iterable[str],
    likeness: Mapping[tuple[str, str], float],
    judged: Mapping[tuple[str, str], Verdict] | None = None,
) -> list[tuple[str, ...]]:
    """Groups of accounts that tell one happening each; pure, whatever the order of the keys.

    The two groups whose accounts are on average most alike are made one, as long as that average is above 0
    (average linkage: Sokal & Michener 1958).  What a curator called the same is one from the start, and what he
    called different stays apart.

    Args:
        keys: accounts, each once.
        likeness: score of pairs, the lesser key first; a pair that is missing is rather apart.
        judged: verdicts on pairs, the lesser key first.
    Returns:
        The groups, each sorted, by their first key.
    """
    ordered = sorted(keys)
    judged = judged or {}
    clusters = _Clusters(ordered, likeness, judged)
    clusters.merge()
    return sorted(tuple(sorted(members)) for members in clusters.members.values())


class _Clusters:
    """Groups by number, with the sum of likeness between each two that have any."""

    def __init__(
        self,
        keys: list[str],
        likeness: Mapping[tuple[str, str], float],
        judged: Mapping[tuple[str, str], Verdict],
    ) -> None:
        number = {key: n for n, key in enumerate(keys)}
        self.members = {n: [key] for n, key in enumerate(keys)}
        self._between: dict[int, dict[int, float]] = {n: {} for n in self.members}
        self._pairs: dict[int, dict[int, int]] = {n: {} for n in self.members}
        for (a, b), score in likeness.items():
            if a in number and b in number:
                self._tie(number[a], number[b], score)
        self._barred: dict[int, set[int]] = {n: set() for n in self.members}
        for (a, b), verdict in sorted(judged.items()):
            if verdict == "different" and a in number and b in number:
                self._barred[number[a]].add(number[b])
                self._barred[number[b]].add(number[a])
        for (a, b), verdict in sorted(judged.items()):
            if verdict == "same" and a in number and b in number:
                one, other = self._holding(a), self._holding(b)
                if one != other:
                    self._join(one, other)

    def merge(self) -> None:
        """Join the most alike, again and again, until none are alike."""
        queue = [(-self._average(a, b), a, b) for a, ties in self._between.items() for b in ties if a < b]
        queue = [entry for entry in queue if entry[0] < 0]
        heapq.heapify(queue)
        while queue:
            score, a, b = heapq.heappop(queue)
            if a not in self.members or b not in self.members or -score != self._average(a, b):
                continue  # one of them has changed since
            if b in self._barred[a]:
                continue
            self._join(a, b)
            for other in self._between[a]:
                average = self._average(a, other)
                if average > 0:
                    heapq.heappush(queue, (-average, min(a, other), max(a, other)))

    def _average(self, a: int, b: int) -> float:
        asked = self._pairs[a].get(b, 0)
        total = len(self.members[a]) * len(self.members[b])
        return (self._between[a].get(b, 0.0) + _APART * (total - asked)) / total

    def _tie(self, a: int, b: int, score: float) -> None:
        for x, y in ((a, b), (b, a)):
            self._between[x][y] = self._between[x].get(y, 0.0) + score
            self._pairs[x][y] = self._pairs[x].get(y, 0) + 1

    def _join(self, a: int, b: int) -> None:
        """Make `b` part of `a`."""
        self.members[a] += self.members.pop(b)
        ties, pairs = self._between.pop(b), self._pairs.pop(b)
        for other, score in ties.items():
            del self._between[other][b], self._pairs[other][b]
            if other != a:
                for x, y in ((a, other), (other, a)):
                    self._between[x][y] = self._between[x].get(y, 0.0) + score
                    self._pairs[x][y] = self._pairs[x].get(y, 0) + pairs[other]
        for other in self._barred.pop(b):
            self._barred[other].discard(b)
            self._barred[other].add(a)
            self._barred[a].add(other)

    def _holding(self, key: str) -> int:
        return next(n for n, members in self.members.items() if key in members)
