"""The chronicle: a list by day beside a map, and what filters both."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from riwayat.site.asked import Asked
from riwayat.site.entries import found, total_reports
from riwayat.site.labels import TYPES

__all__ = ["chronicle"]


def chronicle(request: HttpRequest) -> HttpResponse:
    """The page, or for htmx the part of it that filters change."""
    asked = Asked.of(request.GET)
    page = found(asked.wanted, _number(request.GET.get("page")))
    context = {
        "asked": asked,
        "found": page,
        "types": TYPES,
        "origin_choices": range(1, 6),
        "newer": asked.address(page=page.number - 1) if page.number > 1 else None,
        "older": asked.address(page=page.number + 1) if page.number < page.pages else None,
    }
    partial = getattr(request, "htmx", False) and not request.headers.get("HX-History-Restore-Request")
    if not partial:
        reports, outlets = total_reports()
        context |= {"total_reports": reports, "total_outlets": outlets}
    response = render(request, "site/_results.html" if partial else "site/chronicle.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
