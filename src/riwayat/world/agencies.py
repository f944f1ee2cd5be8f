"""News agencies that no table knows, by what their names say of them: `Nile Wire`, `وكالة باب المندب`."""

from __future__ import annotations

from functools import cache

from riwayat import languages
from riwayat.text.folding import fold

__all__ = ["says_agency"]

_LONGEST = 6
"""Words of an agency's name."""


def says_agency(name: str) -> bool:
    """Whether a name begins or ends with words for a news agency, and is more than they."""
    tokens = name.split()
    if not 2 <= len(tokens) <= _LONGEST or any(t[0].islower() for t in (tokens[0], tokens[-1])):
        return False
    words = fold(name).split()
    return tuple(words) not in _phrases() and any(
        tuple(words[:n]) in _phrases() or tuple(words[-n:]) in _phrases() for n in range(1, len(words))
    )


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    tables = (languages.words(code, "page").get("outlets", {}) for code in languages.available())
    return frozenset(tuple(fold(p).split()) for table in tables for p in table.get("agency_words", ()))
