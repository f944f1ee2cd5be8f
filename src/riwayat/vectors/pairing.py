"""Which sentences of two texts are translations of each other, and whether the texts are.

By Artetxe and Schwenk 2019 (arXiv 1811.01136): cosines alone cannot be held against a threshold, since some
sentences are near everything.  What tells is the *margin*: the cosine of two sentences over the mean cosine of each
with the nearest of the other side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LEAST: Final = 1.02
"""The margin from which two sentences are taken for translations; how it was chosen says docs/vectors.md."""
_NEAREST: Final = 4
_LITTLE: Final = 1e-6
"""Keeps from dividing by nothing where all vectors are at right angles."""
STRONG: Final = 0.02
"""The strength from which a text is taken for a translation; chosen as docs/vectors.md says."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that say the same, by their places in their texts."""

    i: int
    j: int
    cosine: float
    margin: float


def pair(
    a: Floats,
    b: Floats,
    *,
    around_a: Floats | None = None,
    around_b: Floats | None = None,
    least: float = LEAST,
) -> list[Pair]:
    """The sentences of two texts that are each other's nearest, in order of the first text.

    Short texts need others around them: what is nearest among ten sentences need not be near.

    Args:
        a: vectors of the first text, sentences by size, each of length 1.
        b: vectors of the second.
        around_a: vectors of other sentences in the first text's language (`background`).
        around_b: the same for the second text's language.
        least: the smallest margin that counts.
    """
    if not len(a) or not len(b):
        return []
    cosines = _cosines(a, b)
    near_a = _nearness(cosines, a, around_b)
    near_b = _nearness(cosines.T, b, around_a)
    margins = 2 * cosines / np.maximum(near_a[:, None] + near_b[None, :], _LITTLE)
    to_b, to_a = margins.argmax(axis=1), margins.argmax(axis=0)
    return [
        Pair(i, int(j), float(cosines[i, j]), float(margins[i, j]))
        for i, j in enumerate(to_b)
        if to_a[j] == i and margins[i, j] >= least
    ]


def strength(pairs: Sequence[Pair], sentences: int) -> float:
    """How much speaks for one text being a translation of another: what margins exceed 1 by, per sentence.

    From `STRONG` on it is taken for one.  Many sentences a little near and few ones very near weigh the same, so that
    reports which share a quotation stay apart.

    Args:
        pairs: what was found between the two.
        sentences: how many the shorter text has.
    """
    return sum(p.margin - 1 for p in pairs) / sentences if sentences else 0.0


def _cosines(a: Floats, b: Floats) -> Floats:
    # A product of matrices would start threads for these few numbers, and wait for cores that others use.
    cosines: Floats = np.einsum("ik,jk->ij", a, b)
    return cosines


def _nearness(cosines: Floats, vectors: Floats, around: Floats | None) -> Floats:
    """The mean cosine of each sentence with the nearest of the other side."""
    if around is not None and len(around):
        cosines = np.hstack([cosines, _cosines(vectors, around)])
    count = min(_NEAREST, cosines.shape[1])
    nearest: Floats = np.partition(cosines, -count, axis=1)[:, -count:]
    means: Floats = nearest.mean(axis=1)
    return means
