"""Memberships in languages whose noun phrases end in their head (`HTS leader X`, `X, head of Y`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Membership, Mention
from riwayat.reading.rules.bare_offices import BareOffices
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.memberships import Memberships
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_REACH = 14
"""Words before a name among which his office is looked for."""
_ENDS = '.!?:"”'
"""Marks behind which a sentence begins."""


class HeadedLastMemberships(Memberships):
    """Finds memberships where the body stands before the office, or behind it after a preposition."""

    def __init__(
        self, text: str, lexicon: Lexicon, world: World, clauses: Clauses, mentions: Sequence[Mention]
    ) -> None:
        super().__init__(text, lexicon, world, clauses, mentions)
        self._bare = BareOffices(mentions, lexicon, world)
        self._speakers = lexicon.set("attribution", "speakers")
        self._owner = lexicon.set("words", "owner")
        self._tails = lexicon.phrases("names", "group_tails")
        self._of_body = lexicon.set("names", "of_body")
        self._articles = lexicon.set("names", "articles")
        self._named_bodies = lexicon.set("names", "named_bodies")
        self._own = lexicon.set("attribution", "own_body")
        self._definite = lexicon.set("attribution", "definite")
        self._leads = lexicon.set("attribution", "leads")
        self._alias = lexicon.phrases("names", "alias")
        self._joining = lexicon.set("words", "conjunctions")
        self._being = lexicon.set("words", "be")
        self._local_heads = lexicon.phrases("heads", "local_heads")

    def _of(self, line: Line, first: int, stop: int, person: Span) -> Membership | None:
        return (
            self._bracketed(line, stop, person)
            or self._apposed(line, stop, person)
            or self._of_his_office(line, first, person)
            or self._led(line, first, person)
            or self._body_of_people(line, first, person)
        )

    def _office(self, tokens: Sequence[Token], k: int) -> int:
        return max(self._titles.match(tokens, k), self._roles.match(tokens, k))

    def _apposed(self, line: Line, stop: int, person: Span) -> Membership | None:
        """`X, the commander of Y,`; `X, HTS's spokesman,`; `X of Amnesty`; `X, who leads Y`."""
        tokens = line.tokens
        if stop + 1 >= len(tokens):
            return None
        beside = tokens[stop].text == "," and tokens[stop + 1].lower in self._of_words  # `X, of Amnesty,`
        if tokens[stop].lower in self._of_body or beside:
            stop += beside
            at = stop + 1 + (stop + 1 < len(tokens) and self._clauses.is_determiner(tokens[stop + 1]))
            head = next((k for k in range(at, min(len(tokens), at + 3)) if tokens[k].is_capital), at)
            if head > at and tokens[head - 1].lower in self._named_bodies:
                at = head  # `X of the rights group Veritas`
            group = next(
                (
                    g
                    for g in self._groups_in(tokens[stop].end, tokens[-1].end)
                    if at < len(tokens) and g.start == tokens[at].start
                ),
                None,
            )
            return self._made(person.start, group.end, person, group, None) if group else None
        stop = self._past_alias(tokens, stop)
        if stop + 1 >= len(tokens) or tokens[stop].text != ",":
            return None
        if self._clauses.is_relative(tokens[stop + 1]):
            return self._leading(line, stop + 2, person)
        if self._clauses.is_preposition(tokens[stop + 1]):
            return None  # `X, in an interview with the broadcaster Y`
        end = self._close(tokens, stop + 1)
        last = next((k for k in range(stop + 1, len(tokens)) if tokens[k].start >= end), len(tokens))
        office = next((k for k in range(stop + 1, last) if self._office(tokens, k)), None)
        if office is None or any(tokens[stop].end <= p < end for p in self._people):
            return None
        return self._with_body(line, stop + 1, last, office, person)

    def _past_alias(self, tokens: Sequence[Token], stop: int) -> int:
        """Behind what only says how else a person is called, or how old he is (`X, known as Y, the head of Z`)."""
        if stop + 2 >= len(tokens) or tokens[stop].text != ",":
            return stop
        aged = tokens[stop + 1].text.isdigit() or tokens[stop + 1].lower == "aged"
        if not aged and not self._alias.match(tokens, stop + 1):
            return stop
        return next((k for k in range(stop + 2, len(tokens)) if tokens[k].text == ","), stop)

    def _leading(self, line: Line, at: int, person: Span) -> Membership | None:
        """`X, who leads Y`; `X, who has long headed Y`; `X, who is the spokesman for Y`."""
        tokens = line.tokens
        while at < len(tokens) and self._clauses.is_light(tokens[at]) and tokens[at].lower not in self._being:
            at += 1
        if at < len(tokens) and tokens[at].lower in self._leads:
            group = next(iter(self._groups_in(tokens[at].end, self._close(tokens, at + 1))), None)
            return self._made(person.start, group.end, person, group, tokens[at].text) if group else None
        if at + 1 >= len(tokens) or tokens[at].lower not in self._being:
            return None
        last = next(
            (k for k in range(at + 1, len(tokens)) if tokens[k].start >= self._close(tokens, at + 1)), at
        )
        office = next((k for k in range(at + 1, last) if self._office(tokens, k)), None)
        return self._with_body(line, at + 1, last, office, person) if office is not None else None

    def _body_of_people(self, line: Line, i: int, person: Span) -> Membership | None:
        """`the Joint Resistance Leadership of X, Y and Z`"""
        tokens = line.tokens
        k = i - self._titles.match_back(tokens, i)
        while k > 1 and (tokens[k - 1].text == "," or tokens[k - 1].lower in self._joining):
            before = k - 1
            while before and (tokens[before - 1].text == "," or tokens[before - 1].lower in self._joining):
                before -= 1
            other = self._people_ends.get(tokens[before - 1].end) if before else None
            if other is None:
                return None
            k = next(n for n in range(before) if tokens[n].end > other.start)
        if k < 2 or tokens[k - 1].lower not in self._of_words:
            return None
        near = self._groups.last_before(tokens[k - 1].start, how_many=2)
        group = next((m.span for m in near if m.span.end == tokens[k - 2].end), None)
        return self._made(group.start, person.end, person, group, None) if group is not None else None

    def _close(self, tokens: Sequence[Token], at: int) -> int:
        """Where an apposition that begins at a word ends."""
        k = at
        while k < len(tokens) and not (
            (self._clauses.is_stop(tokens[k]) and tokens[k].text != ".")
            or self._clauses.is_relative(tokens[k])
            or (self._clauses.is_verb(tokens[k]) and not self._clauses.is_reduced(tokens[k]))
        ):
            k += 1
        return tokens[k - 1].end if k > at else tokens[at].start

    def _of_his_office(self, line: Line, i: int, person: Span) -> Membership | None:
        """`HTS leader X`, `the group's spokesman, X`, `spokesman for the Armed Forces General X`."""
        tokens = line.tokens
        if (owned := self._owned(line, i, person)) is not None:
            return owned
        i = self._past_rank(tokens, i)
        start = i
        while start and i - start < _REACH and self._in_office(tokens, start - 1, i):
            start -= 1
        offices = [k for k in range(start, i) if self._office(tokens, k)]
        if not offices:
            return None
        ends = i - 1 if tokens[i - 1].text == "," else i
        if any(tokens[k].lower in self._relatives for k in range(start, i)):
            return None
        return (
            self._with_body(line, start, ends, offices[-1], person)
            or next((m for k in offices[:-1] if (m := self._with_body(line, start, ends, k, person))), None)
            or self._of_speaker(line, offices, person)
            or self._of_bare_office(line, offices[0], ends, person)
        )

    def _owned(self, line: Line, i: int, person: Span) -> Membership | None:
        """`Hamas's Izzat al-Rishq`; `Haftar's Libyan National Army`."""
        tokens = line.tokens
        if i > 1 and tokens[i - 1].lower in self._owner:
            group = next(
                (
                    m.span
                    for m in self._groups.last_before(tokens[i - 1].start, how_many=2)
                    if m.span.end == tokens[i - 1].start
                ),
                None,
            )
            if group is not None:
                return self._made(group.start, person.end, person, group, None)
        stop = next((k for k in range(i, len(tokens)) if tokens[k].start >= person.end), len(tokens))
        if stop + 1 < len(tokens) and tokens[stop].lower in self._owner:
            named = self._groups.within(person.start, tokens[-1].end)
            own = next((m.span for m in named if m.span.start == person.start), None)
            if own is not None:
                return self._made(own.start, own.end, person, own, None)  # `Haftar's forces`
            led = next(
                (
                    g
                    for g in self._groups_in(tokens[stop].end, tokens[-1].end)
                    if g.start == tokens[stop + 1].start
                ),
                None,
            )
            if led is not None:
                return self._made(person.start, led.end, person, led, None)
        return None

    def _past_rank(self, tokens: Sequence[Token], i: int) -> int:
        """Where the rank right before a person begins, if a comma stands before it (`the commander, Gen. X`)."""
        n = self._titles.match_back(tokens, i)
        if not n or i <= n or tokens[i - n - 1].text != ",":
            return i
        first = max(0, i - n - _REACH)
        beside = any(
            self._office(tokens, k) for k in range(first, i - n - 1) if self._in_office(tokens, k, i)
        )
        return i - n if beside else i  # not `Four days earlier, President X`

    def _of_speaker(self, line: Line, offices: Sequence[int], person: Span) -> Membership | None:
        """`spokesman X` of the body that the sentence spoke of."""
        tokens = line.tokens
        for k in offices:
            if tokens[k].lower not in self._speakers or self._office(tokens, k) != 1:
                continue
            before = self._groups.last_before(tokens[k].start, how_many=12)
            near = (m.span for m in before if m.span.start >= line.sentence.start and m.type == "group")
            if (group := next(near, None)) is not None:
                return self._made(tokens[k].start, person.end, person, group, tokens[k].lower)
        return None

    def _of_bare_office(self, line: Line, first: int, ends: int, person: Span) -> Membership | None:
        """`Prime Minister X` of the state that the report is about, `Governor X` of the division named last."""
        tokens = line.tokens
        for k in range(first, ends):
            group = self._bare.body(line, k, ends, person)
            if group is not None:
                words = self._text[tokens[k].start : tokens[ends - 1].end]
                return self._made(tokens[k].start, person.end, person, group, words)
        return None

    def _in_office(self, tokens: Sequence[Token], k: int, person: int) -> bool:
        """Whether a word before a name may belong to his office."""
        token = tokens[k]
        if token.text.islower() and self._office(tokens, k) and token.start not in self._people:
            return True  # `Red Cross delegate X`
        if token.start in self._people or token.end in self._people_ends:
            return tokens[k + 1].lower in self._owner or token.end not in self._people_ends
        if token.text == ",":
            return k == person - 1
        if token.text in "()":
            return True  # `the National Unity Government (NUG), X`
        if self._clauses.is_stop(token) and token.text != ".":
            return False
        return not (
            self._clauses.is_verb(token)
            or self._clauses.is_opener(token)
            or self._clauses.is_relative(token)
            or self._clauses.is_coordinator(token)
            or (self._clauses.is_preposition(token) and token.lower not in self._of_body)
        )

    def _with_body(self, line: Line, first: int, last: int, office: int, person: Span) -> Membership | None:
        """The body of an office in the phrase `first`..`last`: behind `of` and `for`, else before it."""
        tokens = line.tokens
        n = self._office(tokens, office)
        behind = [
            g
            for g in self._groups_in(tokens[office].start, tokens[last - 1].end)
            if g.start >= tokens[office].start
        ]
        over = self._groups_in(tokens[first].start, tokens[last - 1].end)
        before = [g for g in over if g.start < tokens[office].start]  # `an Israeli military spokesman` too
        sent = bool(before and behind) and self._stands_for_state(behind[0])  # `the US envoy to Sudan`
        group = self._owned_by(line, behind) if behind and not sent else before[-1] if before else None
        if group is None:
            group = self._pointed(line, first, last, office)
        if group is None:
            return None
        start = (
            min(person.start, tokens[first].start, group.start)
            if group.start >= tokens[first].start
            else min(person.start, tokens[first].start)
        )
        end = max(person.end, tokens[last - 1].end)
        role = self._text[tokens[office].start : tokens[min(office + n, last) - 1].end]
        return self._made(start, end, person, group, role)

    def _stands_for_state(self, body: Span) -> bool:
        return self._world.government(body.text) or self._world.nation(body.text) is not None

    def _owned_by(self, line: Line, bodies: Sequence[Span]) -> Span:
        """The first of some bodies, or the one right behind it that is its (`the NPA's Panaligan Command`)."""
        short = next((b for b in bodies if self._text[b.start - 1 : b.start] == "("), None)
        if short is not None and self._text[: short.start - 1].rstrip()[-1:].islower():
            return short  # `the agency for refugees (UNRWA)`
        first = bodies[0]
        k = next((n for n, t in enumerate(line.tokens) if t.start >= first.end), len(line.tokens))
        if k + 1 < len(line.tokens) and line.tokens[k].lower in self._owner:
            return next((b for b in bodies[1:] if b.start == line.tokens[k + 1].start), first)
        return first

    def _opens_sentence(self, body: Span) -> bool:
        """Whether a sentence begins with a body, an article before it at most."""
        before = self._text[max(0, body.start - 6) : body.start].rstrip()
        words = before.split()
        if words and words[-1].lower() in self._articles:
            before = before[: -len(words[-1])].rstrip()
        return not before or before[-1] in _ENDS or self._text[: body.start].rstrip(" ").endswith("\n")

    def _pointed(self, line: Line, first: int, last: int, office: int) -> Span | None:
        """The body named elsewhere that `its leader`, `the group's spokesman`, `ministry spokesman` means."""
        tokens = line.tokens
        for k in range(first, last):
            own = tokens[k].lower in self._own
            head = next((n for n in range(k + 1, min(last, k + 4)) if self._tails.match(tokens, n)), None)
            if tokens[k].lower not in self._definite:
                head = k if k < office and self._tails.match(tokens, k) == office - k == 1 else None
            if not own and head is None:
                continue
            bodies = self._bodies_about(tokens[k].start)
            if own and k == 0 and (subject := next(filter(self._opens_sentence, bodies), None)) is not None:
                return subject  # `India's Foreign Ministry said … . Its spokesman, X,`
            if head is not None:
                word = tokens[head].lower
                alike = next((s for s in bodies if s.text.casefold().split()[-1] == word), None)
                if alike is None and (tokens[head].is_capital or head == k):
                    continue
                return alike or next(iter(bodies), None)
            return next(iter(bodies), None)
        return None

    def _bodies_about(self, at: int) -> list[Span]:
        """The bodies named before a place in the text, nearest first; where none is, the first behind it."""
        before = [m.span for m in self._groups.last_before(at, how_many=6) if m.type == "group"]
        behind = (m.span for m in self._groups.within(at, len(self._text)) if m.type == "group")
        return before or list(islice(behind, 1))
