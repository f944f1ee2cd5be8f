"""What all forms of curators have in common: who may use them, what becomes of what they say, and of errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from riwayat.errors import RiwayatError
from riwayat.store.batch import now
from riwayat.store.correcting import Who
from riwayat.store.deriving import derive

__all__ = ["by", "done", "form", "saying", "shown"]

View = Callable[..., HttpResponse]


def form(view: View) -> View:
    """A page with forms, for curators only; whoever is not signed in is asked to."""
    guarded: View = login_required(
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(wraps(view)(view)))
    )
    return guarded


def by(request: HttpRequest) -> Who:
    """Who says what this request says, and why."""
    return Who(request.POST.get("because", ""), now(), request.user.get_username())


def saying(request: HttpRequest, say: Callable[[], int | None]) -> str | None:
    """Does what a form asks for; what went wrong, or nothing."""
    try:
        number = say()
    except RiwayatError as error:
        return str(error)
    derive()
    messages.success(request, done(number))
    return None


def done(number: int | None) -> str:
    """What a curator is told after a form."""
    return gettext("Correction %(number)s is made.") % {"number": number} if number else gettext("Done.")


def shown(
    request: HttpRequest, template: str, context: dict[str, Any], wrong: str | None, back: str
) -> HttpResponse:
    """After a form the page it came from; else the forms, with what went wrong."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    to = asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else back
    if request.method == "POST" and wrong is None:
        return redirect(to)
    context |= {"wrong": wrong, "next": to, "typed": request.POST}
    return render(request, template, context, status=400 if wrong else 200)
