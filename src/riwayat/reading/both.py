"""Rules and tagger together, and how their differences are settled.

Rules know what is in their lists, and what a wording means; the tagger sees names and wordings that are in
no list.  So where both mark the same words, the mark of the rules stands, unless they were unsure of it; what
only the tagger marks is added; what only the rules mark stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from riwayat.model import Report, Span
from riwayat.reading.markup import (
    Attribution,
    Engine,
    Markup,
    Membership,
    Mention,
    Narrator,
    Trigger,
)
from riwayat.reading.rules import RulesEngine
from riwayat.reading.seen import Seen
from riwayat.reading.tagger import TaggerEngine

M = TypeVar("M", Mention, Attribution, Trigger)


@dataclass(frozen=True, slots=True)
class Settling:
    """How likely the tagger must take a mark to be, between 0 and 1; chosen on the `dev` parts of the corpus."""

    add_name: float = 0.8
    """For a name that the rules do not mark to be added."""
    override_name: float = 0.95
    """For a name to replace those of the rules that share words with it."""
    keep_name: float = 0.1
    """For a name that the rules are not sure of to stay."""
    keep_sure_name: float = 0.03
    """For a name that the rules are sure of to stay."""
    add_cue: float = 0.65
    """For an attribution in a sentence where the rules find none to be added."""
    add_cue_beside: float = 1.1
    """For an attribution beside those that the rules find in a sentence to be added."""
    keep_cue: float = 0.0
    """For an attribution of the rules to stay."""
    add_trigger: float = 0.65
    """For a trigger that the rules do not mark to be added."""
    keep_trigger: float = 0.05
    """For a trigger of the rules to stay."""


_BY_LANGUAGE: Final = {
    "ar": Settling(
        add_name=0.9, override_name=1.1, keep_name=0.0, keep_sure_name=0.0, add_trigger=0.8, keep_trigger=0.0
    )
}
"""Where the tagger has learnt from less, and knows less by itself."""
_FAINT = 0.02
"""Marks of the tagger below this likelihood speak for nothing."""


class BothEngine:
    """Marks a report by two engines, and settles what they differ in."""

    name = "both"

    def __init__(
        self,
        rules: RulesEngine | None = None,
        tagger: Engine | None = None,
        settling: Settling | None = None,
    ) -> None:
        """The rules and the tagger that ship, by default; `settling` holds for every language."""
        self._rules = rules or RulesEngine()
        self._tagger = tagger or TaggerEngine(faint=_FAINT)
        self._settling = settling

    def mark(self, report: Report) -> Markup:
        """The marks of both."""
        theirs = self._tagger.mark(report)
        by = self._settling or _BY_LANGUAGE.get(report.language or "", Settling())
        return settle(self._rules.mark(report, seen(theirs, by)), theirs, by)


def seen(tagger: Markup, by: Settling) -> Seen:
    """What the rules are told of what the tagger sees: which names hold, and the likely words for deeds."""
    likely = {t.span.start: t for t in tagger.triggers if t.certainty >= by.add_trigger}
    return Seen(lambda names: _mentions(names, tagger.mentions, by), likely)


def settle(rules: Markup, tagger: Markup, by: Settling) -> Markup:
    """The markup of both; that of the rules was made by what the tagger sees (`seen`), and its names hold."""
    mentions = rules.mentions
    starts = [s.span.start for s in rules.sentences]
    names = _Names(mentions)
    members = {(names.now(m.member), names.now(m.group)) for m in rules.memberships}
    more = [m for m in tagger.memberships if (names.now(m.member), names.now(m.group)) not in members]
    return Markup(
        rules.sentences,
        mentions,
        tuple(sorted(map(names.of_membership, [*rules.memberships, *more]), key=lambda m: m.evidence)),
        tuple(map(names.of_attribution, _attributions(rules.attributions, tagger.attributions, starts, by))),
        tuple(map(names.of_trigger, _triggers(rules.triggers, tagger.triggers, by))),
    )


class _Names:
    """The names that were kept, so that marks of either engine can refer to them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._kept = sorted({m.span for m in mentions})
        self._exact = frozenset(self._kept)

    def now(self, span: Span) -> Span:
        """The kept name that shares the most letters with a span; the span itself where none does."""
        if span in self._exact:
            return span
        sharing = [s for s in self._kept if _overlap(s, span)]
        return max(sharing, key=lambda s: min(s.end, span.end) - max(s.start, span.start), default=span)

    def of_membership(self, membership: Membership) -> Membership:
        """The same, between names that were kept."""
        return replace(membership, member=self.now(membership.member), group=self.now(membership.group))

    def of_attribution(self, attribution: Attribution) -> Attribution:
        """The same, its narrator tied to a name that was kept."""
        told = attribution.told
        return replace(
            attribution,
            narrator=self._of_narrator(attribution.narrator),
            told=self._of_narrator(told) if told is not None else None,
        )

    def _of_narrator(self, narrator: Narrator) -> Narrator:
        return replace(
            narrator,
            mention=self.now(narrator.mention) if narrator.mention is not None else None,
            place=self.now(narrator.place) if narrator.place is not None else None,
        )

    def of_trigger(self, trigger: Trigger) -> Trigger:
        """The same, its place a name that was kept; parties too where they are no more than such a name."""
        return replace(
            trigger,
            actors=tuple(map(self._party, trigger.actors)),
            recipients=tuple(map(self._party, trigger.recipients)),
            place=self.now(trigger.place) if trigger.place is not None else None,
        )

    def _party(self, span: Span) -> Span:
        name = self.now(span)
        inside = name.start <= span.start and span.end <= name.end
        return name if inside or 2 * len(name.text) >= len(span.text) else span


def _mentions(rules: Sequence[Mention], tagger: Sequence[Mention], by: Settling) -> tuple[Mention, ...]:
    over = [m for m in tagger if m.certainty >= by.override_name]
    sure = _backed([m for m in rules if m.sure], tagger, by.keep_sure_name)
    sure = [m for m in sure if not _contradicted(m, over)]
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
    more += _apart((a for a in tagger if a.certainty >= by.add_cue_beside and sentence(a) in spoken), ours)
    return tuple(sorted([*ours, *more], key=sentence))


def _triggers(rules: Sequence[Trigger], tagger: Sequence[Trigger], by: Settling) -> tuple[Trigger, ...]:
    found = []
    for ours in _backed(rules, tagger, by.keep_trigger):
        others = (t for t in tagger if t.type == ours.type and _overlap(t.span, ours.span))
        found.append(_filled(ours, max(others, key=lambda t: t.certainty, default=ours)))
    likely = [t for t in tagger if t.certainty >= by.add_trigger]
    return tuple(sorted([*found, *_apart(likely, found)], key=lambda t: t.span))


def _filled(ours: Trigger, other: Trigger) -> Trigger:
    """A trigger of the rules, what they do not know about it taken from the tagger; who only suffered has no actor."""
    return replace(
        ours,
        actors=ours.actors or (() if ours.toll else other.actors),
        recipients=ours.recipients or other.recipients,
        place=ours.place or other.place,
        time=ours.time or other.time,
    )


def _contradicted(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the tagger sees a name of other words or another type in the same place.

    A place that acts is marked twice, as a place and as a group, and contradicts neither.
    """
    here = [o for o in others if _overlap(o.span, mention.span)]
    same = any(
        o.span == mention.span
        and (o.type == mention.type or {o.type, mention.type} <= {"place", "group", "outlet"})
        for o in here
    )
    return bool(here) and not same


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
