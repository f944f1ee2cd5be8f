"""Participants: who does a deed, and to whom, by where they stand about the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.deed_nouns import DeedNouns
from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts, PhrasesAbout
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.rules.subjects import Subjects
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_DIRECT = ("COERCE", "SANCTION")
"""Types whose object suffers the deed whatever it is, where heads stand last (`blacklisted two companies`)."""


class Participants(PhrasesAbout):
    """Finds the parties of deeds in the sentences of one document."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses) -> None:
        super().__init__(lexicon, world, clauses)
        self._own_pronouns = lexicon.set("words", "own_pronouns")
        self._plural_pronouns = lexicon.set("words", "plural_pronouns")
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        self.nouns = DeedNouns(lexicon, world, clauses, self)
        self._subjects = Subjects(lexicon, clauses)
        self._light = lexicon.set("events", "light.active")
        self._light_passive = lexicon.set("events", "light.passive")
        self._by = lexicon.set("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._against_active = lexicon.set("words", "patients_of_actives") or self._against
        self._against_noun = lexicon.set("words", "patients_of_nouns") or self._against
        self._no_actors = lexicon.phrases("names", "no_actors")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._place_heads = lexicon.set("names", "place_heads")
        self._patient_noun = tuple(lexicon.set("words", "patient_noun_prefixes"))

    def of(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        """Who does what tokens `first`..`stop` tell, and to whom."""
        tokens = scene.tokens
        if word.kind in ("noun", "noun_mutual"):
            if self._heads_last:
                return self.nouns.parts(scene, first, stop, word)
            return self._noun_parts(scene, first, stop, word)
        subject = self._doer(scene, self._subjects.before(scene, first))
        if self._heads_last:
            subject = self._speaking(scene, self._named_beside(scene, subject))
        behind = self.object_at(scene, stop)
        if tokens[stop - 1].lower in self._place_heads:
            behind = None  # `merebut kota strategis itu`: the object is a place
        if self._heads_last and subject is not None and word.kind not in ("passive", "suffer"):
            subject = self._acting(scene, subject)
        if word.kind == "active":
            return Parts(self.split(scene, subject), self._patients(scene, stop, behind, word))
        if word.kind == "passive":
            agents = self.after(scene, stop, self._by)
            if not agents and behind and self.is_party(scene, behind):
                agents = self.split(scene, behind)
            if self._heads_last:
                acting = (self._acting(scene, a) for a in agents)  # not `wounded by sniper fire`
                agents = tuple(a for a in acting if a is not None)
            return Parts(agents, self.split(scene, subject))
        if word.kind == "suffer" and self._heads_last and self._clauses.is_preposition(tokens[stop - 1]):
            return Parts(self.split(scene, behind), self.split(scene, subject))  # `fell to the rebels`
        if word.kind == "suffer":
            return Parts(self.after(scene, stop, self._by), self.split(scene, subject))
        if word.kind == "mutual":
            other = self.split(scene, behind) if behind and self.is_party(scene, behind) else ()
            return Parts(self.split(scene, subject) + other + self.after(scene, stop, self._with))
        if word.kind == "mutual_active":
            return Parts(self.split(scene, subject) + self.split(scene, behind))
        against = self.after(scene, stop, self._against)
        if self._heads_last:
            if self._clauses.is_preposition(tokens[stop - 1]) and not against:
                against = self.split(scene, behind)  # `slapped sanctions on two oligarchs`
            if word.type != "ASSAULT":
                against = tuple(p for p in against if self.is_party(scene, p))
        return Parts(self.split(scene, subject), against)

    def _acting(self, scene: Scene, subject: Range) -> Range | None:
        """A subject that can act: of a shell, a deal or a deed's noun only who is named in it (`an Israeli strike`)."""
        tokens = scene.tokens
        head = next((k for k in range(*subject) if self._clauses.is_preposition(tokens[k])), subject[1])
        deed = any(
            self._forms.match(tokens, k) == head - k and not self._clauses.is_verb(tokens[k])
            for k in range(subject[0], head)
        )
        if not deed and not self._no_actors.match_back(tokens, head):
            return subject
        named = [m for m in scene.within(scene.span(*subject)) if m.type in ("person", "group")]
        if not named:
            return None
        a = next(k for k in range(*subject) if tokens[k].end > named[0].span.start)
        return a, next(k for k in range(subject[1], a, -1) if tokens[k - 1].start < named[0].span.end)

    def _speaking(self, scene: Scene, subject: Range | None) -> Range | None:
        """Who speaks, where a pronoun right behind his word of saying means him (`Rebels said they would leave`)."""
        if subject is None or subject[1] - subject[0] != 1 or not subject[0]:
            return subject
        tokens, at = scene.tokens, subject[0] - 1
        if self._clauses.is_opener(tokens[at]):
            at -= 1
        while at > 0 and scene.is_time(tokens[at]):
            at -= 1
        if tokens[subject[0]].lower not in self._own_pronouns or tokens[at].lower not in self._say:
            return subject
        speaker = self._subjects.before(scene, at)
        if speaker is None or speaker == subject:
            return subject
        single = tokens[subject[0]].lower not in self._plural_pronouns
        people = any(m.type == "person" for m in scene.within(scene.span(*speaker)))
        return subject if people and not single else speaker

    def _named_beside(self, scene: Scene, subject: Range | None) -> Range | None:
        """The person whose name is set beside a subject (`The mayor, X, banned …`)."""
        if subject is None or subject[1] + 1 >= len(scene.tokens) or scene.tokens[subject[1]].text != ",":
            return subject
        at = scene.tokens[subject[1] + 1].start
        beside = next((m for m in scene.mentions if m.type == "person" and m.span.start == at), None)
        if beside is None:
            return subject
        end = next(
            (k for k in range(subject[1] + 1, len(scene.tokens)) if scene.tokens[k].start >= beside.span.end),
            len(scene.tokens),
        )
        return subject[1] + 1, end

    def _doer(self, scene: Scene, subject: Range | None) -> Range | None:
        """Whose deed a deed is, where a noun for it is the subject (`serangan Israel menewaskan`)."""
        if subject is None or not (n := self._forms.match(scene.tokens, subject[0])):
            return subject
        if self._heads_last:
            return subject
        rest = (subject[0] + n, subject[1])
        return rest if rest[0] < rest[1] and self.is_party(scene, rest) else None

    def _patients(self, scene: Scene, stop: int, behind: Range | None, word: EventWord) -> tuple[Range, ...]:
        """To whom an active verb does it: its object, unless that is a thing and somebody is named behind it."""
        to = self.after(scene, stop, self._against_active)
        direct = self.split(scene, behind)
        if word.type == "ASSAULT" or (word.type in _DIRECT and self._heads_last):
            return direct + to
        if word.type == "REQUEST" and behind:
            # `menuntut pembebasan 52 tahanan` asks nobody in particular, `meminta kedua pihak menahan diri` does
            if any(self._lexicon.nominal(scene.tokens[k].lower) for k in (stop - 1, behind[0])):
                direct = ()
            if self._asked(scene, behind[1]):
                return direct + tuple(p for p in to if self.is_party(scene, p))
        if word.type == "REJECT":
            to = to + self.after(scene, stop, self._with)
        named = tuple(p for p in direct if self.is_party(scene, p))
        return named + tuple(p for p in to if self.is_party(scene, p))

    def _asked(self, scene: Scene, stop: int) -> bool:
        """Whether what somebody is asked to do follows their naming (`semua pihak di Haiti membuka akses`)."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + 6)):
            if self._clauses.is_verb(tokens[k]) or self._clauses.is_light(tokens[k]):
                return True
            if self._clauses.is_opener(tokens[k]):
                return True
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_relative(tokens[k]):
                return False
        return False

    def _noun_parts(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        tokens = scene.tokens
        subject: Range | None = None
        at = first
        while at and self._is_modifier(tokens[at - 1]):
            at -= 1
        if at and tokens[at - 1].lower in self._light:
            subject = self._subjects.before(scene, at - 1)
        behind = self.object_at(scene, stop)
        happens = self.happens(tokens, stop)
        stop = stop if happens is None else happens + 1
        against = self.after(scene, stop, self._against_noun)
        by = self.after(scene, stop, self._by)
        if word.kind == "noun_mutual":
            sides = self.after(scene, stop, self._between) + self.after(scene, stop, self._with)
            if not sides and behind and self.is_party(scene, behind):
                sides = self.split(scene, behind)
            return Parts(self.split(scene, subject) + sides)
        if behind and self.is_party(scene, behind):
            if tokens[first].lower.startswith(self._patient_noun) and not against:
                return Parts(self.split(scene, subject) + by, self.split(scene, behind))
            by = self.split(scene, behind) + by
        return Parts(self.split(scene, subject) + by, against)

    def _is_modifier(self, token: Token) -> bool:
        return token.lower in self._determiners or token.text.isdigit()

    def happens(self, tokens: Sequence[Token], stop: int) -> int | None:
        """The verb that says that a noun's deed took place (`pertempuran sengit berlangsung`)."""
        for k in range(stop, min(len(tokens), stop + 4)):
            if tokens[k].lower in self._light_passive:
                return k
            if (
                self._clauses.is_stop(tokens[k])
                or self._clauses.is_verb(tokens[k])
                or self._clauses.is_preposition(tokens[k])
            ):
                return None
        return None
