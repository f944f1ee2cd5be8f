"""What every page has of following: the address at which what it shows can be followed, and its feeds."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from riwayat.following.subject import Subject
from riwayat.store.models import Outlet

__all__ = ["follow"]


def follow(request: HttpRequest) -> dict[str, Any]:
    """Context of every template; empty where there is nothing to follow."""
    query = _query(request)
    if query is None:
        return {}
    asked = f"?{query}" if query else ""
    return {
        "follow": reverse("follow") + asked,
        "feeds": [
            ("application/atom+xml", reverse("feed-atom") + asked),
            ("application/feed+json", reverse("feed-json") + asked),
        ],
    }


def _query(request: HttpRequest) -> str | None:
    match = request.resolver_match
    if match is None:
        return None
    match match.url_name:
        case "chronicle" | "follow":
            return str(Subject.of(request.GET))
        case "happening":
            return urlencode({"happening": match.kwargs["identifier"]})
        case "actor":
            return urlencode({"actor": match.kwargs["key"]})
        case "place":
            return urlencode({"place": match.kwargs["name"]})
        case "outlet":
            called = _outlet(match.kwargs["number"])
            return urlencode({"outlet": called}) if called else None
    return None


def _outlet(number: int) -> str:
    """What an outlet is called in filters; empty where its pages do not say, or where there is none."""
    row = Outlet.objects.filter(pk=number).first()
    return (row.name or row.domain) if row else ""
