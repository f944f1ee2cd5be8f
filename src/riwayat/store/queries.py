"""What is asked of the chronicle: happenings by what they are, as of today or of an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, Q, QuerySet

from riwayat import model
from riwayat.chronicle.happening import happening
from riwayat.store import models as rows
from riwayat.store import search
from riwayat.store.copy_rows import copies_among, copy_of_row
from riwayat.store.correction_rows import as_one
from riwayat.store.judging import account_named
from riwayat.store.reading_rows import day, reading_of, unpacked
from riwayat.store.values import AccountValues
from riwayat.text.folding import fold
from riwayat.world.gazetteer import Gazetteer
from riwayat.world.own_actors import known

__all__ = [
    "Joined",
    "Place",
    "Wanted",
    "accounts_of",
    "copies",
    "happening_called",
    "happening_rows",
    "happenings",
    "joins_of",
    "placed",
    "reading_of",
]

_AT_ONCE: Final = 200
_NEAR: Final = 0.1
"""Degrees; a place under another spelling of its name lies no farther away."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which happenings; what is not said leaves all."""

    since: date | None = None
    """Took place on this day or later; where no day is told, could be known on it or later."""
    until: date | None = None
    """The last such day."""
    place: str | None = None
    """Name of a place, or name or ISO 3166-1 code of a country."""
    actor: str | None = None
    """Name of who did it or to whom it was done, in any spelling of a known actor, or a part of whole words."""
    type: str | None = None
    """PLOVER type."""
    outlet: str | None = None
    """Name or domain of an outlet that tells it."""
    least_origins: int = 0
    """Independent ones."""
    disputed: bool | None = None
    """Whether anything is disputed."""
    words: str | None = None
    """All in one report that tells it; as `search.matching` takes them."""
    as_of: date | None = None
    """As it could be known on that day."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two accounts of which it was asked whether they are of one happening."""

    a: str
    """Key of the earlier account."""
    b: str
    score: float
    same: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a happening stands in a list by day and id."""

    day: date | None
    id: str


def happenings(wanted: Wanted) -> Iterator[model.Happening]:
    """The happenings that fit, by day and id, those without a day last; loaded a few at a time."""
    return (value for _, value in placed(wanted))


def placed(
    wanted: Wanted, *, after: Place | None = None, newest_first: bool = False
) -> Iterator[tuple[Place, model.Happening]]:
    """The happenings that fit, each with its place in the list; from behind a place on, or all.

    By day, those without a day last either way; those of one day by id.
    """
    found = _asked(wanted)
    if after is not None:
        found = found.filter(_behind(after, newest_first=newest_first))
    on = F("day_from")
    ordered = found.order_by(on.desc(nulls_last=True) if newest_first else on.asc(nulls_last=True), "id")
    places = [Place(day_from, pk) for pk, day_from in ordered.values_list("pk", "day_from")]
    values = AccountValues()
    for start in range(0, len(places), _AT_ONCE):
        part = rows.Happening.objects.in_bulk([place.id for place in places[start : start + _AT_ONCE]])
        for place in places[start : start + _AT_ONCE]:
            row = part.get(place.id)
            if row is None:  # gone since
                continue
            if wanted.as_of is None:
                yield place, unpacked(model.Happening, row.data)
            elif (value := _as_of(place.id, wanted.as_of, values)) and _fits(value, wanted):
                yield place, value


def happening_called(name: str, *, as_of: date | None = None) -> model.Happening | None:
    """The happening with this id, of now or of before it was joined to another; None where none could be known then.

    Raises:
        NotThereError: there never was one.
    """
    account = account_named(name)
    row = account.happening
    if row is None:
        return None
    if as_of is not None:
        return _as_of(row.pk, as_of, AccountValues())
    return unpacked(model.Happening, row.data)


def accounts_of(identifier: str, *, as_of: date | None = None) -> list[model.Account]:
    """The accounts that a happening is made of, in order of adding; those that stand now, or stood on a day."""
    return _accounts(identifier, as_of, AccountValues())


def joins_of(identifier: str) -> list[Joined]:
    """What was asked about each account of a happening: within it, and why others stayed outside."""
    inside = rows.Account.objects.filter(happening=identifier)
    asked = (
        rows.Join.objects.filter(Q(a__in=inside) | Q(b__in=inside))
        .order_by("a", "b")
        .select_related("a", "b")
    )
    return [Joined(j.a.key, j.b.key, j.score, j.same, tuple(j.reasons)) for j in asked]


def copies(report: str | None = None) -> Iterator[model.Copy]:
    """All copies, or those that a report with this id takes part in, in order of adding."""
    found = rows.Copy.objects.order_by("report", "of").select_related("report", "of")
    if report is not None:
        found = found.filter(Q(report__key=report) | Q(of__key=report))
    for row in found.iterator(_AT_ONCE):
        yield copy_of_row(row)


def _asked(wanted: Wanted) -> QuerySet[rows.Happening]:
    found = rows.Happening.objects.all()
    if wanted.as_of is None:
        # On an earlier day there may have been fewer origins or more disputes: that is looked at afterwards.
        found = found.filter(reports__gt=0, independent_origins__gte=wanted.least_origins)
        if wanted.disputed is not None:
            found = found.filter(disputed=wanted.disputed)
        if wanted.since or wanted.until:
            found = found.filter(_in_time(wanted.since or date.min, wanted.until or date.max))
    else:
        found = found.filter(pk__in=_standing(wanted.as_of).values("happening"))
    if wanted.type:
        found = found.filter(type=wanted.type.upper())
    if wanted.place:
        found = found.filter(_at(wanted.place))
    if wanted.actor:
        found = found.filter(pk__in=_of_actor(wanted.actor).values("account__happening"))
    if wanted.outlet:
        told_by = Q(report__outlet__folded=fold(wanted.outlet)) | Q(
            report__outlet__domain=wanted.outlet.lower()
        )
        found = found.filter(pk__in=rows.Account.objects.filter(told_by).values("happening"))
    if wanted.words:
        holding = list(search.matching(wanted.words))
        found = found.filter(pk__in=rows.Account.objects.filter(report__in=holding).values("happening"))
    return found


def _behind(place: Place, *, newest_first: bool) -> Q:
    if place.day is None:
        return Q(day_from=None, id__gt=place.id)
    later = Q(day_from__lt=place.day) if newest_first else Q(day_from__gt=place.day)
    return later | Q(day_from=place.day, id__gt=place.id) | Q(day_from=None)


def _in_time(since: date, until: date) -> Q:
    undated = rows.Account.objects.filter(report__known_from__range=(since, until)).values("happening")
    return Q(day_from__lte=until, day_to__gte=since) | Q(day_from=None, pk__in=undated)


def _at(place: str) -> Q:
    gazetteer = Gazetteer.shipped()
    country = place if len(place) == 2 and place.isupper() else gazetteer.country(place)
    if country:
        return Q(country=country)
    named = rows.Named.objects.filter(role="place", folded=fold(place)).values("account__happening")
    found = Q(place_folded=fold(place)) | Q(pk__in=named)
    for known_place in gazetteer.find(place)[:3]:
        found |= Q(
            lat__range=(known_place.lat - _NEAR, known_place.lat + _NEAR),
            lon__range=(known_place.lon - _NEAR, known_place.lon + _NEAR),
        )
    return found


def _of_actor(name: str) -> QuerySet[rows.Named]:
    folded = fold(name)
    actor = known().find(name)
    called = Q(folded=folded) | Q(folded__startswith=f"{folded} ") | Q(folded__endswith=f" {folded}")
    called |= Q(folded__contains=f" {folded} ")
    if actor is not None:
        called |= Q(known_as=actor.id)
    return rows.Named.objects.filter(as_one(called), role__in=["actor", "recipient"])


def _standing(on: date | None) -> QuerySet[rows.Account]:
    """Accounts whose reports could be known on a day and had not been replaced by then; of today without one."""
    if on is None:
        return rows.Account.objects.filter(report__replaced_by=None)
    return rows.Account.objects.filter(
        Q(report__replaced_by=None) | Q(report__replaced_by__known_from__gt=on), report__known_from__lte=on
    )


def _accounts(identifier: str, as_of: date | None, values: AccountValues) -> list[model.Account]:
    found = _standing(as_of).filter(happening=identifier).order_by("report", "position", "id")
    return [values.of(row, row.report) for row in found.select_related("report__outlet", "report__page")]


def _as_of(identifier: str, on: date, values: AccountValues) -> model.Happening | None:
    accounts = _accounts(identifier, on, values)
    if not accounts:
        return None
    reports = rows.Report.objects.filter(key__in={a.source.id for a in accounts})
    return happening(identifier, accounts, copies_among(reports.values_list("pk", flat=True)))


def _fits(value: model.Happening, wanted: Wanted) -> bool:
    """What of an earlier day could not be asked of the tables."""
    if value.independent_origins < wanted.least_origins:
        return False
    if wanted.disputed is not None and bool(value.disputes) != wanted.disputed:
        return False
    start, end = (day(value.time.start), day(value.time.end)) if value.time else (None, None)
    if start is None or end is None:
        start, end = (date.fromisoformat(value.reports[n].known_from) for n in (0, -1))
    return start <= (wanted.until or date.max) and end >= (wanted.since or date.min)


def happening_rows(wanted: Wanted) -> QuerySet[rows.Happening]:
    """The rows of the happenings that fit, in no order.

    With `as_of` these are all that may have been known then; `happenings` looks at each as it was.
    """
    return _asked(wanted)
