"""Who belongs to, leads or speaks for whom: by brackets, office, apposition."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.belonging import Belonging
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Membership, Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.world import World


class Memberships(Belonging):
    """Finds the memberships of one document."""

    def __init__(
        self, text: str, lexicon: Lexicon, world: World, clauses: Clauses, mentions: Sequence[Mention]
    ) -> None:
        super().__init__(text, lexicon, mentions)
        self._world, self._clauses = world, clauses
        self._people_ends = {m.span.end: m.span for m in mentions if m.type == "person"}
        self._named: dict[tuple[str, ...], Span] = {}
        for m in self._groups.all:
            self._named.setdefault(tuple(m.span.text.casefold().split()), m.span)
        self._of_words = lexicon.set("words", "of")
        self._spatial = lexicon.set("names", "place_prepositions")
        self._office_links = lexicon.set("names", "office_links")
        self._group_heads = lexicon.phrases("names", "group_heads")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._counterparts = lexicon.set("heads", "counterparts")
        self._led_by = lexicon.phrases("words", "led_by")

    def _of(self, line: Line, first: int, stop: int, person: Span) -> Membership | None:
        return (
            self._bracketed(line, stop, person)
            or self._behind(line, stop, person)
            or self._before(line, first, person)
            or self._led(line, first, person)
            or self._by_title(line, first, person)
        )

    def _bracketed(self, line: Line, stop: int, person: Span) -> Membership | None:
        """`Jami Saleh (Jaisyul Izzah)`"""
        if (inside := self._in_brackets(line, stop)) is None:
            return None
        group, close = inside
        role = self._role(line, stop + 1, close, group)
        return self._made(person.start, line.tokens[close].end, person, group, role)

    def _behind(self, line: Line, stop: int, person: Span) -> Membership | None:
        """`Abu Khalid, juru bicara HTS,`; `Usman Hamid dari Amnesty International`"""
        tokens = line.tokens
        if stop >= len(tokens):
            return None
        if tokens[stop].lower in self._of_words:
            groups = self._groups_in(tokens[stop].end, self._stop_after(line, stop + 1))
            if groups and groups[0].start == tokens[stop + 1].start:
                return self._made(person.start, groups[0].end, person, groups[0], None)
        if tokens[stop].text != "," or stop + 1 >= len(tokens):
            return None
        at = stop + 1
        while at < len(tokens) and self._clauses.is_relative(tokens[at]):
            at += 1
        if at >= len(tokens) or not (self._titles.match(tokens, at) or self._roles.match(tokens, at)):
            return None
        end = self._stop_after(line, at)
        groups = self._groups_in(tokens[at].start, end)
        if not groups or any(tokens[at].start <= p < end for p in self._people):
            return None
        return self._made(
            person.start, groups[0].end, person, groups[0], self._role(line, at, len(tokens), groups[0])
        )

    def _stop_after(self, line: Line, at: int) -> int:
        k = at
        while (
            k < len(line.tokens)
            and not self._clauses.is_stop(line.tokens[k])
            and not self._clauses.is_verb(line.tokens[k])
        ):
            k += 1
        return line.tokens[k - 1].end if k > at else line.tokens[min(at, len(line.tokens) - 1)].end

    def _before(self, line: Line, i: int, person: Span) -> Membership | None:
        """`Menteri Luar Negeri Turki X`, `juru bicara HTS, X`, `Kabid Humas Polda Papua Kombes X`"""
        tokens = line.tokens
        stop = self._before_rank(line, i)
        apart = stop > 0 and tokens[stop - 1].text == ","
        stop = stop - 1 if apart else stop if stop and tokens[stop].text == "(" else i
        start = stop
        while start and (
            self._office_word(line, start - 1)
            or (apart and self._attaches(line, start - 1))
            or self._counterpart(line, start - 1)
        ):
            start -= 1
        if start == stop:
            return None
        office = next(
            (k for k in range(start, stop) if self._titles.match(tokens, k) or self._roles.match(tokens, k)),
            None,
        )
        if office is None or tokens[office].lower in self._relatives:
            return None
        groups = [
            g
            for g in self._groups_in(tokens[office].start, tokens[stop - 1].end)
            if g.start > tokens[office].start or g.start == tokens[office].start
        ]
        if not groups:
            return self._named_before(line, office, stop, person)
        # `anggota DPRD Bengkulu dari Fraksi Golkar, X`: what a preposition attaches comes after the body itself
        seat = next(
            (t.start for t in tokens[office:stop] if self._clauses.is_preposition(t)), tokens[stop - 1].end
        )
        group = next((g for g in reversed(groups) if g.start < seat), groups[-1])
        return self._made(
            tokens[office].start, person.end, person, group, self._role(line, office, stop, group)
        )

    def _named_before(self, line: Line, office: int, stop: int, person: Span) -> Membership | None:
        """`ketua forum itu, X`, where a body whose name begins with that word was named before."""
        tokens = line.tokens
        words = [t for t in tokens[office:stop] if t.lower not in self._demonstratives]
        head = words[-1].lower if len(words) > 1 else ""
        if head not in self._group_heads:
            return None
        before = self._groups.last_before(tokens[office].start, how_many=30)
        group = next((m.span for m in before if m.span.text.casefold().split()[0] == head), None)
        if group is None:
            return None
        role = self._text[tokens[office].start : words[-2].end]
        return self._made(tokens[office].start, person.end, person, group, role)

    def _before_rank(self, line: Line, i: int) -> int:
        """Where the rank right before a person begins, if a comma stands before it (`Kepala Polres X, AKBP Y`).

        A short form in brackets (`Presiden Komite … (ICRC) X`) is passed over.
        """
        if i > 2 and line.tokens[i - 1].text == ")" and line.tokens[i - 3].text == "(":
            return i - 3
        n = self._titles.match_back(line.tokens, i)
        return i - n if n and i > n and line.tokens[i - n - 1].text == "," else i

    def _attaches(self, line: Line, k: int) -> bool:
        """Whether a preposition here may add to an office (`juru bicara UNHCR di Indonesia, X`)."""
        word = line.tokens[k].lower
        return k > 0 and (word in self._of_words or word in self._spatial)

    def _counterpart(self, line: Line, k: int) -> bool:
        """`sejawatnya dari Pakistan X`, also without a comma."""
        return (
            k > 0
            and line.tokens[k].lower in self._of_words
            and line.tokens[k - 1].lower in self._counterparts
        )

    def _office_word(self, line: Line, k: int) -> bool:
        token = line.tokens[k]
        if token.start in self._people or token.end in self._people_ends:
            return False
        if self._clauses.is_stop(token) and token.text != ".":
            return False
        return not (
            self._clauses.is_verb(token)
            or self._clauses.is_opener(token)
            or self._clauses.is_relative(token)
            or (self._clauses.is_light(token) and token.text.islower())
            or (self._clauses.is_preposition(token) and token.lower not in self._office_links)
        )

    def _led(self, line: Line, i: int, person: Span) -> Membership | None:
        """`Divisi Keempat pimpinan Maher al-Assad`"""
        tokens = line.tokens
        i -= self._titles.match_back(tokens, i)  # `pimpinan Jenderal X`
        n = self._led_by.match_back(tokens, i)
        if not n:
            return None
        at = tokens[i - n].start
        led = next(
            (m.span for m in self._groups.last_before(at, how_many=3) if 0 <= at - m.span.end <= 7), None
        )
        if led is None:
            return self._named_behind(at, person)
        return self._made(led.start, person.end, person, led, None)

    def _named_behind(self, at: int, person: Span) -> Membership | None:
        """`kelompok pimpinan X, Liwa al-Rabwah,`: the name of the body follows its description."""
        behind = self._text[person.end : person.end + 2]
        named = self._groups_in(person.end + 2, person.end + 80) if behind == ", " else []
        if (
            not named
            or named[0].start != person.end + 2
            or self._text[named[0].end : named[0].end + 1] != ","
        ):
            return None
        return self._made(at, named[0].end, person, named[0], None)

    def _by_title(self, line: Line, i: int, person: Span) -> Membership | None:
        """`Kapolres Konawe X`, where the text also says `Polres Konawe`."""
        tokens = line.tokens
        for k in range(i - 1, max(-1, i - 9), -1):
            body = self._lexicon.word("heads", "bodies", tokens[k].lower)
            if body is not None:
                of = [t.lower for t in tokens[k + 1 : i] if t.is_word]
                group = next(
                    (
                        span
                        for name, span in self._named.items()
                        if name[0] == body and (len(name) == 1 or set(name[1:]) & set(of))
                    ),
                    None,
                )
                return (
                    self._made(tokens[k].start, person.end, person, group, tokens[k].text) if group else None
                )
            if tokens[k].text in '.;:()"“”':
                return None
        return None

    def _role(self, line: Line, first: int, stop: int, group: Span) -> str | None:
        words = [t for t in line.tokens[first:stop] if t.end <= group.start]
        while words and self._clauses.is_preposition(words[-1]):
            words.pop()  # `sejawatnya dari Turki`
        return self._text[words[0].start : words[-1].end] if words else None
