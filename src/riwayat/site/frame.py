"""What every page has around it: languages, the reader, the way to the other parts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_bidi, get_language_info

__all__ = ["frame", "is_curator"]


def is_curator(request: HttpRequest) -> bool:
    """Whether the reader may see what pages do not show to all."""
    return request.user.is_authenticated


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every template."""
    here = request.get_full_path()
    return {
        "language": get_language(),
        "direction": "rtl" if get_language_bidi() else "ltr",
        "languages": [
            (code, get_language_info(code)["name_local"], translate_url(here, code))
            for code, _ in settings.LANGUAGES
        ],
        "curator": hasattr(request, "user") and is_curator(request),
        "tiles": settings.RIWAYAT_TILES or "",
        "tiles_credit": settings.RIWAYAT_TILES_CREDIT,
    }
