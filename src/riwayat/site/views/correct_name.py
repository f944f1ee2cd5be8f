"""Forms about a name: what it should be, of whom it is, whether everybody may read it."""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from riwayat import model
from riwayat.chronicle.correcting.typed import place_of
from riwayat.site.curating import by, form, saying, shown
from riwayat.site.labels import ROLES
from riwayat.store import correction_rows, corrections
from riwayat.store.correcting import (
    NothingCorrectedError,
    correct_name,
    different_names,
    kinds_called,
    same_name,
)
from riwayat.store.models import Report

__all__ = ["name"]


@form
def name(request: HttpRequest) -> HttpResponse:
    """The forms about the name that the address tells; of one report where it tells one."""
    called = request.GET.get("name", "").strip()
    kinds = kinds_called(called)
    if not kinds:
        raise Http404
    asked = request.GET.get("kind", "")
    kind = next((one for one in kinds if one == asked), kinds[0])
    key = request.GET.get("report", "")
    report = Report.objects.filter(key__startswith=f"sha256:{key}").first() if len(key) >= 12 else None
    wrong = saying(request, lambda: _say(request, kind, called, report)) if request.method == "POST" else None
    keys = correction_rows.name_keys([called])
    context = {
        "name": called,
        "kind": kind,
        "kinds": kinds,
        "report": report,
        "roles": {one: ROLES[one] for one in get_args(model.EntityType)},
        "said": corrections.told(correction_rows.standing(keys)),
        "here": f"{reverse('correct-name')}?{urlencode({'name': called, 'kind': kind, 'report': key})}",
    }
    back = reverse("report", args=[key[:12]]) if report else reverse("corrections")
    return shown(request, "site/correct_name.html", context, wrong, back)


def _say(request: HttpRequest, kind: model.EntityType, name: str, report: Report | None) -> int:
    what, said = request.POST.get("what"), request.POST
    here = report if said.get("scope") == "report" else None
    if what in ("mask", "unmask"):
        return correct_name(kind, name, {"public": what == "unmask"}, by(request), report=here)
    if what in ("same", "different"):
        make = same_name if what == "same" else different_names
        return make(kind, name, said.get("other", "").strip(), by(request))
    changes: dict[str, Any] = {}
    if (new := said.get("new", "").strip()) and new != name:
        changes["name"] = new
    if known_as := said.get("known_as", "").strip():
        changes["known_as"] = known_as
    if where := said.get("where", "").strip():
        number = said.get("geonames", "")
        changes["where"] = place_of(where, int(number) if number.isdigit() else None).ref
    if (other := said.get("is_a", "")) and other != kind:
        changes["kind"] = other
    if not changes:
        raise NothingCorrectedError("nothing in the form is other than it was")
    return correct_name(kind, name, changes, by(request), report=here)
