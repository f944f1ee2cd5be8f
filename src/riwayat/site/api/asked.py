"""What one may ask of the API: parameters with the names of the options of the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from django.http import HttpRequest
from ninja.errors import HttpError
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from riwayat.model import EventType
from riwayat.store.queries import Wanted

__all__ = [
    "MOST",
    "AsOf",
    "Asked",
    "Between",
    "Day",
    "Filters",
    "Number",
    "Paged",
    "Parts",
    "Text",
    "YesNo",
    "nothing_asked",
]

PAGE: Final = 50
MOST: Final = 200
"""Items of one page."""
_PARTS: Final = 20


def _exactly(pattern: str, what: str) -> Callable[[Any], Any]:
    """Lets through only what is written so: what the schema does not allow is not taken for something near it."""
    compiled = re.compile(pattern)

    def check(value: Any) -> Any:
        if isinstance(value, str) and not compiled.fullmatch(value):
            raise ValueError(f"must be {what}")
        return value

    return check


Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_exactly(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day like 2021-06-13")),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Number: TypeAlias = Annotated[int, BeforeValidator(_exactly(r"[0-9]{1,9}", "a whole number"))]
YesNo: TypeAlias = Annotated[bool, BeforeValidator(_exactly(r"true|false", "true or false"))]
Text: TypeAlias = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]


class Asked(BaseModel):
    """Parameters; what is not among them, or stands twice, is refused: a misspelled filter would leave all."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: Any, info: ValidationInfo) -> Any:
        query = (info.context or {})["request"].GET
        names = {field.alias or name for name, field in cls.model_fields.items()}
        for name in query:
            if name not in names:
                raise ValueError(f"{name[:80]!r} is no parameter here; these are: {', '.join(sorted(names))}")
            if len(query.getlist(name)) > 1:
                raise ValueError(f"{name!r} stands twice")
        return data


def nothing_asked(request: HttpRequest) -> None:
    """For operations without parameters.

    Raises:
        HttpError: there are some all the same.
    """
    for name in request.GET:
        raise HttpError(400, f"{name[:80]!r} is no parameter here; there are none")


class AsOf(Asked):
    """As of which day."""

    as_of: Day | None = None
    """As it could be known on this day: by what had been published by then."""


class Paged(Asked):
    """Which page of a list; its `cursor`, in the form of the list, says from where on."""

    limit: Number = Field(PAGE, ge=1, le=MOST)
    """Items of a page."""


class Parts(AsOf):
    """How much of each part."""

    most: Number = Field(_PARTS, ge=0, le=MOST)
    """Items of each part, the latest; `counts` tells how many there are."""


class Between(Asked):
    """Between which days."""

    since: Day | None = Field(None, alias="from")
    """On this day or later."""
    until: Day | None = Field(None, alias="to")
    """On this day or before."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"from {self.since} is later than to {self.until}")
        return self


class Filters(Paged, AsOf, Between):
    """Which happenings: all filters must hold."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.h[0-9a-f]{12}$")] | None = None
    """From where on: as `next` of the page before has it."""
    place: Text | None = None
    """A place in any spelling, or a country (name or code, `SY`)."""
    actor: Text | None = None
    """Who did it or to whom it was done: a name or a part of it in whole words."""
    type: EventType | None = None
    """PLOVER type."""
    outlet: Text | None = None
    """Name or domain of an outlet that tells it."""
    least_origins: Number = Field(0, ge=0)
    """With so many independent origins at least."""
    disputed: YesNo | None = None
    """Only what is disputed, or what is not."""
    search: Text | None = None
    """Told by a report that holds all these words; words in double quotes stand together."""
    order: Literal["oldest", "newest"] = "oldest"
    """By the day on which it happened; what no report gives a day comes last either way."""

    @property
    def wanted(self) -> Wanted:
        """The same for the store."""
        return Wanted(
            since=self.since,
            until=self.until,
            place=self.place,
            actor=self.actor,
            type=self.type,
            outlet=self.outlet,
            least_origins=self.least_origins,
            disputed=self.disputed,
            words=self.search,
            as_of=self.as_of,
        )
