"""Words said: `menurut X`, `X mengatakan`, `…," kata X`, `hal itu disampaikan X`, and the passive that names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrator_phrases import NarratorPhrases
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token

_QUOTES = '"“”«»'
_SET_OFF = _QUOTES + ","
_OPENS = _QUOTES + ":–—-"
_FEW = 4
"""Words before `disampaikan` up to which the sentence says nothing of its own."""
_IDIOM = 3
"""Words from which a wording of saying is one, whatever its first word may be elsewhere (`let it be known`)."""
_ACCOUNT = 8
"""Words from `in` to the account, whose it is between them (`in the ministry's version`)."""
_VEHICLE = 12
"""Words up to whom, behind `contained in a statement`."""
_DONE = 5
"""Words up to `by`, behind what was done by speaking (`were dismissed as nonsense by the ministry`)."""


def _word_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a place, nothing behind the last."""
    return tokens[at].lower if at < len(tokens) else ""


class Said:
    """Finds where a sentence says who said something."""

    def __init__(
        self, text: str, lexicon: Lexicon, clauses: Clauses, narrators: Narrators, phrases: NarratorPhrases
    ) -> None:
        self._text, self._lexicon = text, lexicon
        self._clauses = clauses
        self._neither = lexicon.set("attribution", "neither")
        self._told_by = lexicon.set("attribution", "told_by")
        self._told = lexicon.phrases("attribution", "told")
        self._weekdays = lexicon.set("names", "weekdays")
        self._narrators = narrators
        self._phrases = phrases
        table = "attribution"
        self._according = lexicon.phrases(table, "according")
        self._say = lexicon.phrases(table, "say")
        self._act = lexicon.phrases(table, "act")
        self._show = lexicon.set(table, "show")
        self._bare = lexicon.set(table, "bare")
        self._sure = lexicon.set(table, "bare_sure")
        self._ambiguous = lexicon.set(table, "passive_ambiguous")
        self._passive = lexicon.phrases(table, "passive")
        self._announced = lexicon.set(table, "announced")
        self._announced_subjects = lexicon.phrases(table, "announced_subjects")
        self._asked = lexicon.phrases(table, "asked")
        self._anonymity = lexicon.set(table, "anonymity")
        self._that = lexicon.set(table, "that")
        self._as = lexicon.set(table, "as")
        self._seeming = lexicon.set(table, "seeming")
        self._unsaid = lexicon.set(table, "unsaid")
        self._denials = lexicon.set(table, "denials")
        self._favours = lexicon.set(table, "favours")
        self._sayings = lexicon.set(table, "sayings")
        self._purpose = lexicon.set(table, "purpose")
        self._share = lexicon.set(table, "share")
        self._done_by = lexicon.set(table, "done_by")
        self._suffix = next(iter(lexicon.set(table, "possessive")), "")
        self._by = lexicon.set(table, "by")
        self._accounting_openers = lexicon.phrases(table, "accounting_openers")
        self._accountings = lexicon.set(table, "accountings")
        self._possessives = lexicon.set(table, "possessives")
        self._neuter_possessives = self._possessives & {"its"}
        self._owner = lexicon.set("words", "owner")
        self._of_people = lexicon.set(table, "of_people")
        self._seeing = lexicon.set(table, "seeing")
        self._resting = lexicon.phrases(table, "resting")
        self._pronouns = lexicon.set("words", "pronouns")
        self._this = lexicon.set(table, "this")
        self._naming_people = lexicon.phrases(table, "naming_people")
        self._what = lexicon.set(table, "what")

    def announced(self, line: Line, i: int) -> Cue | None:
        """`hal itu disampaikan X`, with content in the sentences before or in this one."""
        tokens = line.tokens
        if tokens[i].lower not in self._announced:
            return None
        before = i
        while (
            before
            and not self._announced_subjects.match_back(tokens, before)
            and self._clauses.is_light(tokens[before - 1])
        ):
            before -= 1
        back = (
            bool(self._announced_subjects.match_back(tokens, before))
            and sum(t.is_word for t in tokens[:before]) <= _FEW
        )
        pointed = back or bool(self._announced_subjects.match_back(tokens, before))
        if not pointed and not any(
            t.lower in self._sayings for t in tokens[self._clauses.clause_start(tokens, i) : i]
        ):
            return None
        at = i + 1
        if self._lexicon.heads_last:
            at = self._behind_vehicle(tokens, at)
        while at < len(tokens) and (tokens[at].lower in self._by or self._clauses.is_light(tokens[at])):
            at += 1
        stop = self._phrases.end(line, at)
        narrator = self._narrators.read(line, at, stop) if at < stop else None
        if narrator is None:
            return None
        return Cue(
            "relay" if narrator.kind in OUTLETS else "announced",
            "whole",
            i,
            i + 1,
            i,
            stop,
            narrator,
            back=back,
        )

    def _behind_vehicle(self, tokens: Sequence[Token], at: int) -> int:
        """Where whose words they are is said: `contained in a statement issued on Monday by X`."""
        if at >= len(tokens) or not self._clauses.is_preposition(tokens[at]) or tokens[at].lower in self._by:
            return at
        near = range(at, min(len(tokens), at + _VEHICLE))
        end = next((k for k in near if tokens[k].text in ".;" or tokens[k].text in _QUOTES), near.stop)
        return next((k for k in range(at, end) if tokens[k].lower in self._by), at)

    def according(self, line: Line, i: int) -> Cue | None:
        """`menurut X`."""
        tokens = line.tokens
        word = tokens[i].lower
        if self._suffix and word.endswith(self._suffix) and self._according_stem(word):
            back = Narrator("person", line.span(self._text, i, i + 1), anaphor=True)
            return Cue("say", self._order(line, i, i + 1), i, i + 1, i, i + 1, back)
        n = self._according.match(tokens, i)
        if not n and (made := self._as_made_of(line, i)) is not None:
            return made
        if not n or i + n >= len(tokens):
            return None
        stop = self._phrases.end(line, i + n)
        narrator = self._narrators.read(line, i + n, stop)
        if narrator is None:
            return None
        role: Role = "relay" if narrator.kind in OUTLETS else "show" if narrator.kind in PICTURED else "say"
        inner = bool(
            self._resting.match(tokens, i)
        )  # `the network counts 15, based on testimonies of survivors`
        return Cue(role, self._order(line, i, stop), i, i + n, i, stop, narrator, inner=inner)

    def _as_made_of(self, line: Line, i: int) -> Cue | None:
        """`in his telling`, `by the army's own count`: whose account it is stands before the word for it."""
        tokens = line.tokens
        n = self._accounting_openers.match(tokens, i)
        if not n:
            return None
        for k in range(i + n + 1, min(len(tokens), i + n + _ACCOUNT)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_verb(tokens[k]):
                return None
            if tokens[k].lower not in self._accountings:
                continue
            end = k - (tokens[k - 1].lower == "own")
            pronoun = end == i + n + 1 and tokens[end - 1].lower in self._possessives
            named = tokens[end - 1].lower in self._owner and end - 1 > i + n
            if not (pronoun or named):
                return None
            if pronoun:
                span = line.span(self._text, end - 1, end)
                body = tokens[end - 1].lower in self._neuter_possessives
                whose: Narrator | None = Narrator(
                    "group" if body else "person", span, anaphor=True, neuter=body
                )
            else:
                whose = self._narrators.read(line, i + n, end - 1)
            if whose is None:
                return None
            role: Role = "relay" if whose.kind in OUTLETS else "show" if whose.kind in PICTURED else "say"
            return Cue(role, self._order(line, i, k + 1), i, k + 1, i, k + 1, whose)
        return None

    def _according_stem(self, word: str) -> bool:
        return word.removesuffix(self._suffix) in self._according

    def _set_in(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether the clause goes on behind a phrase set between commas (`said, according to X, that …`)."""
        if stop + 1 >= len(tokens) or tokens[stop].text != "," or not first or tokens[first - 1].text != ",":
            return False
        following = tokens[stop + 1]
        return (
            following.lower in self._that
            or self._clauses.is_verb(following)
            or self._clauses.is_light(following)
        )

    def _order(self, line: Line, first: int, stop: int) -> Literal["before", "after", "whole"]:
        """Whether content follows the phrase, or stood before it."""
        if self._lexicon.heads_last and self._set_in(line.tokens, first, stop):
            return "whole"
        if self._lexicon.heads_last and self._clauses.has_verb(line.tokens, 0, first):
            return "after"
        after = takewhile(lambda t: not self._clauses.is_coordinator(t), line.tokens[stop:])
        words_after = sum(t.is_word for t in after)
        words_before = sum(t.is_word for t in line.tokens[:first])
        return "after" if words_after <= 3 and words_before > words_after else "before"

    def saying(self, line: Line, i: int) -> Cue | None:
        """`X mengatakan`: a speaker before the verb."""
        tokens = line.tokens
        n = self._say.match(tokens, i)
        role: Role = "say"
        if not n and (n := self._act.match(tokens, i)):
            role = "act"
            if i + n < len(tokens) and tokens[i + n].lower in self._favours:
                n = 0  # `meminta maaf`
        if not n and i + 1 < len(tokens) and tokens[i].lower in self._share:
            # `menyebarkan kabar bahwa …`
            n = 2 * (tokens[i + 1].lower in self._sayings)
        if not n and tokens[i].lower in self._seeing:
            n = 1  # `an AFP journalist saw three cars`
        shows = tokens[i].lower in self._show
        seeming = shows and i > 1 and tokens[i - 2].lower in self._seeming
        if (not n and not shows) or (i and tokens[i - 1].lower in self._purpose and not seeming):
            return None
        gerund = self._lexicon.heads_last and self._clauses.is_reduced(tokens[i])
        bare = gerund and i and tokens[i - 1].is_word
        if bare and _word_at(tokens, i + max(n, 1)) in self._purpose:
            return None  # `men claiming to belong to the group`
        if self._clauses.is_passive(tokens[i]) or (self._clauses.is_noun(tokens[i]) and n < _IDIOM):
            return None  # `residents were told to leave`, `the claim`
        if self._lexicon.heads_last and i and tokens[i].is_capital and tokens[i - 1].text not in _OPENS:
            return None  # `the United States`
        if self._naming_people.match(tokens, i):
            return None  # `a resident who identified himself as Musa`
        if self._held_off(tokens, i):
            return None  # `shows what it says is a convoy`
        if any(t.lower in self._neither for t in tokens[max(0, i - 4) : i]):
            return None  # `would neither confirm nor deny`
        if i and tokens[i - 1].lower in self._unsaid and tokens[i].lower not in self._denials:
            return None  # `belum menanggapi`
        stop = i + max(n, 1)
        order: Literal["before", "after", "whole"] = "before"
        verb = i - 2 if seeming else self._before_asked(tokens, i)
        first = self._phrases.subject_start(line, verb)
        if self._clauses.is_reduced(tokens[i]) and i and tokens[i - 1].text == ",":
            first, verb = self._main_subject(line, i)
        if self._lexicon.heads_last:
            if self._behind_content(tokens, first, stop):
                order = "after"
            elif (
                stop < len(tokens)
                and tokens[stop].text == ","
                and tokens[max(0, first - 1)].lower in self._as
            ):
                order = "whole"  # `As the paper first reported, the deal collapsed.`
            elif first > 1 and tokens[first - 1].text in _QUOTES and tokens[first - 2].text == ",":
                order = "whole"  # `"…," the elder said he had been told`
        elif self._closing(tokens, i, stop):
            order, first = "after", max(k for k in range(i) if tokens[k].text == ",") + 1
        aside = order == "before" and self._clauses.is_relative(tokens[first]) and first + 1 < verb
        narrator = self._phrases.subject(line, first + aside, verb)
        if narrator is None and verb and self._clauses.is_relative(tokens[verb - 1]) and verb > 2:
            stop_at = verb - 1 - (tokens[verb - 2].text == ",")
            near = self._clauses.noun_phrase_start(tokens, stop_at)
            narrator = self._narrators.read(line, near, stop_at) if first < near < stop_at else None
        if narrator is None and n and tokens[i].lower in self._of_people and first + aside < verb:
            narrator = self._narrators.somebody(line, first + aside, verb)
        seen = tokens[i].lower in self._seeing
        if narrator is None or (seen and narrator.kind not in OUTLETS):
            return None
        if narrator.kind in PICTURED:
            role = "show"
        elif not n:
            return None
        elif narrator.kind in OUTLETS:
            role = "relay"
        back = (stop < len(tokens) and self._announced_subjects.match(tokens, stop) > 1) or self._says_this(
            tokens, stop
        )  # `X mengatakan hal itu`
        return Cue(role, order, i, stop, first, stop, narrator, back=back)

    def _held_off(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb of saying only holds off the word for something (`what the army called a terrorist cell`)."""
        k = at
        while k and self._clauses.is_light(tokens[k - 1]):
            k -= 1
        k = self._clauses.noun_phrase_start(tokens, k)
        return k > 1 and tokens[k - 1].lower in self._what and tokens[k - 2].is_word

    def _says_this(self, tokens: Sequence[Token], at: int) -> bool:
        """`X disclosed this at a meeting`, `X made this known`: what stands before is what he said."""
        if at >= len(tokens) or tokens[at].lower not in self._this:
            return False
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            following is None
            or self._clauses.is_stop(following)
            or self._clauses.is_preposition(following)
            or self._clauses.is_opener(following)
            or self._clauses.is_coordinator(following)
        )

    def tells_more(self, line: Line, i: int) -> bool:
        """Whether a word such as `adding` goes on with what somebody says."""
        tokens = line.tokens
        return self._clauses.is_reduced(tokens[i]) and bool(
            self._say.match(tokens, i) or self._act.match(tokens, i)
        )

    def told_by(self, line: Line, i: int) -> Cue | None:
        """`had been told by a nurse that`: who said it stands behind a passive."""
        tokens = line.tokens
        if tokens[i].lower not in self._told_by or not self._clauses.is_passive(tokens[i]):
            return None
        if i + 2 >= len(tokens) or tokens[i + 1].lower not in self._by:
            return None
        stop = self._phrases.end(line, i + 2)
        narrator = self._narrators.read(line, i + 2, stop) if i + 2 < stop else None
        if narrator is None:
            return None
        clause = self._phrases.subject_start(line, i)
        role: Role = "relay" if narrator.kind in OUTLETS else "say"
        return Cue(role, "before", i, i + 2, min(clause, i), stop, narrator)

    def who_was_told(self, line: Line, cue: Cue) -> Cue | None:
        """`Reuters was told by an official that …`: the outlet that heard it, where it is the subject."""
        tokens = line.tokens
        if tokens[cue.first].lower not in self._told_by or cue.clause >= cue.first or cue.role != "say":
            return None
        subject = self._phrases.subject(line, cue.clause, cue.first)
        if subject is None or subject.kind not in OUTLETS:
            return None
        return Cue("relay", "before", cue.first, cue.first + 1, cue.clause, cue.first + 1, subject)

    def _main_subject(self, line: Line, at: int) -> tuple[int, int]:
        """The subject of the verb that a clause such as `saying he wanted peace` hangs on, and that verb."""
        tokens = line.tokens
        if any(self._says(tokens, k) for k in range(at)):
            return at, at
        for k in range(self._clauses.clause_start(tokens, at), at):
            if self._clauses.is_verb(tokens[k]) and self._clauses.has_verb(tokens, k, k + 1):
                first = self._phrases.subject_start(line, k)
                if first < k:
                    return first, k
        return at, at

    def _says(self, tokens: Sequence[Token], at: int) -> bool:
        told = self._say.match(tokens, at) or self._act.match(tokens, at)
        return bool(told) and self._clauses.is_verb(tokens[at])

    def _before_asked(self, tokens: Sequence[Token], verb: int) -> int:
        """Where the subject of the verb ends: `X saat dikonfirmasi membantah`."""
        return next((k for k in (verb - 2,) if k > 0 and self._asked.match(tokens, k) == 2), verb)

    def _closing(self, tokens: Sequence[Token], verb: int, stop: int) -> bool:
        """`…, kantor berita MENA melaporkan.`: a speaker and a verb close the sentence, what was said before them."""
        comma = max((k for k in range(verb) if tokens[k].text == ","), default=0)
        said = self._clauses.has_verb(tokens, 0, comma)
        return said and not any(t.is_word for t in tokens[stop:])

    def _behind_content(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """`…, the ministry said in a statement.`: what was said stands before a speaker, only when and where behind."""
        set_off = first > 0 and tokens[first - 1].text in _SET_OFF
        if set_off and tokens[first - 1].text in _QUOTES and self._clauses.over_quotation(tokens, first - 1):
            return False  # `that "General" X had said`
        if not set_off or not (
            tokens[first - 1].text in _QUOTES or self._clauses.has_verb(tokens, 0, first - 1)
        ):
            return False
        begin = stop
        if begin < len(tokens) and self._told.match(tokens, begin - 1):  # `told Reuters by phone`
            begin = self._clauses.noun_phrase_end(tokens, begin)
        for k in range(begin, len(tokens)):
            token = tokens[k]
            reduced = self._clauses.is_reduced(token)
            quotes = k + 1 < len(tokens) and tokens[k + 1].text in _QUOTES
            if token.text == "," and quotes and not any(t.text in _QUOTES for t in tokens[:first]):
                return False  # `In March, the filing says, X wrote, "Same time."`
            if token.text == ":":
                return False
            if token.text in ".,;" or token.text in _QUOTES or reduced:
                return True
            if token.lower in self._that or (self._clauses.is_verb(token) and not reduced):
                return False
            if k == stop and not (
                self._clauses.is_preposition(token)
                or self._clauses.is_light(token)
                or token.lower in self._weekdays
            ):
                return False
        return True

    def done_by(self, line: Line, i: int) -> Cue | None:
        """What somebody's word is done to: `tudingan itu dibantah juru bicara X`."""
        tokens = line.tokens
        if tokens[i].lower not in self._done_by or (
            self._lexicon.heads_last and not self._passive_by(tokens, i)
        ):
            return None
        at = i + 1
        if self._lexicon.heads_last:
            at = next(k for k in range(i + 1, len(tokens)) if tokens[k].lower in self._by)
        while at < len(tokens) and tokens[at].lower in self._by:
            at += 1
        stop = self._phrases.end(line, at) if at < len(tokens) else at
        narrator = self._narrators.read(line, at, stop) if at < stop else None
        return Cue("say", "whole", i, i + 1, i, stop, narrator, done=True) if narrator else None

    def _passive_by(self, tokens: Sequence[Token], i: int) -> bool:
        """`was confirmed by`, `were dismissed as nonsense by`: a deed of speech in the passive, and whose it is."""
        if not self._clauses.is_passive(tokens[i]):
            return False
        if self._clauses.is_reduced(tokens[i]) and tokens[i - 1].text != ",":
            return False  # `figures confirmed by the ministry`: of a thing, and not of the sentence
        for k in range(i + 1, min(len(tokens), i + _DONE)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_verb(tokens[k]):
                return False
            if tokens[k].lower in self._by:
                return True
        return False

    def closing(self, line: Line, i: int, outside: Sequence[bool]) -> Cue | None:
        """`…," kata X`: a speaker behind the verb."""
        tokens = line.tokens
        word = tokens[i].lower
        back = (
            bool(self._suffix)
            and word.endswith(self._suffix)
            and word.removesuffix(self._suffix) in self._bare
        )
        if not back and word not in self._bare:
            return None
        after_break = i == 0 or tokens[i - 1].text in ',"”»!?…' or not outside[i - 1]
        stem = word.removesuffix(self._suffix) if back else word
        if not after_break and stem not in self._sure:
            return None
        order: Literal["before", "after", "whole"] = (
            "after" if any(t.is_word for t in tokens[:i]) else "before"
        )
        if order == "after" and all(outside[:i]) and not self._clauses.has_verb(tokens, 0, i):
            order = "whole"  # `LBH, ujar Ridwan, akan melaporkan`: nothing was said before
        if back:
            narrator = Narrator("person", line.span(self._text, i, i + 1), anaphor=True)
            return Cue("say", order, i, i + 1, i, i + 1, narrator)
        stop = self._phrases.end(line, i + 1)
        if i == 0 and stem not in self._sure and (stop >= len(tokens) or tokens[stop].text != ","):
            return None  # `Lanjut Arie, …`, but not `Terang bulan …`
        if self._lexicon.heads_last and tokens[i].is_capital and i and tokens[i - 1].is_word:
            return None  # `Tarek Said`
        pronoun = i + 2 == stop and i + 1 < len(tokens) and tokens[i + 1].lower in self._pronouns
        if self._lexicon.heads_last and stop < len(tokens) and (pronoun or not after_break):
            following = tokens[stop]
            if self._clauses.is_verb(following) or self._clauses.is_light(following):
                return None  # `who said he counted thirty`
        found = self._narrators.read(line, i + 1, stop) if i + 1 < stop else None
        if found is None:
            return None
        role: Role = "relay" if found.kind in OUTLETS else "say"
        return Cue(role, order, i, i + 1, i, stop, found)

    def passive(self, line: Line, i: int) -> Cue | None:
        """`dilaporkan`: by nobody in particular."""
        n = self._passive.match(line.tokens, i)
        if n and n == 1 and line.tokens[i].lower in self._ambiguous and not self._reports(line.tokens, i + 1):
            return None
        if not n or any(t.lower in self._anonymity for t in line.tokens[max(0, i - 2) : i + n + 2]):
            return None
        start = self._clauses.clause_start(line.tokens, i)
        cue = line.span(self._text, i, i + n)
        return Cue("passive", "before", i, i + n, start, i + n, Narrator("unspecified", cue))

    def _reports(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what follows a word such as `disebut` is told, and not a name or a thing."""
        return at < len(tokens) and (
            tokens[at].lower in self._that
            or self._clauses.is_verb(tokens[at])
            or (self._clauses.is_light(tokens[at]) and tokens[at].text.islower())
        )
