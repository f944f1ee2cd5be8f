"""The description of the API, for programs and for people; its examples are true."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.site.conftest import Site

import riwayat.site

EXAMPLES = Path(riwayat.site.__file__).parent / "api" / "examples.json"


def _first(value: Any) -> Any:
    """The same with the first of every list only."""
    if isinstance(value, list):
        return [_first(one) for one in value[:1]]
    if isinstance(value, dict):
        return {name: _first(one) for name, one in value.items()}
    return value


def _paths(site: Site) -> dict[str, str | int]:
    """What stands in each address that wants a name."""
    happening = site.happening().removeprefix("happening/")
    report = site.get("/api/reports", outlet="KABAR LEMBAH").json()["items"][0]["id"]
    return {
        "/api/happenings/{id}": happening,
        "/api/happenings/{id}/explanation": happening,
        "/api/happenings/{id}/related": happening,
        "/api/reports/{id}": report,
        "/api/reports/{id}/reading": report,
        "/api/actors/{name}": "Liwa al-Sarwah",
        "/api/sources/{name}": "KABAR LEMBAH",
        "/api/outlets/{number}": 1,
        "/api/places/{name}": "Kafr Sarwa",
    }


def _true(site: Site, description: dict[str, Any]) -> dict[str, Any]:
    """Examples as the API answers now."""
    paths = _paths(site)
    answers = {}
    for address in description["paths"]:
        if address.endswith("/reading"):
            continue
        path = re.sub(r"\{\w+\}", str(paths.get(address, "")), address)
        answers[address] = _first(
            site.get(path, **({"words": "pos"} if address == "/api/search" else {})).json()
        )
    return {"paths": paths, "answers": answers}


@pytest.fixture
def description(site: Site) -> dict[str, Any]:
    made: dict[str, Any] = site.get("/api/openapi.json").json()
    return made


def test_examples_are_what_the_api_answers_on_the_example_story(
    site: Site, description: dict[str, Any]
) -> None:
    true = _true(site, description)
    if os.environ.get("RIWAYAT_WRITE_DOCS"):
        EXAMPLES.write_text(json.dumps(true, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    held = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    assert held == true, "RIWAYAT_WRITE_DOCS=1 pytest tests/site/api/test_description.py writes them anew"


def test_every_operation_has_an_example_that_fits_its_schema(description: dict[str, Any]) -> None:
    for address, operations in description["paths"].items():
        if address.endswith("/reading"):
            continue
        body = operations["get"]["responses"]["200"]["content"]["application/json"]
        jsonschema.validate(body["example"], {**body["schema"], "components": description["components"]})


def test_every_parameter_and_field_is_explained(description: dict[str, Any]) -> None:
    silent = [
        (address, parameter["name"])
        for address, operations in description["paths"].items()
        for parameter in operations["get"]["parameters"]
        if not parameter.get("description")
    ]
    schemas = description["components"]["schemas"]
    silent += [
        (name, field)
        for name, schema in schemas.items()
        for field, about in schema.get("properties", {}).items()
        if not about.get("description") and "$ref" not in about
    ]
    assert silent == []


def test_errors_are_described(description: dict[str, Any]) -> None:
    for operations in description["paths"].values():
        for status, answer in operations["get"]["responses"].items():
            if status[0] == "4":
                assert list(answer["content"]) == ["application/problem+json"]


def test_the_reading_has_the_form_that_riwayat_schema_prints(description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    assert set(schemas["Reading"]["properties"]) == {
        "version",
        "report",
        "entities",
        "affiliations",
        "statements",
        "events",
        "corrected",
    }
    assert "statement" in schemas["ReadingTelling"]["properties"]
    assert "origin" in schemas["Telling"]["properties"]


def test_people_find_every_address_described_on_a_page_that_loads_nothing_from_elsewhere(
    site: Site, description: dict[str, Any]
) -> None:
    page = site.get("/api/docs").text
    for address in description["paths"]:
        assert f"GET {address}</code></h2>" in page
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []
    assert site.get("/api/").url.path == "/api/docs"
