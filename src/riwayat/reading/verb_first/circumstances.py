"""Where and when a deed was done, where verbs open their clauses: what stands in its clause counts first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.rules.circumstances import Circumstances, Told
from riwayat.reading.rules.scene import Scene
from riwayat.reading.verb_first.grammar import Grammar, is_definite
from riwayat.reading.world import World
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token

_SPOKEN = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""Types of deeds that are done by speaking: where it was said is seldom told."""
_HELD = ("ASSAULT", "COERCE", "RETREAT")
"""Types of deeds whose object may be the place they are done at."""
_LEFT = ("AID", "RETREAT")
"""Types of deeds done where somebody goes away from."""
_NEAR = 5
"""Words behind a deed within which its object stands."""


class VerbFirstCircumstances(Circumstances):
    """Finds the circumstances of deeds, clause by clause."""

    _clauses: Grammar

    def __init__(
        self, lexicon: Lexicon, world: World, grammar: Grammar, marked: Marked, elsewhere: Iterable[Span]
    ) -> None:
        """`elsewhere` are places that are no event's: the dateline's, and where a source sits."""
        super().__init__(lexicon, world, grammar, marked, elsewhere)
        self._origins = lexicon.set("words", "origins")
        self._that = lexicon.set("attribution", "that")

    def place(self, scene: Scene, told: Told, others: Sequence[Told]) -> Span | None:
        """Where a deed was done; what is only said has no place, and a deed of its clause parts it from none."""
        if told.word.type in _SPOKEN:
            return None
        own = self._clause(scene, told.first)
        apart = [o for o in others if o.word.type != told.word.type or self._clause(scene, o.first) != own]
        held = self._held(scene, told) if told.word.type in _HELD else None
        left = self._left(scene, told) if told.word.type in _LEFT else None
        return held or left or super().place(scene, told, apart)

    def _left(self, scene: Scene, told: Told) -> Span | None:
        """The place that somebody leaves, or is taken from (`انسحبت من قاعدة تساليت`)."""
        tokens = scene.tokens
        places = {m.span.start: m.span for m in scene.mentions if m.type == "place"}
        for k in range(told.stop, min(len(tokens) - 1, told.stop + _NEAR * 2)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_opener(tokens[k]):
                return None
            if tokens[k].lower in self._origins:
                near = (places.get(t.start) for t in tokens[k + 1 : k + 3])
                return next((span for span in near if span is not None), None)
        return None

    def _held(self, scene: Scene, told: Told) -> Span | None:
        """The place that is a deed's object (`استعاد الجيش أوديغلي`)."""
        objects = (scene.span(*p) for p in told.parts.recipients)
        behind = range(told.stop, min(len(scene.tokens), told.stop + _NEAR))
        starts = {
            scene.tokens[k].start for k in behind if not self._clauses.is_preposition(scene.tokens[k - 1])
        }
        bare = (m.span for m in scene.mentions if m.type == "place" and m.span.start in starts)
        taken = (s for s in (*objects, *bare) if self.only_place(scene, s))
        return next((m.span for s in taken for m in scene.within(s) if m.type == "place"), None)

    def _placed(self, scene: Scene) -> list[tuple[int, Span]]:
        """The places behind a word of place, but where something comes from."""
        return [(k, s) for k, s in super()._placed(scene) if scene.tokens[k - 1].lower not in self._origins]

    def _place_again(self, scene: Scene, stop: int) -> Span | None:
        """The place named before that `المدينة` behind a deed means."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + _NEAR * 2)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_opener(tokens[k]):
                return None
            if tokens[k].lower not in self._place_heads or not is_definite(tokens[k]):
                continue
            if k + 1 < len(tokens) and any(m.span.start == tokens[k + 1].start for m in scene.mentions):
                continue
            earlier = self._marked.last_before(tokens[k].start)
            return next((m.span for m in earlier if self._may_return(m)), None)
        return super()._place_again(scene, stop)

    def time(self, scene: Scene, told: Told) -> Span | None:
        """The time nearest to a deed in its clause; else one that opens the sentence, before any verb."""
        times = [t for t in scene.times if not self._of_saying(scene, t, told.first)]
        if not times:
            return None
        own = self._clause(scene, told.first)
        at = scene.tokens[told.first].start
        inside = [t for t in times if self._clause(scene, self._token(scene, t)) == own]
        best = min(inside, key=lambda t: (abs(t.start - at), t.start), default=None)
        if best is None:
            first = times[0]
            best = first if self._opens(scene, self._token(scene, first)) else None
        return Span(best.start, best.end, best.text) if best is not None else None

    def _token(self, scene: Scene, time: TimeExpression) -> int:
        return next((k for k, t in enumerate(scene.tokens) if t.end > time.start), len(scene.tokens) - 1)

    def _opens(self, scene: Scene, at: int) -> bool:
        """Whether no verb stands before a word, or only one that another clause has as its light verb."""
        return not any(self._clauses.is_verb(t) for t in scene.tokens[:at])

    def _clause(self, scene: Scene, at: int) -> int:
        """The first word of the clause that holds a word: clauses begin behind a mark, a joint, `and` with a verb."""
        tokens = scene.tokens
        for k in range(at, 0, -1):
            before = tokens[k - 1]
            if before.text in ".؛;:" or self._clauses.is_coordinator(before):
                return k
            if self._clauses.is_conjunction(before) and self._begins(tokens, k):
                return k
            if before.lower in self._that:
                return k
        return 0

    def _begins(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a verb follows a conjunction, whatever light words between."""
        while k < len(tokens) and self._clauses.is_light(tokens[k]):
            k += 1
        return k < len(tokens) and self._clauses.is_verb(tokens[k])
