"""The tagger: an engine that has learnt from annotated reports what words do in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwayat import languages
from riwayat.model import Quantity, Report
from riwayat.reading.body import body
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Markup, Mention
from riwayat.reading.tagger import marks
from riwayat.reading.tagger.outputs import Tags
from riwayat.reading.tagger.session import Network, TaggerError
from riwayat.reading.times import times_of
from riwayat.text.tokens import tokens

__all__ = ["TaggerEngine", "TaggerError"]

Tag = Callable[[Sequence[Sequence[str]]], list[Tags]]
"""Sentences of words to the network's scores for each."""


class TaggerEngine:
    """Marks a report by the shipped network; times and figures come from the language's rules."""

    name = "tagger"

    def __init__(self, tag: Tag | None = None, *, faint: float = 1.0) -> None:
        """`tag` is what scores sentences; the shipped network by default, loaded when first used.

        Beside the marks that it takes for the likeliest, it gives those that are at least as likely as `faint`.
        """
        self._tag, self._faint = tag, faint

    def mark(self, report: Report) -> Markup:
        """The marks of a report; empty where its language has no folder."""
        if report.language not in languages.available():
            return Markup((), (), (), (), ())
        text, found, faint = report.text, body(report), self._faint
        words = [tokens(text, s.span.start, s.span.end) for s in found]
        lexicon = Lexicon(report.language)
        known = frozenset(lexicon.key(w.text) for ws in words for w in ws if w.is_word)
        casualties = languages.rules(report.language, "numbers").casualties
        times = times_of(text, report.language)
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
            tagged.append(marks.Sentence(text, here, tags, figures, inside, lexicon, known))
        return Markup(
            sentences=tuple(found),
            mentions=tuple(m for s in tagged for m in sorted(marks.mentions(s, faint), key=_place)),
            memberships=tuple(m for s in tagged for m in marks.memberships(s)),
            attributions=tuple(a for s in tagged for a in marks.attributions(s, faint)),
            triggers=tuple(t for s in tagged for t in marks.triggers(s, faint)),
        )


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end
