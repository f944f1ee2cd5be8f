"""A place: what happened there, on a map of its own."""

from __future__ import annotations

from typing import Final

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from riwayat.site.entries import PER_PAGE, found
from riwayat.store.models import Named
from riwayat.store.queries import Wanted
from riwayat.text.folding import fold
from riwayat.world.gazetteer import Gazetteer

__all__ = ["place"]

_NAMES: Final = 12


def place(request: HttpRequest, name: str) -> HttpResponse:
    """The page of a place with this name."""
    told = found(Wanted(place=name), 1, PER_PAGE)
    named = Named.objects.filter(Q(folded=fold(name)), kind="place")
    if not told.total and not named.exists():
        raise Http404
    here = [entry for entry in told.entries if fold(entry.place or "") == fold(name)]
    gazetteer = Gazetteer.shipped()
    known = gazetteer.find(name)[:1]
    spellings = named.values_list("name", flat=True).distinct().order_by("name")[:_NAMES]
    return render(
        request,
        "site/place.html",
        {
            "name": name,
            "spellings": [one for one in spellings if one != name],
            "known": known[0] if known else None,
            "country": next((e.country for e in here if e.country), known[0].country if known else None),
            "found": told,
        },
    )
