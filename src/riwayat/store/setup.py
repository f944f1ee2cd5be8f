"""Opening the store: Django made ready, the tables brought up to date."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import Any, Final

import django
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from riwayat.errors import RiwayatError
from riwayat.store.settings import database
from riwayat.world.home import home

__all__ = ["StoreError", "make_ready", "open_store"]

_LOCK: Final = "opening.lock"
_ready: list[dict[str, Any]] = []
"""The database that this process has opened: none or one."""


class StoreError(RiwayatError):
    """The store cannot be opened or used."""


def open_store() -> None:
    """Makes the store that the environment names ready for use: created and migrated where that is needed.

    Called again it does nothing, unless the environment has come to name another store.

    Raises:
        StoreError: the folder or the database cannot be used.
    """
    wanted = database()
    if _ready == [wanted]:
        return
    make_ready()
    try:
        home().mkdir(parents=True, exist_ok=True)
        _point_at(wanted)
        _migrate()
    except (DatabaseError, sqlite3.Error, OSError) as error:
        _ready.clear()
        raise StoreError(f"the store {_name(wanted)} cannot be opened ({_line(error)})") from error
    _ready[:] = [wanted]


def make_ready() -> None:
    """Readies Django, so that the other modules of the store can be imported; no database is opened."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "riwayat.store.settings")
    django.setup()


def _point_at(wanted: dict[str, Any]) -> None:
    """The connection leads to this database from now on; Django itself thinks of one per process."""
    connections["default"].close()
    del connections["default"]
    connections.databases["default"] = connections.configure_settings({"default": dict(wanted)})["default"]


def _migrate() -> None:
    from django.core.management import call_command

    with closing(sqlite3.connect(home() / _LOCK, timeout=60, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")  # two first commands at once: the second one waits
        executor = MigrationExecutor(connections["default"])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)


def _name(wanted: dict[str, Any]) -> str:
    return f"{wanted['NAME']} at {wanted['HOST']}" if wanted.get("HOST") else str(wanted["NAME"])


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
