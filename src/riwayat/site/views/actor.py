"""An actor: spellings, affiliations, with and against whom, what it said and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from riwayat import model
from riwayat.site.asked import Asked
from riwayat.site.entries import entries, found
from riwayat.site.frame import is_curator
from riwayat.site.masks import masks
from riwayat.site.network import network
from riwayat.site.somebody import belongings, relations, somebody
from riwayat.store.correction_rows import correction_of, name_keys, standing
from riwayat.store.models import Happening, Named, Narrated, Report
from riwayat.store.queries import Wanted
from riwayat.store.reading_rows import unpacked
from riwayat.told import Mask

__all__ = ["actor"]

_REPORTS: Final = 400
"""Reports by whose word somebody is private or public."""
_SAID: Final = 15
_TOLD: Final = 15


def actor(request: HttpRequest, key: str) -> HttpResponse:
    """The page of somebody; private people have none but for curators."""
    who = somebody(key)
    if who is None:
        raise Http404
    naming = Named.objects.filter(who.which).values_list("report", flat=True)
    reports = Report.objects.filter(pk__in=naming).order_by("-id")
    public = masks().of(reports.values_list("key", flat=True)[:_REPORTS])
    curator = is_curator(request)
    if not curator and all(public.text(name) != name for name in who.names):
        raise Http404
    mask = Mask() if curator else public
    asked = Asked.of(request.GET)
    wanted = Wanted(actor=who.name, since=asked.wanted.since, until=asked.wanted.until)
    said = Narrated.objects.filter(who.which, account__happening__reports__gt=0)
    told = found(wanted, 1, _TOLD)
    saying = Happening.objects.filter(pk__in=said.values("account__happening")).order_by("-day_from", "id")
    around = relations(who, mask, wanted.since, wanted.until)
    return render(
        request,
        "site/actor.html",
        {
            "who": who,
            "name": mask.text(who.name),
            "names": [name for name in who.names if mask.text(name) == name],
            "belongings": belongings(who, mask),
            "relations": around,
            "network": network(around),
            "asked_of": asked,
            "told": told,
            "said": entries(unpacked(model.Happening, row.data) for row in saying[:_SAID]),
            "said_total": saying.count(),
            "reports": reports.count(),
            "corrected": [mask.of(one) for one in _corrected(who.names) if curator or one.what != "public"],
        },
    )


def _corrected(names: Iterable[str]) -> list[model.Corrected]:
    """What curators said of these names."""
    said = [correction_of(row) for row in standing(name_keys(names)) if row.subject == "name"]
    return [model.Corrected(one.number, "", one.what, None, one.who, one.because, one.at) for one in said]
