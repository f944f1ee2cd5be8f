"""Sentences that share most of their words, found without comparing all with all.

MinHash (Broder 1997) over pairs of neighbouring words, cut into bands (Leskovec, Rajaraman & Ullman, Mining of
Massive Datasets, 3.4): two sentences of which the half of all word pairs is shared have a band in common two times in
three, such as share one in fifty hardly ever.  A copied report has several sentences, so that one is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["BANDS", "bands"]

BANDS: Final = 8
_ROWS: Final = 3
_GOLDEN: Final = 0x9E3779B97F4A7C15


def bands(words: Sequence[str]) -> list[int]:
    """What a sentence is looked up by: `BANDS` numbers that fit a signed 64-bit column.

    Args:
        words: the words of the sentence, folded.
    """
    shingles = {f"{a} {b}" for a, b in pairwise(words)} or set(words)
    hashes = np.array(sorted(_digest(shingle) for shingle in shingles), dtype=np.uint64)
    least = (hashes[None, :] * _ODD[:, None] + _ADDED[:, None] >> np.uint64(11)).min(axis=1)
    return [
        _digest(f"{band}:{','.join(map(str, least[band * _ROWS : (band + 1) * _ROWS]))}") >> 1
        for band in range(BANDS)
    ]


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def _sequence(start: int, count: int) -> NDArray[np.uint64]:
    """Numbers that look like chance and are always the same (splitmix64: Steele, Lea & Flood 2014)."""
    found = []
    state = start
    for _ in range(count):
        state = (state + _GOLDEN) % 2**64
        z = state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        found.append(z ^ (z >> 31))
    return np.array(found, dtype=np.uint64)


_ODD: Final = _sequence(1, BANDS * _ROWS) | np.uint64(1)
_ADDED: Final = _sequence(2, BANDS * _ROWS)
