"""Files of actors that users bring."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.world.actor_files import ActorFileError, Fault, PassedOver, Row, read_actor_file
from riwayat.world.actors import Actor


def read(tmp_path: Path, text: str, name: str = "mine") -> list[Row]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return [row for _, row in read_actor_file(path)]


def entity(schema: str = "Organization", identifier: str = "NK-1", **properties: list[str]) -> str:
    return json.dumps({"id": identifier, "schema": schema, "properties": properties}) + "\n"


def test_an_entity_gives_an_actor_with_all_its_names(tmp_path: Path) -> None:
    line = entity(name=["Liwa al-Rabwah", "لواء الربوة"], alias=["Brigade|Rabwah"], country=["sy"])
    (actor,) = read(tmp_path, line)
    assert isinstance(actor, Actor)
    assert actor.names == ("Liwa al-Rabwah", "لواء الربوة", "Brigade Rabwah")
    assert (actor.id, actor.type, actor.narrator, actor.country) == ("NK-1", "group", "group", "SY")


@pytest.mark.parametrize(
    ("schema", "type", "narrator"),
    [
        ("Person", "person", "person"),
        ("PublicBody", "group", "official"),
        ("LegalEntity", "group", "group"),
        ("Company", "group", "group"),
    ],
)
def test_the_schema_says_what_it_is(tmp_path: Path, schema: str, type: str, narrator: str) -> None:
    (actor,) = read(tmp_path, entity(schema, name=["Zaid Rahman"]))
    assert isinstance(actor, Actor)
    assert (actor.type, actor.narrator) == (type, narrator)


def test_a_weak_alias_of_one_word_names_no_person_but_may_a_group(tmp_path: Path) -> None:
    person, group = read(
        tmp_path,
        entity("Person", name=["Zaid Rahman"], weakAlias=["Zaid", "Abu Zaid"])
        + entity(name=["A B"], weakAlias=["AB"]),
    )
    assert isinstance(person, Actor)
    assert isinstance(group, Actor)
    assert person.names == ("Zaid Rahman", "Abu Zaid")
    assert group.names == ("A B", "AB")


def test_an_identifier_that_is_a_wikidata_item_is_taken_as_one(tmp_path: Path) -> None:
    by_id, told = read(
        tmp_path, entity(identifier="Q42", name=["A B"]) + entity(name=["C D"], wikidataId=["Q7"])
    )
    assert isinstance(by_id, Actor)
    assert isinstance(told, Actor)
    assert (by_id.wikidata, told.wikidata) == ("Q42", "Q7")


def test_what_is_no_actor_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, entity("Vessel", name=["A B"])) == [PassedOver()]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{nonsense\n", "not a JSON object"),
        ('{"id": "a"}\n', "no schema"),
        ('{"id": "a", "schema": "Person"}\n', "no properties"),
        ('{"schema": "Person", "properties": {"name": ["A"]}}\n', "no id"),
        (entity(), "no name"),
        (entity(name=["…"]), "no name"),
    ],
)
def test_a_faulty_entity_is_told_with_its_line(tmp_path: Path, line: str, why: str) -> None:
    good, bad = read(tmp_path, entity(name=["A B"]) + line)
    assert isinstance(good, Actor)
    assert isinstance(bad, Fault)
    assert bad.line == 2
    assert why in bad.why


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_may_part_its_cells_in_several_ways(tmp_path: Path, delimiter: str) -> None:
    rows = [("name", "type", "country", "narrator"), ("Katibah Zaitun|Zaitun", "group", "sy", "")]
    (actor,) = read(tmp_path, "\ufeff" + "\r\n".join(map(delimiter.join, rows)))
    assert isinstance(actor, Actor)
    assert actor.names == ("Katibah Zaitun", "Zaitun")
    assert (actor.id, actor.type, actor.country) == ("katibah-zaitun", "group", "SY")


def test_a_simple_table_of_open_sanctions_is_understood(tmp_path: Path) -> None:
    head = "id,schema,name,aliases,birth_date,countries\n"
    person, ship = read(
        tmp_path, head + 'NK-1,Person,Zaid Rahman,"Abu Zaid;زيد رحمن",,sy\nNK-2,Vessel,Orontes,,,\n'
    )
    assert isinstance(person, Actor)
    assert person.names == ("Zaid Rahman", "Abu Zaid", "زيد رحمن")
    assert person.country == "SY"
    assert ship == PassedOver()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("X,tribe,,,", "type 'tribe'"),
        (",group,,,", "no name"),
        ("X,group,XX,,", "country 'XX'"),
        ("X,group,,42,", "wikidata '42'"),
        ("X,group,,,choir", "narrator 'choir'"),
        ('"X"Y,group,,,', "not a row"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(tmp_path: Path, row: str, why: str) -> None:
    head = "# mine\nname,type,country,wikidata,narrator\n"
    bad, good = read(tmp_path, f"{head}{row}\nY Z,group,,,\n")
    assert isinstance(bad, Fault)
    assert bad.line == 3
    assert why in bad.why
    assert isinstance(good, Actor)


@pytest.mark.parametrize("content", [b"root:x:0:0\n", b"", b"\xff\xfe\x00PK", b"lat,lon\n1,2\n"])
def test_a_file_of_something_else_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.csv").write_bytes(content)
    with pytest.raises(ActorFileError, match=r"other\.csv"):
        list(read_actor_file(tmp_path / "other.csv"))


@given(st.one_of(st.text(), st.text().map(lambda t: "{" + t), st.text().map(lambda t: "name,type\n" + t)))
def test_any_text_gives_actors_faults_or_one_clear_error(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any")
        path.write_text(text, encoding="utf-8", errors="ignore", newline="")
        try:
            rows = list(read_actor_file(path))
        except ActorFileError:
            return
    for _, row in rows:
        assert not isinstance(row, Actor) or (row.id and all(row.names))
