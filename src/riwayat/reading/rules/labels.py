"""Labels: `Health ministry: 12 killed`, `Tasnim: talks resume`, as live pages, tickers and tallies write."""

from __future__ import annotations

from riwayat.reading.links import OUTLETS
from riwayat.reading.markup import Role
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.cues import Cue
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrators import Narrators

_LONGEST = 7
"""Words of a label."""
_LEAST = 3
"""Words behind a label from which something is told."""
_QUOTES = "\"“'‘"


class Labels:
    """Finds whose word a sentence is by the label it opens with."""

    def __init__(self, clauses: Clauses, narrators: Narrators) -> None:
        self._clauses, self._narrators = clauses, narrators

    def at_head(self, line: Line) -> Cue | None:
        """The narrator before a colon: an outlet or a body; a person only where his own words follow."""
        tokens = line.tokens
        first = next((k for k, t in enumerate(tokens) if t.is_word), len(tokens))
        colon = next(
            (k for k in range(first, min(len(tokens), first + _LONGEST + 1)) if tokens[k].text == ":"), 0
        )
        if colon <= first or any(not t.is_word and t.text not in "'’" for t in tokens[first:colon]):
            return None
        if sum(t.is_word for t in tokens[colon:]) < _LEAST or self._clauses.has_verb(tokens, first, colon):
            return None
        if any(self._clauses.is_preposition(t) for t in tokens[first : first + 1]):
            return None
        narrator = self._narrators.read(line, first, colon)
        if narrator is None or narrator.anaphor:
            return None
        quoted = tokens[colon + 1].text[0] in _QUOTES
        named = narrator.mention
        if named is not None and self._narrators.is_place(named):
            return None  # `ISLAMABAD: …`
        if not (narrator.kind in (*OUTLETS, "official", "group") or (narrator.kind == "person" and quoted)):
            return None
        role: Role = "relay" if narrator.kind in OUTLETS else "say"
        return Cue(role, "whole", colon, colon + 1, first, colon + 1, narrator)
