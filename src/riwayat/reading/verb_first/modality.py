"""How sure a deed is told, and when: by what stands before its word in the clause, and by the tense of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Modality
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.circumstances import Told
from riwayat.reading.rules.scene import Scene
from riwayat.reading.verb_first.grammar import Grammar
from riwayat.text.words import Word

_KEYS = ("alleged", "background", "deniers", "hypothetical", "negators", "ongoing", "planned", "scheduled")
_NEAR = 4
"""Words before a deed in which a word says how sure it is."""
_CLAUSE = 12
"""Words before a deed that still govern it."""


class Modalities:
    """Finds how sure deeds are in the sentences of one report."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = {key: lexicon.phrases("events", f"modality.{key}") for key in _KEYS}
        self._accusing = ("ACCUSE",)

    def of(self, scene: Scene, told: Told, found: Sequence[Told]) -> Modality:
        """Denied, alleged, hypothetical, planned, ongoing or asserted, in that order where several fit."""
        tokens, first = scene.tokens, told.first
        start = self._start(scene, first)
        near = range(max(start, first - _NEAR), first)
        clause = range(max(0, start, first - _CLAUSE), first)

        def holds(key: str, where: range) -> bool:
            return any(self._words[key].match(tokens, k) for k in where)

        verb = tokens[first]
        tense = verb.tense if isinstance(verb, Word) and self._grammar.is_verb(verb) else None
        if holds("negators", range(max(0, first - 2), first)) or holds("deniers", clause):
            return "denied"
        accused = any(
            f is not told
            and f.word.type in self._accusing
            and f.first < first
            and not self._parted(scene, f.stop, first)
            for f in found
        )
        if accused or holds("alleged", near):
            return "alleged"
        if holds("hypothetical", range(max(start - 1, 0, first - 6), first)):
            return "hypothetical"
        if tense == "future" or holds("planned", near) or holds("scheduled", clause):
            return "planned"
        behind = range(told.stop, min(len(tokens), told.stop + 3))
        if holds("ongoing", near) or (tense is None and holds("ongoing", behind)):
            return "ongoing"
        if holds("background", clause):
            return "background"
        return "asserted"

    def _start(self, scene: Scene, at: int) -> int:
        """The first word of the stretch before a deed that may say how sure it is."""
        tokens, k = scene.tokens, at
        while (
            k and tokens[k - 1].text not in '.;؛:،,"“”«»' and not self._grammar.is_coordinator(tokens[k - 1])
        ):
            k -= 1
        return k

    def _parted(self, scene: Scene, first: int, stop: int) -> bool:
        """Whether another clause begins between two deeds."""
        return any(t.text in ".؛;" or self._grammar.is_coordinator(t) for t in scene.tokens[first:stop])
