"""A sentence with the names and times that stand in it: what the rules for events look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from riwayat.model import Span
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention
from riwayat.reading.rules.lines import Line
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token

Range: TypeAlias = tuple[int, int]
"""Tokens of a sentence, the second exclusive."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a document."""

    text: str
    """The document's text."""
    line: Line
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]

    @classmethod
    def of(cls, text: str, line: Line, marked: Marked, times: Sequence[TimeExpression]) -> Scene:
        """The scene of a sentence; `times` are the expressions of the whole document, in order."""
        start, end = line.sentence.start, line.sentence.end
        first, stop = (bisect_left(times, at, key=lambda t: t.start) for at in (start, end))
        return cls(text, line, marked.within(start, end), times[first:stop])

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words and marks."""
        return self.line.tokens

    @property
    def sentence(self) -> Span:
        """Where the sentence stands."""
        return self.line.sentence

    def span(self, first: int, stop: int) -> Span:
        """The span of tokens `first`..`stop` (exclusive)."""
        return self.line.span(self.text, first, stop)

    def within(self, span: Span) -> list[Mention]:
        """The mentions inside a span."""
        return [m for m in self.mentions if span.start <= m.span.start and m.span.end <= span.end]

    def in_name(self, token: Token) -> bool:
        """Whether a capitalised word is part of a name."""
        return token.is_capital and any(m.span.start <= token.start < m.span.end for m in self.mentions)

    def is_time(self, token: Token) -> bool:
        """Whether a word is part of a time expression."""
        return any(t.start <= token.start < t.end for t in self.times)
