"""Bodies by name: a head word (`army`, `movement`, `ministry`) and what belongs to its name."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, called, is_definite, is_owned, of_nation
from riwayat.reading.verb_first.pieces import Piece
from riwayat.reading.world import World
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_LONGEST = 8
"""Words of a body's name."""


class Groups:
    """Finds the bodies of one report."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar) -> None:
        self._lexicon, self._world, self._grammar = lexicon, world, grammar
        self._heads = lexicon.phrases("names", "group_heads")
        self._weak = lexicon.set("names", "weak_heads")
        self._body = lexicon.set("names", "body_words")
        self._led = lexicon.set("names", "led_groups")
        self._of = lexicon.set("names", "body_prepositions")
        self._people = lexicon.lines("given_names")
        self._ministry = False
        self._standalone = lexicon.set("names", "standalone_bodies")
        self._places = lexicon.set("names", "generic_places")
        self._titles = lexicon.phrases("names", "person_titles")
        self._fields = lexicon.set("names", "office_fields")
        self._governing = lexicon.set("names", "governing_heads")
        self._opens = lexicon.set("names", "place_first")
        self._fronts = lexicon.set("names", "fronts")
        self._inside = lexicon.set("names", "at")
        self._of_fields = lexicon.set("names", "heads_of_fields")
        self._arms = lexicon.set("names", "arms")
        self._ordinals = lexicon.set("names", "ordinals")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")

    def at(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """The body whose name begins at token `i`."""
        if self._grammar.is_verb(tokens[i]):
            return None
        n = self._heads.match(tokens, i)
        if not n or is_owned(tokens[i]):
            return None
        if i and tokens[i].lower in self._fields and self._titles.match_back(tokens, i):
            return None  # `وزير الخارجية`
        if n == 1 and (self._follows_place_head(tokens, i) or self._plural(tokens[i])):
            return None
        if i and tokens[i].lower in self._fronts and tokens[i - 1].lower in self._inside:
            return None  # `في جبهة الفاخر`
        stop = self.end(tokens, i, i + n)
        alone = stop == i + n
        if alone and n == 1 and is_definite(tokens[i]) and tokens[i].lower in self._standalone:
            return Piece(i, stop, "group")
        if tokens[i].lower in self._places and stop > i + 1 and tokens[i + 1].lower not in self._body:
            return None  # `مديرية عبس`
        if alone and tokens[i].lower in self._weak:
            return None
        if alone and n == 1 and not is_definite(tokens[i]):
            return None
        if not alone and tokens[i].lower in self._weak and not self._tells(tokens, i + n, stop):
            return None
        return Piece(i, stop, "group")

    def _plural(self, token: Token) -> bool:
        """Whether a head stands in a plural that no list has (`شبكات`)."""
        return isinstance(token, Word) and token.plural

    def _follows_place_head(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the word before makes it a place (`مدينة الصدر`)."""
        return i > 0 and tokens[i - 1].lower in self._lexicon.set("names", "generic_places")

    def end(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """Where the name of a body ends whose head ends before `stop`.

        It takes what is quoted, names, adjectives of nations, words of bodies' names, and what these govern.
        """
        k = stop
        if k < len(tokens) and tokens[k].text in QUOTES and is_definite(tokens[k - 1]):
            return stop
        if k < len(tokens) and tokens[k].text in QUOTES:
            close = next((n for n in range(k + 1, min(len(tokens), k + 7)) if tokens[n].text in QUOTES), None)
            return close + 1 if close is not None and close > k + 1 else stop
        closed = is_definite(tokens[k - 1])
        self._ministry = tokens[first].lower in self._of_fields
        while k < len(tokens) and k - first < _LONGEST:
            n = self._more(tokens, k, closed, k == stop)
            if not n:
                break
            closed = closed or is_definite(tokens[k + n - 1]) or n > 1
            k += n
        return k

    def _more(self, tokens: Sequence[Token], k: int, closed: bool, first: bool) -> int:
        """How many words at `k` go on with the name."""
        token = tokens[k]
        if token.text[0].isdigit() and first:
            return 1  # `اللواء 17`
        if not token.is_word or self._grammar.is_verb(token):
            return 0
        if token.lower in self._arms and (
            tokens[k - 1].text[0].isdigit() or tokens[k - 1].lower in self._ordinals
        ):
            return 1
        if token.lower in self._of and k + 1 < len(tokens) and (n := self._governed(tokens, k + 1)):
            return 1 + n
        if (
            self._grammar.is_conjunction(token)
            and k + 1 < len(tokens)
            and not first
            and (tokens[k + 1].lower in self._body or self._ministry)
            and is_definite(tokens[k + 1])
            and tokens[k + 1].lower not in self._lexicon.set("names", "adjectives")
            and not self._heads.match(tokens, k + 1)
            and is_definite(tokens[k - 1])
        ):
            return 2
        known = self._known(tokens, k)
        definite = is_definite(token)
        if (
            definite
            and not first
            and self._world.country(called(tokens, k, k + 1))
            and (self._nation(tokens[k - 1]) and self._adjective(tokens[k - 1]))
        ):
            return 0  # `الحكومة المالية الجزائر`
        if definite:
            if self._nation(token) or token.lower in self._body or token.lower in self._ordinals:
                return 1
            if known:
                return known
            if first and (not self._common(token) or self._governs(tokens, k - 1)):
                return 1
            return int(not closed and (not first or bool(self._heads.match(tokens, k))))
        if closed:
            return 0
        if known:
            return known
        if first and self._governs(tokens, k - 1) and self._leads_on(tokens, k):
            return 1
        if first and token.lower in self._opens and k + 1 < len(tokens) and tokens[k + 1].is_word:
            small = self._grammar.is_preposition(tokens[k + 1]) or self._grammar.is_verb(tokens[k + 1])
            return 0 if small else 2  # `محكمة سيدي أمحمد`
        if token.lower in self._body or (self._heads.match(tokens, k) and k + 1 < len(tokens)):
            further = self._more(tokens, k + 1, False, False) if k + 1 < len(tokens) else 0
            return 1 if further else int(self._nation(token))
        if self._nation(token):
            return 1
        if first and not self._common(token) and not self._grammar.is_preposition(token):
            return (
                1
                if token.lower not in self._people or tokens[k - 1].lower in self._led
                else self._person(tokens, k)
            )
        return 0

    def with_arm(self, tokens: Sequence[Token], stop: int) -> int:
        """The end of a unit's name with its arm of service (`الفرقة الرابعة مشاة`)."""
        return stop + (stop < len(tokens) and tokens[stop].lower in self._arms)

    def _governs(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a head without the article takes whatever noun follows into its name (`محكمة الجنايات`)."""
        return tokens[k].lower in self._governing and not is_definite(tokens[k])

    def _leads_on(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a noun at `k` governs one with the article (`حركة مجتمع السلم`)."""
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        small = (
            self._grammar.is_preposition(tokens[k])
            or self._grammar.is_opener(tokens[k])
            or is_owned(tokens[k])
        )
        return after is not None and is_definite(after) and not small and not self._nation(after)

    def _person(self, tokens: Sequence[Token], k: int) -> int:
        """`كتائب عبد القادر الحسيني`: a body named after somebody."""
        n = 1
        while k + n < len(tokens) and n < 3:
            token = tokens[k + n]
            given = token.lower in self._people or token.lower in self._lexicon.set("names", "name_particles")
            if not given and not (is_definite(token) and not self._common(token)):
                break
            n += 1
        return n

    def _governed(self, tokens: Sequence[Token], k: int) -> int:
        """How many words behind a small word belong to the body's name (`لحقوق الإنسان`, `للأمم المتحدة`)."""
        if tokens[k].lower in self._body:
            return 1
        body = next(
            (
                n
                for n in (3, 2)
                if k + n <= len(tokens) and self._world.kind(called(tokens, k, k + n)) == "group"
            ),
            0,
        )
        return body if all(t.is_word for t in tokens[k : k + body]) else 0

    def _known(self, tokens: Sequence[Token], k: int) -> int:
        """How many words at `k` name a known actor or a place that a body may be called after."""
        for length in range(min(4, len(tokens) - k), 0, -1):
            if any(not t.is_word for t in tokens[k : k + length]):
                continue
            name = called(tokens, k, k + length)
            kind = self._world.kind(name)
            if kind in ("group", "person") and (length > 1 or not self._common(tokens[k])):
                return length
            if self._world.country(name) or (length > 1 and self._world.has(name)):
                return length
            if self._world.strong_place(name) and not self._common(tokens[k]):
                return length
        return 0

    def _nation(self, token: Token) -> bool:
        """Whether a word is the adjective of a country."""
        return of_nation(self._world, token)

    def _common(self, token: Token) -> bool:
        return self._lexicon.ordinary(token.lower)

    def _tells(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether what follows a weak head makes it a name, and no description (`قوات خاصة`)."""
        return any(
            is_definite(t) or t.text in QUOTES or not self._common(t) or self._nation(t)
            for t in tokens[first:stop]
        ) and (
            is_definite(tokens[first])
            or any(
                is_definite(t)
                or t.text in QUOTES
                or (not self._common(t) and not self._nation(t))
                or (of_nation(self._world, t) and not self._adjective(t))
                for t in tokens[first:stop]
            )
        )

    def _adjective(self, token: Token) -> bool:
        """Whether a word is the adjective of a country and not its name."""
        return not self._world.government(token.text)
