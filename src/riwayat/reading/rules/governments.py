"""States, capitals and local governments that act: `Ankara mengatakan`, `Presiden Rusia`, `Bupati Konawe Utara`.

Such a name is a place and a group both; the place was marked already, here the group is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import event_words
from riwayat.reading.rules.lines import Line
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_REACH = 6
"""Words that may stand between a government and what it does (`Norwegia pada Kamis lalu menjanjikan`)."""
_TO_STATES = ("ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN")
"""Types of deeds that are done to a state, and not in a place."""


class Governments:
    """Finds the places of one document that stand for a government."""

    def __init__(self, mentions: Sequence[Mention], lexicon: Lexicon, world: World, clauses: Clauses) -> None:
        self._clauses, self._world = clauses, world
        self._heads_last = lexicon.heads_last
        self._owner = lexicon.set("words", "owner")
        self._articles = lexicon.set("names", "articles")
        self._local_roles = lexicon.phrases("heads", "local_roles")
        self._state_nouns = lexicon.set("names", "state_nouns")
        self._forms, self._words = event_words(lexicon.code)
        self._titles = lexicon.phrases("names", "person_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._collective = lexicon.set("names", "collective_nouns")
        self._local = lexicon.phrases("heads", "local_heads")
        self._of = lexicon.set("words", "of")
        self._counterparts = lexicon.set("heads", "counterparts")
        self._portfolio = lexicon.set("heads", "portfolio")
        self._agent = lexicon.set("words", "agent_prepositions")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._joining = lexicon.set("words", "conjunctions") | lexicon.set("words", "with") | {","}
        self._spatial = lexicon.set("names", "place_prepositions")
        self._active = tuple(lexicon.set("words", "active_prefixes"))
        self._bare = lexicon.set("attribution", "bare")
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        self._groups = Marked(m for m in mentions if m.type == "group")
        self._people = {m.span.end: m.span for m in mentions if m.type == "person"}
        self._places = {m.span.start: m for m in mentions if m.type == "place"}

    def find(self, line: Line) -> Iterator[Mention]:
        """The governments of a sentence, as groups; names in a row are judged together."""
        tokens, i = line.tokens, 0
        while i < len(tokens):
            row, stop = self._row(tokens, i)
            if row and self._acts(tokens, i, stop):
                for mention in row:
                    near = self._groups.last_before(mention.span.end, how_many=3)
                    if not any(
                        m.span.start <= mention.span.start and mention.span.end <= m.span.end for m in near
                    ):
                        yield Mention(mention.span, "group")
            i = max(stop, i + 1)

    def _row(self, tokens: Sequence[Token], i: int) -> tuple[list[Mention], int]:
        """The places from token `i` on that stand in a row (`Mali, Burkina Faso, dan Niger`), and where it ends."""
        row: list[Mention] = []
        k = i
        while k < len(tokens):
            mention = self._places.get(tokens[k].start)
            if mention is None:
                break
            office = bool(self._local.match_back(tokens, self._past_article(tokens, k))) or (
                self._heads_last and (self._local_role(tokens, k, mention) or self._of_holder(tokens, k))
            )
            adjective = self._heads_last and self._world.nation(mention.span.text) is not None
            if not (office or adjective or self._world.government(mention.span.text)):
                break
            row.append(mention)
            stop = next(
                (n for n in range(k, len(tokens)) if tokens[n].start >= mention.span.end), len(tokens)
            )
            k = stop
            while k < len(tokens) and tokens[k].lower in self._joining and k - stop < 2:
                k += 1
            if k == stop or k >= len(tokens) or tokens[k].start not in self._places:
                return row, stop
        return row, k

    def _acts(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        if (
            first > 1
            and tokens[first - 1].lower in self._of
            and tokens[first - 2].lower in self._counterparts
        ):
            return True
        first = self._past_article(tokens, first)  # `the United States said`
        before = tokens[first - 1] if first else None
        if self._local.match_back(tokens, first) or self._office_before(tokens, first):
            return True
        if self._heads_last and (
            self._of_holder(tokens, first) or self._owns_somebody(tokens, stop) or self._meant(tokens, first)
        ):
            return True
        if self._heads_last and self._describes(tokens, first, stop):
            return True
        if self._roles.match_back(tokens, first) and tokens[first - 1].lower not in self._collective:
            return True
        if before is not None and (before.lower in self._agent or before.lower in self._bare):
            return True
        if (
            before is not None
            and before.lower in self._joining
            and (
                before.text != "," or self._does(tokens, stop, far=False)
            )  # not `gedung DPR, Jakarta, Senin`
            and first > 1
            and any(
                tokens[first - 2].end == m.span.end
                for m in self._groups.last_before(before.start, how_many=3)
            )
        ):
            return True
        if before is not None and self._clauses.is_verb(before) and before.lower not in self._spatial:
            # a capital is spoken to and of as a government, but `mengunjungi Ankara` is about the town
            return before.lower in self._say or (
                before.lower.startswith(self._active) and not self._capital(tokens, first)
            )
        if self._heads_last and before is not None and before.lower in self._conjunctions:
            return self._does(tokens, stop, far=False)  # `… and Peru declared`
        opens = (
            before is None
            or before.text in ',;:"“('
            or self._clauses.is_coordinator(before)
            or self._clauses.is_opener(before)
        )
        return opens and self._does(tokens, stop, far=before is None)

    def _owns_somebody(self, tokens: Sequence[Token], stop: int) -> bool:
        """`Britain's Keir Starmer`"""
        owner = stop + 1 < len(tokens) and tokens[stop].lower in self._owner
        return owner and any(p.start == tokens[stop + 1].start for p in self._people.values())

    def _meant(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a deed done to a state ends in the preposition before it (`imposed sanctions on Iran`)."""
        at = self._past_article(tokens, first)
        n = self._forms.match_back(tokens, at)
        told = self._words[" ".join(t.lower for t in tokens[at - n : at])] if n > 1 else ()
        return any(w.type in _TO_STATES for w in told)

    def _past_article(self, tokens: Sequence[Token], first: int) -> int:
        """Where a name begins, its article included."""
        return first - (first > 0 and tokens[first - 1].lower in self._articles)

    def _of_holder(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether who holds an office stands before, and `of` (`Governor X of Kaduna State`)."""
        at = self._past_article(tokens, first) - 1
        if at < 2 or tokens[at].lower not in self._of:
            return False
        person = self._people.get(tokens[at - 1].end)
        k = next((n for n in range(at) if person is not None and tokens[n].end > person.start), 0)
        return bool(k and (self._titles.match_back(tokens, k) or self._roles.match_back(tokens, k)))

    def _local_role(self, tokens: Sequence[Token], first: int, mention: Mention) -> bool:
        """Whether an office of a place's government stands behind it (`Kirkuk's governor`)."""
        k = next((n for n in range(first, len(tokens)) if tokens[n].start >= mention.span.end), len(tokens))
        owned = k < len(tokens) and tokens[k].lower in self._owner
        k += owned
        if k >= len(tokens):
            return False
        if owned:  # `Puntland's ports minister`
            return any(
                self._local_roles.match(tokens, n) or self._titles.match(tokens, n)
                for n in range(k, min(len(tokens), k + 3))
            )
        return self._local_roles.match(tokens, k) > 0

    def _describes(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether it stands before who acts for it (`Turkish forces`, `Russia's foreign minister`)."""
        k = stop + (stop < len(tokens) and tokens[stop].lower in self._owner)
        last = tokens[stop - 1].text
        adjective = self._world.nation(last) is not None or (last.isupper() and len(last) > 1)  # `a US drone`
        for at in range(k, min(len(tokens), k + 3)):
            if (
                self._titles.match(tokens, at)
                or self._roles.match(tokens, at)
                or self._local_roles.match(tokens, at)
            ):
                return at == k or adjective or all(t.lower in self._portfolio for t in tokens[k:at])
            if adjective and (tokens[at].lower in self._state_nouns or self._forms.match(tokens, at)):
                return not self._clauses.is_verb(tokens[at])
            if (
                self._clauses.is_stop(tokens[at])
                or self._clauses.is_preposition(tokens[at])
                or self._clauses.is_verb(tokens[at])
            ):
                return False
        return False

    def _capital(self, tokens: Sequence[Token], first: int) -> bool:
        mention = self._places.get(tokens[first].start)
        return mention is not None and not self._world.country(mention.span.text)

    def _office_before(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a title ends before a name, its field between (`Menteri Komunikasi Burkina Faso`)."""
        if self._titles.match_back(tokens, first):
            return True
        k = first
        while k and tokens[k - 1].is_capital and tokens[k - 1].lower in self._portfolio:
            k -= 1
        return k < first and self._titles.match_back(tokens, k) > 0

    def _does(self, tokens: Sequence[Token], stop: int, *, far: bool) -> bool:
        """Whether a verb follows, at once or, from the head of a sentence, behind an adverbial."""
        if self._heads_last and far:
            stop = self._past_aside(tokens, stop)
        for k in range(stop, min(len(tokens), stop + _REACH)):
            if self._clauses.is_verb(tokens[k]):
                return True
            if tokens[k].text == "," or not (far or self._clauses.is_light(tokens[k])):
                return False
        return False

    def _past_aside(self, tokens: Sequence[Token], stop: int) -> int:
        """Behind a relative clause or apposition between commas (`Vietnam, which also claims the reefs,`)."""
        if stop >= len(tokens) or tokens[stop].text != ",":
            return stop
        close = next((k for k in range(stop + 1, len(tokens)) if tokens[k].text in ",.;:"), len(tokens))
        return close + 1 if close < len(tokens) and tokens[close].text == "," else stop
