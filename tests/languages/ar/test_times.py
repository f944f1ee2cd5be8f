"""Arabic time expressions are found where they are, and mean what they say."""

from __future__ import annotations

import pytest

from riwayat.languages.ar.times import find
from riwayat.text.times import Calendar, Shift


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع الهجوم مساء الأحد قرب المدينة", "مساء الأحد"),
        ("قتل الاثنين الماضي", "الاثنين الماضي"),
        ("غادر قبل ثلاثة أيام", "قبل ثلاثة أيام"),
        ("قصف فجر اليوم", "فجر اليوم"),
        ("في 29 من تموز الماضي", "29 من تموز الماضي"),
        ("نشر في ٢٤ شباط ٢٠١٩", "٢٤ شباط ٢٠١٩"),
        ("أوقف في جانفي 2020", "جانفي 2020"),
    ],
)
def test_an_expression_is_found_whole(text: str, expected: str) -> None:
    assert [found.text for found in find(text)] == [expected]


@pytest.mark.parametrize("month", ["شباط", "فبراير", "فيفري"])
def test_months_of_the_levant_egypt_and_the_maghreb(month: str) -> None:
    (found,) = find(f"في 5 {month} 2017")
    assert found.meaning == Calendar(year=2017, month=2, day=5)


def test_yesterday_is_a_day_before() -> None:
    (found,) = find("قال أمس إن")
    assert found.meaning == Shift.by(-1, "day")


def test_words_that_are_no_times() -> None:
    assert find("قال مصدر عسكري إن الجيش انسحب") == []
