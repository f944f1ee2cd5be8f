from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from followthemoney import model
from tests.exports.made import PRIVATE, SPOKESMAN, exported


def _entities(*, unmask: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("ftm", unmask=unmask).splitlines()]


@pytest.mark.parametrize("unmask", [False, True])
def test_followthemoney_takes_every_entity_with_every_value(unmask: bool) -> None:
    for entity in _entities(unmask=unmask):
        schema = model.get(entity["schema"])
        schema.validate(entity)
        proxy = model.get_proxy(entity)
        for name, values in entity["properties"].items():
            assert proxy.get(name) == values
            assert all(schema.properties[name].type.validate(value) for value in values), (name, values)


def test_entities_point_at_entities_of_the_right_sort() -> None:
    proxies = {entity["id"]: model.get_proxy(entity) for entity in _entities()}
    links = [
        (property, value)
        for proxy in proxies.values()
        for property, value in proxy.itervalues()
        if property.type.name == "entity"
    ]
    assert links
    for property, value in links:
        assert proxies[value].schema.is_a(property.range), (property.name, value)


def test_each_entity_is_written_once() -> None:
    assert set(Counter(entity["id"] for entity in _entities()).values()) == {1}


def test_spellings_of_one_party_are_one_entity() -> None:
    groups = [e["properties"] for e in _entities() if e["schema"] == "Organization"]
    assert {"name": ["Katibah Zaitun"], "alias": ["Katibat Zaytun"]} in groups


def test_a_place_that_acts_is_its_government() -> None:
    (government,) = [e["properties"] for e in _entities() if e["schema"] == "LegalEntity"]
    assert government == {"name": ["Ankara"], "alias": ["أنقرة"]}


def test_a_spokesman_belongs_to_his_group() -> None:
    by_id = {entity["id"]: entity["properties"] for entity in _entities()}
    (membership,) = [e["properties"] for e in _entities() if e["schema"] == "Membership"]
    assert by_id[membership["member"][0]]["name"] == [SPOKESMAN]
    assert by_id[membership["organization"][0]]["name"] == ["Liwa al-Rabwah"]
    assert membership["role"] == ["juru bicara"]


def test_private_people_have_no_entity() -> None:
    def people(*, unmask: bool) -> set[str]:
        entities = _entities(unmask=unmask)
        return {e["properties"]["name"][0] for e in entities if e["schema"] == "Person"}

    assert people(unmask=False) == {SPOKESMAN}
    assert people(unmask=True) == {SPOKESMAN, PRIVATE}
