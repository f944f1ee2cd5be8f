"""Numbers in digits, and atoms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.text.numbers import PhraseTable, atoms, number


@given(st.text(max_size=80))
def test_atoms_stand_where_they_say_in_any_text(text: str) -> None:
    found = atoms(text)
    assert all(text[atom.start : atom.end] == atom.text for atom in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("1.200", 1200), ("2.108", 2108), ("12.345.678", 12345678), ("1,200", 1200), ("0", 0)],
)
def test_points_group_thousands(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(("text", "value"), [("1,5", 1.5), ("2.5", 2.5), ("1,250", 1.25)])
def test_before_a_scale_word_a_point_or_comma_is_decimal(text: str, value: float) -> None:
    assert number(text, scaled=True) == value


@pytest.mark.parametrize("text", ["27/05/2019", "10:30", "0812", "1.2.3", "1234567890123"])
def test_dates_times_and_telephone_numbers_are_no_numbers(text: str) -> None:
    assert number(text) is None


def test_the_longest_phrase_wins() -> None:
    table = PhraseTable({"kemarin": -1, "kemarin lusa": -2})
    assert table.read(("kemarin", "lusa"), 0) == (-2, 2)
    assert table.read(("kemarin", "pagi"), 0) == (-1, 1)
    assert table.read(("lusa",), 5) is None
