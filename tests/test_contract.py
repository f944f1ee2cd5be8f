from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from riwayat.contract import SCHEMA_ID, ReadingFormatError, from_json, schema, to_json
from riwayat.model import Reading


def test_a_reading_comes_back_from_its_json_unchanged(sample_reading: Reading) -> None:
    assert from_json(to_json(sample_reading)) == sample_reading


def test_the_same_reading_gives_the_same_characters(sample_reading: Reading) -> None:
    assert to_json(sample_reading) == to_json(from_json(to_json(sample_reading, indent=2)))


def test_compact_json_is_one_line(sample_reading: Reading) -> None:
    assert "\n" not in to_json(sample_reading)


def test_letters_stay_as_they_are(sample_reading: Reading) -> None:
    assert "Darkush – Dua" in to_json(sample_reading)


def test_fields_come_in_the_order_of_the_contract(sample_reading: Reading) -> None:
    decoded = json.loads(to_json(sample_reading))
    assert list(decoded) == [
        "version",
        "report",
        "entities",
        "affiliations",
        "statements",
        "events",
        "corrected",
    ]
    assert list(decoded["statements"][0]) == ["id", "start", "end", "text", "chain"]


def test_nulls_are_written_out(sample_reading: Reading) -> None:
    decoded = json.loads(to_json(sample_reading))
    assert decoded["report"]["url"] is None
    assert decoded["statements"][0]["chain"][0]["cue"] is None


def test_readings_hold_against_the_published_schema(sample_reading: Reading) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(sample_reading)), schema(), jsonschema.Draft202012Validator)


def test_the_schema_says_which_version_it_is_of() -> None:
    published = schema()
    assert published["$id"] == SCHEMA_ID == "urn:riwayat:reading:1"
    assert published["properties"]["version"]["const"] == 1


def test_the_schema_describes_every_field() -> None:
    published = schema()
    objects = [published, *(d for d in published["$defs"].values() if d["type"] == "object")]
    bare = [name for o in objects for name, field in o["properties"].items() if not field.get("description")]
    assert bare == []


def test_the_schema_refuses_an_unknown_kind_of_narrator(sample_reading: Reading) -> None:
    decoded = json.loads(to_json(sample_reading))
    decoded["statements"][0]["chain"][0]["kind"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(decoded, schema())


def test_fields_of_later_versions_are_left_out(sample_reading: Reading) -> None:
    decoded: dict[str, Any] = json.loads(to_json(sample_reading))
    decoded["mood"] = "calm"
    assert from_json(json.dumps(decoded)) == sample_reading


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', '{"version": 1}'])
def test_what_is_no_reading_is_said_in_one_line(text: str) -> None:
    with pytest.raises(ReadingFormatError) as caught:
        from_json(text)
    assert str(caught.value).startswith("not a reading of version 1: ")
    assert "\n" not in str(caught.value)


def test_other_letters_than_latin_survive(sample_reading: Reading) -> None:
    arabic = replace(sample_reading, report=replace(sample_reading.report, title="عملية في إدلب"))
    assert from_json(to_json(arabic).encode()).report.title == "عملية في إدلب"
