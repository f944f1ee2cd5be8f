"""The gazetteer's index: a read-only SQLite file in the user's cache, built when first needed.

Building reads all of GeoNames' towns and takes some seconds and some hundred megabytes; looking up
afterwards takes microseconds and next to no memory.  The file's name holds a digest of everything it
was built from, so a new version of any source builds a new file and never reads an old one.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from platformdirs import user_cache_path

from riwayat.errors import RiwayatError
from riwayat.text.folding import fold
from riwayat.world import sources
from riwayat.world.consonants import consonant_keys
from riwayat.world.places import Place
from riwayat.world.spelling import ARABIC_SPEAKING, with_plain_article

_log = logging.getLogger(__name__)

FORMAT: Final = 4
"""Raised whenever the same sources would give a different file."""
_KEEP_SECONDS: Final = 30 * 86400
_OFTEN_NAMED: Final = 15_000
"""People; a town from this size on is looked for by all of its names in Latin letters, not by its own alone."""
_LATIN: Final = re.compile("[a-zA-Z]")
_RANKS: Final = {
    "country": 1_000_000_000,
    "region": 1_000_000,
    "admin1": 100_000,
    "admin2": 3_000,
    "town": 5_000,
    "village": 500,
    "site": 5_000,
}
"""How much a place counts among its homonyms, in people, where its own people are not counted or not to be:
a province of a hundred thousand ranks below the city it is named after."""
_SCHEMA: Final = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT,
  admin1 TEXT, admin2 TEXT, precision TEXT NOT NULL, population INTEGER NOT NULL, geonames INTEGER,
  source TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, own INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX by_geonames ON places (geonames);
CREATE TABLE near (key TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (key, place, name)) WITHOUT ROWID;
"""


class GazetteerError(RiwayatError):
    """The gazetteer's index cannot be built or opened."""


def shipped_index() -> Path:
    """Path of the index of all of `sources.entries`, built if it is not there.

    It lies in the folder that `RIWAYAT_CACHE` names, else in the platform's cache folder; where that
    cannot be written to, in a folder of the user's own below the temporary one.  Two processes may build
    it at once: each writes a file of its own, and the name is given to a whole file only.

    Raises `GazetteerError` where no folder can be written to, and `PlaceTableError` for a faulty table.
    """
    name = f"places-{FORMAT}-{sources.digest()}.sqlite"
    folders = _folders()
    for folder in folders:
        if (folder / name).is_file() and _is_ours(folder):
            return folder / name
    for folder in folders:
        part = _new_file(folder)
        if part is None:
            continue
        _log.info("building the index of places, this once (some ten seconds) …")
        try:
            build_index(part, sources.entries())
            part.replace(folder / name)
        except (OSError, sqlite3.Error) as error:
            raise GazetteerError(f"cannot build the gazetteer's index in {folder}: {error}") from error
        finally:
            part.unlink(missing_ok=True)
        _forget_old(folder, name)
        return folder / name
    raise GazetteerError(
        f"no room for the gazetteer's index: cannot write to {' or '.join(map(str, folders))}; "
        "set RIWAYAT_CACHE to a folder of yours"
    )


def build_index(path: Path, places: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
    """Write an index of `places`, each with its further names, to `path`, over what is there.

    Of several entries with one GeoNames identifier the last gives the facts, and all give names.
    """
    path.unlink(missing_ok=True)
    merged: dict[int | str, tuple[Place, tuple[str, ...]]] = {}
    for place, names in places:
        key = place.geonames if place.geonames is not None else f"{place.name}|{place.lat}|{place.lon}"
        before = merged.get(key)
        if before is not None:
            place = _merge(before[0], place)
            names = (*before[1], before[0].name, *names)
        merged[key] = place, names
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;")
        connection.executescript(_SCHEMA)
        connection.executemany(
            "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            ((number, *_row(place)) for number, (place, _) in enumerate(merged.values())),
        )
        keys = sorted(_keys(merged.values()))
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?,?,?)", keys)
        near = sorted(_near_keys(merged.values()))
        connection.executemany("INSERT OR IGNORE INTO near VALUES (?,?,?)", near)


