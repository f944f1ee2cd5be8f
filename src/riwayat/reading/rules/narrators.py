"""Who a noun phrase names as having said something: its kind, its name, whether it points back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from riwayat.model import NarratorKind, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention, Narrator
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_SITE = re.compile(r"[\w-]+(\.[a-z]{2,})+")
"""A name that is a site's address (`Actualite.cd`)."""


class Narrators:
    """Reads noun phrases of one document."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        world: World,
        clauses: Clauses,
        mentions: Sequence[Mention],
        lines: Sequence[Line],
    ) -> None:
        self._text, self._lexicon, self._world, self._clauses = text, lexicon, world, clauses
        self._marked = Marked(mentions)
        kinds: tuple[NarratorKind, ...] = get_args(NarratorKind)
        self._heads = {k: lexicon.phrases("attribution", f"kinds.{k}") for k in kinds}
        self._singular = lexicon.set("attribution", "singular")
        self._plural = lexicon.set("attribution", "plural")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._relatives = lexicon.phrases("names", "relatives")
        self._inner_prepositions = lexicon.set("attribution", "inner_prepositions")
        self._vehicles = lexicon.phrases("attribution", "vehicles")
        self._correspondents = lexicon.set("attribution", "correspondents")
        self._numbers = lexicon.set("attribution", "stated")
        self._indefinite = lexicon.set("attribution", "indefinite")
        self._suffix = next(iter(lexicon.set("attribution", "possessive")), "")
        self._sayings = lexicon.set("attribution", "sayings")
        self._existential = lexicon.set("attribution", "existential")
        self._either = lexicon.set("attribution", "of_either_side")
        self._outlet_words = lexicon.set("heads", "outlet_words") | lexicon.set("attribution", "outlet_words")
        self._trades = lexicon.set("attribution", "trades")
        self._naming = lexicon.phrases("attribution", "naming")
        self._named_after = lexicon.set("attribution", "named_after")
        self._insurgent = lexicon.set("attribution", "insurgent")
        self._same = lexicon.phrases("attribution", "same")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
        self._titles = lexicon.phrases("names", "person_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._bearers = self._offices(lines)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie inside `start`..`end`."""
        return self._marked.within(start, end)

    def outlet(self, line: Line, at: int) -> Narrator | None:
        """The outlet that the phrase at token `at` names, or points back to (`kantor berita itu`)."""
        tokens = line.tokens
        stop = self._clauses.noun_phrase_end(tokens, at)
        # `kepada media itu 20 tentara tewas`: the phrase ends with what points back
        stop = next((k + 1 for k in range(at + 1, stop) if tokens[k].lower in self._demonstratives), stop)
        if stop <= at:
            return None
        start = next((k for k in range(at, stop) if self._outlet_heads.match(tokens, k)), at)
        found = self.read(line, start, stop)
        if found is None or found.kind not in OUTLETS:
            return None
        named = found.anaphor or found.mention or (found.span and not found.span.text.islower())
        return found if named else None  # `kepada sejumlah media` names nobody

    def is_place(self, span: Span) -> bool:
        """Whether a name is a place's too."""
        return any(m.type == "place" for m in self.within(span.start, span.end) if m.span == span)

    def is_source(self, line: Line, at: int) -> bool:
        """Whether the phrase at token `at` describes somebody unnamed, whatever number stands before."""
        while at + 1 < len(line.tokens) and line.tokens[at].lower in self._indefinite:
            at += 1
        return self._heads["anonymous"].match(line.tokens, at) > 0

    def somebody(self, line: Line, first: int, stop: int) -> Narrator | None:
        """Who a phrase describes of whom no list knows anything; languages that can tell say so."""
        return None

    def is_text(self, line: Line, stop: int) -> bool:
        """Whether the phrase that ends at a token is of a picture or document (`preliminary findings`)."""
        kinds: tuple[NarratorKind, ...] = ("photo", "video", "document")
        return any(self._heads[kind].match_back(line.tokens, stop) for kind in kinds)

    def person_at(self, token: Token) -> bool:
        """Whether a person's name begins at a token."""
        return any(m.type == "person" and m.span.start == token.start for m in self._marked.all)

    def medium_named_behind(self, line: Line, first: int, at: int) -> bool:
        """Whether the name at token `at` is that of the medium described before (`kantor berita Saudi, SPA`)."""
        if not self._outlet_heads.match(line.tokens, first) or at >= len(line.tokens):
            return False
        before = self.within(line.tokens[first].start, line.tokens[at - 1].end)
        behind = [m for m in self._marked.all if m.span.start == line.tokens[at].start]
        return all(m.type == "place" for m in before) and any(m.type == "outlet" for m in behind)

    def opens_with_role(self, line: Line, at: int) -> bool:
        """Whether the phrase at token `at` opens with a title or an office (`juru bicara HTS`)."""
        return bool(self._titles.match(line.tokens, at) or self._roles.match(line.tokens, at))

    def read(self, line: Line, first: int, stop: int) -> Narrator | None:
        """The narrator that tokens `first`..`stop` name; null where they name none.

        The phrase may hold appositions (`juru bicara militer, Kolonel Samir al-Hadi,`).
        """
        tokens = line.tokens
        first, stop = self._trim(line, first, stop)
        if (
            (first and tokens[first - 1].lower in self._existential)
            or first >= stop
            or all(t.lower in self._demonstratives for t in tokens[first:stop])
        ):
            return None
        # A vehicle of the words is not who says them: `keterangan X`, `akun Twitter X`.
        if (n := self._vehicles.match(tokens, first)) and first + n < stop:
            inner = self.read(line, self._after_fillers(line, first + n, stop), stop)
            if inner is not None:
                return inner
        head_stop = self._head_stop(line, first, stop)
        span = line.span(self._text, first, head_stop)
        whole = self.within(tokens[first].start, tokens[stop - 1].end)
        head = self.within(span.start, span.end)
        if self._is_pronoun(line, first, stop) or self._owned_words(tokens[first].lower):
            return Narrator("person", span, anaphor=True)
        kind = self._kind_of_head(line, first, head_stop)
        if kind in PICTURED and not self._outlet_heads.match(tokens, first):
            return self._pictured(line, first, head_stop, kind, head)
        points_back = (
            tokens[head_stop - 1].lower in self._demonstratives
            or self._same_again(line, head_stop)
            or (
                self._clauses.is_relative(tokens[head_stop])
                and tokens[stop - 1].lower in self._demonstratives
                if head_stop < stop
                else False
            )
        )
        points_back = points_back and not self._begins_indefinite(line, first)
        if (
            points_back
            and self._outlet_heads.match(tokens, first)
            and not any(m.type != "place" for m in head)
        ):
            return Narrator("outlet", span, anaphor=True)
        people = [] if self._outlet_heads.match(tokens, first) else [m for m in whole if m.type == "person"]
        unnamed = self._begins_indefinite(line, first)
        named_after = tokens[first].lower in self._named_after
        kin = kind in ("witness", "anonymous") and not self._apposed_trade(tokens[first].lower)
        if kin or unnamed or named_after or self._relatives.match(tokens, first):
            # `keluarga X`, `sumber dekat X`: X is somebody else, unless set apart by a comma
            people = [m for m in people if m.span.start >= span.end]
        if len(people) > 1 and people[0].span.end <= span.end and self.opens_with_role(line, first):
            # `kuasa hukum Suherman, Tigor Simanjuntak,`: the one set apart is he
            apart = [m for m in people[1:] if self._text[: m.span.start].rstrip().endswith(",")]
            people = apart or people
        if people and _SITE.fullmatch(people[0].span.text):
            return Narrator("outlet", people[0].span)
        if people:
            return Narrator(
                "person", people[0].span, people[0].span, place=self._place(line, head_stop, stop)
            )
        if (bearer := self._bearer(line, first, head_stop)) is not None:
            return Narrator("person", span, bearer)
        if kind == "anonymous":
            return self._described(line, first, head_stop, stop, kind, anaphor=points_back and not head)
        by_medium = self._outlet_heads.match(tokens, first) > 0
        outlets = [m for m in (whole if by_medium else head) if m.type == "outlet"]
        if outlets and (by_medium or kind is None or tokens[first].lower in self._correspondents):
            m = outlets[0]
            return Narrator("agency" if self._world.agency(m.span.text) else "outlet", m.span, m.span)
        if by_medium and head and all(self._world.country(m.span.text) for m in head):
            return Narrator("outlet", span)  # `televisi resmi Suriah`
        if by_medium and head:  # `televisi militer Myawaddy`: named like a place or person
            return Narrator("outlet", head[-1].span)
        if by_medium and kind != "social" and not points_back and not head:  # `media setempat`
            name = head_stop + 1  # `stasiun televisi pemerintah, MRTV`
            named = name < stop and tokens[head_stop].text == "," and tokens[name].is_capital
            return Narrator("outlet", line.span(self._text, name, stop) if named else span)
        groups = [m for m in head if m.type == "group"]
        if points_back and not head and kind is not None:
            return self._described(line, first, head_stop, stop, kind, anaphor=True)
        member = kind is None or (kind == "group" and not self._heads["group"].match(tokens, first))
        if groups and unnamed and member:  # `seorang politikus Gerakan Amal`
            state = any(self._world.of_state(g.span.text) for g in groups)
            one_of = kind is not None and tokens[first].lower in self._either
            whose: NarratorKind = "official" if state else "group" if one_of else "anonymous"
            return self._described(line, first, head_stop, stop, whose, anaphor=False)
        if groups and kind in (None, "group", "official"):
            m = max(groups, key=lambda g: g.span.end - g.span.start)
            if (
                unnamed
                and kind == "official"
                and tokens[first].lower in self._either
                and not self._world.of_state(m.span.text)
            ):
                return self._described(line, first, head_stop, stop, "anonymous", anaphor=False)
            of_group = self._group_kind(line, first, m, kind)
            if unnamed and kind == "official" and of_group == "group":  # `seorang pejabat UNHCR`
                return self._described(line, first, head_stop, stop, of_group, anaphor=False)
            return Narrator(of_group, span if kind else m.span, m.span)
        if kind == "group" and (styled := self._self_styled(line, head_stop, stop)) is not None:
            return Narrator("group", styled.span, styled.span)
        if kind is not None:
            return self._described(line, first, head_stop, stop, kind, anaphor=False)
        if head and head[0].type == "place" and self._world.government(head[0].span.text):
            return Narrator("group", head[0].span, head[0].span)
        if points_back and not head:
            return Narrator("person", span, anaphor=True)
        if not head and (unnamed or self._owned_role(tokens[first].lower)):
            return self._described(line, first, head_stop, stop, "anonymous", anaphor=False)
        capitals = sum(t.is_word and t.is_capital for t in tokens[first:head_stop])
        if capitals > 1 and not any(m.type != "place" or m.span.start == span.start for m in whole):
            # `Layanan Komunikasi Pemerintah`, `The Cable`: in no list
            return Narrator("outlet" if self._like_an_outlet(span.text) else "group", span)
        return None

    def _like_an_outlet(self, name: str) -> bool:
        """Whether a name is made as those of newspapers and sites are."""
        return any(w.casefold() in self._outlet_words for w in name.split())

    def _self_styled(self, line: Line, head_stop: int, stop: int) -> Mention | None:
        """The name that an unnamed group goes by: `kelompok yang menamakan diri X`."""
        if head_stop + 1 >= stop or not (n := self._naming.match(line.tokens, head_stop + 1)):
            return None
        named = self.within(line.tokens[head_stop + 1 + n].start, line.tokens[stop - 1].end)
        return next((m for m in named if m.type == "group"), None)

    def _bearer(self, line: Line, first: int, stop: int) -> Span | None:
        """The one person of the report who bears the office that a phrase names without him (`Menlu RI`)."""
        n = self._titles.match(line.tokens, first)
        if not n or self._begins_indefinite(line, first):
            return None
        office = tuple(t.lower for t in line.tokens[first : first + n])
        bearers = self._bearers.get(office, [])
        inside = {
            m.span.text
            for m in self.within(line.tokens[first].start, line.tokens[stop - 1].end)
            if m.type != "person"
        }
        fitting = [p for p, of in bearers if not inside or inside & of] if inside else [p for p, _ in bearers]
        names = {p.text for p in fitting}
        return fitting[0] if len(names) == 1 else None

    def _offices(self, lines: Sequence[Line]) -> dict[tuple[str, ...], list[tuple[Span, set[str]]]]:
        """Who bears which office: the titles right before a person's name, with the names between."""
        found: dict[tuple[str, ...], list[tuple[Span, set[str]]]] = {}
        people = {m.span.start: m.span for m in self._marked.all if m.type == "person"}
        for line in lines:
            for i, token in enumerate(line.tokens):
                if token.start not in people:
                    continue
                for k in range(max(0, i - 7), i):
                    n = self._titles.match(line.tokens, k)
                    if (
                        n
                        and k + n <= i
                        and not any(self._clauses.is_stop(t) for t in line.tokens[k + n : i] if t.text != ",")
                    ):
                        office = tuple(t.lower for t in line.tokens[k : k + n])
                        between = {
                            m.span.text
                            for m in self.within(line.tokens[k].start, token.start)
                            if m.type != "person"
                        }
                        found.setdefault(office, []).append((people[token.start], between))
                        break
        return found

    def _begins_indefinite(self, line: Line, first: int) -> bool:
        """`seorang komandan Al-Bunyan Al-Marsus`: the name is not his."""
        return first > 0 and line.tokens[first - 1].lower in self._indefinite

    def _same_again(self, line: Line, stop: int) -> bool:
        """`sumber yang sama`"""
        return self._same.match(line.tokens, stop) > 0 if stop < len(line.tokens) else False

    def _trim(self, line: Line, first: int, stop: int) -> tuple[int, int]:
        tokens = line.tokens
        determiners = self._lexicon.set("words", "determiners")
        while first < stop and (
            self._clauses.is_stop(tokens[first]) or (tokens[first].lower in determiners and first + 1 < stop)
        ):
            first += 1
        while (
            stop > first
            and (self._clauses.is_stop(tokens[stop - 1]) or self._clauses.is_light(tokens[stop - 1]))
            and not tokens[stop - 1].is_capital
        ):
            stop -= 1
        return first, stop

    def _after_fillers(self, line: Line, first: int, stop: int) -> int:
        fillers = self._lexicon.set("attribution", "vehicle_fillers")
        while first < stop and line.tokens[first].lower in fillers:
            first += 1
        return first

    def _head_stop(self, line: Line, first: int, stop: int) -> int:
        """Where the head of the phrase ends: before a comma, bracket or relative clause."""
        for i in range(first + 1, stop):
            token = line.tokens[i]
            if (
                (self._clauses.is_stop(token) and token.text != ".")
                or self._clauses.is_relative(token)
                or self._clauses.is_opener(token)
                or (self._clauses.is_preposition(token) and token.lower not in self._inner_prepositions)
            ):
                return i
        return stop

    def _is_pronoun(self, line: Line, first: int, stop: int) -> bool:
        words = [t.lower for t in line.tokens[first:stop] if t.is_word]
        return bool(words) and words[0] in self._singular | self._plural and len(words) <= 2

    def _owned_words(self, word: str) -> bool:
        """`perkataannya`: the words of somebody named before."""
        return (
            bool(self._suffix)
            and word.endswith(self._suffix)
            and word.removesuffix(self._suffix) in self._sayings
        )

    def _apposed_trade(self, word: str) -> bool:
        """Whether a name right behind a word is its bearer's: `analis militer Rob Lee`, not `keluarga Rob Lee`."""
        return word in self._trades

    def _owned_role(self, word: str) -> bool:
        """`pengacaranya`"""
        owned = bool(self._suffix) and word.endswith(self._suffix)
        return owned and word.removesuffix(self._suffix) in self._roles

    def _kind_of_head(self, line: Line, first: int, stop: int) -> NarratorKind | None:
        """By the first word that says what sort of narrator it is, names passed over."""
        for i in range(first, stop):
            word = line.tokens[i].lower
            own = word.removesuffix(self._suffix) if self._suffix and word.endswith(self._suffix) else ""
            for kind, phrases in self._heads.items():
                if phrases.match(line.tokens, i) or (own and own in phrases):  # `warganya`
                    return kind
            if line.tokens[i].is_capital and i > first:
                break
        return None

    def _described(
        self, line: Line, first: int, head_stop: int, stop: int, kind: NarratorKind, *, anaphor: bool
    ) -> Narrator:
        while first and line.tokens[first - 1].lower in self._lexicon.set("words", "determiners"):
            first -= 1
        span = line.span(self._text, first, head_stop)
        number = next((t.lower for t in line.tokens[first : first + 1] if t.lower in self._numbers), None)
        stated = self._lexicon.number("attribution", "stated_numbers", number) if number else None
        return Narrator(kind, span, anaphor=anaphor, place=self._place(line, first, stop), stated=stated)

    def _pictured(
        self, line: Line, first: int, stop: int, kind: NarratorKind, head: Sequence[Mention]
    ) -> Narrator:
        """A document, photo or video; an outlet's `laporan` is the outlet itself."""
        outlets = [m for m in head if m.type == "outlet"]
        if kind == "document" and outlets:
            m = outlets[0]
            return Narrator("agency" if self._world.agency(m.span.text) else "outlet", m.span, m.span)
        back = line.tokens[stop - 1].lower in self._demonstratives
        return Narrator(kind, line.span(self._text, first, stop), anaphor=back)

    def _group_kind(
        self, line: Line, first: int, mention: Mention, kind: NarratorKind | None
    ) -> NarratorKind:
        name = mention.span.text
        known = self._world.group(name) and not self._world.of_state(name)
        if known or any(w.casefold() in self._insurgent for w in name.split()[1:]):
            return "group"  # `Tentara Pembebasan Nasional`
        official = self._heads["official"]
        for i in range(first, len(line.tokens)):
            token = line.tokens[i]
            if token.start >= mention.span.end:
                break
            if official.match(line.tokens, i):
                return "official"
        return kind or "group"

    def _place(self, line: Line, first: int, stop: int) -> Span | None:
        """The place a source is said to be in: `sumber … di Idlib`."""
        if first >= stop:
            return None
        for m in self.within(line.tokens[first].start, line.tokens[stop - 1].end):
            at = next(i for i, t in enumerate(line.tokens) if t.start >= m.span.start)
            if (
                m.type == "place"
                and at
                and line.tokens[at - 1].lower in self._lexicon.set("names", "place_prepositions")
            ):
                return m.span
        return None
