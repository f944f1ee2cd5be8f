"""Pieces of a run of capitalised words: titles, groups, places, outlets, and chunks yet unknown.

`Menteri Luar Negeri Turki Mevlut Cavusoglu` is one run and three pieces: a title, a place, a chunk that
what stands around it will say is a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.lines import Line, begins, joined
from riwayat.reading.world import World
from riwayat.text.tokens import Token

Known: TypeAlias = Literal["person", "group", "outlet"]
PieceKind: TypeAlias = Literal["title", "group", "place", "person", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first`..`stop` (exclusive) of one sentence, and what they are."""

    first: int
    stop: int
    kind: PieceKind


class Pieces:
    """Cuts the runs of a document into pieces."""

    def __init__(self, lexicon: Lexicon, world: World, kind: Callable[[str], Known | None]) -> None:
        """`kind` says what a name is known to be."""
        self._kind = kind
        self._heads_last = lexicon.heads_last
        self._tails = lexicon.phrases("names", "group_tails")
        self._links = lexicon.set("names", "of_links")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
        self._lexicon = lexicon
        self._world = world
        self._particles = lexicon.set("names", "name_particles")
        self._articles = tuple(f"{p}-" for p in self._particles)
        self._portfolio = lexicon.set("heads", "portfolio")
        self._courtesies = lexicon.phrases("heads", "courtesies")
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

    def of(self, line: Line, first: int, stop: int) -> list[Piece]:
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
            if i == pending and self._heads_last and tokens[i].text in self._links:
                i = pending = i + 1  # `Chikun Area` of `Kaduna State`
                continue
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
        n = min(self._titles.match(tokens, i), stop - i)
        if (
            self._heads_last
            and i + self._titles.match(tokens, i) > stop
            and self._group_heads.match(tokens, i)
        ):
            n = 0  # `Badr Brigade commander X`: the body ends in what may open a title
        if n and not (in_chunk and (len(tokens[i].text) <= 2 or self._inside_name(tokens, i))):
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
        if (
            self._heads_last
            and (not in_chunk or tokens[i].text == "/")
            and (end := self._tailed_end(tokens, i, stop))
        ):
            return Piece(i, end, "outlet" if self._kind(joined(tokens, i, end)) == "outlet" else "group")
        if self._heads_last and not in_chunk and (end := self._placed_end(tokens, i, stop)):
            return Piece(i, end, "place")
        if self._links and not in_chunk and (end := self._linked_end(tokens, i, stop)):
            return Piece(i, end, "unknown")
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

    def _inside_name(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a courtesy in a chunk is part of somebody's name (`Awang bin Haji Yussof`, `Hisham Tun Hussein`)."""
        before = tokens[i - 1].lower
        named = before in self._particles or before in self._lexicon.given_names
        return named and self._courtesies.match(tokens, i) > 0

    def _tailed_end(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """Where a body's name ends whose last words say what it is (`Gaza Health Ministry`, `Ministry of Defence`).

        Links go on with it (`Observatory for Human Rights`); a title ends it.
        """
        end = 0
        k = i
        while (
            k < stop
            and not (k > i and self._titles.match(tokens, k))
            and not self._outlet_heads.match(tokens, k)
        ):
            n = min(self._tails.match(tokens, k), stop - k)
            if (ends := self._place_heads.match(tokens, k)) > max(n, 1):
                end, k = 0, k + ends  # `Chikun Local Government Area`
                continue
            linked = k + n < stop and tokens[k + n].text in self._links
            if n and (k > i or n > 1 or linked):
                end = k + n
            k += max(n, 1)
        if end and end < stop and tokens[end].text in self._links:
            end = next((k for k in range(end, stop) if self._titles.match(tokens, k)), stop)
        if not end or any(self._kind(joined(tokens, k, stop)) == "person" for k in range(i, end)):
            return 0
        return end

    def _placed_end(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """Where a place's name ends whose last word says what it is (`Upper Nile State`, `Tahrir Square`)."""
        ends = (
            k
            for k in range(min(stop, i + 5), i + 1, -1)
            if 0 < self._place_heads.match_back(tokens, k) < k - i
        )
        end = next(ends, 0)
        inside = range(i, max(end - 1, i))
        if any(self._titles.match(tokens, k) or self._kind(joined(tokens, k, end)) for k in inside):
            return 0
        return end

    def _linked_end(self, tokens: Sequence[Token], i: int, stop: int) -> int:
        """Where a name ends that holds a link (`Martyrs of Sorouj`): it is one name, whatever its parts are."""
        link = next((k for k in range(i + 1, min(stop - 1, i + 4)) if tokens[k].text in self._links), None)
        if link is None or any(self._titles.match(tokens, k) for k in range(i, link)):
            return 0
        return next(
            (k for k in range(link, stop) if self._titles.match(tokens, k) or tokens[k].text == "/"), stop
        )

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
            return self._world.strong_place(phrase) and not self._heads_last
        if length > 1:
            return self._world.has(phrase)
        return rest == 0 and self._world.region(phrase)
