"""The one mask maker of the site: what reports name whom is kept at hand until something is corrected."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from riwayat.store.corrections import stamp
from riwayat.store.masks import Masks

__all__ = ["FreshMasks", "masks"]


@cache
def masks() -> Masks:
    """Makes masks for pages that everybody may see."""
    return Masks()


class FreshMasks:
    """Middleware that forgets who is private when a curator has said something, here or in another process."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._stamp: tuple[int, int] | None = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, made with masks that are true now."""
        now = stamp()
        if now != self._stamp:
            masks.cache_clear()
            self._stamp = now
        return self._get_response(request)
