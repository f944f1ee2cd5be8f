"""Which known actors a report names."""

from __future__ import annotations

import pytest

from riwayat.grounding.actors import known_actors
from riwayat.model import Entity, EntityType, Outlet, Reading, Report, Span
from riwayat.world.actors import Actor, KnownActors

ACTORS = KnownActors(
    [
        Actor("hts", "group", "group", ("HTS", "Hai'ah Tahrir Syam"), "SY"),
        Actor("leader", "person", "person", ("Abu Muhammad al-Jaulani", "al-Jaulani"), "SY"),
        Actor("other-leader", "person", "person", ("Zaid Rahman", "Zaid"), "SY"),
        Actor("paper", "outlet", "outlet", ("Harian Pagi",), "ID", domain="harianpagi.id"),
        Actor("wire", "agency", "agency", ("Wire",), "ID"),
        Actor("syria", "state", "official", ("Syria", "Suriah", "Damaskus"), "SY"),
        Actor("one", "group", "group", ("Front",), shared=("Front",)),
        Actor("two", "group", "group", ("Front",), shared=("Front",)),
    ]
)


def known(type: EntityType, *names: str, outlet: Outlet | None = None, public: bool | None = None) -> Entity:
    """An entity with these names after its known actor is looked up."""
    mentions = tuple(Span(i * 100, i * 100 + len(name), name) for i, name in enumerate(names))
    entity = Entity("e1", type, max(names, key=len), mentions, public=public)
    report = Report("sha256:0", None, None, outlet or Outlet(None), None, "id", None, None, (), (), (), "")
    return known_actors(Reading(1, report, (entity,), (), (), ()), ACTORS).entities[0]


def test_a_group_is_known_by_any_of_its_names() -> None:
    assert known("group", "Hai’ah Tahrir Syam").known_as == "hts"
    assert known("group", "Hay'at Tahrir al-Sham Alliance", "HTS").known_as == "hts"


def test_a_known_person_is_public() -> None:
    entity = known("person", "Abu Muhammad al-Jaulani", "al-Jaulani", public=False)
    assert (entity.known_as, entity.public) == ("leader", True)


def test_another_spelling_of_an_arabic_name_is_known() -> None:
    assert known("person", "Abu Mohammad Al-Julani".replace("Mohammad", "Muhamad")).known_as == "leader"


def test_a_known_actor_is_found_in_another_script_and_scheme() -> None:
    assert known("person", "أبو محمد الجولاني").known_as == "leader"
    assert known("person", "Ebu Muhammed el-Colani").known_as == "leader"
    assert known("group", "هيئة تحرير الشام").known_as == "hts"


def test_another_with_a_name_like_that_of_a_known_person_is_not_he() -> None:
    assert known("person", "Abu Muhammad al-Adnani").known_as is None
    assert known("person", "Muhammad al-Jaulani").known_as is None


def test_an_unknown_person_stays_as_he_was() -> None:
    entity = known("person", "Budi Santoso", public=None)
    assert (entity.known_as, entity.public) == (None, None)


def test_a_first_name_shared_with_a_known_person_makes_nobody_known() -> None:
    assert known("person", "Zaid Effendi", "Zaid").known_as is None


def test_a_known_name_of_another_type_does_not_count() -> None:
    assert known("person", "HTS").known_as is None
    assert known("group", "al-Jaulani").known_as is None
    assert known("place", "Suriah").known_as is None


@pytest.mark.parametrize("name", ["Suriah", "Damaskus", "pemerintah Suriah", "Rezim Suriah"])
def test_a_state_is_known_by_its_name_its_capital_and_its_government(name: str) -> None:
    assert known("group", name).known_as == "syria"


def test_an_agency_may_be_named_as_an_outlet_or_as_a_group() -> None:
    assert known("outlet", "Wire").known_as == "wire"
    assert known("group", "Wire").known_as == "wire"


def test_a_name_that_two_known_actors_share_is_left_alone() -> None:
    assert known("group", "Front").known_as is None


def test_names_of_different_actors_in_one_entity_are_left_alone() -> None:
    assert known("group", "HTS", "Suriah").known_as is None


def test_the_publishing_outlet_is_known_by_its_site() -> None:
    assert known("outlet", "HP Online", outlet=Outlet("HP Online", "harianpagi.id")).known_as == "paper"
    assert known("outlet", "Someone Else", outlet=Outlet("HP Online", "harianpagi.id")).known_as is None
