"""Pictures and documents: `dalam foto itu terlihat`, `televisi X menayangkan rekaman`, `video yang diunggah X`."""

from __future__ import annotations

from dataclasses import replace

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrator_phrases import NarratorPhrases
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import tokens

_NEAR = 10
"""Words behind a picture within which who shared it is said."""


class Shown:
    """Finds where a sentence says what a picture or document shows, and who shared it."""

    def __init__(
        self, lexicon: Lexicon, clauses: Clauses, narrators: Narrators, phrases: NarratorPhrases
    ) -> None:
        self._clauses = clauses
        self._heads_last = lexicon.heads_last
        self._narrators = narrators
        self._phrases = phrases
        table = "attribution"
        self._show = lexicon.set(table, "show")
        self._seen = lexicon.set(table, "seen")
        self._within = lexicon.set(table, "within")
        self._posters = lexicon.set(table, "posters")
        self._share = lexicon.set(table, "share")
        self._footage = lexicon.set(table, "footage")
        self._shared = lexicon.set(table, "shared")
        self._by = lexicon.set(table, "by")

    def pictured(self, line: Line, i: int) -> Cue | None:
        """A picture or document in which something is seen: at the head of a clause, or behind a verb of showing."""
        tokens = line.tokens
        if i + 1 < len(tokens) and tokens[i].lower in self._share:
            return self._shared_at(line, i)
        if tokens[i].lower not in self._within or i + 1 >= len(tokens):
            return None
        shown = i > 0 and tokens[i - 1].lower in (self._seen if self._heads_last else self._show)
        if not shown and i and not (tokens[i - 1].text == "," or self._clauses.is_coordinator(tokens[i - 1])):
            return None
        stop = self._phrases.end(line, i + 1)
        stop = next((k for k in range(i + 2, stop) if tokens[k].lower in self._show), stop)
        narrator = self._narrators.read(line, i + 1, stop)
        if narrator is None or narrator.kind not in PICTURED:
            return None
        cue = (i - 1, i + 1) if shown else (i, i + 1)
        if not shown and stop < len(tokens) and tokens[stop].lower in self._show:
            cue, shown = (stop, stop + 1), True
        return Cue("show", "whole", *cue, i, stop, narrator, medium=not shown)

    def _shared_at(self, line: Line, i: int) -> Cue | None:
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
        return Cue("show", "whole", i, i + 1, i + 1, i + 1, narrator)

    def sharer(self, line: Line, cue: Cue) -> Cue | None:
        """Who shared a picture or document: `aktivis menyebarkan rekaman yang …`, `video yang diunggah X`."""
        tokens, span = line.tokens, cue.narrator.called
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
            first = self._phrases.subject_start(line, before)
            sharer = self._as_poster(self._phrases.subject(line, first, before)) if first < before else None
            return Cue("say", "whole", before, before + 1, first, before + 1, sharer) if sharer else None
        after = next((k for k, t in enumerate(tokens) if t.start >= span.end), len(tokens))
        for k in range(after, min(len(tokens) - 1, after + 4)):
            if tokens[k].lower in self._shared:
                start = k + 1
                while start < len(tokens) and (
                    tokens[start].lower in self._by
                    or (self._heads_last and self._clauses.is_preposition(tokens[start]))
                ):
                    start += 1  # `shared by activists`, `circulating on social media`
                stop = self._clauses.noun_phrase_end(tokens, start) if start < len(tokens) else start
                sharer = self._as_poster(self._narrators.read(line, start, stop)) if start < stop else None
                if sharer is None and (also := self._also_by(line, k)) is not None:
                    return also
                return (
                    Cue("relay" if sharer.kind in OUTLETS else "say", "whole", k, k + 1, start, stop, sharer)
                    if sharer
                    else None
                )
        return self._which_shared(line, after) if self._heads_last else None

    def _also_by(self, line: Line, at: int) -> Cue | None:
        """`video posted online and verified by X`: another deed of sharing behind the first."""
        tokens = line.tokens
        for k in range(at + 1, min(len(tokens) - 2, at + _NEAR)):
            if self._clauses.is_stop(tokens[k]):
                return None
            if tokens[k].lower in self._shared and tokens[k + 1].lower in self._by:
                stop = self._clauses.noun_phrase_end(tokens, k + 2)
                sharer = self._as_poster(self._narrators.read(line, k + 2, stop))
                role: Role = "relay" if sharer is not None and sharer.kind in OUTLETS else "say"
                return Cue(role, "whole", k, k + 1, k + 2, stop, sharer) if sharer else None
        return None

    def _which_shared(self, line: Line, after: int) -> Cue | None:
        """`the footage, which X obtained, shows`; `footage that X verified`: who shared it stands in a clause aside."""
        tokens = line.tokens
        at = after + (after < len(tokens) and tokens[after].text == ",")
        if at + 1 >= len(tokens) or not self._clauses.is_relative(tokens[at]):
            return None
        for k in range(at + 2, min(len(tokens), at + _NEAR)):
            if self._clauses.is_stop(tokens[k]):
                return None
            if tokens[k].lower in self._shared or tokens[k].lower in self._share:
                stop = k
                while stop > at + 1 and self._clauses.is_light(tokens[stop - 1]):
                    stop -= 1
                sharer = self._as_poster(self._narrators.read(line, at + 1, stop)) if stop > at + 1 else None
                role: Role = "relay" if sharer is not None and sharer.kind in OUTLETS else "say"
                return Cue(role, "whole", k, k + 1, at + 1, k + 1, sharer) if sharer else None
        return None

    def as_footage(self, picture: Narrator) -> Narrator:
        """`gambar yang disiarkan televisi` moves."""
        words = picture.called.text.casefold().split() if picture.called else []
        return replace(picture, kind="video") if self._footage.intersection(words) else picture

    def _as_poster(self, sharer: Narrator | None) -> Narrator | None:
        """Unnamed people who put something on line are posters, whatever else they are called."""
        if sharer is not None and sharer.kind == "anonymous" and sharer.span is not None:
            words = tokens(sharer.span.text)
            if any(t.lower in self._posters for t in words):
                return replace(sharer, kind="social")
        return sharer
