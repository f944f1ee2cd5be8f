"""The description of the API as OpenAPI 3.1: what ninja makes of the operations, with what all answers share."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

from pydantic import TypeAdapter

from riwayat import contract
from riwayat.site.api.app import api
from riwayat.site.api.forms import OutletInFull, PlaceInFull, RecordCounted, ReportInFull, WhoCounted
from riwayat.site.api.problems import MEDIA_TYPE, Problem
from riwayat.told.tellings import HappeningInFull

__all__ = ["as_json", "document"]

_REFERENCE: Final = "#/components/schemas/{model}"
_PROBLEMS: Final = {
    400: "What is asked for makes no sense.",
    403: "It is for signed-in curators.",
    404: "There is no such thing.",
    405: "Only reading is possible here.",
    409: "Several are called so.",
}
_ETAG: Final = {
    "schema": {"type": "string"},
    "description": "Changes when the answer does; for `If-None-Match`.",
}
_GROWN: Final = (HappeningInFull, OutletInFull, PlaceInFull, RecordCounted, ReportInFull, WhoCounted)
"""Forms that have the fields of another one, and more."""
_PATHS: Final = {
    "id": "The id of a happening (`h` and twelve digits), or of a report (`sha256:` and digits, or these alone).",
    "name": "A name in any script and spelling.",
    "number": "The number of an outlet, as `/api/outlets` has it.",
}
_QUERIES: Final = frozenset({"AsOf", "Asked", "Between", "Filters", "Paged", "Parts", "Where", "Which"})
"""Schemas of parameters, which stand with the operations."""
_READING: Final = "/api/reports/{id}/reading"


@cache
def as_json() -> str:
    """The description as JSON."""
    return json.dumps(document(), ensure_ascii=False)


def document() -> dict[str, Any]:
    """The description; examples are of the story that the site brings."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="api/")))
    schemas = made["components"]["schemas"]
    for name in _QUERIES & schemas.keys():
        del schemas[name]
    _add(schemas, "Problem", TypeAdapter(Problem).json_schema(mode="serialization", ref_template=_REFERENCE))
    _add_reading(made)
    for form in _GROWN:
        _inherit(schemas[form.__name__], form.__mro__[1])
    examples = _examples()
    for address, operations in made["paths"].items():
        for operation in operations.values():
            _complete(address, operation, examples["answers"].get(address))
            for parameter in operation["parameters"]:
                _plain(parameter)
                if parameter["in"] == "path":
                    parameter |= {
                        "description": _PATHS[parameter["name"]],
                        "example": examples["paths"].get(address),
                    }
    return made


def _complete(address: str, operation: dict[str, Any], example: Any) -> None:
    """An operation with an example, its head, and what else it may answer."""
    answers = operation["responses"]
    answers["200"]["headers"] = {"ETag": _ETAG}
    if example is not None:
        answers["200"]["content"]["application/json"]["example"] = example
    answers["304"] = {"description": "What `If-None-Match` names is still what there is."}
    for status, why in _PROBLEMS.items():
        if status != 403 or address == _READING:
            problem = {"schema": {"$ref": _REFERENCE.format(model="Problem")}}
            answers[str(status)] = {"description": why, "content": {MEDIA_TYPE: problem}}


def _plain(parameter: dict[str, Any]) -> None:
    """A parameter without what only bodies can be: there is no null in an address."""
    schema = parameter["schema"]
    parameter.pop("examples", None)
    parameter["schema"] = next((one for one in schema.get("anyOf", ()) if one != {"type": "null"}), schema)
    for name in ("title", "description"):
        schema.pop(name, None)


def _add(schemas: dict[str, Any], name: str, schema: dict[str, Any]) -> None:
    schemas.update(schema.pop("$defs", {}))
    schemas[name] = schema


def _inherit(schema: dict[str, Any], base: type) -> None:
    """The descriptions of fields that a form has from another one, where pydantic does not look for them."""
    of_base = TypeAdapter(base).json_schema(mode="serialization", ref_template=_REFERENCE)["properties"]
    for name, about in of_base.items():
        if "description" in about:
            schema["properties"][name].setdefault("description", about["description"])


def _add_reading(made: dict[str, Any]) -> None:
    """The reading, whose schema is published for itself: its parts are called otherwise than those of the rest."""
    text = json.dumps(contract.schema()).replace("#/$defs/", _REFERENCE.format(model="Reading"))
    schema = json.loads(text)
    parts = schema.pop("$defs")
    for key in ("$schema", "$id"):
        del schema[key]
    made["components"]["schemas"] |= {"Reading": schema} | {
        f"Reading{name}": part for name, part in parts.items()
    }
    answer = made["paths"][_READING]["get"]["responses"]["200"]
    answer["content"] = {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Reading")}}}


def _examples() -> dict[str, Any]:
    """Paths and answers, by address."""
    found: dict[str, Any] = json.loads(
        files(__package__).joinpath("examples.json").read_text(encoding="utf-8")
    )
    return found
