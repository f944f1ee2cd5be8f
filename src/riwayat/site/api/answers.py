"""What all answers of the API have in common: everybody may read them, ask whether they changed, and do no more."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from riwayat.site.api.problems import problem

__all__ = ["answering"]

_METHODS: Final = "GET, HEAD, OPTIONS"
_DAY: Final = "86400"
"""Seconds."""
View = Callable[..., HttpResponseBase]


def answering(view: View) -> View:
    """A view that only gives, with the heads that readers and their caches want."""

    @csrf_exempt  # nothing is changed here; other methods are refused below
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        response: HttpResponseBase
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
        elif request.method not in ("GET", "HEAD"):
            response = problem(405, f"{request.method} is not for reading: {_METHODS}")
            response["Allow"] = _METHODS
        else:
            response = _given(request, view, args, named)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        if request.method == "OPTIONS":
            response["Allow"] = response["Access-Control-Allow-Methods"] = _METHODS
            response["Access-Control-Allow-Headers"] = "If-None-Match, Content-Type"
            response["Access-Control-Max-Age"] = _DAY
        return response

    return answer


def _given(
    request: HttpRequest, view: View, args: tuple[object, ...], named: dict[str, object]
) -> HttpResponseBase:
    """What a GET gives, or its head, or that it is what the asker has."""
    method, request.method = request.method, "GET"
    response = view(request, *args, **named)
    request.method = method
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return response
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response.setdefault("Cache-Control", "no-cache")  # kept, but asked about each time
    _link(response)
    response["Content-Length"] = str(len(response.content))
    return get_conditional_response(request, etag=etag, response=response) or response


def _link(response: HttpResponse) -> None:
    """The page after this one, for those who look at heads (RFC 8288)."""
    if response.content.startswith(b'{"items"'):
        following = json.loads(response.content)["next"]
        if following:
            response["Link"] = f'<{following}>; rel="next"'
