"""Which place a report means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from riwayat.grounding.places import place_entities
from riwayat.model import Entity, EntityType, Outlet, PlaceRef, Reading, Report, Span
from riwayat.world.gazetteer import Gazetteer, Place


def reading(text: str, title: str | None = None, language: str = "id", **names: list[str]) -> Reading:
    """A reading of `text` in which the names given, by type, are entities; `A/B` are forms of one."""
    entities: list[Entity] = []
    kinds: tuple[EntityType, ...] = ("place", "group", "person")
    for kind in kinds:
        for forms in names.get(kind, []):
            spans = sorted(
                Span(found.start(), found.end(), found.group())
                for form in forms.split("/")
                for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
            )
            assert spans, forms
            longest = max(forms.split("/"), key=len)
            entities.append(Entity(f"e{len(entities) + 1}", kind, longest, tuple(spans)))
    report = Report("sha256:0", None, None, Outlet(None), title, language, None, None, (), (), (), text)
    return Reading(1, report, tuple(entities), (), (), ())


def at(
    name: str,
    country: str | None,
    lat: float,
    lon: float,
    precision: str = "town",
    population: int = 0,
    **more: str,
) -> tuple[Place, tuple[str, ...]]:
    names = tuple(more.pop("names", "").split("|"))
    admin1 = more.pop("admin1", None)
    return Place(name, lat, lon, country, admin1, None, precision, population, None, "test"), names  # type: ignore[arg-type]


WORLD = [
    at("Syria", "SY", 35, 38, "country", names="Suriah"),
    at("Indonesia", "ID", -5, 120, "country"),
    at("Bhutan", "BT", 27, 90, "country"),
    at("France", "FR", 47, 2, "country", names="Prancis"),
    at("Idlib", "SY", 35.93, 36.63, population=128_840, admin1="Idlib"),
    at("Idlib", "SY", 35.77, 36.67, "admin1", 1_445_000),
    at("Tripoli", "LY", 32.89, 13.19, population=1_150_000),
    at("Tripoli", "LB", 34.44, 35.84, population=229_000),
    at("Beirut", "LB", 33.89, 35.50, population=1_916_000),
    at("Paris", "FR", 48.85, 2.35, population=2_138_000),
    at("Paris", "US", 33.66, -95.55, population=25_000),
    at("Paro", "BT", 27.43, 89.41, population=15_000),
    at("Salma", "SY", 35.67, 36.12, "village", 1_500),
    at("Salma", "IN", 20.0, 80.0, population=90_000),
    at("Khān Shaykhūn", "SY", 35.44, 36.65, population=48_975),
    at("Sukamaju", "ID", -2.6, 120.5),
    at("Sukamaju", "ID", -8.6, 119.0),
    at("Nduga", "ID", -4.6, 138.38, "admin2"),
    at("Papua Tengah", "ID", -3.9, 136.4, "admin1"),
    at("Batu", "ID", -7.87, 112.53, population=225_000),
    at("Wetown", "SY", 35.9, 36.6, population=4_000),
    at("Wetown", "SY", 32.6, 36.1, population=4_000),
    at("Washington", "US", 38.9, -77.04, population=689_000),
    at("Washington", "US", 40.7, -89.4, population=16_000),
    at("Washington", "US", 47.4, -122.2, "admin1"),
    at("Islamabad", "PK", 33.72, 73.04, population=601_000),
    at("Anantnag", "IN", 33.73, 75.15, population=159_000, names="Islamabad"),
    at("Delhi", "IN", 28.65, 77.23, population=11_034_000, names="New Delhi"),
    at("New Delhi", "IN", 28.62, 77.21, population=317_000),
    at("Lhop", "BT", 27.1, 89.3, population=3_000),
    at("Laut Merah", None, 20, 38.5, "region"),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.of(tmp_path_factory.mktemp("places") / "world.sqlite", WORLD)


def placed(gazetteer: Gazetteer, read: Reading) -> dict[str, PlaceRef | None]:
    return {entity.name: entity.place for entity in place_entities(read, gazetteer).entities}


def test_a_city_is_meant_where_its_province_has_the_same_name(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Serangan di Idlib, Suriah.", place=["Idlib", "Suriah"]))["Idlib"]
    assert found is not None
    assert (found.precision, found.lat) == ("town", 35.93)


def test_the_word_before_says_that_the_province_is_meant(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Serangan di Provinsi Idlib, Suriah.", place=["Idlib", "Suriah"]))[
        "Idlib"
    ]
    assert found is not None
    assert found.precision == "admin1"


def test_the_word_may_be_part_of_the_name(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Serangan di Provinsi Idlib.", place=["Provinsi Idlib"]))[
        "Provinsi Idlib"
    ]
    assert found is not None
    assert found.precision == "admin1"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Bentrokan di Suriah utara.", "Suriah utara", "SY"),
        ("Bentrokan di Suriah bagian utara.", "Suriah bagian utara", "SY"),
        ("Bentrokan di Idlib barat daya.", "Idlib barat daya", "SY"),
        ("Bentrokan di pinggiran Idlib.", "Idlib", "SY"),
        ("Bentrokan di pinggiran Idlib.", "pinggiran Idlib", "SY"),
    ],
)
def test_a_part_of_a_place_is_a_region_of_it(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    found = placed(gazetteer, reading(text, place=[name]))[name]
    assert found is not None
    assert (found.country, found.precision) == (country, "region")


def test_a_direction_that_belongs_to_a_name_stays(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Gubernur Papua Tengah.", place=["Papua Tengah"]))["Papua Tengah"]
    assert found is not None
    assert found.precision == "admin1"


def test_of_two_homonyms_the_one_in_the_country_the_report_speaks_of_is_meant(gazetteer: Gazetteer) -> None:
    libya = placed(gazetteer, reading("Pasukan di Tripoli, Libya.", place=["Tripoli"], group=["Libya"]))
    lebanon = placed(
        gazetteer, reading("Tentara Lebanon di Tripoli.", place=["Tripoli"], group=["Tentara Lebanon"])
    )
    assert libya["Tripoli"] is not None
    assert libya["Tripoli"].country == "LY"
    assert lebanon["Tripoli"] is not None
    assert lebanon["Tripoli"].country == "LB"


def test_a_place_that_only_one_country_has_speaks_for_that_country(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Dari Beirut ke Tripoli.", place=["Beirut", "Tripoli"]))["Tripoli"]
    assert found is not None
    assert found.country == "LB"


def test_the_headline_speaks_for_a_country_too(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Pasukan masuk Salma.", title="Perang Suriah", place=["Salma"]))[
        "Salma"
    ]
    assert found is not None
    assert found.country == "SY"


def test_a_world_city_needs_no_other_sign(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Ia terbang ke Paris.", place=["Paris"]))["Paris"]
    assert found is not None
    assert found.country == "FR"


def test_a_town_is_not_guessed_from_its_name_alone(gazetteer: Gazetteer) -> None:
    text = "Pesawat dibakar di Distrik Paro, Nduga, Indonesia."
    found = placed(gazetteer, reading(text, place=["Paro", "Nduga", "Indonesia"]))
    assert found["Paro"] is None
    assert found["Nduga"] is not None


def test_villages_of_one_name_that_nothing_tells_apart_stay_null(gazetteer: Gazetteer) -> None:
    text = "Banjir di Desa Sukamaju, Indonesia."
    assert placed(gazetteer, reading(text, place=["Sukamaju", "Indonesia"]))["Sukamaju"] is None


def test_the_nearer_of_two_is_meant(gazetteer: Gazetteer) -> None:
    text = "Serangan di Wetown dekat Idlib, Suriah."
    found = placed(gazetteer, reading(text, place=["Wetown", "Idlib", "Suriah"]))["Wetown"]
    assert found is not None
    assert found.lat == 35.9


def test_an_unknown_name_stays_null(gazetteer: Gazetteer) -> None:
    text = "Serangan di Atlantis, Suriah."
    assert placed(gazetteer, reading(text, place=["Atlantis", "Suriah"]))["Atlantis"] is None


def test_another_spelling_is_taken_where_the_report_speaks_of_the_country(gazetteer: Gazetteer) -> None:
    text = "Serangan di Khan Syaikhun, Suriah."
    with_country = placed(gazetteer, reading(text, place=["Khan Syaikhun", "Suriah"]))["Khan Syaikhun"]
    without = placed(gazetteer, reading("Serangan di Khan Syaikhun.", place=["Khan Syaikhun"]))[
        "Khan Syaikhun"
    ]
    assert with_country is not None
    assert with_country.lat == 35.44
    assert without is None


def test_a_region_may_have_no_country(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Kapal di Laut Merah.", place=["Laut Merah"]))["Laut Merah"]
    assert found is not None
    assert (found.country, found.precision) == (None, "region")


def test_only_places_are_placed_and_the_rest_stays_as_it_was(gazetteer: Gazetteer) -> None:
    before = reading("Pasukan Suriah di Idlib.", place=["Idlib"], group=["Suriah"])
    after = place_entities(before, gazetteer)
    assert after.entities[1] == before.entities[1]
    assert after.report == before.report


def test_a_language_without_word_list_is_placed_by_names_alone(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Angriff in Idlib, Syria.", language="xx", place=["Idlib", "Syria"]))
    assert found["Idlib"] is not None


def test_placing_twice_changes_nothing(gazetteer: Gazetteer) -> None:
    once = place_entities(reading("Dari Beirut ke Tripoli.", place=["Beirut", "Tripoli"]), gazetteer)
    assert place_entities(once, gazetteer) == once


def test_a_report_without_places_is_left_alone(gazetteer: Gazetteer, tmp_path: Path) -> None:
    empty = reading("Tidak ada apa-apa.")
    assert place_entities(empty, gazetteer) == empty


def test_a_capital_named_without_its_country_is_the_capital(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Kata seorang pejabat di Washington.", place=["Washington"]))[
        "Washington"
    ]
    assert found is not None
    assert found.lat == 38.9


def test_a_places_own_name_speaks_for_it(gazetteer: Gazetteer) -> None:
    text = "Pertemuan di Islamabad antara India dan Pakistan."
    found = placed(gazetteer, reading(text, place=["Islamabad"], group=["India", "Pakistan"]))["Islamabad"]
    assert found is not None
    assert found.country == "PK"


def test_two_entries_of_one_city_are_one(gazetteer: Gazetteer) -> None:
    found = placed(gazetteer, reading("Pertemuan di New Delhi, India.", place=["New Delhi"], group=["India"]))
    assert found["New Delhi"] is not None


def test_a_small_town_of_a_country_named_in_passing_is_not_guessed(gazetteer: Gazetteer) -> None:
    text = "Di Suriah, Suriah dan lagi Suriah, bukan Bhutan: Suriah, Suriah, Suriah. Serangan di Lhop."
    assert placed(gazetteer, reading(text, place=["Suriah", "Bhutan", "Lhop"]))["Lhop"] is None


def test_a_row_of_provinces_is_a_row_of_provinces(gazetteer: Gazetteer) -> None:
    text = "Fighting spread in the provinces of Paro and Idlib. Syria kept silent."
    found = placed(gazetteer, reading(text, language="en", place=["Paro", "Idlib", "Syria"]))["Idlib"]
    assert found is not None
    assert found.precision == "admin1"


def test_the_word_behind_a_name_says_what_it_is(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Idlib province, Syria said."
    found = placed(gazetteer, reading(text, language="en", place=["Idlib", "Syria"]))["Idlib"]
    assert found is not None
    assert found.precision == "admin1"


def test_a_name_in_another_script_is_tied_in_a_country_the_report_speaks_of(gazetteer: Gazetteer) -> None:
    text = "قصفت طائرات بلدة خان شيخون في سوريا."
    found = placed(gazetteer, reading(text, language="ar", place=["خان شيخون", "سوريا"]))["خان شيخون"]
    assert found is not None
    assert (found.country, found.precision) == ("SY", "town")


def test_a_name_in_another_script_stays_open_where_no_country_is_spoken_of(gazetteer: Gazetteer) -> None:
    read = reading("قصفت طائرات خان شيخون.", language="ar", place=["خان شيخون"])
    assert placed(gazetteer, read)["خان شيخون"] is None
