"""Listeners: the outlet that a speaker told something."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.markup import Narrator
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.cues import FEW, Cues
from riwayat.reading.verb_first.grammar import is_owned
from riwayat.text.tokens import Token


class Listeners(Cues):
    """Finds who was told: `لوكالة رويترز`, `في تصريح للجزيرة`, `في مقابلة مع X، حذر Y`."""

    def _told_to(self, line: Line, i: int, stop: int) -> Narrator | None:
        """The outlet that heard it (`لوكالة رويترز`, `في تصريح للجزيرة`, `في مقابلة مع X، حذر Y`)."""
        return self._told_behind(line, i, stop) or self._told_ahead(line, i) or self._put_out_by(line, stop)

    def _put_out_by(self, line: Line, stop: int) -> Narrator | None:
        """The outlet that put out the speech in which somebody said it (`…، وذلك في تصريح وزعته وكالة X`)."""
        tokens = line.tokens
        for k in range(stop, len(tokens) - 1):
            verb = tokens[k + 1]
            puts = (
                verb.lower in self._share | self._passing and is_owned(verb) and self._grammar.is_verb(verb)
            )
            if tokens[k].lower in self._speeches and puts:
                return self._outlet_within(tokens, k + 2, k + 5)
        return None

    def _told_behind(self, line: Line, i: int, stop: int) -> Narrator | None:
        tokens = line.tokens
        if tokens[i].lower in self._telling and (object_ := self._outlet_within(tokens, stop, stop + 1)):
            return object_
        for k in range(i + 1, min(len(tokens), stop + FEW)):
            if (tokens[k].lower in self._that and k > stop) or tokens[k].text in (":", ".", "“", "«"):
                return None
            speaks = tokens[k].lower in self._say and k >= stop and self._grammar.is_verb(tokens[k])
            speaks = speaks and not self._grammar.is_conjunction(tokens[k - 1])
            if speaks and (m := self._told.match(tokens, k + 1) if k + 1 < len(tokens) else 0):
                at = k + 1 + m  # `بحسب سكان تحدثوا إلى صحيفة X`
                if at < len(tokens) and (outlet := self._narrators.outlet(tokens, at)) is not None:
                    return outlet
            if self._grammar.is_verb(tokens[k]) and k >= stop:
                heard = tokens[k].lower in self._contacted or (
                    tokens[k].lower in self._share and is_owned(tokens[k])
                )
                if heard and (outlet := self._outlet_within(tokens, k + 1, k + 4)) is not None:
                    return outlet
                if not heard and tokens[k - 1].text not in ",،" and k != stop:
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
