"""Interviews: a report of questions, each in a paragraph of its own, and of one person's answers.

The answers speak of `me`; a report that answers its own questions does not.
What stands in an answer rests on whoever is asked: the first person that the report names before its questions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwayat.model import Link, Span
from riwayat.reading.links import Chain, same
from riwayat.reading.markup import Attribution
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices

_QUESTIONS = 3
"""Fewest questions of an interview."""
_PERSONAL = 2
"""Fewest answers of an interview that speak of `me`."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_OWNS = ("'s", "’s")
NAMED = re.compile(r"[A-Z][^\W\d_]+(?: (?:al-|el-|de |van )?[A-Z][\w’'-]+){1,2}(?=[ ,])")
"""A name at the start of a text, of whom nothing else is known."""
_WORD = re.compile(r"\w+")
_LONGEST = 60
"""Words of a question."""
_QUESTION_MARKS = ("?", "؟")
_LABEL = 4
"""Words of a label at most."""
_BULLETS = "*-–—•●■▪◆"
"""Marks that open a question, and others an answer."""


class Interview:
    """The answers of one report, where it is an interview."""

    def __init__(self, tied: Tied, voices: Voices) -> None:
        blocks = {n: tied.report.text[span.start : span.end] for n, span in sorted(tied.paragraphs.items())}
        marks = {t[0] for t in blocks.values() if _is_question(t) and t[0] in _BULLETS}
        dashes = {t[0] for t in blocks.values() if not _is_question(t) and t[0] in _BULLETS} - marks
        marks = marks if dashes else set()  # `* …` asks and `- …` answers, whatever either ends in
        labels = {n: label for n, t in blocks.items() if (label := _label(t))}
        asking = _asking(blocks, labels)
        replying = (
            {x for x, n in Counter(labels.values()).items() if n >= _PERSONAL} - asking if asking else set()
        )
        asked = [
            n
            for n, t in blocks.items()
            if t[0] in marks or labels.get(n) in asking or (_is_question(t) and labels.get(n) not in replying)
        ]
        answers = frozenset(_answered(asked, max(tied.paragraphs, default=-1) + 1))
        self._tied, self._voices, self._labels = tied, voices, labels if asking else {}
        personal = sum(self._personal(tied.paragraphs[n]) for n in answers if n in tied.paragraphs)
        turns = sum(labels.get(n) in replying for n in answers)  # `Q: …`, `A: …`
        is_interview = len(asked) >= _QUESTIONS and (personal >= _PERSONAL or turns >= _PERSONAL)
        self._asked = self._first_person(tied.paragraphs[asked[0]].start) if is_interview else None
        self.answers = answers if self._asked is not None else frozenset()
        """The numbers of the paragraphs that answer."""

    def labels(self, attribution: Attribution) -> bool:
        """Whether an attribution is only the label of a question or answer (`س: …`)."""
        called = attribution.narrator.called
        at = next((n for n, s in self._tied.paragraphs.items() if called and s.start == called.start), None)
        return bool(self.answers) and at in self._labels

    def _personal(self, paragraph: Span) -> bool:
        """Whether a paragraph speaks of `me`, outside what it quotes."""
        text = self._tied.report.text[paragraph.start : paragraph.end]
        return any(self._voices.of_me(word) for word in outside_quotations(text))

    def _first_person(self, before: int) -> Link | None:
        """Who is asked: the person named first, before the questions."""
        text = self._tied.report.text
        for mention in self._tied.marked.within(0, before):
            if text[: mention.span.start].rstrip().endswith(_OWNS):
                continue  # `spoke to the paper's Siti Contoh`: who asks
            if mention.type == "person" and (entity := self._tied.entity(mention.span, "person")) is not None:
                return Link("person", self._tied.by_id[entity].name, entity=entity, span=mention.span)
        start = min((span.start for span in self._tied.paragraphs.values()), default=0)
        named = NAMED.match(text, start)  # nothing else is known of the name
        return Link("person", named[0], span=Span(start, named.end(), named[0])) if named else None

    def chain(self, found: Chain, paragraph: int) -> Chain:
        """The chain of a piece in an answer: whoever is asked stands behind the outlet, before all others."""
        assert self._asked is not None
        return behind(self._asked, found, self._tied.paragraphs[paragraph])


def behind(teller: Link, found: Chain, block: Span) -> Chain:
    """The chain of a piece of the paragraph `block` that somebody tells: he, and whom he cites there."""
    inner = [
        link
        for link in found[1:]
        if not same(link, teller) and (link.span is None or block.start <= link.span.start < block.end)
    ]
    return (found[0], replace(teller, cue=None), *inner)


def outside_quotations(text: str) -> list[str]:
    """The words of a paragraph that stand in no quotation."""
    return _WORD.findall(_QUOTED.sub("", text))


def _label(paragraph: str) -> str | None:
    """The name or letter before the colon that a paragraph opens with (`Q: …`, `س: …`, `Siti Contoh: …`)."""
    head, colon, rest = paragraph.partition(":")
    fits = colon and rest.strip() and len(head.split()) <= _LABEL and re.fullmatch(r"[\w .’'()*-]+", head)
    return head.strip("* ").casefold() if fits else None


def _asking(blocks: Mapping[int, str], labels: Mapping[int, str]) -> set[str]:
    """The labels of those who ask: they come again, mostly before questions."""
    counted = Counter(labels.values())
    asking = Counter(label for n, label in labels.items() if _is_question(blocks[n]))
    return {label for label, n in asking.items() if n >= _PERSONAL and 2 * n > counted[label]}


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
