"""No sentence that is scored on may be learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from riwayat.reading.tagger.words import plain
from riwayat_training.examples import Example

_SHORT: Final = 5
"""Words; shorter sentences (`Baca juga :`) recur in any two sets."""


class OverlapError(Exception):
    """A sentence is both learnt from and scored on."""


def key(words: Sequence[str]) -> str:
    """What makes two sentences the same: their letters and figures."""
    return "".join(c for word in words for c in plain(word).casefold() if c.isalnum())


def without(examples: Iterable[Example], tests: Iterable[Example]) -> list[Example]:
    """The examples whose sentence is not among those scored on."""
    scored = _keys(tests)
    return [e for e in examples if key(e.words) not in scored]


def refuse(examples: Iterable[Example], tests: Iterable[Example]) -> None:
    """Raise `OverlapError` where a sentence of five words or more is in both."""
    scored = _keys(tests)
    for example in examples:
        if len(example.words) >= _SHORT and key(example.words) in scored:
            raise OverlapError(
                f"a sentence of {example.origin} is also scored on: {' '.join(example.words)[:120]}"
            )


def _keys(examples: Iterable[Example]) -> frozenset[str]:
    return frozenset(key(e.words) for e in examples if len(e.words) >= _SHORT)
