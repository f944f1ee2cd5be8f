"""Places held against gold's: right, wrong, left open."""

from __future__ import annotations

from typing import Any

import pytest

from riwayat.model import Entity, PlaceRef, Span
from riwayat_eval.places import Ties, ties

HOMS, HAMA = 169577, 170017


def place(
    name: str, geonames: int | None = None, at: tuple[float, float] = (0, 0), country: str = "SY"
) -> Entity:
    ref = PlaceRef(geonames, *at, country, "town") if geonames or any(at) else None
    return Entity("e1", "place", name, (Span(0, len(name), name),), place=ref)


def counted(gold: dict[str, Any], *found: Entity) -> Ties:
    return ties({"places": [gold]}, found)[0]


def homs(geonames: int | None = HOMS) -> dict[str, Any]:
    return {"name": "Homs", "also": [], "country": "SY", "geonames": geonames}


def test_a_place_is_right_by_its_identifier() -> None:
    assert counted(homs(), place("Homs", HOMS, (34.7, 36.7))).right == 1


def test_a_place_is_right_by_a_point_nearby() -> None:
    assert counted(homs(), place("Homs", 1, (34.75, 36.75))).right == 1


def test_a_place_elsewhere_is_wrong() -> None:
    found = counted(homs(), place("Homs", HAMA, (35.1, 36.7)))
    assert (found.wrong, found.n, found.sound) == (1, 1, 0.0)


@pytest.mark.parametrize("entities", [(), (place("Homs"),), (place("Hama", HAMA, (35.1, 36.7)),)])
def test_a_place_not_found_or_not_tied_is_open(entities: tuple[Entity, ...]) -> None:
    found = counted(homs(), *entities)
    assert (found.open, found.sound) == (1, 1.0)


def test_a_place_without_identifier_counts_only_where_it_is_tied_abroad() -> None:
    at_home = counted(homs(None), place("Homs", 1, (34.7, 36.7)))
    abroad = counted(homs(None), place("Homs", 1, (34.7, 36.7), "LB"))
    assert (at_home.n, at_home.sound) == (0, 1.0)
    assert (abroad.n, abroad.sound) == (0, 0.0)
