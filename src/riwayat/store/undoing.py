"""What curators said, taken back: the rows stay, with who took them back and when."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import datetime

from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.adding import writing
from riwayat.store.correction_rows import SUBJECTS
from riwayat.store.refreshing import refresh

__all__ = ["NothingSaidError", "Undone", "undo"]


class NothingSaidError(RiwayatError):
    """There is no such correction to take back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that was taken back."""

    corrections: tuple[rows.Correction, ...]
    """All that was said in one go, in order."""

    @property
    def first(self) -> rows.Correction:
        """The one that gave the act its number."""
        return self.corrections[0]

    @property
    def to_add_again(self) -> bool:
        """Whether a report was removed: it may be added again now, but must be."""
        return self.first.subject == "report"


def undo(number: int | None, *, now: datetime, who: str | None = None) -> Undone:
    """Takes an act back: the one that the correction with this number belongs to, or the last that stands.

    What it touched is stale until the next `derive`.

    Raises:
        NothingSaidError: there is none.
    """
    with writing():
        every = rows.Correction.objects.filter(undone_at=None).order_by("-id")
        row = every.first() if number is None else every.filter(pk=number).first()
        if row is None:
            raise NothingSaidError(
                "no correction stands" if number is None else f"no correction with the number {number} stands"
            )
        act = list(rows.Correction.objects.filter(act=row.act, undone_at=None).order_by("id"))
        reports = set(rows.Report.objects.filter(corrections__in=act).values_list("pk", flat=True))
        rows.Correction.objects.filter(pk__in=[one.pk for one in act]).update(
            undone_at=now, undone_by=who or getpass.getuser()
        )
        for one in act:
            if one.subject == "happening":
                rows.Account.objects.filter(key__in=one.about.values()).update(stale=True)
            elif one.subject == "report":
                rows.Tombstone.objects.filter(digest__in=one.about["digests"]).delete()
        if any(one.subject in SUBJECTS for one in act):
            refresh(reports)
        return Undone(tuple(rows.Correction.objects.filter(pk__in=[one.pk for one in act]).order_by("id")))
