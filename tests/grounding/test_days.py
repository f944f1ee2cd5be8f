"""Days, weeks and months are found in longer times."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.grounding.days import half_of, nth_week, nth_weekday, third_of, unit_around
from riwayat.grounding.extents import Conventions
from riwayat.grounding.times import resolve
from riwayat.languages.en.times import find

DAYS = st.dates(date(1900, 2, 1), date(2100, 1, 1))


def when(text: str, anchor: date = date(2019, 5, 27)) -> tuple[str | None, str | None, str]:
    (found,) = find(text)
    told = resolve(found, anchor)
    return told.start, told.end, told.granularity


def test_a_week_belongs_to_the_month_that_has_its_thursday() -> None:
    assert when("the first week of October 2016") == ("2016-10-03", "2016-10-09", "week")
    assert when("the first week of 2015") == ("2014-12-29", "2015-01-04", "week")


def test_a_fifth_sunday_may_not_exist() -> None:
    assert when("the fifth Sunday of September 2017") == (None, None, "day")


def test_a_season_is_not_tied() -> None:
    assert when("summer 2016") == (None, None, "range")


def test_29_february_is_the_last_there_was() -> None:
    assert when("Feb 29", date(2018, 3, 22)) == ("2016-02-29", "2016-02-29", "day")


def test_the_hours_of_the_day_may_be_settled_otherwise() -> None:
    (found,) = find("late last night")
    told = resolve(found, date(2019, 5, 27), conventions=Conventions({"night": (20, 24)}))
    assert (told.start, told.end) == ("2019-05-26T22:00", "2019-05-27T00:00")


def test_halves_may_stand_for_thirds() -> None:
    (found,) = find("early next month")
    told = resolve(found, date(2019, 5, 27), conventions=Conventions(halves=True))
    assert (told.start, told.end) == ("2019-06-01", "2019-06-15")


@given(DAYS, st.integers(0, 6), st.integers(1, 4))
def test_a_numbered_weekday_lies_in_its_month(day: date, weekday: int, number: int) -> None:
    first, last = unit_around(day, "month")
    found = nth_weekday(first, last, weekday, number)
    assert first <= found <= last
    assert found.weekday() == weekday
    assert (found.day - 1) // 7 == number - 1
    assert nth_weekday(first, last, weekday, -1) + timedelta(days=7) > last


@given(DAYS)
def test_the_weeks_of_a_year_follow_each_other(day: date) -> None:
    first, last = unit_around(day, "year")
    weeks = [nth_week(first, last, n) for n in range(1, 53)]
    assert all(b[0] - a[1] == timedelta(days=1) for a, b in pairwise(weeks))
    with pytest.raises(ValueError, match="weekday"):
        nth_week(first, last, 54)


@given(DAYS, st.sampled_from(["week", "month", "year"]))
def test_halves_and_thirds_fill_the_whole(day: date, unit: str) -> None:
    first, last = unit_around(day, unit)  # type: ignore[arg-type]
    early, late = half_of(first, last, "early"), half_of(first, last, "late")
    assert (early[0], late[1]) == (first, last)
    assert late[0] - early[1] == timedelta(days=1)
    assert third_of(first, last, "early")[0] == first
    assert third_of(first, last, "late")[1] == last
