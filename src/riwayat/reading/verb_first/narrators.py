"""Narrators: who a noun phrase names as having said something, by its head and the names in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwayat.model import NarratorKind, Span
from riwayat.reading.links import PICTURED
from riwayat.reading.markup import Mention, Narrator
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, is_definite, is_owned
from riwayat.reading.verb_first.narrator_phrases import NarratorPhrases
from riwayat.text.folding import fold
from riwayat.text.tokens import Token

_NAMED = 2
"""Words of a name in commas at least."""
_ONLINE = 7
"""Words behind somebody within which it is said that he wrote on line."""
_NAME = 4
"""Words of a name in quotation marks that nothing else is known of."""


class Narrators(NarratorPhrases):
    """Reads the noun phrases of one report as narrators."""

    def read(self, line: Line, first: int, stop: int) -> Narrator | None:
        """The narrator that tokens `first`..`stop` name; null where they name nobody who could tell."""
        tokens = line.tokens
        first, stop = self._trimmed(tokens, first, stop)
        if first >= stop or self._grammar.is_preposition(tokens[first]):
            return None
        if (
            tokens[first].lower in self._staff
            and is_owned(tokens[first])
            and tokens[first].text.endswith(self._ours)
        ):
            return None  # `مراسلتنا`
        if tokens[first].lower in self._outlet_people and is_definite(tokens[first]) and stop == first + 1:
            return Narrator("outlet", line.span(self._text, first, stop), anaphor=True)
        if tokens[first].lower in self._pronouns or (
            tokens[first].lower in self._honorifics and is_owned(tokens[first])
        ):
            return Narrator("person", line.span(self._text, first, stop), anaphor=True)
        if tokens[first].lower in self._some_of and is_owned(tokens[first]):
            return Narrator("person", line.span(self._text, first, stop), anaphor=True, part=True)
        pointing = tokens[first].lower in self._pointing or is_definite(tokens[first])
        if pointing and stop - first <= 2 and tokens[stop - 1].lower in self._latter:
            return Narrator("person", line.span(self._text, first, stop), anaphor=True)
        n = self._vehicles.match(tokens, first)
        if (
            n
            and not self._kind(tokens, first, first + 1)
            and (inner := self._behind_vehicle(line, first + n, stop))
        ):
            return inner
        head_stop = self._head_stop(tokens, first, stop)
        span = line.span(self._text, first, stop)
        whole = self.within(tokens[first].start, tokens[stop - 1].end)
        head = self.within(tokens[first].start, tokens[head_stop - 1].end)
        kind = self._kind(tokens, first, head_stop)
        if n and kind == "document" and (inner := self._behind_vehicle(line, first + n, stop)):
            return inner
        if kind in PICTURED or (kind == "social" and not [m for m in head if m.type == "outlet"]):
            return self._described(line, first, stop, kind)
        return (
            self._outlet_named(line, first, stop, head)
            or self._person_named(line, first, stop, kind, whole)
            or self._body_named(line, first, stop, kind, head)
            or self._pointed(line, first, stop, head_stop, kind, whole)
            or (self._described(line, first, stop, kind) if kind else None)
            or (self._government(head) if head else None)
            or (self._office(line, first, stop))
            or (Narrator("group", span) if self._quoted_name(tokens, first, stop) else None)
        )

    def apposed(self, line: Line, first: int, stop: int, limit: int) -> Narrator | None:
        """The one person named in commas behind an office (`المتحدث باسم الحشد، كريم النوري،`)."""
        tokens = line.tokens
        if not (self._titles.match(tokens, first) or self._roles.match(tokens, first)):
            return None
        people = [m for m in self.within(tokens[stop].start, tokens[limit - 1].end) if m.type == "person"]
        near = people[0] if people else None
        if near is None and (name := self._between_commas(line, stop, limit)) is not None:
            return Narrator("person", name)
        if near is None or sum(t.is_word for t in tokens[stop:limit] if t.start < near.span.start) > 2:
            return None
        return Narrator("person", near.span, near.span)

    def _between_commas(self, line: Line, comma: int, limit: int) -> Span | None:
        """Two to four words in commas behind an office that nothing else is known of: a name."""
        tokens = line.tokens
        first = comma + 1
        stop = next((k for k in range(first, min(limit + 1, len(tokens))) if tokens[k].text in ",،"), limit)
        words = tokens[first:stop]
        if tokens[comma].text not in ",،" or not _NAMED <= len(words) <= _NAME:
            return None
        known = any(
            not t.is_word
            or (is_definite(words[0]) and self._lexicon.ordinary(words[0].lower))
            or is_owned(t)
            or self._grammar.is_verb(t)
            or self._grammar.is_preposition(t)
            or self._grammar.is_conjunction(t)
            or (self._lexicon.ordinary(t.lower) and t.lower not in self._given)
            for t in words
        )
        return None if known else line.span(self._text, first, stop)

    def maker(self, line: Line, first: int, stop: int) -> Narrator | None:
        """Whose words a recording or text holds (`تسجيلا صوتيا لأحد الناجين`)."""
        tokens = line.tokens
        at = next((k for k in range(first + 1, stop) if tokens[k].lower in self._to), None)
        return self.read(line, at + 1, stop) if at is not None else None

    def issuer(self, line: Line, stop: int, document: Narrator) -> Narrator | None:
        """Who issued a statement that itself speaks (`أفاد بيان لوزارة الدفاع`)."""
        span = document.span
        if span is None or document.kind != "document":
            return None
        words = self._lexicon.tokens(span.text)
        if not words or words[0].lower not in self._statements:
            return None
        body = next((m for m in self.within(span.start, span.end) if m.type == "group"), None)
        return Narrator(self._of_body(body, None), body.span, body.span) if body is not None else None

    def _quoted_name(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a few words in quotation marks stand as a name."""
        words = [t for t in tokens[first:stop] if t.is_word]
        told = any(self._grammar.is_verb(t) or self._grammar.is_light(t) for t in words)
        return tokens[first].text in QUOTES and 0 < len(words) <= _NAME and not told

    def _behind_vehicle(self, line: Line, first: int, stop: int) -> Narrator | None:
        """Who stands behind a word for what he said (`بيان صادر عن الجيش`)."""
        while first < stop and (
            line.tokens[first].lower in self._vehicle_fillers
            or self._grammar.is_preposition(line.tokens[first])
        ):
            first += 1
        return self.read(line, first, stop) if first < stop else None

    def _outlet_named(self, line: Line, first: int, stop: int, head: Sequence[Mention]) -> Narrator | None:
        """`صحيفة الوطن`, `مراسل عنب بلدي`, `رويترز`; `وسائل إعلام محلية` is an outlet without a name."""
        tokens = line.tokens
        outlets = [m for m in head if m.type == "outlet"]
        by_medium = self._outlet_heads.match(tokens, first) > 0 or tokens[first].lower in self._staff
        if outlets and (by_medium or outlets[0].span.start <= tokens[first].start + 1):
            named = self._as_outlet(outlets[0])
            return replace(named, span=self._whole(line, first, outlets[0].span))
        if tokens[first].lower in self._staff:
            if is_owned(tokens[first]) and tokens[first].text.endswith(self._ours):
                return None  # `مراسلنا`
            if is_owned(tokens[first]):
                return Narrator("outlet", line.span(self._text, first, stop), anaphor=True)
            return None
        if self._common_outlets.match(tokens, first):
            groups = [m for m in head if m.type == "group"]
            return None if groups else Narrator("outlet", line.span(self._text, first, stop))
        if by_medium and stop > first + 1 and [m for m in head if m.type == "group"]:
            return Narrator("outlet", line.span(self._text, first, stop))  # `إذاعة جيش الاحتلال`
        if by_medium and not [m for m in head if m.type in ("group", "person")]:
            return Narrator(
                "outlet",
                line.span(self._text, first, stop),
                anaphor=stop == first + 1 and is_definite(tokens[first]),
            )
        return None

    def _person_named(
        self, line: Line, first: int, stop: int, kind: NarratorKind | None, whole: Sequence[Mention]
    ) -> Narrator | None:
        tokens = line.tokens
        people = [m for m in whole if m.type == "person"]
        if not people and (name := self._behind_office(line, first, stop)) is not None:
            return Narrator("person", name)
        if not people or tokens[first].lower in self._named_after:
            return None
        if self._relatives_of(tokens, first, people[0]):
            return None
        bearer = self._titles.match(tokens, first) or self._roles.match(tokens, first)
        if kind == "anonymous" and not bearer and not self._directly(tokens, first, people[0]):
            return None
        span = self._whole(line, first, people[0].span)
        return Narrator("person", span, people[0].span, place=self._place(tokens, first, stop))

    def _behind_office(self, line: Line, first: int, stop: int) -> Span | None:
        """A name that only its place behind an office shows (`رئيس نقابة النقل البري صالح الشريف`)."""
        tokens = line.tokens
        office = self._titles.match(tokens, first) or self._roles.match(tokens, first)
        if not office and not self._kind(tokens, first, stop):
            return None
        k = next((n for n in range(first + 1, stop) if self._unknown_name(tokens, n)), None)
        if k is None or any(self._grammar.is_preposition(t) for t in tokens[k:stop]):
            return None
        return line.span(self._text, k, stop)

    def _whole(self, line: Line, first: int, name: Span) -> Span:
        """A name with the office or head before it, as the phrase begins (`النائب فلان`, `صحيفة «الغد»`)."""
        start = line.tokens[first].start
        if start >= name.start:
            return name
        end = name.end + (
            self._text[name.end : name.end + 1] in QUOTES and self._text[name.start - 1] in QUOTES
        )
        return Span(start, end, self._text[start:end])

    def _relatives_of(self, tokens: Sequence[Token], first: int, person: Mention) -> bool:
        """`والد الشاب محمد`: not he; but `شقيقه محمد` is."""
        return (
            tokens[first].lower in self._relatives
            and person.span.start > tokens[first].start
            and not is_owned(tokens[first])
            and not is_definite(tokens[first])
        )

    def _directly(self, tokens: Sequence[Token], first: int, person: Mention) -> bool:
        """Whether only adjectives and bodies stand between a word for a person and a name."""
        return not any(
            self._grammar.is_preposition(t) and t.lower not in self._naming_through
            for t in tokens[first:]
            if t.start < person.span.start
        )

    def _body_named(
        self, line: Line, first: int, stop: int, kind: NarratorKind | None, head: Sequence[Mention]
    ) -> Narrator | None:
        """A body by its name; an unnamed member or spokesman of one is described."""
        tokens = line.tokens
        groups = [m for m in head if m.type == "group"]
        if not groups:
            return None
        best = groups[0]
        begins = best.span.start <= tokens[first].start + (tokens[first].text in QUOTES)
        if begins:
            return Narrator(self._of_body(best, kind), best.span, best.span)
        if kind in ("anonymous", "witness"):
            return None
        spokesman = kind in ("group", "official") and tokens[first].lower in self._spokesmen
        if spokesman:
            return Narrator(self._of_body(best, None), line.span(self._text, first, stop), best.span)
        if tokens[first].lower in self._named_after:
            return Narrator(self._of_body(best, kind), line.span(self._text, first, stop), best.span)
        return None

    def _of_body(self, mention: Mention, kind: NarratorKind | None) -> NarratorKind:
        name = mention.called
        if self._world.group(name):
            return "official" if self._world.of_state(name) else "group"
        words = self._lexicon.tokens(name)
        if words and self._kinds["official"].match(words, 0):
            return "official"
        return "group"

    def _pointed(
        self,
        line: Line,
        first: int,
        stop: int,
        head_stop: int,
        kind: NarratorKind | None,
        whole: Sequence[Mention],
    ) -> Narrator | None:
        """`المصدر`, `القيادي`, `الوزير`: somebody named before."""
        tokens = line.tokens
        words = [k for k in range(first, stop) if tokens[k].is_word and tokens[k].lower not in self._pointing]
        if (
            not words
            or len(words) > 2
            or any(m.type != "place" for m in whole)
            or not is_definite(tokens[words[0]])
        ):
            return None
        token = tokens[words[0]]
        if token.lower in self._own and (own := self._own_mention(token.lower)) is not None:
            return Narrator("outlet", line.span(self._text, first, stop), own)
        bearers = next((b for k in words if (b := self._bearers.get(tokens[k].lower))), [])
        names = {p.text for p in bearers if p.start < token.start} or {p.text for p in bearers}
        if len(names) == 1 and (kind in (None, "official", "group", "anonymous")):
            bearer = next(p for p in bearers if p.text in names)
            return Narrator("person", bearer, bearer)
        if kind is not None:
            office = self._titles.match(tokens, words[0]) or self._roles.match(tokens, words[0])
            body = kind in ("official", "group") and not office and len(words) > 1
            return self._described(line, first, stop, kind, anaphor=not body)
        if self._titles.match(tokens, words[0]) or self._roles.match(tokens, words[0]):
            return Narrator("person", line.span(self._text, first, stop), anaphor=True)
        return None

    def _own_mention(self, head: str) -> Span | None:
        """Where the publisher is named by a name that begins with this word (`المركز`)."""
        named = (m for m in self._marked.all if m.type in ("group", "outlet"))
        own = (m for m in named if (words := self._lexicon.tokens(m.called)) and words[0].lower == head)
        return next((m.span for m in own if len(m.called.split()) > 1 and self._is_own(m.called)), None)

    def _is_own(self, name: str) -> bool:
        return fold(name) in fold(self._own_name) or fold(self._own_name) in fold(name)

    def _office(self, line: Line, first: int, stop: int) -> Narrator | None:
        """`ممثل قائد الفرقة الرابعة`: an office without a name, in no list of kinds."""
        if not self._titles.match(line.tokens, first) or stop - first < 2:
            return None
        kind: NarratorKind = "anonymous" if line.tokens[first].lower in self._unofficial else "official"
        return Narrator(kind, line.span(self._text, first, stop))

    def _government(self, head: Sequence[Mention]) -> Narrator | None:
        """`موسكو`, `تركيا`."""
        place = next((m for m in head if m.type == "place" and self._world.government(m.called)), None)
        return Narrator("group", place.span, place.span) if place else None

    def _described(
        self, line: Line, first: int, stop: int, kind: NarratorKind, *, anaphor: bool = False
    ) -> Narrator:
        tokens = line.tokens
        span = line.span(self._text, first, stop)
        word = tokens[first].lower
        stated = self._lexicon.number("attribution", "stated_numbers", tokens[first].text)
        pointed = (
            anaphor
            or (kind in PICTURED and is_definite(tokens[first]) and stop - first == 1)
            or (stop - first > 1 and tokens[first].lower in self._pointing)
        )
        if word in self._spokesmen and kind == "group" and stop - first > 1:
            kind = "official" if self._kind(tokens, first + 1, stop) == "official" else kind
        if kind == "anonymous" and word in self._posters and self._online(tokens, first, stop):
            kind = "social"
        return Narrator(kind, span, anaphor=pointed, place=self._place(tokens, first, stop), stated=stated)

    def _online(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        return any(
            t.lower in self._lexicon.set("attribution", "online") for t in tokens[first : stop + _ONLINE]
        )

    def _place(self, tokens: Sequence[Token], first: int, stop: int) -> Span | None:
        """The place a source is said to be in: `مصدر في إدلب`."""
        starts = {t.start: k for k, t in enumerate(tokens)}
        for m in self.within(tokens[first].start, tokens[stop - 1].end):
            k = starts.get(m.span.start, 0)
            if (
                m.type == "place"
                and k > first
                and any(t.lower in self._spatial for t in tokens[max(first, k - 2) : k])
            ):
                return m.span
        return None
