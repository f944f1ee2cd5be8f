"""Speaking: verbs of saying with their subjects (`قال X إن`, `X قال`, `… قائلا إن`)."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue
from riwayat.reading.verb_first.grammar import QUOTES, is_definite, is_owned
from riwayat.reading.verb_first.listeners import Listeners
from riwayat.reading.verb_first.pictures import Pictures
from riwayat.text.tokens import Token
from riwayat.text.words import Word

LONGEST = 24
"""Words within which what somebody tells of follows, with all that is said of him in between."""


class Speaking(Listeners, Pictures):
    """Finds the verbs of saying of a sentence."""

    def _saying(
        self, line: Line, i: int, cues: Sequence[Cue], quoted: Sequence[tuple[int, int]]
    ) -> Cue | list[Cue] | None:
        """`قال X إن`, and `X قال` where a clause begins with the speaker."""
        tokens = line.tokens
        token = tokens[i]
        shows = token.lower in self._show
        if not (token.lower in self._say or token.lower in self._act or shows) or not self._grammar.is_verb(
            token
        ):
            return None
        if i and tokens[i - 1].lower in self._unsaid and token.lower not in self._denials:
            return None
        if i and tokens[i - 1].lower in self._purpose:
            return None
        if self._anonymity.match(tokens, i) and not self._by_word(tokens, i + 2):
            return None
        if (pointing := self._pointed_at(line, i)) is not None:
            return pointing
        if self._relative_before(tokens, i):
            return self._related(line, i)
        opening = clause = self._grammar.clause_start(tokens, i)
        if (
            clause < i
            and self._grammar.is_light(tokens[clause])
            and all(self._grammar.is_light(t) for t in tokens[clause:i])
        ):
            clause = i
        said = token.lower in self._say or token.lower in self._act
        at = self._past_object(line, self._past_listener(tokens, self._past_light(tokens, i + 1)))
        stop = self._narrators.end(line, at) if at < len(tokens) else at
        if self._speech_begins(tokens, at):
            stop = at
        narrator = None
        named_behind = False
        present = isinstance(token, Word) and token.tense == "present"
        before_only = token.text.endswith(self._subject_ahead) or (
            token.text.startswith(self._of_us) and present
        )
        if shows and (pictured := self._shared_picture(line, i)):
            return pictured
        ahead = self._subject_before(line, clause, i)
        if ahead is None and (telling := self._pictured_before(line, i, cues)) is not None:
            return telling
        if ahead is not None and ahead.anaphor and ahead.mention is None and ahead.kind == "person":
            return None
        if ahead is not None:
            narrator = ahead
            stop = i + 1
        elif at < len(tokens) and not before_only and not self._speech_begins(tokens, at):
            narrator = self._narrators.read(line, at, stop)
            named_behind = narrator is not None
            narrator, stop = self._with_name(line, at, stop, narrator)
        if narrator is not None and narrator.kind in PICTURED:
            if not shows and not said:
                return None
            posted = self._posted_by(line, i, stop) if named_behind else None
            cue = Cue("show", i, i + 1, clause, stop, narrator)
            if posted is None and (issuer := self._narrators.issuer(line, stop, narrator)) is not None:
                cue.nested = True
                return [Cue("say", i, i + 1, clause, stop, issuer), cue]
            if posted is not None and posted.role == "relay" and tokens[at].lower in self._outlet_reports:
                return Cue(
                    "relay", i, i + 1, clause, stop, posted.narrator
                )  # its report is the outlet's word
            if posted is not None:
                cue.nested = True
                return [posted, cue]
            return cue
        if not said or (
            token.lower in self._convicting and any(t.lower in self._courts for t in tokens[at:stop])
        ):
            return None
        if token.lower in self._addressing and named_behind and self._object_only(line, i, stop, cues):
            narrator, stop = self._voice(line, i), i + 1
        quotation = any(self._quote_before(tokens, k, quoted) is not None for k in (clause, opening))
        if (
            token.lower in self._weak
            and not (self._leads(tokens, i, stop, quoted) or quotation or self._rejects(tokens, i, stop))
            and not (tokens[i].lower in self._telling_of and self._speaks_of(tokens, stop))
            and token.lower not in self._act
            and self._told_ahead(line, i) is None
        ):
            return None
        if narrator is None and (described := self._described_ahead(line, i, at, cues)) is not None:
            return described
        if narrator is None and (stranger := self._stranger(line, i, at, stop, quoted)) is not None:
            return Cue("say", i, i + 1, clause, stop, stranger, told=self._told_to(line, i, stop))
        if narrator is None:
            if token.text.startswith(self._of_us) and present:
                return None
            begins = self._speech_begins(tokens, at) or self._opens_later(tokens, at)
            if not begins and token.lower not in self._act:
                return None
            if self._new_subject(tokens, i):
                return None
            before = tokens[i - 1] if i else None
            joined = before is None or not before.is_word or self._grammar.is_conjunction(before)
            if before is not None and not (
                joined or self._grammar.is_light(before) or self._grammar.is_coordinator(before)
            ):
                return None  # `نشرت X مقطعا قالت إنه …`
            asyndetic = bool(cues) and self._speech_begins(tokens, at)
            if before is not None and before.text in ",،" and self._acted(tokens, i) and not asyndetic:
                return None  # `وثيقة …، تطلب من`
            narrator, stop = self._clause_subject(line, i, cues) or self._voice(line, i), i + 1
        role: Role = "relay" if narrator.kind in OUTLETS else "act" if token.lower in self._act else "say"
        return Cue(role, i, i + 1, clause, stop, narrator, told=self._told_to(line, i, stop))

    def _past_object(self, line: Line, k: int) -> int:
        """Past what is said where it stands before who says it (`أكد هذه الرواية X`, `نفى ذلك مصدر`)."""
        tokens, at = line.tokens, k
        if at < len(tokens) and tokens[at].lower in self._pointing_words:
            at += 1
        if at < len(tokens) and is_definite(tokens[at]) and tokens[at].lower in self._claims:
            at += 1
        if at == k or at >= len(tokens):
            return k
        return at if self._narrators.read(line, at, self._narrators.end(line, at)) is not None else k

    def _by_word(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word for what is said stands here (`اكتفى بالقول`)."""
        return k < len(tokens) and tokens[k].lower in self._by_saying

    def _pointed_at(self, line: Line, i: int) -> Cue | None:
        """`وهو ما نفاه X`, `الأمر الذي أكده X`: who says it of what stands before."""
        tokens = line.tokens
        if not is_owned(tokens[i]):
            return None
        k = i
        while k > 0 and self._grammar.is_light(tokens[k - 1]):
            k -= 1
        first = next(
            (n for n in range(max(0, k - 3), k) if n + self._pointing_at.match(tokens, n) == k), None
        )
        if first is None or i + 1 >= len(tokens):
            return None
        at = self._past_light(tokens, i + 1)
        stop = self._narrators.end(line, at) if at < len(tokens) else at
        narrator = self._narrators.read(line, at, stop) if stop > at else None
        if narrator is None or narrator.kind in PICTURED:
            return None
        role: Role = (
            "relay" if narrator.kind in OUTLETS else "act" if tokens[i].lower in self._denials else "say"
        )
        return Cue(role, i, i + 1, first, stop, narrator, told=self._told_to(line, i, stop))

    def _speaks_of(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether what somebody tells of follows, behind what more is said of him or where he told it."""
        rest = tokens[stop : stop + LONGEST]
        end = next((n for n, t in enumerate(rest) if t.text in ".؛"), len(rest))
        return any(t.lower in self._about for t in rest[:end])

    def _described_ahead(self, line: Line, i: int, at: int, cues: Sequence[Cue]) -> Cue | None:
        """Somebody without article right before his verb (`ثلاثة مهربين قالوا إن`, `تسجيلا لفلان يقول فيه إن`)."""
        tokens = line.tokens
        within = at > i + 1 and tokens[at - 1].lower in self._in_it
        if not i or not (self._speech_begins(tokens, at) or within):
            return None
        stop = i - 1 if within and tokens[i - 1].text in ",،" else i
        if self._grammar.is_conjunction(tokens[i - 1]) or self._grammar.is_mark(tokens[stop - 1]):
            return None
        for first in range(max(0, stop - 8), stop):
            if is_definite(tokens[first]) or self._grammar.is_preposition(tokens[first]):
                continue
            if self._grammar.is_verb(tokens[first]) or not tokens[first].is_word:
                continue
            if min(self._narrators.end(line, first), stop) != stop:
                continue
            narrator = self._narrators.read(line, first, stop)
            if narrator is None or narrator.anaphor or narrator.kind in (*OUTLETS, "group"):
                continue
            if narrator.kind in PICTURED:
                voice = cues[-1].narrator if cues and not within else None
                voice = self._narrators.maker(line, first, stop) if within else voice
                if voice is None:
                    return None
                return Cue("say", i, i + 1, i, i + 1, voice)
            return Cue("say", i, i + 1, i, i + 1, narrator, nested=False)
        return None

    def _rejects(self, tokens: Sequence[Token], i: int, stop: int) -> bool:
        """Whether a verb denies what somebody has said (`رفض X هذه الاتهامات`)."""
        return tokens[i].lower in self._denials and any(
            t.lower in self._claims for t in tokens[stop : stop + 3]
        )

    def _object_only(self, line: Line, i: int, stop: int, cues: Sequence[Cue]) -> bool:
        """`أدانت الوزارة …، وطالبت واشنطن ب…`: one party behind the second verb is whom it asks."""
        tokens = line.tokens
        if not i or not self._grammar.is_conjunction(tokens[i - 1]):
            return False
        if not cues:
            return False
        stop = self._grammar.noun_phrase_end(tokens, self._past_light(tokens, i + 1))
        if stop >= len(tokens):
            return False
        return tokens[stop].lower in self._objects or tokens[stop].lower in self._that

    def _going_on(self, line: Line, i: int, cues: Sequence[Cue]) -> Cue | None:
        """`أن ضابطا ألقى اللوم على X، قائلا إن …`: the subject of the clause speaks, where nobody has yet."""
        tokens = line.tokens
        if tokens[i].lower not in self._continuing or self._grammar.is_verb(tokens[i]):
            return None
        acts = tokens[i].lower in self._acting_on
        parted = i > 0 and (tokens[i - 1].text in ",،" or tokens[i - 1].text in QUOTES)
        leads = self._leads(tokens, i, i + 1, ())
        if any(not c.behind for c in cues):
            if not (parted or (leads and self._grammar.is_conjunction(tokens[i - 1]))):
                return None
            return Cue("act" if acts else "say", i, i + 1, i, i + 1, Narrator("person", None, anaphor=True))
        if not leads:
            return None
        verb = next(
            (
                k
                for k in range(i - 1, -1, -1)
                if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k])
            ),
            None,
        )
        if verb is None or (cues and verb <= cues[-1].first):
            return None
        narrator = self._subject_before(line, verb, verb)
        if narrator is None:
            at = self._past_light(tokens, verb + 1)
            narrator = self._narrators.read(line, at, self._narrators.end(line, at)) if at < i else None
        if narrator is None or narrator.anaphor or narrator.kind in OUTLETS or narrator.kind in PICTURED:
            return None
        return Cue("say", i, i + 1, i, i + 1, narrator)
