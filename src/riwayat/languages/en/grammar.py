"""Which words of an English sentence are verbs, and in which voice; and what `that` and a few others are in it.

English verbs and nouns share their forms, so a word is judged by its neighbours.  A word left out keeps the
class that the word lists give it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwayat import languages
from riwayat.languages.en.neighbours import Role, telling, words
from riwayat.languages.en.verbs import Verbs
from riwayat.text.tokens import Token


def roles(tokens: Sequence[Token]) -> dict[int, Role]:
    """The roles of the words of a sentence that their neighbours decide, by their place in it."""
    return _Tagger(tokens).roles()


@cache
def _bounds() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in languages.words("en", "grammar")["bounds"])


class _Tagger(Verbs):
    def roles(self) -> dict[int, Role]:
        for i in range(len(self.tokens)):
            self._bound(i)
        for i in range(len(self.tokens)):
            self._adverb(i)
        unsure = [i for i in range(len(self.tokens)) if self.verb(i)]
        for i in unsure:
            self.ambiguous(i)
        for i in range(len(self.tokens)):
            self._auxiliary(i)
            self._that(i)
        return self.found

    def _bound(self, i: int) -> None:
        """`at least 12`, `more than a dozen`: no prepositions."""
        for phrase in _bounds():
            stop = i + len(phrase)
            if tuple(self.lower[i:stop]) == phrase and stop < len(self.lower):
                following = self.tokens[stop]
                number = following.text[0].isdigit() or following.lower in words("numbers", "starts")
                if number:
                    self.found.update(dict.fromkeys(range(i, stop), "determiner"))

    def _adverb(self, i: int) -> None:
        w = self.lower[i]
        if w in words("grammar", "between_verbs") and self.word(i - 1) in words("words", "auxiliaries"):
            self.found[i] = "light"  # `had earlier quoted`
        if (
            len(w) > 4
            and w.endswith("ly")
            and w not in words("words", "not_adverbs")
            and self.tokens[i].text[0].islower()
        ):
            self.found[i] = "light"

    def _auxiliary(self, i: int) -> None:
        """`was` is a verb of its own where no other follows (`X was the leader`)."""
        w = self.lower[i]
        if (w not in words("words", "be") and w not in words("grammar", "have")) or w in (
            "'s",
            "being",
            "been",
            "be",
            "having",
        ):
            return
        k = i + 1
        while k < len(self.tokens) and (
            self.found.get(k) == "light"
            or self.word(k) in ("not", "also", "been", "being", "still", "now", "already", "never")
        ):
            k += 1
        if self.found.get(k) not in ("verb", "passive") and w not in ("get", "got", "gets", "getting"):
            self.found[i] = "verb"

    def _that(self, i: int) -> None:
        """`said that`, `the group that attacked`, `that attack`."""
        if self.lower[i] != "that":
            return
        if self.found.get(i + 1) in ("verb", "passive") or self.word(i + 1) in words("words", "auxiliaries"):
            self.found[i] = "relative" if self.nominal(i - 1) else "opener"
        elif self.found.get(i - 1) in ("verb", "gerund") and self.lower[i - 1] not in telling() | words(
            "grammar", "holding"
        ):
            if self.nominal(i + 1):
                self.found[i] = "determiner"  # `covered that battle`
        elif (
            self.found.get(i - 1) in ("verb", "passive", "gerund", "participle")
            or self.nominal(i - 1)
            or self.word(i - 1) in (",", "and", '"', "”")
        ):
            self.found[i] = "opener"
