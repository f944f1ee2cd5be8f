"""The noun phrases about a word that tells a deed, and whom they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import event_words
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.world import World
from riwayat.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Parts:
    """The parties of a deed, by their tokens."""

    actors: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()


class PhrasesAbout:
    """Finds noun phrases in the sentences of one document, and the parties in them."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses) -> None:
        self._lexicon, self._world, self._clauses = lexicon, world, clauses
        self._inhabitants = lexicon.set("names", "inhabitants")
        self._armed = lexicon.set("names", "armed_or_official")
        self._pronouns = lexicon.set("words", "pronouns")
        self._forms = event_words(lexicon.code)[0]
        self._heads_last = lexicon.heads_last
        self._of = lexicon.set("words", "of")
        self._bare = lexicon.set("attribution", "bare")
        self._towards = lexicon.set("words", "towards")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._collective = lexicon.phrases("names", "collective_nouns")
        self._people = lexicon.set("names", "collective_nouns")
        self._offices = (lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles"))
        self._together = lexicon.set("words", "together")
        self._determiners = lexicon.set("words", "determiners")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._weekdays = lexicon.set("names", "weekdays")

    def object_at(self, scene: Scene, at: int) -> Range | None:
        """The noun phrase that stands right behind a verb or noun."""
        tokens = scene.tokens
        if self._heads_last and at < len(tokens) and self._clauses.is_opener(tokens[at]):
            return None  # `warned that the army …`
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
        links = self._heads_last and at < stop < len(tokens) - 1 and tokens[stop].text in self._of
        if links and not self._forms.match(tokens, stop + 1):  # not `convicted three men of murder`
            further = self.object_at(scene, stop + 1)  # `fighters of the Liberation Army`
            stop = further[1] if further else stop
        return (at, stop) if stop > at else None

    def after(self, scene: Scene, at: int, prepositions: frozenset[str]) -> tuple[Range, ...]:
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
                found = self.object_at(scene, k + 1)
                return self.split(scene, found) if found else ()
        return ()

    def split(self, scene: Scene, phrase: Range | None) -> tuple[Range, ...]:
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
        if best.type == "group" and office:
            return a, stop
        if (
            best.type == "group"
            and a > first
            and tokens[a - 1].lower in self._of
            and self._inhabit(tokens, first, a)
        ):
            return first, stop  # `residents of Turkawangam`
        return a, b

    def _inhabit(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        return any(t.lower in self._inhabitants for t in tokens[first:stop])

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
        if self._heads_last and any(t.lower in self._pronouns for t in scene.tokens[phrase[0] : phrase[1]]):
            return True
        return self.is_named(scene, phrase) or any(self._describes(scene.tokens, k) for k in heads)

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is one for people or bodies, or several (`lembaga-lembaga`)."""
        half, hyphen, other = tokens[at].lower.partition("-")
        if self._heads_last and tokens[at].lower in self._armed:
            return True
        return self._collective.match(tokens, at) > 0 or bool(
            hyphen and half == other and half in self._people
        )
