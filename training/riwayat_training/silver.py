"""What the rules see in sentences that nobody has annotated: more wordings than our corpus holds, less surely.

The rules mark cues with source and content, and triggers with their parties, in the sentences of the open sets.
They miss much, so a word they leave out is not taken for nothing, but for one that may be anything, unless it
stands in a sentence that they have marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from riwayat.languages import available
from riwayat.model import Outlet, Report, Span
from riwayat.reading.markup import Attribution, Trigger
from riwayat.reading.rules import RulesEngine
from riwayat.reading.tagger.labels import KINDS, MODALITIES
from riwayat_training.examples import ANY, DONE_BY, SAID_BY, Example, Predicate

_CERTAINTY: Final = 0.3
_LETTERS: Final = re.compile(r"\w")

Range = tuple[int, int]
_Words = Callable[[Span | None], Range | None]
"""From a span to the words it covers."""


def with_silver(examples: Iterable[Example]) -> Iterator[Example]:
    """The examples, with cues and triggers by the rules where the set annotates neither."""
    engine = RulesEngine()
    for example in examples:
        bare = all(m == ANY for m in (*example.cues, *example.triggers))
        yield _marked(example, engine) if bare and example.language in available() else example


def _marked(example: Example, engine: RulesEngine) -> Example:
    text, starts, at = " ".join(example.words), [], 0
    for word in example.words:
        starts.append(at)
        at += len(word) + 1
    if not _LETTERS.search(text):
        return example
    marks = engine.mark(_report(text, example.language))
    new = replace(
        example,
        cues=[],
        triggers=[],
        predicates=list(example.predicates),
        modality={},
        kind={},
        certainty=_CERTAINTY,
    )
    ends = [s + len(w) for s, w in zip(starts, example.words, strict=True)]

    def words(span: Span | None) -> Range | None:
        if span is None:
            return None
        covered = [
            i for i, (a, b) in enumerate(zip(starts, ends, strict=True)) if span.start < b and a < span.end
        ]
        return (covered[0], covered[-1] + 1) if covered else None

    for attribution in marks.attributions:
        _attribution(new, attribution, words)
    for trigger in marks.triggers:
        _trigger(new, trigger, words)
    new.all_outside(cues=bool(marks.attributions), triggers=bool(marks.triggers))
    return new


def _report(text: str, language: str) -> Report:
    return Report("", None, None, Outlet(None), None, language, None, None, (), (), (), text)


def _attribution(example: Example, a: Attribution, words: _Words) -> None:
    cue = words(a.cue)
    if cue is None or example.cues[cue[0]] != ANY:
        return
    example.cue(*cue, a.role)
    example.kind[cue[0]] = KINDS.index(a.narrator.kind)
    stood = (("source", a.narrator.span), ("told", a.told.span if a.told else None), ("content", a.content))
    runs = [(relation, *run) for relation, span in stood if (run := words(span))]
    example.predicates.append(Predicate(cue[0], SAID_BY, tuple(runs)))  # type: ignore[arg-type]


def _trigger(example: Example, t: Trigger, words: _Words) -> None:
    run = words(t.span)
    if run is None or t.dependent or t.present or example.triggers[run[0]] != ANY:
        return
    example.trigger(*run, t.type)
    example.modality[run[0]] = MODALITIES.index(t.modality)
    runs = [("actor", *w) for s in t.actors if (w := words(s))]
    runs += [("recipient", *w) for s in t.recipients if (w := words(s))]
    runs += [(r, *w) for r, s in (("place", t.place), ("time", t.time)) if (w := words(s))]
    example.predicates.append(Predicate(run[0], DONE_BY, tuple(runs)))  # type: ignore[arg-type]
