"""What browsers may load for a page: nothing from elsewhere but map tiles where these are set, no inline scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

__all__ = ["ContentSecurityPolicy"]

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:{tiles}; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
"""Style attributes carry the places of nodes and lines of the picture; style elements are refused."""


class ContentSecurityPolicy:
    """Middleware that adds the policy to every response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        tiles = urlsplit(settings.RIWAYAT_TILES or "")
        host = tiles.netloc.replace("{s}", "*")
        self._policy = _POLICY.format(tiles=f" {tiles.scheme}://{host}" if host else "")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, with the policy."""
        response = self._get_response(request)
        response.setdefault("Content-Security-Policy", self._policy)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response
