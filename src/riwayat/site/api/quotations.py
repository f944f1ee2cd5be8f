"""What a report says, in short quotations: no more of its text than may be quoted."""

from __future__ import annotations

from typing import Final

from riwayat.model import Reading
from riwayat.site.api.short import cut
from riwayat.told.forms import Quote
from riwayat.told.person import Said

__all__ = ["quotations"]

_MOST: Final = 8
"""Quotations."""
_SHARE: Final = 0.3
"""Of the text that they may be together."""
_ALWAYS: Final = 600
"""Characters that may be quoted of any text, however short."""


def quotations(reading: Reading, known_from: str) -> tuple[Said, ...]:
    """Some statements, those that tell events chosen first, in order of the text; nobody is masked.

    Args:
        reading: what the report says.
        known_from: ISO 8601 day from which it could be known.
    """
    report = reading.report
    names = {entity.id: entity.name for entity in reading.entities}
    telling = {telling.statement for event in reading.events for telling in event.tellings}
    left = max(_ALWAYS, int(len(report.text) * _SHARE))
    chosen = []
    for statement in sorted(reading.statements, key=lambda s: (s.id not in telling, s.start))[:_MOST]:
        words = cut(statement.text)
        if len(words) <= left:
            left -= len(words)
            chosen.append((statement, words))
    return tuple(
        Said(
            day=known_from,
            outlet=report.outlet.name or report.outlet.domain,
            language=report.language,
            by=tuple(
                names.get(link.entity or "") or link.description or link.name for link in statement.chain
            ),
            quote=Quote(report.id, statement.start, statement.start + len(words), words),
        )
        for statement, words in sorted(chosen, key=lambda one: one[0].start)
    )
