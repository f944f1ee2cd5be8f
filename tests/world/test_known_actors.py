"""Known actors and their table."""

from __future__ import annotations

from collections import defaultdict

import pytest

from riwayat.text.folding import fold
from riwayat.world.actors import Actor, KnownActors


@pytest.fixture(scope="module")
def actors() -> KnownActors:
    return KnownActors.shipped()


def test_ids_are_slugs_and_the_table_is_sorted_by_them(actors: KnownActors) -> None:
    ids = [actor.id for actor in actors if actor.type != "state"]
    assert ids == sorted(set(ids))
    assert all(fold(i.replace("-", " ")).replace(" ", "-") == i for i in ids)


def test_nobody_is_controlled_by_somebody_unknown_or_by_himself(actors: KnownActors) -> None:
    for actor in actors:
        seen = {actor.id}
        while actor.controlled_by:
            controller = actors.get(actor.controlled_by)
            assert controller is not None, actor.id
            assert controller.id not in seen, actor.id
            seen.add(controller.id)
            actor = controller


def test_a_name_belongs_to_one_actor_of_a_type_unless_both_say_they_share_it(actors: KnownActors) -> None:
    owners: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in actors:
        for key in {fold(name) for name in actor.names}:
            owners[actor.type, key].append(actor)
    for (_, key), sharing in owners.items():
        if len(sharing) > 1:
            for actor in sharing:
                assert key in {fold(name) for name in actor.shared}, (key, [a.id for a in sharing])


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("HTS", "hayat-tahrir-al-sham"),
        ("Ahrar Syam", "ahrar-al-sham"),
        ("Jaisyul Izzah", "jaysh-al-izza"),
        ("Jaisyul Ahrar", "jaysh-al-ahrar"),
        ("Suqour Syam", "suqour-al-sham"),
        ("هيئة تحرير الشام", "hayat-tahrir-al-sham"),
        ("Abu Muhammad Al Jaulani", "abu-muhammad-al-jaulani"),
        ("Ahmed al-Shara'", "abu-muhammad-al-jaulani"),
        ("TPNPB-OPM", "tpnpb-opm"),
        ("Gedung Putih", "white-house"),
        ("Suriah", "syria"),
        ("Ankara", "turkey"),
        ("Arabi21.com", "arabi21"),
        ("KIBLAT.NET", "kiblat"),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(actors: KnownActors, name: str, identifier: str) -> None:
    found = actors.find(name)
    assert found is not None
    assert found.id == identifier


def test_a_name_that_two_actors_share_finds_neither_unless_the_type_settles_it(actors: KnownActors) -> None:
    assert actors.find("RSF") is None
    two = KnownActors(
        [
            Actor(id="one", type="group", narrator="group", names=("Sana",)),
            Actor(id="two", type="agency", narrator="agency", names=("SANA",)),
        ]
    )
    assert two.find("Sana") is None
    found = two.find("Sana", "agency")
    assert found is not None
    assert found.id == "two"


def test_outlets_agencies_and_groups_are_told_apart(actors: KnownActors) -> None:
    assert actors.is_agency("AFP")
    assert not actors.is_outlet("AFP")
    assert actors.is_outlet("Al-Jazeera")
    assert not actors.is_outlet("HTS")
    assert not actors.is_agency("Nobody's News")


def test_an_actor_is_found_by_its_site(actors: KnownActors) -> None:
    found = actors.at_domain("WWW.antaranews.com")
    assert found is not None
    assert found.type == "agency"


def test_near_names_of_different_people_stay_apart(actors: KnownActors) -> None:
    assert actors.find("Abu Muhammad al-Adnani") is None
    assert actors.find("Hussein Soufan") is None


def test_a_short_abbreviation_is_found_by_capitals_only(actors: KnownActors) -> None:
    assert actors.find("PAN") is not None
    assert actors.find("Pan") is None
    assert actors.find("Tni") is None
    assert actors.find("Nato") == actors.find("NATO") is not None


def test_a_name_in_capitals_is_the_same_name(actors: KnownActors) -> None:
    assert actors.find("TALIBAN") == actors.find("Taliban") is not None
