"""Parties: the noun phrases beside a deed, and whom they name."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.event_words import event_words
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.agreement import Agreement
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.reading.world import World
from riwayat.text.tokens import Token
from riwayat.text.words import Word

REACH = 8
"""Words behind a deed within which a preposition may open a party."""


class Parties:
    """Reads the noun phrases of one report as parties of deeds."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar) -> None:
        self._lexicon, self._world, self._grammar = lexicon, world, grammar
        self._people = lexicon.set("names", "collective_nouns")
        self._armed = lexicon.set("names", "armed_or_official")
        self._agent = lexicon.phrases("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._of_patient = lexicon.phrases("events", "of_patient")
        self._light_nouns = lexicon.set("events", "light.nouns")
        self._blaming = lexicon.set("events", "light.blaming")
        self._outcome = lexicon.set("events", "light.outcome")
        self._telling = lexicon.set("events", "light.telling") | self._outcome
        self._light = lexicon.set("events", "light.active") | self._telling | self._blaming
        self._befell = lexicon.phrases("events", "light.befell")
        self._light_passive = lexicon.set("events", "light.passive")
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self._today = lexicon.set("attribution", "today") | lexicon.set("names", "weekdays")
        self._bounds = lexicon.phrases("words", "bounds")
        self._determiners = lexicon.set("words", "determiners")
        self._members = lexicon.set("names", "members_of")
        self._places = lexicon.set("names", "place_heads")
        self._offices = (lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles"))
        self._inner = lexicon.set("words", "attached")
        self._strikes = lexicon.set("events", "strike_prepositions")
        self._targets = lexicon.set("events", "targets")
        self._held = lexicon.set("events", "held_places")
        self._spatial = lexicon.set("names", "place_prepositions")
        self._deeds = lexicon.set("events", "of_patient")
        self._agreement = Agreement(lexicon)
        self._qualities = lexicon.set("events", "qualities")
        self._relational = tuple(sorted(lexicon.set("words", "endings.relational")))
        self._nouns = frozenset(
            form
            for form, readings in event_words(lexicon.code)[1].items()
            if any(w.kind in ("noun", "noun_mutual") for w in readings)
        )
        self._audiences = lexicon.set("names", "audiences")
        self._needy = lexicon.set("events", "needy")
        self._visitors = lexicon.set("names", "visitors")
        self._weapons = lexicon.set("events", "weapons")
        self._relatives = lexicon.set("names", "relatives")
        self._numbers = frozenset(
            word for key in ("ones", "tens", "hundreds", "scales") for word in lexicon.set("numbers", key)
        )
        self._source = lexicon.set("words", "attached")
        self._bare = lexicon.set("words", "bare_prepositions")
        self._aims = lexicon.set("words", "aims")
        self._we = lexicon.set("words", "endings.we")
        self._located = lexicon.set("words", "located")

    def _past(self, tokens: Sequence[Token], k: int) -> int:
        """Past what may stand between a verb and its parties."""
        while (
            k < len(tokens)
            and not self._bounds.match(tokens, k)
            and (
                tokens[k].lower in self._with_pronoun
                or tokens[k].lower in self._today
                or (self._grammar.is_light(tokens[k]) and not is_definite(tokens[k]))
            )
        ):
            k += 1
        return k

    def _takes_time(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase says when."""
        return scene.is_time(scene.tokens[phrase[0]])

    def _phrase(self, scene: Scene, first: int) -> Range | None:
        """The noun phrase that begins at `first`, its number and bounds included."""
        tokens = scene.tokens
        if first >= len(tokens):
            return None
        k = first
        if n := self._bounds.match(tokens, k):
            k += n
        token = tokens[k] if k < len(tokens) else None
        if token is None or (self._grammar.is_mark(token) and token.text != "("):
            return None
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_verb(token)
            or self._grammar.is_opener(token)
            or self._grammar.is_relative(token)
            or self._grammar.is_conjunction(token)
        ):
            return None
        stop = self._grammar.noun_phrase_end(tokens, k)
        for _ in range(4):
            if stop >= len(tokens) or stop <= k:
                break
            attached = (
                tokens[stop].lower in self._inner
                and stop + 1 < len(tokens)
                and (self._counted(tokens, k, stop) or tokens[k].lower in self._members)
            )
            joined = self._grammar.is_conjunction(tokens[stop]) and self._joins(scene, k, stop)
            if not attached and not joined:
                break
            further = self._grammar.noun_phrase_end(tokens, stop + 1)
            if further <= stop + 1:
                break
            stop = further
        stop = self._to_name_end(scene, k, stop)
        stop = next((n for n in range(k + 1, stop) if scene.is_time(tokens[n])), stop)
        return (first, stop) if stop > first else None

    def _to_name_end(self, scene: Scene, first: int, stop: int) -> int:
        """The end of a phrase with the whole of a name that begins in it (`وزارة الصحة في غزة`)."""
        tokens = scene.tokens
        if first >= stop:
            return stop
        ends = (
            m.span.end for m in scene.mentions if tokens[first].start <= m.span.start < tokens[stop - 1].end
        )
        end = max(ends, default=0)
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        return stop

    def _counted(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """`ستة من المطلوبين`: a bare number, and of whom."""
        return stop - first == 1 and (tokens[first].text[0].isdigit() or tokens[first].lower in self._members)

    def _joins(self, scene: Scene, first: int, at: int) -> bool:
        """Whether what follows a conjunction is another party of the same kind."""
        tokens = scene.tokens
        if at + 1 >= len(tokens) or self._grammar.is_verb(tokens[at + 1]):
            return False
        after = tokens[at + 1]
        named = any(m.span.start == after.start and m.type in ("person", "group") for m in scene.mentions)
        return named or (self._is_people(tokens, at + 1) and self._is_people(tokens, first))

    def subject_before(self, scene: Scene, verb: int) -> Range | None:
        """The noun phrase before a verb as its subject: `الثوار صدوا`, `مسلحون مجهولون قتلوا`, `الذي نفذه`."""
        tokens = scene.tokens
        k = verb
        while k and (self._grammar.is_light(tokens[k - 1]) and not is_definite(tokens[k - 1])):
            k -= 1
        if not k:
            return None
        before = tokens[k - 1]
        if self._grammar.is_relative(before):
            k -= 1
            start = self._start(scene, k)
            return (start, k) if start < k else None
        if self._grammar.is_conjunction(before) or self._grammar.is_opener(before):
            return None
        start = self._start(scene, k)
        verbal = (
            start > 0
            and self._grammar.is_verb(tokens[start - 1])
            and not self._grammar.is_light(tokens[start - 1])
        )
        governed = start > 0 and self._grammar.is_preposition(tokens[start - 1])
        if start == k or verbal or governed:
            return self._described_by(scene, k, verb)
        opens = (
            start == 0
            or self._grammar.is_opener(tokens[start - 1])
            or self._grammar.is_conjunction(tokens[start - 1])
            or self._grammar.is_coordinator(tokens[start - 1])
            or self._grammar.is_light(tokens[start - 1])
            or self._grammar.is_mark(tokens[start - 1])
            or tokens[start - 1].text in QUOTES
        )
        if opens:
            return (start, k) if any(t.is_word for t in tokens[start:k]) else None
        return self._described_by(scene, k, verb)

    def _described_by(self, scene: Scene, stop: int, verb: int) -> Range | None:
        """The noun without article that a verb right behind it describes (`عبوة ناسفة استهدفت دوريتهم`)."""
        tokens, k = scene.tokens, stop
        if stop != verb:
            return None
        while k and tokens[k - 1].is_word and not is_definite(tokens[k - 1]) and not is_owned(tokens[k - 1]):
            small = self._grammar.is_preposition(tokens[k - 1]) or self._grammar.is_conjunction(tokens[k - 1])
            if small or self._grammar.is_verb(tokens[k - 1]):
                break
            k -= 1
        for first in range(stop - 1, k - 1, -1):
            word = tokens[first].lower
            if word in self._people or word in self._targets or word in self._weapons or word in self._nouns:
                phrase = (first, stop)
                return phrase if not self._agreement.disagree(tokens[verb], tokens[first:stop]) else None
        return None

    def _start(self, scene: Scene, stop: int) -> int:
        """Where the noun phrase that ends before `stop` begins, what prepositions attach to it included."""
        tokens, k = scene.tokens, stop
        while k:
            token = tokens[k - 1]
            if (
                self._grammar.is_mark(token)
                or self._grammar.is_verb(token)
                or self._grammar.is_opener(token)
                or self._grammar.is_coordinator(token)
                or self._grammar.is_relative(token)
                or (self._grammar.is_light(token) and not is_definite(token))
            ):
                break
            if self._grammar.is_conjunction(token) and not self._joined_back(scene, k):
                break
            k -= 1
        while k < stop and self._grammar.is_preposition(tokens[k]):
            return stop
        return k

    def _joined_back(self, scene: Scene, k: int) -> bool:
        """Whether a conjunction before token `k` joins two parties."""
        tokens = scene.tokens
        return (
            k > 1
            and (is_definite(tokens[k]) or any(m.span.start == tokens[k].start for m in scene.mentions))
            and (not self._grammar.is_mark(tokens[k - 2]))
        )

    def _with_name(self, scene: Scene, phrase: Range | None) -> Range | None:
        """A phrase with the name that stands behind what attaches to an office in it."""
        return phrase

    def _after(self, scene: Scene, at: int, prepositions: frozenset[str], reach: int) -> tuple[Range, ...]:
        """The parties behind the first of some prepositions in the clause."""
        tokens = scene.tokens
        for k in range(at, min(len(tokens), at + reach)):
            if (
                self._grammar.is_mark(tokens[k])
                or self._grammar.is_opener(tokens[k])
                or self._grammar.is_relative(tokens[k])
            ):
                return ()
            if k > at and self._grammar.is_verb(tokens[k]):
                return ()
            if tokens[k].lower in prepositions and k + 1 < len(tokens):
                phrase = self._with_name(scene, self._phrase(scene, k + 1))
                found = self._split(scene, phrase)
                kept = tuple(
                    p
                    for p in found
                    if (
                        self.is_party(scene, p)
                        and not (tokens[k].lower in self._located and self._only_place(scene, p))
                    )
                    or (tokens[k].lower in self._strikes and tokens[p[0]].lower in self._targets)
                )
                if kept:
                    return kept
        return ()

    def _split(self, scene: Scene, phrase: Range | None) -> tuple[Range, ...]:
        """The parties of a phrase; what a conjunction joins are several."""
        if phrase is None:
            return ()
        tokens = scene.tokens
        inside = {
            k
            for m in scene.mentions
            for k in range(phrase[0], phrase[1])
            if m.span.start < tokens[k].start < m.span.end
        }
        parts: list[Range] = []
        start = phrase[0]
        for k in range(phrase[0], phrase[1] + 1):
            if k == phrase[1] or (self._grammar.is_conjunction(tokens[k]) and k not in inside):
                if k > start:
                    parts.append((start, k))
                start = k + 1
        return tuple(p for p in (self._party(scene, *part) for part in parts) if p is not None)

    def _party(self, scene: Scene, first: int, stop: int) -> Range | None:
        """A phrase reduced to who acts: a name in it, else its words."""
        tokens = scene.tokens
        while first < stop and (self._grammar.is_mark(tokens[first]) or tokens[first].text in QUOTES):
            first += 1
        while stop > first and (self._grammar.is_mark(tokens[stop - 1])):
            stop -= 1
        if first >= stop or scene.is_time(tokens[first]):
            return None
        names = [m for m in scene.within(scene.span(first, stop)) if m.type in ("person", "group", "outlet")]
        if names:
            best = next(
                (m for m in names if m.type == "person"), max(names, key=lambda m: m.span.end - m.span.start)
            )
            described = (
                best.type != "person"
                and best.span.start > tokens[first].start + 1
                and (
                    tokens[first].lower in self._people or any(p.match(tokens, first) for p in self._offices)
                )
                and tokens[first].lower not in self._members
            )
            if not described:
                return (
                    next(k for k in range(first, stop) if tokens[k].end > best.span.start),
                    next(k for k in range(stop, first, -1) if tokens[k - 1].start < best.span.end),
                )
        if not any(t.is_word for t in tokens[first:stop]) or self._is_deed(scene, first):
            return None
        return first, stop

    def _is_deed(self, scene: Scene, first: int) -> bool:
        """Whether a phrase names a deed, which does nothing and suffers nothing itself (`أسفر الهجوم عن`)."""
        token = scene.tokens[first]
        deed = token.lower in self._nouns or token.lower in self._weapons
        return deed and not self._is_people(scene.tokens, first)

    def _only_place(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase names nobody but a place."""
        inside = scene.within(scene.span(*phrase))
        return bool(inside) and all(m.type == "place" for m in inside)

    def is_named(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase holds the name of somebody; a state or capital is somebody too."""
        return any(
            m.type in ("person", "group", "outlet") or self._world.country(m.called)
            for m in scene.within(scene.span(*phrase))
        )

    def is_target(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase is a thing that is struck, or counted (`مبنى`, `سبع دراجات`)."""
        head = scene.tokens[phrase[0]]
        return (
            head.text[0].isdigit()
            or head.lower in self._numbers
            or any(t.lower in self._targets for t in scene.tokens[phrase[0] : min(phrase[1], phrase[0] + 2)])
        )

    def is_visitor(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase is somebody whose coming is a visit: a person by name, a delegation."""
        named = any(m.type == "person" for m in scene.within(scene.span(*phrase)))
        return named or scene.tokens[phrase[0]].lower in self._visitors

    def is_party(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase names or describes somebody."""
        return self.is_named(scene, phrase) or any(
            self._is_people(scene.tokens, k) for k in range(phrase[0], min(phrase[1], phrase[0] + 4))
        )

    def _is_people(self, tokens: Sequence[Token], at: int) -> bool:
        word = tokens[at].lower
        return (
            word in self._people
            or word in self._relatives
            or (isinstance(tokens[at], Word) and word in self._armed)
        )
