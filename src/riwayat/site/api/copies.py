"""Copies: which reports repeat which."""

from __future__ import annotations

from typing import Annotated

from django.db.models import Q
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from riwayat.model import Copy, CopyManner
from riwayat.site.api.asked import AsOf, Paged, Text, YesNo
from riwayat.site.api.paging import Page, page, place
from riwayat.site.api.short import short
from riwayat.site.masks import masks
from riwayat.store import models as rows
from riwayat.store.copy_rows import copy_of_row
from riwayat.store.reports import reports_called, standing

__all__ = ["Copies", "router"]

router = Router(tags=["reports"])


class Which(Paged, AsOf):
    """Which copies."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.of[0-9]{1,18}$")] | None = None
    """From where on: as `next` of the page before has it."""
    report: Text | None = None
    """Only those that this report takes part in: id or the first eight digits of it, URL, file name, or outlet."""
    how: CopyManner | None = None
    """Only copies made in this manner."""
    credited: YesNo | None = None
    """Only those that name where they took it, or do not."""


class Copies(Page[Copy]):
    """A page of the copies."""


@router.get("", response=Copies, summary="All copies")
def copies(request: HttpRequest, asked: Query[Which]) -> Copies:
    """Which reports repeat which, in order of adding: `riwayat copies --json`, three sentences of each."""
    stood = Q(standing(asked.as_of, "report__"), standing(asked.as_of, "of__"))
    found = rows.Copy.objects.filter(stood).order_by("report", "of").select_related("report", "of")
    if asked.report:
        called = reports_called(asked.report)
        found = found.filter(Q(report__key__in=called) | Q(of__key__in=called))
    if asked.how:
        found = found.filter(how=asked.how)
    if asked.credited is not None:
        found = found.filter(credited=asked.credited)
    after = place(asked.cursor)
    if after:
        report, of = after[0], int(after[1].removeprefix("of"))
        found = found.filter(Q(report__gt=report) | Q(report=report, of__gt=of))
    return page(
        Copies,
        request,
        found[: asked.limit + 1],
        asked.limit,
        shown,
        lambda row: f"{row.report_id}.of{row.of_id}",
    )


def shown(row: rows.Copy) -> Copy:
    """A copy as everybody may see it."""
    value = copy_of_row(row)
    return masks().of((value.report, value.of)).of(short(value))
