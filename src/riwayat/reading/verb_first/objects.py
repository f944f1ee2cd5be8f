"""Objects: whom a verb's deed is done to, past all that may stand between."""

from __future__ import annotations

from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import QUOTES
from riwayat.reading.verb_first.parties import Parties
from riwayat.text.words import Word

TO_SOMEBODY = ("ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""Types of deeds whose recipient is somebody, and no thing."""
_FAR = 16
"""Words behind a subject within which the object is looked for."""


class Objects(Parties):
    """Finds the objects of verbs."""

    def _if_party(self, scene: Scene, phrase: Range | None) -> Range | None:
        return phrase if phrase is not None and not self._is_place(scene, phrase) else None

    def _with_name(self, scene: Scene, subject: Range | None) -> Range | None:
        """A subject with the name behind what attaches to his office (`النائب عن المحافظة رحيم الدراجي`)."""
        tokens = scene.tokens
        if (
            subject is None
            or subject[1] >= len(tokens)
            or not self._grammar.is_preposition(tokens[subject[1]])
        ):
            return subject
        if not any(p.match(tokens, subject[0]) for p in self._offices):
            return subject
        for k in range(subject[1] + 1, min(len(tokens), subject[1] + 5)):
            if self._grammar.is_mark(tokens[k]) or self._grammar.is_verb(tokens[k]):
                return subject
            for m in scene.mentions:
                if m.type == "person" and m.span.start == tokens[k].start:
                    stop = next(
                        (n for n in range(k, len(tokens)) if tokens[n].start >= m.span.end), len(tokens)
                    )
                    return (k, stop)
        return subject

    def _patient_alone(self, scene: Scene, verb: int, phrase: Range, word: EventWord) -> bool:
        """Whether the one party behind a verb is its object: counted, or asked by whoever spoke before."""
        tokens = scene.tokens
        if word.kind != "active":
            return False
        counted = tokens[phrase[0]].text[0].isdigit() or self._bounds.match(tokens, phrase[0]) > 0
        if counted and word.type in ("ASSAULT", "COERCE"):
            return True
        if word.type not in TO_SOMEBODY or phrase[1] >= len(tokens):
            return False
        opens = tokens[phrase[1]].lower in self._against or self._grammar.is_opener(tokens[phrase[1]])
        spoke = any(self._grammar.is_verb(t) and not self._grammar.is_light(t) for t in tokens[:verb])
        token = tokens[verb]
        we = token.text[0] == "ن" and isinstance(token, Word) and token.tense == "present"
        joined = verb > 0 and self._grammar.is_conjunction(tokens[verb - 1])
        person = any(m.type == "person" for m in scene.within(scene.span(*phrase)))
        return opens and (we or (joined and spoke) or (joined and verb == 1 and not person))

    def _object(self, scene: Scene, at: int) -> Range | None:
        """The object behind a subject: the first phrase that no preposition governs, times passed over."""
        tokens, k = scene.tokens, at
        stop = min(len(tokens), at + _FAR)
        while k < stop:
            token = tokens[k]
            if token.text in ",،" and k + 1 < stop and self._aside(scene, k + 1):
                k = next((n for n in range(k + 1, stop) if tokens[n].text in ",،"), stop) + 1
                continue
            if (
                self._grammar.is_mark(token)
                or self._grammar.is_opener(token)
                or self._grammar.is_relative(token)
            ):
                return None
            if self._grammar.is_verb(token) or self._grammar.is_conjunction(token):
                return None
            if self._grammar.is_preposition(token):
                k = max(self._grammar.noun_phrase_end(tokens, k + 1), k + 1)
                continue
            past = self._past(tokens, k)
            if past > k:
                k = past
                continue
            phrase = self._phrase(scene, k)
            if phrase is None:
                return None
            if self._takes_time(scene, phrase) or not self._may_suffer(scene, phrase):
                k = phrase[1]
                continue
            return phrase
        return None

    def _aside(self, scene: Scene, k: int) -> bool:
        """Whether a time or place stands in commas from `k` on."""
        token = scene.tokens[k]
        return scene.is_time(token) or self._grammar.is_preposition(token) or token.lower in self._spatial

    def _may_suffer(self, scene: Scene, phrase: Range) -> bool:
        first = scene.tokens[phrase[0]]
        return (
            self.is_party(scene, phrase)
            or first.text[0].isdigit()
            or first.lower in self._targets
            or first.text in QUOTES
        )

    def _is_place(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase is a place that somebody may hold, and not who is there."""
        named = [m for m in scene.within(scene.span(*phrase)) if m.type != "place"]
        if named or self.is_named(scene, phrase):
            return False
        starts = any(
            m.span.start == scene.tokens[phrase[0]].start for m in scene.mentions if m.type == "place"
        )
        return starts or scene.tokens[phrase[0]].lower in self._held

    def _struck(self, scene: Scene, parties: tuple[Range, ...]) -> tuple[Range, ...]:
        """Recipients without towns and districts."""
        return tuple(p for p in parties if not self._is_place(scene, p))
