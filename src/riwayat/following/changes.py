"""The log of changes: how each happening stood, and from when, as far as its reports, origins and disputes go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from riwayat import model
from riwayat.following.models import Change

__all__ = ["before", "latest", "newest", "note", "since"]


def note(happenings: Sequence[tuple[model.Happening, int]], **_: Any) -> None:
    """Writes down how some happenings stand, where that differs from what was written of them last."""
    last = latest(value.id for value, _ in happenings)
    at = timezone.now().replace(microsecond=0)
    fresh = (_change(value, reports, last.get(value.id), at) for value, reports in happenings)
    Change.objects.bulk_create(change for change in fresh if change is not None)


def newest() -> int:
    """Id of the last change of all; 0 where there is none."""
    return Change.objects.aggregate(last=Max("id"))["last"] or 0


def since(told: int, until: int) -> set[str]:
    """Ids of the happenings that changed after one change, and up to another."""
    return set(Change.objects.filter(id__gt=told, id__lte=until).values_list("happening", flat=True))


def latest(happenings: Iterable[str]) -> dict[str, Change]:
    """How some happenings stand now, as far as it was written down."""
    return before(happenings, None)


def before(happenings: Iterable[str], until: int | None) -> dict[str, Change]:
    """How some happenings stood at the change with this id, or after all; those not known by then are left out."""
    found: dict[str, Change] = {}
    wanted = sorted(set(happenings))
    for start in range(0, len(wanted), 500):
        of_these = Change.objects.filter(happening__in=wanted[start : start + 500])
        if until is not None:
            of_these = of_these.filter(id__lte=until)
        last = of_these.values("happening").annotate(last=Max("id")).values_list("last", flat=True)
        found |= {change.happening: change for change in Change.objects.filter(id__in=list(last))}
    return found


def _change(value: model.Happening, reports: int, last: Change | None, at: datetime) -> Change | None:
    core = _digest(
        [[one.kind, one.known_as or one.name] for one in value.origins],
        [[one.about, [[side.value, side.origins] for side in one.sides]] for one in value.disputes],
        [[one.about, one.origin, one.before, one.after] for one in value.corrections],
    )
    mark = _digest(core, reports, sorted(source.id for source in value.reports))
    if last is not None and last.mark == mark:
        return None
    return Change(
        happening=value.id,
        at=at,
        origins=value.independent_origins,
        reports=reports,
        disputes=[one.about for one in value.disputes],
        mark=mark,
        core=core,
        core_since=last.core_since if last is not None and last.core == core else at,
    )


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
