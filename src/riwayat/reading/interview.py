"""Interviews: a report of questions, each in a paragraph of its own, and of one person's answers.

The answers speak of `me`; a report that answers its own questions does not.
What stands in an answer rests on whoever is asked: the first person that the report names before its questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from riwayat.model import Link, Span
from riwayat.reading.links import Chain, same
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices

_QUESTIONS = 3
"""Fewest questions of an interview."""
_PERSONAL = 2
"""Fewest answers of an interview that speak of `me`."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_OWNS = ("'s", "’s")
_NAMED = re.compile(r"[A-Z][^\W\d_]+(?: (?:al-|el-|de |van )?[A-Z][\w’'-]+){1,2}(?=[ ,])")
_WORD = re.compile(r"\w+")
_LONGEST = 60
"""Words of a question."""
_QUESTION_MARKS = ("?", "؟")
_BULLETS = "*-–—•●■▪◆"
"""Marks that open a question, and others an answer."""


class Interview:
    """The answers of one report, where it is an interview."""

    def __init__(self, tied: Tied, voices: Voices) -> None:
        blocks = {n: tied.report.text[span.start : span.end] for n, span in sorted(tied.paragraphs.items())}
        marks = {t[0] for t in blocks.values() if _is_question(t) and t[0] in _BULLETS}
        dashes = {t[0] for t in blocks.values() if not _is_question(t) and t[0] in _BULLETS} - marks
        marks = marks if dashes else set()  # `* …` asks and `- …` answers, whatever either ends in
        asked = [n for n, t in blocks.items() if _is_question(t) or t[0] in marks]
        answers = frozenset(_answered(asked, max(tied.paragraphs, default=-1) + 1))
        self._tied, self._voices = tied, voices
        personal = sum(self._personal(tied.paragraphs[n]) for n in answers if n in tied.paragraphs)
        is_interview = len(asked) >= _QUESTIONS and personal >= _PERSONAL
        self._asked = self._first_person(tied.paragraphs[asked[0]].start) if is_interview else None
        self.answers = answers if self._asked is not None else frozenset()
        """The numbers of the paragraphs that answer."""

    def _personal(self, paragraph: Span) -> bool:
        """Whether a paragraph speaks of `me`, outside what it quotes."""
        text = _QUOTED.sub("", self._tied.report.text[paragraph.start : paragraph.end])
        return any(self._voices.of_me(word) for word in _WORD.findall(text))

    def _first_person(self, before: int) -> Link | None:
        """Who is asked: the person named first, before the questions."""
        text = self._tied.report.text
        for mention in self._tied.marked.within(0, before):
            if text[: mention.span.start].rstrip().endswith(_OWNS):
                continue  # `spoke to the paper's Siti Contoh`: who asks
            if mention.type == "person" and (entity := self._tied.entity(mention.span, "person")) is not None:
                return Link("person", self._tied.by_id[entity].name, entity=entity, span=mention.span)
        start = min((span.start for span in self._tied.paragraphs.values()), default=0)
        named = _NAMED.match(text, start)  # nothing else is known of the name
        return Link("person", named[0], span=Span(start, named.end(), named[0])) if named else None

    def chain(self, found: Chain, paragraph: int) -> Chain:
        """The chain of a piece in an answer: whoever is asked stands behind the outlet, before all others."""
        assert self._asked is not None
        block = self._tied.paragraphs[paragraph]
        inner = [
            link
            for link in found[1:]
            if not same(link, self._asked)
            and (link.span is None or block.start <= link.span.start < block.end)
        ]
        return (found[0], replace(self._asked, cue=None), *inner)


def _is_question(paragraph: str) -> bool:
    text = paragraph.rstrip('"”» ')
    return text.endswith(_QUESTION_MARKS) and len(text.split()) <= _LONGEST


def _answered(asked: Sequence[int], count: int) -> list[int]:
    """The paragraphs behind a question up to the next; behind the last question, one."""
    found: list[int] = []
    for n, at in enumerate(asked):
        stop = asked[n + 1] if n + 1 < len(asked) else min(at + 2, count)
        found.extend(range(at + 1, stop))
    return found
