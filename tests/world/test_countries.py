"""The table of countries."""

from __future__ import annotations

from riwayat.text.folding import fold
from riwayat.world.countries import shipped_countries


def test_codes_are_sorted_and_each_comes_once() -> None:
    codes = [country.code for country in shipped_countries()]
    assert codes == sorted(set(codes))
    assert len(codes) > 240


def test_no_name_belongs_to_two_countries() -> None:
    owners: dict[str, str] = {}
    for country in shipped_countries():
        for name in {fold(n) for n in (country.name, *country.names, *country.governments)}:
            assert owners.setdefault(name, country.code) == country.code, name


def test_every_country_has_an_arabic_name() -> None:
    for country in shipped_countries():
        assert any("\u0600" <= name[0] <= "\u06ff" for name in country.names), country.name


def test_no_people_is_of_two_countries() -> None:
    owners: dict[str, str] = {}
    for country in shipped_countries():
        for demonym in country.demonyms:
            assert owners.setdefault(fold(demonym), country.code) == country.code, demonym


def test_a_country_is_a_place_too() -> None:
    syria = next(country for country in shipped_countries() if country.code == "SY").place()
    assert syria.precision == "country"
    assert syria.geonames == 163843
    assert 32 < syria.lat < 38
