"""Outlets retold: `dilansir X`, `dikutip X dari Y`, `X, mengutip sumber militer, …`."""

from __future__ import annotations

from typing import Literal

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrator_phrases import NarratorPhrases
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token

_CARRIED = 8
"""Words from `aired` up to whose words were."""
_QUOTES = '"“”«»'


class Retold:
    """Finds where a sentence retells an outlet."""

    def __init__(
        self, text: str, lexicon: Lexicon, clauses: Clauses, narrators: Narrators, phrases: NarratorPhrases
    ) -> None:
        self._text = text
        self._clauses = clauses
        self._narrators = narrators
        self._phrases = phrases
        table = "attribution"
        self._relay = lexicon.phrases(table, "relay")
        self._relay_fillers = lexicon.set(table, "relay_fillers")
        self._quoting = lexicon.phrases(table, "quoting")
        self._thus = lexicon.phrases(table, "thus")
        self._source_of_relay = lexicon.set(table, "source_of_relay")
        self._by = lexicon.set(table, "by")
        self._as_saying = lexicon.phrases(table, "as_saying")
        self._within = lexicon.set(table, "within")
        self._carry = lexicon.set(table, "carry")
        self._whose = (
            lexicon.set(table, "by") | lexicon.set(table, "source_of_relay") | lexicon.set("words", "of")
        )
        self._vehicles = lexicon.phrases(table, "vehicles")
        self._lacking = lexicon.set(table, "lacking")
        self._hedges = lexicon.phrases(table, "hedges")

    def relay(self, line: Line, i: int) -> Cue | None:
        """`dilansir kantor berita X`."""
        n = self._relay.match(line.tokens, i)
        if not n:
            return None
        tokens, at = line.tokens, i + n
        while at < len(tokens) and (tokens[at].lower in self._relay_fillers and not tokens[at].is_capital):
            at += 1
        at = min(at, len(tokens))
        head = at
        while head > i + n and self._outlet_words(tokens[head - 1]):
            head -= 1
        stop = self._clauses.noun_phrase_end(tokens, at) if at < len(tokens) else at
        narrator = self._narrators.read(line, head, stop) if at < stop else None
        if stop + 1 < len(tokens) and tokens[stop].text == "," and (narrator is None or not narrator.mention):
            apart = self._clauses.noun_phrase_end(tokens, stop + 1)  # `kantor berita Arab Saudi, SPA`
            named = self._narrators.read(line, head, apart)
            if narrator is None or (named is not None and named.mention):
                narrator, stop = named, apart
        if narrator is not None and narrator.kind in OUTLETS:
            back = i <= 2 and bool(i) and self._thus.match(tokens, 0) > 0
            return Cue("relay", "whole", i, i + n, i, stop, narrator, back=back)
        return None

    def behind(self, line: Line, cue: Cue) -> Cue | None:
        """`dikutip Anadolu dari Wall Street Journal`: the outlet behind the outlet."""
        tokens, at = line.tokens, cue.close
        if cue.role != "relay" or at + 1 >= len(tokens) or tokens[at].lower not in self._source_of_relay:
            return None
        stop = self._clauses.noun_phrase_end(tokens, at + 1)
        narrator = self._narrators.read(line, at + 1, stop) if at + 1 < stop else None
        if narrator is None or narrator.kind not in OUTLETS:
            return None
        return Cue("relay", "whole", at, at + 1, at, stop, narrator, inner=True)

    def _outlet_words(self, token: Token) -> bool:
        return (
            token.lower in self._relay_fillers
            and token.lower not in self._by
            and not self._clauses.is_preposition(token)
        )

    def _was_quoted(self, line: Line, i: int, n: int) -> tuple[Cue, ...]:
        """`X was quoted by Reuters as saying`, `X was quoted as saying by Reuters`: outermost who quotes."""
        tokens = line.tokens
        as_saying = next(
            (k for k in range(i + 1, min(len(tokens), i + 12)) if self._as_saying.match(tokens, k)), None
        )
        if as_saying is None or any(tokens[k].text in ".;" for k in range(i, as_saying)):
            return ()
        first = self._phrases.subject_start(line, i)
        subject = self._phrases.subject(line, first, i) if first < i else None
        if subject is None:
            return ()
        end = as_saying + self._as_saying.match(tokens, as_saying)
        goes_on = self._clauses.has_verb(tokens, end, len(tokens)) or any(
            t.text in _QUOTES for t in tokens[end:]
        )
        closes = self._clauses.has_verb(tokens, 0, max(first - 1, 0)) and not goes_on
        order: Literal["before", "after"] = (
            "after" if closes else "before"
        )  # `It sank, its owner was quoted as saying`
        said = Cue("say", order, i, end, first, end, subject, inner=True)
        for k in (i + n, end):
            published = k == end and k < len(tokens) and tokens[k].lower in self._within
            if k + 1 < len(tokens) and (tokens[k].lower in self._by or published):
                stop = self._phrases.end(line, k + 1)
                quoter = self._narrators.read(line, k + 1, min(stop, as_saying) if k < as_saying else stop)
                if quoter is not None and (quoter.kind in OUTLETS or not published):
                    role: Role = "relay" if quoter.kind in OUTLETS else "say"
                    return (Cue(role, order, i, i + n, first, i + n, quoter), said)
        said.inner = False  # `he was quoted as telling the daily X`
        return (said,)

    def _carrying(self, line: Line, i: int) -> int:
        """How many words lead from `aired the testimony of` to whose it is."""
        tokens = line.tokens
        if tokens[i].lower not in self._carry or not self._clauses.is_verb(tokens[i]):
            return 0
        for k in range(i + 2, min(len(tokens) - 1, i + _CARRIED)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_verb(tokens[k]):
                return 0
            if tokens[k].lower in self._whose and self._vehicles.match_back(tokens, k):
                return k + 1 - i
        return 0

    def quoting(self, line: Line, i: int) -> tuple[Cue, ...]:
        """`SANA, mengutip sumber militer, …`: who quotes, and within it who is quoted."""
        tokens = line.tokens
        n = self._quoting.match(tokens, i) or self._carrying(line, i)
        if not n or i + n >= len(tokens):
            return ()
        if self._clauses.is_passive(tokens[i]):
            return self._was_quoted(line, i, n)
        if i and tokens[i - 1].lower in self._lacking:
            return ()  # `without citing a source`
        at = i + n
        while hedge := self._hedges.match(tokens, at) if at < len(tokens) else 0:
            at += hedge  # `quoting what it called a field source`
        stop = self._phrases.end(line, at)
        quoted = self._narrators.read(line, at, stop)
        if quoted is None:
            return ()
        n_as = self._as_saying.match(tokens, stop) if stop < len(tokens) else 0
        first = self._phrases.subject_start(line, i)
        told = self._clauses.has_verb(tokens, first, i)  # `X melaporkan kunjungan itu batal, mengutip Y`
        subject = self._phrases.subject(line, first, i) if first < i and not told else None
        if subject is None and not told and tokens[i - 1].text == "," and i > 1:
            apart = tokens[first : i - 1]  # `Axios, mengutip sumber, …`: only an outlet quotes like that
            if apart and all(t.is_word and t.is_capital for t in apart):
                subject = Narrator("outlet", line.span(self._text, first, i - 1))
        inner = Cue(
            "relay" if quoted.kind in OUTLETS else "say",
            "whole",
            i,
            stop + n_as if n_as else i + n,
            i,
            stop + n_as,
            quoted,
            inner=subject is not None or quoted.kind not in OUTLETS,
        )
        if subject is None:
            return (inner,)
        if n_as and quoted.kind not in OUTLETS:
            inner.first, inner.stop = stop, stop + n_as
        role: Role = "relay" if subject.kind in OUTLETS else "say"
        outer = Cue(role, "whole", i, i + n, first, i + n, subject)
        told_before = self._clauses.has_verb(tokens, 0, first) and not any(
            t.is_word for t in tokens[inner.stop :]
        )
        if n_as and tokens[max(first - 1, 0)].text not in _QUOTES and not told_before:
            # `while X quoted Y as saying …`: only their own clause
            outer.order = inner.order = "before"
            inner.clause = first
        return (outer, inner)
