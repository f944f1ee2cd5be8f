"""The form about an event: type, how sure, by whom, to whom, where, when, how many, whether at all."""

from __future__ import annotations

from typing import Any, Final, cast, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from riwayat.chronicle.correcting import PlaceSaid
from riwayat.chronicle.correcting.typed import SeveralPlacesError, figure_of, place_of, places_of, time_of
from riwayat.model import Account, Granularity, PlaceRef
from riwayat.site.curating import by, form, saying, shown
from riwayat.site.labels import MODALITIES, TYPES
from riwayat.store.correcting import NothingCorrectedError, correct_events
from riwayat.store.judging import NotThereError, account_named
from riwayat.store.queries import accounts_of
from riwayat.store.reading_rows import account_of, source_of

__all__ = ["event"]

_SHARED: Final = ("type", "modality", "place", "time", "told")
"""What may be said of all reports at once; the rest needs words of each."""


@form
def event(request: HttpRequest, key: str) -> HttpResponse:
    """The form for one account; what it says may hold for the others of the happening."""
    try:
        row = account_named(key)
    except NotThereError as error:
        raise Http404 from error
    account = account_of(row, source_of(row.report))
    if account.lent_by:
        row = account_named(account.lent_by)
        account = account_of(row, source_of(row.report))
    others = [
        one.key for one in accounts_of(row.happening_id or "") if one.key != account.key and not one.lent_by
    ]
    before = _before(account)
    places: list[PlaceSaid] = []

    def say() -> int:
        try:
            changes = _changes(request, before, account)
        except SeveralPlacesError as error:
            places.extend(error.places)
            raise
        said = {account.key: changes}
        if request.POST.get("everywhere"):
            shared = {what: value for what, value in changes.items() if what in _SHARED}
            said |= dict.fromkeys(others, shared) if shared else {}
        return correct_events(said, by(request))

    wrong = saying(request, say) if request.method == "POST" else None
    context = {
        "account": account,
        "told": account.tellings[0] if account.tellings else None,
        "fields": before | {name: request.POST[name] for name in before if name in request.POST},
        "types": TYPES,
        "modalities": MODALITIES,
        "granularities": get_args(Granularity),
        "places": [
            _choice(one) for one in places or (places_of(account.place.name) if account.place else [])
        ],
        "others": others,
        "happening": row.happening_id,
    }
    back = reverse("happening", args=[row.happening_id]) if row.happening_id else reverse("chronicle")
    return shown(request, "site/correct_event.html", context, wrong, back)


def _before(account: Account) -> dict[str, str]:
    """The fields as they are filled in at first."""
    ref = account.place.ref if account.place else None
    figures = dict.fromkeys(
        f"{q.what} {q.low}{'' if q.high == q.low else '+' if q.high is None else f'-{q.high}'}: {q.text}"
        for told in account.tellings
        for q in told.quantities
        if q.low is not None
    )
    time = account.time
    days = [part for part in (time.start, time.end) if part] if time else []
    return {
        "type": account.type,
        "modality": account.modality,
        "actors": "\n".join(party.name for party in account.actors),
        "recipients": "\n".join(party.name for party in account.recipients),
        "place": account.place.name if account.place else "",
        "which": _which(ref),
        "time": "/".join(dict.fromkeys(days)),
        "granularity": time.granularity if time else "",
        "figures": "\n".join(figures),
    }


def _choice(place: PlaceSaid) -> tuple[str, str]:
    """A place as a choice: its GeoNames number, and where it is."""
    ref = place.ref
    where = f"{ref.country or '?'} {ref.precision} {ref.lat:.2f} {ref.lon:.2f}" if ref else ""
    return _which(ref), f"{place.name} · {where}"


def _which(ref: PlaceRef | None) -> str:
    return f"{ref.geonames or ''}" if ref else ""


def _changes(request: HttpRequest, before: dict[str, str], account: Account) -> dict[str, Any]:
    """What the form says otherwise than it was filled in."""
    now = {name: "\n".join(request.POST.get(name, "").split("\r\n")).strip() for name in before}
    differs = {name for name in before if now[name] != before[name].strip()}
    changes: dict[str, Any] = {name: now[name] for name in ("type", "modality") if name in differs}
    for name in ("actors", "recipients"):
        if name in differs:
            changes[name] = tuple(line.strip() for line in now[name].splitlines() if line.strip())
    if differs & {"place", "which"}:
        which = now["which"] if now["which"].isdigit() and "which" in differs else ""
        changes["place"] = place_of(now["place"], int(which) if which else None) if now["place"] else None
    if differs & {"time", "granularity"}:
        fine = cast(Granularity, now["granularity"]) if "granularity" in differs else None
        changes["time"] = time_of(now["time"], fine or None) if now["time"] else None
    if "figures" in differs:
        changes["quantities"] = tuple(figure_of(line) for line in now["figures"].splitlines() if line.strip())
    if request.POST.get("no_event"):
        changes = {"told": False}
    if not changes:
        raise NothingCorrectedError("nothing in the form is other than it was")
    return changes
