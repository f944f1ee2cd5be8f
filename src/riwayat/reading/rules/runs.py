"""Runs of capitalised words: where in a sentence names stand, with the titles and places about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.lines import OPENING, Line, begins, joined
from riwayat.reading.world import World
from riwayat.text.folding import fold
from riwayat.text.tokens import Token


class Runs:
    """Finds the runs of a document; knows which words the document itself writes in lower case."""

    def __init__(self, lexicon: Lexicon, world: World, lines: Sequence[Line], outlets: Iterable[str]) -> None:
        """`outlets` are names known to be outlets': the publisher's, and those of source lines."""
        self._own = {fold(n) for n in outlets}
        self._lexicon = lexicon
        self._world = world
        self._seen_lower = frozenset(t.text for line in lines for t in line.tokens if t.text.islower())
        self._seen_inside = frozenset(
            t.text
            for line in lines
            for i, t in enumerate(line.tokens)
            if t.is_word and t.is_capital and not begins(line.tokens, i)
        )
        self._particles = lexicon.set("names", "name_particles")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._dates = lexicon.set("names", "months") | lexicon.set("names", "weekdays")
        self._not_names = lexicon.set("names", "not_names")
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        self._light = lexicon.set("words", "auxiliaries") | lexicon.set("words", "adverbs")
        self._bare = lexicon.set("attribution", "bare")
        self._never_last = lexicon.set("names", "not_names") - lexicon.set("heads", "portfolio")
        self._tails = lexicon.phrases("names", "group_tails")
        self._places = lexicon.phrases("names", "place_heads")
        self._outlets = lexicon.phrases("names", "outlet_heads")
        self._compounds = lexicon.set("names", "compound_tails")
        self._links = lexicon.set("names", "of_links")
        self._of = lexicon.set("words", "of")
        self._articles = lexicon.set("names", "articles")
        self._linked = lexicon.set("names", "of_heads")
        self._describing = lexicon.set("names", "describing")
        self._titles = lexicon.phrases("names", "person_titles")
        self._currencies = lexicon.set("names", "currencies")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._group_heads = lexicon.phrases("names", "group_heads")
        self._functions = frozenset().union(
            *(
                lexicon.set("words", key)
                for key in (
                    "adverbs",
                    "auxiliaries",
                    "bare_verbs",
                    "clause_openers",
                    "conjunctions",
                    "determiners",
                    "prepositions",
                    "pronouns",
                )
            )
        )

    def _names_something(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if not token.is_word or not token.is_capital or token.lower in self._dates:
            return False
        if token.text[-1].isdigit() and token.lower.rstrip("0123456789.,") in self._currencies:
            return False  # `RM10`
        if token.text[0].islower() and token.text.partition("-")[0] not in self._particles:
            return False  # `se-Jawa`, not `al-Jaulani`
        if self._compounds and token.text.rpartition("-")[2] in self._compounds and "-" in token.text:
            return False  # `Iran-backed`
        if not begins(tokens, at) and self._world.kind(token.text):
            return True  # `dikutip dari Antara`
        if self._opens_body(tokens, at) or self._state_by_initials(token):
            return True
        if self._links and token.lower not in self._functions and self._heads_body(tokens, at):
            return True
        if token.lower in self._not_names or self._lexicon.stem(token.lower) in self._not_names:
            return False
        if not begins(tokens, at):
            return token.lower not in self._functions or (
                token.text in self._seen_inside and len(token.text) > 3
            )
        return self._may_begin_with_name(tokens, at)

    def _state_by_initials(self, token: Token) -> bool:
        """Whether capitals that also spell a small word are a state's initials (`US`)."""
        short = self._lexicon.heads_last and token.text.isupper() and len(token.text) > 1
        return short and token.lower in self._functions and self._world.country(token.text)

    def _opens_body(self, tokens: Sequence[Token], at: int) -> bool:
        """`Bulan Sabit …`: the words are no names alone, the head of a body they are, if all have capitals."""
        n = self._group_heads.match(tokens, at)
        if n > 1 and self._links and tokens[at + n - 1].text in self._links:
            return tokens[at].is_capital and self._next_is_capital(tokens, at + n - 1)
        return n > 1 and all(t.is_capital for t in tokens[at : at + n])

    def _heads_body(self, tokens: Sequence[Token], at: int) -> bool:
        """`Human Rights Commission`: capitals up to the word that says what body it is."""
        for k in range(at + 1, min(len(tokens), at + 5)):
            if tokens[k].text in self._conjunctions and self._everyday(tokens[k - 1]):
                continue
            if not (tokens[k].is_word and tokens[k].is_capital):
                return False
            if self._tails.match(tokens, k):
                return True
        return False

    def _joins_body(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a conjunction stands inside a body's name (`the Foreign and Expatriates Ministry`).

        The word before it must be an everyday one, since two names may stand so (`Iran and the Houthi Council`).
        """
        inside = bool(self._links) and 0 < at < len(tokens) - 2 and tokens[at].text in self._conjunctions
        return inside and self._everyday(tokens[at - 1]) and self._heads_body(tokens, at)

    def _everyday(self, token: Token) -> bool:
        return token.is_capital and self._lexicon.common(token.lower) and not self._world.country(token.text)

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital inside a run belongs to it; words that are no names alone may (`Hak Asasi`)."""
        token = tokens[at]
        return (
            token.is_word
            and token.is_capital
            and token.lower not in self._dates
            and token.text not in OPENING
        )

    def _may_begin_with_name(self, tokens: Sequence[Token], at: int) -> bool:
        """A capital that the sentence asks for is a name only where something else says so too."""
        token = tokens[at]
        word = token.lower
        if word in self._not_names or word in self._functions or word in self._bare:
            return False
        if self._titles.match(tokens, at) or self._group_heads.match(tokens, at):
            return self._next_is_capital(tokens, at) or word not in self._seen_lower
        if token.text in self._seen_inside or (token.text.isupper() and len(token.text) > 1):
            return True
        if word in self._seen_lower:
            return False
        if (
            self._introduced(tokens, at)
            or (self._links and self._world.kind(token.text) is not None)
            or word in self._lexicon.given_names
            or self._world.group(token.text)
            or (self._lexicon.heads_last and self._world.country(token.text))
            or self._world.strong_place(token.text)
        ):
            return True
        if "-" in token.text and token.text.split("-", 1)[0].casefold() in self._particles:
            return True
        shown = self._next_is_capital(tokens, at) or self._speaks(tokens, at) or self._described(tokens, at)
        return shown and not self._lexicon.common(word)

    def _described(self, tokens: Sequence[Token], at: int) -> bool:
        """`Kremlin spokesman X`, `Veritas, a legal think tank,`: an office, or what it is, follows."""
        if not self._lexicon.heads_last or at + 2 >= len(tokens):
            return False
        if tokens[at + 1].text == ",":
            return tokens[at + 2].lower in self._describing
        return tokens[at + 1].text.islower() and self._roles.match(tokens, at + 1) > 0

    def _speaks(self, tokens: Sequence[Token], at: int) -> bool:
        k = at + 1
        while k < len(tokens) and tokens[k].lower in self._light:
            k += 1
        return k < len(tokens) and tokens[k].lower in self._say

    def _introduced(self, tokens: Sequence[Token], at: int) -> bool:
        """`Rashida (27) …`, `Nuraini, ibu seorang mahasiswa, …`: an age or an office follows."""
        if at + 2 >= len(tokens):
            return False
        mark, behind = tokens[at + 1].text, tokens[at + 2]
        aged = mark == "(" and behind.text.isdigit() and len(behind.text) <= 2
        return aged or (mark == "," and self._roles.match(tokens, at + 2) > 0)

    @staticmethod
    def _next_is_capital(tokens: Sequence[Token], at: int) -> bool:
        return at + 1 < len(tokens) and tokens[at + 1].is_word and tokens[at + 1].is_capital

    def of(self, line: Line) -> Iterator[tuple[int, int]]:
        """Token ranges of the capitalised runs of a sentence."""
        tokens, i = line.tokens, 0
        while i < len(tokens):
            known = self._known_at(tokens, i)
            if not known and not self._names_something(tokens, i):
                i += 1
                continue
            j = i + max(known, 1)
            while j < len(tokens):
                if self._goes_on(tokens, j):
                    j += 1
                elif (step := self._title_over(tokens, i, j)) or (step := self._bridge(tokens, j)):
                    j += step
                else:
                    break
            stop = j
            while (
                stop > i + 1
                and tokens[stop - 1].lower in self._never_last
                and not self._tails.match_back(tokens, stop)
                and not self._known(tokens, i, stop)
                and not any(
                    self._group_heads.match(tokens, k) or self._known(tokens, k, stop)
                    for k in range(i, stop - 1)
                )
            ):
                stop -= 1
            yield i, stop
            i = j

    def _known_at(self, tokens: Sequence[Token], i: int) -> int:
        """How many tokens from `i` on are a known name of several words (`Zaman al-Wasl`)."""
        if self._lexicon.heads_last:
            if tokens[i].text in self._particles and i + 1 < len(tokens) and tokens[i + 1].is_capital:
                return 2 if self._known(tokens, i, i + 2) else 0  # `al Qaeda`
            if self._opens_with_article(tokens, i):
                return 0
        if not tokens[i].is_capital:
            return 0
        for length in range(min(len(tokens) - i, 8), 1, -1):
            last = tokens[i + length - 1]
            if (last.is_capital or last.text.isdigit()) and self._known(tokens, i, i + length):
                return length
        return 0

    def _known(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether the words are a name known beforehand; where heads stand last a state's too (`United States`)."""
        name = joined(tokens, first, stop)
        if self.kind(name) is not None:
            return True
        placed = self._world.country(name) or (stop - first > 1 and self._world.strong_place(name))
        return self._lexicon.heads_last and placed

    def _opens_with_article(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether an article that a sentence begins with stands before a name that is known without it."""
        return (
            tokens[i].lower in self._articles
            and begins(tokens, i)
            and any(self._known(tokens, i + 1, i + n) for n in range(min(len(tokens) - i, 8), 2, -1))
        )

    def _title_over(self, tokens: Sequence[Token], i: int, j: int) -> int:
        """How many tokens from `j` on belong to a title that began in the run (`Lt. Gen.`, `Secretary of State`)."""
        for k in range(max(i, j - 4), j):
            n = self._titles.match(tokens, k)
            if (
                k + n > j
                and tokens[k].is_capital
                and (k + n == len(tokens) or tokens[k + n - 1].text == "." or tokens[k + n - 1].is_capital)
            ):
                return k + n - j
        return 0

    def _linked_on(self, tokens: Sequence[Token], j: int) -> int:
        """How many tokens at `j` link a name with what goes on with it (`Ministry of the Interior`)."""
        head = tokens[j - 1]
        plain = tokens[j].text in self._of and not (
            self._titles.match_back(tokens, j)
            or self._roles.match_back(tokens, j)
            or head.lower in self._not_names
        )
        if tokens[j].text not in self._links or not (plain or head.lower in self._linked):
            return 0
        article = j + 1 < len(tokens) and tokens[j + 1].text in self._articles
        k = j + 1 + article
        names = self._lexicon.given_names
        if head.lower not in self._linked and (
            article or head.lower in names or (k < len(tokens) and tokens[k].lower in names)
        ):
            return 0  # `Bo Nga Yaung of the Tiger Force`
        people = not article and k + 1 < len(tokens) and tokens[k].lower in names and tokens[k + 1].is_capital
        if people and not self._lexicon.common(tokens[k + 1].lower) and not self._tails.match(tokens, k + 1):
            return 0  # `the Council of Omar Hassan and Ali Kamal`
        named = (
            k < len(tokens)
            and tokens[k].is_word
            and tokens[k].is_capital
            and tokens[k].lower not in self._dates
        )
        return k + 1 - j if named else 0

    def _bridge(self, tokens: Sequence[Token], j: int) -> int:
        """How many tokens at `j` hold a name together: `bin`, an initial's full stop, a number, `&`."""
        following = j + 1 < len(tokens) and tokens[j + 1].is_word and tokens[j + 1].is_capital
        word = tokens[j]
        if self._links and (n := self._linked_on(tokens, j)):
            return n
        if self._joins_body(tokens, j):
            return 2
        if word.lower in self._particles and following and word.text.islower():
            return 2
        if (
            word.text == "."
            and len(tokens[j - 1].text) <= 2
            and following
            and tokens[j - 1].end == word.start
        ):
            return 2
        if word.text in {"/", "&"} and following:
            return 2
        if word.text.isdigit() and len(word.text) <= 4 and word.start == tokens[j - 1].end + 1:
            # `Densus 88`, `Brigade 47`; not a count of people (`Rusia 15 orang`) nor a day of the month
            head = self._group_heads.match_back(tokens, j) or tokens[j - 1].text.isupper()
            if (
                not head
                and self._links
                and (self._outlets.match_back(tokens, j) or self._tails.match_back(tokens, j))
            ):
                return 1  # `Channel 14`
            if head or self._world.group(f"{tokens[j - 1].text} {word.text}"):
                return 1
            if self._titles.match_back(tokens, j) and j + 1 < len(tokens) and tokens[j + 1].text == "/":
                return 1  # `Danrem 172/PWY`
        return 0

    def kind(self, phrase: str) -> Literal["person", "group", "outlet"] | None:
        """What a name is known to be, in this report or in the world."""
        return "outlet" if fold(phrase) in self._own else self._world.kind(phrase)
