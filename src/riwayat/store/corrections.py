"""All that curators said, listed: who, when, why, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from django.db.models import Count, QuerySet

from riwayat import model
from riwayat.chronicle.correcting import (
    AboutEvent,
    AboutName,
    Apart,
    Correction,
    LinkSaid,
    PlaceSaid,
    QuantitySaid,
    Same,
)
from riwayat.store import models as rows
from riwayat.store.correction_rows import SUBJECTS, correction_of
from riwayat.told.corrections import CorrectionTold, Subject

__all__ = ["listed", "rows_listed", "told"]


def rows_listed(*, undone: bool = True) -> QuerySet[rows.Correction]:
    """The rows, the latest first; with `undone` those that were taken back as well."""
    found = rows.Correction.objects.order_by("-id")
    return found if undone else found.filter(undone_at=None)


def listed(*, undone: bool = True) -> list[CorrectionTold]:
    """All corrections, the oldest first."""
    return told(list(rows_listed(undone=undone).reverse()))


def told(those: Sequence[rows.Correction]) -> list[CorrectionTold]:
    """Some of them, in their order."""
    ids = [row.pk for row in those]
    counted = rows.Correction.objects.filter(pk__in=ids).annotate(borne=Count("reports"))
    borne = dict(counted.values_list("pk", "borne"))
    accounts = {key for row in those if row.subject == "happening" for key in row.about.values()}
    there = set(rows.Account.objects.filter(key__in=accounts).values_list("key", flat=True))
    return [_told(row, borne[row.pk], there) for row in those]


def _told(row: rows.Correction, borne: int, accounts: set[str]) -> CorrectionTold:
    about, value = _worded(row)
    if row.subject == "happening":
        gone = not accounts.issuperset(row.about.values())
    else:
        gone = row.subject in SUBJECTS and not borne
    report = row.reports.order_by("-id").first() if row.subject in ("words", "event") else None
    return CorrectionTold(
        number=row.pk,
        act=row.act,
        subject=cast(Subject, row.subject),
        what=row.what,
        about=about,
        value=value,
        report=report.key if report else None,
        who=row.who,
        because=row.because,
        at=_at(row.at),
        undone_at=_at(row.undone_at) if row.undone_at else None,
        undone_by=row.undone_by,
        reports=borne,
        gone=gone and row.undone_at is None,
    )


def _at(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _worded(row: rows.Correction) -> tuple[str, str | None]:
    if row.subject == "happening":
        return f"{row.about['a']}, {row.about['b']}", row.value
    if row.subject == "report":
        return "a report and its versions", None
    correction = correction_of(row)
    return _about(correction), _value(correction.value)


def _about(correction: Correction) -> str:
    about = correction.about
    if isinstance(about, AboutName):
        return ", ".join(about.names)
    if isinstance(about, AboutEvent):
        return about.words.text[about.start : about.end] + ": " + about.words.text
    return about.words.text


def _value(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (Same, Apart)):
        return ", ".join(value.names)
    if isinstance(value, PlaceSaid):
        return value.name
    if isinstance(value, model.PlaceRef):
        return f"{value.lat:g}, {value.lon:g}"
    if isinstance(value, model.Time):
        return "/".join(part for part in (value.start, value.end) if part)
    return _several(value)


def _several(values: Iterable[Any]) -> str:
    values = list(values)
    if values and isinstance(values[0], LinkSaid):
        return " < ".join(link.name or link.kind for link in values)
    return (
        "; ".join(_figure(one) if isinstance(one, QuantitySaid) else str(one) for one in values) or "nobody"
    )


def _figure(figure: QuantitySaid) -> str:
    return f"{figure.what} {figure.low}{'+' if figure.high is None else f'–{figure.high}'}: {figure.words}"
