"""A report as copies are looked for in it: sentences, their words, their vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from riwayat.chronicle.accounts import saw_itself
from riwayat.model import Reading, Source, Span
from riwayat.text.folding import fold

__all__ = ["Text", "text_of", "words_of"]

_WORD: Final = re.compile(r"\w+")
_SHORT: Final = 5
_DASH: Final = 30
"""Letters behind a dateline's place in which the outlet's name belongs to the dateline."""
_FEWEST: Final = 4
"""Words; shorter sentences are found in many reports by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One report's text."""

    source: Source
    """The report."""
    sentences: tuple[Span, ...]
    """Of four words and more, in order."""
    words: tuple[tuple[str, ...], ...]
    """The words of each sentence, folded."""
    carriers: tuple[str, ...]
    """Names of the outlets and agencies that any of its chains passes through, its own aside."""
    body: str
    """The whole text."""
    first_hand: bool = False
    """Whether it shows that its outlet was there, or was spoken to."""
    vectors: NDArray[np.float32] | None = None
    """A row for each sentence, each of length 1, where there are any."""

    @property
    def letters(self) -> int:
        """Letters of all sentences."""
        return sum(len(s.text) for s in self.sentences)


def text_of(reading: Reading, source: Source, sentences: Sequence[Span]) -> Text:
    """A report's text without vectors.

    Args:
        reading: the reading of the report.
        source: the report.
        sentences: all sentences of its text.
    """
    parted = [(s, words_of(s.text)) for s in sentences]
    kept = [(s, w) for s, w in parted if len(w) >= _FEWEST]
    names = dict.fromkeys(source.cites)
    for statement in reading.statements:
        names.update(
            (link.name, None)
            for link in statement.chain[1:]
            if link.kind in ("agency", "outlet") and link.name
        )
    return Text(
        source=source,
        sentences=tuple(s for s, _ in kept),
        words=tuple(w for _, w in kept),
        carriers=tuple(names),
        body=reading.report.text,
        first_hand=_first_hand(reading, sentences),
    )


def _first_hand(reading: Reading, sentences: Sequence[Span]) -> bool:
    """Whether the outlet's people were there, or it names itself behind its dateline (`told Radar Asia`)."""
    report = reading.report
    if any(saw_itself(s.text, report.language) for s in sentences):
        return True
    name = f" {' '.join(words_of(report.outlet.name or ''))} "
    head = report.dateline.end if report.dateline else 0
    return len(name) > _SHORT and any(
        name
        in f" {' '.join(words_of(s.text[max(0, head - s.start) + _DASH :] if s.start <= head else s.text))} "
        for s in sentences
    )


def words_of(sentence: str) -> tuple[str, ...]:
    """The words of a sentence, folded, in order."""
    return tuple(_WORD.findall(fold(sentence)))
