"""Attributions where the verb comes first: `قال X إن`, `بحسب X`, `نقلت وكالة X عن Y قوله`, `أظهر مقطع`.

Each sentence is searched outside its quotations.  A speaker stands behind his verb, or before it where a clause
begins with him; where none is named the voice before goes on.  Scopes run to the end of the sentence, unless
another clause is set beside; what is told within another's words is nested in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Attribution, Narrator, Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.reading.verb_first.narrators import Narrators
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_FEW = 12
"""Words within which `that` follows a speaker."""


_PASSIVE_MARK = "\u064f"
"""The vowel mark that makes a verb passive where it is written (`ذُكر`)."""
SEEN = ("photo", "video")


@dataclass(slots=True)
class Cue:
    """A wording of attribution in its sentence."""

    role: Role
    first: int
    stop: int
    """The tokens of the wording."""
    clause: int
    """First token of its clause."""
    close: int
    """Token after its narrator."""
    narrator: Narrator
    behind: bool = False
    """Whether it stands behind what it attributes (`…، بحسب X`)."""
    nested: bool = False
    """Whether it is told within the words of the one before."""
    told: Narrator | None = None
    back: bool = False


class Attributions:
    """Finds the attributions of one report, a sentence at a time."""

    def __init__(self, text: str, lexicon: Lexicon, grammar: Grammar, narrators: Narrators) -> None:
        self._text, self._grammar, self._narrators = text, grammar, narrators
        table = "attribution"
        self._say = lexicon.set(table, "say")
        self._weak = lexicon.set(table, "weak_say")
        self._act = lexicon.set(table, "act")
        self._continuing = lexicon.set(table, "continuing")
        self._according = lexicon.phrases(table, "according")
        self._own_words = lexicon.phrases(table, "own_words")
        self._quoting = lexicon.phrases(table, "quoting")
        self._relay = lexicon.phrases(table, "relay")
        self._passing = lexicon.set(table, "passing_on")
        self._from = lexicon.set(table, "from")
        self._ascribing = lexicon.set(table, "ascribing")
        self._onto = lexicon.set(table, "ascribed_to")
        self._anonymity = lexicon.phrases(table, "anonymity")
        self._contacted = lexicon.set(table, "contacted")
        self._passive = lexicon.phrases(table, "passive")
        self._announced = lexicon.phrases(table, "announced")
        self._show = lexicon.set(table, "show")
        self._within = lexicon.phrases(table, "within")
        self._share = lexicon.set(table, "share")
        self._that = lexicon.set(table, "that")
        self._told = lexicon.phrases(table, "told")
        self._before_that = lexicon.set(table, "before_that")
        self._unsaid = lexicon.set(table, "unsaid")
        self._denials = lexicon.set(table, "denials")
        self._sayings = lexicon.set(table, "sayings")
        self._speeches = lexicon.set(table, "speeches")
        self._posters = lexicon.set(table, "posters")
        self._purpose = lexicon.set(table, "purpose")
        self._favours = lexicon.set(table, "favours")
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self._days = lexicon.set("names", "weekdays")
        self._today = lexicon.set("attribution", "today")
        self._outlet_reports = lexicon.set(table, "outlet_reports")
        self._that_said = lexicon.phrases(table, "that_said")
        self._issued = lexicon.phrases(table, "issued")
        self._objects = lexicon.set(table, "before_object")
        self._rumours = lexicon.set(table, "rumours")
        self._learning = lexicon.set(table, "learning")
        self._checks = lexicon.phrases(table, "own_checks")
        self._away = lexicon.set(table, "away")
        self._verbal = lexicon.set(table, "saying_nouns")
        self._telling = lexicon.set(table, "telling")
        self._pronouns = lexicon.set("words", "pronouns")
        self._goes_on = lexicon.set(table, "goes_on")

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
                    if cue.told is None and before is cues[-1]:
                        continue  # his words go on
                    cue.narrator = before.narrator
                    cues.append(cue)
                    continue
                told_of = cue.role == "act" and bool(cues) and not self._beside(tokens, cue, cues)
                if not told_of and not self._repeats(cue, cues):
                    cues.append(cue)
            i = max([i + 1, *(c.stop for c in here)])
        return self._scoped(line, cues, quoted) + self._hearsay(line, quoted, outside)

    def _going_on_from(self, tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Cue | None:
        """The cue of the same sentence whose speaker goes on with a verb that names nobody (`نفى X …، وقال إن`)."""
        if cue.narrator.span is not None or not cue.narrator.anaphor or cue.behind:
            return None
        speaking = [c for c in cues if not c.behind and c.role != "passive" and c.narrator.kind not in SEEN]
        if not speaking:
            return None
        outer = [c for c in speaking if c.narrator.kind not in OUTLETS] or speaking
        return outer[0] if tokens[cue.first].lower in self._goes_on else speaking[-1]

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
            start = tokens[cue.clause].start
            cue_span = line.span(self._text, cue.first, cue.stop)
            return [Attribution("say", cue_span, cue.narrator, Span(start, end, self._text[start:end]))]
        return []

    def _at(self, line: Line, i: int, cues: Sequence[Cue], quoted: Sequence[tuple[int, int]]) -> list[Cue]:
        if passed := self._passed_on(line, i):
            return passed
        if not i and (labelled := self._labelled(line)):
            return labelled
        cue = (
            self._issued_at(line, i)
            or self._passive_at(line, i)
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

    # -- the wordings ----------------------------------------------------------------------------------

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
        inner = "relay" if source.kind in OUTLETS else "say"
        found.append(Cue(inner, cue_first, cue_stop, clause, close, source, nested=True))
        return found

    def _labelled(self, line: Line) -> list[Cue]:
        """`رويترز عن مصدرين: …`, `قائد ميداني لتلفزيون سوريا: "…"`: a speaker and a colon at the head."""
        tokens = line.tokens
        if not tokens or self._grammar.is_verb(tokens[0]) or self._grammar.is_preposition(tokens[0]):
            return []
        stop = self._narrators.end(line, 0)
        told = self._told_to(line, 0, stop)
        colon = next((k for k in range(stop, min(len(tokens), stop + 7)) if tokens[k].text == ":"), None)
        if (
            colon is None
            or any(t.text in "–—-" for t in tokens[:colon])
            or any(self._grammar.is_verb(t) for t in tokens[:colon])
            or len(tokens) - colon < 4
        ):
            return []
        narrator = self._narrators.read(line, 0, stop)
        if narrator is None or (
            narrator.mention is None and narrator.kind in ("group", "outlet", "document")
        ):
            return []
        role: Role = "relay" if narrator.kind in OUTLETS else "show" if narrator.kind in PICTURED else "say"
        cue = Cue(role, colon, colon + 1, 0, stop, narrator, told=told)
        return [cue, *self._handed_on(line, stop, behind=False)]

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

    def _passive_at(self, line: Line, i: int) -> Cue | None:
        """`ذُكر أن`, `أنباء عن`: nobody is named."""
        n = self._passive.match(line.tokens, i)
        if not n:
            return None
        clause = self._grammar.clause_start(line.tokens, i)
        token = line.tokens[i]
        if token.lower in self._say and n > 1 and _PASSIVE_MARK not in token.text:
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

    def _learned(self, line: Line, i: int) -> Cue | None:
        """`علم X من مصادر موثوقة أن`: who told it."""
        tokens = line.tokens
        if tokens[i].lower not in self._learning or not self._grammar.is_verb(tokens[i]):
            return None
        at = next((k for k in range(i + 1, min(len(tokens), i + 9)) if tokens[k].lower == "من"), None)
        if at is None or at + 1 >= len(tokens):
            return None
        stop = self._narrators.end(line, at + 1)
        source = self._narrators.read(line, at + 1, stop)
        if source is None or not self._leads(tokens, i, stop, ()):
            return None
        return Cue("say", i, i + 1, self._grammar.clause_start(tokens, i), stop, source)

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
            told = tokens[i + m].lower
            other = told not in self._say and told in self._share | self._act
            n = n if other else max(n, m + 1)
        if (
            tokens[i].lower in ("وفقا", "بحسب", "حسب")
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
        further = self._handed_on(line, stop)
        return [cue, *further] if further else cue

    def _handed_on(self, line: Line, at: int, *, behind: bool = True) -> list[Cue]:
        """`… رويترز عن مصدر`: whom an outlet has it from."""
        tokens = line.tokens
        if at + 1 >= len(tokens) or tokens[at].lower != "عن":
            return []
        stop = self._narrators.end(line, at + 1)
        source = self._narrators.read(line, at + 1, stop)
        if source is None:
            return []
        return [Cue("say", at, at + 1, at, stop, source, behind=behind, nested=True)]

    def _closes(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a phrase stands behind what it attributes."""
        after = 0
        for k in range(stop, len(tokens)):
            if tokens[k].text in (",", "،", ".", ":") and after == 0 and tokens[k].text not in ".":
                continue
            if self._grammar.is_opener(tokens[k]) and after == 0:
                return False
            after += tokens[k].is_word
        before = sum(t.is_word for t in tokens[:first])
        comma = first > 0 and tokens[first - 1].text in ',،"”»'
        inserted = comma and stop < len(tokens) and tokens[stop].text in ",،"
        return before > 2 and (after <= 3 or inserted or (comma and self._mere_phrase(tokens, stop)))

    def _mere_phrase(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether only more about a narrator closes the sentence (`… الذي تسلمنا نسخة منه`)."""
        rest = tokens[stop:]
        if not rest or self._grammar.is_conjunction(rest[0]) or self._grammar.is_coordinator(rest[0]):
            return False
        return not any(t.lower in self._that or t.text in ",،؛:" for t in rest)

    def _within_at(self, line: Line, i: int) -> Cue | None:
        """`جاء في البيان أن`: a document or picture in which something stands."""
        n = self._within.match(line.tokens, i)
        if not n or i + n >= len(line.tokens):
            return None
        stop = self._narrators.end(line, i + n)
        narrator = self._narrators.read(line, i + n, stop)
        if narrator is None:
            return None
        clause = self._grammar.clause_start(line.tokens, i)
        role: Role = "show" if narrator.kind in PICTURED else "say"
        return Cue(role, i, i + n, clause, stop, narrator)

    def _shared_at(self, line: Line, i: int) -> list[Cue] | None:
        """`تداول ناشطون تسجيلا مصورا يظهر …`: who shared a picture, and the picture."""
        tokens = line.tokens
        if tokens[i].lower not in self._share or not self._grammar.is_verb(tokens[i]) or is_owned(tokens[i]):
            return None
        stop = self._before_picture(tokens, i + 1, self._narrators.end(line, i + 1))
        poster = self._narrators.read(line, i + 1, stop)
        if poster is None or poster.kind in PICTURED:
            return None
        for k in range(stop, min(len(tokens), stop + 8)):
            shown = self._narrators.read(line, k, self._narrators.end(line, k)) if tokens[k].is_word else None
            if shown is not None and shown.kind in PICTURED:
                if poster.kind in OUTLETS and tokens[k].lower in self._outlet_reports:
                    clause = self._grammar.clause_start(tokens, i)
                    return [Cue("relay", i, i + 1, clause, stop, poster)]
                end = self._narrators.end(line, k)
                clause = self._grammar.clause_start(tokens, i)
                return [
                    Cue(
                        "relay" if poster.kind in OUTLETS else "say",
                        i,
                        i + 1,
                        clause,
                        stop,
                        self._as_poster(poster),
                    ),
                    Cue("show", i, i + 1, clause, end, shown, nested=True),
                ]
            if self._grammar.is_verb(tokens[k]):
                return None
        return None

    def _before_picture(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """A poster's phrase without the picture that stands behind where he put it (`على تلغرام مقطعا`)."""
        return next((k for k in range(first + 2, stop) if self._narrators.is_picture(tokens, k)), stop)

    def _as_poster(self, narrator: Narrator) -> Narrator:
        """Unnamed people who put something on line are posters, whatever else they are called."""
        if narrator.kind == "anonymous" and narrator.span is not None:
            return replace(narrator, kind="social")
        return narrator

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
        if self._anonymity.match(tokens, i):
            return None
        if self._relative_before(tokens, i):
            return self._related(line, i)
        clause = self._grammar.clause_start(tokens, i)
        if (
            clause < i
            and self._grammar.is_light(tokens[clause])
            and all(self._grammar.is_light(t) for t in tokens[clause:i])
        ):
            clause = i
        said = token.lower in self._say or token.lower in self._act
        at = self._past_light(tokens, i + 1)
        stop = self._narrators.end(line, at) if at < len(tokens) else at
        narrator = None
        named_behind = False
        present = isinstance(token, Word) and token.tense == "present"
        before_only = token.text.endswith(("وا", "ون")) or (token.text[0] == "ن" and present)
        ahead = self._subject_before(line, clause, i)
        if ahead is None and shows and (pictured := self._shared_picture(line, i)):
            return pictured
        if ahead is None and (pictured := self._pictured_before(line, i, cues)) is not None:
            return pictured
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
            if posted is not None:
                cue.nested = True
                return [posted, cue]
            return cue
        if not said:
            return None
        if token.lower in self._act and named_behind and self._object_only(line, i, stop, cues):
            narrator, stop = self._voice(line, i), i + 1
        if (
            token.lower in self._weak
            and not self._leads(tokens, i, stop, quoted)
            and token.lower not in self._act
        ):
            return None
        if narrator is None and (stranger := self._stranger(line, i, at, stop, quoted)) is not None:
            return Cue("say", i, i + 1, clause, stop, stranger, told=self._told_to(line, i, stop))
        if narrator is None:
            if not self._speech_begins(tokens, i + 1) and token.lower not in self._act:
                return None
            if self._new_subject(tokens, i):
                return None
            before = tokens[i - 1] if i else None
            joined = before is None or not before.is_word or self._grammar.is_conjunction(before)
            if (
                before is not None
                and not (joined or self._grammar.is_light(before) or self._grammar.is_coordinator(before))
            ):
                return None  # `نشرت X مقطعا قالت إنه …`
            if before is not None and before.text in ",،" and self._acted(tokens, i):
                return None  # `وثيقة …، تطلب من`
            narrator, stop = self._clause_subject(line, i, cues) or self._voice(line, i), i + 1
        role: Role = "relay" if narrator.kind in OUTLETS else "act" if token.lower in self._act else "say"
        return Cue(role, i, i + 1, clause, stop, narrator, told=self._told_to(line, i, stop))

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

    def _acted(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether a verb stands before in the sentence."""
        return any(self._grammar.is_verb(t) and not self._grammar.is_light(t) for t in tokens[:stop])

    def _stranger(
        self, line: Line, i: int, at: int, stop: int, quoted: Sequence[tuple[int, int]]
    ) -> Narrator | None:
        """`تقول حواء إن`: one word that is known from nowhere, and what it says at once behind."""
        tokens = line.tokens
        if tokens[i].lower in self._weak or tokens[i].lower not in self._say or at != i + 1:
            return None
        if stop - at not in (1, 2) or not tokens[at].is_word or tokens[at].lower in self._that:
            return None
        if not self._leads(tokens, i, stop, quoted) or tokens[at].lower in self._before_that:
            return None
        token = tokens[at]
        if self._grammar.is_preposition(token) or self._grammar.is_verb(token) or self._grammar.is_light(token):
            return None
        if token.lower in self._pronouns or token.text[0].isdigit() or self._grammar.is_relative(token):
            return None
        span = line.span(self._text, at, stop)
        return Narrator("witness", span, anaphor=is_definite(token), otherwise="witness")

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
            named if named is not None and named.mention is not None and named.kind not in OUTLETS else None
        )

    def _past_light(self, tokens: Sequence[Token], k: int) -> int:
        """Past what may stand between a verb and its subject: `أمس`, `فيها`, a day of the week."""
        while k < len(tokens) and (
            tokens[k].lower in self._with_pronoun
            or tokens[k].lower in self._today
            or (tokens[k].lower in self._days and is_definite(tokens[k]))
            or (self._grammar.is_light(tokens[k]) and not is_definite(tokens[k]))
        ):
            k += 1
        return k

    def _sure_before(self, line: Line, clause: int, verb: int) -> Narrator | None:
        """A person or body named before a verb as its subject, whatever may stand behind it."""
        before = self._subject_before(line, clause, verb)
        return before if before is not None and before.mention is not None else None

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
            if stop >= relative - 1 and (narrator := self._narrators.read(line, first, relative)) is not None:
                if narrator.mention is not None or narrator.kind != "group":
                    return Cue("say", i, i + 1, first, relative, narrator)
        return None

    def _speech_begins(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether what is said begins here, small words before `that` passed over."""
        if k >= len(tokens):
            return True
        if self._told.match(tokens, k) > 1:
            return True
        if tokens[k].lower in self._before_that and k + 1 < len(tokens):
            return (
                tokens[k + 1].lower in self._that
                or tokens[k + 1].text in QUOTES
                or self._outlet_next(tokens, k)
            )
        if tokens[k].text in QUOTES and k + 1 < len(tokens) and self._narrators.begins_name(tokens[k + 1]):
            return False
        return tokens[k].lower in self._that or tokens[k].text in ':"“«'

    def _outlet_next(self, tokens: Sequence[Token], k: int) -> bool:
        return tokens[k].lower == "ل" and self._narrators.outlet(tokens, k + 1) is not None

    def _leads(self, tokens: Sequence[Token], i: int, stop: int, quoted: Sequence[tuple[int, int]]) -> bool:
        """Whether `that`, a colon or a quotation follows a speaker, behind what may stand between."""
        for k in range(max(stop, i + 1), min(len(tokens), max(stop, i + 1) + _FEW)):
            token = tokens[k]
            if token.lower in self._that or token.text == ":":
                return True
            if any(a == token.start for a, b in quoted):
                return True
            if self._grammar.is_verb(token) and token.lower in self._say:
                return False
            if token.text in ".؛":
                return False
        return False

    def _subject_before(self, line: Line, clause: int, verb: int) -> Narrator | None:
        """Who stands before a verb: `رئيس الفرع قال`, `المتحدث باسم X، فلان، نفى`, `أما X فقال`."""
        tokens = line.tokens
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
            light = all(self._grammar.is_light(t) or self._grammar.is_conjunction(t) for t in between)
            if between and not parted and not light:
                continue
            apposed = parted and sum(t.is_word for t in between) <= _FEW
            narrator = self._narrators.read(line, first, stop)
            if apposed and (narrator is None or narrator.mention is None):
                narrator = self._narrators.apposed(line, first, stop, verb) or narrator
            if narrator is not None:
                return narrator
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
            elif token.lower == "و" and not heads and k == verb - 1:
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
        return self._grammar.is_relative(between[0]) and (last.text in ",،" or len(between) <= 6)

    def _pictured_before(self, line: Line, verb: int, cues: Sequence[Cue]) -> Cue | None:
        """`حصلت X على وثيقة …، تطلب من`: a document or picture without article that the clause behind tells of."""
        tokens, token = line.tokens, line.tokens[verb]
        present = isinstance(token, Word) and token.tense == "present"
        if not verb or not present or self._grammar.is_conjunction(tokens[verb - 1]):
            return None
        for first in range(verb - 1, max(-1, verb - 16), -1):
            if tokens[first].lower in self._that or tokens[first].text in ".:؛":
                return None
            if is_definite(tokens[first]) or not self._narrators.is_shown(tokens, first):
                continue
            stop = min(self._narrators.end(line, first), verb)
            apart = tokens[verb - 1].text in ",،" or stop == verb
            narrator = self._narrators.read(line, first, stop)
            if not apart or narrator is None or narrator.kind not in PICTURED:
                return None
            return Cue("show", verb, verb + 1, verb, verb + 1, narrator, nested=False)
        return None

    def _shared_picture(self, line: Line, verb: int) -> list[Cue]:
        """`مقطع مصور تداولته حسابات يظهر …`: a picture, who shared it, and what it shows."""
        tokens = line.tokens
        for first in self._clause_heads(tokens, verb):
            while first < verb and (
                self._grammar.is_conjunction(tokens[first]) or self._grammar.is_mark(tokens[first])
            ):
                first += 1
            stop = self._narrators.end(line, first) if first < verb else verb
            if stop >= verb:
                continue
            picture = self._narrators.read(line, first, stop)
            if picture is None or picture.kind not in PICTURED:
                continue
            poster = self._posted_by(line, first, stop)
            if poster is None or poster.close > verb:
                continue
            poster.clause = first
            return [poster, Cue("show", verb, verb + 1, first, stop, picture, nested=True)]
        return []

    def _posted_by(self, line: Line, verb: int, stop: int) -> Cue | None:
        """`أظهر مقطع مصور تداوله ناشطون …`: who shared the picture."""
        tokens = line.tokens
        for k in range(verb + 2, min(len(tokens), stop + 4)):
            if tokens[k].lower in self._share and self._grammar.is_verb(tokens[k]):
                end = self._narrators.end(line, k + 1)
                poster = self._narrators.read(line, k + 1, end)
                if poster is None:
                    return None
                role: Role = "relay" if poster.kind in OUTLETS else "say"
                return Cue(role, k, k + 1, verb, end, self._as_poster(poster))
        return None

    def _going_on(self, line: Line, i: int, cues: Sequence[Cue]) -> Cue | None:
        """`أن ضابطا ألقى اللوم على X، قائلا إن …`: the subject of the clause speaks, where nobody has yet."""
        tokens = line.tokens
        if tokens[i].lower not in self._continuing or not self._leads(tokens, i, i + 1, ()):
            return None
        if cues and not cues[-1].behind and cues[-1].role != "relay":
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

    def _voice(self, line: Line, i: int) -> Narrator:
        """Whoever spoke last."""
        return Narrator("person", None, anaphor=True)

    def _told_to(self, line: Line, i: int, stop: int) -> Narrator | None:
        """The outlet that heard it (`لوكالة رويترز`, `في تصريح للجزيرة`, `في مقابلة مع X، حذر Y`)."""
        return self._told_behind(line, i, stop) or self._told_ahead(line, i)

    def _told_behind(self, line: Line, i: int, stop: int) -> Narrator | None:
        tokens = line.tokens
        if tokens[i].lower in self._telling and (heard := self._outlet_within(tokens, stop, stop + 1)):
            return heard
        for k in range(i + 1, min(len(tokens), stop + _FEW)):
            if (tokens[k].lower in self._that and k > stop) or tokens[k].text in (":", ".", "“", "«"):
                return None
            if self._grammar.is_verb(tokens[k]) and k >= stop:
                heard = tokens[k].lower in self._contacted or (
                    tokens[k].lower in self._share and is_owned(tokens[k])
                )
                if heard and (outlet := self._outlet_within(tokens, k + 1, k + 4)) is not None:
                    return outlet
                if not heard and tokens[k - 1].text not in ",،":
                    return None
            n = self._told.match(tokens, k)
            if n and k + n < len(tokens):
                outlet = self._narrators.outlet(tokens, k + n)
                if outlet is not None:
                    return outlet
        return None

    def _outlet_within(self, tokens: Sequence[Token], first: int, stop: int) -> Narrator | None:
        found = (self._narrators.outlet(tokens, k) for k in range(first, min(stop, len(tokens))))
        return next((outlet for outlet in found if outlet is not None), None)

    def _told_ahead(self, line: Line, i: int) -> Narrator | None:
        """The outlet in a phrase that the sentence begins with."""
        tokens = line.tokens
        for k in range(min(i, 4)):
            n = self._told.match(tokens, k)
            if n > 1 and k + n < i and (outlet := self._narrators.outlet(tokens, k + n)) is not None:
                return outlet
            if self._grammar.is_verb(tokens[k]):
                return None
        return None

    def _repeats(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether a wording adds nobody to those before."""
        span = cue.narrator.span
        return span is not None and any(
            c.narrator.span is not None
            and span.start < c.narrator.span.end
            and c.narrator.span.start < span.end
            for c in cues
            if not (c.narrator.kind in OUTLETS) == (cue.narrator.kind not in OUTLETS)
        )

    # -- scopes ----------------------------------------------------------------------------------------

    def _scoped(
        self, line: Line, cues: Sequence[Cue], quoted: Sequence[tuple[int, int]]
    ) -> list[Attribution]:
        tokens, sentence = line.tokens, line.sentence
        scopes: list[list[int]] = []
        fronts: list[int] = []
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
                if beside:
                    for earlier in scopes:
                        if earlier[1] == sentence.end:
                            earlier[1] = start
                nested = cue.nested or (not beside and n > 0)
                first = not any(c for c in cues[:n])
                begin = sentence.start if first and self._nothing_before(tokens, cue) else start
                if cue.nested and n:
                    begin = scopes[n - 1][0]
                scopes.append([begin, sentence.end])
        own = self._own_check(tokens)
        ranked = []
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
            ranked.append(((not outer or cue.nested, start - end, n), attribution))
        return [a for _, a in sorted(ranked, key=lambda r: r[0])]

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
        if joint.text in "؛;":
            return True
        if not self._grammar.is_conjunction(joint):
            return False
        comma = cue.clause > 1 and tokens[cue.clause - 2].text in ",،"
        return comma or cue.narrator.span is None

    def _nothing_before(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether only adverbials stand before a cue's clause, so that its scope begins with the sentence."""
        return not any(self._grammar.is_verb(t) for t in tokens[: cue.clause])
