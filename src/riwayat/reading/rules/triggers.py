"""Triggers: the words that tell an event, with what their sentence says about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwayat.model import Quantity, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention, Trigger
from riwayat.reading.rules.circumstances import Circumstances, Told
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import EventWord, event_words
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.participants import Participants
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.seen import as_word
from riwayat.reading.times import times_of
from riwayat.reading.world import World
from riwayat.text.numbers import Figure
from riwayat.text.tokens import Token

_NEEDED = 8
"""Words before and behind a form among which one that it needs is looked for."""
_PLACE = "<place>"
"""Among the needed words: the name of a place as the object."""
_PARTY = "<party>"
"""Among the needed words: somebody as the object, or the subject of the passive."""
_TOLLS = ("killed", "wounded", "missing", "displaced")
"""What figures count that a deed of violence did."""
_PURPOSEFUL = ("CONSULT", "AGREE", "PROTEST")
"""Types that are told as what somebody set out for (`terbang untuk menemui …`)."""


class Triggers:
    """Finds the events of one document, a sentence at a time."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        world: World,
        clauses: Clauses,
        mentions: Sequence[Mention],
        elsewhere: Iterable[Span],
        seen: Mapping[int, Trigger],
    ) -> None:
        """`elsewhere` are places that are no event's; `seen` are deeds that another engine sees, by their place."""
        self._seen = seen
        self._text, self._clauses, self._lexicon = text, clauses, lexicon
        self._marked = Marked(mentions)
        self._participants = Participants(lexicon, world, clauses)
        self._circumstances = Circumstances(lexicon, world, clauses, self._marked, elsewhere)
        self._forms, self._words = event_words(lexicon.code)
        self._purpose = lexicon.set("attribution", "purpose")
        self._anonymity = lexicon.set("attribution", "anonymity")
        self._between = lexicon.set("words", "between")
        self._presence = lexicon.set("words", "presence")
        self._light = lexicon.set("events", "light.active") | lexicon.set("events", "light.passive")
        self._unnamed = lexicon.phrases("events", "light.unnamed")
        self._saying = lexicon.set("events", "light.saying")
        self._causing = lexicon.set("events", "modality.causing")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._pronouns = lexicon.set("words", "pronouns")
        self._armed = lexicon.set("names", "armed_or_official")
        self._crowds = lexicon.set("names", "collective_nouns") - self._armed
        self._place_heads = lexicon.set("names", "place_heads")
        self._times = times_of(text, lexicon.code)

    def find(self, line: Line) -> Iterator[Trigger]:
        """The events of a sentence, in order."""
        scene = Scene.of(self._text, line, self._marked, self._times)
        told_here = list(self._told(scene))
        figures = self._circumstances.figures(scene) if told_here or self._lexicon.heads_last else []
        tolls = [told for told in told_here if self._is_toll(told)] if figures else []
        deeds = [
            told for told in told_here if told.seen or told in tolls or self._counts(scene, told, bool(tolls))
        ]
        found = [told for told in deeds if told.seen or not self._only_wanted(scene, told, deeds)]
        if not any(told.word.type == "CONSULT" for told in found):
            yield from self._present(scene)
        if self._lexicon.heads_last and not any(told.word.type == "ASSAULT" for told in found):
            yield from self._bare_toll(scene, figures)
        for told in found:
            others = [o for o in found if o is not told]
            spans = [
                tuple(scene.span(*p) for p in dict.fromkeys(r))
                for r in (told.parts.actors, told.parts.recipients)
            ]
            trigger = Trigger(
                span=scene.span(told.first, told.stop),
                type=told.word.type,
                mode=told.word.mode,
                modality=self._circumstances.modality(scene, told),
                actors=spans[0],
                recipients=() if told.word.type == "MOBILIZE" else self._suffering(scene, spans[1]),
                place=self._circumstances.place(scene, told, [o for o in deeds if o is not told]),
                time=self._circumstances.time(scene, told),
                toll=self._is_toll(told) and not spans[0],
                dependent=told in tolls and not self._counts(scene, told, True),
                quantities=self._circumstances.quantities(scene, told, others, figures),
            )
            if told.seen or self._says_something(scene, told, trigger):
                yield trigger

    def _bare_toll(self, scene: Scene, figures: Sequence[Figure]) -> Iterator[Trigger]:
        """A toll that no word for a deed tells (`The ministry put the dead at 12`): of one told nearby."""
        base = scene.sentence.start
        tolls = [f for f in figures if f.what in _TOLLS]
        if tolls:
            quantities = tuple(
                Quantity(f.what, f.low, f.high, f.of, f.start + base, f.end + base, f.text) for f in tolls
            )
            span = Span(tolls[0].start + base, tolls[0].end + base, tolls[0].text)
            yield Trigger(
                span, "ASSAULT", None, "asserted", (), (), None, None, quantities, toll=True, dependent=True
            )

    def _is_toll(self, told: Told) -> bool:
        """Whether a word only tells who suffered (`three died`, `three were killed` by nobody named)."""
        return told.word.kind == "suffer" or (
            told.word.toll and told.word.kind == "passive" and not told.parts.actors
        )

    def _told(self, scene: Scene) -> Iterator[Told]:
        """Every form of the event list in a sentence, the longest at each place, with its parties."""
        tokens, i = scene.tokens, 0
        while i < len(tokens):
            n = self._forms.match(tokens, i)
            dated = self._lexicon.heads_last and tokens[i].is_capital and scene.is_time(tokens[i])
            if dated or scene.in_name(tokens[i]):  # `31 March`
                i += 1
                continue
            listed = self._words[" ".join(t.lower for t in tokens[i : i + n])] if n else ()
            words = self._fitting(tokens, i, i + n, listed) if n else ()
            seen, known = self._seen.get(tokens[i].start), bool(words)
            if seen is not None and not words:
                n = max(1, sum(t.end <= seen.span.end for t in tokens[i:]))
                verb, passive = self._clauses.is_verb(tokens[i]), self._clauses.is_passive(tokens[i])
                words = [as_word(seen.type, verb=verb, passive=passive)]
            if not words:
                i += 1
                continue
            parts = self._participants.of(scene, i, i + n, words[0])
            chosen = self._chosen(scene, i, i + n, words, parts)
            yield Told(i, i + n, chosen, parts, seen is not None and chosen.type == seen.type, known)
            i += n

    def _fitting(
        self, tokens: Sequence[Token], first: int, stop: int, words: Sequence[EventWord]
    ) -> Sequence[EventWord]:
        """Of a form that may be noun and verb the noun, where nobody can stand before it as its subject."""
        if self._lexicon.heads_last:
            words = self._of_voice(tokens, first, words)
        nouns = [w for w in words if w.kind in ("noun", "noun_mutual")]
        before = tokens[first - 1] if first else None
        alone = before is None or self._clauses.is_stop(before) or self._clauses.is_preposition(before)
        between = stop < len(tokens) and tokens[stop].lower in self._between
        return nouns if nouns and (alone or between) else words

    def _of_voice(
        self, tokens: Sequence[Token], first: int, words: Sequence[EventWord]
    ) -> Sequence[EventWord]:
        """Of forms that verbs and nouns, actives and passives share, those that the word is here."""
        verb = self._clauses.is_verb(tokens[first])
        passive = verb and self._clauses.is_passive(tokens[first])
        if not verb:
            return [w for w in words if w.kind in ("noun", "noun_mutual")]
        kinds = [w for w in words if w.kind not in ("noun", "noun_mutual")]
        return [w for w in kinds if (w.kind == "passive") == passive] or [
            w for w in kinds if not passive or w.kind not in ("active", "mutual_active")
        ]

    def _chosen(
        self, scene: Scene, first: int, stop: int, words: Sequence[EventWord], parts: Parts
    ) -> EventWord:
        """Of several readings of a form the one that fits: troops are mobilised, crowds protest."""
        if len({w.type for w in words}) > 1 and any(w.needs for w in words):
            needy = [w for w in words if w.needs and self._has_needed(scene, Told(first, stop, w, parts))]
            words = needy or [w for w in words if not w.needs] or words
        by_type = {w.type: w for w in reversed(words)}
        if "MOBILIZE" in by_type and any(t.lower in self._armed for t in scene.tokens[stop : stop + 5]):
            return by_type["MOBILIZE"]
        if "PROTEST" in by_type and len(by_type) > 1:
            crowd = any(t.lower in self._crowds for a, b in parts.actors for t in scene.tokens[a:b])
            return by_type["PROTEST"] if crowd else next(w for w in words if w.type != "PROTEST")
        return words[0]

    def _suffering(self, scene: Scene, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Recipients that are somebody or something, and no mere place."""
        return tuple(
            s
            for s in spans
            if not self._circumstances.only_place(scene, s)
            and (self._lexicon.heads_last or s.text.split()[0].casefold() not in self._place_heads)
        )

    def _says_something(self, scene: Scene, told: Told, trigger: Trigger) -> bool:
        """Whether a deed is more than one by nobody, to nothing, nowhere."""
        if trigger.actors or trigger.place or trigger.time or trigger.quantities:
            return True
        return any(self._participants.is_party(scene, p) for p in told.parts.recipients)

    def _present(self, scene: Scene) -> Iterator[Trigger]:
        """`Dalam foto itu terlihat A, B, dan C`: several people seen or present, at a meeting told elsewhere."""
        people = tuple(m.span for m in scene.mentions if m.type == "person")
        at = next((k for k, t in enumerate(scene.tokens) if t.lower in self._presence), None)
        if at is not None and len(people) > 1:
            span = scene.span(at, at + 1)
            yield Trigger(span, "CONSULT", None, "asserted", people, (), None, None, (), present=True)

    def _counts(self, scene: Scene, told: Told, tolled: bool) -> bool:
        """Whether the words tell an event, and are not a noun in passing or a figure of speech.

        `tolled`: the sentence counts dead or wounded, so that the deed it names is what they suffered.
        """
        tokens, word, first = scene.tokens, told.word, told.first
        everybody = told.parts.actors + told.parts.recipients
        if any(t.lower in self._anonymity for t in tokens[told.stop : told.stop + 3]):
            return False  # `menolak disebutkan namanya`
        if word.type == "REJECT" and first + 1 < len(tokens) and self._silent(tokens, told.stop):
            return False  # `declined to comment`
        if word.type == "REQUEST" and told.stop < len(tokens) and self._unnamed.match(tokens, told.stop):
            return False  # `asked not to be named`
        strong = any(self._strong(scene, told, p) for p in everybody)
        if word.kind in ("noun", "noun_mutual") and self._lexicon.heads_last:
            told_of = self._participants.nouns.tells(scene, first, told.stop, word, told.parts, strong=strong)
            return told_of or (tolled and word.type == "ASSAULT")
        needed = bool(word.needs) and self._has_needed(scene, told)
        if word.needs and not needed:
            return False
        if word.weak and not strong and not (needed and self._lexicon.heads_last):
            return False
        if word.kind in ("noun", "noun_mutual"):
            light = first > 0 and tokens[first - 1].lower in self._light
            happens = self._participants.happens(tokens, told.stop) is not None
            if word.kind == "noun_mutual":
                return light or happens or tolled or len(told.parts.actors) > 1
            both = bool(told.parts.actors and told.parts.recipients)
            return light or happens or both or (tolled and word.type == "ASSAULT")
        before = tokens[first - 1] if first else None
        # `dari bertahan ke menyerang`
        behind = (
            before is not None and self._clauses.is_preposition(before) and before.lower not in self._purpose
        )
        if (
            behind
            and self._lexicon.heads_last
            and (self._accused(scene, first) or self._clauses.is_gerund(tokens[first]))
        ):
            return True  # `thanked the troops for arresting`, `after storming the base`
        return not (behind and word.kind in ("active", "subject", "passive"))

    def _silent(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether what is refused is only to say something."""
        at = stop + (stop < len(tokens) and tokens[stop].lower in self._purpose)
        return at < len(tokens) and tokens[at].lower in self._saying

    def _accused(self, scene: Scene, first: int) -> bool:
        """Whether a deed is what somebody is accused of (`accused Rwanda of sending`), and so one by itself."""
        return any(
            w.type == "ACCUSE"
            for k in range(max(0, first - _NEEDED), first)
            for w in self._words.get(scene.tokens[k].lower, ())
        )

    def _has_needed(self, scene: Scene, told: Told) -> bool:
        """Whether one of the words that a form needs to tell its deed stands near it, or a place where it needs one."""
        tokens, needs = scene.tokens, told.word.needs
        near = tokens[max(0, told.first - _NEEDED) : told.stop + _NEEDED]
        if any(t.lower in needs for t in near):
            return True
        if _PARTY in needs and any(self._participants.is_party(scene, p) for p in told.parts.recipients):
            return True
        if _PLACE not in needs or told.stop >= len(tokens):
            return False
        at = told.stop + self._clauses.is_determiner(tokens[told.stop])
        return any(
            m.type == "place" and at < len(tokens) and m.span.start == tokens[at].start
            for m in scene.mentions
        )

    def _strong(self, scene: Scene, told: Told, part: Range) -> bool:
        """Whether a party is named, armed, official, or a pronoun."""
        tokens = scene.tokens[part[0] : part[1]]
        if self._participants.is_named(scene, part):
            return True
        if self._lexicon.heads_last and told.word.kind not in ("noun", "noun_mutual"):
            return self._participants.is_party(scene, part) or any(t.lower in self._pronouns for t in tokens)
        return any(t.lower in self._armed or t.lower in self._pronouns for t in tokens)

    def _only_wanted(self, scene: Scene, told: Told, found: Sequence[Told]) -> bool:
        """Whether a deed is only what somebody asks for, threatens with, agrees to, or means to serve."""
        tokens, first = scene.tokens, told.first
        made = any(t.lower in self._causing for t in tokens[max(0, first - _NEEDED) : first])
        aimed = (
            first
            and not made
            and tokens[first - 1].lower in self._purpose
            and told.word.type not in _PURPOSEFUL
        )
        if aimed and not (self._lexicon.heads_last and self._circumstances.intended(scene, first)):
            return True
        earlier = [f for f in found if f.stop <= first]
        agreed = [
            f for f in earlier if f.word.type == "AGREE" and f.word.kind in ("active", "subject", "mutual")
        ]
        if not self._lexicon.heads_last and any(self._adjacent(tokens[f.stop : first]) for f in agreed):
            return True  # `sepakat menyatukan upaya`
        wanting = [
            f
            for f in earlier
            if f.word.type in ("REQUEST", "THREATEN") and f.word.kind in ("active", "subject")
        ]
        if not wanting:
            return False
        between = tokens[wanting[-1].stop : first]
        parted = any(t.text in '.;?!"“”' or self._clauses.is_coordinator(t) for t in between)
        return not parted and not (between and between[-1].lower in self._conjunctions)

    def _adjacent(self, between: Sequence[Token]) -> bool:
        """Whether only auxiliaries and words of purpose stand between two verbs."""
        return all(self._clauses.is_light(t) or t.lower in self._purpose for t in between)
