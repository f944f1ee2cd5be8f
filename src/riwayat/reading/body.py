"""The sentences of a report that say something: what every engine marks."""

from __future__ import annotations

from riwayat.model import Report
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Sentence
from riwayat.text.sentences import by_paragraph

_DATELINE_WORDS = 10
"""Words of a line that is a dateline, with the day and who wrote it."""
_MOST_WORDS = 8
"""Words behind the colon that a source line has at most."""


def body(report: Report) -> list[Sentence]:
    """The sentences of a report in order; lines that only name its source (`Sumber: X`) or its dateline are none."""
    abbreviations = Lexicon(report.language).set("sentences", "abbreviations")
    found = [
        Sentence(s, n) for n, those in enumerate(by_paragraph(report.text, abbreviations)) for s in those
    ]
    return [s for s in found if not _names_source(report, s) and not _is_dateline(report, s)]


def _is_dateline(report: Report, sentence: Sentence) -> bool:
    """Whether a line holds the dateline, who wrote it and when, and nothing that is told."""
    at, text = report.dateline, sentence.span.text.rstrip()
    return (
        at is not None
        and sentence.span.start <= at.start < sentence.span.end
        and report.text[sentence.span.end : sentence.span.end + 1] in ("", "\n")
        and (sentence.span.start == 0 or report.text[sentence.span.start - 1] == "\n")
        and len(text.split()) <= _DATELINE_WORDS
        and not text.endswith((".", "!", "?", "؟"))
    )


def _names_source(report: Report, sentence: Sentence) -> bool:
    head, colon, rest = sentence.span.text.partition(":")
    return (
        bool(colon)
        and len(head.split()) <= 2
        and any(c in rest for c in report.cites)
        and len(rest.split()) <= _MOST_WORDS
    )
