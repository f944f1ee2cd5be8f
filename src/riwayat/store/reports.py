"""Reports of the store as the chronicle refers to them, and which of them stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from django.db.models import Q

from riwayat import model
from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.queries import copies
from riwayat.store.reading_rows import source_of
from riwayat.text.folding import fold

__all__ = [
    "NoReportError",
    "any_reports",
    "copies_standing",
    "key_begins",
    "reports_called",
    "sources",
    "standing",
    "telling",
]

_PREFIX: Final = "sha256:"
_SHORTEST: Final = 8
"""Digits of an id that are enough to name a report."""

_AT_ONCE: Final = 400


class NoReportError(RiwayatError):
    """No report is called so."""


def any_reports() -> bool:
    """Whether anything has been added yet."""
    return rows.Report.objects.exists()


def standing(as_of: date | None, prefix: str = "") -> Q:
    """Reports that no newer version has replaced; with a day, that could be known and stood then.

    `prefix` leads from the table that is asked to the report (`report__`).
    """
    now = Q(**{f"{prefix}replaced_by": None})
    if as_of is None:
        return now
    then = now | Q(**{f"{prefix}replaced_by__known_from__gt": as_of})
    return then & Q(**{f"{prefix}known_from__lte": as_of})


def key_begins(digits: str) -> Q:
    """Reports whose ids begin with these hexadecimal digits: a stretch of the index, where `LIKE` reads all."""
    return Q(key__gte=f"{_PREFIX}{digits}", key__lt=f"{_PREFIX}{digits}g")


def sources(reports: Iterable[str]) -> dict[str, model.Source]:
    """Reports by their ids; what is not there is left out."""
    wanted = sorted(set(reports))
    found: dict[str, model.Source] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = rows.Report.objects.filter(key__in=wanted[start : start + _AT_ONCE])
        for report in part.select_related("outlet", "page"):
            found[report.key] = source_of(report)
    return found


def copies_standing(as_of: date | None = None) -> Iterator[model.Copy]:
    """All copies among reports that stand, or stood on a day, in order of adding."""
    stood = set(rows.Report.objects.filter(standing(as_of)).values_list("key", flat=True))
    return (copy for copy in copies() if copy.report in stood and copy.of in stood)


def reports_called(name: str) -> set[str]:
    """Ids of the reports with this id, or the first digits of it, URL, file name, or outlet's name or domain.

    Raises:
        NoReportError: there is none.
    """
    digits = name.removeprefix(_PREFIX).lower()
    asked = (
        Q(page__address=name)
        | Q(page__url=name)
        | Q(page__source__endswith=f"/{name}")
        | Q(outlet__folded=fold(name))
        | Q(outlet__domain=name.lower())
    )
    if len(digits) >= _SHORTEST and not set(digits) - set("0123456789abcdef"):
        asked |= key_begins(digits)
    found = set(rows.Report.objects.filter(asked).values_list("key", flat=True))
    if not found:
        raise NoReportError(f"{name}: no report is called so (riwayat search finds reports by their words)")
    return found


def telling(happenings: Iterable[str]) -> list[str]:
    """Ids of all reports that ever told one of these happenings, in order of adding."""
    found: dict[int, str] = {}
    wanted = sorted(set(happenings))
    for start in range(0, len(wanted), _AT_ONCE):
        told = rows.Account.objects.filter(happening__in=wanted[start : start + _AT_ONCE])
        found |= dict(told.values_list("report", "report__key"))
    return [found[pk] for pk in sorted(found)]
