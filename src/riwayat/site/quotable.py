"""How much of a report everybody may see: short quotations, and not many of them."""

from __future__ import annotations

from typing import Final

from riwayat.model import Reading, Statement
from riwayat.site.quoted import LONGEST

__all__ = ["cut", "quotable"]

_MOST: Final = 8
"""Quotations."""
_SHARE: Final = 0.3
"""Of the text that they may be together."""
_ALWAYS: Final = 600
"""Characters that may be quoted of any text, however short."""


def cut(text: str) -> str:
    """The words of a text that may be quoted: no more than `LONGEST` characters, whole words."""
    if len(text) <= LONGEST:
        return text
    space = text.rfind(" ", 0, LONGEST + 1)
    return text[: space if space > 0 else LONGEST]


def quotable(reading: Reading) -> list[tuple[Statement, str]]:
    """Some statements, those that tell events chosen first, each with the words to quote, in order of the text."""
    telling = {telling.statement for event in reading.events for telling in event.tellings}
    left, chosen = max(_ALWAYS, int(len(reading.report.text) * _SHARE)), []
    for statement in sorted(reading.statements, key=lambda s: (s.id not in telling, s.start))[:_MOST]:
        words = cut(statement.text)
        if len(words) <= left:
            left -= len(words)
            chosen.append((statement, words))
    return sorted(chosen, key=lambda one: one[0].start)
