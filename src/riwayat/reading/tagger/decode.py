"""From scores to runs of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from riwayat.reading.tagger.labels import RELATIONS, Relation
from riwayat.reading.tagger.outputs import Floats, Tags

_RIGHT_BEHIND = 2.0
"""What it costs a run, in the scores' own unit, to begin right behind another: names seldom touch, and a network that
is not sure of a long one begins it anew in its middle.  Chosen on the `dev` parts of the corpus and the open sets."""
_GAP = 1
"""Words within a run that may score too low, as a comma in a name does."""


def runs_of(scores: Floats, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The runs that a head sees: first word, behind the last, type.

    A label that cannot follow the one before is not taken: the best sequence is looked for, not the best
    label of each word (Viterbi over the scores; `I` follows only `B` or `I` of its type, and a run that begins
    right behind another pays for it).
    """
    if not len(scores):
        return []
    path = _best_path(scores, labels)
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, label in enumerate([*(labels[k] for k in path), "O"]):
        if start >= 0 and not label.startswith("I"):
            found.append((start, i, kind))
            start = -1
        if label.startswith("B-"):
            start, kind = i, label[2:]
    return found


def certainty(scores: Floats, labels: Sequence[str], first: int, stop: int, kind: str) -> float:
    """How likely a run is a whole one of its type, between 0 and 1: that of its least likely word."""
    rows = _shares(scores[first:stop])
    wanted = [f"B-{kind}", *([_further(labels, kind)] * (stop - first - 1))]
    return float(min(row[labels.index(label)] for row, label in zip(rows, wanted, strict=True)))


def faint_runs(scores: Floats, labels: Sequence[str], least: float) -> list[tuple[int, int, str]]:
    """Runs that the best path does not take, but whose first word is one's with at least this likelihood."""
    if not len(scores):
        return []
    shares, taken = _shares(scores), np.zeros(len(scores), bool)
    for first, stop, _ in runs_of(scores, labels):
        taken[first:stop] = True
    begins = [k for k, label in enumerate(labels) if label.startswith("B-")]
    found = []
    for i in range(len(scores)):
        best = max(begins, key=lambda k: shares[i, k])
        if taken[i] or shares[i, best] < least:
            continue
        kind, stop = labels[best][2:], i + 1
        further = labels.index(_further(labels, kind))
        while stop < len(scores) and not taken[stop] and shares[stop, further] >= least:
            stop += 1
        found.append((i, stop, kind))
        taken[i:stop] = True
    return found


def _shares(scores: Floats) -> NDArray[np.float64]:
    """Scores as shares of one, word by word."""
    rows = scores.astype(np.float64)
    likely: NDArray[np.float64] = np.exp(rows - rows.max(1, keepdims=True))
    shares: NDArray[np.float64] = likely / likely.sum(1, keepdims=True)
    return shares


def _further(labels: Sequence[str], kind: str) -> str:
    """The label of a further word: one for all types, or one for each."""
    return "I" if "I" in labels else f"I-{kind}"


def _best_path(scores: Floats, labels: Sequence[str]) -> list[int]:
    cost = np.array([[_cost(a, b) for b in labels] for a in labels])
    total = np.where([not b.startswith("I") for b in labels], scores[0], -1e9).astype(np.float64)
    back = []
    for row in scores[1:]:
        ways = total[:, None] + cost
        best = ways.argmax(0)
        back.append(best)
        total = ways[best, np.arange(len(labels))] + row
    path = [int(total.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return path[::-1]


def _cost(a: str, b: str) -> float:
    """What is added to the scores where label `b` follows `a`."""
    if not b.startswith("I"):
        return -_RIGHT_BEHIND if a != "O" and b != "O" else 0.0
    # one `I` for all types (`I`), or one for each (`I-person`)
    return 0.0 if a != "O" and (b == "I" or a[2:] == b[2:]) else -1e9


def relation_runs(tags: Tags, word: int, relation: Relation) -> list[tuple[int, int]]:
    """The runs of words that stand in a relation to a word, in order of the text."""
    row = tags.relations[RELATIONS.index(relation), word]
    likely = [int(i) for i in np.flatnonzero(row > 0.0)]
    runs: list[tuple[int, int]] = []
    for i in likely:
        if runs and i - runs[-1][1] <= _GAP and row[runs[-1][1] : i].min(initial=0.0) > -2.0:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
