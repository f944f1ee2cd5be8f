"""Votes: what stands in and around a capitalised chunk, and what it says of the chunk's type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwayat.model import EntityType
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.found import Found
from riwayat.reading.rules.lines import begins, joined
from riwayat.reading.rules.offices import Offices
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_AGE = 2
"""Digits of an age."""
_DOMAIN = (".com", ".net", ".org", ".co", ".id", ".tv", ".news", ".info")


class Votes:
    """Counts the votes for the chunks of one document."""

    def __init__(self, lexicon: Lexicon, world: World, clauses: Clauses, offices: Offices) -> None:
        self._lexicon, self._world, self._clauses, self._offices = lexicon, world, clauses, offices
        self._naming = lexicon.set("names", "naming_words")
        self._led_by = lexicon.phrases("words", "led_by")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._kunyas = lexicon.set("heads", "kunyas")
        self._titles = lexicon.phrases("names", "person_titles")
        self._place_heads = lexicon.phrases("names", "place_heads")
        self._group_heads = lexicon.phrases("names", "group_heads")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
        self._collective = lexicon.set("names", "collective_nouns")
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        bare = lexicon.set("attribution", "bare")
        suffixes = lexicon.set("attribution", "possessive")
        self._post = bare | {word + suffix for word in bare for suffix in suffixes}
        self._relay = lexicon.set("attribution", "relay")
        self._fillers = lexicon.set("attribution", "relay_fillers")
        self._told = lexicon.set("attribution", "told")
        if lexicon.heads_last:
            self._told -= lexicon.set("words", "prepositions")
        else:
            self._told |= lexicon.set("attribution", "contacted")
        self._tails = lexicon.phrases("names", "group_tails")
        self._bodies = lexicon.set("names", "named_bodies")
        self._relayed = lexicon.phrases("attribution", "relay")
        self._place_firsts = lexicon.set("names", "place_firsts")
        self._links = lexicon.set("names", "of_links")
        self._leads = lexicon.set("attribution", "leads")
        self._public = lexicon.phrases("names", "public_roles")
        self._owner = lexicon.set("words", "owner")
        self._of = lexicon.set("words", "of")
        self._body_words = lexicon.set("heads", "body_words")
        self._outlet_words = lexicon.set("heads", "outlet_words")
        self._capital_articles = lexicon.set("names", "articles")
        self._outlet_endings = tuple(sorted(lexicon.set("heads", "outlet_endings")))
        self._correspondents = lexicon.set("attribution", "staff")
        self._according = lexicon.phrases("attribution", "according")
        self._auxiliaries = lexicon.set("words", "auxiliaries")
        self._directions = lexicon.set("names", "directions")
        self._prepositions = lexicon.set("names", "place_prepositions")

    def of(self, f: Found) -> Counter[EntityType]:
        """The votes of what a chunk looks like and what stands about it, by type."""
        votes: Counter[EntityType] = Counter()
        self._by_words(f, votes)
        self._by_form(f, votes)
        self._by_what_stands_before(f, votes)
        if self._lexicon.heads_last:
            self._by_heads(f.line.tokens, f, votes)
        if f.piece.stop < len(f.line.tokens):
            self._by_what_follows(f, votes)
        return votes

    def _everyday(self, words: Sequence[Token]) -> int:
        """How many of the words are everyday ones, and no given names."""
        names = self._lexicon.given_names
        return sum(self._lexicon.common(w.lower) and not (len(words) > 1 and w.lower in names) for w in words)

    def _by_words(self, f: Found, votes: Counter[EntityType]) -> None:
        """What its words are: given names, everyday words, words of bodies and outlets."""
        tokens, first, stop = f.line.tokens, f.piece.first, f.piece.stop
        words = [t for t in tokens[first:stop] if t.is_word]
        phrase = joined(tokens, first, stop)
        known = sum(w.lower in self._lexicon.given_names for w in words)
        everyday = self._everyday(words)
        if known and not everyday:
            votes["person"] += (
                3
                if known * 2 >= len(words) and len(words) > 1
                else 2
                if known == len(words) and not self._world.strong_place(phrase)
                else 1
            )
        if everyday:
            votes["person"] -= 2
        if (
            any(
                w.lower in {"bin", "binti", "ibn", "abu", "al", "el"}
                or w.lower.startswith(("al-", "el-", "ash-", "az-", "an-", "ad-"))
                for w in words
            )
            and len(words) > 1
        ):
            votes["person"] += 2
        if len(words) > 1 and tokens[first].text.endswith(".") and not everyday:
            votes["person"] += 3  # `J.O. Sembiring`
        if phrase.casefold().endswith(_DOMAIN):
            votes["outlet"] += 4
        elif len(words) > 1 and any(w.lower in self._body_words for w in words):
            votes["group"] += 4
            votes["person"] -= 2
        elif (
            any(w.lower in self._outlet_words for w in (words[0], words[-1]))
            if len(words) > 1
            else phrase.casefold().endswith(self._outlet_endings)
        ):
            votes["outlet"] += 4

    def _by_form(self, f: Found, votes: Counter[EntityType]) -> None:
        """Capitals, a kunya, and whether a place is so called."""
        tokens, first = f.line.tokens, f.piece.first
        words = [t for t in tokens[first : f.piece.stop] if t.is_word]
        phrase = joined(tokens, first, f.piece.stop)
        before = tokens[first - 1] if first else None
        if len(words) == 1 and phrase.isupper() and 2 <= len(phrase) <= 8:
            votes["group"] += 3 if len(phrase) > 2 else 1
        elif len(words) == 1 and sum(c.isupper() for c in phrase) >= 3:
            votes["group"] += 3
        if words and words[0].lower in self._kunyas:
            if self._world.has(phrase) and before is not None and before.lower in self._prepositions:
                votes["place"] += 4  # `ke Abu Kamal`; else it is how a man is called
        elif self._world.strong_place(phrase):
            votes["place"] += 2
        elif self._world.has(phrase):
            votes["place"] += 1

    def _by_what_stands_before(self, f: Found, votes: Counter[EntityType]) -> None:
        """Titles, offices, prepositions and words of retelling before it."""
        tokens, first = f.line.tokens, f.piece.first
        phrase = joined(tokens, first, f.piece.stop)
        known = any(t.lower in self._lexicon.given_names for t in tokens[first : f.piece.stop] if t.is_word)
        before = tokens[first - 1] if first else None
        appositive = (
            before is not None
            and before.text == ","
            and self._offices.office_before(tokens, first - 1, apart=True)
        )
        if (
            before is not None
            and before.text == "("
            and phrase.isupper()
            and self._stands_for_body(tokens, first)
        ):
            votes["group"] += 4
        if self._offices.heads_apposition(tokens, f):
            # `Ketua Kerabat Sembulang, Ishak Mahmud,`: the person comes after
            votes["place" if self._offices.place_title(tokens, f) else "group"] += 6
        elif f.previous is not None and f.previous.kind == "title":
            votes["place" if self._offices.place_title(tokens, f) and not known else "person"] += 4
        elif (
            f.next is not None
            and f.next.kind in ("person", "title")
            and self._offices.office_before(tokens, first)
        ):
            votes["group"] += 6  # `juru bicara Kremlin Dmitry Peskov`
        elif (
            f.titled
            or appositive
            or self._led_by.match_back(tokens, first)
            or self._offices.office_before(tokens, first)
        ):
            votes["person"] += 4
        elif before is not None and f.previous is None:
            self._by_what_precedes(tokens, first, votes)
        if self._articled(tokens, first) and not self._world.kind(phrase) and not self._world.has(phrase):
            votes["outlet"] += 4  # `told The National`

    def _by_what_follows(self, f: Found, votes: Counter[EntityType]) -> None:
        """A verb of saying, brackets, a direction or an apposition behind it."""
        tokens, first, stop = f.line.tokens, f.piece.first, f.piece.stop
        words = [t for t in tokens[first:stop] if t.is_word]
        phrase = joined(tokens, first, stop)
        after = tokens[stop]
        if self._lexicon.heads_last and self._world.government(phrase):
            votes["place"] += 2  # `Baku says`
        elif after.lower in self._say or (
            after.lower in self._auxiliaries
            and stop + 1 < len(tokens)
            and tokens[stop + 1].lower in self._say
        ):
            votes["person"] += (
                2
                if len(words) == 1
                and not self._everyday(words)
                and not phrase.isupper()
                and not self._world.has(phrase)
                else 1
            )
        if after.text == "(" and stop + 1 < len(tokens):
            inside = tokens[stop + 1]
            if inside.text.isdigit() and len(inside.text) <= 2:
                votes["person"] += 8
            elif (
                inside.text.isupper()
                and len(inside.text) > 1
                and len(words) > 1
                and _initials_fit(words, inside.text)
            ):
                votes["group"] += 4
        if self._lexicon.heads_last and _aged(tokens, stop):
            votes["person"] += 6  # `Hrant Petrosyan, 61,`
        if after.lower in self._directions:
            votes["place"] += 1
        if after.text == "," and stop + 1 < len(tokens) and self._offices.role_opens(tokens, stop + 1):
            votes["person"] += 2
        elif (
            after.text == ","
            and self._lexicon.heads_last
            and (body := self._offices.body_opens(tokens, stop + 1))
        ):
            votes[body] += 4

    def _articled(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether an article with a capital of its own stands before a name: only newspapers' names keep theirs."""
        at = first - 1
        article = at > 0 and tokens[at].text.istitle() and tokens[at].lower in self._capital_articles
        return article and not begins(tokens, at)

    def _stands_for_body(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether capitals in brackets shorten the name of a body before them (`Barisan Wawasan (BW)`)."""
        k = first - 2
        while k >= 0 and tokens[k].is_word and tokens[k].is_capital and first - k < 10:
            if self._group_heads.match(tokens, k) and k < first - 2:
                return _initials_fit(tokens[k : first - 1], tokens[first].text)
            k -= 1
        return False

    def _by_heads(self, tokens: Sequence[Token], f: Found, votes: Counter[EntityType]) -> None:
        """What stands behind a name where heads stand last: `al-Watan newspaper`, `Binnish town`, `X spokesman Y`."""
        first, stop = f.piece.first, f.piece.stop
        words = tokens[first:stop]
        before = (
            tokens[first - 1 - (tokens[first - 1].lower in self._capital_articles)] if first > 1 else None
        )
        if before is not None and before.lower in self._leads:
            votes["group"] += 3  # `who heads the Jamiat`
        given = len(words) > 1 and words[0].lower in self._lexicon.given_names
        if given and votes["person"] <= 0 and not any(w.lower in self._body_words for w in words):
            votes["person"] += 3  # `James Elder`
        if words[0].lower in self._place_firsts and len(words) > 1:
            votes["place"] += 4
        if any(t.text in self._links for t in words[1:-1]):
            votes["group"] += 3
        owned = first > 1 and tokens[first - 1].lower in self._owner
        if owned and len(words) == 2 and self._world.country(tokens[first - 2].text):
            votes["person"] += 3  # `Armenia's Ararat Mirzoyan`
        if len(words) > 1 and self._place_heads.match_back(tokens, stop) == 1:
            votes["place"] += 4
        if (
            first > 1
            and tokens[first - 1].text in self._of
            and self._place_heads.match_back(tokens, first - 1)
        ):
            votes["place"] += 4  # `the town of Maarat al-Nuaman`
        if self._relayed.match_back(tokens, first):
            votes["outlet"] += 4
        if (
            any(t.text.isupper() and len(t.text) > 2 for t in words)
            and len(words) > 1
            and not all(t.text.isupper() for t in words)
        ):
            votes["group"] += 3
            votes["person"] -= 2  # `EUNAVFOR Atalanta`
        if first and tokens[first - 1].text.islower() and tokens[first - 1].lower in self._bodies:
            votes["group"] += 4  # `the rights group Yesh Din`
        if stop >= len(tokens):
            return
        if len(words) > 1 and (tokens[stop].lower in self._say):
            votes["person"] += 1
        adjective = first > 0 and tokens[first - 1].lower in ("a", "an")
        if self._outlet_heads.match(tokens, stop) and not adjective:
            votes["outlet"] += 5
        elif self._place_heads.match(tokens, stop):
            votes["place"] += 4
        elif tokens[stop].text.islower() and self._tails.match(tokens, stop):
            votes["group"] += 2
        elif self._roles.match(tokens, stop) and tokens[stop].text.islower():
            votes["group"] += 3  # `Ahrar al-Sham commander`
        elif (
            tokens[stop].lower in self._owner
            and stop + 1 < len(tokens)
            and tokens[stop + 1].text.islower()
            and self._public.match(tokens, stop + 1)
        ):
            votes["group"] += 3  # `the Kremlin's spokesman`

    def _by_what_precedes(self, tokens: Sequence[Token], first: int, votes: Counter[EntityType]) -> None:
        if self._titles.match_back(tokens, first):
            votes["person"] += 4
            return
        at = first - 1
        word = tokens[at].lower
        if self._lexicon.heads_last and self._according.match_back(tokens, first):
            votes["person"] += 1
            return
        if self._outlet_heads.match_back(tokens, first):
            votes["outlet"] += 3
        elif self._roles.match_back(tokens, first) and word not in self._collective:
            votes["person"] += 3
        elif self._place_heads.match_back(tokens, first):
            votes["place"] += 4
        elif self._group_heads.match_back(tokens, first):
            votes["group"] += 3
        elif word in self._naming:
            votes["person"] += 6
        elif self._retold(tokens, at):
            votes["outlet"] += 4
        elif word in self._correspondents:
            votes["outlet"] += 3
        elif word in self._told and not votes["person"]:
            votes["outlet"] += 2
        elif word in self._prepositions:
            votes["place"] += 2
        elif word in self._post:
            votes["person"] += 3
        elif self._according.match_back(tokens, first):
            votes["person"] += 1

    def _retold(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word of retelling stands before, fillers between: `dikutip dari laman X`."""
        while at > 0 and tokens[at].lower in self._fillers and tokens[at].lower not in self._relay:
            at -= 1
        return tokens[at].lower in self._relay


def _aged(tokens: Sequence[Token], stop: int) -> bool:
    """Whether an age between commas follows."""
    return (
        stop + 2 < len(tokens)
        and tokens[stop].text == tokens[stop + 2].text == ","
        and tokens[stop + 1].text.isdigit()
        and len(tokens[stop + 1].text) <= _AGE
    )


def _initials_fit(words: Sequence[Token], short: str) -> bool:
    initials = "".join(w.text[0] for w in words).casefold()
    return short.casefold() in initials or initials in short.casefold() or short[0].casefold() == initials[0]
