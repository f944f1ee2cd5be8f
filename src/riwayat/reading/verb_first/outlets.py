"""Outlets and agencies by name: known ones, and what follows a head such as `newspaper`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwayat import languages
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, called, is_definite, of_nation
from riwayat.reading.verb_first.pieces import Piece
from riwayat.reading.world import World
from riwayat.text.folding import fold
from riwayat.text.tokens import Token

_LONGEST = 4
"""Words of an outlet's name."""


class Outlets:
    """Finds the outlets of one report."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar, own: Iterable[str]) -> None:
        self._lexicon, self._world, self._grammar = lexicon, world, grammar
        self._heads = lexicon.phrases("names", "outlet_heads")
        self._common = lexicon.phrases("names", "common_outlets")
        self._agencies = lexicon.phrases("names", "national_outlets")
        self._state = lexicon.set("names", "national_adjectives")
        self._fillers = lexicon.set("names", "outlet_fillers")
        self._staff = lexicon.set("attribution", "staff")
        self._told = lexicon.set("attribution", "told_fillers")
        self._listed = frozenset(fold(n) for n in languages.words(lexicon.code, "page")["outlets"]["known"])
        self._own = frozenset(fold(n) for n in own)
        self._says = lexicon.set("attribution", "say")
        self._places = lexicon.set("names", "place_heads")

    def at(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """The outlet whose name begins at token `i`."""
        if national := self._national(tokens, i):
            return national
        headed = self._headed(tokens, i)
        for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
            if any(not t.is_word for t in tokens[i : i + length]):
                continue
            name = called(tokens, i, i + length)
            key = fold(name)
            known = key in self._own or key in self._listed or self._world.kind(name) == "outlet"
            if not known or (length == 1 and not headed and not self._alone(tokens, i, key)):
                continue
            if length == 1 and headed and i + 1 < len(tokens) and self._goes_on(tokens, i + 1):
                return Piece(i, i + 2, "outlet")
            return Piece(i, i + length, "outlet")
        return self._named(tokens, i) if headed else None

    def _national(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """`وكالة الأنباء العراقية`: a head with a country's adjective is a name."""
        n = self._agencies.match(tokens, i)
        m = self._heads.match(tokens, i)
        if m and i + m < len(tokens) and tokens[i + m].text.isdigit() and is_definite(tokens[i]):
            return Piece(i, i + m + 1, "outlet")  # `القناة 12`
        if not n or i + n >= len(tokens) or not is_definite(tokens[i + n]):
            return None
        nation = of_nation(self._world, tokens[i + n]) or tokens[i + n].lower in self._state
        return Piece(i, i + n + 1, "outlet") if nation else None

    def _goes_on(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a name goes on with a word that outlets like."""
        return tokens[k].lower in self._lexicon.set("heads", "outlet_words")

    def _headed(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a head of outlets ends right before `i`, quotation marks and adjectives aside."""
        k = i
        while k and tokens[k - 1].text in QUOTES:
            k -= 1
        if self._heads.match_back(tokens, k) and not self._common.match_back(tokens, k):
            return True
        if k and tokens[k - 1].lower in self._staff and not is_definite(tokens[k - 1]):
            return True
        fillers = 0
        while k and fillers < 2 and tokens[k - 1].lower in self._fillers:
            k, fillers = k - 1, fillers + 1
        return (
            bool(fillers) and self._heads.match_back(tokens, k) > 0 and not self._common.match_back(tokens, k)
        )

    def _alone(self, tokens: Sequence[Token], i: int, key: str) -> bool:
        """Whether a single word names an outlet here, and is no everyday word or place."""
        token = tokens[i]
        if self._grammar.is_verb(token):
            return False
        quoted = (
            i > 0 and tokens[i - 1].text in QUOTES and i + 1 < len(tokens) and tokens[i + 1].text in QUOTES
        )
        ordinary = (
            self._lexicon.ordinary(token.lower)
            or token.lower in self._lexicon.lines("given_names")
            or self._world.has(called(tokens, i, i + 1))
            or is_definite(token)
        )
        if key in self._own and not self._world.has(called(tokens, i, i + 1)):
            return True
        return quoted or not ordinary

    def _named(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """The name behind a head: in quotation marks all of it, else the next words that are no everyday ones."""
        if i and tokens[i - 1].text in QUOTES:
            stop = next((k for k in range(i, min(len(tokens), i + 6)) if tokens[k].text in QUOTES), None)
            return Piece(i, stop, "outlet") if stop is not None and stop > i else None
        stop = i
        if is_definite(tokens[i - 1]) and not is_definite(tokens[i]):
            return None
        if is_definite(tokens[i - 1]) and of_nation(self._world, tokens[i]):
            return None  # `الشبكة الكردية`: one named before
        while stop < len(tokens) and stop - i < 3 and self._may_name(tokens, stop, stop == i):
            stop += 1
        if stop < i + 2 and self._of_two(tokens, i):
            return Piece(i, i + 2, "outlet")
        stop = self._with_adjective(tokens, i, stop) if stop > i else stop
        return Piece(i, stop, "outlet") if stop > i else None

    def _with_adjective(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """The end of a name with its adjective: one that agrees with the name, and not with the head before it.

        In `صحيفة الزمن الجديد` the last word is of the name, in `صحيفة الزمن الجديدة` it describes the paper.
        """
        if (
            stop != i + 1
            or stop >= len(tokens)
            or not is_definite(tokens[stop])
            or not is_definite(tokens[i])
        ):
            return stop
        head, name, adjective = (self._feminine(tokens[k]) for k in (i - 1, i, stop))
        agrees = adjective == name and adjective != head and not self._grammar.is_verb(tokens[stop])
        return stop + 1 if agrees else stop

    def _of_two(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether two nouns behind a head are a name (`صحيفة صوت الجبل`): an adjective would agree with the head."""
        if i + 1 >= len(tokens) or is_definite(tokens[i]) or not is_definite(tokens[i + 1]):
            return False
        plain = tokens[i].is_word and tokens[i + 1].is_word and self._feminine(tokens[i - 1])
        small = (
            self._grammar.is_verb(tokens[i])
            or self._grammar.is_preposition(tokens[i])
            or self._grammar.is_opener(tokens[i])
            or self._grammar.is_relative(tokens[i])
            or self._grammar.is_conjunction(tokens[i])
            or self._grammar.is_coordinator(tokens[i])
            or tokens[i].lower in self._lexicon.set("attribution", "that")
        )
        noun = self._lexicon.ordinary(tokens[i].lower) and not of_nation(self._world, tokens[i + 1])
        return plain and noun and not small and not self._feminine(tokens[i])

    def _feminine(self, token: Token) -> bool:
        return token.text.endswith("ة")

    def _may_name(self, tokens: Sequence[Token], k: int, first: bool) -> bool:
        token = tokens[k]
        if not token.is_word or self._grammar.is_verb(token) or token.lower in self._fillers:
            return False
        if token.lower in self._lexicon.set("heads", "outlet_words"):
            return True
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_opener(token)
            or self._grammar.is_relative(token)
            or self._grammar.is_conjunction(token)
            or self._grammar.is_coordinator(token)
            or token.lower in self._lexicon.set("attribution", "that")
        ):
            return False
        if self._world.country(called(tokens, k, k + 1)):
            return False
        everyday = self._lexicon.ordinary(token.lower)
        return not everyday or (first and is_definite(token) and self._closes(tokens, k + 1))

    def _closes(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a phrase may end before `k`."""
        return (
            k >= len(tokens)
            or not tokens[k].is_word
            or self._grammar.is_opener(tokens[k])
            or self._grammar.is_preposition(tokens[k])
            or is_definite(tokens[k])
        )
