"""What went wrong, in the one form that all answers of the API have for it: problem details of RFC 9457."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from riwayat.errors import RiwayatError
from riwayat.model.reading import Documented
from riwayat.store.identity import SeveralError, UnknownNameError
from riwayat.store.judging import NotThereError
from riwayat.store.reports import NoReportError
from riwayat.store.telling import NotToldError
from riwayat.told import MASK
from riwayat.told.contract import to_json

__all__ = ["MEDIA_TYPE", "NobodyError", "NotFoundError", "Problem", "Wrong", "handle", "problem"]

MEDIA_TYPE: Final = "application/problem+json"
_log: Final = logging.getLogger("django.request")


@dataclass(frozen=True, slots=True)
class Wrong(Documented):
    """What is wrong with one parameter."""

    name: str
    """Of the parameter."""
    detail: str
    """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class Problem(Documented):
    """What went wrong (RFC 9457)."""

    type: str
    """`about:blank`: the status says what kind of problem it is."""
    title: str
    """The status in words."""
    status: int
    """The HTTP status."""
    detail: str
    """What was wrong, and what to do, in one line."""
    errors: tuple[Wrong, ...] = ()
    """What is wrong with which parameter, where that is so."""


class NotFoundError(RiwayatError):
    """There is no such thing."""


class NobodyError(RiwayatError):
    """Nobody of whom is told here is called so; whether a private person is, is not told either."""


_NOBODY: Final = "nobody of whom is told here is called so; another part of the name may lead farther"
_SAID: Final[dict[type[RiwayatError], str]] = {
    NobodyError: _NOBODY,
    UnknownNameError: _NOBODY,
    NotThereError: "no happening has this id; /api/happenings lists them",
    NotToldError: "nothing of it could be known then, or no report tells it any more; as_of tells it as it was",
    NoReportError: "no report is called so; /api/search finds reports by their words",
}
"""What the store says in words of the command line."""


def problem(status: int, detail: str, errors: Iterable[Wrong] = ()) -> HttpResponse:
    """The answer that says so."""
    body = Problem("about:blank", HTTPStatus(status).phrase, status, detail, tuple(errors))
    return HttpResponse(to_json(body), status=status, content_type=MEDIA_TYPE)


def handle(api: NinjaAPI) -> None:
    """All errors of an API are answered with problems from now on."""
    api.add_exception_handler(ValidationError, _ill_asked)
    api.add_exception_handler(SeveralError, _several)
    api.add_exception_handler(NotFoundError, _not_there)
    for kind in _SAID:
        api.add_exception_handler(kind, _not_there)
    api.add_exception_handler(HttpError, _refused)
    api.add_exception_handler(Exception, _broken)


def _not_there(_request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404, _SAID.get(type(error), str(error)))


def _refused(_request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, str(error))


def _several(_request: HttpRequest, error: Any) -> HttpResponse:
    """Which of several is meant; nothing of those among whom private people are."""
    return problem(404, _NOBODY) if MASK in str(error) else problem(409, str(error))


def _ill_asked(_request: HttpRequest, error: Any) -> HttpResponse:
    wrong = [_wrong(one) for one in error.errors]
    detail = "; ".join(f"{one.name}: {one.detail}" if one.name else one.detail for one in wrong)
    return problem(400, detail, [one for one in wrong if one.name])


def _wrong(error: dict[str, Any]) -> Wrong:
    """One error of pydantic; where it lies is said by the kind of parameter and its name."""
    names = [str(step) for step in error["loc"][1:] if step != "asked"]
    return Wrong(names[-1] if names else "", error["msg"].removeprefix("Value error, "))


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    _log.error("%s broke", request.path, exc_info=error)
    return problem(500, "something broke here; please try again")
