"""Posters: who put out a picture or document that tells (`صور نشرتها X`, `وثيقة حصلت عليها X`)."""

from __future__ import annotations

from dataclasses import replace

from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import Cue, Cues
from riwayat.reading.verb_first.grammar import is_owned

_REACH = 5
"""Words behind a picture within which the clause begins that says who put it out."""


class Posters(Cues):
    """Finds who a picture or document was shared by, and which outlet came by it."""

    def _posted_by(self, line: Line, verb: int, stop: int) -> Cue | None:
        """`أظهر مقطع مصور تداوله ناشطون …`: who shared the picture whose phrase ends about `stop`."""
        tokens = line.tokens
        for k in range(verb + 2, min(len(tokens), stop + _REACH)):
            shares = tokens[k].lower in self._share or (
                tokens[k].lower in self._authoring and is_owned(tokens[k])
            )
            obtains = tokens[k].lower in self._obtained
            if tokens[k].lower in self._that:
                return None
            if not (shares or obtains) or not self._grammar.is_verb(tokens[k]):
                continue
            points = is_owned(tokens[k]) or tokens[min(k + 1, len(tokens) - 1)].lower in self._with_pronoun
            if not points and k > stop:
                continue
            at = self._past_light(tokens, k + 1)
            end = self._narrators.end(line, at) if at < len(tokens) else at
            poster = self._narrators.read(line, at, end) if end > at else None
            if (
                poster is None
                or poster.kind in PICTURED
                or (obtains and not shares and poster.kind not in OUTLETS)
            ):
                return None
            role: Role = "relay" if poster.kind in OUTLETS else "say"
            shown = tokens[k].lower in self._share
            return Cue(role, k, k + 1, verb, end, self._as_poster(poster) if shown else poster)
        return None

    def _as_poster(self, narrator: Narrator) -> Narrator:
        """Unnamed people who put something on line are posters, whatever else they are called."""
        if narrator.kind in ("anonymous", "witness") and narrator.span is not None:
            return replace(narrator, kind="social")
        return narrator
