"""The API put together of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from riwayat.site.api import copies, happenings, narrators, people, places, reports, search
from riwayat.site.api.problems import handle
from riwayat.told.contract import VERSION

__all__ = ["api"]

_ABOUT: Final = (
    "The chronicle that the site shows: what happened, by whose word. Names of fields are those of the command "
    "line's JSON; private people are masked; quotations are short. Everything may be read by anybody, from any page "
    "(CORS), and answers bear an ETag. Addresses in `next` are relative to the one that was asked."
)


class _Letters(JSONRenderer):
    """JSON with all letters as they are."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


class _Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of its function: there is one of each."""
        return operation.view_func.__name__


def _made() -> NinjaAPI:
    made = _Api(
        title="Riwayat",
        version=str(VERSION),
        description=_ABOUT,
        urls_namespace="api",
        docs_url=None,
        openapi_url=None,
        renderer=_Letters(),
    )
    made.add_router("/happenings", happenings.router)
    made.add_router("/reports", reports.router)
    made.add_router("/copies", copies.router)
    made.add_router("/search", search.router)
    made.add_router("/actors", people.router)
    made.add_router("/sources", narrators.sources)
    made.add_router("/outlets", narrators.outlets)
    made.add_router("/places", places.router)
    handle(made)
    return made


api: Final = _made()
"""Every address under `/api/`."""
