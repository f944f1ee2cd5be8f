"""A piece of a capitalised run, in its line and with the pieces beside it."""

from __future__ import annotations

from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.pieces import Piece


class Found:
    """A piece of a run in its line."""

    __slots__ = ("line", "next", "piece", "previous", "titled")

    def __init__(self, line: Line, piece: Piece, previous: Piece | None, titled: bool) -> None:
        self.line, self.piece, self.previous, self.titled = line, piece, previous, titled
        self.next: Piece | None = None
