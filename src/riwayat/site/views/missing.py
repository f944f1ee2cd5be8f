"""What is shown where there is nothing, or where something broke."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

__all__ = ["broken", "missing"]


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return render(request, "site/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """An error of ours; no context processors, so that the page itself cannot fail."""
    return HttpResponse(
        "<!doctype html><title>Riwayat</title><p>Something broke. Please try again.", status=500
    )
