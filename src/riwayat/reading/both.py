"""Rules and tagger together, and how their differences are settled.

Rules know what is in their lists, and what a wording means; the tagger sees names and wordings that are in
no list.  So where both mark the same words, the mark of the rules stands, unless they were unsure of it; what
only the tagger marks is added; what only the rules mark stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from riwayat.model import Report, Span
from riwayat.reading.markup import Attribution, Engine, Markup, Mention, Trigger
from riwayat.reading.rules import RulesEngine
from riwayat.reading.tagger import TaggerEngine

M = TypeVar("M")
_NAME, _CUE, _TRIGGER = 0.9, 0.7, 0.8
"""How sure the tagger must be of a mark that the rules do not make."""


class BothEngine:
    """Marks a report by two engines, and settles what they differ in."""

    name = "both"

    def __init__(self, rules: Engine | None = None, tagger: Engine | None = None) -> None:
        """The rules and the tagger that ship, by default."""
        self._rules, self._tagger = rules or RulesEngine(), tagger or TaggerEngine()

    def mark(self, report: Report) -> Markup:
        """The marks of both."""
        ours, theirs = self._rules.mark(report), self._tagger.mark(report)
        if not ours.sentences or not theirs.sentences:
            return ours if ours.sentences else theirs
        return settle(ours, theirs)


def settle(rules: Markup, tagger: Markup) -> Markup:
    """The markup of both, whose sentences are the same."""
    mentions = _mentions(rules.mentions, tagger.mentions)
    starts = [s.span.start for s in rules.sentences]
    attributions = _attributions(rules.attributions, tagger.attributions, starts)
    members = {(m.member.start, m.group.start) for m in rules.memberships}
    kept = {(m.span.start, m.span.end) for m in mentions}
    more = [
        m
        for m in tagger.memberships
        if (m.member.start, m.group.start) not in members
        and (m.member.start, m.member.end) in kept
        and (m.group.start, m.group.end) in kept
    ]
    return Markup(
        rules.sentences,
        mentions,
        tuple(sorted([*rules.memberships, *more], key=lambda m: m.evidence)),
        attributions,
        _triggers(rules.triggers, tagger.triggers),
    )


def _mentions(rules: Sequence[Mention], tagger: Sequence[Mention]) -> tuple[Mention, ...]:
    sure = [m for m in rules if m.sure]
    unsure = [m for m in rules if not m.sure]
    likely = [m for m in tagger if m.certainty >= _NAME]
    found = [*sure, *_apart(likely, (m.span for m in sure), _span)]
    found += _apart(unsure, (m.span for m in found), _span)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.type)))


def _attributions(
    rules: Sequence[Attribution], tagger: Sequence[Attribution], starts: Sequence[int]
) -> tuple[Attribution, ...]:
    spoken = {bisect_right(starts, a.cue.start) for a in rules}
    more = [a for a in tagger if a.certainty >= _CUE and bisect_right(starts, a.cue.start) not in spoken]
    return tuple(sorted([*rules, *more], key=lambda a: bisect_right(starts, a.cue.start)))


def _triggers(rules: Sequence[Trigger], tagger: Sequence[Trigger]) -> tuple[Trigger, ...]:
    found = []
    for ours in rules:
        other = next((t for t in tagger if t.type == ours.type and _overlap(t.span, ours.span)), None)
        found.append(ours if other is None else _filled(ours, other))
    likely = [t for t in tagger if t.certainty >= _TRIGGER]
    more = _apart(likely, (t.span for t in rules), lambda t: t.span)
    return tuple(sorted([*found, *more], key=lambda t: t.span))


def _filled(ours: Trigger, other: Trigger) -> Trigger:
    """A trigger of the rules, what they do not know about it taken from the tagger."""
    return replace(
        ours,
        actors=ours.actors or other.actors,
        recipients=ours.recipients or other.recipients,
        place=ours.place or other.place,
        time=ours.time or other.time,
    )


def _span(mention: Mention) -> Span:
    return mention.span


def _apart(marks: Iterable[M], taken: Iterable[Span], span: Callable[[M], Span]) -> list[M]:
    """The marks that share no words with what is taken."""
    spans = sorted(taken)
    return [m for m in marks if not any(_overlap(span(m), s) for s in spans)]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
