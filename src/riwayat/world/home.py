"""Where what users add to the known world is kept."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """The folder that `RIWAYAT_HOME` names, else the platform's folder for a user's data; may not exist."""
    named = os.environ.get("RIWAYAT_HOME")
    return Path(named) if named else user_data_path("riwayat")
