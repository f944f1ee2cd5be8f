"""The description of the API as a page for people."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from riwayat.site.api.document import document

__all__ = ["manual"]


def manual(request: HttpRequest) -> HttpResponse:
    """Every operation, with its parameters and an example."""
    return render(
        request,
        "site/api.html",
        {"about": _worded(document()["info"]["description"]), "operations": _operations()},
    )


def _worded(text: str) -> SafeString:
    """A text with what stands in backquotes as code."""
    parts = enumerate(text.split("`"))
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", one) if n % 2 else one,) for n, one in parts)
    )


def _operations() -> list[dict[str, Any]]:
    made = document()
    return [
        {
            "id": operation["operationId"],
            "path": path,
            "summary": operation["summary"],
            "description": _worded(operation["description"]),
            "parameters": [_parameter(one) for one in operation["parameters"]],
            "example": _example(operation),
        }
        for path, operations in made["paths"].items()
        for operation in operations.values()
    ]


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    form = [schema.get("format", schema["type"])]
    form += [f"{schema.get('minimum', '')} to {schema['maximum']}"] if "maximum" in schema else []
    form += ["required"] if parameter["required"] else []
    return {
        "name": parameter["name"],
        "form": ", ".join(form),
        "description": _worded(parameter.get("description", "")),
        "one_of": schema.get("enum", ()),
    }


def _example(operation: dict[str, Any]) -> str:
    content = operation["responses"]["200"]["content"]["application/json"]
    return json.dumps(content["example"], ensure_ascii=False, indent=2) if "example" in content else ""
