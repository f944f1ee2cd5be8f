"""Places that the user added: country files of GeoNames, each with an index of its own, and tables of places.

A country file may hold millions of places.  So it does not go into the one index of all that ships, but
into a file of its own that is built once, a few rows at a time, and looked up beside it.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from riwayat.errors import RiwayatError
from riwayat.world.geonames import Step, read_country_file
from riwayat.world.home import home
from riwayat.world.index import FORMAT, build_streamed
from riwayat.world.places import read_places

_log = logging.getLogger(__name__)


class NotAddedError(RiwayatError):
    """Nothing was added under this name."""


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """A file of places that was added."""

    name: str
    """What it is called here: its file's name without the ending."""
    path: Path
    """Where it is kept."""
    count: int
    """Places in it."""
    usable: bool = True
    """False where another version of Riwayat made it: it must be added again."""


def own_places() -> list[OwnPlaces]:
    """What the user added, by name."""
    found = [_of_index(path) for path in (home() / "gazetteer").glob("*.sqlite")]
    tables = (home() / "places").glob("*.csv")
    found += [OwnPlaces(path.stem, path, sum(1 for _ in read_places(path))) for path in tables]
    return sorted(found, key=lambda own: (own.name, own.path))


def add_places(path: Path, step: Step = lambda _: None) -> OwnPlaces:
    """Keep the places of a file, instead of what was added under its name before.

    Raises `GeonamesFileError` or `PlaceTableError` for a faulty file, of which nothing is kept, and `OSError`.
    """
    if path.suffix.lower() == ".csv":
        count = sum(1 for _ in read_places(path))
        kept = home() / "places" / f"{path.stem}.csv"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, part := kept.with_suffix(".part"))
        part.replace(kept)
        return OwnPlaces(path.stem, kept, count)
    kept = home() / "gazetteer" / f"{path.stem}.sqlite"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=kept.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
    try:
        count = build_streamed(part, read_country_file(path, step))
        part.replace(kept)
    finally:
        part.unlink(missing_ok=True)
    return OwnPlaces(path.stem, kept, count)


def remove_places(name: str) -> Sequence[OwnPlaces]:
    """Forget what was added under a name, or from a file so called.  Raises `NotAddedError` for none."""
    gone = [own for own in own_places() if own.name in (name, Path(name).stem)]
    if not gone:
        raise NotAddedError(f"{name}: nothing was added under this name (riwayat gazetteer list)")
    for own in gone:
        own.path.unlink()
    return gone


def own_indexes() -> tuple[Path, ...]:
    """Indexes of the country files that were added, by name."""
    return tuple(sorted((home() / "gazetteer").glob("*.sqlite")))


def is_usable(index: Path) -> bool:
    """Whether this version of Riwayat made an index; says so in the log where it did not."""
    usable = _of_index(index).usable
    if not usable:
        _log.warning("%s is of another version of Riwayat and not used: add the file again", index.name)
    return usable


def _of_index(path: Path) -> OwnPlaces:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            (form,) = connection.execute("PRAGMA user_version").fetchone()
            count = (
                connection.execute("SELECT max(id) FROM places").fetchone()[0] or 0 if form == FORMAT else 0
            )
    except sqlite3.Error:
        return OwnPlaces(path.stem, path, 0, usable=False)
    return OwnPlaces(path.stem, path, count, usable=form == FORMAT)
