"""Where the site keeps what it can make again: packed scripts and styles, outlines of countries."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

__all__ = ["cache_folder"]


def cache_folder() -> Path:
    """The folder that `RIWAYAT_CACHE` names, else the platform's cache folder, in a part of the site's own."""
    override = os.environ.get("RIWAYAT_CACHE")
    return (Path(override) if override else user_cache_path("riwayat")) / "site"
