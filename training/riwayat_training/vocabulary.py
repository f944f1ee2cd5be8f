"""The vocabulary: of the start weights' 250,000 pieces, those that news in our languages needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from tokenizers import Tokenizer, models, pre_tokenizers
from wordfreq import iter_wordlist, word_frequency

from riwayat.reading.tagger.words import plain

SIZE: Final = 40_000
_LANGUAGES: Final = {"id": "best", "ms": "best", "en": "best", "ar": "best"}
_MOST_WORDS: Final = 150_000
_MARKS: Final = 4
"""The first pieces of the vocabulary: `<s>`, `<pad>`, `</s>`, `<unk>`."""
_UNKNOWN: Final = 3
_CLITICS: Final = ("و", "ب", "ل", "ال", "وال", "بال", "لل")
_SEEN: Final = 2e-6
"""What one occurrence in the training data counts for, as a share of all words."""


def tokenizer_of(pieces: list[tuple[str, float]]) -> Tokenizer:
    """The tokenizer of a list of pieces with their scores."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=_UNKNOWN, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def choose(pieces: list[tuple[str, float]], seen: Iterable[str], *, size: int = SIZE) -> list[int]:
    """Which pieces to keep, as their numbers, in order: marks, single characters, then the most used.

    Args:
        pieces: all pieces with their scores.
        seen: the words of the training data, each as often as it occurs.
        size: how many to keep.
    """
    weights: Counter[str] = Counter()
    for language, wordlist in _LANGUAGES.items():
        for number, word in enumerate(iter_wordlist(language, wordlist)):
            if number >= _MOST_WORDS:
                break
            share = word_frequency(word, language, wordlist)
            forms = [word, word.title(), word.upper()] if language != "ar" else [word]
            for form, part in zip(forms, (1.0, 0.2, 0.02), strict=False):
                weights[plain(form)] += share * part
            if language == "ar":
                for clitic in _CLITICS:
                    weights[clitic + plain(word)] += share * 0.05
    for word in seen:
        weights[plain(word)] += _SEEN
    full = tokenizer_of(pieces)
    used: Counter[int] = Counter()
    words = list(weights)
    for word, encoded in zip(words, full.encode_batch_fast(words), strict=True):
        for piece in encoded.ids:
            used[piece] += weights[word]
    kept = set(range(_MARKS))
    alphabets = {c for word in words for c in word}
    kept |= {
        i
        for i, (piece, _) in enumerate(pieces)
        if len(piece.lstrip("▁")) <= 1 and set(piece) <= alphabets | {"▁"}
    }
    for piece, _ in used.most_common():
        if len(kept) >= size:
            break
        kept.add(piece)
    return sorted(kept)
