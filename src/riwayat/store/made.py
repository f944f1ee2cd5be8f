"""What a worker makes of a page beside its reading: what copies of it are looked up by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riwayat.chronicle.accounts import sentences_of, source_of
from riwayat.chronicle.copies import Text, bands, text_of
from riwayat.model import Reading, Source
from riwayat.vectors import Vectors, packed

__all__ = ["Made", "made_of", "text_with"]


@dataclass(frozen=True, slots=True)
class Made:
    """A reading, and what its sentences are found by."""

    reading: Reading
    bands: tuple[tuple[int, ...], ...]
    """For each sentence of the report's `Text`, what those that share most of its words have too."""
    starts: tuple[int, ...]
    """Where these sentences begin."""
    vectors: bytes
    """Theirs, as `riwayat.vectors.packed` has them, one after another."""
    mean: bytes
    """The middle of them, packed."""


def made_of(reading: Reading) -> Made:
    """All that is kept of a reading; pure."""
    text = text_with(reading, source_of(reading.report, fetched="1970-01-01"))
    rows = Vectors.shared().of([s.text for s in text.sentences])
    mean = rows.mean(axis=0, keepdims=True) if len(rows) else np.zeros((0, rows.shape[1]), np.float32)
    return Made(
        reading,
        tuple(tuple(bands(words)) for words in text.words),
        tuple(s.start for s in text.sentences),
        b"".join(packed(rows)),
        b"".join(packed(mean)),
    )


def text_with(reading: Reading, source: Source) -> Text:
    """A report's text as copies are looked for in it, without vectors."""
    return text_of(reading, source, sentences_of(reading.report))
