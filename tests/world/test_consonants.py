"""Keys that spellings of one name share."""

from __future__ import annotations

import pytest

from riwayat.world.consonants import consonant_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كلبجار", "Kalbajar"),
        ("لاتشين", "Laçın"),
        ("بورت أو برنس", "Port-au-Prince"),
        ("كوكس بازار", "Cox’s Bāzār"),
        ("الخفجي", "Al Khafjī"),
        ("Maarat al-Nuaman", "Ma‘arrat an Nu‘mān"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert set(consonant_keys(one)) & set(consonant_keys(other))


@pytest.mark.parametrize(("one", "other"), [("حمص", "Hama"), ("دوريس", "Tirana"), ("كارفور", "Kenscoff")])
def test_different_names_share_none(one: str, other: str) -> None:
    assert not set(consonant_keys(one)) & set(consonant_keys(other))


def test_a_name_with_hardly_a_consonant_has_no_key() -> None:
    assert consonant_keys("Aua") == consonant_keys("") == ()
