"""Places by name: what follows a head such as `town`, what stands behind `in`, and what is known by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.verb_first.agreement import TANWIN
from riwayat.reading.verb_first.grammar import (
    QUOTES,
    Grammar,
    called,
    is_definite,
    is_owned,
    of_nation,
)
from riwayat.reading.verb_first.pieces import Piece
from riwayat.reading.world import World
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_SHORTEST = 4
"""Letters of a place that nothing is known of."""
_LONGEST = 4
"""Words of a place's name."""


def countries_named(words: Iterable[str], world: World) -> frozenset[str]:
    """ISO 3166-1 codes of the states that single words of a report name, or whose adjective or people they are."""
    return frozenset(code for word in words if (code := world.country_code(word)) is not None)


class Places:
    """Finds the places of one report."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar) -> None:
        self._countries = countries_named((t.text for line in grammar.lines for t in line.tokens), world)
        self._lexicon, self._world, self._grammar = lexicon, world, grammar
        self._heads = lexicon.phrases("names", "place_heads")
        self._generic = lexicon.set("names", "generic_places")
        self._prepositions = lexicon.set("names", "place_prepositions")
        self._firm = self._prepositions - lexicon.set("names", "loose_prepositions")
        self._at = lexicon.set("names", "at")
        self._common_endings = tuple(sorted(lexicon.set("words", "endings.common")))
        self._verbal = tuple(sorted(lexicon.set("words", "endings.present")))
        self._beside = lexicon.set("names", "beside")
        self._opens = lexicon.set("names", "place_first")
        self._directions = lexicon.set("names", "directions")
        self._given = lexicon.lines("given_names")
        self._sites = lexicon.set("names", "site_heads")

    def at(self, tokens: Sequence[Token], i: int, taken: Sequence[Piece]) -> Piece | None:
        """The place whose name begins at token `i`."""
        token = tokens[i]
        if self._grammar.is_verb(token) or is_owned(token) or TANWIN in token.text:
            return None
        if headed := self._headed(tokens, i):
            return headed
        row = self._in_a_row(tokens, i, taken)
        for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
            words = tokens[i : i + length]
            if any(not t.is_word for t in words):
                continue
            name = called(tokens, i, i + length)
            if length == 1:
                if self._alone(tokens, i, name, row):
                    return Piece(i, i + 1, "place")
            elif self._world.has(name) and self._likely(tokens, i, i + length, name):
                return Piece(i, i + length, "place")
        if i and tokens[i - 1].lower in self._at and (two := self._of_two(tokens, i)):
            return Piece(i, two, "place")
        unheard = row or self._unheard(tokens, i) or self._sounds_known(tokens, i)
        if unheard and not self._common(token) and not self._given_name(token):
            return Piece(i, i + 1, "place")
        return None

    def _of_two(self, tokens: Sequence[Token], i: int) -> int:
        """Where a name ends that opens like a place's (`بئر العبد`, `أم الزيتون`); 0 where none does."""
        if tokens[i].lower not in self._opens or is_definite(tokens[i]) or i + 1 >= len(tokens):
            return 0
        after = tokens[i + 1]
        small = self._grammar.is_preposition(after) or self._grammar.is_conjunction(after)
        if (
            not after.is_word
            or small
            or self._grammar.is_verb(after)
            or self._common(after)
            or is_owned(after)
        ):
            return 0
        return i + 2

    def _unheard(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a word that no list knows stands behind a direction or `near`, and so names a place."""
        token = tokens[i]
        if not i or len(token.text) < _SHORTEST or tokens[i - 1].lower not in self._beside:
            return False
        if not token.is_word or token.text[0].isdigit() or token.text.endswith(self._common_endings):
            return False
        return not self._nation(token) and not self._grammar.is_preposition(token) and not is_owned(token)

    def _sounds_known(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a word behind a word of place may spell the name of a place in the report's countries."""
        token = tokens[i]
        if not i or len(token.text) < _SHORTEST or tokens[i - 1].lower not in self._prepositions:
            return False
        if token.text.endswith(self._common_endings) or token.text[0].isdigit() or self._nation(token):
            return False
        return self._world.like_place_in(token.text, self._countries)

    def inside(self, tokens: Sequence[Token], piece: Piece) -> Iterator[Piece]:
        """The places in the name of a body (`مكتب توثيق الشهداء في درعا`): only those a preposition sets in."""
        for k in range(piece.first + 1, piece.stop):
            name = called(tokens, k, k + 1)
            if tokens[k - 1].lower in self._prepositions and self._world.strong_place(name):
                yield Piece(k, k + 1, "place")

    def _headed(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """`مدينة طفس`: the name behind a head; a head that makes a site (`مطار`) belongs to the name."""
        n = self._heads.match(tokens, i)
        if not n:
            return None
        begin = i + n
        while (
            begin < len(tokens) and self._heads.match(tokens, begin) and tokens[begin].lower in self._generic
        ):
            begin += self._heads.match(tokens, begin)  # `بلدة ناحية`
        quoted = begin < len(tokens) and tokens[begin].text in QUOTES
        if (
            begin < len(tokens)
            and not quoted
            and is_definite(tokens[begin - 1])
            and not is_definite(tokens[begin])
        ):
            return None  # `مديرة المركز ليلى`
        first = begin + quoted
        if quoted:
            close = next(
                (k for k in range(first, min(len(tokens), first + 4)) if tokens[k].text in QUOTES), None
            )
            if close is None or close == first or all(self._common(t) for t in tokens[first:close]):
                return None
            return Piece(first, close, "place")
        stop = self._name_end(tokens, first)
        if stop == first:
            return None
        bare = all(t.lower in self._generic for t in tokens[i:begin])
        return Piece(first if bare else i, stop, "place")

    def _name_end(self, tokens: Sequence[Token], first: int) -> int:
        """Where the name behind a head ends; `first` where none stands there."""
        if first >= len(tokens) or not tokens[first].is_word:
            return first
        if self._grammar.is_verb(tokens[first]) and not self._world.has(called(tokens, first, first + 1)):
            return first
        if is_owned(tokens[first]) and not self._world.has(called(tokens, first, first + 1)):
            return first
        shortest = 1 if tokens[first].lower in self._opens and not is_definite(tokens[first]) else 0
        for length in range(min(_LONGEST, len(tokens) - first), shortest, -1):
            if all(t.is_word for t in tokens[first : first + length]):
                name = called(tokens, first, first + length)
                if self._world.has(name) and not (length == 1 and self._plain(tokens[first])):
                    return first + length
        token = tokens[first]
        if token.lower in self._opens and first + 1 < len(tokens) and tokens[first + 1].is_word:
            end = first + 2
            if tokens[first + 1].lower in self._opens and end < len(tokens) and tokens[end].is_word:
                end += 1
            return end
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_conjunction(token)
            or self._grammar.is_opener(token)
            or self._grammar.is_relative(token)
            or token.text[0].isdigit()
            or self._nation(token)
            or token.lower in self._directions
        ):
            return first
        if self._common(token) and not self._world.has(called(tokens, first, first + 1)):
            return first
        if self._plain(token):
            return first
        return first + 1

    def _plain(self, token: Token) -> bool:
        """Whether a word is an adjective or a word of office, and no name (`المنطقة الشمالية`)."""
        return token.lower in self._lexicon.set("names", "body_words") or token.lower in self._lexicon.set(
            "names", "adjectives"
        )

    def _alone(self, tokens: Sequence[Token], i: int, name: str, row: bool) -> bool:
        """Whether a single word is a place."""
        token = tokens[i]
        if not self._world.has(name) and not self._world.government(name):
            return False
        if self._plain(token) or token.lower in self._directions:
            return False
        if self._world.government(name):
            return not self._nation_only(token)
        before = tokens[i - 1].lower if i else ""
        placed = before in self._prepositions or self._heads.match_back(tokens, i) > 0 or row
        common = self._common(token)
        if self._given_name(token) and not (placed and self._world.strong_place(name)):
            return False
        if common:
            return False
        if self._world.strong_place(name):
            return True
        if token.text.startswith(self._verbal) or not placed:
            return False
        return before in self._firm or self._world.place_in(name, self._countries)

    def _likely(self, tokens: Sequence[Token], i: int, stop: int, name: str) -> bool:
        if self._world.government(name):
            return True
        placed = i > 0 and tokens[i - 1].lower in self._prepositions
        ordinary = all(self._common(t) for t in tokens[i:stop])
        return (self._world.strong_place(name) and (placed or not ordinary)) or (placed and not ordinary)

    def _nation_only(self, token: Token) -> bool:
        """Whether a word is only the adjective of a country."""
        whole = token.whole if isinstance(token, Word) else token.text
        return not self._world.government(token.text) and not self._world.government(whole)

    def _in_a_row(self, tokens: Sequence[Token], i: int, taken: Sequence[Piece]) -> bool:
        """Whether a place stands right before, joined by `and`."""
        if i < 2 or not taken or taken[-1].kind != "place":
            return False
        joined = self._grammar.is_conjunction(tokens[i - 1]) or tokens[i - 1].text in "،,"
        return taken[-1].stop == i - 1 and joined

    def _nation(self, token: Token) -> bool:
        return of_nation(self._world, token) and not self._world.government(token.text)

    def _given_name(self, token: Token) -> bool:
        return token.lower in self._given

    def _common(self, token: Token) -> bool:
        """Whether a word stands in a list, itself or what it bends from; a well-known place only itself."""
        if self._lexicon.ordinary(self._lexicon.key(token.text)):
            return True
        return self._lexicon.ordinary(token.lower) and not self._world.strong_place(token.text)

    def _listed(self, token: Token) -> bool:
        """Whether a word stands in a list of the language."""
        return self._lexicon.ordinary(token.lower)
