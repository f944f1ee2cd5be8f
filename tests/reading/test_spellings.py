from __future__ import annotations

from riwayat.model import Entity, EntityType, Span
from riwayat.reading.entities import gather_entities
from riwayat.reading.markup import Mention


def entities(type: EntityType, *names: str) -> list[list[str]]:
    """The names of each entity of a report that mentions these names, in order."""
    mentions = [Mention(Span(i * 100, i * 100 + len(name), name), type) for i, name in enumerate(names)]
    found: tuple[Entity, ...]
    found, _ = gather_entities(mentions, lambda name: None, frozenset(), {})
    return [[mention.text for mention in entity.mentions] for entity in found]


def test_spellings_of_one_man_are_one_entity() -> None:
    names = ("Abu Muhammad al-Jaulani", "al-Julani", "Abu Mohammed al-Golani", "الجولاني")
    assert entities("person", *names) == [list(names)]


def test_men_who_share_a_family_name_stay_two() -> None:
    assert len(entities("person", "Bashar al-Assad", "Maher al-Assad")) == 2
    assert len(entities("person", "Hassan Nasrallah", "Hussein Nasrallah")) == 2


def test_a_short_spelling_that_fits_two_men_is_neither() -> None:
    names = ("Abu Umar al-Syisyani", "Abu Yusuf al-Syisyani", "al-Shishani")
    assert len(entities("person", *names)) == 3


def test_an_arabic_abbreviation_is_the_group_it_is_of() -> None:
    assert entities("group", "هيئة تحرير الشام", "هتش") == [["هيئة تحرير الشام", "هتش"]]


def test_a_ministry_and_its_country_stay_two() -> None:
    assert len(entities("group", "Kementerian Pertahanan Azerbaijan", "Azerbaijan")) == 2


def test_a_town_and_what_is_called_after_it_stay_two() -> None:
    assert len(entities("place", "Gaza", "Kota Gaza")) == 2
    assert len(entities("place", "Al-Lathamina", "Al-Lathaminah")) == 1
