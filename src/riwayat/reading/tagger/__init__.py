"""The tagger: an engine that has learnt from annotated reports what words do in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwayat import languages
from riwayat.model import Quantity, Report
from riwayat.reading.body import body
from riwayat.reading.markup import Markup
from riwayat.reading.tagger import marks
from riwayat.reading.tagger.outputs import Tags
from riwayat.reading.tagger.session import Network, TaggerError
from riwayat.text.tokens import tokens

__all__ = ["TaggerEngine", "TaggerError"]

Tag = Callable[[Sequence[Sequence[str]]], list[Tags]]
"""Sentences of words to the network's scores for each."""


class TaggerEngine:
    """Marks a report by the shipped network; times and figures come from the language's rules."""

    name = "tagger"

    def __init__(self, tag: Tag | None = None) -> None:
        """`tag` is what scores sentences; the shipped network by default, loaded when first used."""
        self._tag = tag

    def mark(self, report: Report) -> Markup:
        """The marks of a report; empty where its language has no folder."""
        if report.language not in languages.available():
            return Markup((), (), (), (), ())
        text, found = report.text, body(report)
        words = [tokens(text, s.span.start, s.span.end) for s in found]
        casualties = languages.rules(report.language, "numbers").casualties
        times = languages.rules(report.language, "times").find(text)
        tag = self._tag or Network.shipped().tag
        tagged = []
        for sentence, here, tags in zip(
            found, words, tag([[w.text for w in ws] for ws in words]), strict=True
        ):
            start, end = sentence.span.start, sentence.span.end
            figures = [
                Quantity(f.what, f.low, f.high, f.of, f.start + start, f.end + start, f.text)
                for f in casualties(sentence.span.text)
            ]
            inside = [t for t in times if start <= t.start < end]
            tagged.append(marks.Sentence(text, here, tags, figures, inside))
        return Markup(
            sentences=tuple(found),
            mentions=tuple(m for s in tagged for _, m in sorted(s.mentions.items())),
            memberships=tuple(m for s in tagged for m in marks.memberships(s)),
            attributions=tuple(a for s in tagged for a in marks.attributions(s)),
            triggers=tuple(t for s in tagged for t in marks.triggers(s)),
        )
