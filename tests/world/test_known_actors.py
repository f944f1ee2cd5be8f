"""Known actors and their table."""

from __future__ import annotations

import re
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


def test_the_actors_of_current_conflicts_are_there(actors: KnownActors) -> None:
    assert sum(actor.type != "state" for actor in actors) > 1400
    assert {"SY", "PS", "SD", "UA", "MM", "CD", "HT", "ID", "EH"} <= {actor.country for actor in actors}


_INDONESIAN = frozenset(
    (
        "angkatan",
        "badan",
        "dan",
        "dewan",
        "gerakan",
        "jaringan",
        "kelompok",
        "kementerian",
        "kepolisian",
        "kantor",
        "komando",
        "komite",
        "komisi",
        "koran",
        "lembaga",
        "majelis",
        "militer",
        "organisasi",
        "pasukan",
        "pemerintah",
        "partai",
        "penjaga",
        "pembebasan",
        "tentara",
        "untuk",
    )
)
_ENGLISH = frozenset(
    (
        "agency",
        "and",
        "army",
        "authority",
        "command",
        "commission",
        "committee",
        "council",
        "defence",
        "defense",
        "department",
        "for",
        "forces",
        "government",
        "ministry",
        "movement",
        "network",
        "newspaper",
        "of",
        "party",
        "police",
        "the",
        "union",
    )
)


def _languages(actor: Actor) -> set[str]:
    """Languages in which a name of the actor may stand; one without a telling word may in both."""
    found = set()
    for name in actor.names:
        parts = set(fold(name).split())
        if any("\u0600" <= letter <= "\u06ff" for letter in name):
            found.add("ar")
        elif parts & _INDONESIAN or not parts & _ENGLISH:
            found.add("id")
        if name.isascii() and not parts & _INDONESIAN:
            found.add("en")
    return found


def test_actors_have_names_in_indonesian_english_and_arabic(actors: KnownActors) -> None:
    """Bodies of Indonesia, and outlets that do not write Arabic, may have no Arabic name in use."""
    for actor in actors:
        needed = {"id", "en"} if actor.country == "ID" or actor.type == "outlet" else {"id", "en", "ar"}
        assert needed <= _languages(actor) | ({"id"} if actor.type in ("outlet", "agency") else set()), actor


def test_wikidata_items_are_items_and_each_belongs_to_one(actors: KnownActors) -> None:
    items = [actor.wikidata for actor in actors if actor.wikidata]
    assert len(items) == len(set(items))
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)


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
    adnani, jaulani = actors.find("Abu Muhammad al-Adnani"), actors.find("Abu Muhammad al-Jaulani")
    assert adnani is not None
    assert adnani != jaulani
    assert actors.find("Hussein Soufan") is None


def test_a_short_abbreviation_is_found_by_capitals_only(actors: KnownActors) -> None:
    assert actors.find("PAN") is not None
    assert actors.find("Pan") is None
    assert actors.find("Tni") is None
    assert actors.find("Nato") == actors.find("NATO") is not None


def test_a_name_in_capitals_is_the_same_name(actors: KnownActors) -> None:
    assert actors.find("TALIBAN") == actors.find("Taliban") is not None
