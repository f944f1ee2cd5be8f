"""`python -m riwayat_training.letters DATA OUT`: how Latin letters are written in Arabic, learnt from pairs of names.

DATA is the folder of open sets, whose `name-pairs-wikidata/wd_arabic_80.tsv` is learnt from.  The model is a joint
one over chunks, aligned in order: up to three Latin letters to up to two Arabic ones, either side may be empty
(Jiampojamarn, Kondrak and Sherif 2007, "Applying many-to-many alignments and hidden Markov models to
letter-to-phoneme conversion").  It is fitted by expectation maximisation and written as a table of chunks with
the natural logarithm of their probability.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from riwayat.text.folding import fold

LATIN: Final = 3
ARABIC: Final = 2
"""The most letters of a chunk."""
_ROUNDS: Final = 7
_LEAST: Final = 2e-6
"""Chunks below this probability are not kept."""

Chunk = tuple[str, str]


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Folded Latin and Arabic words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, *_ = line.split("\t")
        a, b = fold(latin).replace(" ", ""), fold(arabic.replace(" ", "")).replace(" ", "")
        if a and b and a.isascii():
            yield a, b


def _moves(a: str, b: str, i: int, j: int) -> Iterator[tuple[int, int, Chunk]]:
    for x in range(min(LATIN, len(a) - i) + 1):
        for y in range(min(ARABIC, len(b) - j) + 1):
            if x + y and (x <= 1 or y) and (y <= 1 or x):
                yield i + x, j + y, (a[i : i + x], b[j : j + y])


def fitted(data: list[tuple[str, str]]) -> dict[Chunk, float]:
    """The probabilities of chunks; they sum to one."""
    seen: defaultdict[Chunk, float] = defaultdict(float)
    for a, b in data:
        for i in range(len(a) + 1):
            for j in range(len(b) + 1):
                near = abs(i * len(b) - j * len(a)) <= max(len(a), len(b)) * 2
                if near:
                    for _, _, chunk in _moves(a, b, i, j):
                        seen[chunk] += 1.0 / (1 + len(chunk[0]) + len(chunk[1])) ** 3
    model = _normal(seen)
    for _ in range(_ROUNDS):
        counts: defaultdict[Chunk, float] = defaultdict(float)
        for a, b in data:
            _expect(a, b, model, counts)
        model = _normal({c: n for c, n in counts.items() if n > 0.05})
    return {c: p for c, p in model.items() if p >= _LEAST}


def _normal(counts: dict[Chunk, float]) -> dict[Chunk, float]:
    total = sum(counts.values())
    return {c: n / total for c, n in counts.items()}


def _expect(a: str, b: str, model: dict[Chunk, float], counts: dict[Chunk, float]) -> None:
    n, m = len(a), len(b)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = 1.0
    steps = []
    for i in range(n + 1):
        for j in range(m + 1):
            here = forward[i][j]
            if here == 0.0:
                continue
            for x, y, chunk in _moves(a, b, i, j):
                p = model.get(chunk)
                if p:
                    forward[x][y] += here * p
                    steps.append((i, j, x, y, chunk, p))
    total = forward[n][m]
    if total == 0.0:
        return
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward[n][m] = 1.0
    for i, j, x, y, _, p in reversed(steps):
        backward[i][j] += p * backward[x][y]
    for i, j, x, y, chunk, p in steps:
        share = forward[i][j] * p * backward[x][y] / total
        if share > 1e-6:
            counts[chunk] += share


def main() -> None:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = fitted(list(pairs(options.data / "name-pairs-wikidata/wd_arabic_80.tsv")))
    rows = sorted((a, b, math.log(p)) for (a, b), p in model.items())
    lines = [f"{a}\t{b}\t{p:.2f}" for a, b, p in rows]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
