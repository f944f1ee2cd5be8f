"""Participants: who does a deed, and to whom, by where they stand about the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import EventWord, event_words
from riwayat.reading.rules.scene import Scene
from riwayat.reading.world import World
from riwayat.text.tokens import Token

Range: TypeAlias = tuple[int, int]
"""Tokens of a sentence, the second exclusive."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parties of a deed, by their tokens."""

    actors: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()


class Participants:
    """Finds the parties of deeds in the sentences of one document."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses) -> None:
        self._lexicon, self._world, self._clauses = lexicon, world, clauses
        self._purpose = lexicon.set("attribution", "purpose")
        self._bare = lexicon.set("attribution", "bare")
        self._towards = lexicon.set("words", "towards")
        self._forms = event_words(lexicon.code)[0]
        self._light = lexicon.set("events", "light.active")
        self._light_passive = lexicon.set("events", "light.passive")
        self._by = lexicon.set("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._collective = lexicon.phrases("names", "collective_nouns")
        self._people = lexicon.set("names", "collective_nouns")
        self._offices = (lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles"))
        self._together = lexicon.set("words", "together")
        self._determiners = lexicon.set("words", "determiners")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._place_heads = lexicon.set("names", "place_heads")
        self._patient_noun = tuple(lexicon.set("words", "patient_noun_prefixes"))
        self._weekdays = lexicon.set("names", "weekdays")

    def of(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        """Who does what tokens `first`..`stop` tell, and to whom."""
        tokens = scene.tokens
        if word.kind in ("noun", "noun_mutual"):
            return self._noun_parts(scene, first, stop, word)
        subject = self._doer(scene, self._subject(scene, first))
        behind = self._object(scene, stop)
        if tokens[stop - 1].lower in self._place_heads:
            behind = None  # `merebut kota strategis itu`: the object is a place
        if word.kind == "active":
            return Parts(self._split(scene, subject), self._patients(scene, stop, behind, word))
        if word.kind == "passive":
            agents = self._after(scene, stop, self._by)
            if not agents and behind and self.is_party(scene, behind):
                agents = self._split(scene, behind)
            return Parts(agents, self._split(scene, subject))
        if word.kind == "suffer":
            return Parts(self._after(scene, stop, self._by), self._split(scene, subject))
        if word.kind == "mutual":
            other = self._split(scene, behind) if behind and self.is_party(scene, behind) else ()
            return Parts(self._split(scene, subject) + other + self._after(scene, stop, self._with))
        if word.kind == "mutual_active":
            return Parts(self._split(scene, subject) + self._split(scene, behind))
        return Parts(self._split(scene, subject), self._after(scene, stop, self._against))

    def _doer(self, scene: Scene, subject: Range | None) -> Range | None:
        """Whose deed a deed is, where a noun for it is the subject (`serangan Israel menewaskan`)."""
        if subject is None or not (n := self._forms.match(scene.tokens, subject[0])):
            return subject
        rest = (subject[0] + n, subject[1])
        return rest if rest[0] < rest[1] and self.is_party(scene, rest) else None

    def _patients(self, scene: Scene, stop: int, behind: Range | None, word: EventWord) -> tuple[Range, ...]:
        """To whom an active verb does it: its object, unless that is a thing and somebody is named behind it."""
        to = self._after(scene, stop, self._against)
        direct = self._split(scene, behind)
        if word.type == "ASSAULT":
            return direct + to
        if word.type == "REQUEST" and behind:
            # `menuntut pembebasan 52 tahanan` asks nobody in particular, `meminta kedua pihak menahan diri` does
            if any(self._lexicon.nominal(scene.tokens[k].lower) for k in (stop - 1, behind[0])):
                direct = ()
            if self._asked(scene, behind[1]):
                return direct + tuple(p for p in to if self.is_party(scene, p))
        if word.type == "REJECT":
            to = to + self._after(scene, stop, self._with)
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
            subject = self._subject(scene, at - 1)
        behind = self._object(scene, stop)
        happens = self.happens(tokens, stop)
        stop = stop if happens is None else happens + 1
        against = self._after(scene, stop, self._against)
        by = self._after(scene, stop, self._by)
        if word.kind == "noun_mutual":
            sides = self._after(scene, stop, self._between) + self._after(scene, stop, self._with)
            if not sides and behind and self.is_party(scene, behind):
                sides = self._split(scene, behind)
            return Parts(self._split(scene, subject) + sides)
        if behind and self.is_party(scene, behind):
            if tokens[first].lower.startswith(self._patient_noun) and not against:
                return Parts(self._split(scene, subject) + by, self._split(scene, behind))
            by = self._split(scene, behind) + by
        return Parts(self._split(scene, subject) + by, against)

    def _is_modifier(self, token: Token) -> bool:
        return token.lower in self._determiners or token.text.isdigit()

    def _subject(self, scene: Scene, verb: int) -> Range | None:
        """The noun phrase whose deed a verb tells.

        The nearest one before it; past auxiliaries, adverbials, and verbs that share the subject
        (`dilaporkan mengirim`, `berjanji mengirim`, `menyerang dan merebut`).
        """
        tokens = scene.tokens
        stop = verb
        for _ in range(6):
            while stop and self._clauses.is_light(tokens[stop - 1]) and not tokens[stop - 1].is_capital:
                stop -= 1
            if not stop:
                return None
            verb_phrase = next(
                (k for k in range(max(0, stop - 4), stop - 1) if self._forms.match(tokens, k) == stop - k),
                None,
            )
            if verb_phrase is not None:
                stop = verb_phrase  # `berunjuk rasa di depan masjid menuntut`
                continue
            before = tokens[stop - 1]
            if before.text == ")":
                stop = next((k for k in range(stop - 1, -1, -1) if tokens[k].text == "("), 0)
                continue  # `Hay'at Tahrir al-Sham (HTS) merebut`
            if self._clauses.is_relative(before):
                stop -= 2 if stop > 1 and tokens[stop - 2].text == "," else 1
                start = self._clauses.noun_phrase_start(tokens, stop)
                return (start, stop) if start < stop else None
            if (
                before.lower in self._conjunctions
                or before.lower in self._purpose
                or self._clauses.is_verb(before)
            ):
                at = self._verb_before(tokens, stop)
                if at is None:
                    return None
                stop = at
                continue
            if before.text == ",":
                return self._first_phrase(tokens, self._clauses.clause_start(tokens, stop), stop)
            start = self._clauses.noun_phrase_start(tokens, stop)
            if start == stop:
                return None
            if (
                all(t.lower in self._demonstratives for t in tokens[start:stop])
                and start
                and self._clauses.is_verb(tokens[start - 1])
            ):
                head = self._related(tokens, start)
                if head is not None:
                    return head, stop  # `para komandan yang berkumpul itu sepakat`
            if start and self._clauses.is_preposition(tokens[start - 1]):
                behind_time = next((k for k in range(start, stop) if not scene.is_time(tokens[k])), stop)
                if start < behind_time < stop:
                    return behind_time, stop  # `Pada Maret 2018 Turki menyerang`
                if tokens[start - 1].lower in self._together:
                    company = self._clauses.noun_phrase_start(tokens, start - 1)
                    if company < start - 1:
                        return company, stop  # `polisi bersama TNI menggelar`
                stop = start - 1  # `Norwegia pada Kamis menjanjikan`
                continue
            return self._coordinated(tokens, start), stop
        return None

    def _coordinated(self, tokens: Sequence[Token], start: int) -> int:
        """Where a subject begins whose last part begins at `start` (`X dan Y menyerang`).

        A conjunction behind an object or a preposition's noun joins something else, and is left alone.
        """
        stop = start
        while stop and (tokens[stop - 1].lower in self._conjunctions or tokens[stop - 1].text == ","):
            stop -= 1
        if stop == start or tokens[start - 1].text == ",":
            return start
        first = self._clauses.noun_phrase_start(tokens, stop)
        before = tokens[first - 1] if first else None
        begins = before is None or self._clauses.is_stop(before) or self._clauses.is_opener(before)
        return first if first < stop and begins else start

    def _related(self, tokens: Sequence[Token], stop: int) -> int | None:
        """Where the noun phrase begins that the relative clause ending before `stop` belongs to."""
        for k in range(stop - 1, max(0, stop - 8), -1):
            if self._clauses.is_relative(tokens[k]):
                start = self._clauses.noun_phrase_start(tokens, k)
                return start if start < k else None
            if self._clauses.is_stop(tokens[k]):
                return None
        return None

    def _verb_before(self, tokens: Sequence[Token], stop: int) -> int | None:
        """The verb whose subject another verb behind it shares; null where its clause begins first."""
        for k in range(stop - 1, -1, -1):
            if self._clauses.is_verb(tokens[k]) or self._forms.match(tokens, k):
                return k
            if tokens[k].text in '.;:?!"“”' or self._clauses.is_coordinator(tokens[k]):
                return None
        return None

    def _first_phrase(self, tokens: Sequence[Token], start: int, stop: int) -> Range | None:
        """The leftmost noun phrase of a clause, adverbials passed over."""
        for first, end in self._clauses.segments(tokens, start, stop):
            if self._clauses.adverbial(tokens, first, end):
                continue
            last = first + 1
            while last < end and not (
                self._clauses.is_verb(tokens[last])
                or self._clauses.is_relative(tokens[last])
                or self._clauses.is_preposition(tokens[last])
                or self._clauses.is_opener(tokens[last])
                or tokens[last].text in "(["
            ):
                last += 1
            return None if self._clauses.is_verb(tokens[first]) else (first, last)
        return None

    def _object(self, scene: Scene, at: int) -> Range | None:
        """The noun phrase that stands right behind a verb or noun."""
        tokens = scene.tokens
        while at < len(tokens) and (
            tokens[at].lower in self._determiners and tokens[at].lower not in self._demonstratives
        ):
            at += 1
        if at >= len(tokens):
            return None
        stop = at
        while stop < len(tokens):
            token = tokens[stop]
            if (
                stop > at
                and token.lower in self._conjunctions
                and stop + 1 < len(tokens)
                and not self._clauses.is_verb(tokens[stop + 1])
                and not self._clauses.is_light(tokens[stop + 1])
            ):
                stop += 1
                continue
            if (
                self._clauses.is_stop(token)
                or self._clauses.is_verb(token)
                or self._clauses.is_opener(token)
                or self._clauses.is_coordinator(token)
                or self._clauses.is_preposition(token)
                or self._clauses.is_relative(token)
                or (self._clauses.is_light(token) and token.text.islower())
                or token.lower in self._conjunctions
                or token.lower in self._weekdays
            ):
                break
            stop += 1
        while stop > at and tokens[stop - 1].lower in self._conjunctions:
            stop -= 1
        return (at, stop) if stop > at else None

    def _after(self, scene: Scene, at: int, prepositions: frozenset[str]) -> tuple[Range, ...]:
        """The noun phrases behind a preposition of the same clause."""
        tokens = scene.tokens
        for k in range(at, min(len(tokens) - 1, at + 12)):
            if (
                tokens[k].text in '.;:!?"”“»'
                or self._clauses.is_opener(tokens[k])
                or self._clauses.is_coordinator(tokens[k])
            ):
                return ()
            if k > at and self._clauses.is_verb(tokens[k]):
                return ()
            if tokens[k].lower in prepositions:
                found = self._object(scene, k + 1)
                return self._split(scene, found) if found else ()
        return ()

    def _split(self, scene: Scene, phrase: Range | None) -> tuple[Range, ...]:
        """The parties of a phrase: its names where it has some, else its nouns as written; `X dan Y` are two."""
        if phrase is None:
            return ()
        tokens = scene.tokens
        parts: list[Range] = []
        start = phrase[0]
        for k in range(phrase[0], phrase[1] + 1):
            joins = k < phrase[1] and (
                tokens[k].lower in self._conjunctions
                or tokens[k].lower in self._together
                or tokens[k].text == ","
            )
            if k == phrase[1] or joins:
                if k > start:
                    parts.append((start, k))
                start = k + 1
        return tuple(p for p in (self._party(scene, *part) for part in parts) if p is not None)

    def _party(self, scene: Scene, first: int, stop: int) -> Range | None:
        """A noun phrase reduced to who acts: a name in it, else its words without pointing ones."""
        tokens = scene.tokens
        while first < stop and (
            tokens[first].lower in self._determiners or tokens[first].lower in self._towards
        ):
            first += 1
        if first < stop and (tokens[first].lower in self._bare or scene.is_time(tokens[first])):
            return None
        while stop > first and (
            tokens[stop - 1].lower in self._demonstratives or self._clauses.is_stop(tokens[stop - 1])
        ):
            stop -= 1
        if first >= stop:
            return None
        names = [
            m
            for m in scene.mentions
            if tokens[first].start <= m.span.start
            and m.span.end <= tokens[stop - 1].end
            and m.type in ("person", "group")
        ]
        if names:
            best = next(
                (m for m in names if m.type == "person"), max(names, key=lambda m: m.span.end - m.span.start)
            )
            office = any(phrases.match(tokens, first) for phrases in self._offices)
            head_is_other = (
                best.type == "group"
                and best.span.start > tokens[first].start
                and (office or (self._describes(tokens, first) and not tokens[first].is_capital))
            )
            if not head_is_other:
                return (
                    next(k for k in range(first, stop) if tokens[k].end > best.span.start),
                    next(k for k in range(stop, first, -1) if tokens[k - 1].start < best.span.end),
                )
        if not any(t.is_word for t in tokens[first:stop]) or self._abstract(tokens, first):
            return None
        return first, stop

    def _abstract(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a phrase is headed by a deed or state, which can do nothing (`kesepakatan lain`)."""
        word = tokens[first].lower
        return not self._collective.match(tokens, first) and self._lexicon.nominal(word)

    def is_named(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase holds the name of somebody; a state or capital is somebody too."""
        return any(
            m.type in ("person", "group") or self._world.government(m.span.text)
            for m in scene.within(scene.span(*phrase))
        )

    def is_party(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase names or describes somebody."""
        heads = range(phrase[0], min(phrase[1], phrase[0] + 2))
        return self.is_named(scene, phrase) or any(self._describes(scene.tokens, k) for k in heads)

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is one for people or bodies, or several (`lembaga-lembaga`)."""
        half, hyphen, other = tokens[at].lower.partition("-")
        return self._collective.match(tokens, at) > 0 or bool(
            hyphen and half == other and half in self._people
        )

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
