"""What finding memberships starts from in every grammar: the people and bodies of a report, and a way through it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Membership, Mention
from riwayat.reading.rules.lines import Line


class Belonging(ABC):
    """Asks of each person in a sentence whose he is said to be; a grammar answers."""

    def __init__(self, text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self._text, self._lexicon = text, lexicon
        self._people = {m.span.start: m.span for m in mentions if m.type == "person"}
        self._groups = Marked(m for m in mentions if m.type in ("group", "outlet"))
        self._titles = lexicon.phrases("names", "person_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._relatives = lexicon.set("names", "relatives")

    def find(self, line: Line) -> Iterator[Membership]:
        """The memberships that a sentence tells."""
        tokens = line.tokens
        for i, token in enumerate(tokens):
            person = self._people.get(token.start)
            if person is None:
                continue
            stop = next((k for k in range(i, len(tokens)) if tokens[k].start >= person.end), len(tokens))
            found = self._of(line, i, stop, person)
            if found is not None:
                yield found

    @abstractmethod
    def _of(self, line: Line, first: int, stop: int, person: Span) -> Membership | None:
        """The membership of the person whom the words `first`..`stop` name."""

    def _groups_in(self, start: int, end: int) -> list[Span]:
        """The bodies named in a stretch of the text, outermost."""
        inside = [m.span for m in self._groups.within(start, end)]
        return [
            s for s in inside if not any(o != s and o.start <= s.start and s.end <= o.end for o in inside)
        ]

    def _made(self, start: int, end: int, person: Span, group: Span, role: str | None) -> Membership:
        return Membership(person, group, role, Span(start, end, self._text[start:end]))

    def _in_brackets(self, line: Line, stop: int) -> tuple[Span, int] | None:
        """The one body named in brackets that open at a word, and the word that closes them."""
        tokens = line.tokens
        if stop + 1 >= len(tokens) or tokens[stop].text != "(":
            return None
        close = next((k for k in range(stop, len(tokens)) if tokens[k].text == ")"), None)
        groups = self._groups_in(tokens[stop].end, tokens[close].start) if close is not None else []
        return (groups[0], close) if close is not None and len(groups) == 1 else None
