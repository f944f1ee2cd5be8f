"""Clock times as words help to read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.text.times import Part, Shift, clock_minute


@pytest.mark.parametrize(
    ("hour", "part", "expected"),
    [
        (7, "night", 19),
        (7, "morning", 7),
        (1, "midday", 13),
        (11, "midday", 11),
        (4, "afternoon", 16),
        (16, "afternoon", 16),
        (3, "small_hours", 3),
        (12, "small_hours", 0),
        (20, None, 20),
    ],
)
def test_a_part_of_day_tells_which_half_an_hour_is_in(hour: int, part: Part | None, expected: int) -> None:
    assert clock_minute(hour, 0, part) == expected * 60


def test_the_small_hours_of_a_night_belong_to_the_day_it_began() -> None:
    assert clock_minute(1, 30, "night") == 25 * 60 + 30


def test_midnight_at_night_ends_the_day() -> None:
    assert clock_minute(12, 0, "night") == 24 * 60


@pytest.mark.parametrize(("hour", "minute"), [(25, 0), (10, 60), (24, 1), (-1, 0)])
def test_there_is_no_such_time(hour: int, minute: int) -> None:
    assert clock_minute(hour, minute) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_without_a_part_of_day_the_clock_is_taken_as_it_stands(hour: int, minute: int) -> None:
    assert clock_minute(hour, minute) == hour * 60 + minute


def test_a_shift_by_a_known_amount_has_one_bound() -> None:
    assert Shift.by(-2, "day") == Shift(-2, -2, "day", "anchor")
