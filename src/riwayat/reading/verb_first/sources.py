"""Sources: the phrases that name where something is from (`بحسب X`, `نقلا عن X`)."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue
from riwayat.reading.verb_first.grammar import is_owned
from riwayat.reading.verb_first.listeners import Listeners
from riwayat.reading.verb_first.posters import Posters
from riwayat.text.tokens import Token


class Sources(Listeners, Posters):
    """Finds the phrases by which a sentence rests on somebody, in front, behind, or in between."""

    def _according_at(self, line: Line, i: int) -> Cue | list[Cue] | None:
        """`بحسب X`, `وفقا لما ذكرته X`, `نقلا عن X`."""
        tokens = line.tokens
        relayed = max(self._relay.match(tokens, i), self._quoting.match(tokens, i))
        n = relayed or self._according.match(tokens, i)
        if (
            (m := self._that_said.match(tokens, i))
            and i + m < len(tokens)
            and self._grammar.is_verb(tokens[i + m])
        ):
            verb = tokens[i + m].lower
            other = verb not in self._say and verb in self._share | self._act
            n = n if other else max(n, m + 1)
        if (
            tokens[i].lower in self._by_him
            and i + 1 < len(tokens)
            and (tokens[i + 1].lower in self._with_pronoun)
        ):
            return Cue("say", i, i + 2, i, i + 2, self._voice(line, i), behind=True)
        own = self._own_words.match(tokens, i)
        if own and own >= n and is_owned(tokens[i + own - 1]):
            return Cue("say", i, i + own, i, i + own, self._voice(line, i), behind=True)
        if not n or i + n >= len(tokens):
            return None
        first = self._past_light(tokens, i + n)
        if first >= len(tokens):
            return None
        if is_owned(tokens[first - 1]) and tokens[first - 1].lower in self._verbal:
            return Cue("say", i, i + n, i, i + n, self._voice(line, i), behind=True)
        stop = self._narrators.end(line, first)
        narrator = self._narrators.read(line, first, stop) if stop > first else None
        if narrator is None:
            return None
        told = self._told_to(line, i, stop) if narrator.kind not in (*OUTLETS, *PICTURED) else None
        behind = self._closes(tokens, i, stop)
        role: Role = "relay" if narrator.kind in OUTLETS else "show" if narrator.kind in PICTURED else "say"
        cue = Cue(role, i, i + n, i, stop, narrator, behind=behind, told=told)
        further = self._handed_on(line, stop, behind=behind)
        if further:
            return [cue, *further]
        if narrator.kind in PICTURED and (posted := self._posted_by(line, i, stop)) is not None:
            cue.nested, posted.behind, posted.clause = True, behind, i
            return [posted, cue]
        return cue

    def _handed_on(self, line: Line, at: int, *, behind: bool = True) -> list[Cue]:
        """`… رويترز عن مصدر`: whom an outlet has it from."""
        tokens = line.tokens
        if at + 1 >= len(tokens):
            return []
        n = 1 if tokens[at].lower in self._from else self._quoting.match(tokens, at)
        if not n or at + n >= len(tokens):
            return []
        stop = self._narrators.end(line, at + n)
        source = self._narrators.read(line, at + n, stop)
        if source is None:
            return []
        return [Cue("say", at, at + n, at, stop, source, behind=behind, nested=True)]

    def _closes(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a phrase stands behind what it attributes."""
        comma = first > 0 and tokens[first - 1].text in ',،"”»'
        inserted = comma and stop < len(tokens) and tokens[stop].text in ",،"
        after = 0
        for k in range(stop, len(tokens)):
            if tokens[k].text in (",", "،", ".", ":") and after == 0 and tokens[k].text not in ".":
                continue
            if self._grammar.is_opener(tokens[k]) and after == 0 and not inserted:
                return False
            after += tokens[k].is_word
        before = sum(t.is_word for t in tokens[:first])
        return before > 2 and (after <= 3 or inserted or (comma and self._mere_phrase(tokens, stop)))

    def _mere_phrase(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether only more about a narrator closes the sentence (`… الذي تسلمنا نسخة منه`)."""
        rest = tokens[stop:]
        if not rest or self._grammar.is_conjunction(rest[0]) or self._grammar.is_coordinator(rest[0]):
            return False
        return not any(t.lower in self._that or t.text in ",،؛:" for t in rest)

    def _announced_at(self, line: Line, i: int) -> Cue | list[Cue] | None:
        """`جاء ذلك في بيان للجيش`, `جاءت تصريحات X خلال …`: what stands before rests on X too."""
        tokens = line.tokens
        n = self._announced.match(tokens, i)
        if not n:
            return None
        k = i + n
        for at in range(k, min(len(tokens), k + 10)):
            if tokens[at].lower in self._away:
                break
            if self._grammar.is_mark(tokens[at]) and tokens[at].text != ",":
                break
            small = self._grammar.is_preposition(tokens[at]) or tokens[at].lower in self._sayings
            if small and at > k and tokens[at].lower in self._sayings | self._speeches:
                continue
            start = at
            if small:
                start = at + 1
            while start < len(tokens) and (
                tokens[start].lower in self._sayings | self._speeches
                or self._grammar.is_preposition(tokens[start])
            ):
                start += 1
            if start >= len(tokens):
                break
            stop = self._narrators.end(line, start)
            narrator = self._narrators.read(line, start, stop) if stop > start else None
            if narrator is not None and narrator.kind not in OUTLETS and narrator.kind not in PICTURED:
                return Cue("announced", i, i + n, i, stop, narrator, back=True)
        return None

    def _learned(self, line: Line, i: int) -> Cue | list[Cue] | None:
        """`علم X من مصادر موثوقة أن`: who told it."""
        tokens = line.tokens
        if tokens[i].lower not in self._learning or not self._grammar.is_verb(tokens[i]):
            return None
        at = next(
            (k for k in range(i + 1, min(len(tokens), i + 9)) if tokens[k].lower in self._learnt_from), None
        )
        if at is None or at + 1 >= len(tokens):
            return None
        stop = self._narrators.end(line, at + 1)
        source = self._narrators.read(line, at + 1, stop)
        if source is None or not self._leads(tokens, i, stop, ()):
            return None
        clause = self._grammar.clause_start(tokens, i)
        cue = Cue("say", i, i + 1, clause, stop, source)
        learner = self._narrators.read(line, i + 1, at) if at > i + 1 else None
        if learner is None or learner.kind not in OUTLETS or learner.anaphor:
            return cue
        cue.nested = True
        return [Cue("relay", i, i + 1, clause, at, learner), cue]

    def _issued_at(self, line: Line, i: int) -> Cue | None:
        """`صدر عن قيادة الجيش البيان الآتي: …`."""
        n = self._issued.match(line.tokens, i)
        if not n or i + n >= len(line.tokens):
            return None
        stop = self._narrators.end(line, i + n)
        narrator = self._narrators.read(line, i + n, stop)
        if narrator is None or not self._leads(line.tokens, i, stop, ()):
            return None
        return Cue("say", i, i + n, self._grammar.clause_start(line.tokens, i), stop, narrator)
