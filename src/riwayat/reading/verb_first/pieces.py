"""Pieces: stretches of a sentence taken for a name."""

from __future__ import annotations

from dataclasses import dataclass

from riwayat.model import EntityType


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first`..`stop` (exclusive) that name something."""

    first: int
    stop: int
    kind: EntityType
    sure: bool = True
    public: bool | None = None
