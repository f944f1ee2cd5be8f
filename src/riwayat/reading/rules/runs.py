"""Runs of capitalised words, cut into pieces: titles, groups, places, outlets, and chunks yet unknown.

`Menteri Luar Negeri Turki Mevlut Cavusoglu` is one run and three pieces: a title, a place, a chunk that
what stands around it will say is a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.lines import Line, joined
from riwayat.reading.world import World
from riwayat.text.folding import fold
from riwayat.text.tokens import Token

PieceKind: TypeAlias = Literal["title", "group", "place", "person", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first`..`stop` (exclusive) of one sentence, and what they are."""

    first: int
    stop: int
    kind: PieceKind


_OPENING = frozenset('"“‘«(:-–—•*…[') | {"--"}


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital here may only be there because a sentence, quotation or list item begins."""
    return at == 0 or tokens[at - 1].text in _OPENING


class Runs:
    """Finds the runs of a document; knows which words the document itself writes in lower case."""

    def __init__(self, lexicon: Lexicon, world: World, lines: Sequence[Line], outlets: Iterable[str]) -> None:
        """`outlets` are names known to be outlets': the publisher's, and those of source lines."""
        self._own = {fold(n) for n in outlets}
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
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
        self._articles = tuple(f"{p}-" for p in self._particles)
        self._dates = lexicon.set("names", "months") | lexicon.set("names", "weekdays")
        self._not_names = lexicon.set("names", "not_names")
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        self._light = lexicon.set("words", "auxiliaries") | lexicon.set("words", "adverbs")
        self._bare = lexicon.set("attribution", "bare")
        self._never_last = lexicon.set("names", "not_names") - lexicon.set("heads", "portfolio")
        self._portfolio = lexicon.set("heads", "portfolio")
        self._joining = lexicon.set("words", "conjunctions") | {","}
        self._standalone = lexicon.set("heads", "standalone_groups")
        self._place_heads = lexicon.phrases("names", "place_heads")
        self._generic = lexicon.set("heads", "generic_places")
        self._plain = lexicon.set("heads", "plain_adjectives")
        self._kunyas = lexicon.set("heads", "kunyas")
        self._institutions = lexicon.phrases("heads", "institutions")
        self._territorial = lexicon.set("heads", "territorial_bodies")
        self._foreign: dict[PieceKind, frozenset[str]] = {
            "group": lexicon.set("heads", "body_words"),
            "outlet": lexicon.set("heads", "outlet_words"),
        }
        self._numerals = lexicon.set("heads", "numerals")
        self._titles = lexicon.phrases("names", "person_titles")
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
        if token.text[0].islower() and token.text.partition("-")[0] not in self._particles:
            return False  # `se-Jawa`, not `al-Jaulani`
        if not begins(tokens, at) and self._world.kind(token.text):
            return True  # `dikutip dari Antara`
        if self._opens_body(tokens, at):
            return True
        if token.lower in self._not_names or self._lexicon.stem(token.lower) in self._not_names:
            return False
        if not begins(tokens, at):
            return token.lower not in self._functions or (
                token.text in self._seen_inside and len(token.text) > 3
            )
        return self._may_begin_with_name(tokens, at)

    def _opens_body(self, tokens: Sequence[Token], at: int) -> bool:
        """`Bulan Sabit …`: the words are no names alone, the head of a body they are, if all have capitals."""
        n = self._group_heads.match(tokens, at)
        return n > 1 and all(t.is_capital for t in tokens[at : at + n])

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital inside a run belongs to it; words that are no names alone may (`Hak Asasi`)."""
        token = tokens[at]
        return (
            token.is_word
            and token.is_capital
            and token.lower not in self._dates
            and token.text not in _OPENING
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
            or word in self._lexicon.given_names
            or self._world.group(token.text)
            or self._world.strong_place(token.text)
        ):
            return True
        if "-" in token.text and token.text.split("-", 1)[0].casefold() in self._particles:
            return True
        return (self._next_is_capital(tokens, at) or self._speaks(tokens, at)) and not self._lexicon.common(
            word
        )

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

    def runs(self, line: Line) -> Iterator[tuple[int, int]]:
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
                elif step := self._bridge(tokens, j):
                    j += step
                else:
                    break
            stop = j
            while (
                stop > i + 1
                and tokens[stop - 1].lower in self._never_last
                and not self._kind(joined(tokens, i, stop))
                and not any(
                    self._group_heads.match(tokens, k) or self._kind(joined(tokens, k, stop))
                    for k in range(i, stop - 1)
                )
            ):
                stop -= 1
            yield i, stop
            i = j

    def _known_at(self, tokens: Sequence[Token], i: int) -> int:
        """How many tokens from `i` on are a known name of several words (`Zaman al-Wasl`)."""
        if not tokens[i].is_capital:
            return 0
        for length in range(min(len(tokens) - i, 8), 1, -1):
            if tokens[i + length - 1].is_capital and self._kind(joined(tokens, i, i + length)):
                return length
        return 0

    def _kind(self, phrase: str) -> Literal["person", "group", "outlet"] | None:
        return "outlet" if fold(phrase) in self._own else self._world.kind(phrase)

    def _bridge(self, tokens: Sequence[Token], j: int) -> int:
        """How many tokens at `j` hold a name together: `bin`, an initial's full stop, a number, `&`."""
        following = j + 1 < len(tokens) and tokens[j + 1].is_word and tokens[j + 1].is_capital
        word = tokens[j]
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
            if head or self._world.group(f"{tokens[j - 1].text} {word.text}"):
                return 1
            if self._titles.match_back(tokens, j) and j + 1 < len(tokens) and tokens[j + 1].text == "/":
                return 1  # `Danrem 172/PWY`
        return 0

    def pieces(self, line: Line, first: int, stop: int) -> list[Piece]:
        """Cut a run into pieces."""
        found: list[Piece] = []
        tokens, i, pending = line.tokens, first, first
        after_title = bool(self._roles.match_back(tokens, first) or self._titles.match_back(tokens, first))

        def flush(until: int) -> None:
            found.extend(Piece(a, b, "unknown") for a, b in self._parted(tokens, pending, until))

        if n := self._further_fields(tokens, first, stop):
            found.append(Piece(first, first + n, "title"))
            i = pending = first + n
            after_title = True
        while i < stop:
            after_group = bool(found) and found[-1].kind == "group" and found[-1].stop == i
            in_chunk = pending < i and tokens[i - 1].text != "/"
            piece = self._piece_at(
                tokens, i, stop, after_title=after_title, after_group=after_group, in_chunk=in_chunk
            )
            if piece is None:
                i += 1
                continue
            if piece.first > i:  # a generic head word is no part of the name, nor of the chunk before it
                flush(i)
                pending = piece.first
            flush(piece.first)
            found.append(piece)
            after_title = piece.kind == "title" or (after_title and piece.kind in ("place", "group"))
            i = pending = piece.stop
        flush(stop)
        return found

    def _further_fields(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """How many words at the head of a run go on with an office (`Bidang Politik, Hukum, dan Keamanan X`)."""
        k = first
        while k and tokens[k - 1].lower in self._joining and first - k < 2:
            k -= 1
        if k == first or not k or not tokens[k - 1].is_capital or tokens[k - 1].lower not in self._portfolio:
            return 0
        end = first
        while end < stop and tokens[end].lower in self._portfolio and not self._titles.match(tokens, end):
            end += 1
        return end - first

    def _parted(self, tokens: Sequence[Token], first: int, stop: int) -> Iterator[tuple[int, int]]:
        """A chunk cut at its slashes, since both sides are names of their own (`Xinhua/Omar Haj`)."""
        start = first
        for k in range(first, stop + 1):
            if k == stop or (tokens[k].text == "/" and not self._numbered(tokens, max(k - 1, first), stop)):
                if k > start:
                    yield start, k
                start = k + 1

    def _numbered(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """How many tokens at `i` are a number, a slash and a name (`XVII/Cenderawasih`)."""
        number = tokens[i].text.isdigit() or tokens[i].lower in self._numerals
        if not number or i + 2 >= stop or tokens[i + 1].text != "/":
            return 0
        at = i + 2
        return 2 + next((n for n in range(min(3, stop - at), 0, -1) if self._place_name(tokens, at, n)), 1)

    def _piece_at(
        self,
        tokens: Sequence[Token],
        i: int,
        stop: int,
        *,
        after_title: bool,
        after_group: bool,
        in_chunk: bool,
    ) -> Piece | None:
        if (n := min(self._titles.match(tokens, i), stop - i)) and not (
            in_chunk and len(tokens[i].text) <= 2
        ):
            end = i + n
            while (
                end < stop
                and tokens[end].lower in self._portfolio
                and not self._titles.match(tokens, end)
                and not self._numbered(tokens, end, stop)
                and self._group_heads.match(tokens, end) < 2
            ):
                end += 1
            return Piece(i, end, "title")
        if after_title and (n := self._numbered(tokens, i, stop)):
            return Piece(i, i + n, "group")
        if not in_chunk and (n := self._outlet_heads.match(tokens, i)) and n < stop - i:
            # `Kantor berita Anadolu …` opens with a common noun; `Televisi Suriah`, and `Harian X` inside, do not
            common = begins(tokens, i) and not self._world.country(joined(tokens, i + n, stop))
            return Piece(i + n if common else i, self._outlet_end(tokens, i + n, stop, after_title), "outlet")
        if not in_chunk and i and self._outlet_heads.match_back(tokens, i) and tokens[i - 1].text.islower():
            origin = next(
                (n for n in range(min(3, stop - i), 0, -1) if self._world.country(joined(tokens, i, i + n))),
                0,
            )
            return Piece(i, i + origin, "place") if origin else Piece(i, stop, "outlet")
        if tokens[i].text == "/":
            return None
        for length in range(min(stop - i, 8), 0, -1):
            phrase = joined(tokens, i, i + length)
            if phrase[-1] == "/":
                continue  # the folded name would be the same, `REUTERS/`
            kind = self._kind(phrase)
            of_state = tokens[i].text.isupper() and self._world.country(
                tokens[i].text
            )  # `AS`, and no article
            if kind == "person" and length > 1 and not of_state:
                return Piece(i, i + length, "person")
            if kind in ("group", "outlet") and not (in_chunk and length == 1 and not phrase.isupper()):
                end = i + length
                branch = next(
                    (n for n in range(min(3, stop - end), 0, -1) if self._place_name(tokens, end, n)), 0
                )
                if kind == "group" and (unit := self._numbered_unit(tokens, end, stop)):
                    return Piece(i, self._group_end(tokens, end + unit, stop, after_title=after_title), kind)
                return Piece(i, end + (branch if kind == "group" else 0), kind)  # `KontraS Sumatera Utara`
        if self._abbreviated_body(tokens, i, stop, after_title=after_title):
            return Piece(i, i + 1, "group")
        if (n := self._group_heads.match(tokens, i)) and not (after_title and after_group):
            end = self._group_end(tokens, i + n, stop, after_title=after_title)
            if end > i + n or n > 1 or (tokens[i].text.isupper() and len(tokens[i].text) > 2):
                return Piece(i, end, "group")
            if end < stop and self._world.group(tokens[end].text):
                return Piece(end, end + 1, "group")  # `Pemerintah Taliban`
        if n := min(self._place_heads.match(tokens, i), stop - i - 1):
            end = self._headed_place_end(tokens, i + n, stop)
            if after_title and self._institutions.match(tokens, i):
                end = self._group_end(tokens, i + n, stop, after_title=True)
                return Piece(i, end, "group")  # `direktur Rumah Sakit X`
            # `Kabupaten Nduga` is called Nduga; `Kota Baru` is no town called `Baru`
            bare = tokens[i].lower in self._generic and tokens[i + n].lower not in self._plain
            return Piece(i + n if bare else i, end, "place")
        for length in range(min(stop - i, 4), 0, -1):
            phrase = joined(tokens, i, i + length)
            following = tokens[i + length].lower if i + length < stop else ""
            if tokens[i].lower in self._kunyas and not self._world.government(phrase):
                continue  # `Abu Jabir` is a man's name, and a village's only where what stands around says so
            if self._is_place(
                phrase, length, following, after_title=after_title, in_chunk=in_chunk, rest=stop - i - length
            ):
                for foreign, endings in self._foreign.items():
                    if following in endings:
                        return Piece(i, i + length + 1, foreign)  # `Timbuktu Institute`, `Kyiv Independent`
                end = i + length
                while end < stop and tokens[end].lower in self._lexicon.set("names", "directions"):
                    end += 1
                return Piece(i, end, "place")
        return None

    def _numbered_unit(self, tokens: Sequence[Token], k: int, stop: int) -> int:
        """How many words at `k` head a unit of the body before, by its number (`TPNPB Kodap XII …`)."""
        n = self._group_heads.match(tokens, k) if k < stop else 0
        return n if n and k + n < stop and tokens[k + n].lower in self._numerals else 0

    def _outlet_end(self, tokens: Sequence[Token], i: int, stop: int, after_title: bool) -> int:
        """Where an outlet's name that began with a head word ends: before who works there."""
        if not after_title:
            return stop
        return next((k for k in range(i + 1, stop) if tokens[k].lower in self._lexicon.given_names), stop)

    def _bears_rank(self, tokens: Sequence[Token], k: int, stop: int) -> bool:
        """Whether a title that is also a word of offices stands before somebody's name here (`Jenderal Maruli`)."""
        n = self._titles.match(tokens, k)
        if not n or k + n >= stop:
            return False
        word = tokens[k + n].lower
        return word not in self._portfolio and not self._lexicon.common(word)

    def _group_end(self, tokens: Sequence[Token], i: int, stop: int, *, after_title: bool) -> int:
        """Where a group's name that began with a head word ends.

        Before a title or a person; a head complete in itself (`Polda`) takes only the place it belongs to.
        """
        alone = tokens[i - 1].lower in self._standalone
        whole = alone or self._group_heads.match_back(tokens, i) > 1  # `Angkatan Darat`
        k = i
        while k < stop:
            if self._titles.match(tokens, k) and tokens[k].lower not in self._portfolio and (k > i or alone):
                break
            if (k > i or whole) and self._bears_rank(tokens, k, stop):
                break
            if n := self._numbered(tokens, k, stop):
                k += n  # `Kodam XVII/Cenderawasih`
                continue
            place = next((n for n in range(min(3, stop - k), 0, -1) if self._place_name(tokens, k, n)), 0)
            word = tokens[k].lower
            if place:
                k += place
                ends = after_title or (
                    k < stop
                    and tokens[k].lower in self._lexicon.given_names
                    and not self._lexicon.common(tokens[k].lower)
                )
                if k < stop and ends and tokens[k].lower not in self._portfolio:
                    break
                continue
            if (
                k > i
                and (word in self._particles or word in self._lexicon.given_names)
                and not self._lexicon.common(word)
            ):
                break
            if (
                k > i
                and tokens[k - 1].lower in self._numerals
                and not self._person_rest(tokens, k, stop, after_title)
            ):
                k += 1  # `Kodap III Ndugama`
                continue
            if k == i and self._region_of_body(tokens, k, stop, after_title):
                k += 1
                break
            if (
                alone
                and word not in self._portfolio
                and not tokens[k].text.isupper()
                and not self._lexicon.common(word)
            ):
                break
            k += 1
        return self._without_bearer(tokens, i, k) if after_title and k == stop else k

    def _region_of_body(self, tokens: Sequence[Token], k: int, stop: int, after_title: bool) -> bool:
        """Whether a single word behind a body that every region has is its region (`Polresta Barelang`)."""
        if tokens[k - 1].lower not in self._territorial or tokens[k].lower in self._lexicon.given_names:
            return False
        return self._titles.match(tokens, k + 1) > 0 if k + 1 < stop else not after_title

    def _person_rest(self, tokens: Sequence[Token], k: int, stop: int, after_title: bool) -> bool:
        """Whether all that is left of a run behind a body's number is who holds office in it, a name of two words."""
        return after_title and stop - k == 2 and not (stop < len(tokens) and tokens[stop].text in ",(")

    def _without_bearer(self, tokens: Sequence[Token], i: int, end: int) -> int:
        """Where a body's name ends that runs into the name of who holds office in it (`Ketua Forum Warga X Y`).

        With a comma or bracket behind, the bearer comes later; else the last words that are no everyday ones
        and no place are taken for him.
        """
        if end < len(tokens) and tokens[end].text in ",(":
            return end
        k = end
        while (
            k > i + 1
            and not self._lexicon.common(tokens[k - 1].lower)
            and not self._place_name(tokens, k - 1, 1)
            and not tokens[k - 1].text.isupper()
        ):
            k -= 1
        given = next((n for n in range(k, end) if tokens[n].lower in self._lexicon.given_names), None)
        if given is not None:
            kunya = given > i + 1 and tokens[given - 1].lower in self._particles  # `Abu Qatadah`
            return given - 1 if kunya else given
        return end - 2 if end - k > 2 else k if end - k == 2 else end

    def _abbreviated_body(self, tokens: Sequence[Token], i: int, stop: int, *, after_title: bool) -> bool:
        """`Ketua SPNM Hasnah Lapasere`: capitals only, and then somebody's name."""
        word = tokens[i].text
        if len(word) < 3 or not word.isupper() or i + 1 >= stop or tokens[i + 1].text.isupper():
            return False
        if "." in word:
            return False  # `J.O. Sembiring`
        following = tokens[i + 1].lower
        return following in self._lexicon.given_names or (
            after_title
            and not self._lexicon.common(following)
            and not self._world.strong_place(tokens[i + 1].text)
        )

    def _headed_place_end(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """Where a place's name that began with a head word ends: before a title or a body."""
        k = i + 1
        while k < stop and not self._titles.match(tokens, k) and not self._group_heads.match(tokens, k):
            k += 1
        return k

    def _place_name(self, tokens: Sequence[Token], k: int, n: int) -> bool:
        phrase = joined(tokens, k, k + n)
        return bool(self._world.country(phrase)) or (
            self._world.strong_place(phrase) and phrase.casefold() not in self._lexicon.given_names
        )

    def _is_place(
        self, phrase: str, length: int, following: str, *, after_title: bool, in_chunk: bool, rest: int
    ) -> bool:
        if self._world.country(phrase):
            return (not in_chunk or length > 1) and not (after_title and following.startswith(self._articles))
        named = phrase.casefold() in self._lexicon.given_names
        if named or in_chunk:
            return False
        if after_title and rest:
            return self._world.strong_place(phrase)
        if length > 1:
            return self._world.has(phrase)
        return rest == 0 and self._world.region(phrase)
