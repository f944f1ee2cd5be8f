"""What is told as JSON text, and the JSON Schemas that describe it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, Final, Literal, TypeAlias, cast

from pydantic import TypeAdapter

from riwayat.contract import schema_of
from riwayat.model import Copy
from riwayat.told.forms import Happening

__all__ = ["FORMS", "Form", "schema", "to_json"]

Form: TypeAlias = Literal["happening", "copy"]

VERSION: Final = 1
FORMS: Final[dict[Form, type]] = {"happening": Happening, "copy": Copy}
"""What has a schema, by what it is called."""


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def to_json(value: Any, *, indent: int | None = None) -> str:
    """A dataclass as one JSON object: on one line, or indented; letters stay as they are, nulls are written out."""
    return _adapter(cast(Hashable, type(value))).dump_json(value, indent=indent).decode("utf-8")


def schema(form: Form) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a happening or a copy as `to_json` writes it."""
    return schema_of(
        _adapter(cast(Hashable, FORMS[form])),
        identifier=f"urn:riwayat:{form}:{VERSION}",
        title=f"{form.capitalize()}, version {VERSION}",
    )
