"""Addresses under `/api/`: those of the API itself, its description, and an answer for all that is none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.generic import RedirectView

from riwayat.site.api.answers import answering
from riwayat.site.api.app import api
from riwayat.site.api.document import as_json
from riwayat.site.api.manual import manual
from riwayat.site.api.problems import problem

__all__ = ["urlpatterns"]


def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API, OpenAPI 3.1."""
    return HttpResponse(as_json(), content_type="application/json")


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """What is asked for at an address that is none."""
    return problem(404, f"/api/{rest}: there is no such address; /api/docs tells of those that are")


def _answering(pattern: URLPattern) -> URLPattern:
    pattern.callback = answering(pattern.callback)
    return pattern


urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api-docs"), name="api-start"),
    path("openapi.json", answering(openapi), name="openapi"),
    path("docs", manual, name="api-docs"),
    *(
        _answering(pattern)
        for pattern in api.urls[0]
        if isinstance(pattern, URLPattern) and pattern.name != "api-root"
    ),
    re_path(r"^(?P<rest>[\s\S]*)$", answering(nothing)),  # names with line breaks too
]
