"""Words as the tagger takes them: plain forms, cut into the pieces of its vocabulary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

MOST_PIECES = 192
"""Pieces of one sentence that the tagger looks at; what comes behind is left untagged."""
_UNSEEN = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that Arabic may write or leave out, and invisible ones."""


def plain(word: str) -> str:
    """A word without the marks that a writer may leave out; itself where nothing would be left."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", word)) or word


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of like length, padded: `pieces` and `mask` are sentences by pieces, `first` sentences by words.

    `first` says where each word's first piece stands; 0, the opening mark, where there is no word.
    """

    pieces: NDArray[np.int64]
    mask: NDArray[np.int64]
    first: NDArray[np.int64]


class Pieces:
    """Cuts words into pieces."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._open, self._close, self._pad = (_mark(tokenizer, mark) for mark in ("<s>", "</s>", "<pad>"))

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """From a `tokenizer.json`."""
        return cls(Tokenizer.from_file(str(path)))

    def cut(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """The pieces of a sentence with its marks, and where each word begins among them.

        Words beyond `MOST_PIECES` are dropped from both.
        """
        encoded = self._tokenizer.encode([plain(w) for w in words], is_pretokenized=True)
        ids = [self._open]
        first: list[int] = []
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if len(ids) >= MOST_PIECES - 1:
                break
            if word == len(first):
                first.append(len(ids))
            ids.append(piece)
        return [*ids, self._close], first

    def batch(self, sentences: Sequence[tuple[list[int], list[int]]]) -> Batch:
        """Cut sentences, padded to the longest."""
        length = max(len(ids) for ids, _ in sentences)
        count = max(1, *(len(first) for _, first in sentences)) if sentences else 1
        pieces = np.full((len(sentences), length), self._pad, np.int64)
        mask = np.zeros_like(pieces)
        starts = np.zeros((len(sentences), count), np.int64)
        for row, (ids, first) in enumerate(sentences):
            pieces[row, : len(ids)] = ids
            mask[row, : len(ids)] = 1
            starts[row, : len(first)] = first
        return Batch(pieces, mask, starts)


def _mark(tokenizer: Tokenizer, mark: str) -> int:
    number: int | None = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"the vocabulary lacks {mark}")
    return number
