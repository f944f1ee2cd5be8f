"""What holds of every form."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.exports.made import PRIVATE, SPOKESMAN, chronicle, exported

from riwayat.exports import NAMES, format_called
from riwayat.told import MASK

DOCUMENT = Path(__file__).parents[2] / "docs" / "exports.md"
_TABLE = re.compile(r"(<!-- fields: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)

each_form = pytest.mark.parametrize("name", NAMES)


@each_form
def test_the_same_chronicle_gives_the_same_bytes(name: str) -> None:
    assert exported(name) == exported(name)


@each_form
def test_nothing_is_an_export_too(name: str) -> None:
    assert exported(name, []) is not None
    assert set(_fields(name, exported(name, []))) <= set(format_called(name).FIELDS)


def _text(name: str, content: bytes) -> str:
    if name == "parquet":
        return str(pq.read_table(io.BytesIO(content)).to_pylist())
    return content.decode()


@each_form
def test_private_people_are_masked_unless_told_otherwise(name: str) -> None:
    masked, unmasked = (_text(name, exported(name, unmask=unmask)) for unmask in (False, True))
    assert PRIVATE not in masked and "Aminah" not in masked
    assert PRIVATE in unmasked
    assert MASK not in unmasked


@pytest.mark.parametrize("name", ["ftm", "prov", "annotations", "csv", "geojson", "parquet", "plover"])
def test_public_people_are_named(name: str) -> None:
    assert SPOKESMAN in _text(name, exported(name))


@each_form
def test_each_field_is_documented_and_each_documented_field_is_written(name: str) -> None:
    written = {*_fields(name, exported(name)), *_fields(name, exported(name, unmask=True))}
    assert written == set(format_called(name).FIELDS)


def _fields(name: str, content: bytes) -> set[str]:
    """Names of all fields in an export; `a.b` is the field `b` within `a`."""
    if name == "parquet":
        return set(_columns(pq.read_schema(io.BytesIO(content))))
    text = content.decode()
    if name == "csv":
        return set(text.split("\r\n")[0].split(","))
    if name in ("plover", "ftm"):
        values = [json.loads(line) for line in text.splitlines()]
        if name == "plover":
            return {key for value in values for key in value}
        return {f"{value['schema']}.{key}" for value in values for key in value["properties"]}
    value = json.loads(text)
    if name == "prov":
        return {*_of_records({"entity": value.pop("entity")}), *_of_bundles(value)}
    return set(_paths(value))


def _of_bundles(document: dict[str, Any]) -> Iterator[str]:
    yield from document
    for bundle in document["bundle"].values():
        yield from _of_records(bundle)


def _of_records(content: dict[str, Any]) -> Iterator[str]:
    for kind, records in content.items():
        for record in records.values():
            yield from (f"{kind}.{key}" for key in record)


def _paths(value: Any, before: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _paths(one, before)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield f"{before}{key}"
            yield from _paths(one, f"{before}{key}.")


def _columns(fields: Any, before: str = "") -> Iterator[str]:
    for column in fields:
        yield f"{before}{column.name}"
        type_ = column.type.value_type if hasattr(column.type, "value_type") else column.type
        if hasattr(type_, "fields"):
            yield from _columns(type_.fields, f"{before}{column.name}.")


def test_the_document_says_what_each_field_means() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    true = _TABLE.sub(lambda found: found[1] + _table(found[2]) + found[4], text)
    if os.environ.get("RIWAYAT_WRITE_DOCS"):
        DOCUMENT.write_text(true, encoding="utf-8")
        return
    assert [found[2] for found in _TABLE.finditer(text)] == list(NAMES)
    assert text == true, "RIWAYAT_WRITE_DOCS=1 pytest tests/exports/test_forms.py writes the tables anew"


def _table(name: str) -> str:
    rows = [f"| `{field}` | {meaning} |" for field, meaning in format_called(name).FIELDS.items()]
    return "\n".join(["| field | meaning |", "| --- | --- |", *rows, ""])


def test_entries_are_written_one_after_the_other() -> None:
    """So that memory stays flat however long the chronicle is."""
    for name in NAMES:
        if name == "parquet":  # in row groups of a thousand
            continue
        out = io.BytesIO()
        sizes: list[int] = []

        def watched(out: io.BytesIO = out, sizes: list[int] = sizes) -> Iterator[Any]:
            for entry in chronicle():
                sizes.append(out.tell())
                yield entry

        format_called(name).write(watched(), out)
        assert all(before < after for before, after in pairwise(sizes)), name
