"""Narrator phrases in languages whose noun phrases end in their head, what describes it behind a preposition."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Narrator
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.far_subjects import FarSubjects
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrator_phrases import NarratorPhrases
from riwayat.reading.rules.narrators import Narrators
from riwayat.text.tokens import Token


class HeadedLastPhrases(NarratorPhrases):
    """Finds narrator phrases: `a spokesman for the group`, `residents of the town`, `X, the head of Y,`."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses, narrators: Narrators) -> None:
        super().__init__(lexicon, clauses, narrators)
        self._inner = lexicon.set("attribution", "inner_prepositions")
        self._when = lexicon.set("names", "weekdays") | lexicon.set("names", "months")
        self._parts_of_day = lexicon.set("attribution", "when_words")
        self._of_all = lexicon.set("attribution", "of_all")
        self._this = lexicon.set("attribution", "this_time")
        self._by = lexicon.set("attribution", "by")
        self._paired = lexicon.set("attribution", "paired")
        self._far = FarSubjects(lexicon, clauses)
        self._not_inside = lexicon.phrases("attribution", "not_inside")

    def end(self, line: Line, first: int) -> int:
        """Where a narrator phrase ends that begins at `first`, its appositions included."""
        tokens = line.tokens
        if first >= len(tokens):
            return first
        stop = self._extended(tokens, first, self._clauses.noun_phrase_end(tokens, first))
        while stop + 1 < len(tokens):
            if tokens[stop].text == "(":
                close = next((k for k in range(stop, len(tokens)) if tokens[k].text == ")"), None)
                if close is None:
                    break
                stop = close + 1
            elif tokens[stop].text == "," and self._apposes(line, stop + 1):
                stop = self._extended(tokens, stop + 1, self._clauses.noun_phrase_end(tokens, stop + 1))
            elif self._clauses.is_relative(tokens[stop]) or (
                tokens[stop].text == "," and self._clauses.is_relative(tokens[stop + 1])
            ):
                start = stop + (tokens[stop].text == ",")
                stop = next(
                    (k for k in range(start, len(tokens)) if self._clauses.is_stop(tokens[k])), len(tokens)
                )
            else:
                break
        return stop

    def _extended(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """`… for the group`, `… in Idlib`, `… reached by phone`: a phrase with what describes it behind it."""
        while stop > first and stop + 1 < len(tokens):
            following = tokens[stop + 1]
            if (
                tokens[stop].lower in self._inner
                and not self._not_inside.match(tokens, stop)
                and following.lower not in self._when
                and not self._is_time(tokens, stop + 1)
                and not self._clauses.is_verb(following)
            ):
                end = self._clauses.noun_phrase_end(tokens, stop + 1)
                if end <= stop + 1:
                    break
                stop = end
            elif (
                self._clauses.is_reduced(tokens[stop])
                and following.lower in self._by
                and stop + 2 < len(tokens)
            ):
                stop = self._clauses.noun_phrase_end(tokens, stop + 2)  # `testimony collected by X`
            elif tokens[stop].lower in self._conjunctions and self._joined(tokens, stop):
                stop = self._clauses.noun_phrase_end(tokens, stop + 1)
            else:
                break
        return stop

    def _is_time(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a figure is a date or an hour (`in 2019`, `at 5 am`), and counts nobody (`of 21 survivors`)."""
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        counts = (
            behind is not None
            and len(behind.text) > 2
            and behind.text.islower()
            and behind.lower not in self._parts_of_day
            and not self._clauses.is_preposition(behind)
            and not self._clauses.is_verb(behind)
        )
        return tokens[at].text[0].isdigit() and not counts

    def _joined(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a second narrator follows `and`, and no clause of its own."""
        end = self._clauses.noun_phrase_end(tokens, at + 1)
        if tokens[at - 1].lower in self._paired and end > at + 1:
            return True  # `current and former officials`
        return end > at + 1 and (end >= len(tokens) or self._clauses.is_stop(tokens[end]))

    def _apposes(self, line: Line, at: int) -> bool:
        """Whether what follows a comma goes on naming the same narrator, and is no clause of its own."""
        tokens = line.tokens
        if at >= len(tokens):
            return False
        stop = self._extended(tokens, at, self._clauses.noun_phrase_end(tokens, at))
        if stop <= at or (
            stop < len(tokens)
            and self._clauses.is_verb(tokens[stop])
            and not self._clauses.is_reduced(tokens[stop])
        ):
            return False
        inside = self._narrators.within(tokens[at].start, tokens[stop - 1].end)
        starts = at + (self._clauses.is_determiner(tokens[at]))
        if inside and inside[0].type == "person" and inside[0].span.start == tokens[at].start:
            return True
        return any(self._narrators.opens_with_role(line, k) for k in range(starts, min(stop, starts + 6)))

    def subject_start(self, line: Line, verb: int) -> int:
        """First token of the subject of the verb: the noun phrase before it with all that describes it."""
        tokens = line.tokens
        if (stop := self._far.head_stop(tokens, verb)) is not None:
            return self._phrase_start(line, stop, 0)
        start = self._clauses.clause_start(tokens, verb)
        k = self._before_light(tokens, verb, start)
        k = self._before_time(tokens, k, start)
        if k > start and self._clauses.is_relative(tokens[k - 1]):
            k -= 1
            return self._phrase_start(line, k - (tokens[k - 1].text == ","), start) if k > start else k
        if (
            k == start
            or tokens[k - 1].text in ",)"
            or tokens[k - 1].lower in self._conjunctions
            or self._clauses.is_verb(tokens[k - 1])
        ):
            return self._leftmost(tokens, start, verb)
        first = self._phrase_start(line, k, start)
        behind = first > start + 1 and tokens[first - 2].text == ","
        if behind and self._clauses.is_preposition(tokens[first - 1]):
            return self._leftmost(tokens, start, verb)  # `X, in a message to reporters, said`
        if first > start and tokens[first - 1].lower in self._conjunctions:
            comma = max((n for n in range(start, first) if tokens[n].text == ","), default=start - 1)
            if not self._clauses.has_verb(tokens, start, first - 1):
                return self._leftmost(tokens, start, verb)
            if comma >= start and not self._clauses.has_verb(tokens, comma + 1, first - 1):
                joined = tokens[comma + 1].lower in self._conjunctions
                return first if joined else comma + 1  # `…, villagers and fighters said`
        return first

    def _before_light(self, tokens: Sequence[Token], verb: int, floor: int) -> int:
        """Where the words end that may stand between subject and verb (`X, Y and Z all said`)."""
        k = verb
        while k > floor and (self._clauses.is_light(tokens[k - 1]) or tokens[k - 1].lower in self._of_all):
            k -= 1
        return k if k > floor else verb

    def _before_time(self, tokens: Sequence[Token], k: int, floor: int) -> int:
        """Where a subject ends that a day or a short form in brackets follows (`The army (SAF) on Monday said`)."""
        end = k
        while end > floor and (tokens[end - 1].lower in self._when or tokens[end - 1].text[0].isdigit()):
            end -= 1
        if end - 1 > floor and tokens[end - 1].lower in self._parts_of_day:
            at = end - 1
            while at > floor and (tokens[at - 1].lower in self._this or tokens[at - 1].lower in self._when):
                at -= 1
            describes = at > floor and self._clauses.is_verb(
                tokens[at - 1]
            )  # `an officer who defected last week`
            end = at if at < end - 1 and not describes else end  # `this evening`, `late on Friday night`
        if end < k:
            while end > floor and (
                self._clauses.is_preposition(tokens[end - 1]) or self._clauses.is_light(tokens[end - 1])
            ):
                end -= 1
            k = end
        if k > floor and tokens[k - 1].text == ")":
            k = next((n for n in range(k - 1, floor, -1) if tokens[n].text == "("), k)
        return k

    def _leftmost(self, tokens: Sequence[Token], start: int, verb: int) -> int:
        segments = self._clauses.segments(tokens, start, verb)
        told = [
            n
            for n, (first, stop) in enumerate(segments)
            if self._clauses.has_verb(tokens, first, stop)
            and not self._clauses.is_reduced(tokens[first])
            and not (n and self._clauses.is_relative(tokens[first]))
            and not (n and n + 1 == len(segments) and self._clauses.is_opener(tokens[first]))
        ]
        if told and told[-1] + 1 == len(segments) and tokens[verb - 1].text == ",":
            return verb  # `11 people have been taken, says the office`
        if told and told[-1] + 1 < len(segments):
            segments = segments[told[-1] + 1 :]  # what was said stands before who said it
        for first, stop in segments:
            set_in = start < first and stop < verb and tokens[first].lower in self._bare
            if not set_in and not self._clauses.adverbial(tokens, first, stop):
                return first
        return verb

    def _phrase_start(self, line: Line, stop: int, floor: int) -> int:
        """Where the noun phrase before `stop` begins, the prepositions and participles inside it passed over."""
        tokens = line.tokens
        k = self._clauses.noun_phrase_start(tokens, stop, floor)
        while k > floor:
            before = tokens[k - 1]
            if self._clauses.is_stop(before):
                break
            if (related := self._related(tokens, k, floor)) is not None:
                k = related
                continue
            of_whom = before.lower in self._by and self._narrators.is_text(line, k - 1)
            inner = (
                before.lower in self._inner
                or of_whom
                or (
                    self._clauses.is_preposition(before)
                    and k - 1 > floor
                    and self._clauses.is_reduced(tokens[k - 2])
                )
            )
            at = k - 1
            while at > floor and self._clauses.is_preposition(tokens[at - 1]):
                at -= 1  # `close to the presidency`
            while at > floor and (
                self._clauses.is_reduced(tokens[at - 1])
                or (at < k - 1 and self._clauses.is_light(tokens[at - 1]))
            ):
                at -= 1
            if inner and (related := self._related(tokens, at, floor)) is not None:
                k = related  # `a peasant who had come to Mass`
                continue
            reduced = (at < k - 1 and tokens[at].lower in self._inner) or self._clauses.is_reduced(before)
            if not (inner or reduced):
                break
            further = self._clauses.noun_phrase_start(tokens, at, floor)
            if further >= at:
                break
            k = further
        return k

    def _related(self, tokens: Sequence[Token], stop: int, floor: int) -> int | None:
        """Where the phrase begins that a relative clause ending before `stop` describes (`an officer who defected`)."""
        if not self._clauses.is_verb(tokens[stop - 1]) or self._clauses.is_reduced(tokens[stop - 1]):
            return None
        groups = 0
        for k in range(stop - 1, max(floor, stop - 8), -1):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_opener(tokens[k]):
                return None
            apart = not self._clauses.is_verb(tokens[k + 1]) and not self._clauses.is_light(tokens[k + 1])
            if self._clauses.is_verb(tokens[k]) and not self._clauses.is_reduced(tokens[k]):
                groups += k + 1 == stop or apart
            if groups > 1:
                return None  # `an officer who was there said his commander …`
            if self._clauses.is_relative(tokens[k]):
                start = self._clauses.noun_phrase_start(tokens, k, floor)
                return start if start < k else None
        return None

    def subject(self, line: Line, first: int, verb: int) -> Narrator | None:
        """Who speaks, where the subject begins at `first`; a predicate before the verb is no part of it."""
        tokens = line.tokens
        stop = self._before_time(tokens, self._before_light(tokens, verb, first), first)
        if stop > first and self._clauses.is_relative(tokens[stop - 1]):
            stop -= 1
        far = self._far.head_stop(tokens, verb)
        parted = far is not None and first < far and not self._clauses.is_relative(tokens[far])
        if far is not None and parted and not self._clauses.is_reduced(tokens[far]):
            return self._narrators.read(line, first, far)  # `villagers she had treated told her`
        relative = False
        for i in range(first, stop):
            relative = relative or self._clauses.is_relative(tokens[i]) or self._clauses.is_reduced(tokens[i])
            if i > first and self._clauses.is_verb(tokens[i]) and not relative:
                stop = i
                break
            relative = relative and tokens[i].text != ","
        return self._narrators.read(line, first, stop) if first < stop else None
