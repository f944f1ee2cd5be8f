"""All that a store holds, but for times and for what is random, so that two stores can be compared."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

_LEFT_OUT = {
    "fetched", "seen", "first", "last", "at", "undone_at", "resolved", "next_poll",
    "kept_offset", "kept_length", "kept_file",
}  # fmt: skip


_NUMBERED = {"Account", "Join", "Named", "Narrated", "Kin", "Copy"}
"""Tables whose rows are numbered as they come: what is lent stands before or behind what is read next."""


def dump() -> dict[str, list[dict[str, Any]]]:
    """Tables by name, rows in order of their ids; deflated JSON inflated."""
    return {table: list(rows) for table, rows in _tables(numbered=True)}


def digests() -> dict[str, tuple[int, str]]:
    """Of each table the number of its rows and a digest of them, accounts by their keys: for large stores."""
    found = {}
    for table, rows in _tables(numbered=False):
        each = sorted(sha256(_line(row).encode()).digest() for row in rows)
        found[table] = (len(each), sha256(b"".join(each)).hexdigest())
    return found


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True, default=str)


def _tables(*, numbered: bool) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    from django.apps import apps

    tables = {table.__name__: table for table in apps.get_app_config("store").get_models()}
    keys = dict(tables["Account"]._default_manager.values_list("id", "key"))
    for name, table in tables.items():
        left_out = _LEFT_OUT | ({"id"} if name in _NUMBERED and not numbered else set())
        accounts = set() if numbered else {"account_id"} | ({"a_id", "b_id"} if name == "Join" else set())
        rows = table._default_manager.order_by("pk").values().iterator(500)
        yield name, (_row(row, left_out, accounts, keys) for row in rows)
    yield "words", _words()


def _row(row: dict[str, Any], left_out: set[str], accounts: set[str], keys: dict[int, str]) -> dict[str, Any]:
    return {
        name: keys.get(value) if name in accounts else _plain(value)
        for name, value in row.items()
        if name not in left_out
    }


def _words() -> Iterator[dict[str, Any]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_words ORDER BY rowid")
        yield from ({"row": row} for row in cursor)


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        try:
            return zlib.decompress(value).decode()
        except zlib.error:
            return bytes(value).hex()
    return value
