"""Triggers: the words that tell an event, with what their sentence says about it.

The event list of the language says for each word what class it is of, and so where its actor and its
recipient stand: before an active verb and behind it, the other way round for a passive, behind a noun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, cast, get_args

from riwayat import languages
from riwayat.model import EventType, Modality, Quantity, Span
from riwayat.reading.markup import Mention, Trigger
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.lines import Line
from riwayat.reading.marked import Marked
from riwayat.reading.world import World
from riwayat.text.numbers import Figure
from riwayat.text.phrases import Phrases
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token

_CLASSES = ("active", "passive", "subject", "mutual", "mutual_active", "suffer", "noun", "noun_mutual")
_DEED_OF_FIGURE: Mapping[str, EventType] = {
    "killed": "ASSAULT",
    "wounded": "ASSAULT",
    "detained": "COERCE",
    "participants": "PROTEST",
}
"""The type of event that a figure belongs to first, where its sentence tells one."""


@dataclass(frozen=True, slots=True)
class _Word:
    type: EventType
    kind: str
    mode: str | None
    weak: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """Participants by token ranges."""

    actors: tuple[tuple[int, int], ...] = ()
    recipients: tuple[tuple[int, int], ...] = ()


_Told: TypeAlias = tuple[int, int, _Word, _Parts]
"""A trigger's first token, the token after its last, what it tells, and of whom."""


