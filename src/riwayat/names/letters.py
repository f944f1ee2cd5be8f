"""How Latin letters are written in Arabic: the alignment model behind comparisons across the two scripts.

The table is learnt from pairs of names (`training/riwayat_training/letters.py` says how); each row is a chunk of
up to three Latin letters, a chunk of up to two Arabic ones, and the natural logarithm of how likely they stand
for each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from riwayat.names.sounds import plain

_LATIN: Final = 3
_ARABIC: Final = 2
_NEVER: Final = -1e9
_UNSEEN: Final = -11.0
"""The logarithm for a letter on one side alone that the table does not hold."""
_PERSIAN: Final = str.maketrans({"پ": "ب", "چ": "ج", "ژ": "ج", "گ": "غ", "ڤ": "ف", "ڨ": "ق"})
_LOST: Final = 1.1
"""What an aligned letter may lose against the best it could have, in logarithms, before likeness is nil."""


class Letters:
    """Scores spellings of one word in two scripts."""

    def __init__(self, table: Mapping[tuple[str, str], float]) -> None:
        """From the logarithm of each pair of chunks."""
        self._written: dict[str, dict[str, float]] = {}
        self._best_of_latin: dict[str, float] = {}
        self._best_of_arabic: dict[str, float] = {}
        for (latin, arabic), likely in table.items():
            self._written.setdefault(latin, {})[arabic] = likely
            self._best_of_latin[latin] = max(likely, self._best_of_latin.get(latin, _NEVER))
            self._best_of_arabic[arabic] = max(likely, self._best_of_arabic.get(arabic, _NEVER))

    @classmethod
    def shipped(cls) -> Letters:
        """The model that ships with the project."""
        return _shipped()

    def likelihood(self, latin: str, arabic: str) -> float:
        """The logarithm of how likely the best alignment of two folded words is; comparable for one `latin`."""
        n, m = len(latin), len(arabic)
        best = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        best[0][0] = 0.0
        pieces = [[(y, arabic[j : j + y]) for y in range(min(_ARABIC, m - j) + 1)] for j in range(m + 1)]
        for i, row in enumerate(best):
            chunks = [
                (best[i + x], written)
                for x in range(min(_LATIN, n - i) + 1)
                if (written := self._written.get(latin[i : i + x])) is not None
            ]
            for j in range(m + 1):
                here = row[j]
                if here == _NEVER:
                    continue
                for ahead, written in chunks:
                    for y, piece in pieces[j]:
                        likely = written.get(piece)
                        if likely is not None and here + likely > ahead[j + y]:
                            ahead[j + y] = here + likely
                if i < n and here + _UNSEEN > best[i + 1][j]:
                    best[i + 1][j] = here + _UNSEEN
                if j < m and here + _UNSEEN > row[j + 1]:
                    row[j + 1] = here + _UNSEEN
        return best[n][m]

    def alike(self, latin: str, arabic: str) -> float:
        """How alike two folded words are, 0 to 1.

        Each word has a best way to be written in the other script.  What counts is how much less likely this
        pair is, by letter: longer words are less likely however well they fit.
        """
        if not latin or not arabic:
            return 0.0
        possible = min(
            _best(latin, _LATIN, self._best_of_latin), _best(arabic, _ARABIC, self._best_of_arabic)
        )
        lost = (possible - self.likelihood(latin, arabic)) / max(len(latin), len(arabic) + 1)
        return max(0.0, 1.0 - max(0.0, lost) / _LOST)


def _best(word: str, longest: int, best_of: Mapping[str, float]) -> float:
    """The logarithm of the likeliest way to write a word, whatever comes out."""
    best = [0.0]
    for end in range(1, len(word) + 1):
        best.append(
            max(
                best[end - x] + best_of.get(word[end - x : end], _UNSEEN if x == 1 else _NEVER)
                for x in range(1, min(longest, end) + 1)
            )
        )
    return best[-1]


def ranked(latin: str, candidates: Iterable[str]) -> list[str]:
    """Arabic words, likeliest first, by how likely they are the Arabic form of a word in Latin letters."""
    word = plain(latin).replace(" ", "")
    scored = [(-likelihood(word, arabic(candidate)), candidate) for candidate in candidates]
    return [candidate for _, candidate in sorted(scored)]


def arabic(word: str) -> str:
    """An Arabic word, folded and joined, its Persian letters given as Arabic writes them."""
    return plain(word).replace(" ", "").translate(_PERSIAN)


@cache
def _shipped() -> Letters:
    text = resources.files("riwayat.names").joinpath("data", "latin_arabic.tsv").read_text(encoding="utf-8")
    table = {}
    for line in text.splitlines():
        latin, arabic, likely = line.split("\t")
        table[latin, arabic] = float(likely)
    return Letters(table)


@lru_cache(maxsize=65536)
def likelihood(latin: str, arabic: str) -> float:
    """`Letters.shipped().likelihood`, remembered."""
    return _shipped().likelihood(latin, arabic)


@lru_cache(maxsize=65536)
def alike(latin: str, arabic: str) -> float:
    """`Letters.shipped().alike`, remembered."""
    return _shipped().alike(latin, arabic)
