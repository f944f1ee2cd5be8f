"""How the word of an outlet or a narrator stands: what rests on it, what others bear out, what is disputed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from riwayat.store import models as rows

__all__ = ["Copied", "Standing", "copied", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of happenings."""

    told: int
    borne_out: int
    """Two or more independent origins tell them."""
    alone: int
    """One origin, or none, tells them."""
    disputed: int


@dataclass(frozen=True, slots=True)
class Copied:
    """Another outlet, and how many reports of one repeat the other's."""

    outlet: rows.Outlet
    reports: int
    credited: int


def standing(accounts: Q) -> Standing:
    """Of the happenings that these accounts tell."""
    found = rows.Happening.objects.filter(
        pk__in=rows.Account.objects.filter(accounts).values("happening"), reports__gt=0
    )
    several = Q(independent_origins__gte=2)
    counted = found.aggregate(
        told=Count("pk"), borne_out=Count("pk", filter=several), disputed=Count("pk", filter=Q(disputed=True))
    )
    return Standing(
        told=counted["told"],
        borne_out=counted["borne_out"],
        alone=counted["told"] - counted["borne_out"],
        disputed=counted["disputed"],
    )


def copied(outlet: rows.Outlet, *, by_others: bool) -> list[Copied]:
    """Whom an outlet copies; or who copies it."""
    here, there = ("of", "report") if by_others else ("report", "of")
    pairs = rows.Copy.objects.filter(**{f"{here}__outlet": outlet}).exclude(**{f"{there}__outlet": outlet})
    counts: Counter[int] = Counter()
    credited: Counter[int] = Counter()
    for other, named in pairs.values_list(f"{there}__outlet", "credited"):
        counts[other] += 1
        credited[other] += named
    outlets = rows.Outlet.objects.in_bulk(list(counts))
    return [
        Copied(outlets[pk], number, credited[pk])
        for pk, number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]
