"""Attributions: which words rest what on whom.

Each sentence is searched for wordings of attribution outside its quotations: an outlet retold, `menurut X`,
a speaker before a verb of saying, a speaker after `…," kata`, a photo or document that shows, and the
passive that names nobody.  Each gets its scope in the sentence; scopes nest where one narrator passes on
another, and part where a clause is set beside the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Attribution
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.headed_last_phrases import HeadedLastPhrases
from riwayat.reading.rules.labels import Labels
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrator_phrases import NarratorPhrases
from riwayat.reading.rules.narrators import Narrators
from riwayat.reading.rules.retold import Retold
from riwayat.reading.rules.said import Said
from riwayat.reading.rules.scopes import Scopes
from riwayat.reading.rules.shown import Shown

_HEARSAY = ("person", "official", "group", "anonymous", "witness")
"""Kinds of narrators that a speaker passes on in his own words."""


class Attributions:
    """Finds the attributions of one document, a sentence at a time."""

    def __init__(self, text: str, lexicon: Lexicon, clauses: Clauses, narrators: Narrators) -> None:
        self._text = text
        kind = HeadedLastPhrases if lexicon.heads_last else NarratorPhrases
        phrases = kind(lexicon, clauses, narrators)
        self._retold = Retold(text, lexicon, clauses, narrators, phrases)
        self._said = Said(text, lexicon, clauses, narrators, phrases)
        self._labels = Labels(clauses, narrators)
        self._shown = Shown(lexicon, clauses, narrators, phrases)
        self._scopes = Scopes(text, lexicon, clauses, narrators)
        self._heads_last = lexicon.heads_last
        self._clauses = clauses
        self._counting = lexicon.set("attribution", "counting")
        self._broadcast = lexicon.set("attribution", "broadcast")

    def find(self, line: Line, quoted: Sequence[tuple[int, int]]) -> list[Attribution]:
        """The attributions of a sentence, by their place; `quoted` are the speech quotations of its paragraph."""
        tokens = line.tokens
        outside = [not any(a < t.start and t.end < b for a, b in quoted) for t in tokens]
        cues: list[Cue] = []
        if self._heads_last and outside and outside[0] and (label := self._labels.at_head(line)) is not None:
            cues.append(label)
        i = cues[0].stop if cues else 0
        while i < len(tokens):
            here = self._cues_at(line, i, outside) if outside[i] else ()
            if self._heads_last and len(here) > 1 and here[1].inner:
                here[1].behind = here[0]
            if outside[i] and not here and (more := self._adding(line, i, cues)) is not None:
                here = (more,)
            for cue in here:
                # A demand that somebody else tells of is that other's word.
                # Not so where he tells of it as of something said before (`X said Y had asked …`).
                before = self._clauses.is_before_past(line.tokens, max(cue.clause, cue.first - 3), cue.stop)
                told_of = (
                    cue.role == "act"
                    and not before
                    and any(
                        c.order != "after" and c.narrator.kind not in OUTLETS and not c.medium for c in cues
                    )
                )
                counted = self._counts(line, cue, cues)
                within = counted or (
                    cue.done and any(c.order == "before" and c.narrator.kind not in OUTLETS for c in cues)
                )
                again = self._repeats(cue, cues) and not cue.more
                if again and self._heads_last and self._goes_on(cue, cues):
                    again = False
                if not told_of and not within and not again:
                    cues.append(cue)
            i = max(i + 1, *(cue.stop for cue in here)) if here else i + 1
        if self._heads_last:
            # `X asked Y to come, an elder said`: the demand is what the elder tells
            told = [c for c in cues if c.order == "after" and c.narrator.kind not in OUTLETS]
            cues = [c for c in cues if c.role != "act" or not any(c.first < t.first for t in told)]
        if any(c.role != "passive" and c.narrator.kind not in PICTURED for c in cues):
            media = {
                id(c.behind)
                for c in cues
                if c.medium and c.behind is not None and c.behind.narrator.kind not in (*OUTLETS, "group")
            }
            cues = [c for c in cues if not c.medium and id(c) not in media]
        return self._scopes.of(line, cues, outside) + self._hearsay(line, quoted, outside)

    def _hearsay(
        self, line: Line, quoted: Sequence[tuple[int, int]], outside: Sequence[bool]
    ) -> list[Attribution]:
        """`"Klien saya bilang uang itu milik keluarga," kata X`: whose word a speaker passes on in a quotation."""
        found: list[Attribution] = []
        tokens = line.tokens
        for i in range(len(tokens)):
            cue = None if outside[i] else self._said.saying(line, i)
            if cue is None or cue.role != "say" or outside[cue.clause] or cue.narrator.kind not in _HEARSAY:
                continue
            pointed = cue.narrator.anaphor and cue.narrator.kind == "person"
            if pointed or cue.order != "before":
                continue
            end = next(b for a, b in quoted if a < tokens[i].start < b)
            scope = Span(tokens[cue.clause].start, end, self._text[tokens[cue.clause].start : end])
            found.append(
                Attribution("say", line.span(self._text, cue.first, cue.stop), cue.narrator, scope, None)
            )
        return found[:1]

    def _cues_at(self, line: Line, i: int, outside: Sequence[bool]) -> tuple[Cue, ...]:
        if quoting := self._retold.quoting(line, i):
            return quoting
        cue = (
            self._retold.relay(line, i)
            or self._said.announced(line, i)
            or self._said.according(line, i)
            or self._said.saying(line, i)
            or self._said.told_by(line, i)
            or self._shown.pictured(line, i)
            or self._said.closing(line, i, outside)
            or self._said.done_by(line, i)
            or self._said.passive(line, i)
        )
        if cue is None:
            return ()
        if self._heads_last and (listener := self._said.who_was_told(line, cue)) is not None:
            cue.inner = True
            return (listener, cue)
        if (further := self._retold.behind(line, cue)) is not None:
            return (cue, further)
        sharer = self._shown.sharer(line, cue) if cue.narrator.kind in PICTURED else None
        if sharer is None:
            return (cue,)
        cue.inner = True
        if self._broadcast & {t.lower for t in line.tokens[sharer.first : sharer.stop]}:
            cue.narrator = self._shown.as_footage(cue.narrator)
        return (sharer, cue)

    def _repeats(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """`mengutip sumber militer yang mengatakan`: the second verb adds nobody."""
        span = cue.narrator.called
        return span is not None and any(
            c.narrator.called is not None and _overlap(span, c.narrator.called) for c in cues
        )

    def _adding(self, line: Line, i: int, cues: Sequence[Cue]) -> Cue | None:
        """`…, a source told X, adding that …`: more from whoever spoke last in the main clause."""
        tokens = line.tokens
        if not self._heads_last or not i or tokens[i - 1].text != "," or not self._said.tells_more(line, i):
            return None
        said = [c for c in cues if c.role in ("say", "act", "relay") and c.narrator.kind not in PICTURED]
        last = next((c for c in reversed(said) if c.order == "after"), said[0] if said else None)
        if last is None:
            return None
        return Cue(
            "relay" if last.role == "relay" else "say", "before", i, i + 1, i, i + 1, last.narrator, more=True
        )

    def _counts(self, line: Line, cue: Cue, cues: Sequence[Cue]) -> bool:
        """`X said that patrols recorded nine shots`: within another's word, a count is a deed and no word."""
        return line.tokens[cue.first].lower in self._counting and any(
            c.order == "before" and c.role in ("say", "relay") and c.clause < cue.clause for c in cues
        )

    @staticmethod
    def _goes_on(cue: Cue, cues: Sequence[Cue]) -> bool:
        """`X denied it and said …`: a second verb of one subject, which parts what each of them tells."""
        span, named = cue.narrator.called, cue.narrator.mention
        alike = [c for c in cues if c.narrator.called == span or (named and c.narrator.mention == named)]
        same = [c for c in alike if c.order == "before" and c.clause < c.first]
        return span is not None and cue.order == "before" and bool(same) and not any(c.inner for c in same)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
