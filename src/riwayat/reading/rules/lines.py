"""A sentence cut into tokens: what all rules work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwayat.model import Span
from riwayat.text.tokens import Token

OPENING = frozenset('"“‘«(:-–—•*…[') | {"--"}
"""Marks behind which a capital says nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence cut into tokens."""

    sentence: Span
    tokens: tuple[Token, ...]

    def span(self, text: str, first: int, stop: int) -> Span:
        """The span of tokens `first`..`stop` (exclusive)."""
        a, b = self.tokens[first].start, self.tokens[stop - 1].end
        return Span(a, b, text[a:b])


def joined(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words `first`..`stop` (exclusive) with single spaces."""
    out = tokens[first].text
    for k in range(first + 1, stop):
        out += (" " if tokens[k].start > tokens[k - 1].end else "") + tokens[k].text
    return out


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital here may only be there because a sentence, quotation or list item begins."""
    return at == 0 or tokens[at - 1].text in OPENING
