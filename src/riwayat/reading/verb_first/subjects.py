"""Subjects: who speaks, before his verb, in commas behind his office, or told of earlier in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.links import OUTLETS
from riwayat.reading.markup import Narrator
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import FEW, Cue, Cues
from riwayat.reading.verb_first.grammar import is_definite, is_owned
from riwayat.text.tokens import Token

SHORT = 6
"""Words of a relative clause that no commas set apart."""


class Subjects(Cues):
    """Finds the subject of a verb of saying where it does not simply follow."""

    def _subject_before(self, line: Line, clause: int, verb: int) -> Narrator | None:
        """Who stands before a verb: `رئيس الفرع قال`, `المتحدث باسم X، فلان، نفى`, `أما X فقال`."""
        tokens = line.tokens
        if (earlier := self._before_now(line, verb)) is not None:
            return earlier
        for first in self._clause_heads(tokens, verb):
            while first < verb and self._opens_clause(tokens[first]):
                first += 1
            if (
                first >= verb
                or self._grammar.is_preposition(tokens[first])
                or self._grammar.is_verb(tokens[first])
                or (tokens[first].lower in self._pronouns and first + 1 < verb)
            ):
                continue
            stop = min(self._narrators.end(line, first), verb)
            between = tokens[stop:verb]
            parted = bool(between) and self._parenthesis(between)
            asked = bool(between) and self._anonymity.match(between, 0) > 0
            light = all(
                self._grammar.is_light(t) or self._grammar.is_conjunction(t) or is_definite(t)
                for t in between
            )
            if between and not (parted or light or asked):
                continue
            apposed = parted and sum(t.is_word for t in between) <= FEW
            narrator = self._narrators.read(line, first, stop)
            if apposed and (narrator is None or narrator.mention is None):
                narrator = self._narrators.apposed(line, first, stop, verb) or narrator
            if narrator is not None:
                return narrator
        return None

    def _before_now(self, line: Line, verb: int) -> Narrator | None:
        """`سبق لوزير الدفاع أن أعلن أن`: who did before what the verb tells."""
        tokens = line.tokens
        if not verb or tokens[verb - 1].lower not in self._that:
            return None
        for k in range(max(0, verb - FEW), verb - 2):
            if tokens[k].lower in self._earlier and tokens[k + 1].lower in self._to:
                return self._narrators.read(line, k + 2, verb - 1)
        return None

    def _opens_clause(self, token: Token) -> bool:
        """Whether a word stands before the subject that begins a clause."""
        return (
            self._grammar.is_mark(token)
            or self._grammar.is_conjunction(token)
            or self._grammar.is_coordinator(token)
            or (
                self._grammar.is_light(token)
                and not is_definite(token)
                and not self._grammar.is_preposition(token)
            )
        )

    def _clause_heads(self, tokens: Sequence[Token], verb: int) -> list[int]:
        """Where the clause of a verb may begin: behind the nearest `that` or joint, at the sentence's head."""
        heads: list[int] = []
        for k in range(verb - 1, -1, -1):
            token = tokens[k]
            if token.lower in self._that or token.text in ":؛;" or self._grammar.is_coordinator(token):
                heads.append(k + 1)
                if token.lower in self._that or token.text in ":؛;":
                    return heads
            elif token.lower in self._joining and not heads and k == verb - 1:
                return []
            elif self._grammar.is_conjunction(token) and k and tokens[k - 1].text in ",،":
                heads.append(k + 1)
        return [*heads, 0]

    def _parenthesis(self, between: Sequence[Token]) -> bool:
        """Whether what stands between a speaker and his verb is set in commas, or a relative clause."""
        last = between[-1]
        k = len(between) - 1
        while k > 0 and (self._grammar.is_light(between[k]) or self._grammar.is_conjunction(between[k])):
            k -= 1
        last = between[k]
        if between[0].text in ",،":
            return last.text in ",،"
        if self._points_at(between) and len(between) <= SHORT:
            return True
        return self._grammar.is_relative(between[0]) and (last.text in ",،" or len(between) <= 6)

    def _points_at(self, between: Sequence[Token]) -> bool:
        """Whether a clause without relative pronoun says something of what stands before it (`خرائط حصلت عليها`)."""
        verb = between[0]
        behind = between[1].lower if len(between) > 1 else ""
        return self._grammar.is_verb(verb) and (is_owned(verb) or behind in self._with_pronoun)

    def _clause_subject(self, line: Line, i: int, cues: Sequence[Cue]) -> Narrator | None:
        """Whoever the sentence tells of before (`تحدث الشيخ X عن …، وقال إن`), where nobody has spoken in it yet."""
        if cues:
            return None
        tokens = line.tokens
        first = next(
            (
                k
                for k in range(i)
                if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k])
            ),
            None,
        )
        if first is None:
            return None
        before = self._subject_before(line, self._grammar.clause_start(tokens, first), first)
        if before is not None and before.mention is not None:
            return before
        at = self._past_light(tokens, first + 1)
        stop = self._narrators.end(line, at) if at < i else at
        named = self._narrators.read(line, at, stop) if at < stop <= i else None
        named, _ = self._with_name(line, at, stop, named)
        return (
            named
            if named is not None
            and (named.mention is not None or named.kind == "person")
            and not named.anaphor
            and named.kind not in OUTLETS
            else None
        )

    def _with_name(
        self, line: Line, at: int, stop: int, narrator: Narrator | None
    ) -> tuple[Narrator | None, int]:
        """A narrator's phrase with the name set in commas behind it (`المتحدث باسم القوة، العقيد صديق،`)."""
        tokens = line.tokens
        if (
            narrator is None
            or narrator.kind == "person"
            or stop >= len(tokens)
            or tokens[stop].text not in ",،"
        ):
            return narrator, stop
        close = next((k for k in range(stop + 1, len(tokens)) if tokens[k].text in ",،"), stop)
        apposed = self._narrators.apposed(line, at, stop, close) if close > stop + 1 else None
        return (apposed, close) if apposed is not None else (narrator, stop)

    def _stranger(
        self, line: Line, i: int, at: int, stop: int, quoted: Sequence[tuple[int, int]]
    ) -> Narrator | None:
        """`تقول حواء إن`: one word that is known from nowhere, and what it says at once behind."""
        tokens = line.tokens
        if tokens[i].lower in self._weak or tokens[i].lower not in self._say or at != i + 1:
            return None
        if stop - at not in (1, 2) or not tokens[at].is_word or tokens[at].lower in self._that:
            return None
        closes = self._quote_before(tokens, i, quoted) is not None
        if not (closes or self._leads(tokens, i, stop, quoted)) or tokens[at].lower in self._before_that:
            return None
        token = tokens[at]
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_verb(token)
            or self._grammar.is_light(token)
            or self._grammar.is_conjunction(token)
            or token.lower in self._staff
        ):
            return None
        if token.lower in self._pronouns or token.text[0].isdigit() or self._grammar.is_relative(token):
            return None
        span = line.span(self._text, at, stop)
        if (bearer := self._narrators.called_so(span)) is not None:
            return Narrator("person", span, bearer)
        return Narrator("witness", span, anaphor=is_definite(token), otherwise="witness")

    def _new_subject(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verb that nobody is named beside cannot go on with a voice: it opens a relative clause."""
        return i > 0 and self._grammar.is_relative(tokens[i - 1])

    def _relative_before(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verb stands in a relative clause (`الذي قال`)."""
        k = i - 1
        while k >= 0 and (self._grammar.is_light(tokens[k])):
            k -= 1
        return k >= 0 and self._grammar.is_relative(tokens[k])

    def _related(self, line: Line, i: int) -> Cue | None:
        """`المحامي X الذي قال: "…"`: who stands before the relative clause, if his words follow at once."""
        tokens = line.tokens
        if i + 1 >= len(tokens) or not (tokens[i + 1].text == ":" or tokens[i + 1].lower in self._that):
            return None
        relative = next(k for k in range(i - 1, -1, -1) if self._grammar.is_relative(tokens[k]))
        for first in range(relative - 1, max(-1, relative - 10), -1):
            if (self._grammar.is_mark(tokens[first]) and first < relative - 1) or self._grammar.is_verb(
                tokens[first]
            ):
                return None
            stop = self._narrators.end(line, first)
            narrator = self._narrators.read(line, first, relative) if stop >= relative - 1 else None
            if narrator is not None and (narrator.mention is not None or narrator.kind != "group"):
                return Cue("say", i, i + 1, first, relative, narrator)
        return None
