"""Tables of facts: CSV files in UTF-8 with a comment on top."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped(name: str) -> Traversable:
    """The file `name` of those that come with the package."""
    return resources.files("riwayat.world").joinpath("data", name)


def rows(table: Traversable | Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by column; lines that begin with `#` are comments."""
    with table.open(encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by `|`."""
    return tuple(value for value in cell.split("|") if value)
