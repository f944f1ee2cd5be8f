"""Copies as rows and as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from riwayat import model
from riwayat.store import models as rows

__all__ = ["copies_among", "copy_of_row", "copy_row"]


def copy_row(value: model.Copy, report: int, of: int) -> rows.Copy:
    """The row of a copy, not saved."""
    return rows.Copy(
        report_id=report,
        of_id=of,
        how=value.how,
        credited=value.credited,
        share=value.share,
        evidence=[
            {"here": asdict(pair.here), "there": asdict(pair.there), "likeness": pair.likeness}
            for pair in value.evidence
        ],
    )


def copy_of_row(row: rows.Copy) -> model.Copy:
    """The copy that a row stands for; its reports should be loaded with it."""
    return model.Copy(
        report=row.report.key,
        of=row.of.key,
        how=row.how,  # type: ignore[arg-type]  # written from the same literal
        credited=row.credited,
        share=row.share,
        evidence=tuple(
            model.Aligned(model.Span(**pair["here"]), model.Span(**pair["there"]), pair["likeness"])
            for pair in row.evidence
        ),
    )


def copies_among(reports: Iterable[int]) -> list[model.Copy]:
    """All copies among these reports, in order of their ids."""
    wanted = sorted(set(reports))
    if len(wanted) < 2:
        return []
    found = (
        rows.Copy.objects.filter(report_id__in=wanted)
        .select_related("report", "of")
        .defer("report__reading", "of__reading")
        .order_by("report", "of")
    )
    inside = set(wanted)
    return [copy_of_row(row) for row in found if row.of_id in inside]
