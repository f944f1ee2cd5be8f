"""More names than the sets hold: each time an example comes, some of its names are others of their type.

In low-resource tagging this is what helps most among simple augmentations (Dai and Adel 2020, arXiv 2010.11683,
"mention replacement"); the names come from the training data itself, by language and type.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from riwayat.reading.tagger.labels import NAMES
from riwayat_training.examples import ANY, Example, Predicate

_SHARE: Final = 0.3
"""Of the names of a sentence, how many are replaced."""
_SHARE_OF_SENTENCES: Final = 0.5
_LONGEST: Final = 6
"""Words; longer names stay, and replace none."""


class Swapped(Sequence[Example]):
    """Examples whose names change from epoch to epoch; `at(epoch)` gives those of one."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = examples
        self._names: dict[tuple[str, int], list[tuple[str, ...]]] = {}
        for example in examples:
            for start, end in _runs(example):
                if end - start <= _LONGEST:
                    key = (example.language, example.names[start])
                    self._names.setdefault(key, []).append(tuple(example.words[start:end]))

    def __len__(self) -> int:
        return len(self._examples)

    def __getitem__(self, at: int) -> Example:  # type: ignore[override]
        return self._examples[at]

    def at(self, epoch: int, seed: int) -> Iterator[Example]:
        """The examples of an epoch."""
        order = random.Random(seed * 7919 + epoch)
        for example in self._examples:
            yield self._swapped(example, order) if order.random() < _SHARE_OF_SENTENCES else example

    def _swapped(self, example: Example, order: random.Random) -> Example:
        chosen = [
            (start, end, order.choice(self._names[example.language, example.names[start]]))
            for start, end in _runs(example)
            if end - start <= _LONGEST and order.random() < _SHARE
        ]
        for start, end, name in reversed(chosen):
            example = replaced(example, start, end, name)
        return example


def replaced(example: Example, start: int, end: int, name: Sequence[str]) -> Example:
    """An example with other words for a run of it; everything behind moves."""
    shift = len(name) - (end - start)
    mask = example.names[start]
    further = _inside_of(mask)

    def moved(i: int) -> int:
        return i if i < end else i + shift

    def stretched(targets: Sequence[int]) -> list[int]:
        first = targets[start]
        inner = targets[start + 1] if end - start > 1 else _inside_of_run(first)
        return [*targets[:start], first, *[inner] * (len(name) - 1), *targets[end:]]

    names = [*example.names[:start], mask, *[further] * (len(name) - 1), *example.names[end:]]
    return replace(
        example,
        words=[*example.words[:start], *name, *example.words[end:]],
        names=names,
        phrases=stretched(example.phrases),
        cues=stretched(example.cues),
        triggers=stretched(example.triggers),
        modality={moved(i): n for i, n in example.modality.items()},
        kind={moved(i): n for i, n in example.kind.items()},
        flags={(moved(i), n): on for (i, n), on in example.flags.items()},
        predicates=[
            Predicate(moved(p.word), p.relations, tuple((r, moved(a), moved(b)) for r, a, b in p.words))
            for p in example.predicates
        ],
    )


def _runs(example: Example) -> Iterator[tuple[int, int]]:
    """Names that are surely names, and no cue, trigger or part of a phrase that is told apart."""
    i = 0
    while i < len(example.words):
        mask = example.names[i]
        begins = mask not in (ANY, 0) and not mask & 1 and _letters(mask) == {"B"}
        if not begins:
            i += 1
            continue
        end = i + 1
        while (
            end < len(example.words) and example.names[end] != ANY and _letters(example.names[end]) == {"I"}
        ):
            end += 1
        plain = all(
            t in (ANY, 1) for t in (*example.cues[i:end], *example.triggers[i:end], *example.phrases[i:end])
        )
        timed = any("time" in NAMES[k] or "amount" in NAMES[k] for k in range(len(NAMES)) if mask >> k & 1)
        if plain and not timed:
            yield i, end
        i = end


def _letters(mask: int) -> set[str]:
    return {NAMES[k][0] for k in range(len(NAMES)) if mask >> k & 1}


def _inside_of(mask: int) -> int:
    """The mask of a further word of a name whose first has this mask: `I` stands right behind its `B`."""
    return mask << 1


def _inside_of_run(mask: int) -> int:
    return mask


__all__ = ["Swapped", "replaced"]
