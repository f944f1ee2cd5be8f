"""The chronicle brought up to date: reports that were only read are tied to those before them.

A chunk of reports is one transaction.  What comes out does not depend on where the chunks begin.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from riwayat.store import models as rows
from riwayat.store.adding import writing
from riwayat.store.copying import copy, retell
from riwayat.store.happenings import regroup
from riwayat.store.joining import join
from riwayat.store.lending import lend
from riwayat.store.texts import Texts
from riwayat.store.values import AccountValues

__all__ = ["CHUNK", "Deriving", "derive"]

CHUNK: Final = 25
"""Reports in one transaction: happenings that grow with several of them are worked out once."""


class Deriving:
    """Brings the chronicle up to date, again and again in one run."""

    def __init__(self) -> None:
        self._values = AccountValues()
        self._texts = Texts()

    def up_to_date(self, step: Callable[[int], None] | None = None) -> int:
        """Takes in all reports that wait for it, and works out anew what has become stale.

        Args:
            step: told after each chunk how many reports have been taken in.
        Returns:
            How many reports that were.
        """
        done = 0
        while (more := self._chunk()) is not None:
            done += more
            if step:
                step(done)
        return done

    def _chunk(self) -> int | None:
        with writing():
            self._texts.begin()
            reports = list(
                rows.Report.objects.filter(state="read")
                .order_by("id")
                .select_related("outlet", "page")[:CHUNK]
            )
            touched = set(rows.Account.objects.filter(stale=True).values_list("pk", flat=True))
            if not reports and not touched:
                return None
            for report in reports:
                touched |= self._tie(report)
            touched.update(rows.Account.objects.filter(stale=True).values_list("pk", flat=True))
            regroup(touched, self._values)
            rows.Report.objects.filter(pk__in=[r.pk for r in reports]).update(state="derived")
            return len(reports)

    def _tie(self, report: rows.Report) -> set[int]:
        """Ties one report to those before it; the ids of the accounts that this touches."""
        recopied = copy(report, self._texts)
        lent = lend(recopied, self._values)
        asked: set[int] = set()
        touched = join(report, self._values, self._texts, until=report.pk, asked=asked)
        for other in lent:
            if other.pk != report.pk:
                touched |= join(other, self._values, self._texts, until=report.pk, asked=asked, lent=True)
        retold = retell(report, recopied, self._texts)
        # Who copied whom decides on the origins of happenings whose accounts stay the same, too.
        rows.Account.objects.filter(report__in={report.pk, *recopied, *retold}).update(stale=True)
        return touched


def derive(step: Callable[[int], None] | None = None) -> int:
    """Brings the chronicle up to date once; see `Deriving.up_to_date`."""
    return Deriving().up_to_date(step)
