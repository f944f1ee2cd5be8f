"""Triggers: the words that tell an event where the verb comes first, with what their sentence says about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwayat.model import Modality, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import HUMAN
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Attribution, Mention, Trigger
from riwayat.reading.rules.circumstances import Told
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.times import times_of
from riwayat.reading.verb_first.circumstances import VerbFirstCircumstances
from riwayat.reading.verb_first.grammar import Grammar, is_definite, is_owned
from riwayat.reading.verb_first.modality import Modalities
from riwayat.reading.verb_first.participants import Participants
from riwayat.reading.verb_first.tellings import Tellings
from riwayat.reading.world import World
from riwayat.text.words import Word

_NOUNS = ("noun", "noun_mutual")
_SPOKEN = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "CONCEDE")
"""Types of deeds that are done by speaking."""
_PLACED = ("AID", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "RETREAT")
"""Types of deeds that are done at a place, and tell by a noun what was done there."""
_NEAR = 700
"""Characters within which a speaker goes on."""


class Triggers:
    """Finds the events of one report, a sentence at a time."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        world: World,
        grammar: Grammar,
        mentions: Sequence[Mention],
        elsewhere: Iterable[Span],
        attributions: Sequence[Attribution],
        seen: Mapping[int, Trigger],
    ) -> None:
        """`elsewhere` are places that are no event's; `seen` are deeds that another engine sees, by their place."""
        self._text, self._grammar = text, grammar
        self._attributions = sorted(attributions, key=lambda a: a.cue.start)
        self._marked = Marked(mentions)
        self._participants = Participants(lexicon, world, grammar)
        self._circumstances = VerbFirstCircumstances(lexicon, world, grammar, self._marked, elsewhere)
        self._modalities = Modalities(lexicon, grammar)
        self._tellings = Tellings(lexicon, grammar, self._participants, mentions, seen)
        self._courts = lexicon.set("events", "courts")
        self._armed = lexicon.set("names", "armed_or_official")
        self._anonymity = lexicon.phrases("attribution", "anonymity")
        self._times = times_of(text, lexicon.code)

    def find(self, line: Line) -> Iterator[Trigger]:
        """The events of a sentence, in order."""
        scene = Scene.of(self._text, line, self._marked, self._times)
        told_here = list(self._tellings.of(scene))
        figures = self._circumstances.figures(scene) if told_here else []
        counted = any(f.what in ("killed", "wounded") for f in figures)
        tolls = [told for told in told_here if self._is_toll(told)] if counted else []
        told_here = self._without_light(scene, told_here)
        own = [t for t in told_here if t.seen or self._counts(scene, t, bool(tolls))]
        found = [t for t in told_here if t in tolls or t in own or self._returns(scene, t)]
        found = [t for t in found if t.seen or not self._only_wanted(scene, t, found)]
        for told in found:
            others = [o for o in found if o is not told]
            actors, recipients = (
                tuple(dict.fromkeys(self._whose(scene, p) for p in r))
                for r in (told.parts.actors, told.parts.recipients)
            )
            actors = self._aside_by(scene, told) or actors or self._unsaid(scene, told, found)
            modality: Modality = self._modalities.of(scene, told, found, self._governing)
            returns = told not in own and told not in tolls
            trigger = Trigger(
                span=scene.span(told.first, told.stop),
                type=told.word.type,
                mode=told.word.mode,
                modality=modality,
                actors=actors,
                recipients=() if told.word.type == "MOBILIZE" else recipients,
                place=None if returns else self._circumstances.place(scene, told, others),
                time=None if returns else self._circumstances.time(scene, told),
                toll=self._is_toll(told) and not actors,
                dependent=told not in own,
                quantities=self._circumstances.quantities(scene, told, others, figures),
            )
            bare = told.seen or (told.word.kind not in _NOUNS and not told.word.weak) or trigger.dependent
            if (
                bare
                or trigger.actors
                or trigger.place
                or trigger.time
                or trigger.quantities
                or trigger.recipients
            ):
                yield trigger

    def _aside_by(self, scene: Scene, told: Told) -> tuple[Span, ...]:
        """Of a participle that tells what is done by speaking: whoever speaks in its sentence."""
        token = scene.tokens[told.first]
        if token.lower not in self._tellings.adverbial or told.word.type not in _SPOKEN:
            return ()
        here = [a for a in self._attributions if scene.sentence.start <= a.cue.start < token.start]
        return self._speaker(token.start) if here else ()

    def _unsaid(self, scene: Scene, told: Told, found: Sequence[Told]) -> tuple[Span, ...]:
        """Who acts where a verb names nobody: whoever did the deed before, or spoke last."""
        token = scene.tokens[told.first]
        aside = token.lower in self._tellings.adverbial
        if told.word.kind not in ("active", "subject", "mutual_active") or not (
            self._grammar.is_verb(token) or aside
        ):
            return ()
        if told.word.type in _SPOKEN or aside:
            return self._speaker(token.start)
        if not told.first or not self._grammar.is_conjunction(scene.tokens[told.first - 1]):
            return ()
        before = [f for f in found if f.stop <= told.first and f.parts.actors and f.word.kind not in _NOUNS]
        if before:
            return tuple(scene.span(*p) for p in before[-1].parts.actors)
        return tuple(scene.span(*p) for p in self._participants.carried(scene, told.first))

    def _whose(self, scene: Scene, party: Range) -> Span:
        """A party; of `قواتها`, the body whose troops they are, if it is a body that speaks."""
        first, stop = party
        span = scene.span(first, stop)
        token = scene.tokens[first]
        if stop - first > 1 or not is_owned(token) or token.lower not in self._armed:
            return span
        spoken = [a.narrator for a in self._attributions if a.cue.start < token.start]
        said = spoken[-1] if spoken else None
        if said is None or said.span is None or said.kind not in ("group", "official"):
            return span
        return said.mention or said.span

    def _speaker(self, at: int) -> tuple[Span, ...]:
        """Whoever was named last as speaking, if that is near."""
        spoken = [
            a.narrator
            for a in self._attributions
            if a.narrator.span is not None and a.cue.start < at and a.narrator.kind in HUMAN
        ]
        if not spoken or (span := spoken[-1].span) is None or at - span.end > _NEAR:
            return ()
        return (spoken[-1].mention or span,)

    def _is_toll(self, told: Told) -> bool:
        """Whether a form only tells who suffered."""
        return told.word.kind == "suffer" and told.word.type == "ASSAULT"

    def _governing(self, scene: Scene, told: Told) -> int | None:
        return self._participants.light_verb(scene, told.first)

    def _without_light(self, scene: Scene, told_here: Sequence[Told]) -> list[Told]:
        """The deeds of a sentence without the verbs that only say that the deed of a noun was done."""
        light = {self._participants.light_verb(scene, t.first) for t in told_here if t.word.kind in _NOUNS}
        return [
            t
            for t in told_here
            if t.word.kind in _NOUNS or not t.word.weak or t.word.type in _SPOKEN or t.first not in light
        ]

    def _counts(self, scene: Scene, told: Told, tolled: bool) -> bool:
        """Whether the words tell an event, and are not a noun in passing or a figure of speech."""
        word, parts, tokens = told.word, told.parts, scene.tokens
        everybody = parts.actors + parts.recipients
        if told.stop < len(scene.tokens) and self._anonymity.match(scene.tokens, told.stop):
            return False
        if tokens[told.first].lower in self._tellings.traces:
            return False
        if word.kind == "suffer" and any(tokens[a].lower in self._courts for a, _ in parts.recipients):
            return False
        if word.kind == "mutual_active" and word.weak:
            return len(parts.actors) > 1 and self._strong(scene, parts.actors[-1], "noun")
        if word.type == "CONSULT" and word.kind == "subject" and word.weak:
            return any(self._participants.is_visitor(scene, p) for p in parts.actors)
        if word.kind not in _NOUNS:
            return (
                not word.weak
                or any(self._strong(scene, p, word.kind) for p in everybody)
                or (
                    word.type in ("ASSAULT", "COERCE")
                    and any(self._participants.is_target(scene, p) for p in parts.recipients)
                )
            )
        governed = self._participants.light_verb(scene, told.first) is not None or (
            self._participants.happens(scene, told.first, told.stop)
        )
        named = any(self._strong(scene, p, word.kind) for p in everybody)
        placed = word.type in _PLACED and self._participants.placed(scene, told.stop)
        done = governed and any(
            self._participants.is_party(scene, p) or self._participants.is_target(scene, p) for p in everybody
        )
        if word.weak and not (named or placed or done):
            return False
        if word.kind == "noun_mutual":
            return governed or len(parts.actors) > 1 or placed or (tolled and word.type == "ASSAULT")
        if (
            tolled
            and word.type == "ASSAULT"
            and everybody
            and self._participants.is_party(scene, everybody[0])
        ):
            return True
        return governed or placed or named or (bool(parts.actors) and bool(parts.recipients))

    def _returns(self, scene: Scene, told: Told) -> bool:
        """Whether a noun may tell once more of a deed told before (`الهجوم`, `جراء القصف`)."""
        token = scene.tokens[told.first]
        return (
            told.word.kind in _NOUNS
            and told.word.type in _PLACED
            and (not told.word.weak or is_definite(token) or token.lower in self._tellings.traces)
        )

    def _strong(self, scene: Scene, part: Range, kind: str) -> bool:
        """Whether a party is named, armed or official; for a verb, whether it is anybody."""
        if self._participants.is_named(scene, part):
            return True
        if kind not in _NOUNS:
            return self._participants.is_party(scene, part)
        return any(t.lower in self._armed for t in scene.tokens[part[0] : part[1]])

    def _only_wanted(self, scene: Scene, told: Told, found: Sequence[Told]) -> bool:
        """Whether a deed is only what somebody asks for, threatens with or agrees to."""
        tokens = scene.tokens
        earlier = [
            f for f in found if f.stop <= told.first and f.word.type in ("REQUEST", "THREATEN", "REJECT")
        ]
        if not earlier:
            return False
        between = tokens[earlier[-1].stop : told.first]
        if any(t.text in '.;؛?!"“”«»' or self._grammar.is_coordinator(t) for t in between):
            return False
        if told.word.kind in _NOUNS:
            return not any(self._grammar.is_verb(t) for t in between)
        token = tokens[told.first]
        joined = bool(between) and self._grammar.is_conjunction(between[-1])
        past = isinstance(token, Word) and token.tense == "past"
        return not joined and not past and len(between) < 12
