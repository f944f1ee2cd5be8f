"""The records of the narrators of the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db.models import Q

from riwayat.store import models as rows
from riwayat.store.identity import Identity, Name, identity
from riwayat.store.masks import Masks
from riwayat.store.queries import Wanted, happenings
from riwayat.store.reports import standing
from riwayat.store.telling import in_full
from riwayat.text.folding import fold
from riwayat.told.records import UNNAMED, Part, Record, merged, parts, record

__all__ = ["record_called", "records"]

_SORTS: Final[dict[str, str]] = {"agency": "outlet", "outlet": "outlet", "person": "person"}
"""As what the name of a narrator is compared; a body's otherwise."""


def records(masks: Masks, *, as_of: date | None = None) -> list[Record]:
    """The records of all origins with a name and of all outlets, by name; of today or of a day."""
    found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for happening in happenings(Wanted(as_of=as_of)):
        mask = masks.of(report.id for report in happening.reports)
        for part in parts(happening):
            found[part.key].append(mask.of(record(part)))
    return sorted(map(merged, found.values()), key=lambda one: (fold(one.name), one.kind))


def record_called(name: str, masks: Masks, *, as_of: date | None = None) -> Record | None:
    """The record of the narrator with this name, in whichever part of a chain; null where none was known then.

    Names are masked in what goes wrong only.

    Raises:
        UnknownNameError: no chain has a narrator called so.
        SeveralError: several are called so.
    """
    one = identity(name, masks, _names())
    asked = rows.Narrated.objects.filter(
        standing(as_of, "report__"), _is(one), account__happening__isnull=False
    )
    ids = sorted(set(asked.exclude(kind__in=UNNAMED).values_list("account__happening", flat=True)))
    found = [record(part) for identifier in ids for part in _part(identifier, one, as_of)]
    return merged(found) if found else None


def _names() -> list[Name]:
    asked = rows.Narrated.objects.exclude(kind__in=UNNAMED).exclude(name=None)
    found = asked.values_list("kind", "known_as", "name", "folded").distinct()
    return sorted({Name(_sort(kind), known or "", name or "", folded) for kind, known, name, folded in found})


def _sort(kind: str) -> str:
    return _SORTS.get(kind, "group")


def _is(one: Identity) -> Q:
    named = Q(folded__in=one.folded)
    return named | Q(known_as=one.known_as) if one.known_as else named


def _part(identifier: str, one: Identity, as_of: date | None) -> Iterator[Part]:
    """The narrator's part in a happening, by the tellings whose chains it stands in."""
    full = in_full(identifier, as_of=as_of)
    passed = [
        (telling, link)
        for telling in full.tellings
        for link in telling.chain
        if link.name and link.kind not in UNNAMED and one.is_one(_sort(link.kind), link.name, link.known_as)
    ]
    if not passed:
        return
    order = [source.id for source in full.happening.reports]
    link = next((link for _, link in passed if link.known_as), passed[0][1])
    yield Part(
        name=link.name or "",
        kind=link.kind,
        known_as=link.known_as or one.known_as,
        happening=full.happening,
        origins=frozenset(telling.origin for telling, _ in passed if telling.origin is not None),
        reports=tuple(sorted({telling.report for telling, _ in passed}, key=order.index)),
    )
