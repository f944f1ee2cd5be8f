"""Phrases are found word by word, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.text.phrases import Phrases
from riwayat.text.tokens import tokens

SAYING = Phrases(["kata", "hal itu", "hal itu juga", "juru bicara", "mengutip dari"])


@pytest.mark.parametrize(
    ("text", "at", "length"),
    [
        ("kata warga", 0, 1),
        ("Kata warga", 0, 1),
        ("KATA warga", 0, 1),
        ("katanya warga", 0, 0),
        ("hal itu disampaikan", 0, 2),
        ("hal itu juga disampaikan", 0, 3),
        ("hal itu", 0, 2),
        ("hal", 0, 0),
        ("hal , itu", 0, 0),
        ("kepada juru bicara", 1, 2),
        ("kepada juru bicara", 2, 0),
    ],
)
def test_the_longest_phrase_at_a_place_is_found(text: str, at: int, length: int) -> None:
    assert SAYING.match(tokens(text), at) == length


@pytest.mark.parametrize(
    ("text", "stop", "length"),
    [
        ("kepada juru bicara", 3, 2),
        ("kepada juru bicara", 2, 0),
        ("menurut hal itu juga", 4, 3),
        ("kata", 1, 1),
        ("kata", 0, 0),
    ],
)
def test_a_phrase_may_be_sought_before_a_place(text: str, stop: int, length: int) -> None:
    assert SAYING.match_back(tokens(text), stop) == length


def test_what_is_in_the_list_is_asked_by_its_words() -> None:
    assert "Juru  Bicara" in SAYING
    assert "juru" not in SAYING
    assert "" not in SAYING


def test_empty_phrases_match_nothing() -> None:
    assert Phrases(["", " "]).match(tokens("kata"), 0) == 0


words = st.lists(st.sampled_from(["hal", "itu", "kata", "juru", "bicara", ",", "12"]), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(words, words, words)
def test_every_phrase_of_a_list_is_found_wherever_it_stands(
    before: list[str], phrase: list[str], behind: list[str]
) -> None:
    text = " ".join([*before, *phrase, *behind])
    alone = Phrases([" ".join(phrase)])
    assert alone.match(tokens(text), len(before)) == len(phrase)
    assert alone.match_back(tokens(text), len(before) + len(phrase)) == len(phrase)
