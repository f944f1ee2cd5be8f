"""Subjects far from their verb: a relative clause stands between, with clauses of its own and no comma that ends it.

Languages whose noun phrases end in their head: `a source who hid because he was not allowed to speak to the
press disclosed`, `villagers he met in the ward told him`, `images obtained by X and seen by Y show`.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.text.tokens import Token

_LEAST = 3
"""Words between the subject and its verb from which it stands far off."""


class FarSubjects:
    """Finds the noun phrase that a relative clause parts from its verb."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses) -> None:
        self._clauses = clauses
        self._pronouns = lexicon.set("words", "own_pronouns") | {"we", "i", "you"}
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._marks = frozenset(';:?!()[]"“”«»–—…') | {"--", "-", "."}

    def head_stop(self, tokens: Sequence[Token], verb: int) -> int | None:
        """Where the noun phrase ends that is the subject of the verb; null where no clause parts them.

        What follows the phrase has a clause for each verb of its own, so that the verb is left over for it.
        """
        floor = verb
        while floor and tokens[floor - 1].text not in self._marks:
            floor -= 1
        for at in range(floor + 1, verb - _LEAST + 1):
            before = tokens[at - 1]
            if not before.is_word or self._clauses.is_verb(before) or self._clauses.is_light(before):
                continue
            if not self._opens(tokens, at, floor):
                continue
            if any(tokens[k].text == "," for k in range(at, verb)) or self._joined(tokens, verb):
                continue
            if self._left_over(tokens, at, verb):
                return at
        return None

    def _opens(self, tokens: Sequence[Token], at: int, floor: int) -> bool:
        """Whether a clause that describes the noun before begins at a word: `who`, `he met`, `obtained by`."""
        token, before = tokens[at], tokens[at - 1]
        if self._clauses.is_relative(token):
            return True
        if self._clauses.is_passive(token) and self._clauses.is_reduced(token):
            return True
        noun = not (
            self._clauses.is_preposition(before)
            or self._clauses.is_opener(before)
            or self._clauses.is_coordinator(before)
            or self._clauses.is_determiner(before)
            or before.lower in self._conjunctions
            or before.lower in self._pronouns
        )
        return token.lower in self._pronouns and noun and at > floor

    def _joined(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether the verb goes on behind `and` with the clause before it (`who fled and said`)."""
        k = verb
        while k and self._clauses.is_light(tokens[k - 1]):
            k -= 1
        return k > 0 and tokens[k - 1].lower in self._conjunctions

    def _left_over(self, tokens: Sequence[Token], at: int, verb: int) -> bool:
        """Whether each verb between has a clause of its own to stand in."""
        reduced = self._clauses.is_reduced(tokens[at])
        slots, finite, k = int(not reduced), 0, at
        filled = reduced
        while k < verb:
            token = tokens[k]
            if k > at and (self._clauses.is_opener(token) or self._clauses.is_relative(token)):
                opens = not self._clauses.is_preposition(token) or self._clauses.has_verb(tokens, k + 1, verb)
                slots, filled = slots + opens, filled and not opens
            elif token.lower in self._conjunctions and self._verb_behind(tokens, k, verb):
                slots += 1
            elif (
                self._clauses.is_verb(token)
                and not self._clauses.is_reduced(token)
                and not self._clauses.is_infinitive(tokens, k)
            ):
                finite, filled = finite + 1, True
            k += 1
        return filled and finite == slots  # else the verb is that of the last clause

    def _verb_behind(self, tokens: Sequence[Token], at: int, verb: int) -> bool:
        k = at + 1
        while k < verb and self._clauses.is_light(tokens[k]):
            k += 1
        return k < verb and self._clauses.is_verb(tokens[k]) and not self._clauses.is_reduced(tokens[k])
