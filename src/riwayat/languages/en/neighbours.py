"""What stands around a word of an English sentence: its clause, whether a finite verb is near, what is a noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, TypeAlias

from riwayat import languages
from riwayat.languages.en.forms import Reading, readings
from riwayat.text.tokens import Token

Role: TypeAlias = Literal[
    "verb", "passive", "participle", "gerund", "noun", "light", "determiner", "relative", "opener"
]

_LEAST = 5
"""Letters above which a word's ending says that it is a verb."""
STOPS = frozenset('.,;:!?()[]"“”–—…') | {"--", "-"}
_CLOSING = ("", ".", ",", "that")
OWNER = ("'s", "’s", "'", "’")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of the language."""
    return frozenset(languages.words("en", table)[key])


@cache
def telling() -> frozenset[str]:
    """Words that tell or show something."""
    return words("attribution", "say") | words("attribution", "show") | words("attribution", "act")


class Neighbours:
    """The words of one sentence, and the roles found for them so far."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = [t.lower for t in tokens]
        self.found: dict[int, Role] = {}

    def word(self, i: int) -> str:
        """The word at a place, lower case; empty outside the sentence."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def before(self, i: int) -> int:
        """The place of the word before, adverbs passed over."""
        i -= 1
        while i >= 0 and (
            self.found.get(i) == "light"
            or self.lower[i] in ('"', "“", "”")
            or self.lower[i]
            in ("not", "also", "still", "now", "since", "already", "never", "even", "since", "both")
        ):
            i -= 1
        return i

    def reading(self, i: int) -> Reading | None:
        """What verb form a word may be; null for none, and for names."""
        token = self.tokens[i]
        named = token.text[0].isupper() and i > 0 and self.tokens[i - 1].text not in '"“(:—–-'
        if named:
            return None
        known = readings().get(self.lower[i])
        return known or (self._by_ending(self.lower[i]) if self.tokens[i].text.islower() else None)

    @staticmethod
    def _by_ending(word: str) -> Reading | None:
        """What a word that no list holds is by its ending (`verified`, `dismembering`)."""
        if len(word) > _LEAST and word.isalpha() and word not in words("verbs", "not_verbs"):
            if word.endswith("ed") and not word.startswith("un"):  # `unnamed`, `unchallenged`
                return Reading(word, frozenset(("past", "participle")), noun_too=False)
            if word.endswith("ing"):
                return Reading(word, frozenset(("gerund",)), noun_too=False)
        return None

    def forms(self, i: int) -> frozenset[str]:
        """The verb forms that a word may be."""
        read = self.reading(i)
        return read.forms if read is not None else frozenset()

    def nominal(self, i: int) -> bool:
        """Whether a word is a noun or name, as far as the lists tell."""
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        if token is None or not token.is_word:
            return False
        if token.text[0].isupper() and i > 0:
            return True
        w = self.lower[i]
        return not any(
            w in words("words", key)
            for key in (
                "prepositions",
                "conjunctions",
                "coordinators",
                "clause_openers",
                "relative",
                "determiners",
                "auxiliaries",
                "adverbs",
                "pronouns",
            )
        ) and self.found.get(i) not in ("verb", "passive", "light", "determiner")

    def takes_something(self, i: int) -> bool:
        """Whether an object follows a word."""
        following = self.word(i + 1)
        if self.time_at(i + 1):
            return False  # `a complaint filed the following week`
        read = self.reading(i + 1) if i + 1 < len(self.tokens) else None
        acts = read is not None and not read.noun_too and "gerund" not in read.forms
        acts |= self.word(i + 2) == "by" and "participle" in self.forms(i + 1)  # `a recording shared by …`
        plain = self.nominal(i + 1) and not acts
        return (
            following in words("grammar", "starts_object")
            or plain
            or following[:1].isdigit()
            or following == "to"
        )

    def time_at(self, i: int) -> bool:
        """Whether words such as `the following week`, `last month` stand at a place."""
        k = i + (self.word(i) in ("the", "that", "this", "a"))
        k += self.word(k) in ("earlier", "following", "last", "late", "next", "previous", "same")
        return k > i and self.word(k) in words("attribution", "when_words")

    def clause(self, i: int) -> range:
        """The words from where the clause of `i` begins to where it ends, roughly."""
        first = i
        while first and not self._parts(first - 1):
            first -= 1
        stop = i + 1
        while stop < len(self.tokens) and not self._parts(stop):
            stop += 1
        return range(first, stop)

    def _parts(self, i: int) -> bool:
        w = self.lower[i]
        return (
            w in STOPS
            or w in words("words", "relative")
            or (
                w
                in (
                    "that",
                    "but",
                    "while",
                    "because",
                    "if",
                    "when",
                    "where",
                    "although",
                    "though",
                    "whether",
                    "as",
                    "after",
                    "before",
                    "since",
                    "and",
                )
                and self.found.get(i) != "determiner"
            )
        )

    def finite_in(self, where: range) -> bool:
        """Whether a finite verb is among the words."""
        return any(
            (self.found.get(k) in ("verb", "passive") and not self._infinitive(k))
            or (self.lower[k] in words("grammar", "finite") and self.word(k - 1) != "to")
            or (self.lower[k] in words("grammar", "finite_modal") and self.tokens[k].text != "May")
            for k in where
        )

    def _infinitive(self, k: int) -> bool:
        """Whether `to` stands before a verb, or before its `be` (`to be freed`)."""
        p = self.before(k)
        return self.word(p) == "to" or (
            self.word(p) in ("be", "have", "been")
            and self.word(self.before(p)) in ("to", "have")
            and "to" in self.lower[max(0, p - 2) : p]
        )

    def tells_in(self, where: range) -> bool:
        """Whether a word yet to be judged tells something (`a diplomat briefed on the matter told …`)."""
        return any(
            k not in self.found
            and self.lower[k] in telling()
            and ("past" in self.forms(k) or ("present" in self.forms(k) and self.word(k + 1) in _CLOSING))
            and self.nominal(self.before(k))
            for k in where
        )

    def finite_before(self, i: int) -> bool:
        """Whether the sentence has a finite verb before, commas and relative clauses passed over."""
        relatives, finite = 0, 0
        for k in range(i - 1, -1, -1):
            w = self.lower[k]
            if w in (".", ";", ":") or w in ("but", "while", '"', "”", "“"):
                break
            if w in words("words", "relative") or w == "that":
                relatives += 1
            elif self.finite_in(range(k, k + 1)):
                finite += 1
        return finite > relatives

    def finite_after(self, i: int) -> bool:
        """Whether the sentence has a finite verb behind, or a past that may be one."""
        stop = next((k for k in range(i, len(self.lower)) if self.lower[k] in (".", ";")), len(self.lower))
        return self.finite_in(range(i + 1, stop)) or any(
            k not in self.found and "past" in self.forms(k) for k in range(i + 1, stop)
        )
