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


def dump() -> dict[str, list[dict[str, Any]]]:
    """Tables by name, rows in order of their ids; deflated JSON inflated."""
    return {table: list(rows) for table, rows in _tables()}


def digests() -> dict[str, tuple[int, str]]:
    """Of each table the number of its rows and a digest of them, for stores too large to be held."""
    found = {}
    for table, rows in _tables():
        digest, count = sha256(), 0
        for row in rows:
            digest.update(json.dumps(row, sort_keys=True, default=str).encode())
            count += 1
        found[table] = (count, digest.hexdigest())
    return found


def _tables() -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    from django.apps import apps

    for table in apps.get_app_config("store").get_models():
        rows = table._default_manager.order_by("pk").values().iterator(500)
        yield (
            table.__name__,
            ({name: _plain(value) for name, value in row.items() if name not in _LEFT_OUT} for row in rows),
        )
    yield "words", _words()


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
