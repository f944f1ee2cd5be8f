"""The description of the API as a page for people."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from riwayat.site.api.document import document

__all__ = ["manual"]


def manual(request: HttpRequest) -> HttpResponse:
    """Every operation, with its parameters and an example."""
    return render(request, "site/api.html", {"about": document()["info"], "operations": _operations()})


def _operations() -> list[dict[str, Any]]:
    made = document()
    return [
        {**operation, "path": path, "example": _example(operation)}
        for path, operations in made["paths"].items()
        for operation in operations.values()
    ]


def _example(operation: dict[str, Any]) -> str:
    content = operation["responses"]["200"]["content"]["application/json"]
    return json.dumps(content["example"], ensure_ascii=False, indent=2) if "example" in content else ""
