"""Scopes: which part of its sentence each cue covers, and who heard it said."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS
from riwayat.reading.markup import Attribution, Narrator
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token

_CONTACT = 7
"""Words behind `asked` up to which it is said by whom."""


class Scopes:
    """Gives the cues of a sentence their scopes."""

    def __init__(self, text: str, lexicon: Lexicon, clauses: Clauses, narrators: Narrators) -> None:
        self._text = text
        self._clauses = clauses
        self._narrators = narrators
        table = "attribution"
        self._told = lexicon.phrases(table, "told")
        self._unsaid = lexicon.set(table, "unsaid")
        self._contacted = lexicon.set(table, "contacted")
        self._heads_last = lexicon.heads_last
        self._settings = lexicon.set("words", "relative") | lexicon.set(table, "settings")
        self._by = lexicon.set(table, "by")

    def of(self, line: Line, cues: Sequence[Cue], outside: Sequence[bool]) -> list[Attribution]:
        """The attributions of a sentence, outermost first; scopes part where a clause is set beside another."""
        tokens, sentence = line.tokens, line.sentence
        scopes: list[list[int]] = []
        for cue in cues:
            start = tokens[cue.clause].start if cue.order == "before" and cue.clause else sentence.start
            start = sentence.start if self._nothing_before(tokens, cue) else start
            if cue.order == "whole":
                marks = [k for k in range(cue.first) if tokens[k].text == ";"]
                if (within := self._inside_relative(tokens, cue)) is not None:
                    marks.append(within - 1)
                start = tokens[marks[-1] + 1].start if marks else start
            refused = any(t.lower in self._unsaid for t in tokens[cue.clause : cue.first])
            apart = cue.role == "act" or self._clauses.is_reduced(
                tokens[cue.first]
            )  # `X attacked Y, saying …`
            if apart and not refused and self._clauses.has_verb(tokens, cue.clause, cue.first):
                start = tokens[cue.first].start  # `X bertemu Y dan meminta …`: only the demand is his word
            end = self._set_apart(tokens, cue) if cue.order == "whole" else sentence.end
            opened = self._relative_clause(tokens, cue)
            start = tokens[opened].start if opened is not None else start
            aside = self._aside(tokens, cue)
            scopes.append([tokens[cue.clause].start, aside] if aside else [start, end])
        for cue, aside in [(c, self._aside(tokens, c)) for c in cues]:
            for other, covered in zip(cues, scopes, strict=True):
                if (
                    aside
                    and other is not cue
                    and other.order == "before"
                    and tokens[other.first].start >= aside
                ):
                    covered[0] = max(covered[0], aside)  # the main clause goes on behind the aside
        for k in range(1, len(cues)):
            a, b = cues[k - 1], cues[k]
            sa, sb = scopes[k - 1], scopes[k]
            if "whole" in (a.order, b.order) or (b.inner and a.clause == b.clause):
                continue
            if b.order == "before" and self._beside(tokens, b):
                sa[1] = min(sa[1], tokens[b.clause].start)
                sb[0] = max(sb[0], tokens[b.clause].start)
            elif a.order == "after" and b.order == "before":
                sa[1] = min(sa[1], max(tokens[b.clause].start, tokens[min(a.close, len(tokens)) - 1].end))
                sb[0] = max(sb[0], sa[1])
            elif a.order == "after" and b.order == "after":
                sa[1] = tokens[min(a.close, len(tokens)) - 1].end
                sb[0] = sa[1]
            elif a.order == "before" and (opening := self._own_quotation(tokens, a, b)) is not None:
                sa[1] = sb[0] = opening
            elif a.order == "before" and b.order == "after":
                sa[1] = tokens[min(b.close, len(tokens)) - 1].end  # `X membantah …, kata Y`: Y told it all
                sb[0] = sentence.start
        found: list[tuple[tuple[int, ...], Attribution]] = []
        ranks: dict[int, tuple[int, ...]] = {}
        for cue, (start, end) in zip(cues, scopes, strict=True):
            while start < end and (self._text[start].isspace() or self._text[start] in ",;"):
                start += 1
            told = None if cue.narrator.kind in OUTLETS or cue.inner else self._told_to(line, cue, outside)
            scope = Span(start, end, self._text[start:end])
            attribution = Attribution(
                cue.role, line.span(self._text, cue.first, cue.stop), cue.narrator, scope, told, cue.back
            )
            rank = (cue.inner, cue.role != "relay", start - end, cue.order != "after", cue.first)
            ranks[id(cue)] = rank
            outer = ranks.get(id(cue.behind)) if cue.behind is not None else None
            found.append((((*outer, 1) if outer is not None else (*rank, 0)), attribution))
        return [attribution for _, attribution in sorted(found, key=lambda f: f[0])]

    def _inside_relative(self, tokens: Sequence[Token], cue: Cue) -> int | None:
        """Where a clause begins that a cue is set into (`taken to a hospital where, according to X, …`)."""
        k = cue.first - 1
        if (
            not self._heads_last
            or k < 1
            or tokens[k].text != ","
            or tokens[k - 1].lower not in self._settings
        ):
            return None
        return k - 1 if k > 1 and self._clauses.has_verb(tokens, 0, k - 1) else None

    @staticmethod
    def _own_quotation(tokens: Sequence[Token], a: Cue, b: Cue) -> int | None:
        """Where a quotation opens that closes right before `b`, behind what `a` tells (`… at 9 a.m. "…," b said`)."""
        if b.order != "after" or not b.clause or tokens[b.clause - 1].text not in '"”':
            return None
        marks = (k for k in range(b.clause - 2, a.stop, -1) if tokens[k].text in '"“')
        at = next(marks, None)
        return tokens[at].start if at is not None and tokens[at - 1].text.endswith(".") else None

    def _relative_clause(self, tokens: Sequence[Token], cue: Cue) -> int | None:
        """Where a relative clause begins that tells more, behind the main one (`closed it, said Y, who warned …`)."""
        at = cue.first
        while at > 1 and self._clauses.is_light(tokens[at - 1]):
            at -= 1
        behind = at > 1 and self._clauses.is_relative(tokens[at - 1]) and tokens[at - 2].text == ","
        if cue.order != "before" or not behind or not self._clauses.has_verb(tokens, 0, at - 1):
            return None
        return at - 1

    def _set_apart(self, tokens: Sequence[Token], cue: Cue) -> int:
        """Where the part of a sentence ends that a semicolon sets apart from the next."""
        marks = (k for k in range(cue.stop, len(tokens)) if tokens[k].text == ";")
        at = next(marks, None)
        return tokens[at].start if at is not None else tokens[-1].end

    def _aside(self, tokens: Sequence[Token], cue: Cue) -> int | None:
        """Where a clause ends that is set in between commas (`X, which experts say backs the rebels, denied it`)."""
        opens = cue.order == "before" and cue.clause and tokens[cue.clause - 1].text == ","
        if not opens or not self._clauses.is_relative(tokens[cue.clause]) or cue.clause + 1 >= cue.first:
            return None
        for k in range(cue.stop, len(tokens) - 1):
            if tokens[k].text == "," and (
                self._clauses.is_verb(tokens[k + 1]) or self._clauses.is_light(tokens[k + 1])
            ):
                return tokens[k].start
        return None

    def _nothing_before(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether only adverbials stand before the cue's clause, so that its scope may begin with the sentence."""
        return cue.order == "before" and not self._clauses.has_verb(tokens, 0, cue.clause)

    def _beside(self, tokens: Sequence[Token], cue: Cue) -> bool:
        if not cue.clause:
            return False
        before = tokens[cue.clause - 1]
        if self._clauses.is_coordinator(before) or before.text == ";":
            return True
        own = tokens[cue.clause]
        return self._clauses.is_coordinator(own)

    def _contact(self, tokens: Sequence[Token], at: int) -> int:
        """How many words lead from `asked` to whom by (`a general, asked about it by Reuters, …`)."""
        for k in range(at + 1, min(len(tokens), at + _CONTACT)):
            if tokens[k].lower in self._by:
                return k + 1 - at
            if self._clauses.is_stop(tokens[k]):
                break
        return 1

    def _told_to(self, line: Line, cue: Cue, outside: Sequence[bool]) -> Narrator | None:
        """The outlet that heard it: `kepada AFP`, `yang dihubungi Reuters`; the nearest to the cue."""
        tokens = line.tokens
        best: tuple[int, Narrator] | None = None
        for i, token in enumerate(tokens[:-1]):
            n = self._told.match(tokens, i) or int(token.lower in self._contacted)
            if n == 1 and token.lower in self._contacted and self._clauses.is_reduced(token):
                n = self._contact(tokens, i)
            if not outside[i] or not n or i + n >= len(tokens):
                continue
            outlet = self._narrators.outlet(line, i + n)
            if outlet is not None and (best is None or abs(i - cue.first) < best[0]):
                best = (abs(i - cue.first), outlet)
        return best[1] if best else None
