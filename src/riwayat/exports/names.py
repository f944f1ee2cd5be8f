"""The forms by name, apart from what writing them takes to load."""

from __future__ import annotations

from typing import Final

__all__ = ["NAMES"]

NAMES: Final = ("plover", "csv", "geojson", "ftm", "prov", "annotations", "parquet")
"""The forms, each the name of its module in this package."""
