"""Actors, narrators, outlets and places over HTTP."""

from __future__ import annotations

from collections import Counter

from tests.site.api.test_happenings import printed
from tests.site.conftest import Site

PRIVATE = ("Salma Darwish", "Salma")
"""People whom the example story names without an office."""


def test_an_actor_is_told_of_as_the_command_line_does(site: Site) -> None:
    (wanted,) = printed(site, "who", "Liwa al-Sarwah")
    shown = site.get("/api/actors/Liwa al-Sarwah", most="200").json()
    assert shown["names"] == wanted["names"]
    assert shown["deeds"] == wanted["deeds"]
    assert shown["counts"] == {name: len(wanted[name]) for name in shown["counts"]}


def test_an_actor_has_its_names_in_every_script(site: Site) -> None:
    by_latin, by_arabic = (
        site.get(f"/api/actors/{name}").json() for name in ("Liwa al-Sarwah", "لواء السروة")
    )
    assert by_latin == by_arabic


def test_of_each_part_come_the_latest(site: Site) -> None:
    every, few = (site.get("/api/actors/Liwa al-Sarwah", most=most).json() for most in ("200", "2"))
    assert few["said_of"] == every["said_of"][-2:]
    assert few["counts"] == every["counts"]


def test_of_a_private_person_it_says_what_it_says_of_nobody(site: Site) -> None:
    text = site.get("/api/happenings").text
    assert "[a person]" in text
    nobody = site.get("/api/actors/Nobody Whosoever")
    assert nobody.status_code == 404
    for part in ("actors", "sources"):
        for private in PRIVATE:
            answer = site.get(f"/api/{part}/{private}")
            assert (answer.status_code, answer.json()) == (404, nobody.json())


def test_narrators_are_counted_and_told_of_one_by_one(site: Site) -> None:
    wanted = printed(site, "sources")
    listed = site.get("/api/sources").json()["items"]
    assert [one["name"] for one in listed] == [one["name"] for one in wanted]
    assert [one["counts"]["rests"] for one in listed] == [len(one["rests"]) for one in wanted]
    agencies = site.get("/api/sources", kind="outlet").json()["items"]
    assert agencies == [one for one in listed if one["kind"] == "outlet"]
    (record,) = printed(site, "sources", "KABAR LEMBAH")
    assert site.get("/api/sources/KABAR LEMBAH", most="200").json()["rests"] == record["rests"]


def test_pages_of_narrators_make_the_whole_list(site: Site) -> None:
    found, address = [], "/api/sources?limit=3"
    while address:
        page = site.get(address).json()
        found += page["items"]
        address = page["next"]
    assert found == site.get("/api/sources").json()["items"]


def test_an_outlet_says_whom_it_repeats(site: Site) -> None:
    outlets = {
        one["number"]: site.get(f"/api/outlets/{one['number']}").json()
        for one in site.get("/api/outlets").json()["items"]
    }
    assert len(outlets) == 8
    pairs = {(one["number"], other["number"]) for one in outlets.values() for other in one["repeats"]}
    assert pairs == {
        (other["number"], one["number"]) for one in outlets.values() for other in one["repeated_by"]
    }
    assert pairs
    assert all(one["standing"]["told"] >= one["standing"]["borne_out"] for one in outlets.values())


def test_a_place_has_its_spellings_and_its_happenings(site: Site) -> None:
    shown = site.get("/api/places/Kafr Sarwa").json()
    assert len(shown["names"]) > 1
    assert shown["happenings"] == len(site.get("/api/happenings", place="Kafr Sarwa").json()["items"]) > 0
    listed = {one["name"]: one["happenings"] for one in site.get("/api/places").json()["items"]}
    happenings = site.get("/api/happenings").json()["items"]
    assert listed == Counter(one["place"] for one in happenings if one["place"])
    assert site.get("/api/places/Nowhere").status_code == 404
