"""Live tickers: entries under their hours, each of them a paragraph however it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from riwayat.page.lines import word_count

__all__ = ["entries"]

_CLOCK: Final = r"\W*\d{1,2}[:.]\d{2}(?!\d)"
_ALONE: Final = re.compile(rf"{_CLOCK}(?:\s+[^\W\d]+){{0,4}}\W*$")
_AHEAD: Final = re.compile(rf"{_CLOCK}\W+(?=\w)")
_ENTRIES: Final = 3
"""Fewest entries of a ticker."""
_LEAST: Final = 4
"""Words of an entry at least."""


def entries(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that are entries of a ticker: below a line of an hour alone, or opened by one.

    None where there are less than three.
    """
    found = set()
    for index, line in enumerate(lines):
        below = index > 0 and _ALONE.match(lines[index - 1]) and not _ALONE.match(line)
        if (below or _AHEAD.match(line)) and word_count(line) >= _LEAST:
            found.add(index)
    return frozenset(found) if len(found) >= _ENTRIES else frozenset()
