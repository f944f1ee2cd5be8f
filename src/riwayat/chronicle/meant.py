"""Whom a report means by narrators that it calls by less than a name: `the directorate`, `a spokesman`, `the army`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from riwayat.chronicle.wordlists import listed
from riwayat.model import Entity, Link, Reading
from riwayat.names import compare
from riwayat.text.folding import fold

__all__ = ["Meant", "holds"]

_BODIES: Final = frozenset({"agency", "group", "official", "outlet", "document"})
"""Kinds of narrator that may be told apart by what they are, without a name."""
_CALLED_BY_LESS: Final = frozenset({"group", "official"})
_WORD: Final = re.compile(r"\w+")
_NEAR: Final = 400
"""Letters before a bare `spokesman` in which the body stands for which he speaks."""


class Meant:
    """One reading, asked whom its narrators are."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._entities = {e.id: e for e in reading.entities}
        language = reading.report.language
        self._speakers = listed(language, "speakers")
        self._individuals = listed(language, "individuals")

    def is_body(self, link: Link) -> bool:
        """Whether a narrator without a name is a body as such, or its paper, and not one of its people."""
        described = link.description or link.name or ""
        return link.kind in _BODIES and bool(described) and not holds(described, self._individuals)

    def by(self, link: Link) -> Entity | None:
        """The named person or group that a narrator without a name is; null where that is not plain."""
        if link.entity or link.kind not in _CALLED_BY_LESS:
            return None
        described = fold(link.description or link.name or "")
        speaks = holds(described, self._speakers)
        if speaks and (speaker := self._one_speaker(self.body_of(link))) is not None:
            return speaker
        if not self.is_body(link):
            return None
        called = self.body_of(link) if speaks else described
        if not called:
            return self._before(link)
        fits = [g for g in self._groups if _says_less(called, g)]
        if len(fits) > 1:
            fits = [g for g in fits if g.id in self._narrators]
        return fits[0] if len(fits) == 1 else None

    def body_of(self, link: Link) -> str:
        """What is left of a description without the words for a speaker: `army` of `army spokesman`."""
        described = f" {' '.join(_WORD.findall(fold(link.description or link.name or '')))} "
        for phrase in sorted(self._speakers, key=lambda p: (-len(p), p)):
            described = described.replace(f" {phrase} ", " ")
        return described.strip()

    def speaks(self, link: Link) -> bool:
        """Whether a description is that of somebody who speaks for a body."""
        return holds(link.description or link.name or "", self._speakers)

    @cached_property
    def _groups(self) -> list[Entity]:
        return [e for e in self._reading.entities if e.type == "group"]

    @cached_property
    def _narrators(self) -> frozenset[str]:
        return frozenset(
            link.entity for s in self._reading.statements for link in s.chain if link.entity is not None
        )

    def _one_speaker(self, called: str) -> Entity | None:
        """The person who alone speaks for a body in this report, where he is one of its narrators."""
        found = {
            a.member
            for a in self._reading.affiliations
            if a.role
            and holds(a.role, self._speakers)
            and a.member in self._narrators
            and (not called or self._fits(called, a.group))
        }
        return self._entities.get(next(iter(found))) if len(found) == 1 else None

    def _fits(self, called: str, group: str) -> bool:
        entity = self._entities.get(group)
        return entity is not None and _says_less(called, entity)

    def _before(self, link: Link) -> Entity | None:
        """The group named last before a bare `spokesman`."""
        if link.span is None:
            return None
        start = link.span.start
        mentions = [
            (m.end, g.id) for g in self._groups for m in g.mentions if start - _NEAR <= m.end <= start
        ]
        return self._entities[max(mentions)[1]] if mentions else None


def _says_less(called: str, group: Entity) -> bool:
    """Whether all that a body is called is said of a group too."""
    return compare(called, group.name, "group").within and len(called.split()) <= len(group.name.split())


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the folded phrases stands in the text, word for word."""
    folded = f" {' '.join(_WORD.findall(fold(text)))} "
    return any(f" {phrase} " in folded for phrase in phrases)
