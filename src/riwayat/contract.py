"""A reading as JSON and back, and the JSON Schema that describes it.

The form is the contract of `riwayat read --json`: the fields of `riwayat.model`, in their order,
nulls written out.  Fields may be added within a version; a reader ignores those it does not know.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from riwayat.errors import RiwayatError
from riwayat.model import VERSION, Reading

__all__ = ["SCHEMA_ID", "ReadingFormatError", "from_json", "schema", "schema_of", "to_json"]

SCHEMA_ID = f"urn:riwayat:reading:{VERSION}"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ReadingFormatError(RiwayatError):
    """JSON that is not a reading of this version."""


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat a field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


@cache
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


def to_json(reading: Reading, *, indent: int | None = None) -> str:
    """The reading as one JSON object: on one line, or indented by `indent` spaces; no newline at the end.

    The same reading gives the same characters.  Letters stay as they are (`ensure_ascii` is off).
    """
    return _adapter().dump_json(reading, indent=indent).decode("utf-8")


def from_json(text: str | bytes) -> Reading:
    """The reading that `to_json` wrote; fields that this version does not know are left out.

    Raises:
        ReadingFormatError: the text is not JSON, or not a reading of this version.
    """
    try:
        return _adapter().validate_json(text)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise ReadingFormatError(f"not a reading of version {VERSION}: {where}: {first['msg']}") from None


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one reading as `to_json` writes it."""
    return schema_of(_adapter(), identifier=SCHEMA_ID, title=f"Reading, version {VERSION}")


def schema_of(adapter: TypeAdapter[Any], *, identifier: str, title: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what an adapter writes, with this `$id` and title."""
    body = adapter.json_schema(mode="serialization", schema_generator=_Untitled)
    body.pop("title", None)
    description = body.pop("description", None)
    head = {"$schema": _DIALECT, "$id": identifier, "title": title}
    if description:
        head["description"] = description
    return {**head, **body}
