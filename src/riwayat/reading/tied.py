"""A report with its marks and entities tied together: what working out the chains starts from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from riwayat.model import Entity, EntityType, Link, Report, Span
from riwayat.reading.entities import entity_at
from riwayat.reading.links import OUTLETS, PICTURED
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Attribution, Markup
from riwayat.text.folding import fold

_LEAD = 2
"""Paragraphs in which a retold outlet is taken for the source of the whole report."""


class Tied:
    """Look-ups by sentence and paragraph, and by entity."""

    def __init__(
        self,
        report: Report,
        markup: Markup,
        entities: Sequence[Entity],
        index: Mapping[tuple[int, int, EntityType], str],
        articles: frozenset[str] = frozenset(),
    ) -> None:
        self.report, self.markup, self.entities, self._index = report, markup, entities, index
        self._articles = articles
        self.by_id = {e.id: e for e in entities}
        self.marked = Marked(markup.mentions)
        self._starts = [s.span.start for s in markup.sentences]
        self.paragraphs: dict[int, Span] = {}
        for s in markup.sentences:
            first = self.paragraphs.get(s.paragraph, s.span)
            self.paragraphs[s.paragraph] = Span(first.start, s.span.end, "")
        self.attributions: dict[int, list[Attribution]] = {}
        for attribution in markup.attributions:
            self.attributions.setdefault(self.sentence_at(attribution.cue.start), []).append(attribution)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds a place of the text."""
        return bisect_right(self._starts, at) - 1

    def paragraph_of(self, k: int) -> int:
        """The number of the paragraph that a sentence stands in."""
        return self.markup.sentences[k].paragraph

    def entity(self, span: Span | None, *types: EntityType) -> str | None:
        """The entity that a span names, of one of the types, in the order given."""
        return entity_at(self._index, span, *types) if span is not None else None

    @cached_property
    def own(self) -> Link:
        """The outlet that publishes the report: the first link of every chain."""
        outlet = self.report.outlet
        keys = {fold(n) for n in (outlet.name, outlet.domain) if n}
        entity = next(
            (e.id for e in self.entities if e.type == "outlet" and keys & {fold(m.text) for m in e.mentions}),
            None,
        )
        return Link("outlet", outlet.name or outlet.domain, entity=entity)

    def is_own(self, link: Link) -> bool:
        """Whether a narrator is the publishing outlet itself."""
        if link.entity is not None and link.entity == self.own.entity:
            return True
        name, own = set(fold(link.name or "").split()), set(fold(self.own.name or "").split())
        site = fold((self.own.name or "").partition(".")[0]).split()  # `Kabarindo` is KABARINDO.CO.ID
        initials = "".join(word[0] for word in (self.own.name or "").split() if word[0].isupper())
        short = {fold(part) for part in re.split(r"\s[-–—|]\s|[()]", self.own.name or "") if part.strip()}
        return bool(name) and (
            name == own
            or (link.kind in OUTLETS and name - self._articles == own - self._articles)
            or (link.kind in (*OUTLETS, "group") and self._initials(link.name or "", initials))
            or (link.kind in OUTLETS and fold(link.name or "") in short)
            or (link.kind in OUTLETS and name == set(site))
            or (link.kind in OUTLETS and self._headed_own(fold(link.name or "")))
            or (link.kind in OUTLETS and self._cut_short(fold(link.name or "")))
            or (link.kind in ("group", "official") and name <= own)
        )

    def _initials(self, name: str, initials: str) -> bool:
        """Whether a name is the first letters of the outlet's, be it without its last word (`RB`)."""
        return len(name) > 1 and (name == initials or (name == initials[:-1] and name.isupper()))

    def _cut_short(self, name: str) -> bool:
        """Whether a name is words of the publishing outlet's name that stand together in it."""
        return bool(name) and f" {name} " in f" {fold(self.own.name or '')} "

    def _headed_own(self, name: str) -> bool:
        """Whether a name is that of the publishing outlet with one more word before it (`شبكة أطباء دارفور`)."""
        own, rest = fold(self.own.name or ""), name.partition(" ")[2]
        return " " in own and (rest == own or (" " in rest and own.startswith(f"{rest} ")))

    def alone(self, attribution: Attribution, besides: Sequence[Attribution] = ()) -> bool:
        """Whether nobody else speaks in the sentence of an attribution, pictures and those `besides` aside."""
        others = self.attributions[self.sentence_at(attribution.cue.start)]
        return all(
            a is attribution or a in besides or a.narrator.kind in PICTURED or a.role == "passive"
            for a in others
        )

    @cached_property
    def body_of(self) -> Mapping[str, str]:
        """The group that each person is first said to belong to."""
        return {
            member: group
            for m in reversed(self.markup.memberships)
            if (member := self.entity(m.member, "person"))
            and (group := self.entity(m.group, "group", "outlet"))
        }

    def opening_paragraphs(self, captions: frozenset[int]) -> frozenset[int]:
        """The first paragraphs of the body; `captions` are the paragraphs that are none of it."""
        return frozenset(sorted(set(self.paragraphs) - captions)[:_LEAD])

    def last_paragraph(self, captions: frozenset[int]) -> int | None:
        """The last paragraph of the body."""
        return max(set(self.paragraphs) - captions, default=None)
