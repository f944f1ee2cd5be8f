"""How sure a deed is told, and when: by what stands before its word in the clause, and by the tense of its verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwayat.model import Modality
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.circumstances import Told
from riwayat.reading.rules.scene import Scene
from riwayat.reading.verb_first.grammar import Grammar
from riwayat.text.words import Word

_KEYS = (
    "alleged",
    "background",
    "deniers",
    "hypothetical",
    "may",
    "negators",
    "ongoing",
    "planned",
    "scheduled",
)
_NOUNS = ("noun", "noun_mutual")
_NEAR = 4
"""Words before a deed in which a word says how sure it is."""
_LASTING = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT")
"""Types of deeds that go on for a time."""
_BLAME = 16
"""Words within which blame reaches a deed."""
_CLAUSE = 12
"""Words before a deed that still govern it."""


class Modalities:
    """Finds how sure deeds are in the sentences of one report."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar) -> None:
        self._grammar = grammar
        self._aims = lexicon.set("words", "aims")
        self._was = lexicon.set("words", "was")
        self._words = {key: lexicon.phrases("events", f"modality.{key}") for key in _KEYS}

    def of(
        self, scene: Scene, told: Told, found: Sequence[Told], governing: Callable[[Scene, Told], int | None]
    ) -> Modality:
        """Denied, alleged, hypothetical, planned, ongoing or asserted, in that order where several fit.

        `governing` finds the verb that says of a noun's deed that it was done, or will be.
        """
        tokens, first = scene.tokens, told.first
        start = self._start(scene, first)
        near = range(max(start, first - _NEAR), first)
        clause = range(max(0, start, first - _CLAUSE), first)

        def holds(key: str, where: range) -> bool:
            return any(self._words[key].match(tokens, k) for k in where)

        verb = tokens[first]
        governor = (
            governing(scene, told) if told.word.kind in _NOUNS or not self._grammar.is_verb(verb) else None
        )
        if governor is not None:
            verb = tokens[governor]
            before = range(max(0, governor - 2), governor)
        else:
            before = range(max(0, first - 2), first)
        tense = verb.tense if isinstance(verb, Word) and self._grammar.is_verb(verb) else None

        def governed(key: str) -> bool:
            return governor is not None and self._words[key].match(tokens, governor) > 0

        if holds("negators", before) or holds("deniers", clause) or governed("deniers"):
            return "denied"
        if (
            holds("alleged", near)
            or governed("alleged")
            or any(
                self._words["alleged"].match(tokens, k) and not self._parted(scene, k + 1, first)
                for k in range(max(0, first - _BLAME), first)
            )
        ):
            return "alleged"
        at = first if governor is None else governor
        may = tense == "present" and at > 0 and self._words["may"].match(tokens, at - 1) > 0
        if may or holds("hypothetical", range(max(start - 1, 0, first - 6), first)):
            return "hypothetical"
        aimed = governor is not None and not self._grammar.is_verb(verb) and self._purpose(scene, governor)
        if (
            tense == "future"
            or aimed
            or governed("planned")
            or holds("planned", near)
            or holds("scheduled", clause)
        ):
            return "planned"
        behind = range(told.stop, min(len(tokens), told.stop + 3))
        if holds("ongoing", near) or governed("ongoing") or (tense is None and holds("ongoing", behind)):
            return "ongoing"
        if tense == "present" and told.word.type in _LASTING and self._lasts(scene, governor or first):
            return "ongoing"
        if holds("background", clause) or (tense == "past" and self._before_past(scene, governor or first)):
            return "background"
        return "asserted"

    def _purpose(self, scene: Scene, at: int) -> bool:
        """Whether a noun stands behind what says for what (`لإجراء مباحثات`)."""
        return at > 0 and scene.tokens[at - 1].lower in self._aims

    def _lasts(self, scene: Scene, verb: int) -> bool:
        """Whether a verb of the present tells what goes on now: it opens its clause, and nothing governs it."""
        tokens, k = scene.tokens, verb - 1
        while k >= 0 and self._grammar.is_conjunction(tokens[k]):
            k -= 1
        opens = k < 0 or not (self._grammar.is_opener(tokens[k]) or self._grammar.is_light(tokens[k]))
        return opens and bool(scene.times)

    def _before_past(self, scene: Scene, verb: int) -> bool:
        """Whether a verb stands in the past before the past (`وكان الجيش قد استعاد`), and no time is told."""
        tokens = scene.tokens
        if scene.times or verb < 2 or not self._words["may"].match(tokens, verb - 1):
            return False
        return any(t.lower in self._was for t in tokens[max(0, verb - _CLAUSE) : verb - 1])

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
        tokens = scene.tokens
        return any(
            tokens[k].text in ".؛;"
            or self._grammar.is_coordinator(tokens[k])
            or (self._grammar.is_conjunction(tokens[k]) and self._grammar.is_verb(tokens[k + 1]))
            for k in range(first, stop)
        )
