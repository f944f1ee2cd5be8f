"""The noun phrases of narrators: where each ends, and of which kind its head makes it."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.model import NarratorKind, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention, Narrator
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.reading.world import World
from riwayat.text.tokens import Token

STROKES = "\u0640-:"
"""Marks that may stand between a preposition and an outlet (`لـ: X`)."""
_SHOWN: tuple[NarratorKind, ...] = ("photo", "video", "document")
_ORDER: tuple[NarratorKind, ...] = (
    "video", "photo", "document", "social", "witness", "anonymous", "official", "group",
)  # fmt: skip


class NarratorPhrases:
    """Measures the noun phrases of one report that may name a narrator."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        world: World,
        grammar: Grammar,
        mentions: Sequence[Mention],
        lines: Sequence[Line],
        own: str | None = None,
    ) -> None:
        """`own` is the publishing outlet's name."""
        self._own_name = own or ""
        self._own = frozenset(t.lower for t in lexicon.tokens(own or "")[:1])
        self._text, self._lexicon, self._world, self._grammar = text, lexicon, world, grammar
        self._marked = Marked(mentions)
        table = "attribution"
        self._kinds = {kind: lexicon.phrases(table, f"kinds.{kind}") for kind in _ORDER}
        self._inner = lexicon.set(table, "inner_prepositions")
        self._counting = lexicon.set(table, "counting")
        self._determiners = lexicon.set("words", "determiners")
        self._saying_nouns = lexicon.set(table, "saying_nouns")
        self._unofficial = lexicon.set(table, "unofficial")
        self._statements = lexicon.set(table, "statements")
        self._place_heads = lexicon.set("names", "place_heads")
        self._sayings = lexicon.set(table, "sayings")
        self._outlet_people = lexicon.set(table, "outlet_people")
        self._pointing = lexicon.set(table, "demonstratives")
        self._pronouns = lexicon.set("words", "pronouns")
        self._outlet_heads = lexicon.phrases("names", "outlet_heads")
        self._common_outlets = lexicon.phrases("names", "common_outlets")
        self._titles = lexicon.phrases("names", "person_titles")
        self._roles = lexicon.phrases("names", "role_nouns")
        self._staff = lexicon.set(table, "staff")
        self._vehicles = lexicon.phrases(table, "vehicles")
        self._vehicle_fillers = lexicon.set(table, "vehicle_fillers")
        self._named_after = lexicon.set(table, "named_after")
        self._posters = lexicon.set(table, "posters")
        self._spatial = lexicon.set("names", "place_prepositions")
        self._relatives = lexicon.set("names", "relatives")
        self._links = lexicon.set("heads", "links")
        self._members = lexicon.set("names", "collective_nouns")
        self._given = lexicon.lines("given_names")
        self._occasions = lexicon.set(table, "occasions")
        self._to = lexicon.set(table, "to")
        self._ours = tuple(sorted(lexicon.set(table, "ours")))
        self._latter = lexicon.set(table, "latter")
        self._some_of = lexicon.set(table, "some_of")
        self._honorifics = lexicon.set(table, "honorifics")
        self._at_place = lexicon.set(table, "at")
        self._in_name = lexicon.set(table, "in_name")
        self._spokesmen = lexicon.set(table, "spokesmen")
        self._learnt_from = lexicon.set(table, "learnt_from")
        self._naming_through = lexicon.set(table, "naming_through")
        self._bearers = self._offices(lines)

    def _offices(self, lines: Sequence[Line]) -> dict[str, list[Span]]:
        """Who bears which office in the report, by the office's first word."""
        found: dict[str, list[Span]] = {}
        people = {m.span.start: m.span for m in self._marked.all if m.type == "person"}
        for line in lines:
            for i, token in enumerate(line.tokens):
                if token.start not in people:
                    continue
                for k in range(i - 1, max(-1, i - 9), -1):
                    word = line.tokens[k]
                    if self._grammar.is_mark(word) or self._grammar.is_verb(word):
                        break
                    if self._titles.match(line.tokens, k):
                        found.setdefault(word.lower, []).append(people[token.start])
        return found

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions between two places of the text."""
        return self._marked.within(start, end)

    def called_so(self, word: Span) -> Span | None:
        """The last person named before whose name begins with a word (`حليمة` of `حليمة آدم`)."""
        bearers = [m.span for m in self._marked.all if m.type == "person" and m.span.start < word.start]
        return next((b for b in reversed(bearers) if b.text.split()[0] == word.text), None)

    def everyday(self, token: Token) -> bool:
        """Whether a word is known for anything but a person's name."""
        marked = any(m.span.start == token.start for m in self._marked.within(token.start, token.end))
        named = token.lower in self._given or is_definite(token) or is_owned(token) or not token.is_word
        known = self._lexicon.ordinary(token.lower) or self._world.has(token.text)
        return marked or named or known or token.text[0].isdigit()

    def is_picture(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word is a picture spoken of for the first time (`مقطعا`)."""
        return not is_definite(tokens[k]) and any(
            self._kinds[kind].match(tokens, k) for kind in ("video", "photo")
        )

    def is_shown(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word is a picture or document."""
        return any(self._kinds[kind].match(tokens, k) for kind in _SHOWN)

    def begins_name(self, token: Token) -> bool:
        """Whether a name of a body or outlet begins with this word."""
        near = self._marked.within(token.start, token.start + 90)
        return any(m.span.start == token.start and m.type != "place" for m in near)

    def end(self, line: Line, first: int) -> int:
        """Where the narrator phrase that begins at `first` ends, with what prepositions attach to it."""
        tokens = line.tokens
        end = self._without_saying(tokens, first, self._grammar.noun_phrase_end(tokens, first))
        end = self._before_outlet(tokens, first, end)
        for _ in range(7):
            if end >= len(tokens) or end <= first:
                break
            token = tokens[end]
            if token.lower in self._saying_nouns:
                break
            if self._apposed(tokens, first, end):
                end = self._grammar.noun_phrase_end(tokens, end)
                continue
            joined = self._grammar.is_conjunction(token) and end + 1 < len(tokens)
            alike = (
                joined and not is_definite(tokens[first]) and self._kind(tokens, end + 1, end + 2) is not None
            )
            named_on = joined and (is_definite(tokens[end + 1]) or alike)
            if token.lower in self._at_place and not self._placed(tokens, end + 1):
                break
            if (
                end + 1 < len(tokens)
                and tokens[end + 1].text[0].isdigit()
                and self._grammar.is_preposition(token)
            ):
                break
            if (
                (token.lower in self._inner and end + 1 < len(tokens) and not self._told(tokens, end))
                or (named_on and not self._grammar.is_verb(tokens[end + 1]))
                or self._seat(tokens, first, end)
            ):
                further = self._grammar.noun_phrase_end(tokens, end + 1)
            else:
                break
            if further <= end + 1:
                break
            end = further
        return end

    def _placed(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a place or body begins here, so that what governs it belongs to a narrator."""
        if k >= len(tokens):
            return False
        if is_definite(tokens[k]):
            return True
        near = self._marked.within(tokens[k].start, tokens[k].start + 60)
        return tokens[k].lower in self._place_heads or any(
            m.span.start == tokens[k].start and m.type in ("place", "group") for m in near
        )

    def _before_outlet(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """A phrase without the outlet that was told (`أبلغ سكان «بوابة الوسط»`)."""
        if self._outlet_heads.match(tokens, first) or tokens[first].lower in self._staff:
            return end
        inside = [m for m in self.within(tokens[first].start, tokens[end - 1].end) if m.type == "outlet"]
        if not inside or inside[0].span.start <= tokens[first].end + 1:
            return end
        cut = next((k for k in range(first + 1, end) if tokens[k].start >= inside[0].span.start), end)
        before = tokens[cut - 1]
        kept = self._outlet_heads.match_back(tokens, cut) or before.lower in self._staff
        if kept or self._kind(tokens, first, cut) not in ("witness", "anonymous", "official"):
            return end
        return cut - 1 if before.text in QUOTES else cut

    def _without_saying(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """A phrase without the word for what its narrator says (`مصدر مسؤول قوله`)."""
        return next(
            (
                k
                for k in range(first + 1, end)
                if is_owned(tokens[k]) and tokens[k].lower in self._saying_nouns | self._sayings
            ),
            end,
        )

    def _apposed(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Whether a name or title follows that goes on with an office (`المتحدث باسم الجيش العميد سعد`)."""
        token = tokens[end]
        if self._grammar.is_mark(token) or self._grammar.is_verb(token) or token.text in QUOTES:
            return False
        starts = any(
            m.span.start == token.start and m.type == "person"
            for m in self._marked.within(token.start, token.start + 80)
        )
        office = bool(self._titles.match(tokens, first) or self._roles.match(tokens, first))
        return office and (starts or self._titles.match(tokens, end) > 0 or self._unknown_name(tokens, end))

    def _unknown_name(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a given name and one more word stand here, that nothing else is known of (`صالح الشريف`)."""
        if k + 1 >= len(tokens) or is_definite(tokens[k]) or is_owned(tokens[k]):
            return False
        if self._grammar.named(tokens[k]):
            return False
        given, after = tokens[k].lower in self._given, tokens[k + 1]
        if not given or not after.is_word or self._grammar.is_verb(tokens[k]):
            return False
        small = (
            self._grammar.is_preposition(after)
            or self._grammar.is_opener(after)
            or self._grammar.is_verb(after)
        )
        return not small and not after.text[0].isdigit()

    def _seat(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Whether a preposition attaches a body to an office (`المستشار لدى قوات الشرق`)."""
        if tokens[end].lower not in self._links or end + 1 >= len(tokens) or self._told(tokens, end):
            return False
        return tokens[end + 1].text not in QUOTES or self._kind(tokens, first, end) is not None

    def _told(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the preposition here opens the outlet that was told, or a speech (`في تصريح لـ`)."""
        if tokens[at].lower not in self._occasions:
            return False
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        if nxt is None:
            return False
        speech = self._lexicon.set("attribution", "speeches")
        if nxt.lower in speech:
            return True
        if tokens[at].lower in self._to:
            named = next(
                (t for t in tokens[at + 1 : at + 4] if t.text not in QUOTES and t.text not in STROKES), nxt
            )
            return self.outlet(tokens, at + 1) is not None or named.lower in self._own
        return False

    def outlet(self, tokens: Sequence[Token], k: int) -> Narrator | None:
        """The outlet named at `k`, heads and quotation marks before it passed over."""
        fillers = self._lexicon.set("attribution", "told_fillers")
        platforms = self._lexicon.set("attribution", "online")
        first = k
        while k < len(tokens):
            for m in self._marked.within(tokens[k].start, tokens[k].start + 60):
                if (
                    m.span.start == tokens[k].start
                    and m.type == "outlet"
                    and tokens[k].lower not in platforms
                ):
                    return self._as_outlet(m)
            if not (tokens[k].text in QUOTES or tokens[k].lower in fillers or tokens[k].text in STROKES):
                break
            k += 1
        if k >= len(tokens):
            return None
        owned = tokens[first]
        if self._outlet_heads.match(tokens, first) and k == first + 1 and is_definite(owned):
            return Narrator("outlet", Span(owned.start, owned.end, owned.text), anaphor=True)
        return None

    def _as_outlet(self, mention: Mention) -> Narrator:
        kind: NarratorKind = "agency" if self._world.agency(mention.called) else "outlet"
        return Narrator(kind, mention.span, mention.span)

    def _kind(self, tokens: Sequence[Token], first: int, stop: int) -> NarratorKind | None:
        """The kind of narrator that the first telling word of a phrase makes it; of several the longest wording's."""
        for k in range(first, stop):
            if (
                k > first
                and tokens[k - 1].lower not in self._determiners
                and tokens[k - 1].lower not in self._counting
                and tokens[k - 1].text not in QUOTES
                and tokens[k - 1].lower not in self._learnt_from
            ):
                break
            lengths = {kind: phrases.match(tokens, k) for kind, phrases in self._kinds.items()}
            if any(lengths.values()):
                return max(lengths, key=lambda kind: lengths[kind])
            counted = tokens[k].lower in self._counting or tokens[k].text[0].isdigit()
            partitive = k > first and tokens[k].lower in self._learnt_from  # `عدد من التجار`
            if (
                tokens[k].lower not in self._determiners
                and tokens[k].text not in QUOTES
                and not (counted or partitive)
            ):
                break
        return None

    def _trimmed(self, tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
        while first < stop and (
            self._grammar.is_mark(tokens[first]) or self._grammar.is_light(tokens[first])
        ):
            first += 1
        while stop > first and (
            self._grammar.is_mark(tokens[stop - 1]) or self._grammar.is_light(tokens[stop - 1])
        ):
            stop -= 1
        return first, stop

    def _head_stop(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """Where the head of a phrase ends: before the first preposition but those of offices."""
        return next(
            (
                k
                for k in range(first + 1, stop)
                if self._grammar.is_preposition(tokens[k])
                and tokens[k].lower not in self._in_name
                and not (tokens[k - 1].lower in self._determiners and tokens[k].lower in self._learnt_from)
            ),
            stop,
        )
