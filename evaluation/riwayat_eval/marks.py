"""How well an engine finds the words themselves: cues with source and content, triggers with their type.

Gold's marks quote the page; here they are found in the report's text and held against the engine's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from riwayat.model import Report, Span
from riwayat.page import report_from
from riwayat.reading import Engine
from riwayat.reading.markup import Markup
from riwayat_eval.gold import Gold, cases
from riwayat_eval.match import find_quote
from riwayat_eval.parts import Part, Row, page_of
from riwayat_eval.score import Overlap

__all__ = ["TASKS", "Remembering", "marks"]

TASKS = ("marks.cue", "marks.source", "marks.content", "marks.trigger")
"""The cue; its source and its content, half of whose letters agree; the trigger with its type."""

Stretch: TypeAlias = tuple[int, int]
Tied: TypeAlias = tuple[object, Stretch]
"""A stretch with what it belongs to: the stretch of its cue, or the type of its event."""


class Remembering:
    """An engine that keeps its marks, so that a report read and scored is marked once."""

    def __init__(self, engine: Engine) -> None:
        self.name, self._engine = engine.name, engine
        self._kept: dict[Report, Markup] = {}

    def mark(self, report: Report) -> Markup:
        """The marks of a report."""
        if report not in self._kept:
            self._kept[report] = self._engine.mark(report)
        return self._kept[report]


def marks(part: Part, engine: Engine) -> list[Row]:
    """The rows of a part; only cases whose gold has marks count, and a part without them has no rows."""
    counts = {task: Overlap() for task in TASKS}
    for case in cases(part.folder):
        if "attributions" not in case.gold:
            continue
        report = report_from(page_of(case))
        found, text = engine.mark(report), report.text
        gold, got = dict(_gold(case.gold, text)), dict.fromkeys(TASKS, tuple[Tied, ...]())
        got["marks.cue"] = tuple((None, _of(a.cue)) for a in found.attributions)
        got["marks.source"] = tuple(
            (_of(a.cue), _of(a.narrator.span)) for a in found.attributions if a.narrator.span
        )
        got["marks.content"] = tuple((_of(a.cue), _of(a.content)) for a in found.attributions)
        got["marks.trigger"] = tuple((t.type, _of(t.span)) for t in found.triggers)
        for task, count in counts.items():
            count.match(gold[task], got[task], _some if task in ("marks.cue", "marks.trigger") else _half)
    return [
        Row(task, part.language, part.name, c.score, c.n, precision=c.precision, recall=c.recall)
        for task, c in counts.items()
        if c.n
    ]


def _gold(gold: Gold, text: str) -> Iterator[tuple[str, list[Tied]]]:
    cues, sources, contents, triggers = list[Tied](), list[Tied](), list[Tied](), list[Tied]()
    for a in gold["attributions"]:
        cue = _within(text, a["at"], a["cue"])
        if cue is None:
            continue
        cues.append((None, cue))
        if (source := _within(text, a["at"], a["source"])) is not None:
            sources.append((cue, source))
        if a["content"] and (content := find_quote(text, a["content"])) is not None:
            contents.append((cue, content))
    for event in gold["events"]:
        quotes = [event["quote"], *event.get("see", [])]
        for quote, words in zip(quotes, event.get("triggers", []), strict=False):
            if (trigger := _within(text, quote, words)) is not None:
                triggers.append((event["type"], trigger))
    return iter(zip(TASKS, (cues, sources, contents, triggers), strict=True))


def _within(text: str, around: str, part: str | None) -> Stretch | None:
    """Where a part of a quote stands in the text."""
    at = find_quote(text, around) if part else None
    found = find_quote(text[at[0] : at[1]], part) if at and part else None
    return (at[0] + found[0], at[0] + found[1]) if at and found else None


def _of(span: Span) -> Stretch:
    return span.start, span.end


def _shared(a: Stretch, b: Stretch) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _some(gold: Tied, got: Tied) -> bool:
    """The same type, and a letter in common."""
    return gold[0] == got[0] and _shared(gold[1], got[1]) > 0


def _half(gold: Tied, got: Tied) -> bool:
    """Cues with a letter in common, and half of all letters."""
    cues = isinstance(gold[0], tuple) and isinstance(got[0], tuple) and _shared(gold[0], got[0]) > 0
    a, b = gold[1], got[1]
    both = _shared(a, b)
    return cues and 2 * both >= (a[1] - a[0]) + (b[1] - b[0]) - both
