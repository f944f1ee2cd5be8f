"""Who belongs to, leads or speaks for whom: by the office before a name, by apposition, by brackets."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.belonging import Belonging
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Membership, Mention
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.text.tokens import Token

_REACH = 14
"""Words of an office."""


class Memberships(Belonging):
    """Finds the memberships of one report."""

    def __init__(self, text: str, lexicon: Lexicon, grammar: Grammar, mentions: Sequence[Mention]) -> None:
        super().__init__(text, lexicon, mentions)
        self._grammar = grammar
        self._inside = frozenset(
            at for m in mentions if m.type in ("group", "outlet") for at in range(m.span.start, m.span.end)
        )
        self._heads = lexicon.set("names", "group_heads")
        self._led_by = lexicon.set("words", "led_by")
        self._counterparts = lexicon.set("heads", "counterparts")
        self._in_name_of = lexicon.set("heads", "in_name_of")
        self._attached = lexicon.set("words", "attached")
        self._ministers = lexicon.set("heads", "ministers")
        self._ministries = lexicon.set("heads", "ministries")
        self._links = lexicon.set("heads", "links")
        self._of_words = lexicon.set("words", "of")

    def _of(self, line: Line, first: int, stop: int, person: Span) -> Membership | None:
        return (
            self._bracketed(line, stop, person)
            or self._led(line, first, person)
            or self._before(line, first, person)
            or self._behind(line, stop, person)
        )

    def _told(
        self, line: Line, first: int, stop: int, person: Span, group: Span, role: str | None
    ) -> Membership:
        """A membership whose evidence is the words `first`..`stop` with the person's name."""
        start, end = min(line.tokens[first].start, person.start), max(person.end, line.tokens[stop - 1].end)
        return self._made(start, end, person, group, role)

    def _bracketed(self, line: Line, stop: int, person: Span) -> Membership | None:
        """`أبو محمد (هيئة تحرير الشام)`"""
        inside = self._in_brackets(line, stop)
        return self._told(line, stop, inside[1] + 1, person, inside[0], None) if inside else None

    def _before(self, line: Line, i: int, person: Span) -> Membership | None:
        """`المتحدث باسم وزارة الدفاع الروسية X`: the body named first behind the office."""
        tokens = line.tokens
        start = i
        while start and i - start < _REACH and self._office_word(tokens, start - 1):
            start -= 1
        office = next(
            (
                k
                for k in range(start, i)
                if (
                    self._titles.match(tokens, k)
                    or self._roles.match(tokens, k)
                    or tokens[k].text in self._counterparts
                )
                and tokens[k].start not in self._inside
            ),
            None,
        )
        if office is None:
            return None
        if tokens[office].lower in self._relatives:
            return None
        groups = self._groups_in(tokens[office].start, person.start)
        if not groups:
            pointed = self._pointed(line, office, i) or self._ministry(line, office, i)
            groups = [pointed] if pointed is not None else []
        if not groups:
            return None
        role_end = next((k for k in range(office, i) if tokens[k].start >= groups[0].start), i)
        role = self._text[tokens[office].start : tokens[max(office, role_end - 1)].end]
        return self._told(line, office, i, person, groups[0], role)

    def _pointed(self, line: Line, office: int, stop: int) -> Span | None:
        """The body named before that `المتحدث باسمها`, `مديرة المركز` mean."""
        tokens = line.tokens
        before = self._groups.last_before(tokens[office].start, how_many=40)
        for token in tokens[office:stop]:
            if token.lower in self._in_name_of and is_owned(token):
                return next((m.span for m in before), None)
            if is_definite(token) and (named := self._by_nisba(token, before)) is not None:
                return named
            if token.lower in self._heads and is_definite(token):
                same = (m for m in before if self._first_word(m) == token.lower)
                return next((m.span for m in same), None)
        return None

    def _ministry(self, line: Line, office: int, stop: int) -> Span | None:
        """The ministry that the report names, of a minister with its field (`وزير الداخلية X`: `وزارة الداخلية`)."""
        if line.tokens[office].lower not in self._ministers or office + 1 >= stop:
            return None
        field = line.tokens[office + 1].lower
        named = self._groups.within(0, len(self._text))
        return next(
            (
                m.span
                for m in named
                if (words := [t.lower for t in self._lexicon.tokens(m.called)])
                and words[-1 if len(words) < 3 else 1] == field
                and (len(words) == 1 or words[0] in self._ministries)
            ),
            None,
        )

    def _by_nisba(self, token: Token, before: Sequence[Mention]) -> Span | None:
        """The body named before whose name a word is taken from (`القيادي الحوثي`: `جماعة الحوثي`)."""
        if self._lexicon.ordinary(token.lower):
            return None
        same = (m for m in before if any(t.lower == token.lower for t in self._lexicon.tokens(m.called)[1:]))
        return next((m.span for m in same), None)

    def _first_word(self, mention: Mention) -> str:
        words = self._lexicon.tokens(mention.called)
        return words[0].lower if words else ""

    def _led(self, line: Line, i: int, person: Span) -> Membership | None:
        """`حركة تحرير السودان بقيادة X`: the body whose leader is named behind it."""
        tokens, k = line.tokens, i
        while k and self._titles.match_back(tokens, k):
            k -= self._titles.match_back(tokens, k)
        if not k or tokens[k - 1].lower not in self._led_by:
            return None
        before = self._groups.within(line.sentence.start, tokens[k - 1].start)
        return self._told(line, k - 1, i, person, before[-1].span, None) if before else None

    def _office_word(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word may stand inside an office before a name."""
        token = tokens[k]
        if token.start in self._inside or token.text in QUOTES or token.text in "()":
            return True
        if token.text in ",،":
            named = k + 1 < len(tokens) and tokens[k + 1].start in self._people
            return k > 0 and k + 1 < len(tokens) and (named or self._titles.match(tokens, k + 1) > 0)
        if not token.is_word or self._grammar.is_verb(token) or self._grammar.is_opener(token):
            return False
        if token.start in self._people or self._grammar.is_relative(token):
            return False
        if self._grammar.is_preposition(token):
            return token.lower in self._links
        if self._grammar.is_conjunction(token):
            return k + 1 < len(tokens) and is_definite(tokens[k + 1])
        return True

    def _behind(self, line: Line, stop: int, person: Span) -> Membership | None:
        """`X، القيادي في حركة حماس،`; `X من منظمة Y`"""
        tokens = line.tokens
        if stop >= len(tokens):
            return None
        if tokens[stop].lower in self._of_words and stop + 1 < len(tokens):
            groups = self._groups_in(tokens[stop + 1].start, tokens[min(len(tokens), stop + 8) - 1].end)
            if groups and groups[0].start == tokens[stop + 1].start and tokens[stop].lower in self._attached:
                return self._told(line, stop, stop + 1, person, groups[0], None)
        at = stop
        if tokens[at].text in ",،" and at + 1 < len(tokens):
            at += 1
        elif not is_definite(tokens[at]):
            return None
        if self._grammar.is_conjunction(tokens[at]) and at + 2 < len(tokens):
            at += 2  # `وهو قائد …`
        if not (self._titles.match(tokens, at) or self._roles.match(tokens, at)):
            return None
        end = at
        while end < len(tokens) and (end == at or self._office_word(tokens, end)):
            end += 1
        groups = self._groups_in(tokens[at].start, tokens[end - 1].end)
        if not groups or any(tokens[at].start <= p < tokens[end - 1].end for p in self._people):
            return None
        role_end = next((k for k in range(at, end) if tokens[k].start >= groups[0].start), end)
        role = self._text[tokens[at].start : tokens[max(at, role_end - 1)].end]
        return self._told(line, stop, end, person, groups[0], role)
