"""What a store makes of its reports, by names and keys and not by row numbers, so that it can be compared."""

from __future__ import annotations

from typing import Any

from tests.store.dump import dump

_ROWS = {"Account", "Copy", "Happening", "Join", "Kin", "Named", "Narrated", "Report"}


def standing() -> dict[str, list[Any]]:
    """Accounts, joins, copies, happenings, who is named and who narrates, sorted; corrections left out."""
    found = dump()
    reports = {row["id"]: row["key"] for row in found["Report"]}
    accounts = {row["id"]: row["key"] for row in found["Account"]}

    def told(table: str, row: dict[str, Any]) -> dict[str, Any]:
        of = accounts if table == "Join" else reports
        named = {name.removesuffix("_id"): value for name, value in row.items()}
        for name, ids in (("report", reports), ("account", accounts), ("a", of), ("b", of), ("of", reports)):
            if name in named:
                named[name] = ids.get(named[name])
        if table != "Happening":
            named.pop("id", None)
        named.pop("stale", None)
        return named

    return {
        table: sorted((told(table, row) for row in rows), key=repr)
        for table, rows in found.items()
        if table in _ROWS
    }
