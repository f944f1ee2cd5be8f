"""A report: what it says and by whose word; the full text for curators, short quotations for everybody."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from riwayat import model
from riwayat.site.entries import entries
from riwayat.site.frame import is_curator
from riwayat.site.marked import excerpts, marked
from riwayat.site.masks import masks
from riwayat.store.models import Happening, Report
from riwayat.store.queries import copies, reading_of
from riwayat.store.reading_rows import source_of, unpacked
from riwayat.store.reports import sources
from riwayat.told import Mask
from riwayat.told.corrections import together

__all__ = ["report"]

_DIGITS = 12


def report(request: HttpRequest, key: str) -> HttpResponse:
    """The page of the report whose id begins with these digits."""
    if len(key) < _DIGITS or set(key) - set("0123456789abcdef"):
        raise Http404
    row = Report.objects.select_related("outlet", "page").filter(key__startswith=f"sha256:{key}").first()
    if row is None:
        raise Http404
    curator = is_curator(request)
    reading = reading_of(row)
    mask = Mask() if curator else masks().of([row.key])
    told = (
        Happening.objects.filter(accounts__report=row, reports__gt=0)
        .distinct()
        .order_by("-independent_origins", "id")
    )
    taken = list(copies(row.key))
    beside = sources(one for copy in taken for one in (copy.report, copy.of))
    return render(
        request,
        "site/report.html",
        {
            "row": row,
            "source": source_of(row),
            "title": mask.text(row.title or ""),
            "bylines": reading.report.bylines if curator else (),
            "text": marked(reading, mask) if curator else excerpts(reading, mask),
            "told": entries(unpacked(model.Happening, one.data) for one in told),
            "repeats": [
                (beside[c.of], c.how, round(c.share * 100))
                for c in taken
                if c.report == row.key and c.of in beside
            ],
            "repeated": [(beside[c.report], c.how) for c in taken if c.of == row.key and c.report in beside],
            "replaced_by": row.replaced_by,
            "corrected": together(
                mask.of(one) for one in reading.corrected if curator or one.what != "public"
            ),
        },
    )
