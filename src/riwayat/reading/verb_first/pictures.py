"""Pictures and documents: what stands in them, and who shared them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue
from riwayat.reading.verb_first.grammar import is_definite, is_owned
from riwayat.reading.verb_first.posters import Posters
from riwayat.reading.verb_first.subjects import Subjects
from riwayat.text.tokens import Token
from riwayat.text.words import Word


class Pictures(Posters, Subjects):
    """Finds the wordings by which pictures and documents tell."""

    def _within_at(self, line: Line, i: int) -> Cue | list[Cue] | None:
        """`جاء في البيان أن`: a document or picture in which something stands."""
        if (inside := self._inside_at(line, i)) is not None:
            return inside
        n = self._within.match(line.tokens, i)
        if not n or i + n >= len(line.tokens) or (i and line.tokens[i - 1].lower in self._whatever):
            return None
        stop = self._narrators.end(line, i + n)
        narrator = self._narrators.read(line, i + n, stop)
        if narrator is None:
            return None
        clause = self._grammar.clause_start(line.tokens, i)
        role: Role = "show" if narrator.kind in PICTURED else "say"
        cue = Cue(role, i, i + n, clause, stop, narrator)
        posted = self._posted_by(line, i, stop) if narrator.kind in PICTURED else None
        if posted is None:
            return cue
        cue.nested, posted.clause = True, clause
        return [posted, cue]

    def _inside_at(self, line: Line, i: int) -> Cue | None:
        """`كشفت X عن وثيقة … جاء فيها أن`: what stands in the document told of before."""
        tokens = line.tokens
        if (
            i + 2 >= len(tokens)
            or tokens[i].lower not in self._standing
            or tokens[i + 2].lower not in self._that
        ):
            return None
        if tokens[i + 1].lower not in self._in_it:
            return None
        for first in range(i - 1, -1, -1):
            if tokens[first].lower in self._that:
                break
            if self._narrators.is_shown(tokens, first) and not self._grammar.is_verb(tokens[first]):
                narrator = self._narrators.read(line, first, min(self._narrators.end(line, first), i))
                if narrator is not None and narrator.kind in PICTURED:
                    return Cue("show", i, i + 2, i, i + 2, narrator, nested=False)
        return Cue("say", i, i + 2, i, i + 2, self._voice(line, i))

    def _shared_at(self, line: Line, i: int) -> list[Cue] | None:
        """`تداول ناشطون تسجيلا مصورا يظهر …`: who shared a picture, and the picture."""
        tokens = line.tokens
        if tokens[i].lower not in self._share or not self._grammar.is_verb(tokens[i]) or is_owned(tokens[i]):
            return None
        if i and tokens[i - 1].lower in self._unsaid:
            return None
        stop = self._before_picture(tokens, i + 1, self._narrators.end(line, i + 1))
        poster = self._narrators.read(line, i + 1, stop)
        if poster is None or poster.kind in PICTURED:
            poster = self._subject_before(line, self._grammar.clause_start(tokens, i), i)
            stop = i + 1
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
                role: Role = "relay" if poster.kind in OUTLETS else "say"
                shows = self._showing(tokens, end)
                teller = Cue(role, i, i + 1, clause, stop, self._as_poster(poster))
                if shows is not None and tokens[min(shows + 1, len(tokens) - 1)].lower in self._in_it:
                    return [teller]  # `تسجيلا لفلان يقول فيه إن`: he tells
                seen = Cue("show", i, i + 1, clause, end, shown, nested=True)
                if shows is not None:
                    seen = Cue("show", shows, shows + 1, shows, shows + 1, shown)
                return [teller, seen]
            if tokens[k].lower in self._hearsay_words:  # `تناقلت صفحات أنباء عن`
                clause = self._grammar.clause_start(tokens, i)
                return [Cue("say", i, i + 1, clause, stop, self._as_poster(poster))]
            if self._grammar.is_verb(tokens[k]):
                return None
        return None

    def _showing(self, tokens: Sequence[Token], stop: int) -> int | None:
        """The verb that says what a picture shows, behind its phrase (`مقطعا مصورا يظهر …`)."""
        for k in range(stop, min(len(tokens), stop + 6)):
            if self._grammar.is_verb(tokens[k]) and tokens[k].lower in self._show:
                return k
            if tokens[k].lower in self._that or tokens[k].text in ".:؛":
                return None
        return None

    def _before_picture(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """A poster's phrase without the picture that stands behind where he put it (`على تلغرام مقطعا`)."""
        return next((k for k in range(first + 1, stop) if self._narrators.is_picture(tokens, k)), stop)

    def _pictured_before(self, line: Line, verb: int, cues: Sequence[Cue]) -> Cue | None:
        """`حصلت X على وثيقة …، تطلب من`: a document or picture without article that the clause behind tells of."""
        tokens, token = line.tokens, line.tokens[verb]
        present = isinstance(token, Word) and token.tense == "present"
        if verb and present and self._grammar.is_conjunction(tokens[verb - 1]):
            return self._obtained_before(line, verb)
        if not verb or not present:
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

    def _obtained_before(self, line: Line, verb: int) -> Cue | None:
        """`حصلت X على التقرير …، ويفيد بأن`: a document that somebody came by, and what it says."""
        tokens = line.tokens
        if not self._leads(tokens, verb, verb + 1, ()):
            return None
        got = next(
            (
                k
                for k in range(verb)
                if tokens[k].lower in self._obtained and self._grammar.is_verb(tokens[k])
            ),
            verb,
        )
        for first in range(verb - 1, got, -1):
            if self._narrators.is_shown(tokens, first) and not self._grammar.is_verb(tokens[first]):
                stop = min(self._narrators.end(line, first), verb - 1)
                narrator = self._narrators.read(line, first, stop)
                if narrator is not None and narrator.kind in PICTURED:
                    return Cue("show", verb, verb + 1, verb, verb + 1, replace(narrator, anaphor=False))
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
