"""The way through the house, in one place: a page becomes a report, the report a reading."""

from __future__ import annotations

from riwayat.grounding import ground
from riwayat.model import Page, Reading
from riwayat.page import report_from
from riwayat.reading import Engine, read

__all__ = ["read_page"]


def read_page(page: Page, engine: Engine | None = None) -> Reading:
    """What a page says and by whose word, tied to places, calendar and known actors.

    Pure: the same page and engine give the same reading.  The engine is the default one where none is given.

    Raises:
        UnreadableInput: the bytes hold no report in a language that can be read.
    """
    return ground(read(report_from(page), engine))
