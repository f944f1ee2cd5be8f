"""Happenings that one who reads about this one may want: told by the same reports, or near it in place and time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Final

from riwayat import model
from riwayat.site.entries import Entry, entries
from riwayat.store import models as rows
from riwayat.store.queries import happening_called
from riwayat.store.reading_rows import unpacked

__all__ = ["related"]

_NEAR_DAYS: Final = 21
_NEAR_DEGREES: Final = 0.3
_PLACED: Final = 40
_MOST: Final = 6


def related(identifier: str, as_of: date | None = None) -> tuple[Entry, ...]:
    """Those most closely tied first; with a day, as they could be known then."""
    here = rows.Happening.objects.filter(pk=identifier).first()
    if here is None:
        return ()
    tied: Counter[str] = Counter()
    reports = rows.Account.objects.filter(happening=identifier).values("report")
    beside = rows.Account.objects.filter(report__in=reports, happening__isnull=False).exclude(
        happening=identifier
    )
    for other, _ in set(beside.values_list("happening", "report")):
        tied[other] += 1
    if here.day_from and here.lat is not None and here.lon is not None:
        span = timedelta(days=_NEAR_DAYS)
        near = rows.Happening.objects.filter(
            day_from__range=(here.day_from - span, here.day_from + span),
            lat__range=(here.lat - _NEAR_DEGREES, here.lat + _NEAR_DEGREES),
            lon__range=(here.lon - _NEAR_DEGREES, here.lon + _NEAR_DEGREES),
        ).exclude(pk=identifier)
        for other in near.order_by("-reports", "id").values_list("pk", flat=True)[:_PLACED]:
            tied[other] += 1
    ids = [pk for pk, _ in sorted(tied.items(), key=lambda one: (-one[1], one[0]))][: _MOST * 4]
    found = rows.Happening.objects.filter(reports__gt=0).in_bulk(ids)
    ranked = sorted(
        (row for pk in ids if (row := found.get(pk))),
        key=lambda row: (-tied[row.pk], -row.independent_origins, -row.reports, row.pk),
    )
    if as_of is None:
        return entries(unpacked(model.Happening, row.data) for row in ranked[:_MOST])
    then = (happening_called(row.pk, as_of=as_of) for row in ranked)
    return entries([value for value in then if value is not None][:_MOST])
