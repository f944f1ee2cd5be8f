"""Mentions: which words name a person, a group, a place or an outlet.

Each capitalised chunk is judged by what stands around it, and all that the document says of the same
words counts together, so that a name introduced once with its title is known wherever it returns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from riwayat.model import EntityType, Report, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.common_bodies import common_bodies
from riwayat.reading.rules.lines import Line, begins, joined
from riwayat.reading.rules.pieces import Piece, Pieces
from riwayat.reading.rules.runs import Runs
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_DOMAIN = (".com", ".net", ".org", ".co", ".id", ".tv", ".news", ".info")


class _Found:
    """A piece of a run in its line."""

    __slots__ = ("line", "next", "piece", "previous", "titled")

    def __init__(self, line: Line, piece: Piece, previous: Piece | None, titled: bool) -> None:
        self.line, self.piece, self.previous, self.titled = line, piece, previous, titled
        self.next: Piece | None = None


def find_mentions(report: Report, lines: Sequence[Line], lexicon: Lexicon, world: World) -> list[Mention]:
    """The names of a report, in order; no two overlap but a place inside a group's name.

    Args:
        report: the report; its outlet and dateline are known already.
        lines: its sentences, cut into tokens.
        lexicon: the word lists of its language.
        world: what is known of the names.
    """
    text = report.text
    own = [n for n in (report.outlet.name, report.outlet.domain, *report.cites) if n]
    own += [
        n[len(a) + 1 :]
        for n in own
        for a in lexicon.set("names", "articles")
        if n.casefold().startswith(f"{a} ")
    ]
    runs = Runs(lexicon, world, lines, own)
    pieces = Pieces(lexicon, world, runs.kind)
    found: list[_Found] = []
    for line in lines:
        for first, stop in runs.of(line):
            previous: Piece | None = None
            titled = False
            for piece in pieces.of(line, first, stop):
                if previous is not None:
                    found[-1].next = piece
                found.append(_Found(line, piece, previous, titled))
                titled = piece.kind == "title" or (titled and piece.kind in ("group", "place"))
                previous = piece
    judge = _Judge(lines, lexicon, world)
    kinds = judge.kinds(found)
    mentions: list[Mention] = []
    for f in found:
        span = f.line.span(text, f.piece.first, f.piece.stop)
        kind, sure = kinds.get(id(f), (None, False))
        if kind is not None:
            if report.dateline and span.start >= report.dateline.start and span.end <= report.dateline.end:
                kind, sure = "place", True
            mentions.append(Mention(span, kind, sure, judge.public(f) if kind == "person" else None))
    headed = _with_heads_behind if lexicon.heads_last else _with_headed_groups
    mentions = headed(text, lines, mentions, lexicon)
    if lexicon.heads_last:
        mentions += common_bodies(text, lines, mentions, lexicon)
    return sorted(mentions, key=lambda m: (m.span.start, -m.span.end))


class _Judge:
    def __init__(self, lines: Sequence[Line], lexicon: Lexicon, world: World) -> None:
        self._lexicon, self._world = lexicon, world
        self._clauses = Clauses(lexicon, lines)
        self._naming = lexicon.set("names", "naming_words")
        self._led_by = lexicon.phrases("words", "led_by")
        self._dates = lexicon.set("names", "months") | lexicon.set("names", "weekdays")
        self._relatives = lexicon.phrases("names", "relatives")
        self._place_titles = lexicon.phrases("heads", "place_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._private = lexicon.phrases("names", "private_roles")
        self._public = lexicon.phrases("names", "public_roles")
        self._articles = lexicon.set("words", "determiners")
        self._courtesies = lexicon.phrases("heads", "courtesies")
        self._portfolio = lexicon.set("heads", "portfolio")
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
        self._told = lexicon.set("attribution", "told") | lexicon.set("attribution", "contacted")
        self._told -= lexicon.set("words", "prepositions") if lexicon.heads_last else frozenset()
        self._tails = lexicon.phrases("names", "group_tails")
        self._bodies = lexicon.set("names", "named_bodies")
        self._relayed = lexicon.phrases("attribution", "relay")
        self._place_firsts = lexicon.set("names", "place_firsts")
        self._owner = lexicon.set("words", "owner")
        self._links = lexicon.set("names", "of_links")
        self._of = lexicon.set("words", "of")
        self._describing = lexicon.set("names", "describing")
        self._body_words = lexicon.set("heads", "body_words")
        self._outlet_words = lexicon.set("heads", "outlet_words")
        self._capital_articles = lexicon.set("names", "articles")
        self._outlet_endings = tuple(sorted(lexicon.set("heads", "outlet_endings")))
        self._correspondents = lexicon.set("attribution", "staff")
        self._according = lexicon.phrases("attribution", "according")
        self._auxiliaries = lexicon.set("words", "auxiliaries")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._directions = lexicon.set("names", "directions")
        self._prepositions = lexicon.set("names", "place_prepositions")

    def kinds(self, found: Sequence[_Found]) -> dict[int, tuple[EntityType | None, bool]]:
        """The type of each piece, and whether it is sure; by the piece's identity."""
        evidence: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for f in found:
            if f.piece.kind == "unknown":
                evidence[self._key(f)].update(Counter() if self._of_office(f) else self._evidence(f))
        decided = {key: self._decide(key, counts) for key, counts in evidence.items()}
        for f, before in self._coordinated(found):
            kind = decided[self._key(before)][0] if before.piece.kind == "unknown" else before.piece.kind
            if kind in ("person", "group", "place", "outlet") and decided[self._key(f)][0] is None:
                decided[self._key(f)] = (kind, False)
        # What is plain in one place is so in every other.
        plain = {self._key(f): f.piece.kind for f in found if f.piece.kind in ("person", "group", "outlet")}
        for key in decided:
            if key in plain:
                decided[key] = (cast(EntityType, plain[key]), True)
        # A part of a person's name, alone, is that person.
        people = [set(key.split()) for key, (kind, _) in decided.items() if kind == "person" and " " in key]
        people += [set(self._key(f).split()) for f in found if f.piece.kind == "person"]
        for key, (kind, sure) in decided.items():
            words = set(key.split())
            if (kind in (None, "outlet") or not sure) and any(words < person for person in people):
                decided[key] = ("person", True)
        return {
            id(f): decided[self._key(f)]
            if f.piece.kind == "unknown"
            else (None if f.piece.kind == "title" else f.piece.kind, True)
            for f in found
        }

    def _of_office(self, f: _Found) -> bool:
        """Whether a piece is nothing but words of an office (`Bidang Politik, Hukum, dan Keamanan`)."""
        return all(
            t.lower in self._portfolio and not (t.text.isupper() and len(t.text) > 1)
            for t in f.line.tokens[f.piece.first : f.piece.stop]
        )

    def _coordinated(self, found: Sequence[_Found]) -> Iterator[tuple[_Found, _Found]]:
        """Unknown pieces that stand in a row with another (`Tapuwatu dan Walalindu`), and that other."""
        for before, f in pairwise(found):
            if f.piece.kind == "unknown" and f.line is before.line and not self._of_office(f):
                between = f.line.tokens[before.piece.stop : f.piece.first]
                if 1 <= len(between) <= 2 and all(
                    t.text == "," or t.lower in self._conjunctions for t in between
                ):
                    yield f, before

    def _key(self, f: _Found) -> str:
        return joined(f.line.tokens, f.piece.first, f.piece.stop).casefold()

    def _articled(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether an article with a capital of its own stands before a name: only newspapers' names keep theirs."""
        at = first - 1
        article = at > 0 and tokens[at].text.istitle() and tokens[at].lower in self._capital_articles
        return article and not begins(tokens, at)

    def _evidence(self, f: _Found) -> Counter[EntityType]:
        tokens, first, stop = f.line.tokens, f.piece.first, f.piece.stop
        votes: Counter[EntityType] = Counter()
        words = [t for t in tokens[first:stop] if t.is_word]
        phrase = joined(tokens, first, stop)
        before = tokens[first - 1] if first else None
        after = tokens[stop] if stop < len(tokens) else None
        # what it looks like
        known = sum(w.lower in self._lexicon.given_names for w in words)
        everyday = sum(
            self._lexicon.common(w.lower) and not (len(words) > 1 and w.lower in self._lexicon.given_names)
            for w in words
        )
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
        # what stands before it
        appositive = (
            before is not None and before.text == "," and self._office_before(tokens, first - 1, apart=True)
        )
        if (
            before is not None
            and before.text == "("
            and phrase.isupper()
            and self._stands_for_body(tokens, first)
        ):
            votes["group"] += 4
        if self._heads_apposition(tokens, f):
            # `Ketua Kerabat Sembulang, Ishak Mahmud,`: the person comes after
            votes["place" if self._place_title(tokens, f) else "group"] += 6
        elif f.previous is not None and f.previous.kind == "title":
            votes["place" if self._place_title(tokens, f) and not known else "person"] += 4
        elif f.next is not None and f.next.kind in ("person", "title") and self._office_before(tokens, first):
            votes["group"] += 6  # `juru bicara Kremlin Dmitry Peskov`
        elif (
            f.titled
            or appositive
            or self._led_by.match_back(tokens, first)
            or self._office_before(tokens, first)
        ):
            votes["person"] += 4
        elif before is not None and f.previous is None:
            self._by_what_precedes(tokens, first, votes)
        if self._articled(tokens, first) and not self._world.kind(phrase) and not self._world.has(phrase):
            votes["outlet"] += 4  # `told The National`
        # what comes after it
        if self._lexicon.heads_last:
            self._by_heads(tokens, f, votes)
        if after is not None:
            if after.lower in self._say or (
                after.lower in self._auxiliaries
                and stop + 1 < len(tokens)
                and tokens[stop + 1].lower in self._say
            ):
                votes["person"] += (
                    2
                    if len(words) == 1
                    and not everyday
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
            if after.lower in self._directions:
                votes["place"] += 1
            if after.text == "," and stop + 1 < len(tokens) and self._role_opens(tokens, stop + 1):
                votes["person"] += 2
            elif (
                after.text == ","
                and self._lexicon.heads_last
                and (body := self._body_opens(tokens, stop + 1))
            ):
                votes[body] += 4
        return votes

    def _stands_for_body(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether capitals in brackets shorten the name of a body before them (`Barisan Wawasan (BW)`)."""
        k = first - 2
        while k >= 0 and tokens[k].is_word and tokens[k].is_capital and first - k < 10:
            if self._group_heads.match(tokens, k) and k < first - 2:
                return _initials_fit(tokens[k : first - 1], tokens[first].text)
            k -= 1
        return False

    def _role_opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an apposition that begins at a word says what somebody is (`a spokesman for`, `head of`)."""
        if not self._lexicon.heads_last:
            return self._roles.match(tokens, at) > 0
        k = self._past_article(tokens, at)
        for i in range(k, min(len(tokens), k + 5)):
            if self._roles.match(tokens, i) or self._titles.match(tokens, i):
                return True
            if self._parts_phrases(tokens[i]):
                return False
        return False

    def _parts_phrases(self, token: Token) -> bool:
        """Whether a noun phrase ends before a word."""
        return (
            self._clauses.is_stop(token)
            or self._clauses.is_verb(token)
            or self._clauses.is_preposition(token)
        )

    def _body_opens(self, tokens: Sequence[Token], at: int) -> EntityType | None:
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
            if self._parts_phrases(tokens[i]):
                return None
        return None

    def _by_heads(self, tokens: Sequence[Token], f: _Found, votes: Counter[EntityType]) -> None:
        """What stands behind a name where heads stand last: `al-Watan newspaper`, `Binnish town`, `X spokesman Y`."""
        first, stop = f.piece.first, f.piece.stop
        words = tokens[first:stop]
        if words[0].lower in self._place_firsts and len(words) > 1:
            votes["place"] += 4
        if any(t.text in self._links for t in words[1:-1]):
            votes["group"] += 3
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

    def _office_before(self, tokens: Sequence[Token], stop: int, *, apart: bool = False) -> bool:
        """Whether the noun phrase that ends before `stop` opens with a title or office.

        `juru bicara militer Pakistan X`; with `apart`, a comma stands between, and any word for a person will do.
        """
        if stop and tokens[stop - 1].lower in self._prepositions:
            return False
        if self._lexicon.heads_last:
            end = stop - 1 if apart and stop and tokens[stop - 1].text == "," else stop
            return self._ends_in_office(tokens, end, apart=apart)
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
            if self._parts_office(tokens, k):
                return False
        return False

    def _ends_in_office(self, tokens: Sequence[Token], stop: int, *, apart: bool) -> bool:
        """Whether the phrase before a name ends in an office, what it is an office of behind it at most."""
        if self._roles.match_back(tokens, stop) or self._titles.match_back(tokens, stop):
            return True
        if not apart:
            return False
        for k in range(stop - 1, max(-1, stop - 10), -1):  # `A spokesman for the army, X`
            if self._parts_office(tokens, k):
                return False
            if self._clauses.is_preposition(tokens[k]) and (
                self._roles.match_back(tokens, k) or self._titles.match_back(tokens, k)
            ):
                return True
        return False

    def _parts_office(self, tokens: Sequence[Token], k: int) -> bool:
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

    def _heads_apposition(self, tokens: Sequence[Token], f: _Found) -> bool:
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

    def _place_title(self, tokens: Sequence[Token], f: _Found) -> bool:
        """Whether the title before a chunk is one that a place follows (`Kapolres Yahukimo`)."""
        p = f.previous
        return p is not None and self._place_titles.match(tokens, p.first) == p.stop - p.first

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

    def _decide(self, key: str, votes: Counter[EntityType]) -> tuple[EntityType | None, bool]:
        words = key.split()
        if votes:
            (kind, score), *rest = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
            margin = score - (rest[0][1] if rest else 0)
            if score >= 2 and margin >= 1:
                return kind, score >= 3
            if score >= 2:
                return (
                    "person" if "person" in votes and votes["person"] == score and len(words) > 1 else kind
                ), False
        return None, False

    def public(self, f: _Found) -> bool | None:
        """True for people with an office or rank, false for those in a private role, null where neither shows."""
        tokens, first, stop = f.line.tokens, f.piece.first, f.piece.stop
        role = self._standing_before(tokens, first)
        if role is None and stop + 1 < len(tokens) and tokens[stop].text == ",":
            role = self._standing(tokens, self._past_article(tokens, stop + 1))
        if (
            role is None
            and stop + 1 < len(tokens)
            and tokens[stop].text == "("
            and tokens[stop + 1].text.isdigit()
        ):
            return False
        return role

    def _past_article(self, tokens: Sequence[Token], k: int) -> int:
        """Behind what may open an apposition: `yang`, `seorang`."""
        while k + 1 < len(tokens) and (
            self._clauses.is_relative(tokens[k]) or tokens[k].lower in self._articles
        ):
            k += 1
        return k

    def _standing(self, tokens: Sequence[Token], k: int) -> bool | None:
        """Whether the role that begins at `k` is an office or a private one; null where none does.

        Of two that begin there the longer one counts, of the same words the private (`guru`).
        """
        courtesy = self._courtesies.match(tokens, k)
        office = max(self._titles.match(tokens, k), self._public.match(tokens, k))
        private = self._private.match(tokens, k)
        if private and private >= office:
            return False
        return True if office > courtesy else None

    def _standing_before(self, tokens: Sequence[Token], first: int) -> bool | None:
        """The role that heads the noun phrase before a name (`juru bicara Pentagon X`, `seorang warga, X`)."""
        at = first
        if at and tokens[at - 1].text == ",":
            at -= 1
        found: bool | None = None
        for k in range(at - 1, max(-1, at - 12), -1):
            if self._parts_office(tokens, k) and tokens[k].lower not in self._naming:
                break
            if self._clauses.is_preposition(tokens[k]) and not tokens[k].is_capital:
                break
            if at == first and self._relatives.match(tokens, k):
                break  # `anak Gubernur X`
            here = self._standing(tokens, k)
            found = found if here is None else here
        return found


def _initials_fit(words: Sequence[Token], short: str) -> bool:
    initials = "".join(w.text[0] for w in words).casefold()
    return short.casefold() in initials or initials in short.casefold() or short[0].casefold() == initials[0]


def _with_headed_groups(
    text: str, lines: Sequence[Line], mentions: list[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Groups named by a common noun and a name: `militer Suriah`, `rezim Assad`, `pasukan keamanan Irak`."""
    heads = lexicon.phrases("names", "group_heads")
    modifiers = lexicon.set("names", "group_modifiers")
    led_by = lexicon.phrases("words", "led_by")
    by_start = {m.span.start: m for m in mentions}
    covered = {at for m in mentions for at in range(m.span.start, m.span.end)}
    taken: set[int] = set()
    out: list[Mention] = []
    for line in lines:
        tokens, i = line.tokens, 0
        while i < len(tokens):
            n = heads.match(tokens, i) if tokens[i].start not in covered else 0
            while n and tokens[i + n - 1].start in covered:
                n -= 1  # `tentara Suriah`: what is named already is no part of the head
            if not n:
                i += 1
                continue
            j = i + n
            while j < len(tokens) and tokens[j].lower in modifiers:
                j += 1
            named = by_start.get(tokens[j].start) if j < len(tokens) else None
            if named is not None and named.type == "person" and led_by.match_back(tokens, j):
                named = None  # `kelompok pimpinan X`: a description
            if (
                named is not None
                and (named.type in ("place", "person"))
                and (named.type != "person" or tokens[i].lower in lexicon.set("names", "led_groups"))
            ):
                span = Span(tokens[i].start, named.span.end, text[tokens[i].start : named.span.end])
                out.append(Mention(span, "group"))
                if named.type == "person":
                    taken.add(named.span.start)  # `rezim Assad` is a group, and no person
            i = max(j, i + 1)
    return [*(m for m in mentions if m.span.start not in taken), *out]


def _with_heads_behind(
    text: str, lines: Sequence[Line], mentions: list[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Groups named by a name and a common noun behind it: `Syrian army`, `Oromia regional government`."""
    heads = lexicon.phrases("names", "headed_by_name")
    led = lexicon.set("names", "led_groups")
    modifiers = lexicon.set("names", "group_modifiers")
    owner = lexicon.set("words", "owner")
    ends = {m.span.end: m for m in mentions if m.type in ("place", "person")}
    starts = {m.span.start for m in mentions}
    out: list[Mention] = []
    taken: set[int] = set()
    for line in lines:
        tokens = line.tokens
        for i, token in enumerate(tokens[:-1]):
            named = ends.get(token.end)
            if named is None:
                continue
            k = i + 1
            while k < len(tokens) and tokens[k].lower in modifiers and not heads.match(tokens, k):
                k += 1
            n = heads.match(tokens, k) if k < len(tokens) and tokens[k].start not in starts else 0
            if not n or tokens[i + 1].lower in owner or tokens[k].is_capital:
                continue
            if named.type == "person" and tokens[k].lower not in led:
                continue
            out.append(
                Mention(
                    Span(
                        named.span.start,
                        tokens[k + n - 1].end,
                        text[named.span.start : tokens[k + n - 1].end],
                    ),
                    "group",
                )
            )
            if named.type == "person":
                taken.add(named.span.start)
    return [*(m for m in mentions if m.span.start not in taken), *out]
