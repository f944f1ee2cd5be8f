"""Nouns that tell a deed, where noun phrases end in their head: `the arrest of X`, `an Israeli strike on Y killed Z`.

Who did it and to whom stands before the noun, behind it after a preposition, or is the subject of a verb that says
nothing of its own (`carried out a series of raids`, `came under heavy fire`).
"""

from __future__ import annotations

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import EventWord, light_verbs
from riwayat.reading.rules.phrases_about import Parts, PhrasesAbout
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.rules.subjects import Subjects
from riwayat.reading.world import World

_REACH = 16
"""Words behind a noun among which the verb that says that its deed took place is looked for."""
_OF_WHO_ACTS = ("PROTEST", "RETREAT")
"""Types of deeds whose `of` names who does them (`the withdrawal of French troops`)."""


class DeedNouns:
    """Finds the parties of deeds told by nouns, and whether a noun tells one at all."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses, phrases: PhrasesAbout) -> None:
        self._world, self._clauses, self._phrases = world, clauses, phrases
        self._subjects = Subjects(lexicon, clauses)
        self._done = light_verbs(lexicon.code, "active")
        self._suffered = light_verbs(lexicon.code, "suffered")
        self._happens = light_verbs(lexicon.code, "passive")
        self._several = lexicon.set("events", "light.several")
        self._occasions = lexicon.set("events", "light.occasions")
        self._owned = lexicon.phrases("events", "light.owned_by_who_suffers")
        self._acting = lexicon.set("names", "armed_or_official")
        self._of = lexicon.set("words", "of")
        self._owner = lexicon.set("words", "owner")
        self._by = lexicon.set("words", "agent")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._against = lexicon.set("words", "patients_of_nouns")

    def parts(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        """Who does what the noun at `first`..`stop` tells, and to whom."""
        start = self._start(scene, first)
        done = self._done.match_back(scene.tokens, start)
        suffered = 0 if done else self._suffered.match_back(scene.tokens, start)
        subject: tuple[Range, ...] = ()
        if done or suffered:
            subject = self._phrases.split(scene, self._subjects.before(scene, start - (done or suffered)))
        before = self._before(scene, start, first)
        end = self._end(scene, stop)
        by = self._phrases.after(scene, end, self._by)
        if word.kind == "noun_mutual":
            sides = self._phrases.after(scene, stop, self._between) or self._phrases.after(
                scene, end, self._between
            )
            sides += self._phrases.after(scene, stop, self._with)
            return Parts(subject + before + sides)
        of = self._phrases.after(scene, stop, self._against)
        if self._owned.match(scene.tokens, first):
            return Parts((subject if done else ()) + by, before + of + (subject if suffered else ()))
        if word.type in _OF_WHO_ACTS:
            of_actor = self._phrases.after(scene, stop, self._of)
            return Parts(subject + before + by + of_actor, tuple(p for p in of if p not in of_actor))
        actors = (subject if done else ()) + before + by
        return Parts(actors, of + (subject if suffered else ()))

    def tells(
        self, scene: Scene, first: int, stop: int, word: EventWord, parts: Parts, *, strong: bool
    ) -> bool:
        """Whether the noun tells that its deed was done, is done or will be, and is no noun in passing.

        `strong`: somebody named, armed or official is party to it.
        """
        tokens, start = scene.tokens, self._start(scene, first)
        sure = strong or not word.weak
        if self._suffered.match_back(tokens, start):
            return True
        if self._done.match_back(tokens, start) or self._taking_place(scene, stop):
            return sure
        if word.kind == "noun_mutual" and len(parts.actors) > 1:
            return True
        if parts.actors and parts.recipients:
            return sure
        if word.weak:
            return False
        occasion = start > 0 and tokens[start - 1].lower in self._occasions
        if occasion and (self._timed(scene, stop) or self._placed(scene, stop)):
            return True
        parties = (*parts.actors, *parts.recipients)
        return word.kind == "noun" and any(self._phrases.is_party(scene, p) for p in parties)

    def _start(self, scene: Scene, first: int) -> int:
        """Where the noun phrase begins, words that count its deeds included (`a series of air strikes`)."""
        tokens = scene.tokens
        start = self._clauses.noun_phrase_start(tokens, first)
        while start > 1 and tokens[start - 1].text in self._of and tokens[start - 2].lower in self._several:
            start = self._clauses.noun_phrase_start(tokens, start - 1)
        return start

    def _before(self, scene: Scene, start: int, first: int) -> tuple[Range, ...]:
        """Who stands before the noun: `an Israeli strike`, `Haftar's offensive`, `a police raid`."""
        tokens = scene.tokens
        while start < first and (
            self._clauses.is_determiner(tokens[start]) or tokens[start].text[0].isdigit()
        ):
            start += 1
        if start == first:
            return ()
        named = [
            m
            for m in scene.within(scene.span(start, first))
            if m.type in ("person", "group") or self._world.government(m.span.text)
        ]
        if named:
            m = named[0]
            a = next(k for k in range(start, first) if tokens[k].end > m.span.start)
            return ((a, next(k for k in range(first, a, -1) if tokens[k - 1].start < m.span.end)),)
        owner = next((k for k in range(start, first) if tokens[k].lower in self._owner), None)
        if owner is not None and owner > start and self._phrases.is_party(scene, (start, owner)):
            return ((start, owner),)
        acting = next((k for k in range(first - 1, start - 1, -1) if tokens[k].lower in self._acting), None)
        return ((acting, acting + 1),) if acting is not None else ()

    def _taking_place(self, scene: Scene, stop: int) -> bool:
        return self._verb_behind(scene, stop) is not None

    def _verb_behind(self, scene: Scene, stop: int) -> int | None:
        """The verb that says that the deed took place, phrases with prepositions between passed over."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + _REACH)):
            if n := self._happens.match(tokens, k):
                return k + n
            if self._clauses.is_verb(tokens[k]) and not self._clauses.is_reduced(tokens[k]):
                return None
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_coordinator(tokens[k]):
                return None
        return None

    def _end(self, scene: Scene, stop: int) -> int:
        """Behind the verb that says that the deed took place, where one follows at once."""
        found = self._happens.match(scene.tokens, stop) if stop < len(scene.tokens) else 0
        return stop + found

    def _placed(self, scene: Scene, stop: int) -> bool:
        """Whether a place is named right behind the noun (`clashes in Omdurman`)."""
        tokens = scene.tokens
        if stop + 1 >= len(tokens) or not self._clauses.is_preposition(tokens[stop]):
            return False
        return any(m.type == "place" and m.span.start >= tokens[stop].end for m in scene.mentions)

    def _timed(self, scene: Scene, stop: int) -> bool:
        """Whether a time is named right behind the noun (`their meeting on Monday`)."""
        return any(scene.is_time(token) for token in scene.tokens[stop : stop + 3])
