"""Narrators and outlets: what rests on their word, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Annotated, Any, Final, Literal, cast

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from riwayat.site.api.asked import AsOf, Number, Paged, Parts, nothing_asked
from riwayat.site.api.forms import (
    OutletInFull,
    OutletTold,
    RecordCounted,
    RecordCounts,
    Repeats,
    Standing,
)
from riwayat.site.api.paging import Page, page, place
from riwayat.site.api.problems import NobodyError, NotFoundError
from riwayat.site.api.short import latest
from riwayat.site.masks import masks
from riwayat.site.standing import Copied, copied, standing
from riwayat.store.models import Outlet
from riwayat.store.narrators import record_called, records
from riwayat.store.reports import telling
from riwayat.text.folding import fold
from riwayat.told.records import Record

__all__ = ["Outlets", "Sources", "outlets", "sources"]

sources = Router(tags=["sources"])
outlets = Router(tags=["sources"])

_FRESH: Final = 300
"""Seconds for which the list of all narrators is kept: it is made of the whole chronicle."""
_LARGEST: Final = 2**63 - 1
"""Number that a database can look for."""


class Which(Paged, AsOf):
    """Which narrators."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.[0-9a-f]{12}$")] | None = None
    """From where on: as `next` of the page before has it."""
    most: Number = Field(0, ge=0, le=20)
    """Items of each part, the latest; `counts` tells how many there are."""
    kind: Literal["outlet", "agency", "person", "group", "official", "document"] | None = None
    """Only narrators of this kind."""


class Where(Paged):
    """From which outlet on."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.outlet$")] | None = None
    """From where on: as `next` of the page before has it."""


class Sources(Page[RecordCounted]):
    """A page of the narrators."""


class Outlets(Page[OutletTold]):
    """A page of the outlets."""


@sources.get("", response=Sources, summary="All narrators")
def every_source(request: HttpRequest, asked: Query[Which]) -> Sources:
    """What rests on each origin that has a name and each outlet, by name: `riwayat sources --json`, counted.

    These are counts of what was published, not of what is true. The list may be five minutes old.
    """
    found = list(enumerate(one for one in _records(asked) if asked.kind in (None, one.kind)))
    return page(
        Sources,
        request,
        found[_start(asked.cursor, [_name(one) for _, one in found]) :],
        asked.limit,
        lambda one: _counted(one[1], asked.most),
        lambda one: f"{one[0]}.{_name(one[1])}",
    )


@sources.get("/{path:name}", response=RecordCounted, summary="One narrator")
def source(request: HttpRequest, name: str, asked: Query[Parts]) -> RecordCounted:
    """What rests on one narrator, in whichever part of a chain it stands: `riwayat sources NAME --json`.

    `name` is a name in any script and spelling, a part of one, or the id of a known actor. Where several are called
    so, the answer is 409 and says which.
    """
    found = record_called(name, masks(), as_of=asked.as_of)
    if found is None:
        raise NobodyError
    mask = masks().of(telling(one.happening for one in found.rests))
    if mask.text(found.name) != found.name:
        raise NobodyError
    return _counted(mask.of(found), asked.most)


@outlets.get("", response=Outlets, summary="All outlets")
def every_outlet(request: HttpRequest, asked: Query[Where]) -> Outlets:
    """Who publishes the reports, in order of adding."""
    after = place(asked.cursor)
    found = _outlets().filter(pk__gt=after[0] if after else 0).order_by("pk")[: asked.limit + 1]
    return page(Outlets, request, found, asked.limit, _outlet, lambda one: f"{one.pk}.outlet")


@outlets.get("/{int:number}", response=OutletInFull, summary="One outlet")
def outlet(request: HttpRequest, number: int) -> OutletInFull:
    """How the word of an outlet stands, whom it repeats, who repeats it."""
    nothing_asked(request)
    row = _outlets().filter(pk=min(number, _LARGEST)).first()
    if row is None:
        raise NotFoundError(f"{number}: no outlet has this number")
    stands = standing(Q(report__outlet=row))
    return OutletInFull(
        **_held(_outlet(row)),
        standing=Standing(stands.told, stands.borne_out, stands.alone, stands.disputed),
        repeats=tuple(map(_repeats, copied(row, by_others=False))),
        repeated_by=tuple(map(_repeats, copied(row, by_others=True))),
    )


def _start(cursor: str | None, names: Sequence[str]) -> int:
    """From where on a list goes that may have grown since the cursor was given."""
    after = place(cursor)
    if after is None:
        return 0
    number, name = after
    if name in names and names[number : number + 1] != [name]:
        number = names.index(name)
    return number + 1


def _records(asked: AsOf) -> list[Record]:
    """All records, lately made."""

    def made() -> list[Record]:
        return records(masks(), as_of=asked.as_of)

    return cast(list[Record], cache.get_or_set(f"api/sources/{asked.as_of or ''}", made, _FRESH))


def _name(one: Record) -> str:
    """A name for a cursor."""
    return sha256(f"{one.kind}/{one.known_as or fold(one.name)}".encode()).hexdigest()[:12]


def _counted(one: Record, most: int) -> RecordCounted:
    counts = RecordCounts(
        rests=len(one.rests),
        untraced=sum(not resting.traced for resting in one.rests),
        asserted_later=len(one.asserted_later),
        disputed=len(one.disputed),
        withdrew=len(one.withdrew),
    )
    return RecordCounted(**latest(one, most), counts=counts)


def _outlets() -> QuerySet[Outlet]:
    stand = Count("report", filter=Q(report__replaced_by=None))
    return Outlet.objects.annotate(stand=stand).exclude(name="", domain="")


def _outlet(row: Any) -> OutletTold:
    return OutletTold(row.pk, row.name or None, row.domain or None, row.known_as, row.stand)


def _held(value: OutletTold) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _repeats(one: Copied) -> Repeats:
    return Repeats(one.outlet.pk, one.outlet.name or one.outlet.domain or None, one.reports, one.credited)
