"""What maps load after the page: points of happenings, outlines of countries."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from django.db.models import F
from django.http import FileResponse, HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from riwayat import model
from riwayat.site.asked import Asked
from riwayat.site.labels import TYPES, label
from riwayat.site.masks import masks
from riwayat.site.outlines import outlines_file
from riwayat.site.when import time
from riwayat.store.queries import Wanted, happening_rows, placed
from riwayat.store.reading_rows import unpacked

__all__ = ["outlines", "points"]

_MOST: Final = 500
"""Points on a map; the newest."""


def points(request: HttpRequest) -> JsonResponse:
    """The happenings that the filters leave and whose place is known."""
    told = list(_told(Asked.of(request.GET).wanted))
    masks().at_hand(source.id for value in told for source in value.reports)
    return JsonResponse({"points": [_point(value) for value in told]})


def _told(wanted: Wanted) -> Iterable[model.Happening]:
    """The newest of those with a place; as they could be known on a day, where one is asked for."""
    if wanted.as_of is not None:
        then = (value for _, value in placed(wanted, newest_first=True))
        return islice((value for value in then if value.where and value.where.ref), _MOST)
    found = (
        happening_rows(wanted).filter(lat__isnull=False).order_by(F("day_from").desc(nulls_last=True), "id")
    )
    return (unpacked(model.Happening, row.data) for row in found[:_MOST])


@cache_control(public=True, max_age=7 * 86400)
def outlines(request: HttpRequest) -> HttpResponseBase:
    """Outlines of countries as GeoJSON, packed."""
    response = FileResponse(outlines_file().open("rb"), content_type="application/geo+json")
    response["Content-Encoding"] = "gzip"
    return response


def _point(value: model.Happening) -> dict[str, object]:
    ref = value.where.ref if value.where else None
    mask = masks().of(source.id for source in value.reports)
    return {
        "id": value.id,
        "at": [ref.lat, ref.lon] if ref else None,
        "type": label(TYPES, value.type),
        "who": mask.text(value.actors[0]) if value.actors else "",
        "place": value.place or "",
        "time": time(value.time),
        "origins": value.independent_origins,
        "reports": len(value.reports),
        "disputed": bool(value.disputes),
        "to": reverse("happening", args=[value.id]),
    }
