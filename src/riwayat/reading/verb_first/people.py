"""People by name: behind a title or an office, or by the given names that theirs is made of."""

from __future__ import annotations

from collections.abc import Sequence

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
from riwayat.reading.verb_first.places import Places
from riwayat.reading.world import World
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_LONGEST = 6
"""Words of a person's name."""
_REACH = 9
"""Words of an office before a name."""


class People:
    """Finds the people of one report."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar, places: Places) -> None:
        self._lexicon, self._world, self._grammar, self._places = lexicon, world, grammar, places
        self._titles = lexicon.phrases("names", "person_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._private = lexicon.phrases("names", "private_roles")
        self._public = lexicon.phrases("names", "public_roles")
        self._naming = lexicon.set("names", "naming_words")
        self._relatives = lexicon.set("names", "relatives")
        self._portfolio = lexicon.set("heads", "portfolio")
        self._kunyas = lexicon.set("heads", "kunyas")
        self._particles = lexicon.set("names", "name_particles")
        self._given = lexicon.lines("given_names")
        self._body = lexicon.set("names", "body_words")
        self._group_heads = lexicon.phrases("names", "group_heads")
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self._at = lexicon.set("names", "at")
        self._theirs = tuple(sorted(lexicon.set("words", "endings.theirs")))
        self._of_names = tuple(sorted(lexicon.set("words", "endings.names")))
        self._servants = lexicon.set("names", "servants")
        self._definite_given = lexicon.set("names", "definite_given")
        self._divine = lexicon.set("names", "divine")
        self._of_places = lexicon.set("names", "place_first") | lexicon.set("names", "place_heads")
        self._spatial = lexicon.set("names", "place_prepositions")

    def at(self, tokens: Sequence[Token], i: int, taken: Sequence[Piece]) -> Piece | None:
        """The person whose name begins at token `i`."""
        token = tokens[i]
        if TANWIN in token.text:
            return None
        if token.lower in self._kunyas and i and tokens[i - 1].lower in self._of_places:
            return None  # `كرم أبو سالم`
        titled = self._office_before(tokens, i, taken)
        if titled and (end := self._foreign_name(tokens, i)):
            return Piece(i, end, "person", public=self._standing(tokens, i, end, titled))
        if is_owned(token) or (self._grammar.is_verb(token) and token.lower not in self._given):
            return None
        stop = self.name_at(tokens, i, titled=titled)
        if stop == i + 1 and self._quoted(tokens, i):
            return Piece(i, stop, "person")
        if stop and (stop > i + 1 or titled or self._counted(tokens, stop)):
            if (
                self._place_before(tokens, i)
                and not titled
                and (
                    stop == i + 1
                    or (
                        tokens[i].lower in self._kunyas
                        and (self._world.has(called(tokens, i, i + 2)) or tokens[i - 1].lower in self._at)
                    )
                )
            ):
                return None
            if not titled and self._world.strong_place(called(tokens, i, stop)):
                return None
            return Piece(i, stop, "person", public=self._standing(tokens, i, stop, titled))
        if titled and (end := self._unknown_name(tokens, i)):
            return Piece(i, end, "person", public=self._standing(tokens, i, end, titled))
        return None

    def _quoted(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a given name stands alone in quotation marks, as names that are made up do."""
        return 0 < i < len(tokens) - 1 and tokens[i - 1].text in QUOTES and tokens[i + 1].text in QUOTES

    def name_at(self, tokens: Sequence[Token], i: int, *, titled: bool = False) -> int:
        """Where the name ends that begins here with a given name or a kunya; 0 where none does."""
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        kunya = token.lower in self._kunyas and after is not None and after.is_word
        if (
            kunya
            and after is not None
            and (
                self._grammar.is_preposition(after)
                or self._grammar.is_conjunction(after)
                or self._grammar.is_opener(after)
            )
        ):
            return 0
        if not kunya and not self._is_given(tokens, i, titled):
            return 0
        k = i + 1
        if kunya:
            k = i + 2
        while k < len(tokens) and k - i < _LONGEST:
            if not self._continues(tokens, k, k - i):
                break
            k += 1
        while (
            k > i + 1
            and tokens[k - 1].lower in self._particles
            and not is_definite(tokens[k - 1])
            and tokens[k - 1].lower not in self._given
        ):
            k -= 1
        return k

    def _is_given(self, tokens: Sequence[Token], i: int, titled: bool) -> bool:
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.lower in self._servants:
            return after is not None and (is_definite(after) or after.lower in self._divine)
        if is_definite(token) and titled and token.lower in self._definite_given:
            return after is not None and after.is_word and not self._common(after)
        if token.lower not in self._given:
            return False
        if is_definite(token):
            return False
        exact = self._lexicon.key(token.text) in self._given
        if (titled and exact) or not self._lexicon.ordinary(token.lower):
            return True
        return (  # `صباح اليوم`, but `أمل حسن`
            after is not None
            and not self._lexicon.ordinary(after.lower)
            and (after.lower in self._given or (is_definite(after) and not of_nation(self._world, after)))
        )

    def _continues(self, tokens: Sequence[Token], k: int, length: int) -> bool:
        """Whether a word goes on with a name of so many words."""
        token = tokens[k]
        if not token.is_word or token.text[0].isdigit() or token.text.endswith(self._theirs):
            return False
        before = tokens[k - 1]
        if token.lower in self._particles:
            return True
        if before.lower in self._particles and before.lower not in self._given:
            small = self._grammar.is_preposition(token) or self._grammar.is_conjunction(token)
            return not (small or self._grammar.is_opener(token))
        if token.lower in self._given and not is_owned(token):
            return not self._grammar.is_verb(token) or is_definite(token)
        if self._grammar.is_verb(token) or is_owned(token):
            return False
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_conjunction(token)
            or self._grammar.is_opener(token)
            or self._grammar.is_coordinator(token)
            or self._grammar.is_relative(token)
        ):
            return False
        if self._titles.match(tokens, k) and not is_definite(token):
            return False
        common = self._common(token)
        if k + 1 < len(tokens) and tokens[k + 1].lower in self._divine:
            return True  # `شرف الدين`, `فضل الله`
        if is_definite(token):
            nation = of_nation(self._world, token)
            if nation:
                return length == 1
            family = (
                length == 1
                and k + 1 < len(tokens)
                and is_definite(tokens[k + 1])
                and not self._common(tokens[k + 1])
                and not of_nation(self._world, tokens[k + 1])
            )
            return not common or family or (length == 1 and not self._office_word(token))
        return not common or (
            length == 1
            and not self._lexicon.ordinary(self._lexicon.key(token.text))
            and token.text.endswith(self._of_names)
        )

    def _office_word(self, token: Token) -> bool:
        return (
            token.lower in self._portfolio
            or token.lower in self._body
            or token.lower in self._lexicon.set("names", "adjectives")
            or token.lower in self._lexicon.set("names", "months")
            or token.lower in self._lexicon.set("names", "weekdays")
            or token.lower in self._lexicon.set("attribution", "demonstratives")
            or token.lower in self._lexicon.set("words", "determiners")
        )

    def _foreign_name(self, tokens: Sequence[Token], i: int) -> int:
        """Where a name of two strange words ends, whose first only looks like a small word (`لي هوي`, `أوليه`)."""
        first = tokens[i]
        small = is_owned(first) or first.lower in self._with_pronoun or self._grammar.is_verb(first)
        if (
            not small
            or self._grammar.is_light(first)
            or is_definite(first)
            or not first.is_word
            or i + 1 >= len(tokens)
        ):
            return 0
        if not isinstance(first, Word) or first.bound or len(first.text) < 2:
            return 0
        k = i + 1
        while k < len(tokens) and k - i < 3 and self._strange(tokens[k]):
            k += 1
        stops = k < len(tokens) and tokens[k].is_word and is_definite(tokens[k])
        return k if k > i + 1 and not stops and self._definite_office(tokens, i) else 0

    def _strange(self, token: Token) -> bool:
        """Whether no list knows a word, and it is no place."""
        return (
            token.is_word
            and not token.text[0].isdigit()
            and not is_definite(token)
            and not is_owned(token)
            and not self._grammar.is_verb(token)
            and not self._grammar.is_preposition(token)
            and not self._common(token)
            and not of_nation(self._world, token)
            and self._world.kind(token.text) is None
        )

    def _unknown_name(self, tokens: Sequence[Token], i: int) -> int:
        """Where a name ends that stands behind a title and holds no given name: up to three unknown words."""
        k = i
        if not self._definite_office(tokens, i):
            return 0
        if self._strange_family(tokens, i):
            return i + 2
        while k < len(tokens) and k - i < 3:
            token = tokens[k]
            if k > i and self._continues(tokens, k, k - i):
                k += 1
                continue
            if (
                TANWIN in token.text
                or token.lower in self._naming
                or not token.is_word
                or token.text[0].isdigit()
                or self._grammar.is_verb(token)
                or is_owned(token)
                or self._common(token)
                or self._grammar.is_preposition(token)
                or self._grammar.is_conjunction(token)
                or self._grammar.is_opener(token)
                or of_nation(self._world, token)
                or (is_definite(token) and k == i and self._world.has(called(tokens, k, k + 1)))
                or (k == i and self._world.strong_place(called(tokens, k, k + 1)))
            ):
                break
            k += 1
        return k if k > i else 0

    def _strange_family(self, tokens: Sequence[Token], i: int) -> bool:
        """An everyday word and one with the article that is in no list (`رحيم الدراجي`)."""
        if i + 1 >= len(tokens) or is_definite(tokens[i]) or self._grammar.is_verb(tokens[i]):
            return False
        family, first = tokens[i + 1], tokens[i]
        small = (
            self._grammar.is_preposition(first)
            or self._grammar.is_conjunction(first)
            or self._grammar.is_opener(first)
        )
        office = (
            first.lower in self._portfolio or self._group_heads.match(tokens, i) or first.lower in self._body
        )
        return not (small or office or TANWIN in first.text or not first.is_word) and (
            is_definite(family)
            and not self._lexicon.ordinary(family.lower)
            and not self._world.has(called(tokens, i + 1, i + 2))
            and not of_nation(self._world, family)
        )

    def _office_before(self, tokens: Sequence[Token], i: int, taken: Sequence[Piece]) -> bool:
        """Whether the words before a name are an office or title that ends right here."""
        k = i
        if k and tokens[k - 1].lower in self._naming:
            return True
        while k and tokens[k - 1].text in QUOTES:
            k -= 1
        inside = {p.stop: p.first for p in taken}
        steps = 0
        while k and steps < _REACH:
            n = max(self._titles.match_back(tokens, k), self._roles.match_back(tokens, k))
            if n:
                return not self._grammar.is_verb(tokens[k - n])
            before = tokens[k - 1]
            if k in inside and not any(p.stop == k and p.kind == "person" for p in taken):
                k, steps = inside[k], steps + 1
                continue
            if before.text == ")":
                opening = next((n for n in range(k - 1, max(-1, k - 6), -1) if tokens[n].text == "("), None)
                if opening is None:
                    return False
                k = opening
                continue
            if not before.is_word or self._grammar.is_verb(before) or self._grammar.is_opener(before):
                return False
            small = self._grammar.is_preposition(before) or self._grammar.is_conjunction(before)
            if small and k == i:
                return False
            if not (
                small
                or before.lower in self._portfolio
                or before.lower in self._body
                or self._group_heads.match_back(tokens, k)
                or (is_definite(before) and (of_nation(self._world, before) or self._common(before)))
                or self._world.country(called(tokens, k - 1, k))
            ):
                return False
            k, steps = k - 1, steps + 1
        return False

    def _definite_office(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the title right before is that of one person: with the article, or governing a body or place."""
        n = max(self._titles.match_back(tokens, i), self._roles.match_back(tokens, i))
        if not n:
            return True
        return is_definite(tokens[i - 1]) or is_definite(tokens[i - n]) or tokens[i - 1].lower in self._naming

    def _place_before(self, tokens: Sequence[Token], i: int) -> bool:
        return i > 0 and tokens[i - 1].lower in self._spatial

    def _counted(self, tokens: Sequence[Token], stop: int) -> bool:
        """`(34 عاما)` behind a name."""
        return stop + 1 < len(tokens) and tokens[stop].text == "(" and tokens[stop + 1].text.isdigit()

    def _standing(self, tokens: Sequence[Token], first: int, stop: int, titled: bool) -> bool | None:
        """Whether somebody bears an office (true) or a private role (false); null where neither shows."""
        if self._counted(tokens, stop):
            return False
        for k in range(first - 1, max(-1, first - _REACH), -1):
            if not titled or (not tokens[k].is_word and tokens[k].text not in QUOTES):
                break
            if self._private.match(tokens, k):
                return False
            if self._public.match(tokens, k):
                return True
        if stop + 1 < len(tokens) and tokens[stop].text in ",،":
            if self._private.match(tokens, stop + 1):
                return False
            if self._public.match(tokens, stop + 1):
                return True
        return None

    def _common(self, token: Token) -> bool:
        return self._lexicon.ordinary(token.lower)
