"""Lists page by page: a cursor names the place in the list's order, so that nothing is missed or told twice.

A cursor is the number and the name of the last item (`738318.h0b22afcade4f`): what is added before it meanwhile moves
no later page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict

__all__ = ["Page", "day_of", "number_of", "page", "place"]

T = TypeVar("T")
R = TypeVar("R")
P = TypeVar("P", bound="Page[Any]")

_UNDATED: Final = 0


class Page(BaseModel, Generic[T]):
    """A page of a list."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    items: tuple[T, ...]
    """In the order of the list."""
    next: str | None
    """Address of the page after this, relative to this one's; null at the end. It stands in the `Link` header too."""


def page(
    kind: type[P],
    request: HttpRequest,
    found: Iterable[R],
    limit: int,
    shown: Callable[[R], Any],
    cursor: Callable[[R], str],
) -> P:
    """A page of this kind with the first `limit` of what was found; `cursor` names the place of an item."""
    some = list(islice(found, limit + 1))
    more = None
    if len(some) > limit:
        query = {**request.GET.dict(), "cursor": cursor(some[limit - 1])}
        more = f"{request.path}?{urlencode(query)}"
    return kind(items=tuple(map(shown, some[:limit])), next=more)


def place(cursor: str | None) -> tuple[int, str] | None:
    """The number and the name in a cursor, which is one of the list that is asked for."""
    if cursor is None:
        return None
    number, name = cursor.split(".")
    return int(number), name


def number_of(day: date | None) -> int:
    """A day in a cursor."""
    return day.toordinal() if day else _UNDATED


def day_of(number: int) -> date | None:
    """The day that a cursor names."""
    return None if number == _UNDATED else date.fromordinal(min(number, date.max.toordinal()))
