"""Sources that gave no report: remembered with the reason until they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db.models import F

from riwayat.store.models import Failure

__all__ = ["failed", "gone_through", "resolved", "unresolved"]


def failed(source: str, reason: str, now: datetime, *, via: str | None = None) -> None:
    """Remembers that a source gave no report."""
    row, new = Failure.objects.get_or_create(
        source=source, defaults={"reason": reason, "via": via, "first": now, "last": now, "tries": 1}
    )
    if not new:
        Failure.objects.filter(pk=row.pk).update(
            reason=reason, via=via or row.via, last=now, tries=F("tries") + 1, resolved=None
        )


def resolved(sources: Iterable[str], now: datetime) -> None:
    """Notes that these sources have given a report."""
    Failure.objects.filter(source__in=list(sources), resolved=None).update(resolved=now)


@contextmanager
def gone_through(sources: Iterable[str], clock: Callable[[], datetime]) -> Iterator[None]:
    """Around a run over these sources: whichever of them does not fail again is resolved.

    An archive or a feed gives many reports, none of which is called like it.
    """
    standing = Failure.objects.filter(source__in=list(sources), resolved=None)
    before = dict(standing.values_list("pk", "tries"))
    yield
    for pk, tries in before.items():
        Failure.objects.filter(pk=pk, tries=tries, resolved=None).update(resolved=clock())


def unresolved(*, via: str | None = None, tries: int | None = None) -> Iterator[Failure]:
    """Failures that stand, oldest first; of one feed or archive, and tried less than so often, where that is given."""
    found = Failure.objects.filter(resolved=None).order_by("first", "id")
    if via is not None:
        found = found.filter(via=via)
    if tries is not None:
        found = found.filter(tries__lt=tries)
    yield from found
