"""Triggers: the words that tell an event where the verb comes first, with what their sentence says about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from riwayat import languages
from riwayat.model import Modality, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import HUMAN
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Attribution, Mention, Trigger
from riwayat.reading.rules.circumstances import Circumstances, Told
from riwayat.reading.rules.event_words import EventWord, event_words
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import Grammar
from riwayat.reading.verb_first.modality import Modalities
from riwayat.reading.verb_first.participants import Participants
from riwayat.reading.world import World
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_NOUNS = ("noun", "noun_mutual")
_SPOKEN = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "CONCEDE")
"""Types of deeds that are done by speaking."""
_NEAR = 700
"""Characters within which a speaker goes on."""
_SPLIT = 9
"""Words within which the rest of a form follows its verb's subject."""


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
        attributions: Sequence[Attribution] = (),
    ) -> None:
        """`elsewhere` are places that are no event's: the dateline's, and where a source sits."""
        self._text, self._grammar = text, grammar
        self._attributions = sorted(attributions, key=lambda a: a.cue.start)
        self._marked = Marked(mentions)
        self._participants = Participants(lexicon, world, grammar)
        self._circumstances = Circumstances(lexicon, world, grammar, self._marked, elsewhere)
        self._modalities = Modalities(lexicon, grammar)
        self._forms, self._words = event_words(lexicon.code)
        self._split_forms = _by_verb(self._words)
        self._adverbial = {
            form: verb
            for form in lexicon.set("events", "participles")
            if (verb := lexicon.word("events", "participle_of", form)) is not None
        }
        self._armed = lexicon.set("names", "armed_or_official")
        self._anonymity = lexicon.phrases("attribution", "anonymity")
        self._victims = lexicon.set("names", "collective_nouns") | lexicon.set("names", "private_roles")
        self._names = frozenset(
            at for m in mentions if m.type != "place" for at in range(m.span.start, m.span.end)
        )
        self._times: list[TimeExpression] = languages.rules(lexicon.code, "times").find(text)
        self._purpose = lexicon.set("attribution", "before_that")

    def find(self, line: Line) -> Iterator[Trigger]:
        """The events of a sentence, in order."""
        scene = Scene.of(self._text, line, self._marked, self._times)
        told_here = list(self._told(scene))
        figures = self._circumstances.figures(scene) if told_here else []
        counted = any(f.what in ("killed", "wounded") for f in figures)
        tolls = [told for told in told_here if self._is_toll(told)] if counted else []
        found = [t for t in told_here if t in tolls or self._counts(scene, t, told_here, bool(tolls))]
        found = [t for t in found if not self._only_wanted(scene, t, found)]
        for told in found:
            others = [o for o in found if o is not told]
            actors, recipients = (
                tuple(scene.span(*p) for p in dict.fromkeys(r))
                for r in (told.parts.actors, told.parts.recipients)
            )
            actors = actors or self._unsaid(scene, told, found)
            modality: Modality = self._modalities.of(scene, told, found)
            trigger = Trigger(
                span=scene.span(told.first, told.stop),
                type=told.word.type,
                mode=told.word.mode,
                modality=modality,
                actors=actors,
                recipients=() if told.word.type == "MOBILIZE" else recipients,
                place=self._circumstances.place(scene, told, others),
                time=self._circumstances.time(scene, told),
                toll=self._is_toll(told) and not actors,
                dependent=told in tolls and not self._counts(scene, told, told_here, True),
                quantities=self._circumstances.quantities(scene, told, others, figures),
            )
            bare = told.word.kind not in _NOUNS and not told.word.weak
            if (
                bare
                or trigger.actors
                or trigger.place
                or trigger.time
                or trigger.quantities
                or trigger.recipients
            ):
                yield trigger

    def _unsaid(self, scene: Scene, told: Told, found: Sequence[Told]) -> tuple[Span, ...]:
        """Who acts where a verb names nobody: whoever did the deed before, or spoke last."""
        token = scene.tokens[told.first]
        aside = token.lower in self._adverbial
        if told.word.kind not in ("active", "subject", "mutual_active") or not (
            self._grammar.is_verb(token) or aside
        ):
            return ()
        if told.word.type in _SPOKEN or aside:
            return self._speaker(token.start)
        if not told.first or not self._grammar.is_conjunction(scene.tokens[told.first - 1]):
            return ()
        before = [f for f in found if f.stop <= told.first and f.parts.actors and f.word.kind not in _NOUNS]
        return tuple(scene.span(*p) for p in before[-1].parts.actors) if before else ()

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

    def _told(self, scene: Scene) -> Iterator[Told]:
        """Every form of the event list in a sentence, the longest at each place, with its parties."""
        tokens, i = scene.tokens, 0
        while i < len(tokens):
            if tokens[i].start in self._names and not self._grammar.is_verb(tokens[i]):
                i += 1
                continue
            if (verb := self._adverbial.get(tokens[i].lower)) and (told := self._aside(scene, i, verb)):
                yield told
                i += 1
                continue
            n = self._forms.match(tokens, i)
            parted = self._parted(scene, i) if self._grammar.is_verb(tokens[i]) else None
            if parted is not None and (n <= 1 or parted[1] - parted[0] > n):
                stop, split, words = parted[1], parted[2], parted[3]
                word = self._chosen(scene, i, i + 1, words, split)
                yield Told(i, i + 1, word, self._participants.of(scene, i, stop, word, split))
                i += 1
                continue
            if not n:
                i += 1
                continue
            key = " ".join(t.lower for t in tokens[i : i + n])
            words = self._fitting(scene, i, self._words[key])
            if words:
                word = self._chosen(scene, i, i + n, words, None)
                yield Told(i, i + n, word, self._participants.of(scene, i, i + n, word, None))
                i += n
            else:
                i += 1

    def _aside(self, scene: Scene, i: int, verb: str) -> Told | None:
        """`… متهما خصومه`: a participle tells of the subject of the verb before it."""
        tokens = scene.tokens
        words = [w for w in self._words.get(verb, ()) if w.kind in ("active", "subject")]
        main = next(
            (
                k
                for k in range(i - 1, -1, -1)
                if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k])
            ),
            None,
        )
        if not words or main is None:
            return None
        active = next((w for w in words if w.kind == "active"), words[0])
        parts = self._participants.behind(scene, i + 1, active)
        actors = self._participants.subject_of(scene, main)
        return Told(i, i + 1, active, replace(parts, actors=actors))

    def _parted(self, scene: Scene, i: int) -> tuple[int, int, Range, Sequence[EventWord]] | None:
        """A form whose subject stands between its verb and the rest (`ألقت الشرطة القبض على`)."""
        tokens = scene.tokens
        for rest, words in self._split_forms.get(tokens[i].lower, ()):
            for k in range(i + 2, min(len(tokens) - len(rest) + 1, i + 2 + _SPLIT)):
                if any(self._grammar.is_mark(t) or self._grammar.is_verb(t) for t in tokens[i + 1 : k]):
                    break
                if tuple(t.lower for t in tokens[k : k + len(rest)]) == rest:
                    return i, k + len(rest), (i + 1, k), words
        return None

    def _fitting(self, scene: Scene, i: int, words: Sequence[EventWord]) -> Sequence[EventWord]:
        """The readings of a form that fit a verb, or a noun, whichever it is here."""
        if self._grammar.is_verb(scene.tokens[i]):
            return [w for w in words if w.kind not in _NOUNS] or ()
        return [w for w in words if w.kind in _NOUNS]

    def _chosen(
        self, scene: Scene, first: int, stop: int, words: Sequence[EventWord], split: Range | None
    ) -> EventWord:
        """Of several readings the one that fits: one who is killed, or one who kills."""
        suffer = next((w for w in words if w.kind == "suffer"), None)
        active = next((w for w in words if w.kind in ("active", "subject", "mutual_active", "mutual")), None)
        if suffer is None or active is None or split is not None:
            return words[0] if suffer is None or active is not None else suffer
        return suffer if self._passive(scene, first, stop, active) else active

    def _passive(self, scene: Scene, first: int, stop: int, active: EventWord) -> bool:
        """Whether a verb that may be either has its victim behind it: only one party, and that no armed body."""
        tokens = scene.tokens
        word = tokens[first]
        if isinstance(word, Word) and word.owned:
            return False
        parts = self._participants.of(scene, first, stop, active, None)
        before = self._participants.subject_before(scene, first)
        if before is not None:
            if parts.recipients:
                return False
            return not self._armed_first(scene, before)
        if parts.recipients and parts.actors:
            return False
        if not parts.actors:
            return False
        a, b = parts.actors[0]
        return not any(m.type == "group" for m in scene.within(scene.span(a, b))) or self._numbered(
            tokens, stop
        )

    def _numbered(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and tokens[at].text[0].isdigit()

    def _armed_first(self, scene: Scene, phrase: Range) -> bool:
        return self._participants.is_named(scene, phrase) or any(
            t.lower in self._armed for t in scene.tokens[phrase[0] : phrase[1]]
        )

    def _counts(self, scene: Scene, told: Told, all_told: Sequence[Told], tolled: bool) -> bool:
        """Whether the words tell an event, and are not a noun in passing or a figure of speech."""
        word, parts = told.word, told.parts
        everybody = parts.actors + parts.recipients
        if self._anonymity.match(scene.tokens, told.stop) if told.stop < len(scene.tokens) else False:
            return False
        if word.weak and not any(self._strong(scene, p, word.kind) for p in everybody):
            return False
        if word.kind in _NOUNS:
            light = self._participants.light_verb(scene, told.first) is not None
            happens = self._participants.happens(scene, told.first, told.stop)
            if word.kind == "noun_mutual":
                return light or happens or len(parts.actors) > 1 or (tolled and word.type == "ASSAULT")
            both = bool(parts.actors and parts.recipients)
            one = bool(everybody) and (self._participants.is_party(scene, everybody[0]))
            suffered = word.type in ("ASSAULT", "COERCE") and bool(parts.recipients) and one
            return light or happens or both or suffered or (tolled and word.type == "ASSAULT" and one)
        return True

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
            f
            for f in found
            if f.stop <= told.first and f.word.type in ("REQUEST", "THREATEN", "REJECT", "AGREE")
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


def _by_verb(
    words: Mapping[str, Sequence[EventWord]],
) -> dict[str, list[tuple[tuple[str, ...], Sequence[EventWord]]]]:
    """Forms of several words by their first, with the rest of them; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sequence[EventWord]]]] = {}
    for form, readings in words.items():
        head, *rest = form.split()
        verbal = [w for w in readings if w.kind not in _NOUNS]
        if rest and verbal and any(len(word) > 2 for word in rest):
            found.setdefault(head, []).append((tuple(rest), verbal))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found
