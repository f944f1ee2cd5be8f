"""Rules and tagger together, and how their differences are settled.

Rules know what is in their lists, and what a wording means; the tagger sees names and wordings that are in
no list.  So where both mark the same words, the mark of the rules stands, unless they were unsure of it; what
only the tagger marks is added; what only the rules mark stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from riwayat.model import Report, Span
from riwayat.reading.markup import Attribution, Engine, Markup, Mention, Trigger
from riwayat.reading.rules import RulesEngine
from riwayat.reading.tagger import TaggerEngine

M = TypeVar("M", Mention, Attribution, Trigger)


@dataclass(frozen=True, slots=True)
class Settling:
    """How likely the tagger must take a mark to be, between 0 and 1; chosen on the `dev` parts of the corpus."""

    add_name: float = 0.8
    """For a name that the rules do not mark to be added."""
    keep_name: float = 0.1
    """For a name that the rules are not sure of to stay."""
    add_cue: float = 0.7
    """For an attribution in a sentence where the rules find none to be added."""
    keep_cue: float = 0.0
    """For an attribution of the rules to stay."""
    add_trigger: float = 0.8
    """For a trigger that the rules do not mark to be added."""
    keep_trigger: float = 0.0
    """For a trigger of the rules to stay."""


_FAINT = 0.02
"""Marks of the tagger below this likelihood speak for nothing."""


class BothEngine:
    """Marks a report by two engines, and settles what they differ in."""

    name = "both"

    def __init__(
        self, rules: Engine | None = None, tagger: Engine | None = None, settling: Settling | None = None
    ) -> None:
        """The rules and the tagger that ship, by default."""
        self._rules = rules or RulesEngine()
        self._tagger = tagger or TaggerEngine(faint=_FAINT)
        self._settling = settling or Settling()

    def mark(self, report: Report) -> Markup:
        """The marks of both."""
        ours, theirs = self._rules.mark(report), self._tagger.mark(report)
        if not ours.sentences or not theirs.sentences:
            return ours if ours.sentences else theirs
        return settle(ours, theirs, self._settling)


def settle(rules: Markup, tagger: Markup, by: Settling) -> Markup:
    """The markup of both, whose sentences are the same."""
    mentions = _mentions(rules.mentions, tagger.mentions, by)
    starts = [s.span.start for s in rules.sentences]
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
        _attributions(rules.attributions, tagger.attributions, starts, by),
        _triggers(rules.triggers, tagger.triggers, by),
    )


def _mentions(rules: Sequence[Mention], tagger: Sequence[Mention], by: Settling) -> tuple[Mention, ...]:
    sure = [m for m in rules if m.sure]
    unsure = _backed([m for m in rules if not m.sure], tagger, by.keep_name)
    likely = [m for m in tagger if m.certainty >= by.add_name]
    found = [*sure, *_apart(likely, sure)]
    found += _apart(unsure, found)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.type)))


def _attributions(
    rules: Sequence[Attribution], tagger: Sequence[Attribution], starts: Sequence[int], by: Settling
) -> tuple[Attribution, ...]:
    def sentence(attribution: Attribution) -> int:
        return bisect_right(starts, attribution.cue.start)

    ours = _backed(rules, tagger, by.keep_cue)
    spoken = set(map(sentence, ours))
    more = [a for a in tagger if a.certainty >= by.add_cue and sentence(a) not in spoken]
    return tuple(sorted([*ours, *more], key=sentence))


def _triggers(rules: Sequence[Trigger], tagger: Sequence[Trigger], by: Settling) -> tuple[Trigger, ...]:
    found = []
    for ours in _backed(rules, tagger, by.keep_trigger):
        others = (t for t in tagger if t.type == ours.type and _overlap(t.span, ours.span))
        found.append(_filled(ours, max(others, key=lambda t: t.certainty, default=ours)))
    likely = [t for t in tagger if t.certainty >= by.add_trigger]
    return tuple(sorted([*found, *_apart(likely, found)], key=lambda t: t.span))


def _filled(ours: Trigger, other: Trigger) -> Trigger:
    """A trigger of the rules, what they do not know about it taken from the tagger."""
    return replace(
        ours,
        actors=ours.actors or other.actors,
        recipients=ours.recipients or other.recipients,
        place=ours.place or other.place,
        time=ours.time or other.time,
    )


def _backed(marks: Sequence[M], others: Sequence[M], least: float) -> list[M]:
    """The marks with which the other engine has one in common that is likely enough."""
    if not least:
        return list(marks)
    backing = [o for o in others if o.certainty >= least]
    return [m for m in marks if any(_overlap(_place(m), _place(o)) for o in backing)]


def _apart(marks: Iterable[M], taken: Iterable[M]) -> list[M]:
    """The marks that share no words with those taken."""
    places = [_place(m) for m in taken]
    return [m for m in marks if not any(_overlap(_place(m), p) for p in places)]


def _place(mark: Mention | Attribution | Trigger) -> Span:
    return mark.cue if isinstance(mark, Attribution) else mark.span


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