@cache
def _event_words(code: str) -> tuple[Phrases, Mapping[str, tuple[_Word, ...]]]:
    """Every form of the event list, and what it may tell."""
    table = languages.words(code, "events")
    forms: dict[str, list[_Word]] = {}
    for type_ in get_args(EventType):
        entry: Mapping[str, Any] = table.get(type_, {})
        weak = set(entry.get("weak", ()))
        modes = {form: mode for mode, listed in entry.get("modes", {}).items() for form in listed}
        for kind in _CLASSES:
            for form in entry.get(kind, ()):
                forms.setdefault(form, []).append(
                    _Word(cast(EventType, type_), kind, modes.get(form), form in weak)
                )
    return Phrases(forms), {form: tuple(found) for form, found in forms.items()}


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
    ) -> None:
        """`elsewhere` are places that are no event's: the dateline's, and where a source sits."""
        self._elsewhere = frozenset(span.start for span in elsewhere)
        self._text, self._lexicon, self._world, self._clauses = text, lexicon, world, clauses
        self._purpose = lexicon.set("attribution", "purpose")
        self._anonymity = lexicon.set("attribution", "anonymity")
        self._bare = lexicon.set("attribution", "bare")
        self._sure = lexicon.set("attribution", "bare_sure")
        self._saying = (lexicon.phrases("attribution", "say"), lexicon.phrases("attribution", "passive"))
        self._presence = lexicon.set("words", "presence")
        self._topical = lexicon.set("words", "topical")
        self._towards = lexicon.set("words", "towards")
        self._marked = Marked(mentions)
        self._mentions: Sequence[Mention] = ()
        self._here: Sequence[TimeExpression] = ()
        self._forms, self._words = _event_words(lexicon.code)
        self._light = lexicon.set("events", "light.active")
        self._light_passive = lexicon.set("events", "light.passive")
        self._by = lexicon.set("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._collective = lexicon.phrases("names", "collective_nouns")
        self._armed = lexicon.set("names", "armed_or_official")
        self._determiners = lexicon.set("words", "determiners")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._place_prepositions = lexicon.set("names", "place_prepositions")
        self._place_heads = lexicon.set("names", "place_heads")
        self._patient_noun = tuple(lexicon.set("words", "patient_noun_prefixes"))
        self._pronouns = lexicon.set("words", "pronouns")
        self._modality = {
            key: lexicon.phrases("events", f"modality.{key}")
            for key in (
                "planned",
                "scheduled",
                "ongoing",
                "hypothetical",
                "alleged",
                "negators",
                "deniers",
                "background",
            )
        }
        times = languages.rules(lexicon.code, "times")
        self._times: list[TimeExpression] = times.find(text)
        self._time_starts = [t.start for t in self._times]
        self._figures = languages.rules(lexicon.code, "numbers").casualties

    def find(self, line: Line) -> Iterator[Trigger]:
        """The events of a sentence, in order."""
        tokens = line.tokens
        self._mentions = self._marked.within(line.sentence.start, line.sentence.end)
        first, stop = (bisect_left(self._time_starts, at) for at in (line.sentence.start, line.sentence.end))
        self._here = self._times[first:stop]
        figures: list[Figure] = self._figures(line.sentence.text)
        found: list[_Told] = []
        i = 0
        while i < len(tokens):
            n = self._forms.match(tokens, i)
            if not n or self._in_name(tokens[i]):
                i += 1
                continue
            form = " ".join(t.lower for t in tokens[i : i + n])
            for word in self._words.get(form, ())[:1]:
                parts = self._parts(line, i, i + n, word)
                if self._counts(line, i, i + n, word, parts):
                    found.append((i, i + n, word, parts))
            i += n
        found = [f for f in found if not self._only_wanted(line, f, found)]
        if not any(f[2].type == "CONSULT" for f in found) and (present := self._present(line)) is not None:
            yield present
        for k, (first, stop, word, parts) in enumerate(found):
            told = self._trigger(
                line, first, stop, word, parts, figures, [f for j, f in enumerate(found) if j != k]
            )
            if (
                told.actors
                or told.place
                or told.time
                or told.quantities
                or any(self._is_party(line, p) for p in parts.recipients)
            ):
                yield told  # else a deed by nobody, to nothing, nowhere

    def _present(self, line: Line) -> Trigger | None:
        """`Dalam foto itu terlihat A, B, dan C`: several people seen or present, at a meeting told elsewhere."""
        people = tuple(m.span for m in self._mentions if m.type == "person")
        at = next((k for k, t in enumerate(line.tokens) if t.lower in self._presence), None)
        if at is None or len(people) < 2:
            return None
        span = line.span(self._text, at, at + 1)
        return Trigger(span, "CONSULT", None, "asserted", people, (), None, None, (), present=True)

    def _only_wanted(self, line: Line, one: _Told, found: Sequence[_Told]) -> bool:
        """Whether a deed is only what somebody asks for, threatens with, or means to serve: no event of its own."""
        tokens, first = line.tokens, one[0]
        if (
            first
            and tokens[first - 1].lower in self._purpose
            and one[2].type not in ("CONSULT", "AGREE", "PROTEST")
        ):
            return True
        if any(
            f[1] <= first
            and f[2].type == "AGREE"
            and f[2].kind in ("active", "subject", "mutual")
            and self._adjacent(tokens, f[1], first)
            for f in found
        ):
            return True  # `sepakat menyatukan upaya`
        wanting = [
            f
            for f in found
            if f[2].type in ("REQUEST", "THREATEN") and f[2].kind in ("active", "subject") and f[1] <= first
        ]
        if not wanting:
            return False
        between = tokens[wanting[-1][1] : first]
        return not any(t.text in '.;?!"“”' or self._clauses.is_coordinator(t) for t in between) and not (
            between and between[-1].lower in self._conjunctions
        )

    def _adjacent(self, tokens: Sequence[Token], stop: int, first: int) -> bool:
        """Whether only auxiliaries and words of purpose stand between."""
        return all(self._clauses.is_light(t) or t.lower in self._purpose for t in tokens[stop:first])

    # -- participants -------------------------------------------------------------------------------

    def _parts(self, line: Line, first: int, stop: int, word: _Word) -> _Parts:
        tokens = line.tokens
        if word.kind in ("noun", "noun_mutual"):
            return self._noun_parts(line, first, stop, word)
        subject = self._subject(line, first)
        behind = self._object(line, stop)
        if tokens[stop - 1].lower in self._place_heads:
            behind = None  # `merebut kota strategis itu`: the object is a place
        if word.kind == "active":
            return _Parts(self._split(line, subject), self._patients(line, stop, behind, word))
        if word.kind == "passive":
            agents = self._after(line, stop, self._by)
            if not agents and behind and self._is_party(line, behind):
                agents = self._split(line, behind)
            return _Parts(agents, self._split(line, subject))
        if word.kind == "suffer":
            return _Parts(self._after(line, stop, self._by), self._split(line, subject))
        if word.kind == "mutual":
            return _Parts(self._split(line, subject) + self._after(line, stop, self._with))
        if word.kind == "mutual_active":
            return _Parts(self._split(line, subject) + self._split(line, behind))
        return _Parts(self._split(line, subject), self._after(line, stop, self._against))

    def _patients(
        self, line: Line, stop: int, behind: tuple[int, int] | None, word: _Word
    ) -> tuple[tuple[int, int], ...]:
        """To whom an active verb does it: its object, unless that is a thing and somebody is named behind it."""
        to = self._after(line, stop, self._against)
        direct = self._split(line, behind)
        if word.type == "ASSAULT":
            return direct + to
        if word.type == "REJECT":
            to = to + self._after(line, stop, self._with)
        named = tuple(p for p in direct if self._is_party(line, p))
        return named + tuple(p for p in to if self._is_party(line, p))

    def _noun_parts(self, line: Line, first: int, stop: int, word: _Word) -> _Parts:
        tokens = line.tokens
        subject: tuple[int, int] | None = None
        at = first
        while at and self._is_modifier(tokens[at - 1]):
            at -= 1
        if at and tokens[at - 1].lower in self._light:
            subject = self._subject(line, at - 1)
        behind = self._object(line, stop)
        happens = self._happens(tokens, stop)
        stop = stop if happens is None else happens + 1
        against = self._after(line, stop, self._against)
        by = self._after(line, stop, self._by)
        if word.kind == "noun_mutual":
            sides = self._after(line, stop, self._between) + self._after(line, stop, self._with)
            if not sides and behind and self._is_party(line, behind):
                sides = self._split(line, behind)
            return _Parts(self._split(line, subject) + sides)
        if behind and self._is_party(line, behind):
            if tokens[first].lower.startswith(self._patient_noun) and not against:
                return _Parts(self._split(line, subject) + by, self._split(line, behind))
            by = self._split(line, behind) + by
        return _Parts(self._split(line, subject) + by, against)

    def _is_modifier(self, token: Token) -> bool:
        return token.lower in self._determiners or token.text.isdigit()

    def _subject(self, line: Line, verb: int) -> tuple[int, int] | None:
        """The noun phrase whose deed a verb tells.

        The nearest one before it; past auxiliaries, adverbials, and verbs that share the subject
        (`dilaporkan mengirim`, `berjanji mengirim`, `menyerang dan merebut`).
        """
        tokens = line.tokens
        stop = verb
        for _ in range(6):
            while stop and self._clauses.is_light(tokens[stop - 1]) and not tokens[stop - 1].is_capital:
                stop -= 1
            if not stop:
                return None
            before = tokens[stop - 1]
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
                outer = self._clauses.noun_phrase_start(tokens, start - 1)
                if outer < start - 1:
                    return outer, start - 1  # `Norwegia pada Kamis menjanjikan`
                stop = start - 1
                continue
            return start, stop
        return None

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

    def _first_phrase(self, tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
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

    def _object(self, line: Line, at: int) -> tuple[int, int] | None:
        """The noun phrase that stands right behind a verb or noun."""
        tokens = line.tokens
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
                or token.lower in self._lexicon.set("names", "weekdays")
            ):
                break
            stop += 1
        while stop > at and tokens[stop - 1].lower in self._conjunctions:
            stop -= 1
        return (at, stop) if stop > at else None

    def _after(self, line: Line, at: int, prepositions: frozenset[str]) -> tuple[tuple[int, int], ...]:
        """The noun phrases behind a preposition of the same clause."""
        tokens = line.tokens
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
                found = self._object(line, k + 1)
                return self._split(line, found) if found else ()
        return ()

    def _split(self, line: Line, phrase: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
        """The parties of a phrase: its names where it has some, else its nouns as written; `X dan Y` are two."""
        if phrase is None:
            return ()
        tokens = line.tokens
        parts: list[tuple[int, int]] = []
        start = phrase[0]
        for k in range(phrase[0], phrase[1] + 1):
            if k == phrase[1] or tokens[k].lower in self._conjunctions or tokens[k].text == ",":
                if k > start:
                    parts.append((start, k))
                start = k + 1
        return tuple(p for p in (self._party(line, *part) for part in parts) if p is not None)

    def _party(self, line: Line, first: int, stop: int) -> tuple[int, int] | None:
        """A noun phrase reduced to who acts: a name in it, else its words without pointing ones."""
        tokens = line.tokens
        while first < stop and (
            tokens[first].lower in self._determiners or tokens[first].lower in self._towards
        ):
            first += 1
        if first < stop and (tokens[first].lower in self._bare or self._is_time(tokens[first])):
            return None
        while stop > first and (
            tokens[stop - 1].lower in self._demonstratives or self._clauses.is_stop(tokens[stop - 1])
        ):
            stop -= 1
        if first >= stop:
            return None
        names = [
            m
            for m in self._mentions
            if tokens[first].start <= m.span.start
            and m.span.end <= tokens[stop - 1].end
            and m.type in ("person", "group")
        ]
        if names:
            best = next(
                (m for m in names if m.type == "person"), max(names, key=lambda m: m.span.end - m.span.start)
            )
            head_is_other = (
                self._collective.match(tokens, first)
                and best.type == "group"
                and best.span.start > tokens[first].start
                and not tokens[first].is_capital
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

    def _is_time(self, token: Token) -> bool:
        return any(t.start <= token.start < t.end for t in self._here)

    def _is_party(self, line: Line, phrase: tuple[int, int]) -> bool:
        """Whether a phrase names or describes somebody."""
        tokens = line.tokens
        span = (tokens[phrase[0]].start, tokens[phrase[1] - 1].end)
        if any(
            span[0] <= m.span.start
            and m.span.end <= span[1]
            and (m.type in ("person", "group") or self._world.government(m.span.text))
            for m in self._mentions
        ):
            return True
        return any(self._collective.match(tokens, k) for k in range(phrase[0], min(phrase[1], phrase[0] + 2)))

    # -- which words count --------------------------------------------------------------------------

    def _in_name(self, token: Token) -> bool:
        return token.is_capital and any(m.span.start <= token.start < m.span.end for m in self._mentions)

    def _counts(self, line: Line, first: int, stop: int, word: _Word, parts: _Parts) -> bool:
        """Whether the words tell an event, and are not a noun in passing or a figure of speech."""
        tokens = line.tokens
        everybody = parts.actors + parts.recipients
        strong = any(self._strong(line, p) for p in everybody)
        if any(t.lower in self._anonymity for t in tokens[stop : stop + 3]):
            return False  # `menolak disebutkan namanya`
        if (
            word.kind in ("active", "subject", "passive")
            and first
            and self._clauses.is_preposition(tokens[first - 1])
            and tokens[first - 1].lower not in self._purpose
        ):
            return False  # `dari bertahan ke menyerang`
        if word.weak and not strong:
            return False
        if word.kind in ("noun", "noun_mutual"):
            light = first and (
                tokens[first - 1].lower in self._light or tokens[first - 1].lower in self._light_passive
            )
            happens = self._happens(tokens, stop) is not None
            return bool(light or happens or (parts.actors and parts.recipients))
        return True

    def _happens(self, tokens: Sequence[Token], stop: int) -> int | None:
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

    def _strong(self, line: Line, part: tuple[int, int]) -> bool:
        tokens = line.tokens
        start, end = tokens[part[0]].start, tokens[part[1] - 1].end
        if any(
            start <= m.span.start and m.span.end <= end and m.type in ("person", "group")
            for m in self._mentions
        ):
            return True
        return any(t.lower in self._armed or t.lower in self._pronouns for t in tokens[part[0] : part[1]])

    # -- circumstances ------------------------------------------------------------------------------

    def _trigger(
        self,
        line: Line,
        first: int,
        stop: int,
        word: _Word,
        parts: _Parts,
        figures: Sequence[Figure],
        others: Sequence[_Told],
    ) -> Trigger:
        spans = {
            role: tuple(line.span(self._text, *p) for p in dict.fromkeys(getattr(parts, role)))
            for role in ("actors", "recipients")
        }
        place = self._place(line, first, stop, others)
        recipients = tuple(
            s
            for s in spans["recipients"]
            if not self._only_place(s) and s.text.split()[0].casefold() not in self._place_heads
        )
        if word.type == "MOBILIZE":
            recipients = ()
        if place is None:
            place = next(
                (
                    m.span
                    for s in spans["recipients"]
                    for m in self._mentions
                    if m.type == "place"
                    and s.start <= m.span.start
                    and m.span.end <= s.end
                    and self._only_place(s)
                ),
                None,
            )
        return Trigger(
            span=line.span(self._text, first, stop),
            type=word.type,
            mode=word.mode,
            modality=self._modality_of(line, first, stop, word),
            actors=spans["actors"],
            recipients=recipients,
            place=place,
            time=self._time(line, first, others),
            toll=word.kind == "suffer" and not spans["actors"],
            quantities=self._quantities(line, first, stop, word, parts, figures, others),
        )

    def _only_place(self, span: Span) -> bool:
        """Whether a phrase names a place and nobody."""
        inside = [m for m in self._mentions if span.start <= m.span.start and m.span.end <= span.end]
        return bool(inside) and all(
            m.type == "place" and not self._world.government(m.span.text) for m in inside
        )

    def _place(self, line: Line, first: int, stop: int, others: Sequence[_Told]) -> Span | None:
        """The place named behind the trigger in its clause, else before it in the sentence."""
        tokens = line.tokens
        starts = {t.start: k for k, t in enumerate(tokens)}
        groups = [m.span for m in self._mentions if m.type == "group"]
        placed = []
        for m in self._mentions:
            k = starts.get(m.span.start)
            if (
                m.type != "place"
                or not k
                or m.span.start in self._elsewhere
                or any(g.start <= m.span.start and m.span.end <= g.end for g in groups)
            ):
                continue
            before = tokens[k - 1].lower
            if before in self._place_heads and k > 1:
                before = tokens[k - 2].lower if tokens[k - 2].lower in self._place_prepositions else before
            if before in self._place_prepositions or tokens[k - 1].lower in self._place_heads:
                placed.append((k, m.span))
        behind = [(k, s) for k, s in placed if k >= stop and not any(stop <= o[0] < k for o in others)]
        if behind and tokens[first].lower not in self._topical:
            return behind[0][1]
        if (again := self._place_again(line, stop)) is not None:
            return again
        near = [(k, s) for k, s in placed if k < first and not self._in_relative(tokens, k)]
        return near[-1][1] if near else None

    def _place_again(self, line: Line, stop: int) -> Span | None:
        """The place named before that `kota itu` behind a trigger means."""
        tokens = line.tokens
        for k in range(stop - 1, min(len(tokens) - 1, stop + 6)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_opener(tokens[k]):
                return None
            if tokens[k].lower in self._place_heads and any(
                t.lower in self._demonstratives for t in tokens[k + 1 : k + 3]
            ):
                earlier = self._marked.last_before(tokens[k].start)
                return next(
                    (
                        m.span
                        for m in earlier
                        if m.type == "place"
                        and m.span.start not in self._elsewhere
                        and not self._world.country(m.span.text)
                    ),
                    None,
                )
        return None

    def _in_relative(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word stands in a relative clause that nothing has closed (`yang aktif di Suriah utara`)."""
        for j in range(k - 1, -1, -1):
            if self._clauses.is_stop(tokens[j]):
                return False
            if self._clauses.is_relative(tokens[j]):
                return True
        return False

    def _time(self, line: Line, first: int, others: Sequence[_Told]) -> Span | None:
        """The time expression of the sentence that stands nearest, none between it and another trigger."""
        inside = [t for t in self._here if not self._of_saying(line, t, first)]
        if not inside:
            return None
        at = line.tokens[first].start
        best = min(inside, key=lambda t: (abs(t.start - at), t.start))
        return Span(best.start, best.end, best.text)

    def _of_saying(self, line: Line, time: TimeExpression, first: int) -> bool:
        """Whether a time is that of the report's being made: `Senin (27/5), dilaporkan …`, `kata X, Senin (27/5)`."""
        tokens = line.tokens
        after = next((k for k, t in enumerate(tokens) if t.start >= time.end), len(tokens))
        while after < len(tokens) and tokens[after].text in ",)":
            after += 1
        if after < len(tokens) and any(phrases.match(tokens, after) for phrases in self._saying):
            return True
        before = next((k for k, t in enumerate(tokens) if t.start >= time.start), len(tokens))
        return any(t.lower in self._sure for t in tokens[first:before])

    def _quantities(
        self,
        line: Line,
        first: int,
        stop: int,
        word: _Word,
        parts: _Parts,
        figures: Sequence[Figure],
        others: Sequence[_Told],
    ) -> tuple[Quantity, ...]:
        base = line.sentence.start
        at = line.tokens[first].start - base
        found = []
        for f in figures:
            home = _DEED_OF_FIGURE.get(f.what)
            rivals = [o for o in others if home is None or o[2].type == home]
            if home is not None and word.type != home and rivals:
                continue
            distance = min(abs(f.start - at), abs(f.end - at))
            nearer = [
                o
                for o in rivals
                if min(
                    abs(f.start - (line.tokens[o[0]].start - base)),
                    abs(f.end - (line.tokens[o[0]].start - base)),
                )
                < distance
            ]
            if nearer and (home is None or word.type == home):
                continue
            found.append(Quantity(f.what, f.low, f.high, f.of, f.start + base, f.end + base, f.text))
        return tuple(found)

    def _modality_of(self, line: Line, first: int, stop: int, word: _Word) -> Modality:
        """Denied, alleged, hypothetical, planned, ongoing or asserted, in that order where several fit."""
        tokens = line.tokens
        start = self._clauses.clause_start(tokens, first)
        near = range(max(start, first - 3), first)
        clause = range(start, first)

        def holds(key: str, where: range) -> bool:
            return any(self._modality[key].match(tokens, k) for k in where)

        if holds("negators", range(max(start, first - 2), first)):
            return "denied"
        if holds("deniers", range(max(0, start - 6), first)):
            return "denied"
        if holds("alleged", clause):
            return "alleged"
        if holds("hypothetical", near) or (start and self._modality["hypothetical"].match(tokens, start - 1)):
            return "hypothetical"
        if holds("planned", near) or holds("scheduled", clause):
            return "planned"
        if holds("ongoing", near):
            return "ongoing"
        if holds("background", range(stop, min(len(tokens), stop + 6))):
            return "background"
        return "asserted"
