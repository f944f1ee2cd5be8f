"""Accounts: a report that one person tells throughout, of `me` and `us`, to whoever wrote it down.

Above his words stands, as a rule, who he is (`X, 41, ferries traders. This is his account.`); below them the
outlet may take the word again.  What stands in between rests on him.
"""

from __future__ import annotations

import re

from riwayat.model import Link, Span
from riwayat.reading.interview import NAMED, behind, outside_quotations
from riwayat.reading.links import Chain
from riwayat.reading.markup import Attribution
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.text.folding import fold

_LEAST = 3
"""Paragraphs that speak of `me` or `us`, in an account."""
_SELF = 2
"""Those of them that speak of `me` alone."""
_SHARE = 0.6
"""Share of an account's paragraphs that do."""
_SAID = 0.5
"""Share of the same where the report says itself that it is an account (`This is her account`)."""
_INTRO = 3
"""Paragraphs that may stand above an account."""
_QUOTES = "\"“”«»'‘’ "
_ASIDE = ("*", "(", "[", "–", "—")
"""What the outlet's own note below an account opens with."""
_NAME = 2
"""Words of the shortest whole name."""


class Account:
    """The paragraphs of one report that somebody tells, where it is an account."""

    def __init__(self, tied: Tied, voices: Voices, captions: frozenset[int]) -> None:
        self._tied, self._voices = tied, voices
        self._blocks = {
            n: tied.report.text[span.start : span.end]
            for n, span in sorted(tied.paragraphs.items())
            if n not in captions
        }
        self._teller: Link | None = None
        self.answers: frozenset[int] = self._found()
        """The numbers of the paragraphs that are told."""

    def chain(self, found: Chain, paragraph: int) -> Chain:
        """The chain of a piece that is told: the teller stands behind the outlet, before all others."""
        assert self._teller is not None
        return behind(self._teller, found, self._tied.paragraphs[paragraph])

    def labels(self, attribution: Attribution) -> bool:
        """Whether an attribution is only a label; an account has none."""
        return False

    def _found(self) -> frozenset[int]:
        personal = [n for n in self._blocks if self._personal(n)]
        if len(personal) < _LEAST or sum(self._of_me(n) for n in personal) < _SELF:
            return frozenset()
        first, last = personal[0], personal[-1]
        intro = [n for n in self._blocks if n < first]
        body = [n for n in self._blocks if first <= n <= last]
        marked = [n for n in intro if self._voices.account(self._blocks[n])]
        said = bool(marked) or self._voices.account(self._tied.report.title or "")
        if len(intro) > _INTRO or len(personal) < (_SAID if said else _SHARE) * len(body):
            return frozenset()
        self._teller = self._named(intro)
        if self._teller is None or (not said and self._spoken_of(body)):
            return frozenset()
        opened = [n for n in intro if marked and n > marked[-1] and not self._spoken_of([n])]
        return frozenset([*opened, *body, *self._going_on(last)])

    def _personal(self, paragraph: int) -> bool:
        """Whether a paragraph speaks of `me` or `us`, outside what it quotes."""
        ours = self._voices.of_me if paragraph == min(self._blocks) else self._voices.of_us
        return any(ours(word) for word in self._words(paragraph))  # `our reporter` may stand on top

    def _of_me(self, paragraph: int) -> bool:
        return any(self._voices.of_me(word) for word in self._words(paragraph))

    def _words(self, paragraph: int) -> list[str]:
        text = self._blocks[paragraph].strip()
        inner = text.strip(_QUOTES)
        if text[0] in _QUOTES and not any(mark in inner for mark in '"“”«»'):
            text = inner  # every paragraph of what he tells may stand in quotation marks
        return outside_quotations(text)

    def _named(self, intro: list[int]) -> Link | None:
        """Who tells it: the person that the lines above name first, behind no word for who wrote it down."""
        tied = self._tied
        for n in intro:
            span = tied.paragraphs[n]
            for mention in tied.marked.within(span.start, span.end):
                if mention.type != "person" or self._wrote(span.start, mention.span.start):
                    continue
                if (entity := tied.entity(mention.span, "person")) is not None:
                    return Link("person", tied.by_id[entity].name, entity=entity, span=mention.span)
        for n in intro:
            span = tied.paragraphs[n]
            if match := NAMED.match(tied.report.text, span.start):
                return Link("person", match[0], span=Span(span.start, match.end(), match[0]))
        return self._named_in_title(intro)

    def _named_in_title(self, intro: list[int]) -> Link | None:
        """The name that the headline and the lines above his words have in common, where it is no list's."""
        title = fold(self._tied.report.title or "").split()
        for n in intro:
            words = re.findall(r"\S+", self._blocks[n])
            for i in range(len(words)):
                for stop in range(min(len(words), i + 4), i + _NAME - 1, -1):
                    name = " ".join(words[i:stop]).strip(",.،:")
                    parts = fold(name).split()
                    again = any(title[k : k + len(parts)] == parts for k in range(len(title)))
                    if again and self._voices.bears_name(parts):
                        return Link("person", name)
        return None

    def _wrote(self, start: int, at: int) -> bool:
        """Whether right before a name stands a word for who wrote it down (`taken by`, `as told to`)."""
        return self._voices.wrote_down(self._tied.report.text[start:at])

    def _spoken_of(self, body: list[int]) -> bool:
        """Whether the paragraphs name the teller, as others do who write about him."""
        teller = self._teller
        if teller is None or teller.entity is None:
            return False
        spans = [self._tied.paragraphs[n] for n in body]
        return any(
            span.start <= mention.start < span.end
            for span in spans
            for mention in self._tied.by_id[teller.entity].mentions
        )

    def _others_speak(self, paragraph: int) -> bool:
        """Whether somebody else is named as saying something in a paragraph."""
        return any(
            a.narrator.called is not None and not (a.narrator.anaphor and a.narrator.kind == "person")
            for k, attributions in self._tied.attributions.items()
            if self._tied.paragraph_of(k) == paragraph
            for a in attributions
        )

    def _going_on(self, last: int) -> list[int]:
        """The paragraphs behind the last that speaks of `me`, up to the first in which the outlet speaks."""
        own = fold(self._tied.own.name or "")
        teller = fold((self._teller.name or "") if self._teller else "").split()
        found: list[int] = []
        for n in (n for n in self._blocks if n > last):
            text = self._blocks[n]
            words = fold(text).split()
            if (
                text.startswith(_ASIDE)
                or (own and own in fold(text))
                or self._voices.unanswered(text)
                or (teller and teller[-1] in words)
                or self._others_speak(n)
            ):
                break
            found.append(n)
        return found
