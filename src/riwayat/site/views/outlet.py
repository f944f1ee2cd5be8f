"""An outlet, and any narrator: what rests on its word, whom it copies, what others bore out or disputed."""

from __future__ import annotations

from typing import Final

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from riwayat import model
from riwayat.site.entries import entries
from riwayat.site.masks import masks
from riwayat.site.standing import copied, standing
from riwayat.store.models import Account, Happening, Named, Narrated, Outlet, Report
from riwayat.store.reading_rows import source_of, unpacked
from riwayat.text.folding import fold
from riwayat.world.own_actors import known

__all__ = ["narrator", "outlet"]

_MOST: Final = 20
_REPORTS: Final = 400


def outlet(request: HttpRequest, number: int) -> HttpResponse:
    """The page of an outlet."""
    row = get_object_or_404(Outlet, pk=number)
    reports = Report.objects.filter(outlet=row, replaced_by=None).select_related("outlet", "page")
    newest = [source_of(report) for report in reports.order_by("-known_from", "-id")[:_MOST]]
    return render(
        request,
        "site/outlet.html",
        {
            "outlet": row,
            "name": row.name or row.domain,
            "asked_by": row.name or row.domain,
            "standing": standing(Q(report__outlet=row)),
            "copies": copied(row, by_others=False),
            "copied_by": copied(row, by_others=True),
            "reports": reports.count(),
            "newest": newest,
            "passed_on": _resting_on(row.name, row.known_as),
        },
    )


def narrator(request: HttpRequest, key: str) -> HttpResponse:
    """The page of whoever passed something on: that of the outlet with this name where there is one."""
    row = Outlet.objects.filter(folded=fold(key)).order_by("id").first()
    if row is not None:
        return redirect("outlet", row.pk)
    actor = known().find(key)
    which = Q(folded=fold(key)) | Q(known_as=actor.id) if actor else Q(folded=fold(key))
    found = Narrated.objects.filter(which)
    first = found.order_by("id").first()
    reports = Report.objects.filter(pk__in=found.values("report")).order_by("-id")
    mask = masks().of(reports.values_list("key", flat=True)[:_REPORTS])
    if first is None or mask.text(key) != key:
        raise Http404
    return render(
        request,
        "site/outlet.html",
        {
            "name": key,
            "kind": first.kind,
            "takes_part": Named.objects.filter(which, role__in=["actor", "recipient"]).exists(),
            "standing": standing(Q(pk__in=found.filter(account__isnull=False).values("account"))),
            "reports": reports.count(),
            "newest": [source_of(r) for r in reports.select_related("outlet", "page")[:_MOST]],
            "passed_on": _resting_on(key, actor.id if actor else None),
        },
    )


def _resting_on(name: str, known_as: str | None) -> tuple[object, ...]:
    """Happenings that others tell by its word: those of most reports first."""
    which = Q(folded=fold(name)) | Q(known_as=known_as) if known_as else Q(folded=fold(name))
    passed = Narrated.objects.filter(which, position__gt=0, account__isnull=False)
    told = Account.objects.filter(pk__in=passed.values("account")).values("happening")
    found = Happening.objects.filter(pk__in=told, reports__gt=0).order_by("-reports", "id")[:_MOST]
    return entries(unpacked(model.Happening, row.data) for row in found)
