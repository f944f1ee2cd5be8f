"""Places where something happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from riwayat.names import compare
from riwayat.site.api.asked import Paged, Text, nothing_asked
from riwayat.site.api.forms import PlaceInFull, PlaceTold
from riwayat.site.api.paging import Page, page, place
from riwayat.site.api.problems import NotFoundError
from riwayat.store.models import Happening, Named
from riwayat.store.queries import Wanted, happening_rows
from riwayat.text.folding import fold

__all__ = ["Places", "router"]

router = Router(tags=["places"])

_NOWHERE: Final = (None, None, None)


class Which(Paged):
    """Which places."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.([0-9a-f]{2}){1,400}$")] | None = None
    """From where on: as `next` of the page before has it."""
    country: Text | None = None
    """ISO 3166-1 code of a country."""


class Places(Page[PlaceTold]):
    """A page of the places."""


@router.get("", response=Places, summary="All places")
def places(request: HttpRequest, asked: Query[Which]) -> Places:
    """Where something happened, each name once, by its folded name."""
    found = Happening.objects.filter(reports__gt=0).exclude(place_folded="")
    after = place(asked.cursor)
    if after:
        found = found.filter(place_folded__gt=_name(after[1]))
    if asked.country:
        found = found.filter(country=asked.country.upper())
    named = (
        found.values("place_folded").annotate(name=Min("place"), number=Count("pk")).order_by("place_folded")
    )
    some = list(named[: asked.limit + 1])
    where = _where(row["place_folded"] for row in some)
    return page(
        Places,
        request,
        some,
        asked.limit,
        lambda row: PlaceTold(row["name"], *where.get(row["place_folded"], _NOWHERE), row["number"]),
        lambda row: f"0.{row['place_folded'].encode().hex()}",
    )


@router.get("/{path:name}", response=PlaceInFull, summary="One place")
def one_place(request: HttpRequest, name: str) -> PlaceInFull:
    """A place under any spelling of its name; what happened there: `/api/happenings?place=NAME`."""
    nothing_asked(request)
    here = happening_rows(Wanted(place=name))
    called = Named.objects.filter(
        Q(role="place", account__happening__in=here) | Q(kind="place", folded=fold(name))
    )
    every = called.values_list("name", flat=True).distinct().order_by("name")
    # A happening's reports name other places too: those near it, and the region.
    names = tuple(one for one in every if fold(one) == fold(name) or compare(name, one, "place").same)
    if not names:
        raise NotFoundError(f"{name}: no report names a place so")
    where = _where([fold(name), *map(fold, names)])
    at = next((where[fold(one)] for one in (name, *names) if fold(one) in where), _NOWHERE)
    return PlaceInFull(name, *at, here.count(), names)


def _where(folded: Iterable[str]) -> dict[str, tuple[str | None, float | None, float | None]]:
    """Country and point of places, by the first happening there."""
    found = Happening.objects.filter(place_folded__in=list(folded), lat__isnull=False).order_by("-id")
    return {row[0]: row[1:] for row in found.values_list("place_folded", "country", "lat", "lon")}


def _name(cursor: str) -> str:
    return bytes.fromhex(cursor).decode(errors="replace").replace("\0", "")
