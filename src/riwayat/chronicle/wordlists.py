"""The chronicle's word lists of a language, folded."""

from __future__ import annotations

from functools import cache

from riwayat.languages import words
from riwayat.text.folding import fold

__all__ = ["listed"]


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """The words of a list in a language's `chronicle.toml`, folded; none for a language without a folder."""
    try:
        return frozenset(fold(word) for word in words(language, "chronicle")[name])
    except FileNotFoundError:
        return frozenset()
