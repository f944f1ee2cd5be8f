"""An input that gave no page, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from riwayat.errors import RiwayatError

__all__ = ["Failure"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no page."""

    source: str
    """What the user called it."""
    error: RiwayatError
    """Why, in one line that names the input."""
