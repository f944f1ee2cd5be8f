"""Actors that the user added, beside those that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwayat.world.actors import Actor, KnownActors
from riwayat.world.own_actors import add_actors, known, own_actors, remove_actors, table, with_own

HEAD = "id,name,type,country,controlled_by,wikidata\n"
pytestmark = pytest.mark.usefixtures("own_home")


def file(tmp_path: Path, *rows: str, name: str = "mine.csv") -> Path:
    path = tmp_path / name
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_without_additions_the_shipped_actors_are_known() -> None:
    assert known() is KnownActors.shipped()
    assert own_actors() == ()


def test_what_was_added_is_known_by_any_name(tmp_path: Path) -> None:
    done = add_actors(file(tmp_path, "rabwah,Liwa al-Rabwah|لواء الربوة,group,SY,,"))
    assert (done.new, done.faults) == (1, [])
    found = known().find("لواء الربوة")
    assert found is not None
    assert found.id == "rabwah"
    assert KnownActors.shipped().find("Liwa al-Rabwah") is None


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    path = file(tmp_path, "rabwah,Liwa al-Rabwah,group,SY,,")
    add_actors(path)
    before = table().read_bytes()
    done = add_actors(path)
    assert (done.new, done.changed, done.same) == (0, 0, 1)
    assert table().read_bytes() == before


def test_other_facts_under_one_id_take_the_place_of_the_old(tmp_path: Path) -> None:
    add_actors(file(tmp_path, "rabwah,Liwa al-Rabwah,group,SY,,"))
    done = add_actors(file(tmp_path, "rabwah,Brigade Rabwah,group,SY,,", name="later.csv"))
    assert (done.new, done.changed) == (0, 1)
    assert [(own.actor.names, own.file) for own in own_actors()] == [(("Brigade Rabwah",), "later.csv")]


def test_good_rows_are_kept_beside_faulty_ones(tmp_path: Path) -> None:
    done = add_actors(
        file(
            tmp_path,
            ",Katibah Zaitun,group,SY,nobody,",
            ",Liwa al-Rabwah,tribe,SY,,",
            "zaitun-tv,Zaitun TV,outlet,SY,rabwah,",
            "rabwah,Liwa al-Rabwah,group,SY,,",
            "hamas,Somebody Else,person,SY,,",
        )
    )
    assert done.new == 2
    assert [fault.line for fault in done.faults] == [2, 3, 6]
    assert {own.actor.id for own in own_actors()} == {"rabwah", "zaitun-tv"}


def test_a_shipped_actor_gains_names_and_keeps_its_identifier(tmp_path: Path) -> None:
    add_actors(
        file(
            tmp_path,
            "NK-1,Reuters|Reuters Plc,group,GB,,",
            "NK-2,Thomson Wire,group,,,Q130879",
            "NK-3,Hamas|Harakat Perlawanan Fulan,group,PS,,",
        )
    )
    for name, identifier in (
        ("Reuters Plc", "reuters"),
        ("Thomson Wire", "reuters"),
        ("Harakat Perlawanan Fulan", "hamas"),
    ):
        found = known().find(name)
        assert found is not None
        assert found.id == identifier
    assert known().get("NK-1") is None


def test_a_name_that_a_shipped_actor_bears_stays_that_actors() -> None:
    shipped = KnownActors([Actor("one", "group", "group", ("Front Rakyat", "FR"), "SY")])
    both = with_own(shipped, [Actor("two", "group", "group", ("Front Raya", "FR"), "SY")])
    found, other = both.find("FR"), both.find("Front Raya")
    assert found is not None
    assert other is not None
    assert (found.id, other.id) == ("one", "two")


def test_a_person_of_another_country_is_another_person() -> None:
    shipped = KnownActors([Actor("one", "person", "person", ("Zaid Rahman",), "SY")])
    both = with_own(shipped, [Actor("two", "person", "person", ("Zaid Rahman",), "ID")])
    assert both.get("two") is not None
    assert both.find("Zaid Rahman") is None


def test_a_file_or_a_name_can_be_removed(tmp_path: Path) -> None:
    add_actors(file(tmp_path, "a,Liwa al-Rabwah,group,SY,,", "b,Katibah Zaitun,group,SY,a,"))
    add_actors(file(tmp_path, "c,Harian Orontes,outlet,SY,,", name="papers.csv"))
    assert [own.actor.id for own in remove_actors("liwa AL-rabwah")] == ["a"]
    left = known().get("b")
    assert left is not None
    assert left.controlled_by is None
    assert [own.actor.id for own in remove_actors("some/folder/papers.csv")] == ["c"]
    assert remove_actors("papers.csv") == []
    assert known().find("Harian Orontes") is None
