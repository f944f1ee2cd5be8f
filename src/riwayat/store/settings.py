"""The settings of Django, in one place: which database, and little else.

`RIWAYAT_DATABASE` names a PostgreSQL database (`postgresql://user:password@host:port/name`); without it all is in
one SQLite file, `riwayat.sqlite3` in the folder that `riwayat.world.home` gives.
"""

from __future__ import annotations

import os
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from riwayat.errors import RiwayatError
from riwayat.world.home import home

FILE: Final = "riwayat.sqlite3"
_BUSY_SECONDS: Final = 60
"""How long one command waits while another writes."""
_LONGEST_SECONDS: Final = 600
"""How long the site holds a connection to a server."""
_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON;"  # what is removed on request must not stay in the file
)


class DatabaseSettingError(RiwayatError):
    """`RIWAYAT_DATABASE` does not name a database."""


def database() -> dict[str, Any]:
    """The database that the environment names, in the form of Django's `DATABASES`.

    Raises:
        DatabaseSettingError: `RIWAYAT_DATABASE` is no address of a PostgreSQL database.
    """
    address = os.environ.get("RIWAYAT_DATABASE")
    return _postgresql(address) if address else _sqlite()


def _sqlite() -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home() / FILE),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": _BUSY_SECONDS,
            # A transaction that will write takes the write lock at once: none is refused half way.
            "transaction_mode": "IMMEDIATE",
            "init_command": _PRAGMAS,
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise DatabaseSettingError(
            "RIWAYAT_DATABASE must look like postgresql://user:password@host:port/name (or be unset, for SQLite)"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": _LONGEST_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["riwayat.store", "riwayat.following"]  # following hears what is written, whoever adds
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True
