"""Retelling: what an outlet passes on, what is labelled with its speaker, and what nobody is named for."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue
from riwayat.reading.verb_first.grammar import is_definite
from riwayat.reading.verb_first.sources import Sources
from riwayat.reading.verb_first.subjects import Subjects
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_PASSIVE_MARK = "\u064f"
"""The vowel mark that makes a verb passive where it is written (`ذُكر`)."""


class Retelling(Sources, Subjects):
    """Finds the wordings by which something is passed on."""

    def _passed_on(self, line: Line, i: int) -> list[Cue]:
        """`نقلت وكالة X عن مصدر قوله إن`: the outlet, and whom it has it from."""
        tokens = line.tokens
        if tokens[i].lower not in self._passing or not self._grammar.is_verb(tokens[i]):
            return []
        end = self._narrators.end(line, i + 1)
        through = self._onto if tokens[i].lower in self._ascribing else self._from
        at = next((k for k in range(i + 1, min(len(tokens), i + 14)) if tokens[k].lower in through), None)
        if at is None or at > end + 6:
            return []
        clause = self._grammar.clause_start(tokens, i)
        outlet = self._narrators.read(line, i + 1, min(end, at)) if at > i + 1 else None
        if outlet is None or outlet.kind not in OUTLETS:
            outlet = self._subject_before(line, clause, i) or outlet
        if outlet is None and self._past_light(tokens, i + 1) == at:
            outlet = self._voice(line, i)
        source_stop = self._narrators.end(line, at + 1)
        source = self._narrators.read(line, at + 1, source_stop)
        said = source_stop < len(tokens) and tokens[source_stop].lower in self._verbal
        if source is None and (said or self._leads(tokens, i, source_stop, ())) and source_stop > at + 1:
            source = Narrator("anonymous", line.span(self._text, at + 1, source_stop))
        if source is None and tokens[i].lower not in self._ascribing:
            return []
        if tokens[i].lower in self._ascribing and not said:
            blames = outlet is not None and outlet.span is not None and tokens[at].lower not in self._to
            return [Cue("say", i, i + 1, clause, i + 1, outlet)] if blames and outlet is not None else []
        if source is None:
            return []
        close = source_stop
        cue_first, cue_stop = at, at + 1
        if close < len(tokens) and tokens[close].lower in self._verbal:
            cue_first, cue_stop = close, close + 1
            close += 1
        found = []
        if outlet is not None:
            role: Role = "relay" if outlet.kind in OUTLETS else "say"
            found.append(Cue(role, i, i + 1, clause, at, outlet))
        inner: Role = "relay" if source.kind in OUTLETS else "say"
        found.append(Cue(inner, cue_first, cue_stop, clause, close, source, nested=True))
        return found

    def _labelled(self, line: Line) -> list[Cue]:
        """`رويترز عن مصدرين: …`, `قائد ميداني لتلفزيون سوريا: "…"`: a speaker and a colon at the head."""
        tokens = line.tokens
        first = self._past_clock(tokens)
        if first >= len(tokens) or tokens[first].lower in self._places:
            return []
        if self._grammar.is_verb(tokens[first]) or self._grammar.is_preposition(tokens[first]):
            return []
        stop = self._narrators.end(line, first)
        told = self._told_to(line, first, stop)
        colon = next((k for k in range(stop, min(len(tokens), stop + 7)) if tokens[k].text == ":"), None)
        if (
            colon is None
            or any(t.text in "–—-" for t in tokens[first:colon])
            or any(self._grammar.is_verb(t) for t in tokens[first:colon])
            or len(tokens) - colon < 4
        ):
            return []
        narrator = self._narrators.read(line, first, stop)
        if narrator is None and stop == first + 1 and not self._narrators.everyday(tokens[first]):
            narrator = Narrator("person", line.span(self._text, first, stop))  # `فلان: …`
        elif narrator is None or (
            narrator.mention is None
            and (
                narrator.kind in ("group", "outlet", "document")
                or (narrator.kind == "official" and stop == first + 1)
            )
        ):
            return []
        role: Role = "relay" if narrator.kind in OUTLETS else "show" if narrator.kind in PICTURED else "say"
        cue = Cue(role, colon, colon + 1, first, stop, narrator, told=told)
        return [cue, *self._handed_on(line, stop, behind=False)]

    def _past_clock(self, tokens: Sequence[Token]) -> int:
        """Past the hour that an entry of a ticker begins with."""
        k = 0
        while k < len(tokens) and (tokens[k].text[0].isdigit() or (k and not tokens[k].is_word)):
            k += 1
        return k if k and ":" in tokens[0].text else 0

    def _passive_at(self, line: Line, i: int, cues: Sequence[Cue]) -> Cue | None:
        """`ذُكر أن`, `أنباء عن`: nobody is named."""
        n = max(self._passive.match(line.tokens, i), self._passive_phrases.match(line.tokens, i))
        if not n:
            return None
        clause = self._grammar.clause_start(line.tokens, i)
        token = line.tokens[i]
        if token.lower in self._hearsay_words and (cues or is_definite(token)):
            return None  # `نفى X صحة الأنباء عن`
        unsaid = token.lower in self._learning or token.lower in self._rumours
        if token.lower in self._say and n > 1 and not unsaid and _PASSIVE_MARK not in token.text:
            if isinstance(token, Word) and token.tense == "present":
                return None
            narrator = Narrator("person", None, anaphor=True, otherwise="unspecified")
            return Cue("say", i, i + 1, clause, i + 1, narrator)
        return Cue("passive", i, i + n, clause, i + n, Narrator("unspecified", None))

    def _rumoured(self, line: Line, i: int) -> Cue | None:
        """`تردد في المخيم أن`: said by nobody, where only a preposition's phrase stands before `that`."""
        tokens = line.tokens
        if tokens[i].lower not in self._rumours or not self._grammar.is_verb(tokens[i]):
            return None
        for k in range(i + 1, min(len(tokens), i + 7)):
            if tokens[k].lower in self._that:
                clause = self._grammar.clause_start(tokens, i)
                return Cue("passive", i, i + 1, clause, i + 1, Narrator("unspecified", None))
            if k == i + 1 and not self._grammar.is_preposition(tokens[k]):
                return None
        return None
