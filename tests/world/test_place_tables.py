"""Tables of places, ours and the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwayat.world.places import COLUMNS, PlaceTableError, read_places
from riwayat.world.tables import rows, shipped

HEAD = ",".join(COLUMNS)


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text("\n".join(("# mine", *lines, "")), encoding="utf-8")
    return path


def test_a_table_gives_places_with_their_further_names(tmp_path: Path) -> None:
    row = "1,Alpha,Alfa|ألفا,10.5,-20,SY,Idlib,,village,120,me"
    ((place, names),) = read_places(table(tmp_path, HEAD, row))
    assert (place.name, place.lat, place.lon, place.country) == ("Alpha", 10.5, -20.0, "SY")
    assert (place.precision, place.population, place.geonames) == ("village", 120, 1)
    assert names == ("Alfa", "ألفا")


def test_what_is_not_known_is_null(tmp_path: Path) -> None:
    ((place, names),) = read_places(table(tmp_path, HEAD, ",Sea,,0,0,,,,region,,me"))
    assert (place.geonames, place.country, place.admin1, place.population, names) == (None, None, None, 0, ())


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (",Alpha,,north,0,SY,,,town,,me", "Alpha"),
        (",Alpha,,91,0,SY,,,town,,me", "out of range"),
        (",Alpha,,1,0,SY,,,hamlet,,me", "hamlet"),
        (",Alpha,,1", "Alpha"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(PlaceTableError, match=complaint) as caught:
        list(read_places(table(tmp_path, HEAD, row)))
    assert "mine.csv, place 1" in str(caught.value)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(PlaceTableError, match="lacks the columns admin1"):
        list(read_places(table(tmp_path, "name,lat,lon", "Alpha,1,2")))


@pytest.mark.parametrize("name", ["places.csv", "regions.csv", "syria.csv"])
def test_shipped_tables_are_right_and_sorted(name: str) -> None:
    listed = list(read_places(shipped(name)))
    assert len(listed) > 100
    countries = [place.country or "" for place, _ in listed]
    assert countries == sorted(countries)


def test_exonyms_are_sorted_and_each_place_comes_once() -> None:
    identifiers = [int(row["geonames"]) for row in rows(shipped("exonyms.csv"))]
    assert identifiers == sorted(set(identifiers))


def test_every_division_of_syria_is_there_with_an_arabic_name() -> None:
    listed = list(read_places(shipped("syria.csv")))
    levels = [place.precision for place, _ in listed]
    assert (levels.count("admin1"), levels.count("admin2")) == (14, 62 + 272)
    for place, names in listed:
        assert any("\u0600" <= name[0] <= "\u06ff" for name in names), place.name
