"""Pages kept at hand for readers who have not signed in: all of them see the same, until something is written.

Whether anything has been written is asked of the database at each request, and costs next to nothing: PostgreSQL says
which transactions can be seen, SQLite whether this or another connection has changed the file.  So a page is never
older than the chronicle, and what was removed or masked is gone at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from riwayat.site.masks import masks

__all__ = ["KeptPages"]

_MOST: Final = 2000
_LONGEST: Final = 500_000
"""Bytes, packed."""
_TELLING: Final = (
    "HTTP_HX_REQUEST",
    "HTTP_HX_HISTORY_RESTORE_REQUEST",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_ACCEPT",
)
"""Heads on which an answer may depend."""
_ASKING: Final = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_AUTHORIZATION")
"""Heads of requests that are answered each for itself."""


class KeptPages:
    """Middleware, outside of whatever makes or packs pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, ...], tuple[bytes, int, tuple[tuple[str, str], ...]]] = (
            OrderedDict()
        )
        self._written = 0
        """How often it was seen that something had been written."""
        self._seen = threading.local()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, from what is kept where it is there."""
        state = _state()
        with self._lock:
            if self._is_new(state):
                self._written += 1
                self._kept.clear()
                masks.cache_clear()  # who is private may have been written, too
            written = self._written
        if request.method != "GET" or request.COOKIES or any(head in request.META for head in _ASKING):
            return self._get_response(request)
        key: tuple[str, ...] = (request.scheme or "", request.get_host(), request.get_full_path())
        key += tuple(str(request.META.get(head, "")) for head in _TELLING)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        if kept is not None:
            return HttpResponse(kept[0], status=kept[1], headers=dict(kept[2]))
        response = self._get_response(request)
        if _may_be_kept(response):
            assert isinstance(response, HttpResponse)
            with self._lock:
                # What was made while something was written may be older than that.
                if written == self._written:
                    self._kept[key] = (
                        response.content,
                        response.status_code,
                        tuple(response.headers.items()),
                    )
                    while len(self._kept) > _MOST:
                        self._kept.popitem(last=False)
        return response

    def _is_new(self, state: tuple[Any, ...]) -> bool:
        """Whether this thread saw another state of the database the last time, or sees it for the first time."""
        before = getattr(self._seen, "state", None)
        self._seen.state = state
        return state != before


def _state() -> tuple[Any, ...]:
    """What differs wherever something has been written."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_current_snapshot()::text")
            return tuple(cursor.fetchone())
        cursor.execute("PRAGMA data_version")  # what others have written, as this connection counts it
        own = connection.connection
        return (*cursor.fetchone(), own.total_changes, own)


def _may_be_kept(response: HttpResponseBase) -> bool:
    rules = response.get("Cache-Control", "")
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and not response.streaming
        and len(response.content) <= _LONGEST
        and "private" not in rules
        and "no-store" not in rules
    )