def build_streamed(path: Path, places: Iterable[tuple[Place, tuple[str, ...]]]) -> int:
    """Write an index of `places` to `path` a few at a time, whatever their number; returns it.

    Nothing is merged: each place must come once.
    """
    path.unlink(missing_ok=True)
    count = 0
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;")
        connection.executescript(_SCHEMA)
        # Sorted by SQLite, on disk, before they go in: a tree filled in order is filled fast.
        connection.executescript(
            "PRAGMA temp_store=FILE; CREATE TEMP TABLE keys (key TEXT, place INTEGER, own INTEGER);"
            "CREATE TEMP TABLE sounds (key TEXT, place INTEGER, name TEXT);"
        )
        for count, entry in enumerate(places, start=1):
            connection.execute(
                "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (count, *_row(entry[0]))
            )
            connection.executemany("INSERT INTO keys VALUES (?,?,?)", _keys([entry], count))
            connection.executemany("INSERT INTO sounds VALUES (?,?,?)", _near_keys([entry], count))
        connection.execute("INSERT OR IGNORE INTO names SELECT * FROM keys ORDER BY key, place, own")
        connection.execute("INSERT OR IGNORE INTO near SELECT * FROM sounds ORDER BY key, place, name")
        connection.execute(f"PRAGMA user_version={FORMAT}")
    return count


def _row(place: Place) -> tuple[Any, ...]:
    counted = place.precision in ("town", "village", "site") and place.population
    rank = counted or _RANKS[place.precision]
    return (
        place.name,
        place.lat,
        place.lon,
        place.country,
        place.admin1,
        place.admin2,
        place.precision,
        place.population,
        place.geonames,
        place.source,
        rank,
    )


def _merge(old: Place, new: Place) -> Place:
    return replace(
        new,
        population=new.population or old.population,
        admin1=new.admin1 or old.admin1,
        admin2=new.admin2 or old.admin2,
    )


def _keys(places: Iterable[tuple[Place, tuple[str, ...]]], start: int = 0) -> Iterator[tuple[str, int, int]]:
    """(key, number, own): `own` sorts a place's own name before others' further names."""
    unfolded = fold.__wrapped__  # a million names, each once: nothing to cache
    for number, (place, names) in enumerate(places, start):
        own = unfolded(place.name)
        keys = {own, *map(unfolded, names)} - {""}
        if place.country in ARABIC_SPEAKING:
            keys |= set(map(with_plain_article, keys))
        for key in keys:
            yield key, number, int(key == own)


def _near_keys(
    places: Iterable[tuple[Place, tuple[str, ...]]], start: int = 0
) -> Iterator[tuple[str, int, str]]:
    """(key, number, name): by its own name; places that reports name more often by their further ones too."""
    for number, (place, names) in enumerate(places, start):
        if place.precision == "country":
            continue
        often = place.country in ARABIC_SPEAKING or place.precision not in ("town", "village")
        further = names if often or place.population >= _OFTEN_NAMED else ()
        for name in dict.fromkeys((place.name, *further)):
            if name.isascii() or _LATIN.search(name):
                for key in consonant_keys(name):
                    yield key, number, name


def _new_file(folder: Path) -> Path | None:
    """An empty file in `folder`, made if need be; null where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            return None
        with tempfile.NamedTemporaryFile(dir=folder, prefix="places-", suffix=".part", delete=False) as file:
            return Path(file.name)
    except OSError:
        return None


def _folders() -> list[Path]:
    """Where the index may lie, best first."""
    override = os.environ.get("RIWAYAT_CACHE")
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return [
        Path(override) if override else user_cache_path("riwayat"),
        Path(tempfile.gettempdir()) / f"riwayat-{user}",
    ]


def _is_ours(folder: Path) -> bool:
    """False for a folder below a shared one that somebody else made, or a link to elsewhere."""
    if folder.parent != Path(tempfile.gettempdir()) or not hasattr(os, "getuid"):
        return True
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()


def _forget_old(folder: Path, name: str) -> None:
    """Remove indexes of earlier versions that have not been built lately, and abandoned builds."""
    for other in folder.glob("places-*"):
        try:
            if other.name != name and other.stat().st_mtime < time.time() - _KEEP_SECONDS:
                other.unlink()
        except OSError:  # somebody else was faster, or uses it (Windows)
            continue
