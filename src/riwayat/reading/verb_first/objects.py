"""Objects: whom a verb's deed is done to, past all that may stand between."""

from __future__ import annotations

from riwayat.model import EventType
from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import QUOTES, is_definite
from riwayat.reading.verb_first.parties import Parties
from riwayat.text.words import Word

TO_SOMEBODY = ("ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""Types of deeds whose recipient is somebody, and no thing."""
_STRUCK = ("ASSAULT", "COERCE")
"""Types of deeds that things suffer, and do not do."""
_OFFICE = 9
"""Words behind an office within which its holder's name stands."""
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
        for k in range(subject[1] + 1, min(len(tokens), subject[1] + _OFFICE)):
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
        if word.kind not in ("active", "subject", "mutual_active"):
            return False
        if self._is_object(scene, verb, phrase, word.type):
            return True
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
        we = token.text[0] in self._we and isinstance(token, Word) and token.tense == "present"
        joined = verb > 0 and self._grammar.is_conjunction(tokens[verb - 1])
        if joined and tokens[verb].lower in self._needy:
            return opens  # `واتهم الجيش بتخزين`: he who accuses accuses somebody
        return opens and (we or (joined and self._asked(scene, verb, phrase, spoke)))

    def _asked(self, scene: Scene, verb: int, phrase: Range, spoke: bool) -> bool:
        """Whether whom a joined verb names is asked, and does not ask himself (`ودعت السلطة إلى`)."""
        head = scene.tokens[phrase[0]]
        if head.lower in self._audiences:
            return spoke or verb == 1
        return spoke and self._world.country(head.text)

    def _is_object(self, scene: Scene, verb: int, phrase: Range, word_type: EventType) -> bool:
        """Whether the endings show that a phrase behind a verb is not its subject (`اعتقلت شابا`, `دعا الحكومة`)."""
        tokens = scene.tokens
        head = next(
            (
                k
                for k in range(*phrase)
                if tokens[k].is_word
                and not self._grammar.is_determiner(tokens[k])
                and tokens[k].text not in QUOTES
            ),
            phrase[0],
        )
        thing = tokens[head].lower in self._targets and not self._is_people(tokens, head)
        if thing and word_type in _STRUCK:
            return True
        case = self._agreement.case(tokens[head])
        pair = head + 1 < phrase[1] and is_definite(tokens[head + 1]) and not is_definite(tokens[head])
        if case is not None and not pair:  # but `وفدا الحكومة`
            return case == "object" and head == phrase[0]
        return self._agreement.disagree(tokens[verb], tokens[head : phrase[1]])

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
            if k == at and k and self._grammar.is_verb(token) and not is_definite(tokens[k - 1]):
                own = self._phrase(scene, k + 1)  # `مسلحان يستقلان دراجة نارية`
                k = own[1] if own is not None else k + 1
                continue
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
        """Whether a time, a place or an office stands in commas from `k` on."""
        token = scene.tokens[k]
        office = any(p.match(scene.tokens, k) for p in self._offices)
        return (
            scene.is_time(token)
            or office
            or self._grammar.is_preposition(token)
            or token.lower in self._spatial
        )

    def _may_suffer(self, scene: Scene, phrase: Range) -> bool:
        first = scene.tokens[phrase[0]]
        return (
            self.is_party(scene, phrase)
            or first.text[0].isdigit()
            or first.text in QUOTES
            or self.is_target(scene, phrase)
            or self._agreement.case(first) == "object"
        )

    def _is_place(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase is a place that somebody may hold, and not who is there."""
        named = [m for m in scene.within(scene.span(*phrase)) if m.type != "place"]
        if named or self.is_named(scene, phrase):
            return False
        starts = any(
            m.span.start == scene.tokens[phrase[0]].start for m in scene.mentions if m.type == "place"
        )
        first = scene.tokens[phrase[0]]
        headed = (
            first.lower in self._places
            and any(
                m.span.start == scene.tokens[phrase[0] + 1].start for m in scene.mentions if m.type == "place"
            )
            if phrase[1] - phrase[0] > 1
            else False
        )
        return starts or headed or first.lower in self._held

    def _struck(self, scene: Scene, parties: tuple[Range, ...]) -> tuple[Range, ...]:
        """Recipients without towns and districts."""
        return tuple(p for p in parties if not self._is_place(scene, p))
