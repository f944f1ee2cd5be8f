"""All that a store holds, but for times and for what is random, so that two stores can be compared."""

from __future__ import annotations

import zlib
from typing import Any

_LEFT_OUT = {
    "fetched", "seen", "first", "last", "at", "undone_at", "resolved", "next_poll",
    "kept_offset", "kept_length", "kept_file",
}  # fmt: skip


def dump() -> dict[str, list[dict[str, Any]]]:
    """Tables by name, rows in order of their ids; deflated JSON inflated."""
    from django.apps import apps
    from django.db import connection

    found = {
        table.__name__: [
            {name: _plain(value) for name, value in row.items() if name not in _LEFT_OUT}
            for row in table._default_manager.order_by("pk").values()
        ]
        for table in apps.get_app_config("store").get_models()
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_words ORDER BY rowid")
        found["words"] = [{"row": row} for row in cursor.fetchall()]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        try:
            return zlib.decompress(value).decode()
        except zlib.error:
            return bytes(value).hex()
    return value
