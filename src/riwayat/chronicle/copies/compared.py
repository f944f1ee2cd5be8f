"""What two reports have in common, sentence by sentence: the same words, or the same said in another language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from riwayat.chronicle.copies.texts import Text
from riwayat.model import Aligned
from riwayat.vectors import background, pair, strength

__all__ = ["Shared", "near", "shared"]

_LIFTED: Final = 0.5
"""How much of a sentence's word pairs must be in the other for it to be lifted."""
_QUOTES: Final = '"“”«»„'


@dataclass(frozen=True, slots=True)
class Shared:
    """The sentences that one text, `here`, has in common with another, `there`."""

    here: Text
    there: Text
    pairs: tuple[Aligned, ...]
    """In order of `here`."""
    translated: bool
    """Whether the two are in different languages."""
    strength: float = 0.0
    """What speaks for one being a translation of the other; see `riwayat.vectors.strength`."""

    @property
    def share(self) -> float:
        """How much of the letters of `here` is in common, 0 to 1."""
        return min(1.0, sum(len(p.here.text) for p in self.pairs) / max(self.here.letters, 1))

    @property
    def share_there(self) -> float:
        """How much of the letters of `there` is in common, 0 to 1."""
        return min(1.0, sum(len(p.there.text) for p in self.pairs) / max(self.there.letters, 1))

    @property
    def likeness(self) -> float:
        """How alike the sentences in common are, 0 to 1."""
        letters = sum(len(p.here.text) for p in self.pairs)
        return sum(p.likeness * len(p.here.text) for p in self.pairs) / max(letters, 1)

    @property
    def own_words(self) -> int:
        """How many of the sentences in common are the reports' own words rather than somebody's quoted speech."""
        return sum(not _is_quoted(p.here.text) for p in self.pairs)

    def turned(self) -> Shared:
        """The same seen from the other text."""
        pairs = sorted((Aligned(p.there, p.here, p.likeness) for p in self.pairs), key=lambda p: p.here)
        return Shared(self.there, self.here, tuple(pairs), self.translated, self.strength)


def shared(here: Text, there: Text) -> Shared:
    """What two texts have in common; pure.

    Texts in different languages need vectors, else nothing is found between them.
    """
    if here.source.language == there.source.language:
        return Shared(here, there, _lifted(here, there), translated=False)
    return near(here, there)


def near(here: Text, there: Text) -> Shared:
    """The sentences of two texts that say the same, whatever the languages; nothing without vectors."""
    other = here.source.language != there.source.language
    if here.vectors is None or there.vectors is None:
        return Shared(here, there, (), translated=other)
    pairs = pair(
        here.vectors,
        there.vectors,
        around_a=background(here.source.language),
        around_b=background(there.source.language),
    )
    return Shared(
        here,
        there,
        _one_to_one(here, there, [(p.cosine, p.i, p.j) for p in pairs]),
        translated=other,
        strength=strength(pairs, min(len(here.sentences), len(there.sentences))),
    )


def _lifted(here: Text, there: Text) -> tuple[Aligned, ...]:
    """Each sentence with the one of the other text that holds most of its word pairs; one to one, best first."""
    those = [_shingles(words) for words in there.words]
    found = []
    for i, words in enumerate(here.words):
        own = _shingles(words)
        for j, other in enumerate(those):
            both = sum((own & other).values())
            likeness = 2 * both / (sum(own.values()) + sum(other.values()))
            # A sentence that was cut, or grew, is still lifted where nearly all of the shorter is in the longer.
            within = both / min(sum(own.values()), sum(other.values()))
            if likeness >= _LIFTED or (within >= 0.8 and both >= 5):
                found.append((max(likeness, within * 0.9), i, j))
    return _one_to_one(here, there, found)


def _one_to_one(here: Text, there: Text, found: list[tuple[float, int, int]]) -> tuple[Aligned, ...]:
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for likeness, i, j in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append(Aligned(here.sentences[i], there.sentences[j], round(likeness, 3)))
    return tuple(sorted(pairs, key=lambda p: p.here))


def _shingles(words: tuple[str, ...]) -> Counter[tuple[str, str]]:
    return Counter(pairwise(words))


def _is_quoted(sentence: str) -> bool:
    """Whether the greater part of a sentence stands in quotation marks: two reports may have heard the same words."""
    inside, quoted = False, 0
    for letter in sentence:
        if letter in _QUOTES:
            inside = letter not in "”»" if letter in "“”«»„" else not inside
        elif inside:
            quoted += 1
    return quoted * 2 > len(sentence)
