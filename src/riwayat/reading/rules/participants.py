"""Participants: who does a deed, and to whom, by where they stand about the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import EventWord, event_words
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.rules.subjects import Subjects
from riwayat.reading.world import World
from riwayat.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Parts:
    """The parties of a deed, by their tokens."""

    actors: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()


class Participants:
    """Finds the parties of deeds in the sentences of one document."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses) -> None:
        self._lexicon, self._world, self._clauses = lexicon, world, clauses
        self._subjects = Subjects(lexicon, clauses)
        self._heads_last = lexicon.heads_last
        self._of = lexicon.set("words", "of")
        self._owner = lexicon.set("words", "owner")
        self._bare = lexicon.set("attribution", "bare")
        self._towards = lexicon.set("words", "towards")
        self._forms = event_words(lexicon.code)[0]
        self._light = lexicon.set("events", "light.active")
        self._light_passive = lexicon.set("events", "light.passive")
        self._by = lexicon.set("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._against_active = lexicon.set("words", "patients_of_actives") or self._against
        self._against_noun = lexicon.set("words", "patients_of_nouns") or self._against
        self._no_actors = lexicon.phrases("names", "no_actors")
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
        subject = self._doer(scene, self._subjects.before(scene, first))
        if self._heads_last:
            subject = self._named_beside(scene, subject)
        behind = self._object(scene, stop)
        if tokens[stop - 1].lower in self._place_heads:
            behind = None  # `merebut kota strategis itu`: the object is a place
        if self._heads_last and subject is not None and word.kind not in ("passive", "suffer"):
            subject = self._acting(scene, subject)
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
        against = self._after(scene, stop, self._against)
        if self._heads_last:
            if self._clauses.is_preposition(tokens[stop - 1]) and not against:
                against = self._split(scene, behind)  # `slapped sanctions on two oligarchs`
            if word.type != "ASSAULT":
                against = tuple(p for p in against if self.is_party(scene, p))
        return Parts(self._split(scene, subject), against)

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
        to = self._after(scene, stop, self._against_active)
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
        before = self._before_noun(scene, first) if self._heads_last else ()
        at = first
        while at and self._is_modifier(tokens[at - 1]):
            at -= 1
        if at and tokens[at - 1].lower in self._light:
            subject = self._subjects.before(scene, at - 1)
        behind = self._object(scene, stop)
        happens = self.happens(tokens, stop)
        stop = stop if happens is None else happens + 1
        against = self._after(scene, stop, self._against_noun)
        by = self._after(scene, stop, self._by)
        if word.kind == "noun_mutual":
            sides = self._after(scene, stop, self._between) + self._after(scene, stop, self._with)
            if not sides and behind and self.is_party(scene, behind):
                sides = self._split(scene, behind)
            return Parts(self._split(scene, subject) + before + sides)
        if behind and self.is_party(scene, behind):
            if tokens[first].lower.startswith(self._patient_noun) and not against:
                return Parts(self._split(scene, subject) + by, self._split(scene, behind))
            by = self._split(scene, behind) + by
        return Parts(self._split(scene, subject) + before + by, against)

    def _before_noun(self, scene: Scene, first: int) -> tuple[Range, ...]:
        """Who stands before the noun of a deed: `an Israeli strike`, `Haftar's offensive`, `rebel attacks`."""
        tokens = scene.tokens
        start = self._clauses.noun_phrase_start(tokens, first)
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
        if owner is not None and owner > start and self.is_party(scene, (start, owner)):
            return ((start, owner),)
        return ()

    def _is_modifier(self, token: Token) -> bool:
        return token.lower in self._determiners or token.text.isdigit()

    def _object(self, scene: Scene, at: int) -> Range | None:
        """The noun phrase that stands right behind a verb or noun."""
        tokens = scene.tokens
        while at < len(tokens) and (
            (tokens[at].lower in self._determiners and tokens[at].lower not in self._demonstratives)
            or (self._heads_last and self._clauses.is_determiner(tokens[at]))
        ):
            at += 1
        if at + 1 < len(tokens) and self._heads_last and tokens[at].text in '"“' and tokens[at + 1].is_word:
            at += 1  # `blamed "remnants of the rebel movements"`
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
                or (
                    (stop > at and self._heads_last)
                    and (self._clauses.begins_another(tokens, stop) or scene.is_time(token))
                )
            ):
                break
            stop += 1
        while stop > at and tokens[stop - 1].lower in self._conjunctions:
            stop -= 1
        if self._heads_last and at < stop < len(tokens) - 1 and tokens[stop].text in self._of:
            further = self._object(scene, stop + 1)  # `fighters of the Liberation Army`
            stop = further[1] if further else stop
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
            joins = (
                k < phrase[1]
                and not (
                    self._heads_last
                    and any(m.span.start < tokens[k].start < m.span.end for m in scene.mentions)
                )
            ) and (
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
            if self._heads_last:
                # `Haftar's forces`, and not he
                best = next((m for m in names if m.span.start == best.span.start), best)
                return self._named_or_whole(scene, first, stop, best)
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

    def _named_or_whole(self, scene: Scene, first: int, stop: int, best: Mention) -> Range | None:
        """The name in a phrase, but where its head is an office that stands behind the name (`Amedi's mayor`)."""
        tokens = scene.tokens
        a = next(k for k in range(first, stop) if tokens[k].end > best.span.start)
        b = next(k for k in range(stop, first, -1) if tokens[k - 1].start < best.span.end)
        head = next((k for k in range(b, stop) if self._clauses.is_preposition(tokens[k])), stop)
        office = b < head and any(p.match_back(tokens, head) for p in self._offices)
        if best.type == "group" and office and not self._collective.match_back(tokens, head):
            return a, stop
        return a, b

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
        if self._heads_last:
            heads = range(phrase[0], phrase[1])
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
