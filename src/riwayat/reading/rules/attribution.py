"""Attributions: which words rest what on whom.

Each sentence is searched for wordings of attribution outside its quotations: an outlet retold, `menurut X`,
a speaker before a verb of saying, a speaker after `…," kata`, a photo or document that shows, and the
passive that names nobody.  Each gets its scope in the sentence; scopes nest where one narrator passes on
another, and part where a clause is set beside the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Attribution, Narrator, Role
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token, tokens


@dataclass(slots=True)
class _Cue:
    """A wording of attribution, by tokens: the cue, and where its own clause begins and ends."""

    role: Role
    order: Literal["before", "after", "whole"]
    """Whether the narrator stands before what it says, after it, or frames the whole sentence."""
    first: int
    stop: int
    clause: int
    """First token of the cue's clause (the subject's, where it has one)."""
    close: int
    """Token after the last of its narrator phrase."""
    narrator: Narrator
    inner: bool = False
    """Whether it is what another narrator of the sentence passes on (`SANA, mengutip sumber militer`)."""
    back: bool = False
    """Whether it reaches over what stands before its sentence."""
    medium: bool = False
    """Whether it only says by what means somebody spoke, if somebody did (`dalam video itu X mengatakan`)."""


_FEW = 4
"""Words before `disampaikan` up to which the sentence says nothing of its own."""
_OUTLETS = ("outlet", "agency")
_PICTURED = ("photo", "video", "document")
_HEARSAY = ("person", "official", "group", "anonymous", "witness")
"""Kinds of narrators that a speaker passes on in his own words."""


class Attributions:
    """Finds the attributions of one document, a sentence at a time."""

    def __init__(self, text: str, lexicon: Lexicon, clauses: Clauses, narrators: Narrators) -> None:
        self._text, self._clauses, self._narrators = text, clauses, narrators
        table = "attribution"
        self._relay = lexicon.phrases(table, "relay")
        self._relay_fillers = lexicon.set(table, "relay_fillers")
        self._quoting = lexicon.phrases(table, "quoting")
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
        self._thus = lexicon.phrases(table, "thus")
        self._told = lexicon.phrases(table, "told")
        self._asked = lexicon.phrases(table, "asked")
        self._source_of_relay = lexicon.set(table, "source_of_relay")
        self._anonymity = lexicon.set(table, "anonymity")
        self._within = lexicon.set(table, "within")
        self._that = lexicon.set(table, "that")
        self._unsaid = lexicon.set(table, "unsaid")
        self._denials = lexicon.set(table, "denials")
        self._favours = lexicon.set(table, "favours")
        self._posters = lexicon.set(table, "posters")
        self._contacted = lexicon.set(table, "contacted")
        self._sayings = lexicon.set(table, "sayings")
        self._it = lexicon.phrases(table, "announced_subjects")
        self._purpose = lexicon.set(table, "purpose")
        self._share = lexicon.set(table, "share")
        self._broadcast = lexicon.set(table, "broadcast")
        self._footage = lexicon.set(table, "footage")
        self._pronouns = lexicon.set(table, "singular") | lexicon.set(table, "plural")
        self._shared = lexicon.set(table, "shared")
        self._done_by = lexicon.set(table, "done_by")
        self._suffix = next(iter(lexicon.set(table, "possessive")), "")
        self._by = lexicon.set(table, "by")
        self._conjunctions = lexicon.set("words", "conjunctions")

    def find(self, line: Line, quoted: Sequence[tuple[int, int]]) -> list[Attribution]:
        """The attributions of a sentence, by their place; `quoted` are the speech quotations of its paragraph."""
        tokens = line.tokens
        outside = [not any(a < t.start and t.end < b for a, b in quoted) for t in tokens]
        cues: list[_Cue] = []
        i = 0
        while i < len(tokens):
            here = self._cues_at(line, i, outside) if outside[i] else ()
            for cue in here:
                # A demand that somebody else tells of is that other's word.
                told_of = cue.role == "act" and any(
                    c.order != "after" and c.narrator.kind not in _OUTLETS for c in cues
                )
                if not told_of and not self._repeats(cue, cues):
                    cues.append(cue)
            i = max(i + 1, *(cue.stop for cue in here)) if here else i + 1
        if any(c.role != "passive" and c.narrator.kind not in _PICTURED for c in cues):
            cues = [c for c in cues if not c.medium]
        return self._scoped(line, cues, outside) + self._hearsay(line, quoted, outside)

    def _hearsay(
        self, line: Line, quoted: Sequence[tuple[int, int]], outside: Sequence[bool]
    ) -> list[Attribution]:
        """`"Klien saya bilang uang itu milik keluarga," kata X`: whose word a speaker passes on in a quotation."""
        found: list[Attribution] = []
        tokens = line.tokens
        for i in range(len(tokens)):
            cue = None if outside[i] else self._saying_at(line, i)
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

    def _cues_at(self, line: Line, i: int, outside: Sequence[bool]) -> tuple[_Cue, ...]:
        if quoting := self._quoting_at(line, i):
            return quoting
        cue = (
            self._relay_at(line, i)
            or self._announced_at(line, i)
            or self._according_at(line, i)
            or self._saying_at(line, i)
            or self._pictured_at(line, i)
            or self._bare_at(line, i, outside)
            or self._done_by_at(line, i)
            or self._passive_at(line, i)
        )
        if cue is None:
            return ()
        if (further := self._retold_from(line, cue)) is not None:
            return (cue, further)
        sharer = self._sharer(line, cue) if cue.narrator.kind in _PICTURED else None
        if sharer is None:
            return (cue,)
        cue.inner = True
        if self._broadcast & {t.lower for t in line.tokens[sharer.first : sharer.stop]}:
            cue.narrator = self._as_footage(cue.narrator)
        return (sharer, cue)

    def _as_footage(self, picture: Narrator) -> Narrator:
        """`gambar yang disiarkan televisi` moves."""
        words = picture.span.text.casefold().split() if picture.span else []
        return replace(picture, kind="video") if self._footage.intersection(words) else picture

    def _repeats(self, cue: _Cue, cues: Sequence[_Cue]) -> bool:
        """`mengutip sumber militer yang mengatakan`: the second verb adds nobody."""
        span = cue.narrator.span
        return span is not None and any(
            c.narrator.span is not None and _overlap(span, c.narrator.span) for c in cues
        )

    # -- an outlet retold -------------------------------------------------------------------------

    def _relay_at(self, line: Line, i: int) -> _Cue | None:
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
        if narrator is not None and narrator.kind in _OUTLETS:
            back = i <= 2 and bool(i) and self._thus.match(tokens, 0) > 0
            return _Cue("relay", "whole", i, i + n, i, stop, narrator, back=back)
        return None

    def _retold_from(self, line: Line, cue: _Cue) -> _Cue | None:
        """`dikutip Anadolu dari Wall Street Journal`: the outlet behind the outlet."""
        tokens, at = line.tokens, cue.close
        if cue.role != "relay" or at + 1 >= len(tokens) or tokens[at].lower not in self._source_of_relay:
            return None
        stop = self._clauses.noun_phrase_end(tokens, at + 1)
        narrator = self._narrators.read(line, at + 1, stop) if at + 1 < stop else None
        if narrator is None or narrator.kind not in _OUTLETS:
            return None
        return _Cue("relay", "whole", at, at + 1, at, stop, narrator, inner=True)

    def _outlet_words(self, token: Token) -> bool:
        return (
            token.lower in self._relay_fillers
            and token.lower not in self._by
            and not self._clauses.is_preposition(token)
        )

    def _quoting_at(self, line: Line, i: int) -> tuple[_Cue, ...]:
        """`SANA, mengutip sumber militer, …`: who quotes, and within it who is quoted."""
        tokens = line.tokens
        n = self._quoting.match(tokens, i)
        if not n or i + n >= len(tokens):
            return ()
        stop = self._phrase_end(line, i + n)
        quoted = self._narrators.read(line, i + n, stop)
        if quoted is None:
            return ()
        first = self._subject_start(line, i)
        told = self._clauses.has_verb(tokens, first, i)  # `X melaporkan kunjungan itu batal, mengutip Y`
        subject = self._subject(line, first, i) if first < i and not told else None
        if subject is None and not told and tokens[i - 1].text == "," and i > 1:
            apart = tokens[first : i - 1]  # `Axios, mengutip sumber, …`: only an outlet quotes like that
            if apart and all(t.is_word and t.is_capital for t in apart):
                subject = Narrator("outlet", line.span(self._text, first, i - 1))
        inner = _Cue(
            "relay" if quoted.kind in _OUTLETS else "say",
            "whole",
            i,
            i + n,
            i,
            stop,
            quoted,
            inner=subject is not None or quoted.kind not in _OUTLETS,
        )
        if subject is None:
            return (inner,)
        role: Role = "relay" if subject.kind in _OUTLETS else "say"
        return (_Cue(role, "whole", i, i + n, first, i + n, subject), inner)

    # -- `hal itu disampaikan X` ------------------------------------------------------------------

    def _announced_at(self, line: Line, i: int) -> _Cue | None:
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
        while at < len(tokens) and (tokens[at].lower in self._by or self._clauses.is_light(tokens[at])):
            at += 1
        stop = self._phrase_end(line, at)
        narrator = self._narrators.read(line, at, stop) if at < stop else None
        if narrator is None:
            return None
        return _Cue(
            "relay" if narrator.kind in _OUTLETS else "announced",
            "whole",
            i,
            i + 1,
            i,
            stop,
            narrator,
            back=back,
        )

    # -- `menurut X` ------------------------------------------------------------------------------

    def _according_at(self, line: Line, i: int) -> _Cue | None:
        tokens = line.tokens
        word = tokens[i].lower
        if self._suffix and word.endswith(self._suffix) and self._according_stem(word):
            back = Narrator("person", line.span(self._text, i, i + 1), anaphor=True)
            return _Cue("say", self._order(line, i, i + 1), i, i + 1, i, i + 1, back)
        n = self._according.match(tokens, i)
        if not n or i + n >= len(tokens):
            return None
        stop = self._phrase_end(line, i + n)
        narrator = self._narrators.read(line, i + n, stop)
        if narrator is None:
            return None
        role: Role = "relay" if narrator.kind in _OUTLETS else "show" if narrator.kind in _PICTURED else "say"
        return _Cue(role, self._order(line, i, stop), i, i + n, i, stop, narrator)

    def _according_stem(self, word: str) -> bool:
        return word.removesuffix(self._suffix) in self._according

    def _order(self, line: Line, first: int, stop: int) -> Literal["before", "after"]:
        """Whether content follows the phrase, or stood before it."""
        after = takewhile(lambda t: not self._clauses.is_coordinator(t), line.tokens[stop:])
        words_after = sum(t.is_word for t in after)
        words_before = sum(t.is_word for t in line.tokens[:first])
        return "after" if words_after <= 3 and words_before > words_after else "before"

    # -- a speaker before the verb ----------------------------------------------------------------

    def _saying_at(self, line: Line, i: int) -> _Cue | None:
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
        shows = tokens[i].lower in self._show
        if (not n and not shows) or (i and tokens[i - 1].lower in self._purpose):
            return None
        if i and tokens[i - 1].lower in self._unsaid and tokens[i].lower not in self._denials:
            return None  # `belum menanggapi`
        stop = i + max(n, 1)
        order: Literal["before", "after"] = "before"
        verb = self._before_asked(tokens, i)
        first = self._subject_start(line, verb)
        if self._closing(tokens, i, stop):
            order, first = "after", max(k for k in range(i) if tokens[k].text == ",") + 1
        narrator = self._subject(line, first, verb)
        if narrator is None:
            return None
        if narrator.kind in _PICTURED:
            role = "show"
        elif not n:
            return None
        elif narrator.kind in _OUTLETS:
            role = "relay"
        back = stop < len(tokens) and self._it.match(tokens, stop) > 1  # `X mengatakan hal itu`
        return _Cue(role, order, i, stop, first, stop, narrator, back=back)

    def _before_asked(self, tokens: Sequence[Token], verb: int) -> int:
        """Where the subject of the verb ends: `X saat dikonfirmasi membantah`."""
        return next((k for k in (verb - 2,) if k > 0 and self._asked.match(tokens, k) == 2), verb)

    def _closing(self, tokens: Sequence[Token], verb: int, stop: int) -> bool:
        """`…, kantor berita MENA melaporkan.`: a speaker and a verb close the sentence, what was said before them."""
        comma = max((k for k in range(verb) if tokens[k].text == ","), default=0)
        said = self._clauses.has_verb(tokens, 0, comma)
        return said and not any(t.is_word for t in tokens[stop:])

    def _subject_start(self, line: Line, verb: int) -> int:
        """First token of the subject of the verb: the leftmost noun phrase of its clause."""
        tokens = line.tokens
        start = self._clauses.clause_start(tokens, verb)
        if verb and self._clauses.is_relative(tokens[verb - 1]):
            return self._clauses.noun_phrase_start(tokens, verb - 1, start)
        for first, stop in self._clauses.segments(tokens, start, verb):
            set_in = start < first and stop < verb and tokens[first].lower in self._bare  # `…, kata Y, …`
            if not set_in and not self._clauses.adverbial(tokens, first, stop):
                return self._embedded(tokens, first, verb)
        # `Kepada RFA ia mengatakan`
        return verb - 1 if verb > start and tokens[verb - 1].lower in self._pronouns else verb

    def _embedded(self, tokens: Sequence[Token], first: int, verb: int) -> int:
        """`Yulianus menyebut Markus melaporkan …`: what stands between two verbs of saying is the second's subject."""
        for k in range(verb - 2, first, -1):
            saying = self._say.match(tokens, k) or self._act.match(tokens, k)
            within = any(self._clauses.is_relative(t) for t in tokens[first:k])
            if saying and not within and tokens[verb - 1].lower not in self._conjunctions:
                return k + 2 if tokens[k + 1].lower in self._that and k + 2 < verb else k + 1
        return first

    def _subject(self, line: Line, first: int, verb: int) -> Narrator | None:
        tokens = line.tokens
        stop = verb
        if stop > first and self._clauses.is_relative(tokens[stop - 1]):
            stop -= 1
        relative = False
        for i in range(first, stop):
            relative = relative or self._clauses.is_relative(tokens[i])
            if i > first and self._clauses.is_verb(tokens[i]) and not relative:
                # a predicate before: `X bertemu Y dan mengatakan`; another clause, where a comma closes it
                stop = i
                break
        return self._narrators.read(line, first, stop) if first < stop else None

    # -- `dalam foto itu terlihat` ------------------------------------------------------------------

    def _pictured_at(self, line: Line, i: int) -> _Cue | None:
        """A picture or document in which something is seen: at the head of a clause, or behind a verb of showing."""
        tokens = line.tokens
        if i + 1 < len(tokens) and tokens[i].lower in self._share:
            return self._shared_at(line, i)
        if tokens[i].lower not in self._within or i + 1 >= len(tokens):
            return None
        shown = i > 0 and tokens[i - 1].lower in self._show
        if not shown and i and not (tokens[i - 1].text == "," or self._clauses.is_coordinator(tokens[i - 1])):
            return None
        stop = self._phrase_end(line, i + 1)
        stop = next((k for k in range(i + 2, stop) if tokens[k].lower in self._show), stop)
        narrator = self._narrators.read(line, i + 1, stop)
        if narrator is None or narrator.kind not in _PICTURED:
            return None
        cue = (i - 1, i + 1) if shown else (i, i + 1)
        if not shown and stop < len(tokens) and tokens[stop].lower in self._show:
            cue, shown = (stop, stop + 1), True
        return _Cue("show", "whole", *cue, i, stop, narrator, medium=not shown)

    def _shared_at(self, line: Line, i: int) -> _Cue | None:
        """`televisi X menayangkan rekaman warga melempar batu`: what is seen follows without a verb of showing."""
        tokens = line.tokens
        stop = self._clauses.noun_phrase_end(tokens, i + 1)
        seen = stop < len(tokens) and self._clauses.is_verb(tokens[stop])
        if not seen or tokens[stop].lower in self._show:
            return None
        heads = (self._narrators.read(line, i + 1, k) for k in range(i + 2, stop + 1))
        narrator = next((n for n in heads if n is not None), None)  # who is seen in it is no part of its name
        if narrator is None or narrator.kind not in ("photo", "video"):
            return None
        return _Cue("show", "whole", i, i + 1, i + 1, i + 1, narrator)

    def _sharer(self, line: Line, cue: _Cue) -> _Cue | None:
        """Who shared a picture or document: `aktivis menyebarkan rekaman yang …`, `video yang diunggah X`."""
        tokens, span = line.tokens, cue.narrator.span
        if span is None:
            return None
        at = next(k for k, t in enumerate(tokens) if t.end > span.start)
        while at and self._clauses.is_light(tokens[at - 1]):
            at -= 1
        before = (
            at - 1
            if at and tokens[at - 1].lower in self._share
            else at - 2
            if at > 1 and tokens[at - 2].lower in self._share
            else None
        )
        if before is not None:
            first = self._subject_start(line, before)
            sharer = self._as_poster(line, self._subject(line, first, before)) if first < before else None
            return _Cue("say", "whole", before, before + 1, first, before + 1, sharer) if sharer else None
        after = next((k for k, t in enumerate(tokens) if t.start >= span.end), len(tokens))
        for k in range(after, min(len(tokens) - 1, after + 4)):
            if tokens[k].lower in self._shared:
                start = k + 1
                while start < len(tokens) and tokens[start].lower in self._by:
                    start += 1
                stop = self._clauses.noun_phrase_end(tokens, start) if start < len(tokens) else start
                sharer = (
                    self._as_poster(line, self._narrators.read(line, start, stop)) if start < stop else None
                )
                return (
                    _Cue(
                        "relay" if sharer.kind in _OUTLETS else "say", "whole", k, k + 1, start, stop, sharer
                    )
                    if sharer
                    else None
                )
        return None

    def _as_poster(self, line: Line, sharer: Narrator | None) -> Narrator | None:
        """Unnamed people who put something on line are posters, whatever else they are called."""
        if sharer is not None and sharer.kind == "anonymous" and sharer.span is not None:
            words = tokens(sharer.span.text)
            if any(t.lower in self._posters for t in words):
                return replace(sharer, kind="social")
        return sharer

    # -- `dibantah X` -------------------------------------------------------------------------------

    def _done_by_at(self, line: Line, i: int) -> _Cue | None:
        """What somebody's word is done to: `tudingan itu dibantah juru bicara X`."""
        tokens = line.tokens
        if tokens[i].lower not in self._done_by:
            return None
        at = i + 1
        while at < len(tokens) and tokens[at].lower in self._by:
            at += 1
        stop = self._phrase_end(line, at) if at < len(tokens) else at
        narrator = self._narrators.read(line, at, stop) if at < stop else None
        return _Cue("say", "whole", i, i + 1, i, stop, narrator) if narrator else None

    # -- `…," kata X` -----------------------------------------------------------------------------

    def _bare_at(self, line: Line, i: int, outside: Sequence[bool]) -> _Cue | None:
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
            return _Cue("say", order, i, i + 1, i, i + 1, narrator)
        stop = self._phrase_end(line, i + 1)
        if i == 0 and stem not in self._sure and (stop >= len(tokens) or tokens[stop].text != ","):
            return None  # `Lanjut Arie, …`, but not `Terang bulan …`
        found = self._narrators.read(line, i + 1, stop) if i + 1 < stop else None
        if found is None:
            return None
        role: Role = "relay" if found.kind in _OUTLETS else "say"
        return _Cue(role, order, i, i + 1, i, stop, found)

    # -- nobody in particular ---------------------------------------------------------------------

    def _passive_at(self, line: Line, i: int) -> _Cue | None:
        n = self._passive.match(line.tokens, i)
        if n and n == 1 and line.tokens[i].lower in self._ambiguous and not self._reports(line.tokens, i + 1):
            return None
        if not n or any(t.lower in self._anonymity for t in line.tokens[max(0, i - 2) : i + n + 2]):
            return None
        start = self._clauses.clause_start(line.tokens, i)
        cue = line.span(self._text, i, i + n)
        return _Cue("passive", "before", i, i + n, start, i + n, Narrator("unspecified", cue))

    def _reports(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what follows a word such as `disebut` is told, and not a name or a thing."""
        return at < len(tokens) and (
            tokens[at].lower in self._that
            or self._clauses.is_verb(tokens[at])
            or (self._clauses.is_light(tokens[at]) and tokens[at].text.islower())
        )

    # -- phrases and scopes -----------------------------------------------------------------------

    def _phrase_end(self, line: Line, first: int) -> int:
        """Where a narrator phrase ends that begins at `first`, its appositions included."""
        tokens = line.tokens
        if first >= len(tokens):
            return first
        stop = self._with_place(line, first, self._clauses.noun_phrase_end(tokens, first))
        while stop + 1 < len(tokens):
            name = stop + (tokens[stop].text == ".")
            if self._narrators.person_at(tokens[name]):  # `dr. Ahmad`, `Kolonel (Purn.) Ahmad`
                stop = self._with_place(line, name, self._clauses.noun_phrase_end(tokens, name))
            elif tokens[stop].text == "(":
                close = next((k for k in range(stop, len(tokens)) if tokens[k].text == ")"), None)
                if close is None:
                    break
                stop = close + 1
            elif tokens[stop].text == "," and (
                self._apposes(line, stop + 1) or self._narrators.medium_named_behind(line, first, stop + 1)
            ):
                stop = self._with_place(line, stop + 1, self._clauses.noun_phrase_end(tokens, stop + 1))
            elif self._clauses.is_relative(tokens[stop]):
                end = next(
                    (k for k in range(stop, len(tokens)) if self._clauses.is_stop(tokens[k])), len(tokens)
                )
                stop = end
            else:
                break
        return stop

    def _with_place(self, line: Line, first: int, stop: int) -> int:
        """`sumber … di Idlib`: a phrase with `di X` or `dari X` behind it."""
        tokens = line.tokens
        while (
            stop + 1 < len(tokens)
            and tokens[stop].lower in ("di", "dari")
            and (
                tokens[stop + 1].is_capital
                or tokens[stop + 1].lower in ("dalam", "lembaga", "kelompok", "kalangan", "kantor")
                or self._narrators.is_source(line, first)  # `sumber di layanan darurat`
            )
        ):
            stop = self._clauses.noun_phrase_end(tokens, stop + 1)
        return stop

    def _apposes(self, line: Line, at: int) -> bool:
        """Whether what follows a comma goes on naming the same narrator."""
        tokens = line.tokens
        if at >= len(tokens):
            return False
        stop = self._clauses.noun_phrase_end(tokens, at)
        if stop <= at:
            return False
        inside = self._narrators.within(tokens[at].start, tokens[stop - 1].end)
        titled = self._narrators.opens_with_role(line, at)
        return titled or bool(
            inside and inside[0].type == "person" and inside[0].span.start == tokens[at].start
        )

    def _scoped(self, line: Line, cues: Sequence[_Cue], outside: Sequence[bool]) -> list[Attribution]:
        tokens, sentence = line.tokens, line.sentence
        scopes: list[list[int]] = []
        for cue in cues:
            start = tokens[cue.clause].start if cue.order == "before" and cue.clause else sentence.start
            start = sentence.start if self._nothing_before(tokens, cue) else start
            refused = any(t.lower in self._unsaid for t in tokens[cue.clause : cue.first])
            if cue.role == "act" and not refused and self._clauses.has_verb(tokens, cue.clause, cue.first):
                start = tokens[cue.first].start  # `X bertemu Y dan meminta …`: only the demand is his word
            scopes.append([start, sentence.end])
        for k in range(1, len(cues)):
            a, b = cues[k - 1], cues[k]
            sa, sb = scopes[k - 1], scopes[k]
            if "whole" in (a.order, b.order):
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
            elif a.order == "before" and b.order == "after":
                sa[1] = tokens[min(b.close, len(tokens)) - 1].end  # `X membantah …, kata Y`: Y told it all
                sb[0] = sentence.start
        found = []
        for cue, (start, end) in zip(cues, scopes, strict=True):
            while start < end and (self._text[start].isspace() or self._text[start] in ",;"):
                start += 1
            told = None if cue.narrator.kind in _OUTLETS or cue.inner else self._told_to(line, cue, outside)
            scope = Span(start, end, self._text[start:end])
            attribution = Attribution(
                cue.role, line.span(self._text, cue.first, cue.stop), cue.narrator, scope, told, cue.back
            )
            rank = (cue.inner, cue.role != "relay", start - end, cue.order != "after", cue.first)
            found.append((rank, attribution))
        return [attribution for _, attribution in sorted(found, key=lambda f: f[0])]

    def _nothing_before(self, tokens: Sequence[Token], cue: _Cue) -> bool:
        """Whether only adverbials stand before the cue's clause, so that its scope may begin with the sentence."""
        return cue.order == "before" and not self._clauses.has_verb(tokens, 0, cue.clause)

    def _beside(self, tokens: Sequence[Token], cue: _Cue) -> bool:
        if not cue.clause:
            return False
        before = tokens[cue.clause - 1]
        if self._clauses.is_coordinator(before) or before.text == ";":
            return True
        own = tokens[cue.clause]
        return self._clauses.is_coordinator(own)

    def _told_to(self, line: Line, cue: _Cue, outside: Sequence[bool]) -> Narrator | None:
        """The outlet that heard it: `kepada AFP`, `yang dihubungi Reuters`; the nearest to the cue."""
        tokens = line.tokens
        best: tuple[int, Narrator] | None = None
        for i, token in enumerate(tokens[:-1]):
            n = self._told.match(tokens, i) or int(token.lower in self._contacted)
            if not outside[i] or not n or i + n >= len(tokens):
                continue
            outlet = self._narrators.outlet(line, i + n)
            if outlet is not None and (best is None or abs(i - cue.first) < best[0]):
                best = (abs(i - cue.first), outlet)
        return best[1] if best else None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
