"""Which words of an English sentence are verbs, and in which voice; and what `that` and a few others are in it.

English verbs and nouns share their forms, so a word is judged by its neighbours.  A word left out keeps the
class that the word lists give it.
"""

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

_BY_REACH = 6
"""Words behind a participle up to which its `by` may stand."""
_LEAST = 5
"""Letters above which a word's ending says that it is a verb."""
_STOPS = frozenset('.,;:!?()[]"“”–—…') | {"--", "-"}
_OWNER = ("'s", "’s", "'", "’")


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(languages.words("en", table)[key])


@cache
def _bounds() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in languages.words("en", "grammar")["bounds"])


@cache
def _telling() -> frozenset[str]:
    """Words that tell or show something."""
    return _words("attribution", "say") | _words("attribution", "show") | _words("attribution", "act")


def roles(tokens: Sequence[Token]) -> dict[int, Role]:
    """The roles of the words of a sentence that their neighbours decide, by their place in it."""
    return _Tagger(tokens).roles()


class _Tagger:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = [t.lower for t in tokens]
        self.found: dict[int, Role] = {}

    def roles(self) -> dict[int, Role]:
        for i in range(len(self.tokens)):
            self._bound(i)
        for i in range(len(self.tokens)):
            self._adverb(i)
        unsure = [i for i in range(len(self.tokens)) if self._verb(i)]
        for i in unsure:
            self._ambiguous(i)
        for i in range(len(self.tokens)):
            self._auxiliary(i)
            self._that(i)
        return self.found

    # -- small things ----------------------------------------------------------------------------------

    def word(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def before(self, i: int) -> int:
        """The place of the word before, adverbs passed over."""
        i -= 1
        while i >= 0 and (
            self.found.get(i) == "light"
            or self.lower[i]
            in ("not", "also", "still", "now", "since", "already", "never", "even", "since", "both")
        ):
            i -= 1
        return i

    def reading(self, i: int) -> Reading | None:
        token = self.tokens[i]
        named = token.text[0].isupper() and i > 0 and self.tokens[i - 1].text not in '"“(:—–-'
        if named:
            return None
        known = readings().get(self.lower[i])
        return known or (self._by_ending(self.lower[i]) if self.tokens[i].text.islower() else None)

    @staticmethod
    def _by_ending(word: str) -> Reading | None:
        """What a word that no list holds is by its ending (`verified`, `dismembering`)."""
        if len(word) > _LEAST and word.isalpha() and word not in _words("verbs", "not_verbs"):
            if word.endswith("ed"):
                return Reading(word, frozenset(("past", "participle")), noun_too=False)
            if word.endswith("ing"):
                return Reading(word, frozenset(("gerund",)), noun_too=False)
        return None

    def nominal(self, i: int) -> bool:
        """Whether a word is a noun or name, as far as the lists tell."""
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        if token is None or not token.is_word:
            return False
        if token.text[0].isupper() and i > 0:
            return True
        w = self.lower[i]
        return not any(
            w in _words("words", key)
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

    # -- passes ----------------------------------------------------------------------------------------

    def _bound(self, i: int) -> None:
        """`at least 12`, `more than a dozen`: no prepositions."""
        for phrase in _bounds():
            stop = i + len(phrase)
            if tuple(self.lower[i:stop]) == phrase and stop < len(self.lower):
                following = self.tokens[stop]
                number = following.text[0].isdigit() or following.lower in _words("numbers", "starts")
                if number:
                    self.found.update(dict.fromkeys(range(i, stop), "determiner"))

    def _adverb(self, i: int) -> None:
        w = self.lower[i]
        if (
            len(w) > 4
            and w.endswith("ly")
            and w not in _words("words", "not_adverbs")
            and self.tokens[i].text[0].islower()
        ):
            self.found[i] = "light"

    def _verb(self, i: int) -> bool:
        """Decides a form that is plainly one thing; true where it must be judged by its clause."""
        if i in self.found:
            return False
        read = self.reading(i)
        p = self.before(i)
        prior, following = self.word(p), self.word(i + 1)
        if read is None:
            if (
                prior in (_words("grammar", "modal") - {"to"})
                and self.tokens[i].text.islower()
                and self.nominal(i)
            ):
                self.found[i] = "verb"  # `could not verify`
            return False
        if read.forms & {"past", "participle"} and not (
            read.forms & {"plain"} and prior in _words("grammar", "modal")
        ):
            return self._past(i, read, p)
        if "gerund" in read.forms:
            return self._gerund(i, p)
        if prior in _words("grammar", "modal"):
            noun = prior == "to" and (
                "plain" not in read.forms
                or (
                    read.noun_too
                    and (
                        self.word(p - 1) in _words("grammar", "not_infinitive")
                        or following in _words("grammar", "heads_behind")
                    )
                )
            )
            self.found[i] = "noun" if noun else "verb"
            return False
        if (prior in _words("words", "determiners") or prior in _OWNER) and prior not in _words(
            "grammar", "subjects"
        ):
            self.found[i] = "noun"
            return False
        if prior in _words("grammar", "subjects") and not (
            prior == "that" and "plain" in read.forms and following in ("", ",", ".")
        ):
            self.found[i] = "verb"
            return False
        if not read.noun_too:
            if p >= 0 and prior in _words("words", "prepositions"):
                return False
            self.found[i] = "verb"
            return False
        return True

    def _past(self, i: int, read: Reading, p: int) -> bool:
        prior = self.word(p)
        if prior in _words("grammar", "be") and "participle" in read.forms:
            self.found[i] = "passive"
            return False
        if prior in _words("grammar", "have"):
            self.found[i] = "verb"
            return False
        attributive = (
            prior in _words("words", "determiners")
            or prior in _OWNER
            or prior in _words("words", "prepositions")
        )
        if attributive and prior not in _words("grammar", "subjects") and self.nominal(i + 1):
            self.found[i] = "noun"  # `the besieged city`
            return False
        if attributive and "plain" in read.forms and prior not in _words("grammar", "subjects"):
            self.found[i] = "noun"
            return False
        if "past" not in read.forms:
            self.found[i] = "participle"  # `people driven from their homes`
            return False
        return True

    def _gerund(self, i: int, p: int) -> bool:
        prior, following = self.word(p), self.word(i + 1)
        owned = prior in _OWNER and self.word(p - 1) not in _words("words", "pronouns")
        if prior in _words("grammar", "be") and not owned:
            self.found[i] = "verb"
        elif (prior in _words("words", "determiners") or prior in _OWNER) and prior not in _words(
            "grammar", "subjects"
        ):
            self.found[i] = "noun"
        elif self.lower[i] in _words("grammar", "deed_nouns") and not self._takes_something(i):
            self.found[i] = "noun"  # `Fighting raged`, `shelling in the east`
        elif p < 0 or prior == ",":
            self.found[i] = "gerund"
        elif self.tokens[p].text[0].isdigit() or prior in _words("numbers", "starts"):
            self.found[i] = "noun"  # `five polling stations`
        elif prior in _words("words", "prepositions"):
            objected = self._takes_something(i) or following in _words("grammar", "behind_gerund")
            self.found[i] = "gerund" if objected and following != "of" else "noun"
        else:
            objected = self._takes_something(i) or following in _words("words", "prepositions")
            self.found[i] = "gerund" if objected and following != "of" else "noun"
        return False

    def _takes_something(self, i: int) -> bool:
        following = self.word(i + 1)
        read = self.reading(i + 1) if i + 1 < len(self.tokens) else None
        acts = read is not None and not read.noun_too and "gerund" not in read.forms
        acts |= self.word(i + 2) == "by" and "participle" in self._forms(i + 1)  # `a recording shared by …`
        plain = self.nominal(i + 1) and not acts
        return (
            following in _words("grammar", "starts_object")
            or plain
            or following[:1].isdigit()
            or following == "to"
        )

    def _clause(self, i: int) -> range:
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
            w in _STOPS
            or w in _words("words", "relative")
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

    def _finite_in(self, where: range) -> bool:
        return any(
            (self.found.get(k) in ("verb", "passive") and self.word(self.before(k)) != "to")
            or self.lower[k] in _words("grammar", "finite")
            or (self.lower[k] in _words("grammar", "finite_modal") and self.tokens[k].text != "May")
            for k in where
        )

    def _tells_in(self, where: range) -> bool:
        """Whether a past that is yet to be judged tells something (`a diplomat briefed on the matter told …`)."""
        return any(
            k not in self.found
            and self.lower[k] in _telling()
            and "past" in self._forms(k)
            and self.nominal(self.before(k))
            for k in where
        )

    def _ambiguous(self, i: int) -> None:
        """A past that may be a participle, or a form that may be a noun."""
        read = self.reading(i)
        assert read is not None
        p = self.before(i)
        prior, following = self.word(p), self.word(i + 1)
        clause = self._clause(i)
        earlier = self._finite_in(range(clause.start, i))
        if read.forms & {"past", "participle"} and "plain" not in read.forms:
            self.found[i] = self._voice(i, p, following, clause, earlier)
            return
        if following == "by" and "participle" in read.forms and self.nominal(p):
            self.found[i] = "participle"  # `a convoy hit by`
            return
        if self.lower[i] in _words("words", "prepositions"):
            return  # `a source close to the presidency`
        if earlier or p < 0 or self.word(i - 1) in _words("words", "prepositions"):
            self.found[i] = "noun"
            return
        subject = self.nominal(p) or prior in ("who", "which", ")", "and", "today", "yesterday", ",")
        plural = self.lower[p].endswith("s") if p >= 0 else False
        alike = {"plain", "past"} <= read.forms and subject  # `set`, `hit`, `cut`
        goes_on = (
            self.nominal(i + 1)
            or following in _words("words", "prepositions")
            or following in _words("grammar", "starts_object")
        )
        if alike and goes_on and not self._finite_in(range(i + 1, clause.stop)):
            self.found[i] = "verb"
            return
        fits = (
            ("present" in read.forms and not plural)
            or ("plain" in read.forms and plural)
            or read.forms & {"past"}
        )
        later = self._finite_in(range(i + 1, clause.stop))
        takes = (
            following in _words("grammar", "starts_object")
            or following[:1].isdigit()
            or (self.nominal(i + 1) and self.tokens[i + 1].text[0].isupper())
            or following in ("to", "that", "against")
            or (following == "," and self.lower[i] in _telling() and p >= 0 and self.tokens[p].is_capital)
        )
        if (
            self.lower[i] in _telling()
            and not later
            and (takes or self.nominal(i + 1))
            and not self._finite_before(i)
        ):
            self.found[i] = "verb"  # `Photos shared by villagers show …`
            return
        self.found[i] = "verb" if subject and fits and takes and not later else "noun"

    def _voice(self, i: int, p: int, following: str, clause: range, earlier: bool) -> Role:
        """Whether a form such as `killed` without an auxiliary is past or participle."""
        read = self.reading(i)
        if read is None or "participle" not in read.forms:
            return "verb"
        if following == "by" and not self.word(i + 2).endswith("ing") and not self._by_means(i):
            return "participle"
        if p >= 0 and self.word(p) in _words("grammar", "subjects"):
            return "verb"
        if self.lower[i] in _words("grammar", "never_reduced"):
            return "verb"  # `the army said on Thursday it had …`
        joined = self.word(i - 1) in ("and", "or") and self._finite_before(i)
        if not self.nominal(p) and self.word(p) != ")" and self._describes(i) and not joined:
            return "noun"  # `when armed men attacked`
        if self._gapped(i, following):
            return "passive"
        if self._inside_phrase(i, clause) and not self._takes_something(i):
            return "participle"  # `in a statement issued from Lahore`
        if self.word(i - 1) == "," and following in ("to", "as"):
            return "participle"  # `a drone, believed to be Emirati,`
        if self.word(i - 1) in ("and", "or", ","):
            by = self._by_behind(i)
            if by and self.word(i - 1) == "," and self._goes_on_behind(i):
                return "participle"
            if (
                self.word(i - 1) == ","
                and following in _words("grammar", "behind_participle")
                and not self._takes_something(i)
            ):
                described = self._finite_before(i) or self._goes_on_behind(i)
                return "participle" if described else "verb"
            told: tuple[Role, ...] = ("verb", "passive", "participle")
            before = (self.found[k] for k in range(i - 2, -1, -1) if self.found.get(k) in told)
            shared: Role = next(before, "verb")
            return "verb" if self._takes_something(i) else shared
        later = self._finite_in(range(i + 1, clause.stop)) or self._tells_in(range(i + 1, clause.stop))
        if (earlier or later) and following in _words("grammar", "behind_participle") and self.nominal(i - 1):
            return "participle"
        if earlier and self.nominal(i - 1) and not self._takes_something(i):
            return "participle"
        return "verb"

    def _finite_before(self, i: int) -> bool:
        """Whether the sentence has a finite verb before, commas and relative clauses passed over."""
        relatives, finite = 0, 0
        for k in range(i - 1, -1, -1):
            w = self.lower[k]
            if w in (".", ";", ":") or w in ("but", "while", "that", '"', "”", "“"):
                break
            if w in _words("words", "relative"):
                relatives += 1
            elif self._finite_in(range(k, k + 1)):
                finite += 1
        return finite > relatives

    def _inside_phrase(self, i: int, clause: range) -> bool:
        """Whether the clause up to here is one prepositional phrase of a few words."""
        first = clause.start
        return (
            i - first >= 3
            and self.word(first) in _words("words", "prepositions")
            and self.word(first + 1) in _words("words", "determiners")
            and all(self.nominal(k) for k in range(first + 2, i))
        )

    def _by_behind(self, i: int) -> bool:
        """Whether a few words on, before any mark, it is said by whom."""
        for k in range(i + 1, min(len(self.lower), i + _BY_REACH)):
            if self.lower[k] in _STOPS or self.lower[k] == "by":
                return self.lower[k] == "by"
        return False

    def _goes_on_behind(self, i: int) -> bool:
        """Whether the verb of the sentence stands behind the next comma (`A nurse, reached by phone, said`)."""
        comma = next((k for k in range(i + 1, len(self.lower)) if self.lower[k] in _STOPS), None)
        if comma is None or self.lower[comma] != "," or self.word(comma + 1) == "and":
            return False
        k = comma + 1
        while self.found.get(k) == "light" or self.word(k) in _words("grammar", "have"):
            k += 1
        return bool(self._forms(k) & {"past", "present"}) if k < len(self.lower) else False

    def _describes(self, i: int) -> bool:
        """Whether a form in -ed stands before the noun it describes."""
        token = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        telling = self.lower[i] in _telling()
        noun = token is not None and token.text.islower() and self.nominal(i + 1)
        return noun and not telling and "past" in self._forms(i)

    def _forms(self, i: int) -> frozenset[str]:
        read = self.reading(i)
        return read.forms if read is not None else frozenset()

    def _gapped(self, i: int, following: str) -> bool:
        """`nine people were killed and several wounded when …`: the auxiliary is said once."""
        if following not in _words("grammar", "behind_participle") and following not in ("", ".", ",", "and"):
            return False
        for k in range(i - 1, max(-1, i - 7), -1):
            if self.lower[k] == "and":
                return any(self.found.get(n) == "passive" for n in range(max(0, k - 6), k))
            if self.found.get(k) in ("verb", "passive") or self.lower[k] in _words("words", "relative"):
                return False
        return False

    def _by_means(self, i: int) -> bool:
        """`said by phone`"""
        return any(self.word(i + k) in _words("grammar", "means") for k in (2, 3))

    def _auxiliary(self, i: int) -> None:
        """`was` is a verb of its own where no other follows (`X was the leader`)."""
        w = self.lower[i]
        if (w not in _words("grammar", "be") and w not in _words("grammar", "have")) or w in (
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
        if self.found.get(i + 1) in ("verb", "passive") or self.word(i + 1) in _words("words", "auxiliaries"):
            self.found[i] = "relative" if self.nominal(i - 1) else "opener"
        elif self.found.get(i - 1) in ("verb", "gerund") and self.lower[i - 1] not in _telling() | _words(
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
