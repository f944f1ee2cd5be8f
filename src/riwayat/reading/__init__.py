"""Reading: what a report says, and by whose word.

Pure: no network, no clock, no store; the same report gives the same reading, byte for byte.
"""

from __future__ import annotations

from riwayat.model import VERSION, Reading, Report
from riwayat.reading.assemble import assemble
from riwayat.reading.engines import engine as engine_named
from riwayat.reading.markup import Engine, Markup

__all__ = ["Engine", "Markup", "read"]


def read(report: Report, engine: Engine | None = None) -> Reading:
    """The reading of a report.

    Args:
        report: what the page step made of a page.
        engine: what finds the marks; by default the one that `riwayat.reading.engines` names.

    Returns:
        the reading, not yet tied to gazetteer and calendar.  A report in a language without a folder
        comes back with its text and nothing read from it.
    """
    markup = (engine or engine_named()).mark(report)
    if not markup.sentences:
        return Reading(VERSION, report, (), (), (), ())
    return assemble(report, markup)
