"""Looking places up, in a gazetteer of a few."""

from __future__ import annotations

import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from riwayat.world.gazetteer import Gazetteer, GazetteerError, Place


def place(name: str, country: str, precision: str = "town", population: int = 0, **more: object) -> Place:
    facts: dict[str, object] = {
        "lat": 1.0,
        "lon": 2.0,
        "admin1": None,
        "admin2": None,
        "geonames": None,
        "source": "test",
    } | more
    return Place(name=name, country=country, precision=precision, population=population, **facts)  # type: ignore[arg-type]


FEW = [
    (place("Idlib", "SY", population=128_840, geonames=169389), ("إدلب", "Idleb")),
    (place("Idlib", "SY", "admin1", population=1_445_000), ()),
    (place("Tripoli", "LY", population=1_150_000), ("Tarabulus",)),
    (place("Tripoli", "LB", population=229_000, lat=34.4), ("Tarabulus",)),
    (place("Khān Shaykhūn", "SY", population=48_975), ()),
    (place("Ad Dānā", "SY", population=12_000), ()),
    (place("Batu", "ID", population=225_000), ()),
    (place("Ås", "NO", population=8_000), ()),
    (place("United States", "US", "country"), ("Amerika Serikat", "AS")),
    (place("Big", "DE", population=90_000), ("Small",)),
    (place("Small", "FR", population=10_000), ()),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.of(tmp_path_factory.mktemp("world") / "few.sqlite", FEW)


@pytest.mark.parametrize("name", ["Idlib", "IDLIB", "idleb", "ادلب", "İdlib"])
def test_a_place_is_found_however_it_is_written(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].geonames == 169389
    assert gazetteer.has(name)


def test_a_city_comes_before_the_province_named_after_it(gazetteer: Gazetteer) -> None:
    assert [found.precision for found in gazetteer.find("Idlib")] == ["town", "admin1"]


def test_the_larger_of_two_homonyms_comes_first(gazetteer: Gazetteer) -> None:
    assert [found.country for found in gazetteer.find("Tripoli")] == ["LY", "LB"]


def test_a_places_own_name_counts_for_more_than_a_byname_of_another(gazetteer: Gazetteer) -> None:
    assert [found.name for found in gazetteer.find("Small")] == ["Small", "Big"]


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Atlantis") == []
    assert not gazetteer.has("Atlantis")
    assert gazetteer.find("") == []
    assert not gazetteer.has("…")


def test_everyday_words_and_short_names_are_found_but_flagged(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Batu")[0].ambiguous
    assert not gazetteer.has("Batu")
    assert all(found.ambiguous for found in gazetteer.find("Ås"))
    assert not gazetteer.find("Idlib")[0].ambiguous


def test_a_countrys_abbreviation_is_a_name_in_capitals_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.has("AS")
    assert not gazetteer.has("As")
    assert gazetteer.find("AS")[0].country == "US"


@pytest.mark.parametrize("name", ["Al-Dana", "Ad-Dana", "ad-Danaa"])
def test_arabic_articles_are_one(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.find(name) or gazetteer.find_near(name)
    assert [f.name for f in found] == ["Ad Dānā"]


@pytest.mark.parametrize("name", ["Khan Syaikhun", "Khan Sheikhoun", "Khan Sheykhun"])
def test_other_spellings_of_an_arabic_name_are_near(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == []
    assert [found.name for found in gazetteer.find_near(name)] == ["Khān Shaykhūn"]


def test_a_different_name_is_not_near(gazetteer: Gazetteer) -> None:
    assert gazetteer.find_near("Khan Syaikhan") == []


def test_a_name_in_another_script_is_near(gazetteer: Gazetteer) -> None:
    assert [found.name for found in gazetteer.find_near("خان شيخون")] == ["Khān Shaykhūn"]


def test_names_are_near_only_in_the_countries_asked_for(gazetteer: Gazetteer) -> None:
    assert gazetteer.find_near("خان شيخون", {"IQ"}) == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Suriah", "SY"),
        ("Syrian", "SY"),
        ("سوريا", "SY"),
        ("Arab Saudi", "SA"),
        ("Türkiye", "TR"),
        ("Korea Utara", "KP"),
        ("AS", "US"),
        ("Palestina", "PS"),
        ("السودانيين", "SD"),
        ("التايوانية", "TW"),
        ("Paraguayans", "PY"),
        ("Idlib", None),
    ],
)
def test_countries_are_known_by_name_and_people(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.country(word) == code


def test_countries_and_capitals_may_stand_for_governments(gazetteer: Gazetteer) -> None:
    assert gazetteer.governments["ankara"] == "TR"
    assert gazetteer.governments["gedung putih"] == "US"
    assert gazetteer.governments["suriah"] == "SY"
    assert gazetteer.governments["كييف"] == "UA"
    assert gazetteer.governments["yaounde"] == "CM"
    assert "idlib" not in gazetteer.governments


def test_threads_may_share_a_gazetteer(gazetteer: Gazetteer) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(gazetteer.has, ["Idlib", "Tripoli"] * 200))


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_a_gazetteer_survives_a_fork(gazetteer: Gazetteer) -> None:
    assert gazetteer.has("Idlib")
    child = os.fork()
    if child == 0:
        os._exit(0 if gazetteer.has("Idlib") else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_a_broken_index_is_reported_by_its_path(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database" * 100)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite"):
        Gazetteer(broken).has("Idlib")


def test_two_entries_of_one_geonames_id_are_one_place(tmp_path: Path) -> None:
    first = place("Old", "SY", population=900, admin1="Idlib", geonames=7)
    second = place("New", "SY", geonames=7, lat=3.0)
    merged = Gazetteer.of(tmp_path / "merged.sqlite", [(first, ("Byname",)), (second, ())])
    assert merged.find("Old") == merged.find("New") == merged.find("Byname")
    (found,) = merged.find("New")
    assert (found.lat, found.population, found.admin1) == (3.0, 900, "Idlib")


def test_an_index_is_plain_sqlite(gazetteer: Gazetteer, tmp_path: Path) -> None:
    Gazetteer.of(tmp_path / "plain.sqlite", FEW)
    with sqlite3.connect(tmp_path / "plain.sqlite") as connection:
        (count,) = connection.execute("SELECT count(*) FROM places").fetchone()
    connection.close()
    assert count == len(FEW)


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Kafr Nabudah", "SY", "town"),
        ("Nduga", "ID", "admin2"),
        ("Papua Pegunungan", "ID", "admin1"),
        ("Damaskus", "SY", "town"),
        ("Kairo", "EG", "town"),
        ("Ghutah Timur", "SY", "region"),
        ("Tepi Barat", "PS", "region"),
        ("Laut China Selatan", None, "region"),
        ("Suriah", "SY", "country"),
    ],
)
def test_the_shipped_gazetteer_knows(name: str, country: str | None, precision: str) -> None:
    found = Gazetteer.shipped().find(name)[0]
    assert (found.country, found.precision) == (country, precision)


def test_all_38_provinces_and_514_regencies_of_indonesia_are_there() -> None:
    from riwayat.world.places import read_places
    from riwayat.world.tables import shipped

    found = [p for p, _ in read_places(shipped("regions.csv")) if p.country == "ID"]
    assert sum(p.precision == "admin1" for p in found) == 38
    assert sum(p.precision == "admin2" for p in found) == 514
