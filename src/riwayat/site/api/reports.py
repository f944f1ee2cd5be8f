"""Reports: what they are and short quotations for everybody; the whole reading, with the text, for curators."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Annotated, Any, Final, Literal

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from ninja.errors import HttpError
from pydantic import Field

from riwayat import contract
from riwayat.site.api.asked import AsOf, Between, Paged, Text, nothing_asked
from riwayat.site.api.copies import shown as copy_shown
from riwayat.site.api.forms import ReportInFull
from riwayat.site.api.paging import Page, day_of, number_of, page, place
from riwayat.site.api.problems import NotFoundError
from riwayat.site.api.quotations import quotations
from riwayat.site.frame import is_curator
from riwayat.site.masks import masks
from riwayat.store import models as rows
from riwayat.store.queries import reading_of
from riwayat.store.reading_rows import source_of
from riwayat.store.reports import key_begins, standing
from riwayat.store.search import holding
from riwayat.text.folding import fold
from riwayat.told.forms import ReportTold, report_told

__all__ = ["Reports", "router"]

router = Router(tags=["reports"])

_PREFIX: Final = "sha256:"
_SHORTEST: Final = 8
"""Digits of an id that are enough to name a report."""


class Which(Paged, AsOf, Between):
    """Which reports."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.[0-9]{1,18}$")] | None = None
    """From where on: as `next` of the page before has it."""
    outlet: Text | None = None
    """Name or domain of the outlet."""
    language: Text | None = None
    """ISO 639-1."""
    search: Text | None = None
    """Holding all these words; words in double quotes stand together."""
    order: Literal["oldest", "newest"] = "oldest"
    """By the day from which they could be known."""


class Reports(Page[ReportTold]):
    """A page of the reports."""


@router.get("", response=Reports, summary="All reports")
def reports(request: HttpRequest, asked: Query[Which]) -> Reports:
    """What was published, as happenings refer to it."""
    found = rows.Report.objects.filter(standing(asked.as_of)).select_related("outlet", "page")
    if asked.since:
        found = found.filter(known_from__gte=asked.since)
    if asked.until:
        found = found.filter(known_from__lte=asked.until)
    if asked.outlet:
        found = found.filter(Q(outlet__folded=fold(asked.outlet)) | Q(outlet__domain=asked.outlet.lower()))
    if asked.language:
        found = found.filter(language=asked.language.lower())
    if asked.search:
        holding_all = holding(asked.search)
        found = found.filter(pk__in=holding_all) if holding_all is not None else found.none()
    newest = asked.order == "newest"
    after = place(asked.cursor)
    if after:
        on, pk = day_of(after[0]) or date.min, int(after[1])
        behind = Q(known_from__lt=on) if newest else Q(known_from__gt=on)
        found = found.filter(behind | (Q(known_from=on) & (Q(pk__lt=pk) if newest else Q(pk__gt=pk))))
    ordered = found.order_by("-known_from", "-pk") if newest else found.order_by("known_from", "pk")
    return page(
        Reports,
        request,
        ordered[: asked.limit + 1],
        asked.limit,
        _shown,
        lambda row: f"{number_of(row.known_from)}.{row.pk}",
    )


@router.get("/{id}", response=ReportInFull, summary="One report")
def report(request: HttpRequest, id: str) -> ReportInFull:
    """What a report is, what it says in short quotations, which happenings it tells, what it repeats.

    `id` is its id, or the first eight digits of it or more.
    """
    nothing_asked(request)
    row = _called(id)
    reading = reading_of(row)
    mask = masks().of([row.key])
    told = rows.Happening.objects.filter(accounts__report=row, reports__gt=0).distinct()
    copies = rows.Copy.objects.filter(Q(report=row) | Q(of=row)).order_by("report", "of")
    return ReportInFull(
        **_held(_shown(row)),
        dateline=mask.text(reading.report.dateline.text) if reading.report.dateline else None,
        cites=tuple(row.cites),
        said=mask.of(quotations(reading, row.known_from.isoformat())),
        happenings=tuple(told.order_by("-independent_origins", "id").values_list("pk", flat=True)),
        copies=tuple(copy_shown(copy) for copy in copies.select_related("report", "of")),
        replaced_by=row.replaced_by.key if row.replaced_by else None,
    )


@router.get("/{id}/reading", summary="The reading of a report, with its text", url_name="reading")
def reading(request: HttpRequest, id: str) -> HttpResponse:
    """The whole reading with the full text, nobody masked, for signed-in curators: `riwayat read --json`."""
    nothing_asked(request)
    if not is_curator(request):
        raise HttpError(403, "the full text of a report is for signed-in curators")
    response = HttpResponse(contract.to_json(reading_of(_called(id))), content_type="application/json")
    response["Cache-Control"] = "private"
    return response


def _called(name: str) -> rows.Report:
    digits = name.removeprefix(_PREFIX)
    found: list[rows.Report] = []
    if len(digits) >= _SHORTEST and not set(digits) - set("0123456789abcdef"):
        asked = rows.Report.objects.filter(key_begins(digits))
        found = list(asked.select_related("outlet", "page", "replaced_by")[:2])
    if not found:
        raise NotFoundError(f"{name}: no report has this id (eight digits of it or more will do)")
    if len(found) > 1:
        raise HttpError(409, f"{name}: ids of several reports begin so; say more of it")
    return found[0]


def _shown(row: rows.Report) -> ReportTold:
    return masks().of([row.key]).of(report_told(source_of(row)))


def _held(value: ReportTold) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}
