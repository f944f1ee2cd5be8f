"""Whether an English form such as `killed` is a past, a passive, or describes the noun before it."""

from __future__ import annotations

from riwayat.languages.en.neighbours import STOPS, Neighbours, Role, telling, words

_BY_REACH = 6
"""Words behind a participle up to which its `by` may stand."""

_ROW = 10
"""Words behind a past up to which the last of a row of pasts is looked for."""


class Participles(Neighbours):
    """Judges forms that are past and participle alike."""

    def voice(self, i: int, p: int, following: str, clause: range, earlier: bool) -> Role:
        """Whether a form such as `killed` without an auxiliary is past or participle."""
        read = self.reading(i)
        if read is None or "participle" not in read.forms:
            return "verb"
        if following == "by" and not self.word(i + 2).endswith("ing") and not self._by_means(i):
            return "participle"
        if p >= 0 and self.word(p) in words("grammar", "subjects"):
            return "verb"
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if p < 0 and after is not None and after.text.islower() and self.nominal(i + 1):
            return "noun"  # `Suspected bandits attacked`
        if self.lower[i] in words("grammar", "never_reduced"):
            return "verb"  # `the army said on Thursday it had …`
        if self._opens_with_time(clause.start, i) and self._describes(i):
            return "noun"  # `On Tuesday masked men burst into …`
        held_to_be = self.lower[i] in words("grammar", "held_to_be") and self.nominal(i - 1)
        if held_to_be and following in words("grammar", "as_what") and self.finite_after(i):
            return "participle"  # `gunmen suspected to be bandits`, `a man identified only as Musa`
        listed = self.word(i - 1) in ("and", "or") or (self.word(i - 1) == "," and self._goes_on_with_and(i))
        joined = listed and self.finite_before(i)
        alone = self.word(i - 1) == "," and p > 0 and not self.finite_before(i) and not self.finite_after(i)
        if not self.nominal(p) and self.word(p) != ")" and self._describes(i) and not joined and not alone:
            return "noun"  # `when armed men attacked`
        if self._gapped(i, following):
            return "passive"
        if self._inside_phrase(i, clause) and not self.takes_something(i):
            return "participle"  # `in a statement issued from Lahore`
        described = self.finite_before(i) or self.goes_on_behind(i)
        if self.word(i - 1) == "," and following in ("to", "as") and described:
            return "participle"  # `a drone, believed to be Emirati,`
        if self.word(i - 1) in ("and", "or", ","):
            by = self.by_behind(i)
            if by and self.word(i - 1) == "," and self.goes_on_behind(i):
                return "participle"
            if (
                self.word(i - 1) == ","
                and following in words("grammar", "behind_participle")
                and not self.takes_something(i)
            ):
                return "participle" if described else "verb"
            told: tuple[Role, ...] = ("verb", "passive", "participle")
            before = (self.found[k] for k in range(i - 2, -1, -1) if self.found.get(k) in told)
            shared: Role = next(before, "verb")
            return "verb" if self.takes_something(i) else shared
        if self.found.get(clause.start) == "gerund" and clause.start < i - 1 and not self.takes_something(i):
            return "participle"  # `quoting two diplomats briefed on the text`
        later = self.finite_in(range(i + 1, clause.stop)) or self.tells_in(range(i + 1, clause.stop))
        behind = following in words("grammar", "behind_participle") or self.time_at(i + 1)
        if (earlier or later) and behind and self.nominal(i - 1):
            return "participle"
        if later and not earlier and following == "to" and self.nominal(i - 1):
            return "participle"  # `An account linked to the group claimed …`
        bare = self.nominal(i - 1) and not self.takes_something(i) and following not in ("up", "down", "over")
        if bare and self.lower[i] in words("grammar", "transitive") and not self._of_whom(clause.start, i):
            return "participle"  # `ammunition seized in Pale`
        if later and following in words("grammar", "held_as"):
            return "participle"  # `guards held hostage in two prisons have been freed`
        if earlier and self.nominal(i - 1) and not self.takes_something(i):
            return "participle"
        return "verb"

    def _goes_on_with_and(self, i: int) -> bool:
        """Whether a further past follows behind `and` (`entered the town, searched houses and collected …`)."""
        for k in range(i + 1, min(len(self.lower) - 1, i + _ROW)):
            if self.lower[k] == "and":
                return "past" in self.forms(k + 1)
            if self.lower[k] in STOPS and self.lower[k] != ",":
                return False
        return False

    def _of_whom(self, first: int, i: int) -> bool:
        """Whether the clause opens with who or what its verb is done to (`whom the group seized in …`)."""
        return self.word(first - 1) in ("that", "what", "which", "who", "whom")

    def _opens_with_time(self, first: int, i: int) -> bool:
        """Whether nothing but a time stands between the head of a clause and a word."""
        days = words("names", "weekdays") | words("names", "months")
        small = words("words", "prepositions") | words("words", "determiners")
        before = self.lower[first:i]
        return (
            bool(before)
            and before[-1] in days
            and all(w in days or w in small or w.isdigit() for w in before)
        )

    def _inside_phrase(self, i: int, clause: range) -> bool:
        """Whether the clause up to here is one prepositional phrase of a few words."""
        first = clause.start
        return (
            i - first >= 3
            and self.word(first) in words("words", "prepositions")
            and self.word(first + 1) in words("words", "determiners")
            and all(self.nominal(k) for k in range(first + 2, i))
        )

    def by_behind(self, i: int) -> bool:
        """Whether a few words on, before any mark, it is said by whom."""
        for k in range(i + 1, min(len(self.lower), i + _BY_REACH)):
            if self.lower[k] in STOPS or self.lower[k] == "by":
                return self.lower[k] == "by"
        return False

    def goes_on_behind(self, i: int) -> bool:
        """Whether the verb of the sentence stands behind the next comma (`A nurse, reached by phone, said`)."""
        comma = next((k for k in range(i + 1, len(self.lower)) if self.lower[k] in STOPS), None)
        if comma is None or self.lower[comma] != "," or self.word(comma + 1) == "and":
            return False
        k = comma + 1
        while self.found.get(k) == "light" or self.word(k) in words("grammar", "have"):
            k += 1
        if self.word(k) in words("grammar", "finite") or self.word(k) in words("grammar", "finite_modal"):
            return True  # `X, questioned by Y, did not deny it`
        return bool(self.forms(k) & {"past", "present"}) if k < len(self.lower) else False

    def _describes(self, i: int) -> bool:
        """Whether a form in -ed stands before the noun it describes."""
        token = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        tells = (
            self.lower[i] in telling() and self.found.get(self.before(i)) != "verb"
        )  # `made repeated calls`
        noun = token is not None and token.text.islower() and self.nominal(i + 1)
        return noun and not tells and "past" in self.forms(i)

    def _gapped(self, i: int, following: str) -> bool:
        """`nine people were killed and several wounded when …`: the auxiliary is said once."""
        if following not in words("grammar", "behind_participle") and following not in ("", ".", ",", "and"):
            return False
        for k in range(i - 1, max(-1, i - 7), -1):
            if self.lower[k] == "and":
                return any(self.found.get(n) == "passive" for n in range(max(0, k - 6), k))
            if self.found.get(k) in ("verb", "passive") or self.lower[k] in words("words", "relative"):
                return False
        return False

    def _by_means(self, i: int) -> bool:
        """`said by phone`"""
        return any(self.word(i + k) in words("grammar", "means") for k in (2, 3))
