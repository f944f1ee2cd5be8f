"""Offices beside names: whether one stands before a name, or is set beside it behind a comma."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import EntityType
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.found import Found
from riwayat.text.tokens import Token


class Offices:
    """Answers questions about the offices in one document."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses) -> None:
        self._lexicon, self._clauses = lexicon, clauses
        self._dates = lexicon.set("names", "months") | lexicon.set("names", "weekdays")
        self._relatives = lexicon.phrases("names", "relatives")
        self._place_titles = lexicon.phrases("heads", "place_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._articles = lexicon.set("words", "determiners")
        self._portfolio = lexicon.set("heads", "portfolio")
        self._titles = lexicon.phrases("names", "person_titles")
        self._place_heads = lexicon.phrases("names", "place_heads")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
        self._collective = lexicon.set("names", "collective_nouns")
        self._bodies = lexicon.set("names", "named_bodies")
        self._describing = lexicon.set("names", "describing")
        self._prepositions = lexicon.set("names", "place_prepositions")

    def office_before(self, tokens: Sequence[Token], stop: int, *, apart: bool = False) -> bool:
        """Whether the noun phrase that ends before `stop` opens with a title or office.

        `juru bicara militer Pakistan X`; with `apart`, a comma stands between, and any word for a person will do.
        """
        if stop and tokens[stop - 1].lower in self._prepositions:
            return False
        if self._lexicon.heads_last:
            end = stop - 1 if apart and stop and tokens[stop - 1].text == "," else stop
            return self.ends_in_office(tokens, end, apart=apart)
        if stop > 2 and tokens[stop - 1].text == ")":  # `Presiden Komite Internasional Palang Merah (ICRC) X`
            stop = next((k for k in range(stop - 2, 0, -1) if tokens[k].text == "("), stop)
        for k in range(stop - 1, max(-1, stop - 12), -1):
            n = max(self._titles.match(tokens, k), self._roles.match(tokens, k))
            if (
                n
                and k + n <= stop
                and (apart or tokens[k].lower not in self._collective)
                and not self._relatives.match(tokens, k)
            ):
                return True
            if self.parts_office(tokens, k):
                return False
        return False

    def ends_in_office(self, tokens: Sequence[Token], stop: int, *, apart: bool) -> bool:
        """Whether the phrase before a name ends in an office, what it is an office of behind it at most."""
        if self._roles.match_back(tokens, stop) or self._titles.match_back(tokens, stop):
            return True
        if not apart:
            return False
        for k in range(stop - 1, max(-1, stop - 10), -1):  # `A spokesman for the army, X`
            if self.parts_office(tokens, k):
                return False
            if self._clauses.is_preposition(tokens[k]) and (
                self._roles.match_back(tokens, k) or self._titles.match_back(tokens, k)
            ):
                return True
        return False

    def parts_office(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word or mark cannot stand inside an office; a comma may between its fields."""
        if tokens[k].text == ",":
            return not (
                tokens[k - 1].lower in self._portfolio
                and any(t.lower in self._portfolio and t.is_capital for t in tokens[k + 1 : k + 3])
            )
        return (
            tokens[k].text in '.;:()"“”'
            or self._clauses.is_verb(tokens[k])
            or self._clauses.is_opener(tokens[k])
            or self._clauses.is_relative(tokens[k])
        )

    def heads_apposition(self, tokens: Sequence[Token], f: Found) -> bool:
        """Whether a chunk behind a title is followed, after a comma, by the name of who bears it."""
        stop = f.piece.stop
        if f.previous is None or f.previous.kind != "title" or stop >= len(tokens):
            return False
        if self._relatives.match_back(tokens, f.previous.first):
            return False  # `istri Presiden X, Y,`
        if tokens[stop].is_capital and self._titles.match(tokens, stop):
            return True
        short = stop == f.piece.first + 1 and tokens[f.piece.first].text.isupper()
        if short and tokens[stop].text == "," and self._titles.match(tokens, stop + 1):
            return True  # `Presiden PKR, Datuk Seri X`
        if stop + 2 >= len(tokens) or tokens[stop].text != ",":
            return False
        k = stop + 1
        while (
            k < len(tokens)
            and tokens[k].is_word
            and tokens[k].is_capital
            and tokens[k].lower not in self._dates
        ):
            k += 1
        return (
            k > stop + 1
            and k < len(tokens)
            and (tokens[k].text in {",", "(", "."} or self._clauses.is_verb(tokens[k]))
        )

    def place_title(self, tokens: Sequence[Token], f: Found) -> bool:
        """Whether the title before a chunk is one that a place follows (`Kapolres Yahukimo`)."""
        p = f.previous
        return p is not None and self._place_titles.match(tokens, p.first) == p.stop - p.first

    def role_opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an apposition that begins at a word says what somebody is (`a spokesman for`, `head of`)."""
        if not self._lexicon.heads_last:
            return self._roles.match(tokens, at) > 0
        k = self.past_article(tokens, at)
        for i in range(k, min(len(tokens), k + 5)):
            if self._roles.match(tokens, i) or self._titles.match(tokens, i):
                return True
            if self.parts_phrases(tokens[i]):
                return False
        return False

    def past_article(self, tokens: Sequence[Token], k: int) -> int:
        """Behind what may open an apposition: `yang`, `seorang`."""
        while k + 1 < len(tokens) and (
            self._clauses.is_relative(tokens[k]) or tokens[k].lower in self._articles
        ):
            k += 1
        return k

    def parts_phrases(self, token: Token) -> bool:
        """Whether a noun phrase ends before a word."""
        return (
            self._clauses.is_stop(token)
            or self._clauses.is_verb(token)
            or self._clauses.is_preposition(token)
        )

    def body_opens(self, tokens: Sequence[Token], at: int) -> EntityType | None:
        """What an apposition says that a name is a body's or an outlet's (`Haalvsh, a Baluch news site,`)."""
        if at >= len(tokens) or tokens[at].lower not in self._describing:
            return None
        for i in range(at + 1, min(len(tokens), at + 6)):
            if self._outlet_heads.match(tokens, i):
                return "outlet"
            if tokens[i].lower in self._bodies:
                return "group"
            if self._place_heads.match(tokens, i):
                return "place"
            if self.parts_phrases(tokens[i]):
                return None
        return None
