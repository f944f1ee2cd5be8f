"""Subjects: the noun phrase whose deed a verb tells, in languages where it stands before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import event_words
from riwayat.reading.rules.scene import Range, Scene
from riwayat.text.tokens import Token

_MARKS = '"“”«»'


class Subjects:
    """Finds the subjects of verbs in the sentences of one document."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses) -> None:
        self._clauses, self._heads_last = clauses, lexicon.heads_last
        self._of = lexicon.set("words", "of")
        self._forms = event_words(lexicon.code)[0]
        self._causing = lexicon.set("events", "modality.causing")
        self._purpose = lexicon.set("attribution", "purpose")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._together = lexicon.set("words", "together")

    def before(self, scene: Scene, verb: int) -> Range | None:
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
            if self._heads_last and stop > 1 and before.text in self._of:
                start = self._clauses.noun_phrase_start(tokens, stop - 1)
                if start < stop - 1:
                    return start, stop - 1  # `accused Rwanda of sending`
                if not self._clauses.is_passive(tokens[stop - 2]):
                    return None
                stop -= 2  # `has been accused of killing`
                continue
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
                if (made := self._made_to(tokens, stop)) is not None:
                    return made  # `forced the charity to evacuate`
                at = self._verb_before(tokens, stop)
                if at is None:
                    return None
                stop = at
                continue
            if before.text == "," and self._heads_last and self._clauses.is_gerund(tokens[stop]):
                main = self._main_verb(tokens, stop - 1)
                if main is None:
                    return None
                stop = main  # `seized the post, taking nine prisoners`
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
            if self._heads_last and start > 1 and tokens[start - 1].text in self._of:
                head = self._clauses.noun_phrase_start(tokens, start - 1)
                if head < start - 1:
                    return self._coordinated(scene, head), stop  # `members of the group attacked`
            if self._heads_last and start and self._clauses.is_opener(tokens[start - 1]):
                return start, stop  # `after the government agreed`
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
            return self._coordinated(scene, start), stop
        return None

    def _coordinated(self, scene: Scene, start: int) -> int:
        """Where a subject begins whose last part begins at `start` (`X dan Y menyerang`, `A, B and C agreed`).

        A conjunction behind an object or a preposition's noun joins something else, and is left alone.
        """
        tokens, stop = scene.tokens, start
        while stop and (tokens[stop - 1].lower in self._conjunctions or tokens[stop - 1].text == ","):
            stop -= 1
        if stop == start or tokens[start - 1].text == ",":
            return start
        first = self._clauses.noun_phrase_start(tokens, stop)
        if self._heads_last:
            first = self._listed(scene, first)
        before = tokens[first - 1] if first else None
        begins = before is None or self._clauses.is_stop(before) or self._clauses.is_opener(before)
        timed = self._heads_last and before is not None and scene.is_time(before)
        return first if first < stop and (begins or timed) else start

    def _listed(self, scene: Scene, first: int) -> int:
        """Where a row of names begins that goes on at `first` (`the United States`, Japan)."""
        tokens = scene.tokens
        while first > 1 and tokens[first - 1].text == ",":
            start = self._clauses.noun_phrase_start(tokens, first - 1)
            named = {m.span.end for m in scene.mentions}
            if start >= first - 1 or tokens[first - 2].end not in named or not tokens[start:first]:
                break
            first = start
        return first

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
        if self._heads_last:
            return self._main_verb(tokens, stop)
        for k in range(stop - 1, -1, -1):
            if self._clauses.is_verb(tokens[k]) or self._forms.match(tokens, k):
                return k
            if tokens[k].text in '.;:?!"“”' or self._clauses.is_coordinator(tokens[k]):
                return None
        return None

    def _main_verb(self, tokens: Sequence[Token], stop: int) -> int | None:
        """The verb nearest before a word that describes no noun; words in quotation marks are passed over."""
        k = stop - 1
        while k >= 0:
            if self._clauses.is_verb(tokens[k]) and not self._clauses.is_reduced(tokens[k]):
                return k
            if tokens[k].text in _MARKS:
                k = next((n for n in range(k - 1, -1, -1) if tokens[n].text in _MARKS), 0)
            elif tokens[k].text in ".;:?!" or self._clauses.is_coordinator(tokens[k]):
                return None
            k -= 1
        return None

    def _made_to(self, tokens: Sequence[Token], stop: int) -> Range | None:
        """Who was made to do what a verb behind `to` tells (`forced residents to leave`)."""
        if not self._heads_last or tokens[stop - 1].lower not in self._purpose:
            return None
        end = stop - 1
        if end and tokens[end - 1].text == ")":
            end = next((k for k in range(end - 2, -1, -1) if tokens[k].text == "("), 0)
        start = self._clauses.noun_phrase_start(tokens, end)
        made = 0 < start < end and tokens[start - 1].lower in self._causing
        return (start, end) if made else None

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
