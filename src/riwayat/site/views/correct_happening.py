"""Forms about a happening: whether it is the same as another, and what of it is of another."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from riwayat import model
from riwayat.site.curating import by, form, saying, shown
from riwayat.site.entries import entry
from riwayat.site.related import related
from riwayat.store.judging import NotThereError, judge, part
from riwayat.store.queries import accounts_of, happening_called

__all__ = ["happening"]


@form
def happening(request: HttpRequest, identifier: str) -> HttpResponse:
    """The forms; what they say is said of the accounts that the happening is made of."""
    try:
        value = happening_called(identifier)
    except NotThereError as error:
        raise Http404 from error
    if value is None:
        raise Http404
    wrong = saying(request, lambda: _say(request, value)) if request.method == "POST" else None
    context = {
        "value": value,
        "entry": entry(value),
        "accounts": accounts_of(value.id),
        "related": related(value.id, None),
    }
    return shown(
        request, "site/correct_happening.html", context, wrong, reverse("happening", args=[value.id])
    )


def _say(request: HttpRequest, value: model.Happening) -> int:
    who = by(request)
    if request.POST.get("what") == "part":
        made = part(request.POST.getlist("account"), because=who.because, now=who.now, who=who.who)
        return made[0].pk
    verdict = request.POST.get("verdict")
    if verdict not in ("same", "different", "unsure"):
        raise NotThereError("say whether they are the same")
    other = request.POST.get("other", "").strip().rstrip("/").rpartition("/")[2]
    said = cast(model.Verdict, verdict)
    return judge(said, value.id, other, because=who.because, now=who.now, who=who.who).pk
