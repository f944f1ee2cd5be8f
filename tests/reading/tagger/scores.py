"""Scores of a network that sees what a test tells it to see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riwayat.reading.tagger.labels import (
    CUES,
    FLAGS,
    KINDS,
    MODALITIES,
    NAMES,
    RELATIONS,
    TRIGGERS,
)
from riwayat.reading.tagger.outputs import Floats, Tags

_HIGH = 5.0


def labelled(labels: Sequence[str], words: int, said: dict[int, str]) -> Floats:
    """Scores that are high for the labels said, and else for the first one."""
    scores = np.full((words, len(labels)), -_HIGH, np.float32)
    for i in range(words):
        scores[i, labels.index(said.get(i, labels[0]))] = _HIGH
    return scores


def tags(
    words: int,
    names: dict[int, str] | None = None,
    cues: dict[int, str] | None = None,
    triggers: dict[int, str] | None = None,
    modality: dict[int, str] | None = None,
    kind: dict[int, str] | None = None,
    flags: Sequence[tuple[int, str]] = (),
    relations: Sequence[tuple[str, int, int, int]] = (),
) -> Tags:
    """Tags of a sentence; `relations` are relation, the word stood to, first word, behind the last."""
    related = np.full((len(RELATIONS), words, words), -_HIGH, np.float32)
    for relation, to, start, end in relations:
        related[RELATIONS.index(relation), to, start:end] = _HIGH  # type: ignore[arg-type]
    flagged = np.full((words, len(FLAGS)), -_HIGH, np.float32)
    for word, flag in flags:
        flagged[word, FLAGS.index(flag)] = _HIGH
    return Tags(
        labelled(NAMES, words, names or {}),
        labelled(CUES, words, cues or {}),
        labelled(TRIGGERS, words, triggers or {}),
        labelled(MODALITIES, words, modality or {}),
        labelled(KINDS, words, kind or {}),
        flagged,
        related,
    )
