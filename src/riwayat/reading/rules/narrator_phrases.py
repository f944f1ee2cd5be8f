"""Narrator phrases: which words name the one who speaks, before a verb of saying and behind a cue."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Narrator
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token


class NarratorPhrases:
    """Finds narrator phrases in the sentences of one document."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses, narrators: Narrators) -> None:
        self._clauses = clauses
        self._narrators = narrators
        table = "attribution"
        self._seated = lexicon.set(table, "seated")
        self._seats = lexicon.set(table, "seats")
        self._say = lexicon.phrases(table, "say")
        self._act = lexicon.phrases(table, "act")
        self._bare = lexicon.set(table, "bare")
        self._that = lexicon.set(table, "that")
        self._pronouns = lexicon.set(table, "singular") | lexicon.set(table, "plural")
        self._conjunctions = lexicon.set("words", "conjunctions")

    def end(self, line: Line, first: int) -> int:
        """Where a narrator phrase ends that begins at `first`, its appositions included."""
        tokens = line.tokens
        if first >= len(tokens):
            return first
        stop = self._with_place(line, first, self._clauses.noun_phrase_end(tokens, first))
        while stop + 1 < len(tokens):
            name = stop + (tokens[stop].text == ".")
            if self._narrators.person_at(tokens[name]):  # `dr. Ahmad`, `Kolonel (Purn.) Ahmad`
                stop = self._with_place(line, name, self._clauses.noun_phrase_end(tokens, name))
            elif tokens[stop].text == "(":
                close = next((k for k in range(stop, len(tokens)) if tokens[k].text == ")"), None)
                if close is None:
                    break
                stop = close + 1
            elif tokens[stop].text == "," and (
                self._apposes(line, stop + 1) or self._narrators.medium_named_behind(line, first, stop + 1)
            ):
                stop = self._with_place(line, stop + 1, self._clauses.noun_phrase_end(tokens, stop + 1))
            elif self._clauses.is_relative(tokens[stop]):
                end = next(
                    (k for k in range(stop, len(tokens)) if self._clauses.is_stop(tokens[k])), len(tokens)
                )
                stop = end
            else:
                break
        return stop

    def _with_place(self, line: Line, first: int, stop: int) -> int:
        """`sumber … di Idlib`: a phrase with `di X` or `dari X` behind it."""
        tokens = line.tokens
        while (
            stop + 1 < len(tokens)
            and tokens[stop].lower in self._seated
            and (
                tokens[stop + 1].is_capital
                or tokens[stop + 1].lower in self._seats
                or self._narrators.is_source(line, first)  # `sumber di layanan darurat`
            )
        ):
            stop = self._clauses.noun_phrase_end(tokens, stop + 1)
        return stop

    def _apposes(self, line: Line, at: int) -> bool:
        """Whether what follows a comma goes on naming the same narrator."""
        tokens = line.tokens
        if at >= len(tokens):
            return False
        stop = self._clauses.noun_phrase_end(tokens, at)
        if stop <= at:
            return False
        inside = self._narrators.within(tokens[at].start, tokens[stop - 1].end)
        titled = self._narrators.opens_with_role(line, at)
        return titled or bool(
            inside and inside[0].type == "person" and inside[0].span.start == tokens[at].start
        )

    def subject_start(self, line: Line, verb: int) -> int:
        """First token of the subject of the verb: the leftmost noun phrase of its clause."""
        tokens = line.tokens
        start = self._clauses.clause_start(tokens, verb)
        if verb and self._clauses.is_relative(tokens[verb - 1]):
            return self._clauses.noun_phrase_start(tokens, verb - 1, start)
        for first, stop in self._clauses.segments(tokens, start, verb):
            set_in = start < first and stop < verb and tokens[first].lower in self._bare  # `…, kata Y, …`
            if not set_in and not self._clauses.adverbial(tokens, first, stop):
                return self._embedded(tokens, first, verb)
        # `Kepada RFA ia mengatakan`
        return verb - 1 if verb > start and tokens[verb - 1].lower in self._pronouns else verb

    def _embedded(self, tokens: Sequence[Token], first: int, verb: int) -> int:
        """`Yulianus menyebut Markus melaporkan …`: what stands between two verbs of saying is the second's subject."""
        for k in range(verb - 2, first, -1):
            saying = self._say.match(tokens, k) or self._act.match(tokens, k)
            within = any(self._clauses.is_relative(t) for t in tokens[first:k])
            if saying and not within and tokens[verb - 1].lower not in self._conjunctions:
                return k + 2 if tokens[k + 1].lower in self._that and k + 2 < verb else k + 1
        return first

    def subject(self, line: Line, first: int, verb: int) -> Narrator | None:
        """Who speaks, where the subject begins at `first`; a predicate before the verb is no part of it."""
        tokens = line.tokens
        stop = verb
        if stop > first and self._clauses.is_relative(tokens[stop - 1]):
            stop -= 1
        relative = False
        for i in range(first, stop):
            relative = relative or self._clauses.is_relative(tokens[i])
            if i > first and self._clauses.is_verb(tokens[i]) and not relative:
                # a predicate before: `X bertemu Y dan mengatakan`; another clause, where a comma closes it
                stop = i
                break
        return self._narrators.read(line, first, stop) if first < stop else None
