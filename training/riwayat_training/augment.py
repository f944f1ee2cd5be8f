"""More names than the sets hold: each time an example comes, some of its names are others of their type.

In low-resource tagging this is what helps most among simple augmentations (Dai and Adel 2020, arXiv 2010.11683,
"mention replacement"); the names come from the training data itself, by language and type.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from riwayat.reading.tagger.labels import NAMES, SET_NAMES
from riwayat_training.examples import ANY, OUTSIDE, Example, Predicate

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
    """An example with other words for the name at `start`..`end`; everything behind moves."""
    shift = len(name) - (end - start)

    def moved(i: int) -> int:
        return i if i < end else i + shift

    def outside(targets: Sequence[int]) -> list[int]:
        return [*targets[:start], *[targets[start]] * len(name), *targets[end:]]

    def named(masks: Sequence[int]) -> list[int]:
        first = masks[start]
        if first == ANY or first & OUTSIDE:
            return outside(masks)
        return [
            *masks[:start],
            first,
            *[first << 1] * (len(name) - 1),
            *masks[end:],
        ]  # `I` is next to its `B`

    return replace(
        example,
        words=[*example.words[:start], *name, *example.words[end:]],
        names=named(example.names),
        sets={convention: named(masks) for convention, masks in example.sets.items()},
        cues=outside(example.cues),
        triggers=outside(example.triggers),
        modality={moved(i): n for i, n in example.modality.items()},
        kind={moved(i): n for i, n in example.kind.items()},
        flags={(moved(i), n): on for (i, n), on in example.flags.items()},
        predicates=[
            Predicate(moved(p.word), p.relations, tuple((r, moved(a), moved(b)) for r, a, b in p.words))
            for p in example.predicates
        ],
    )


def _runs(example: Example) -> Iterator[tuple[int, int]]:
    """Names that are no cue or trigger, and whose bounds every convention of the set agrees on."""
    i = 0
    while i < len(example.words):
        if _letters(example.names[i]) != {"B"}:
            i += 1
            continue
        end = i + 1
        while end < len(example.words) and _letters(example.names[end]) == {"I"}:
            end += 1
        apart = all(t in (ANY, OUTSIDE) for t in (*example.cues[i:end], *example.triggers[i:end]))
        if apart and not _timed(example.names[i]) and all(_agrees(m, i, end) for m in example.sets.values()):
            yield i, end
        i = end


def _agrees(masks: Sequence[int], start: int, end: int) -> bool:
    """Whether a convention has a name of just these words, or none of them in any name."""
    inside = [bool(m & OUTSIDE) for m in masks[start:end]]
    if all(inside):
        return True
    begins = not masks[start] & OUTSIDE and SET_NAMES[masks[start].bit_length() - 1][0] == "B"
    ends = end == len(masks) or bool(masks[end] & OUTSIDE) or SET_NAMES[masks[end].bit_length() - 1][0] == "B"
    further = all(not m & OUTSIDE and SET_NAMES[m.bit_length() - 1][0] == "I" for m in masks[start + 1 : end])
    return begins and ends and further


def _timed(mask: int) -> bool:
    return any(NAMES[k][2:] in ("time", "amount") for k in range(len(NAMES)) if mask >> k & 1)


def _letters(mask: int) -> set[str]:
    """Which letters a mask's labels begin with; none where nothing is known."""
    return set() if mask == ANY else {NAMES[k][0] for k in range(len(NAMES)) if mask >> k & 1}


__all__ = ["Swapped", "replaced"]
