"""Offices that do not say of what (`Prime Minister X`, `Governor Y`, `the mayor, Z`): whose they are by the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention
from riwayat.reading.rules.lines import Line
from riwayat.reading.world import World
from riwayat.text.tokens import Token


class BareOffices:
    """Finds the state, division or town that an office of one document must be of."""

    def __init__(self, mentions: Sequence[Mention], lexicon: Lexicon, world: World) -> None:
        self._world = world
        self._people = {m.span.start: m.span for m in mentions if m.type == "person"}
        self._bodies = Marked(m for m in mentions if m.type == "group")
        self._places = Marked(m for m in mentions if m.type in ("place", "group"))
        self._of_state = lexicon.phrases("heads", "state_offices")
        self._of_division = lexicon.phrases("heads", "division_offices")
        self._of_town = lexicon.phrases("heads", "town_offices")
        self._of_body = lexicon.set("names", "of_body")
        stated = {world.state_code(m.span.text) for m in self._places.all}
        lands = (world.land_of(m.span.text) for m in self._places.all if m.type == "place")
        self._states = Counter(code for code in lands if code is not None and code in stated)

    def find(self, line: Line) -> Iterator[Mention]:
        """The places of the report that stand for a government because somebody of a sentence holds office there."""
        tokens = line.tokens
        for i, token in enumerate(tokens):
            person = self._people.get(token.start)
            if person is None or (stop := self._office_end(tokens, i)) is None:
                continue
            body = self.body(line, stop - self._office(tokens, stop), stop, person)
            if body is not None and not any(m.span == body for m in self._bodies.all):
                yield Mention(body, "group")

    def body(self, line: Line, first: int, stop: int, person: Span) -> Span | None:
        """Whose office the words `first`..`stop` before a person are; null where they are none, or say so."""
        tokens = line.tokens
        if self._said_before(tokens, first) or self._said_behind(tokens, person):
            return None
        if self._of_state.match(tokens, first) == stop - first:
            return self._state(tokens[first].start, person)
        if self._of_division.match(tokens, first) == stop - first:
            return self._nearest(tokens[first].start, divided=True)
        if self._of_town.match(tokens, first) == stop - first:
            return self._nearest(tokens[first].start, divided=False)
        return None

    def _office_end(self, tokens: Sequence[Token], i: int) -> int | None:
        """Where the office before a person ends, at a comma or at his name."""
        stop = i - (i > 0 and tokens[i - 1].text == ",")
        return stop if stop and self._office(tokens, stop) else None

    def _office(self, tokens: Sequence[Token], stop: int) -> int:
        offices = (self._of_state, self._of_division, self._of_town)
        return max(phrases.match_back(tokens, stop) for phrases in offices)

    def _said_before(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a name, or somebody whose the office is, stands right before it."""
        if not first:
            return False
        at = tokens[first - 1].end
        named = any(m.span.end in (at, at - 2) for m in self._places.last_before(at, how_many=4))
        return named or tokens[first - 1].text.endswith(("'s", "’s", "s'", "’"))

    def _said_behind(self, tokens: Sequence[Token], person: Span) -> bool:
        """`Governor X of Kaduna State`"""
        k = next((n for n, t in enumerate(tokens) if t.start >= person.end), len(tokens))
        return k + 1 < len(tokens) and tokens[k].lower in self._of_body and tokens[k + 1].is_capital

    def _state(self, at: int, person: Span) -> Span | None:
        """The mention nearest to `at` of the state that a known person serves, else of the report's own."""
        code = self._world.homeland(person.text)
        if code is None or not self._states[code]:
            ranked = sorted(self._states.items(), key=lambda s: (-s[1], s[0]))
            code = ranked[0][0] if ranked else None
        if code is None:
            return None
        named = self._first(lambda m: self._world.country_code(m.span.text) == code, at)
        return named or self._first(lambda m: self._world.state_code(m.span.text) == code, at)

    def _nearest(self, at: int, *, divided: bool) -> Span | None:
        """The division, or town, named last before `at`, else first behind it."""

        def fits(m: Mention) -> bool:
            name = m.span.text
            return (
                m.type == "place"
                and not self._world.country(name)
                and self._world.region(name) == divided
                and (divided or self._world.has(name))
            )

        return self._first(fits, at)

    def _first(self, fits: Callable[[Mention], bool], at: int) -> Span | None:
        before = self._places.last_before(at, how_many=len(self._places.all))
        behind = (m for m in self._places.all if m.span.start >= at)
        return next((m.span for m in chain(before, behind) if fits(m)), None)
