"""Pages on which one asks for mails, agrees to them and ends them; and the feeds."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from riwayat.following import feeds, signed, subscribing
from riwayat.following.models import CADENCES, Subscription
from riwayat.following.subject import Subject
from riwayat.following.suggested import suggested

__all__ = ["atom", "confirm", "follow", "json", "stop"]

_LONGEST = 254
"""Characters of an address of mail (RFC 5321)."""


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """What can be followed here, and how; a POST asks for mails."""
    subject = _subject(request)
    context = {
        "subject": subject,
        "title": subject.title(),
        "suggested": suggested(subject),
        "cadence": "daily",
    }
    if request.method != "POST":
        return render(request, "following/follow.html", context)
    email, cadence = request.POST.get("email", "").strip(), request.POST.get("cadence", "")
    context |= {"email": email, "cadence": cadence if cadence in CADENCES else "daily"}
    if not _is_address(email) or cadence not in CADENCES:
        return render(request, "following/follow.html", context | {"wrong": True}, status=400)
    language = translation.get_language() or "en"
    try:
        subscribing.ask(email, subject, cadence=cadence, language=language, now=_now())
    except subscribing.NotSentError:
        return render(request, "following/follow.html", context | {"not_sent": True}, status=503)
    return render(request, "following/asked.html", context | {"days": signed.WAITS.days})


@never_cache
@csrf_exempt  # whoever has the link may act; it is in nobody's page
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Asks whether this is wanted: programs that look through mails open links, so only a POST begins it."""
    agreed = signed.consent_in(token)
    row = Subscription.objects.filter(key=agreed.key).first() if agreed else None
    if agreed is None or row is None:
        return render(request, "following/too_late.html", status=410)
    subject = Subject.written(row.subject)
    context = {"subject": subject, "title": subject.title(), "cadence": agreed.cadence}
    if request.method == "POST":
        subscribing.agree(agreed, now=_now())
        return render(request, "following/confirmed.html", context)
    return render(request, "following/confirm.html", context)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ends a subscription by one POST, with whatever body (RFC 8058); a GET shows a form.

    It says that it has ended also where there was none any more.
    """
    key = signed.stop_in(token)
    if key is None:
        raise Http404
    row = Subscription.objects.filter(key=key).first()
    context = {"title": Subject.written(row.subject).title() if row else ""}
    if request.method == "POST":
        subscribing.end(key)
        return render(request, "following/stopped.html", context)
    return render(request, "following/stop.html", context)


@require_safe
def atom(request: HttpRequest) -> HttpResponseBase:
    """What is followed as an Atom feed."""
    return feeds.answer(request, feeds.atom(feeds.feed(_subject(request))))


@require_safe
def json(request: HttpRequest) -> HttpResponseBase:
    """The same as a JSON feed."""
    return feeds.answer(request, feeds.json_feed(feeds.feed(_subject(request))))


def _subject(request: HttpRequest) -> Subject:
    subject = Subject.of(request.GET)
    if not subject.there:
        raise Http404
    return subject


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
        return len(subscribing.address_of(email)) <= _LONGEST
    except (ValidationError, UnicodeError):
        return False


def _now() -> datetime:
    return timezone.now().replace(microsecond=0)
