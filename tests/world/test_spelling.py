"""Arabic names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.world.spelling import adjective_forms, sounds, with_plain_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jisr al-Syughur", "Jisr ash-Shughour"),
        ("Ghutah", "Ghouta"),
        ("Suwaida", "Suweida"),
        ("al-Julani", "Al-Jaulani"),
        ("Ahmad asy-Syara", "Ahmed al-Sharaa".replace("Ahmed", "Ahmad")),
        ("Qusair", "Kusayr"),
        ("Muhammad", "Muhamad"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Hussein"), ("al-Jaulani", "al-Adnani"), ("Douma", "Dama"), ("Saraqib", "Sarmin")],
)
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


def test_other_scripts_and_very_short_names_have_no_sound() -> None:
    assert sounds("حلب") is None
    assert sounds("Al-Bab") is None


def test_articles_come_to_one_form_except_as_a_name() -> None:
    assert with_plain_article("deir ez zor") == "deir al zor"
    assert with_plain_article("ash") == "ash"


@pytest.mark.parametrize("form", ["سوري", "سورية", "السوري", "السورية", "السوريين", "السوريون", "سوريات"])
def test_an_arabic_adjective_has_its_forms(form: str) -> None:
    assert form in adjective_forms("سوري")


def test_an_adjective_of_two_words_is_inflected_in_both() -> None:
    assert "الكورية الجنوبية" in adjective_forms("كوري جنوبي")


@pytest.mark.parametrize("word", ["Syrian", "روس", ""])
def test_other_words_have_no_further_forms(word: str) -> None:
    assert adjective_forms(word) == (word,)


@given(st.text())
def test_anything_can_be_asked_how_it_sounds(name: str) -> None:
    sounds(name)
