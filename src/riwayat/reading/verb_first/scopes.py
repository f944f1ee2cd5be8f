"""Scopes: how far in its sentence each wording of attribution reaches."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.markup import Attribution
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue, Cues
from riwayat.text.tokens import Token


class Scopes(Cues):
    """Lays the scopes of the cues of one sentence."""

    def _scoped(
        self, line: Line, cues: Sequence[Cue], quoted: Sequence[tuple[int, int]]
    ) -> list[Attribution]:
        tokens, sentence = line.tokens, line.sentence
        scopes: list[list[int]] = []
        for n, cue in enumerate(cues):
            start = tokens[cue.clause].start
            if cue.behind:
                begin = self._sibling_start(tokens, cues[:n], scopes)
                scopes.append([begin if begin is not None else sentence.start, tokens[cue.close - 1].end])
                if self._inserted(tokens, cue):
                    scopes[-1] = [max(scopes[-1][0], self._last_clause(tokens, cue)), sentence.end]
                if cue.narrator.anaphor and cue.narrator.span is None:
                    scopes[-1][0] = self._last_clause(tokens, cue)
            else:
                beside = self._beside(tokens, cue, cues[:n])
                if cue.resumes is not None:
                    for other, earlier in zip(cues, scopes, strict=False):
                        inner = other is not cue.resumes and other.resumes is not cue.resumes
                        within = earlier[0] > self._start_of(cue.resumes, cues, scopes)
                        if inner and within and earlier[1] == sentence.end:
                            earlier[1] = start
                elif beside:
                    for earlier in scopes:
                        if earlier[1] == sentence.end:
                            earlier[1] = start
                first = not any(c for c in cues[:n])
                begin = sentence.start if first and self._nothing_before(tokens, cue) else start
                if (before := self._quote_before(tokens, cue.clause, quoted)) is not None and not cue.nested:
                    begin = min(begin, max(before[0], sentence.start))
                if cue.nested and n:
                    begin = scopes[n - 1][0]
                scopes.append([begin, sentence.end])
        own = self._own_check(tokens)
        ranked: list[tuple[tuple[bool, int, int], Attribution]] = []
        for n, (cue, (start, end)) in enumerate(zip(cues, scopes, strict=True)):
            if own is not None and start < own < end:
                end = own
            while start < end and (self._text[start].isspace() or self._text[start] in ",;،؛"):
                start += 1
            scope = Span(start, end, self._text[start:end])
            attribution = Attribution(
                cue.role, line.span(self._text, cue.first, cue.stop), cue.narrator, scope, cue.told, cue.back
            )
            outer = cue.role == "relay" or (cue.behind and cue.narrator.span is not None and n > 0)
            if cue.behind and n and cue.role != "relay" and self._retells(cues[0]):
                outer = False  # `كتب الصحفي X أن …، بحسب مسؤولين`
            rank = (not outer or cue.nested, start - end, n)
            if cue.nested and cue.behind and n and cues[n - 1].behind:
                rank = (*ranked[-1][0][:2], n)
            ranked.append((rank, attribution))
        return [a for _, a in sorted(ranked, key=lambda r: r[0])]

    def _retells(self, cue: Cue) -> bool:
        """Whether somebody writes for an outlet, and has from others what he tells."""
        span = cue.narrator.span
        first = span.text.split()[0] if span is not None and span.text.split() else ""
        return cue.narrator.kind == "person" and first.removeprefix("ال") in self._writers

    def _start_of(self, cue: Cue, cues: Sequence[Cue], scopes: Sequence[list[int]]) -> int:
        """Where the scope of an earlier wording begins."""
        return next(scope[0] for other, scope in zip(cues, scopes, strict=False) if other is cue)

    def _own_check(self, tokens: Sequence[Token]) -> int | None:
        """Where the outlet says that it could not make sure (`ولم يتسن لعنب بلدي التحقق`)."""
        for k in range(1, len(tokens)):
            if self._checks.match(tokens, k):
                joined = self._grammar.is_conjunction(tokens[k - 1])
                return tokens[k - 1].start if joined else tokens[k].start
        return None

    def _sibling_start(
        self, tokens: Sequence[Token], before: Sequence[Cue], scopes: Sequence[list[int]]
    ) -> int | None:
        """Where the clause begins that a phrase behind it attributes."""
        if not before:
            return None
        return scopes[-1][0]

    def _inserted(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether a phrase stands between commas, in the midst of what it attributes."""
        after = tokens[cue.close].text if cue.close < len(tokens) else ""
        return after in ("،", ",") and sum(t.is_word for t in tokens[cue.close :]) > 2

    def _last_clause(self, tokens: Sequence[Token], cue: Cue) -> int:
        comma = next((k for k in range(cue.first - 2, -1, -1) if tokens[k].text in ",،"), None)
        return tokens[comma + 1].start if comma is not None else tokens[0].start

    def _beside(self, tokens: Sequence[Token], cue: Cue, before: Sequence[Cue]) -> bool:
        """Whether a clause is set beside the one before, and is not told within it."""
        if not before or not cue.clause or cue.nested:
            return False
        joint = tokens[cue.clause - 1]
        if self._grammar.is_coordinator(joint):
            return True
        opens = before[-1].clause
        if joint.text in ",،" and 0 < opens <= 2 and self._grammar.is_coordinator(tokens[opens - 1]):
            return True  # `فبينما تؤكد X أن …، يقول Y إن …`
        if joint.text in "؛;":
            return True
        if not self._grammar.is_conjunction(joint):
            return False
        comma = cue.clause > 1 and tokens[cue.clause - 2].text in ",،"
        return comma or cue.narrator.span is None

    def _nothing_before(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether only adverbials stand before a cue's clause, so that its scope begins with the sentence."""
        return not any(self._grammar.is_verb(t) for t in tokens[: cue.clause])
