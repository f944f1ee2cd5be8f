"""The time expressions of a report's text, found once for all who ask."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from riwayat import languages
from riwayat.text.times import TimeExpression

__all__ = ["times_of"]

_HELD: Final = 4
"""Texts whose times are at hand: a report is gone through by several steps, one report after the other."""


@lru_cache(maxsize=_HELD)
def times_of(text: str, language: str) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping; offsets are code points of it."""
    return tuple(languages.rules(language, "times").find(text))
