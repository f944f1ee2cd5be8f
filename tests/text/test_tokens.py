"""Words and marks keep their place, and names, numbers and times stay whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.text.tokens import Token, tokens


def words(text: str) -> list[str]:
    return [t.text for t in tokens(text)]


@pytest.mark.parametrize(
    "word",
    [
        "al-Jaulani", "Ma'arat", "Hay’at", "faksi-faksi", "Arabi21.com", "www.kabar.co.id", "S.H.", "1.200", "12,5",
        "05.30", "27/05/2019", "14:30", "1980-an", "HTS", "é", "سوريا",
    ],
)  # fmt: skip
def test_one_word_is_one_token(word: str) -> None:
    assert words(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar ditutup.", ["Pasar", "ditutup", "."]),
        ("Al-Jaulani (HTS),", ["Al-Jaulani", "(", "HTS", ")", ","]),
        ('"Ya," katanya', ['"', "Ya", ",", '"', "katanya"]),
        ("Darkush – Pasar", ["Darkush", "–", "Pasar"]),
        ("tunggu... lalu", ["tunggu", "...", "lalu"]),
        ("a -- b", ["a", "--", "b"]),
        ("pukul 05.30.", ["pukul", "05.30", "."]),
        ("Arabi21.com.", ["Arabi21.com", "."]),
        ("TNI/Polri", ["TNI", "/", "Polri"]),
        ("baris\nberikut", ["baris", "berikut"]),
    ],
)
def test_marks_stand_alone(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "Hujan. Pasar ditutup."
    assert tokens(text, 7, 12) == [Token(7, 12, "Pasar")]


@pytest.mark.parametrize("word", ["Idlib", "HTS", "al-Jaulani", "se-Jawa", "Ésa"])
def test_a_capital_may_stand_behind_a_particle(word: str) -> None:
    assert Token(0, len(word), word).is_capital


@pytest.mark.parametrize("word", ["pasar", "faksi-faksi", "12", "antar-Negara"])
def test_other_words_are_no_capitals(word: str) -> None:
    assert not Token(0, len(word), word).is_capital


def test_a_word_holds_a_letter() -> None:
    assert [t.is_word for t in tokens("pasar 12 – HTS")] == [True, False, False, True]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_nothing_but_white_space_falls_between_tokens(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text and t.start < t.end for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = {at for t in found for at in range(t.start, t.end)}
    assert all(char.isspace() for at, char in enumerate(text) if at not in kept)
