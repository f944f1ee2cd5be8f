"""Narrators in languages whose noun phrases end in their head (`a senior army officer`, `X's lawyer`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from riwayat.model import NarratorKind, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.markup import Mention, Narrator
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.narrators import Narrators
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_TOLD_OF: tuple[NarratorKind, ...] = ("anonymous", "official", "witness")
"""Kinds of people known by a description."""
_SEEN = 9
"""Words behind a description in which it may say that somebody was there."""
_NAME = 4
"""Words up to which a name that nothing is known of, none of them an everyday word, is taken for a person's."""


class HeadedLastNarrators(Narrators):
    """Reads noun phrases whose head stands last; what describes it stands before, or behind a preposition."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        world: World,
        clauses: Clauses,
        mentions: Sequence[Mention],
        lines: Sequence[Line],
    ) -> None:
        super().__init__(text, lexicon, world, clauses, mentions, lines)
        self._owner, self._of = lexicon.set("words", "owner"), lexicon.set("words", "of")
        self._nobody = lexicon.set("attribution", "nobody")
        self._state_media = lexicon.set("attribution", "state_media")
        self._of_states = lexicon.set("attribution", "of_states")
        self._seat_tails = lexicon.set("attribution", "seat_tails")
        self._anonymity = lexicon.set("attribution", "anonymity")
        self._own_determiners = lexicon.set("attribution", "own_determiners")
        self._quantities = lexicon.set("attribution", "quantities")
        self._parts = lexicon.set("attribution", "parts")
        self._joins = lexicon.set("words", "conjunctions")
        self._private = lexicon.phrases("names", "private_roles")
        self._neuter = lexicon.set("attribution", "neuter")
        self._definite = lexicon.set("attribution", "definite")
        self._by_whom = lexicon.set("attribution", "by_whom")
        self._pointing = lexicon.set("attribution", "pointing")
        self._speakers = lexicon.set("attribution", "speakers")
        self._collective = lexicon.phrases("names", "collective_nouns")
        self._sames = lexicon.set("attribution", "same_words")
        self._articles = lexicon.set("names", "articles")
        self._heads_of_state = lexicon.set("attribution", "state_bodies")
        self._wires = lexicon.set("attribution", "wires")
        self._pronouns = lexicon.set("words", "pronouns") - self._own_determiners
        self._anybody = lexicon.set("attribution", "anybody")
        self._present = lexicon.set("attribution", "present")
        self._partisan = lexicon.set("attribution", "partisan")
        self._airs = lexicon.set("attribution", "airs")
        self._there = lexicon.set("attribution", "there")
        self._listeners = lexicon.set("attribution", "listeners")
        self._agent_ends = tuple(lexicon.set("attribution", "agent_endings"))
        self._some = lexicon.set("attribution", "some")
        self._paired = lexicon.set("attribution", "paired")
        self._neuter_owners = lexicon.set("attribution", "neuter_owners")
        self._anyone_listening = lexicon.set("attribution", "anyone_listening")
        self._naming_people = lexicon.phrases("attribution", "naming_people")
        self._things = lexicon.set("attribution", "things")

    def outlet(self, line: Line, at: int) -> Narrator | None:
        """The outlet that the phrase at token `at` names, or points back to (`the agency`)."""
        stop = self._clauses.noun_phrase_end(line.tokens, at)
        if line.tokens[at].lower in self._own_determiners:
            inside = self.within(line.tokens[at].start, line.tokens[stop - 1].end)
            sister = [m for m in inside if m.type == "outlet" and m.span.end == line.tokens[stop - 1].end]
            return self._outlet_of(sister[0]) if sister else None  # `told our sister station KOAT`
        found = self.read(line, at, stop) if stop > at else None
        if found is not None and found.kind == "group" and found.mention is not None:
            words = {word.casefold() for word in found.mention.text.split()}
            return found if words & self._listeners else None
        if found is None or found.kind not in OUTLETS:
            return None
        if found.anaphor and found.span and found.span.text.casefold().split()[-1] in self._anyone_listening:
            return None  # `not authorised to speak to the press`
        of_state = line.tokens[at].lower in self._state_media  # `told state television`
        named = found.anaphor or found.mention or of_state or (found.span and not found.span.text.islower())
        return found if named else None

    def read(self, line: Line, first: int, stop: int) -> Narrator | None:
        """The narrator that tokens `first`..`stop` name; null where they name none."""
        found = self._named(line, first, stop)
        if found is None or found.span is None or self._is_pronoun(line, *self._trim(line, first, stop)):
            return found
        tokens = line.tokens
        while first < stop and self._clauses.is_stop(tokens[first]):
            first += 1
        while stop > first + 1 and (
            (self._clauses.is_stop(tokens[stop - 1]) and tokens[stop - 1].text not in ")")
            or (self._clauses.is_light(tokens[stop - 1]) and not tokens[stop - 1].is_capital)
        ):
            stop -= 1
        within = tokens[first].start <= found.span.start and found.span.end <= tokens[stop - 1].end
        if not within:
            return found
        core = found.called
        if core is not None and found.mention is None and found.kind in _TOLD_OF and not found.anaphor:
            begins = next(k for k in range(first, stop) if tokens[k].end > core.start)
            ends = next((k for k in range(begins, stop) if tokens[k].text in ",(;–—"), stop)
            ends = next((k for k in range(begins + 1, ends) if self._clauses.is_opener(tokens[k])), ends)
            while self._clauses.is_relative(tokens[ends - 1]) or self._clauses.is_light(tokens[ends - 1]):
                ends -= 1
            if tokens[ends - 1].end > core.end:
                core = line.span(self._text, begins, ends)  # `an officer who defected last week`
        return replace(found, span=line.span(self._text, first, stop), core=core)

    def _named(self, line: Line, first: int, stop: int) -> Narrator | None:
        while first + 1 < stop and _CLOCK.fullmatch(line.tokens[first].text):
            first += 1  # `11:45 The institute says …`
        tokens, begin = line.tokens, first
        first, stop = self._trim(line, first, stop)
        while first + 1 < stop and "-" in tokens[first].text and self._compound(tokens[first]):
            first += 1  # `Delhi-based The Print`
            first += self._clauses.is_determiner(tokens[first]) and first + 1 < stop
        if first >= stop or any(t.lower in self._existential for t in tokens[begin:first]):
            return None
        if self._is_pronoun(line, first, stop):
            body = tokens[first].lower in self._neuter
            span = line.span(self._text, first, first + 1)
            return Narrator("group" if body else "person", span, anaphor=True, neuter=body)
        if stop == begin + 1 and tokens[begin].lower in self._some:
            return Narrator("witness", line.span(self._text, begin, stop))  # `Many said they had been robbed`
        if (part := self._part_of_them(line, begin, stop)) is not None:
            return part
        if (whole := self._some_of(line, begin, stop)) is not None:
            return whole
        core = self._core_stop(line, first, stop)
        if (inner := self._inside_vehicle(line, first, core, stop)) is not None:
            return inner
        head = self._head_stop(line, first, stop)
        head = next(
            (
                k
                for k in range(core, head)
                if self._clauses.is_verb(tokens[k])
                or (self._clauses.is_light(tokens[k]) and not tokens[k].is_capital)
            ),
            head,
        )
        staff = tokens[core - 1].lower in self._correspondents
        if staff and begin < first and tokens[begin].lower in self._neuter_owners and core == first + 1:
            return Narrator("outlet", line.span(self._text, begin, core), anaphor=True)  # `its correspondent`
        if any(t.lower in self._own_determiners for t in tokens[begin:first]) and (
            self._outlet_heads.match_back(tokens, core) or tokens[core - 1].lower in self._correspondents
        ):
            return None  # `obtained by this newspaper`, `our correspondent gathered`
        if any(t.lower in self._nobody for t in tokens[begin:first]):
            return None
        articled = first > begin and tokens[first - 1].is_capital  # `The Associated Press`
        inside = self.within(tokens[first - articled].start, tokens[core - 1].end)
        definite = any(t.lower in self._definite for t in tokens[begin:first])
        definite = definite or tokens[first].lower in self._sames
        kind = self._kind_before(line, first, core)
        if (person := self._person(line, first, core, head, stop)) is not None:
            return Narrator("person", person.span, person.span, place=self._place(line, head, stop))
        if (named_so := self._so_called(line, core, stop)) is not None:
            return Narrator("person", named_so, named_so)
        titled = (
            kind in PICTURED
            and any(
                m.type in ("group", "outlet")
                and m.span.end == tokens[core - 1].end
                and tokens[core - 1].is_capital
                for m in inside
            )
        ) or (core - first > _NAME // 2 and all(t.is_capital for t in tokens[first:core] if len(t.text) > 3))
        if kind in PICTURED and not titled:  # not the `Institute for Front Studies`
            return self._shown(line, first, core, head, kind, inside, definite=definite)
        at_end = [m for m in inside if m.span.end == tokens[core - 1].end and m.type != "person"]
        named = max(at_end, key=lambda m: (m.type != "place", len(m.span.text)), default=None)
        if kind == "social" and not inside:
            return self._worded(line, first, head, stop, kind)
        if (medium := self._medium(line, first, core, stop, inside, definite=definite)) is not None:
            return medium
        if (named is None or named.type == "place") and self._called_medium(line, first, core, stop):
            span = line.span(self._text, first, core)
            return Narrator("agency" if self._world.agency(span.text) else "outlet", span, span)
        if named is None and (apposed := self._apposed_body(line, core, stop)) is not None:
            named = apposed
        if named is not None and (found := self._of_name(named, line, first)) is not None:
            return found
        if (bearer := self._office_bearer(line, first, core, inside)) is not None:
            return Narrator("person", line.span(self._text, first, head), bearer)
        return self._by_kind(line, first, core, head, stop, kind, inside, definite=definite)

    def _compound(self, token: Token) -> bool:
        return token.lower.rpartition("-")[2] in self._seat_tails

    def _part_of_them(self, line: Line, first: int, stop: int) -> Narrator | None:
        """`one of them`, `three of whom`: some of those told of before."""
        words = [t.lower for t in line.tokens[first:stop]]
        if len(words) < 3 or words[0] not in self._parts or words[1] != "of" or words[2] not in self._plural:
            return None
        return Narrator(
            "person", line.span(self._text, first, stop), anaphor=True, otherwise="witness", part=True
        )

    def _some_of(self, line: Line, first: int, stop: int) -> Narrator | None:
        """`one of the fighters`, `a number of residents`: those they are some of."""
        tokens = line.tokens
        at = next((k for k in range(first, min(stop, first + 3)) if tokens[k].lower in self._of), None)
        few = (
            at is not None
            and at > first
            and all(
                t.lower in self._parts or t.lower in self._quantities or self._clauses.is_determiner(t)
                for t in tokens[first:at]
            )
        )
        return self.read(line, at + 1, stop) if few and at is not None and at + 1 < stop else None

    def _called_medium(self, line: Line, first: int, core: int, stop: int) -> bool:
        """Whether what is set beside a name says that it is an outlet (`Saba, the agency run by the group,`)."""
        tokens = line.tokens
        named = all(t.is_capital for t in tokens[first:core] if t.is_word)
        if not named or core + 2 >= stop or tokens[core].text != ",":
            return False
        end = self._core_stop(line, core + 1, stop)
        agency = tokens[end - 1].lower in self._wires
        return self._clauses.is_determiner(tokens[core + 1]) and (
            agency or self._outlet_heads.match_back(tokens, end) > 0
        )

    def _apposed_body(self, line: Line, core: int, stop: int) -> Mention | None:
        """The body whose name is set beside its description (`the UN's humanitarian office, OCHA,`)."""
        tokens = line.tokens
        if core + 1 >= stop or tokens[core].text != ",":
            return None
        beside = self.within(tokens[core + 1].start, tokens[stop - 1].end)
        return next(
            (m for m in beside if m.type in ("group", "outlet") and m.span.start == tokens[core + 1].start),
            None,
        )

    def _offices(self, lines: Sequence[Line]) -> dict[tuple[str, ...], list[tuple[Span, set[str]]]]:
        """Who bears which office: the title right before a person's name, with the names before the title."""
        found: dict[tuple[str, ...], list[tuple[Span, set[str]]]] = {}
        people = {m.span.start: m.span for m in self._marked.all if m.type == "person"}
        for line in lines:
            tokens = line.tokens
            for i, token in enumerate(tokens):
                if token.start not in people:
                    continue
                end = i - 1 if i and tokens[i - 1].text == "," else i
                n = max(self._titles.match_back(tokens, end), self._roles.match_back(tokens, end))
                if n:
                    first = max(0, end - n - 4)
                    between = {m.span.text for m in self.within(tokens[first].start, token.start)}
                    office = tuple(t.lower for t in tokens[end - n : end])
                    found.setdefault(office, []).append((people[token.start], between))
        return found

    # -- parts of the phrase ---------------------------------------------------------------------------

    def _core_stop(self, line: Line, first: int, stop: int) -> int:
        """Where the words before the first comma, bracket, preposition, relative or participle end."""
        for i in range(first + 1, stop):
            token = line.tokens[i]
            if (
                (self._clauses.is_stop(token) and token.text != ".")
                or self._clauses.is_relative(token)
                or self._clauses.is_opener(token)
                or self._clauses.is_preposition(token)
                or self._clauses.is_verb(token)
                or (self._clauses.is_light(token) and not token.is_capital)
                or (
                    token.lower in self._joins
                    and not self._named_over(token.start)
                    and line.tokens[i - 1].lower not in self._paired
                )
            ):
                return i
        return stop

    def _named_over(self, at: int) -> bool:
        """Whether a name runs over a place of the text (`Human Rights and Peace Office`)."""
        return any(m.span.start < at for m in self.within(at - 60, at + 80) if m.span.end > at)

    def _kind_before(self, line: Line, first: int, stop: int) -> NarratorKind | None:
        """By the words that the phrase ends in; the longest count."""
        best: tuple[int, NarratorKind] | None = None
        for kind, phrases in self._heads.items():
            n = phrases.match_back(line.tokens, stop)
            if n and stop - n >= first and (best is None or n > best[0]):
                best = (n, kind)
            if n := next(
                (m for k in (1, 2) if stop - k >= first and (m := phrases.match(line.tokens, stop - k)) > k),
                0,
            ):
                best = (n, kind)  # `people familiar with the matter`
        return best[1] if best else None

    def _person(self, line: Line, first: int, core: int, head: int, stop: int) -> Mention | None:
        """The person that the phrase names: in its core, or set beside it by a comma; not whose lawyer it is."""
        tokens = line.tokens
        people = [m for m in self.within(tokens[first].start, tokens[stop - 1].end) if m.type == "person"]
        starts = {t.start: k for k, t in enumerate(tokens[first:stop], start=first)}
        for m in people:
            k = starts.get(m.span.start)
            if k is None:
                continue
            end = next((n for n in range(k, stop) if tokens[n].start >= m.span.end), stop)
            if end < len(tokens) and tokens[end].lower in self._owner:
                continue
            if end == k + 1 and k and tokens[k - 1].lower in self._articles:
                continue  # `the Forum`
            if k < core:
                return m
            begins = k
            while begins > core and tokens[begins - 1].text != ",":
                begins -= 1
            set_beside = tokens[begins - 1].text == "," and not any(
                self._clauses.is_preposition(t) or self._clauses.is_verb(t) or self._clauses.is_relative(t)
                for t in tokens[begins:k]
            )
            if end >= stop and self._titles.match_back(tokens, k) and self._roles.match_back(tokens, core):
                return m  # `spokesman for the Armed Forces Brigadier General X`
            joined = (end < len(tokens) and tokens[end].lower in self._joins) or any(
                t.lower in self._joins for t in tokens[begins:k]
            )
            if set_beside and not joined:
                return m
        return None

    def _so_called(self, line: Line, core: int, stop: int) -> Span | None:
        """The name that somebody described goes by (`a resident who simply gave his name as Musa`)."""
        tokens = line.tokens
        for k in range(core, stop):
            n = self._naming_people.match(tokens, k)
            if not n or k + n >= stop or not tokens[k + n].is_capital:
                continue
            named = self.within(tokens[k + n].start, tokens[stop - 1].end)
            here = [m for m in named if m.type == "person"]
            return here[0].span if here else None
        return None

    def _inside_vehicle(self, line: Line, first: int, core: int, stop: int) -> Narrator | None:
        """Whose words a vehicle carries: `a statement by X`, `X's statement`, `an army statement`."""
        tokens = line.tokens
        n = self._vehicles.match_back(tokens, core)
        if not n or core - n < first:
            return None
        if core + 1 < stop and tokens[core].lower in self._by_whom:
            behind = self.read(line, core + 1, stop)
            if behind is not None:
                return behind
        before = core - n
        while before > first and tokens[before - 1].lower in self._owner:
            before -= 1
        return self.read(line, first, before) if before > first else None

    def _shown(
        self,
        line: Line,
        first: int,
        core: int,
        head: int,
        kind: NarratorKind,
        inside: Sequence[Mention],
        *,
        definite: bool,
    ) -> Narrator:
        """A document, photo or video; an outlet's report is the outlet itself."""
        outlets = [m for m in inside if m.type == "outlet"]
        if kind == "document" and outlets:
            return self._outlet_of(outlets[0])
        return Narrator(
            kind, line.span(self._text, first, head), anaphor=definite and not inside and head == core
        )

    def _outlet_of(self, m: Mention) -> Narrator:
        return Narrator("agency" if self._world.agency(m.span.text) else "outlet", m.span, m.span)

    def _medium(
        self, line: Line, first: int, core: int, stop: int, inside: Sequence[Mention], *, definite: bool
    ) -> Narrator | None:
        """An outlet, by name or as `state media`, `the agency`."""
        tokens = line.tokens
        outlets = [m for m in inside if m.type == "outlet"]
        last = next((m for m in outlets if m.span.end == tokens[core - 1].end), None)
        if last is not None:
            return self._outlet_of(last)
        n = self._outlet_heads.match_back(tokens, core)
        staff = tokens[core - 1].lower in self._correspondents
        owned = staff and not outlets and core - 2 > first and tokens[core - 2].lower in self._owner
        groups = (
            [m for m in inside if m.type == "group" and m.span.end == tokens[core - 3].end] if owned else []
        )
        if groups:
            return Narrator("outlet", groups[0].span, groups[0].span)  # `LNA's reporter`
        if owned:
            # `the channel's reporter`
            return self._medium(line, first, core - 2, core - 2, inside, definite=definite)
        if not n and not (staff and outlets):
            return None
        if any(m.type == "group" and m.span.end == tokens[core - 1].end for m in inside):
            return None  # `the Syrian Network for Human Rights`
        if outlets:
            return self._outlet_of(outlets[0])
        beside = [m for m in self.within(tokens[first].start, tokens[stop - 1].end) if m.type == "outlet"]
        if beside and tokens[core : core + 1] and tokens[core].text == ",":
            return self._outlet_of(beside[0])
        if core < stop and tokens[core].text == "," and tokens[core + 1].is_capital:
            return Narrator("outlet", line.span(self._text, core + 1, stop))
        begins = core - n
        while begins > first and tokens[begins - 1].is_word and tokens[begins - 1].is_capital:
            begins -= 1
        if n and begins < core - n:
            of_state = self._world.nation(line.span(self._text, begins, core - n).text) is not None
            return Narrator("outlet", line.span(self._text, begins, core if of_state else core - n))
        if first + (tokens[first].lower in self._sames) + n == core and definite:
            return Narrator("outlet", line.span(self._text, first, core), anaphor=True)
        return Narrator("outlet", line.span(self._text, first, core))

    def _of_name(self, named: Mention, line: Line, first: int) -> Narrator | None:
        if named.type == "outlet":
            return self._outlet_of(named)
        if named.type == "group" and named.span.text.split()[-1].casefold() in self._airs:
            return Narrator("outlet", named.span, named.span)  # `Sham FM`
        if named.type == "group":
            return Narrator(self._kind_of_group(named), named.span, named.span)
        if self._world.government(named.span.text):
            return Narrator("group", named.span, named.span)
        bearer = self._surname_of(named.span.text)
        if bearer is not None and named.span.start == line.tokens[first].start:
            return Narrator("person", named.span, bearer)  # called like a place
        return None

    def _surname_of(self, name: str) -> Span | None:
        """The one person of the report whose name ends in this one."""
        people = {m.span.text: m.span for m in self._marked.all if m.type == "person"}
        found = [span for text, span in people.items() if text.endswith(f" {name}")]
        return found[0] if len(found) == 1 else None

    def _kind_of_group(self, m: Mention) -> NarratorKind:
        name = m.span.text
        if self._world.group(name) and not self._world.of_state(name):
            return "group"
        if self._world.of_state(name):
            return "official"
        words = [w.casefold() for w in name.split()]
        if any(w in self._insurgent for w in words):
            return "group"
        return "official" if any(w in self._heads["official"] for w in words) else "group"

    def _office_bearer(self, line: Line, first: int, core: int, inside: Sequence[Mention]) -> Span | None:
        """The one person of the report who bears the office that the phrase ends in (`the foreign minister`)."""
        if self._begins_indefinite(line, first):
            return None
        for n in range(min(4, core - first), 0, -1):
            words = tuple(t.lower for t in line.tokens[core - n : core])
            if any(
                t.lower not in self._owner and not any(m.span.start <= t.start < m.span.end for m in inside)
                for t in line.tokens[first : core - n]
            ):
                continue  # `the village chief` is not the police chief
            fitting = [p for office, held in self._bearers.items() if office[-n:] == words for p in held]
            of = {m.span.text for m in inside if m.type != "person"}
            names = {p.text: p for p, between in fitting if not of or of & between}
            if len(names) == 1:
                return next(iter(names.values()))
            if names:
                return None
        return None

    def _by_kind(
        self,
        line: Line,
        first: int,
        core: int,
        head: int,
        stop: int,
        kind: NarratorKind | None,
        inside: Sequence[Mention],
        *,
        definite: bool,
    ) -> Narrator | None:
        """Somebody described: by what the phrase ends in, by the body named in it or behind a preposition."""
        tokens = line.tokens
        role = self._roles.match_back(tokens, core) or self._titles.match_back(tokens, core)
        groups = [m for m in self.within(tokens[first].start, tokens[head - 1].end) if m.type == "group"]
        last = tokens[core - 1].lower
        if kind is None and self._private.match_back(tokens, core):
            kind = "witness"
        if kind is None and self._titles.match_back(tokens, core):
            kind = "official"
        if kind is None and role:
            kind = "anonymous"
        if kind is None:
            capitals = sum(t.is_word and t.is_capital for t in tokens[first:core])
            if capitals > 1 and not any(m.type == "place" for m in inside):
                name = line.span(self._text, first, core)
                words = [t.lower for t in tokens[first:core] if t.is_word]
                short = any(t.text.isupper() for t in tokens[first:core] if len(t.text) > 1)
                if 1 < len(words) <= _NAME and not short and not any(self._lexicon.common(w) for w in words):
                    return Narrator("person", name)
                if self._like_an_outlet(name.text):
                    return Narrator("outlet", name)
                bearer = [t for t in tokens[first:core] if t.is_word]
                while len(bearer) > _NAME // 2 and self._lexicon.common(bearer[0].lower):
                    bearer = bearer[1:]  # `Opposition Leader X Y`
                named = 1 < len(bearer) < len(words) and not any(
                    self._lexicon.common(t.lower) for t in bearer
                )
                if named and not short and self._titles.match_back(tokens, core - len(bearer)):
                    return Narrator("person", line.span(self._text, core - len(bearer), core))
                of_state = bool({words[0], words[-1]} & self._heads_of_state)
                return Narrator("official" if of_state else "group", name)
            alone = core == first + 1 and tokens[first].is_capital and definite
            if alone and all(m.type == "person" for m in inside):
                # `the Asayish`; `the Forum`, of a body named before
                return Narrator("group", line.span(self._text, first, core), anaphor=True, otherwise="group")
            indefinite = self._begins_indefinite(line, first) and self._collective.match_back(tokens, core)
            somebody = indefinite or self._acts(last)
            return self._worded(line, first, head, stop, "anonymous") if somebody else None
        if kind in ("official", "group") and groups:
            if last in self._either and all(not self._state_like(g) for g in groups):
                kind = "group" if last in self._speakers else "anonymous"
            elif last not in self._of_states and not any(self._state_like(g) for g in groups):
                kind = "group"
            if last in self._speakers and not self._begins_indefinite(line, first) and len(groups) == 1:
                return Narrator(kind, line.span(self._text, first, head), groups[0].span)
        if kind == "anonymous" and last in self._anybody and self._saw_it(tokens[core:]):
            kind = "witness"
        if kind == "official" and self._led(tokens[first:core]):
            kind = "group"
        hidden = any(t.lower in self._anonymity for t in tokens[core:stop])
        kind = "anonymous" if kind == "witness" and hidden and last not in self._there else kind
        owned = any(t.lower in self._owner for t in tokens[first:core])  # `the army's spokesman`
        pointed = definite and not inside and not owned and last in self._pointing and head == core
        found = self._worded(line, first, head, stop, kind)
        if pointed and role and kind == "official":
            return replace(found, kind="person", anaphor=True, otherwise=kind)
        return replace(found, anaphor=pointed)

    def _saw_it(self, behind: Sequence[Token]) -> bool:
        """Whether what describes somebody says that he was there (`two persons who were at the scene`)."""
        near = [t.lower for t in behind[:_SEEN]]
        return any(word in self._present for word in near)

    def _led(self, words: Sequence[Token]) -> bool:
        """Whether forces are some party's, and no state's (`Kurdish-led forces`, `rebel fighters`)."""
        low = [t.lower for t in words]
        tailed = any(
            "-" in w and w.rpartition("-")[2] in ("led", "backed", "aligned", "linked") for w in low[:-1]
        )
        return (tailed or any(w in self._partisan for w in low[:-1])) and low[-1] in (
            "forces",
            "troops",
            "soldiers",
        )

    def somebody(self, line: Line, first: int, stop: int) -> Narrator | None:
        """Who a phrase describes of whom no list knows anything, before a verb that only people are the subject of."""
        tokens, begin = line.tokens, first
        first, stop = self._trim(line, first, stop)
        if first >= stop or not (
            begin < first or tokens[first].is_capital or tokens[first].lower.endswith("s")
        ):
            return None
        if any(t.lower in self._nobody or t.lower in self._own_determiners for t in tokens[begin:first]):
            return None
        core = self._core_stop(line, first, stop)
        named = core - first < _NAME and all(
            t.is_capital and not t.text.isupper() for t in tokens[first:core]
        )
        if named and not any(self._lexicon.common(t.lower) for t in tokens[first:core]):
            free = not self.within(tokens[first].start - 1, tokens[core - 1].end + 1)
            return Narrator("person", line.span(self._text, first, core)) if free else None
        plain = all(t.text.islower() or not t.is_word for t in tokens[first:core])
        last = tokens[core - 1].lower
        pronoun = any(t.lower in self._pronouns for t in tokens[begin:core])
        if not plain or pronoun or last in self._things or self._outlet_heads.match_back(tokens, core):
            return None
        return self._worded(line, first, self._head_stop(line, first, stop), stop, "anonymous")

    def _acts(self, word: str) -> bool:
        """Whether a word that no list holds is by its ending one for somebody who does something (`winemaker`)."""
        plain = word.removesuffix("s")
        return bool(self._agent_ends) and plain.endswith(self._agent_ends) and plain not in self._things

    def _state_like(self, m: Mention) -> bool:
        name = m.span.text
        state = bool(self._world.country(name)) or self._world.nation(name) is not None
        return state or self._kind_of_group(m) == "official"

    def _worded(self, line: Line, first: int, head: int, stop: int, kind: NarratorKind) -> Narrator:
        number = next(
            (t.lower for t in line.tokens[max(0, first - 1) : first + 1] if t.lower in self._numbers), None
        )
        stated = self._lexicon.number("attribution", "stated_numbers", number) if number else None
        return Narrator(
            kind, line.span(self._text, first, head), place=self._place(line, first, stop), stated=stated
        )
