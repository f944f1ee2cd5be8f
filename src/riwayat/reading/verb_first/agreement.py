"""Agreement: what the endings of a verb and of the noun behind it say about who is its subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from riwayat.reading.lexicon import Lexicon
from riwayat.text.folding import plain
from riwayat.text.tokens import Token
from riwayat.text.words import Word

Case: TypeAlias = Literal["subject", "object"]

TANWIN = "\u064b"
"""The mark of a noun without the article in the accusative, as it is printed."""


class Agreement:
    """Compares verbs and nouns by their endings, as far as the language writes them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._feminine = tuple(sorted(lexicon.set("words", "endings.feminine")))
        self._feminine_words = lexicon.set("words", "feminine")
        self._masculine = lexicon.set("words", "masculine")
        self._past_feminine = tuple(sorted(lexicon.set("words", "endings.feminine_verb")))
        self._counts = lexicon.set("names", "members_of")
        self._hers = lexicon.set("words", "endings.hers")
        self._his = lexicon.set("words", "endings.his")
        self._subject = tuple(sorted(lexicon.set("words", "endings.nominative")))
        self._people = lexicon.set("names", "collective_nouns")
        self._object = tuple(sorted(lexicon.set("words", "endings.oblique")))
        self._accusative = tuple(sorted(lexicon.set("words", "endings.accusative")))

    def case(self, token: Token) -> Case | None:
        """What a noun's ending says it is: subject (`مسلحون`), object (`شابا`, `مسلحين`); null for most."""
        if not isinstance(token, Word):
            return None
        if TANWIN in token.text:
            return "object"
        word = plain(token.text)
        if token.owned:
            return None
        if not token.definite and any(word == token.form + ending for ending in self._accusative):
            return "object"
        if not (token.plural or token.form in self._people):
            return None
        if word.endswith(self._object):
            return "object"
        return "subject" if word.endswith(self._subject) else None

    def disagree(self, verb: Token, nouns: Sequence[Token]) -> bool:
        """Whether a verb cannot have a phrase as its subject: the one is of a man, the other of a woman or thing."""
        if not nouns or not isinstance(verb, Word) or verb.tense is None:
            return False
        woman = self._of_woman(verb)
        head = nouns[0]
        if head.lower in self._counts:
            return False
        feminine = plain(head.text).endswith(self._feminine) or head.lower in self._feminine_words
        if woman is None:
            return False
        return feminine != woman if feminine or head.lower in self._masculine else False

    def _of_woman(self, verb: Word) -> bool | None:
        """Whether a verb's form is that of `she` (true) or `he` (false); null where it is neither's."""
        word = plain(verb.text)
        if verb.tense == "past":
            if word.endswith(self._past_feminine) and not verb.form.endswith(self._past_feminine):
                return True
            return False if word == verb.form else None
        first = word[1] if verb.tense == "future" else word[0]
        if verb.owned or first not in self._hers | self._his:
            return None
        return first in self._hers
