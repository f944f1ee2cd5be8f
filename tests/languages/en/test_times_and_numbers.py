"""English times and figures are found where they stand."""

from __future__ import annotations

import pytest

from riwayat.languages.en.numbers import casualties
from riwayat.languages.en.times import find


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen attacked the post on Sunday night.", "Sunday night"),
        ("He was killed three days ago.", "three days ago"),
        ("The road has been shut since March.", "since March"),
        ("They met last week in Doha.", "last week"),
        ("The shelling began overnight.", "overnight"),
        ("It happened on 12 May 2019 near the river.", "12 May 2019"),
        ("It happened on May 12, 2019, near the river.", "May 12, 2019"),
    ],
)
def test_a_time_is_found(sentence: str, expected: str) -> None:
    assert expected in [found.text for found in find(sentence)]


@pytest.mark.parametrize("sentence", ["He may come back.", "The march went on.", "A second man fled."])
def test_words_that_only_look_like_times_are_none(sentence: str) -> None:
    assert not find(sentence)


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("At least 12 people were killed.", "killed", 12, None),
        ("Dozens were wounded.", "wounded", 20, 99),
        ("The blast killed three soldiers.", "killed", 3, 3),
        ("More than 2,000 families were displaced.", "displaced", 2000, None),
    ],
)
def test_figures_say_what_befell_whom(sentence: str, what: str, low: int, high: int | None) -> None:
    assert [(f.what, f.low, f.high) for f in casualties(sentence)] == [(what, low, high)]
