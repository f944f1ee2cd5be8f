from __future__ import annotations

from riwayat.names import NameIndex
from riwayat.world.actors import KnownActors


def test_things_are_found_by_other_spellings_of_their_names_in_any_script() -> None:
    people = NameIndex("person", [("Abu Muhammad al-Jaulani", 1), ("Abu Muhammad al-Adnani", 2)])
    assert [thing for thing, _ in people.find("أبو محمد الجولاني")] == [1]
    assert [thing for thing, _ in people.find("Ebu Muhammed el-Adnani")] == [2]
    assert people.find("Hassan Nasrallah") == []


def test_groups_are_found_by_abbreviation_and_by_meaning() -> None:
    groups = NameIndex("group", [("Hay'at Tahrir al-Sham", 1), ("Syrian National Army", 2)])
    assert [thing for thing, _ in groups.find("هتش")] == [1]
    assert [thing for thing, _ in groups.find("Tentara Nasional Suriah")] == [2]


def test_known_people_are_found_by_each_of_their_names_as_by_comparing_with_all() -> None:
    people = [
        (name, actor.id) for actor in KnownActors.shipped() if actor.type == "person" for name in actor.names
    ]
    index = NameIndex("person", people)
    assert all(actor in {found for found, _ in index.find(name)} for name, actor in people)
