"""The secret that signs sessions and links: the environment's, or one made once and kept beside the store."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from riwayat.errors import RiwayatError
from riwayat.world.home import home

__all__ = ["SecretError", "secret"]

_FILE: Final = "secret.key"
_BYTES: Final = 48


class SecretError(RiwayatError):
    """The secret can be neither read nor kept."""


def secret() -> str:
    """`RIWAYAT_SECRET`, else what `secret.key` in the data folder holds, which is made where it is missing.

    Raises:
        SecretError: the file cannot be read or written.
    """
    given = os.environ.get("RIWAYAT_SECRET")
    if given:
        return given
    path = home() / _FILE
    try:
        with suppress(FileExistsError):  # made before, or by another process just now
            _make(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise SecretError(f"{path}: the site's secret cannot be kept ({error.strerror})") from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and linked into place: nobody ever reads half a secret.
    aside = path.with_name(f".{_FILE}.{os.getpid()}")
    with os.fdopen(
        os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
    ) as file:
        file.write(secrets.token_urlsafe(_BYTES))
    try:
        os.link(aside, path)
    finally:
        aside.unlink()
