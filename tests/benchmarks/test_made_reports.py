from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from made_reports import WORDS, Made, made_reports

CORPUS = Path(__file__).parents[2] / "corpus"
COUNT = 6000


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(made_reports(COUNT, 1, CORPUS))


def test_a_third_are_copies_and_a_third_of_these_are_in_another_language(made: list[Made]) -> None:
    how = Counter(one.how for one in made)
    copies = COUNT - how["original"]
    assert 0.31 < copies / COUNT < 0.37
    assert 0.30 < how["translation"] / copies < 0.37
    assert all((one.language != one.of.language) == (one.how == "translation") for one in made if one.of)


def test_no_copy_comes_before_what_it_copies(made: list[Made]) -> None:
    assert all(one.of.published <= one.published and one.of.outlet != one.outlet for one in made if one.of)


def test_they_come_from_ten_outlets_over_two_years_in_order(made: list[Made]) -> None:
    assert {one.outlet for one in made} == set(range(10))
    days = [one.published for one in made]
    assert days == sorted(days)
    assert 700 < (days[-1] - days[0]).days < 735


def test_a_happening_is_told_by_one_to_two_hundred(made: list[Made]) -> None:
    sizes = Counter(Counter(one.deed for one in made).values())
    assert sizes[1] > 100
    assert max(sizes) == 200


def test_no_two_look_alike_unless_one_copies_the_other(made: list[Made]) -> None:
    assert len({one.text for one in made}) == COUNT
    sentences = Counter(s.told("en") for one in made if one.of is None for s in one.sentences)
    assert sum(count > 1 for count in sentences.values()) < len(sentences) / 500


def test_the_words_of_every_language_are_as_many() -> None:
    for part in ("when", "subject", "deed", "manner", "who", "titles"):
        assert len({len(WORDS[part][language]) for language in ("id", "en", "ar")}) == 1
