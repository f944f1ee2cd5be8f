"""GeoNames' country files, as downloaded: `SY.txt`, or `SY.zip` with it inside."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Final, get_args

from riwayat.errors import RiwayatError
from riwayat.model import Precision
from riwayat.world.places import Place
from riwayat.world.tables import rows, shipped

COLUMNS: Final = 19
"""Columns of a country file, parted by tabs."""
VILLAGE_BELOW: Final = 2000
"""People; GeoNames itself does not part villages from towns."""
KIND_WORDS: Final = re.compile(
    r"^(?:Autonomous Republic of|Daerah Tingkat I{1,2}|Kabupaten|Kotamadya|Kota|Muḩāfaz̧at|Muhafazat|"
    r"Pro[pv]insi|"
    r"Province of|State of|Wilayat|District of|محافظة|ولاية|شعبية|منطقة|إقليم|مقاطعة|قضاء)\s+"
    r"|\s+(?:Governorate|Province|State|Region|District|Department|Prefecture|County|Oblast’?|oblast|"
    r"Regency|City|Raion|Township|Division|Municipality)$"
)
"""What a division is called beside its name."""
Step = Callable[[int], None]
"""Told how many bytes were read since it was told last."""


class GeonamesFileError(RiwayatError):
    """A file that is no country file of GeoNames."""


def read_country_file(path: Path, step: Step = lambda _: None) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The places of a country file that reports may name, each with its further names.

    The file is read twice, for the names of divisions first, and never held as a whole.
    Raises `GeonamesFileError` naming file and line where it is not as GeoNames makes it, and `OSError`.
    """
    divisions: dict[str, str] = {}
    for cells in _rows(path, step):
        if cells[6] == "A" and cells[7] in ("ADM1", "ADM2"):
            key = (cells[8], *cells[10 : 11 if cells[7] == "ADM1" else 12])
            divisions[".".join(key)] = KIND_WORDS.sub("", cells[1])
    shipped_names = _shipped_divisions()
    for cells in _rows(path, step):
        precision = _precision(cells)
        if precision is None:
            continue
        first = f"{cells[8]}.{cells[10]}"
        is_division = cells[6] == "A"
        names = [name for name in cells[3].split(",") if is_name(name)]
        if is_division:
            names += [KIND_WORDS.sub("", name) for name in (cells[1], *names)]
        place = Place(
            name=cells[1],
            lat=float(cells[4]),
            lon=float(cells[5]),
            country=cells[8] or None,
            admin1=None if cells[7] == "ADM1" else shipped_names.get(first) or divisions.get(first),
            admin2=None if is_division else divisions.get(f"{first}.{cells[11]}"),
            precision=precision,
            population=int(cells[14] or 0),
            geonames=int(cells[0]),
            source="geonames",
        )
        yield place, tuple(dict.fromkeys(names))


def size(path: Path) -> int:
    """Bytes that reading a country file goes through."""
    with _opened(path) as (_, length):
        return 2 * length


def is_name(text: str) -> bool:
    """False for what GeoNames lists beside names: romanised foreign script (`yi de li bo`), airport codes."""
    romanised = text == text.lower() != text.upper()
    return bool(text) and not romanised and not (text.isupper() and len(text) <= 4)


def _rows(path: Path, step: Step) -> Iterator[list[str]]:
    """The cells of each line, found to be of a country file."""
    number = 0
    with _opened(path) as (file, _):
        try:
            for line in file:
                number += 1
                step(len(line))
                yield _cells(line)
        except (ValueError, zipfile.BadZipFile, EOFError) as error:
            raise GeonamesFileError(
                f"{path.name}, line {number}: not a country file of GeoNames: {error}"
            ) from error
    if not number:
        raise GeonamesFileError(f"{path.name}: is empty")


def _cells(line: bytes) -> list[str]:
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns instead of {COLUMNS}")
    if not cells[0].isdecimal() or not cells[1]:
        raise ValueError("no identifier or no name")
    if not (-90 <= float(cells[4]) <= 90 and -180 <= float(cells[5]) <= 180):
        raise ValueError("coordinates out of range")
    if cells[14] and not cells[14].isdecimal():
        raise ValueError(f"population {cells[14]!r}")
    if cells[8] and not re.fullmatch("[A-Z]{2}", cells[8]):
        raise ValueError(f"country {cells[8]!r}")
    return cells


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The text inside, and how long it is."""
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise GeonamesFileError(f"{path.name}: not a whole zip archive; download it again")
        with path.open("rb") as file:
            yield file, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        texts = [m for m in archive.infolist() if m.filename.endswith(".txt") and m.filename != "readme.txt"]
        if len(texts) != 1:
            raise GeonamesFileError(f"{path.name}: does not hold one country file of GeoNames")
        try:
            with archive.open(texts[0]) as file:
                yield file, texts[0].file_size
        except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in a way unknown here
            raise GeonamesFileError(f"{path.name}: cannot be unpacked: {error}") from error


def _precision(cells: list[str]) -> Precision | None:
    named = _codes().get((cells[6], cells[7]))
    if named == "settlement":
        return "town" if int(cells[14] or 0) >= VILLAGE_BELOW else "village"
    return next((precision for precision in get_args(Precision) if precision == named), None)


@cache
def _codes() -> Mapping[tuple[str, str], str]:
    return {(row["class"], row["code"]): row["precision"] for row in rows(shipped("feature_codes.csv"))}


@cache
def _shipped_divisions() -> Mapping[str, str]:
    """Names of first-level divisions as the shipped tables have them, by GeoNames' code."""
    names = {row["geonames"]: row["name"] for row in rows(shipped("syria.csv"))}
    return {row["code"]: names.get(row["geonames"], row["name"]) for row in rows(shipped("regions.csv"))}
