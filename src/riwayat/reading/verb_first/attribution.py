"""Attributions where the verb comes first: `قال X إن`, `بحسب X`, `نقلت وكالة X عن Y قوله`, `أظهر مقطع`.

Each sentence is searched outside its quotations.  A speaker stands behind his verb, or before it where a clause
begins with him; where none is named the voice before goes on.  Scopes run to the end of the sentence, unless
another clause is set beside; what is told within another's words is nested in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwayat.model import Span
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Attribution
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue
from riwayat.reading.verb_first.retelling import Retelling
from riwayat.reading.verb_first.scopes import Scopes
from riwayat.reading.verb_first.speaking import Speaking
from riwayat.text.tokens import Token

_SEEN = ("photo", "video")
"""Kinds that do not go on speaking."""


class Attributions(Speaking, Retelling, Scopes):
    """Finds the attributions of one report, a sentence at a time."""

    def find(self, line: Line, quoted: Sequence[tuple[int, int]]) -> list[Attribution]:
        """The attributions of a sentence, outermost first; `quoted` are the speech quotations of its paragraph."""
        tokens = line.tokens
        outside = [not any(a < t.start and t.end < b for a, b in quoted) for t in tokens]
        cues: list[Cue] = []
        i = 0
        while i < len(tokens):
            here = self._at(line, i, cues, quoted) if outside[i] else []
            for cue in here:
                if (before := self._going_on_from(tokens, cue, cues)) is not None:
                    if before.narrator.mention is not None:
                        cue.narrator = replace(before.narrator, span=None)
                    elif before is not cues[-1]:
                        cue.narrator = before.narrator
                    cue.resumes = before if cue.told is None else None
                    cues.append(cue)
                    continue
                if self._passes_on(tokens, cue, cues):
                    cue.nested, cue.behind = True, cues[-1].behind
                told_of = cue.role == "act" and bool(cues) and not self._beside(tokens, cue, cues)
                if not told_of and not self._repeats(cue, cues):
                    cues.append(cue)
            i = max([i + 1, *(c.stop for c in here)])
        return self._scoped(line, cues, quoted) + self._hearsay(line, quoted, outside)

    def _going_on_from(self, tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Cue | None:
        """The cue of the same sentence whose speaker goes on with a verb that names nobody (`نفى X …، وقال إن`)."""
        if cue.narrator.span is not None or not cue.narrator.anaphor or cue.behind:
            return None
        speaking = [c for c in cues if not c.behind and c.role != "passive" and c.narrator.kind not in _SEEN]
        if not speaking:
            return None
        outer = [c for c in speaking if c.narrator.kind not in OUTLETS] or speaking
        going_on = tokens[cue.first].lower in self._goes_on | self._continuing
        if not going_on:
            return speaking[-1]
        beside = [c for n, c in enumerate(cues) if c in outer and self._beside(tokens, c, cues[:n])]
        return beside[-1] if beside else outer[0]

    def _passes_on(self, tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether a speaker tells whom he has it from before he says it (`روى X، نقلا عن سكان، أن …`)."""
        if not cues or not self._quoting.match(tokens, cue.first):
            return False
        before = cues[-1]
        if before.behind:
            return before.close == cue.first  # `…، وفق ما أوردته X نقلا عن مصدر`
        said = any(t.lower in self._that for t in tokens[before.stop : cue.first])
        return not (said or before.nested or before.narrator.kind in PICTURED)

    def _repeats(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether a wording adds nobody to those before."""
        span = cue.narrator.span
        return span is not None and any(
            c.narrator.span is not None
            and (
                (span.start < c.narrator.span.end and c.narrator.span.start < span.end)
                or self._text[c.narrator.span.end : span.start].strip() in (",", "،")
            )
            for c in cues
            if (c.narrator.kind in OUTLETS) == (cue.narrator.kind in OUTLETS)
        )

    def _hearsay(
        self, line: Line, quoted: Sequence[tuple[int, int]], outside: Sequence[bool]
    ) -> list[Attribution]:
        """`قال X: "أبلغنا القاضي أن …"`: whose word a speaker passes on in a quotation."""
        tokens = line.tokens
        for i in range(len(tokens)):
            if outside[i] or not self._grammar.is_verb(tokens[i]) or tokens[i].lower not in self._say:
                continue
            found = self._saying(line, i, (), quoted)
            cue = found[0] if isinstance(found, list) else found
            if cue is not None and cue.narrator.anaphor and cue.narrator.kind != "person":
                cue.narrator = replace(cue.narrator, anaphor=False)  # `الطبيب`, as he says it
            if (
                cue is None
                or cue.narrator.span is None
                or cue.narrator.anaphor
                or cue.narrator.kind in OUTLETS
            ):
                continue
            while cue.clause < i and outside[cue.clause]:
                cue.clause += 1
            if cue.role != "say" or not self._leads(tokens, i, cue.close, quoted):
                continue
            end = next((b for a, b in quoted if a < tokens[i].start < b), line.sentence.end)
            end = min(end, line.sentence.end)
            turn = next((k for k in range(cue.close + 1, len(tokens)) if self._turns(tokens, k)), None)
            end = min(end, tokens[turn].start) if turn is not None else end
            start = tokens[cue.clause].start
            cue_span = line.span(self._text, cue.first, cue.stop)
            return [Attribution("say", cue_span, cue.narrator, Span(start, end, self._text[start:end]))]
        return []

    def _turns(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a speaker speaks for himself again (`، لكن …`, `، ونحن …`)."""
        if tokens[k - 1].text not in ",،.":
            return False
        joined = self._grammar.is_conjunction(tokens[k]) and k + 1 < len(tokens)
        return self._grammar.is_coordinator(tokens[k]) or (joined and tokens[k + 1].lower in self._pronouns)

    def _at(self, line: Line, i: int, cues: Sequence[Cue], quoted: Sequence[tuple[int, int]]) -> list[Cue]:
        if passed := self._passed_on(line, i):
            return passed
        if not i and (labelled := self._labelled(line)):
            return labelled
        cue = (
            self._issued_at(line, i)
            or self._passive_at(line, i, cues)
            or self._rumoured(line, i)
            or self._learned(line, i)
            or self._announced_at(line, i)
            or self._according_at(line, i)
            or self._within_at(line, i)
            or self._shared_at(line, i)
            or self._saying(line, i, cues, quoted)
            or self._going_on(line, i, cues)
        )
        if cue is None:
            return []
        return cue if isinstance(cue, list) else [cue]
