"""What a report says, in short quotations: no more of its text than may be quoted."""

from __future__ import annotations

from riwayat.model import Reading
from riwayat.site.quotable import quotable
from riwayat.told.forms import Quote
from riwayat.told.person import Said

__all__ = ["quotations"]


def quotations(reading: Reading, known_from: str) -> tuple[Said, ...]:
    """Some statements, those that tell events chosen first, in order of the text; nobody is masked.

    Args:
        reading: what the report says.
        known_from: ISO 8601 day from which it could be known.
    """
    report = reading.report
    names = {entity.id: entity.name for entity in reading.entities}
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
        for statement, words in quotable(reading)
    )
