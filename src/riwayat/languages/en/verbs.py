"""Which words of an English sentence are verbs, by their forms and by what stands around them."""

from __future__ import annotations

from riwayat.languages.en.forms import Reading
from riwayat.languages.en.neighbours import OWNER, telling, words
from riwayat.languages.en.participles import Participles


class Verbs(Participles):
    """Judges the forms that may be verbs."""

    def verb(self, i: int) -> bool:
        """Decides a form that is plainly one thing; true where it must be judged by its clause."""
        if i in self.found:
            return False
        read = self.reading(i)
        p = self.before(i)
        prior, following = self.word(p), self.word(i + 1)
        if read is None:
            if (
                prior in (words("grammar", "modal") - {"to"})
                and self.tokens[i].text.islower()
                and self.nominal(i)
            ):
                self.found[i] = "verb"  # `could not verify`
            return False
        if read.forms & {"past", "participle"} and not (
            read.forms & {"plain"} and prior in words("grammar", "modal")
        ):
            return self._past(i, read, p)
        if "gerund" in read.forms:
            return self._gerund(i, p)
        if prior in words("grammar", "modal"):
            noun = prior == "to" and (
                "plain" not in read.forms
                or (
                    read.noun_too
                    and (
                        self.word(p - 1) in words("grammar", "not_infinitive")
                        or following in words("grammar", "heads_behind")
                    )
                )
            )
            self.found[i] = "noun" if noun else "verb"
            return False
        if self.lower[i] == "own" and prior == "whose":
            self.found[i] = "noun"
            return False
        if (prior in words("words", "determiners") or prior in OWNER) and prior not in words(
            "grammar", "subjects"
        ):
            self.found[i] = "noun"
            return False
        if prior in words("grammar", "subjects") and not (
            prior == "that" and "plain" in read.forms and following in ("", ",", ".")
        ):
            self.found[i] = "verb"
            return False
        if not read.noun_too:
            if p >= 0 and prior in words("words", "prepositions"):
                return False
            self.found[i] = "verb"
            return False
        return True

    def _past(self, i: int, read: Reading, p: int) -> bool:
        prior = self.word(p)
        if prior in words("words", "be") and "participle" in read.forms:
            self.found[i] = "passive"
            return False
        if prior in words("grammar", "have"):
            self.found[i] = "verb"
            return False
        attributive = (
            prior in words("words", "determiners")
            or prior in OWNER
            or prior in words("words", "prepositions")
        )
        if attributive and prior not in words("grammar", "subjects") and self.nominal(i + 1):
            self.found[i] = "noun"  # `the besieged city`
            return False
        if attributive and "plain" in read.forms and prior not in words("grammar", "subjects"):
            self.found[i] = "noun"
            return False
        if "past" not in read.forms:
            self.found[i] = "participle"  # `people driven from their homes`
            return False
        return True

    def _gerund(self, i: int, p: int) -> bool:
        prior, following = self.word(p), self.word(i + 1)
        owned = prior in OWNER and self.word(p - 1) not in words("words", "pronouns")
        if prior in words("words", "be") and not owned:
            self.found[i] = "verb"
        elif (prior in words("words", "determiners") or prior in OWNER) and prior not in words(
            "grammar", "subjects"
        ):
            self.found[i] = "noun"
        elif self.lower[i] in words("grammar", "deed_nouns") and not self.takes_something(i):
            self.found[i] = "noun"  # `Fighting raged`, `shelling in the east`
        elif p < 0 or prior == ",":
            self.found[i] = "gerund"
        elif self.tokens[p].text[0].isdigit() or prior in words("numbers", "starts"):
            self.found[i] = "noun"  # `five polling stations`
        elif prior in words("words", "prepositions"):
            objected = self.takes_something(i) or following in words("grammar", "behind_gerund")
            self.found[i] = "gerund" if objected and following != "of" else "noun"
        else:
            objected = self.takes_something(i) or following in words("words", "prepositions")
            self.found[i] = "gerund" if objected and following != "of" else "noun"
        return False

    def ambiguous(self, i: int) -> None:
        """A past that may be a participle, or a form that may be a noun."""
        read = self.reading(i)
        assert read is not None
        p = self.before(i)
        prior, following = self.word(p), self.word(i + 1)
        clause = self.clause(i)
        earlier = self.finite_in(range(clause.start, i))
        if read.forms & {"past", "participle"} and "plain" not in read.forms:
            self.found[i] = self.voice(i, p, following, clause, earlier)
            return
        if following == "by" and "participle" in read.forms and self.nominal(p):
            self.found[i] = "participle"  # `a convoy hit by`
            return
        if self.lower[i] in words("words", "prepositions"):
            return  # `a source close to the presidency`
        if self.lower[i] == "state" and following in words("grammar", "heads_behind"):
            self.found[i] = "noun"  # `Ethiopian state media`
            return
        if earlier or p < 0 or self.word(i - 1) in words("words", "prepositions"):
            self.found[i] = "noun"
            return
        subject = self.nominal(p) or prior in ("who", "which", ")", "and", "today", "yesterday", ",")
        name = p >= 0 and self.tokens[p].is_capital  # `Axios reports`, `Rangers say`: names tell no number
        plural = self.lower[p].endswith("s") if p >= 0 else False
        alike = {"plain", "past"} <= read.forms and subject  # `set`, `hit`, `cut`
        goes_on = (
            self.nominal(i + 1)
            or following in words("words", "prepositions")
            or following in words("grammar", "starts_object")
        )
        if alike and goes_on and not self.finite_in(range(i + 1, clause.stop)):
            self.found[i] = "verb"
            return
        fits = (
            ("present" in read.forms and (not plural or name))
            or ("plain" in read.forms and plural)
            or read.forms & {"past"}
        )
        embeds = following in ("how", "what", "where", "whether", "why")  # `shows what it says is a depot`
        later = not embeds and self.finite_in(range(i + 1, clause.stop))
        takes = (
            following in words("grammar", "starts_object")
            or following[:1].isdigit()
            or (self.nominal(i + 1) and self.tokens[i + 1].text[0].isupper())
            or following in ("to", "that", "against")
            or embeds
            or (following == "," and self.lower[i] in telling() and p >= 0 and self.tokens[p].is_capital)
        )
        if (
            self.lower[i] in telling()
            and not later
            and (takes or self.nominal(i + 1))
            and not self.finite_before(i)
        ):
            self.found[i] = "verb"  # `Photos shared by villagers show …`
            return
        closes = (
            self.lower[i] in telling()
            and fits
            and following in ("", ".", ",", "in", "on", "at", "through", "via")
            and self.finite_in(range(clause.start))
        )  # `Nine villages were burnt, a tally kept by the diocese shows.`
        self.found[i] = "verb" if subject and fits and (takes or closes) and not later else "noun"
