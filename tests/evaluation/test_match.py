from __future__ import annotations

import pytest

from riwayat_eval.match import (
    find_quote,
    fold,
    same_days,
    same_name,
    same_phrase,
    same_place,
    sentence_around,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Abu Muhammad al-Jaulani", "al-Jaulani", True),
        ("Abu Muhammad al-Jaulani", "Jaulani", False),
        ("Abu Muhammad al-Jaulani", "Muhammad al-Jaulani", True),
        ("KIBLAT.NET", "Kiblat Net", True),
        ("Kafr Nabudah", "KafrNabudah", True),
        ("الجولاني أحمد", "احمد الجولاني", True),
        ("Hassan", "Hussein", False),
        (None, None, True),
        ("", "HTS", False),
    ],
)
def test_names_are_the_same_when_one_is_at_least_half_of_the_other(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_name(one, other) is same


def test_folding_drops_accents_case_and_punctuation() -> None:
    assert fold("Hay'at  Taḥrīr—al-Shām") == "hay at tahrir al sham"


def test_descriptions_share_half_of_their_content_words() -> None:
    assert same_phrase("seorang sumber di Idlib", "sumber dari Idlib")
    assert not same_phrase("seorang sumber di Idlib", "seorang petugas medis")


def test_places_are_the_same_without_their_generic_words() -> None:
    assert same_place("Kota Jayapura", "Jayapura")
    assert not same_place("Jayapura", "Jayapura Selatan")
    assert not same_place("Kota", "Kota")


def test_quotes_are_found_whatever_the_quote_marks_and_white_space() -> None:
    text = "Ia berkata: “Ka\u200bmi  tidak\ntahu.”"
    at = find_quote(text, '"Kami tidak tahu."')
    assert at is not None
    assert text[slice(*at)].startswith("“Ka")


def test_a_quote_that_is_not_there_is_not_found() -> None:
    assert find_quote("Ia berkata.", "Ia pergi.") is None


def test_a_sentence_ends_at_a_stop_or_a_line() -> None:
    text = "Satu dua. Tiga empat.\nLima."
    start, end = sentence_around(text, 11, 13)
    assert text[start:end].strip() == "Tiga empat."


def test_a_night_matches_the_day_it_begins() -> None:
    night = {"start": "2019-05-26T18:00", "end": "2019-05-27T06:00", "granularity": "night"}
    assert same_days(("2019-05-26", "2019-05-26"), night)
    assert same_days(("2019-05-26", "2019-05-27"), night)
    assert not same_days(("2019-05-27", "2019-05-27"), night)


def test_no_time_matches_only_no_time() -> None:
    assert same_days(None, None)
    assert same_days(None, {"start": None, "end": None, "granularity": "unspecified"})
    assert not same_days(None, {"start": "2019-05-26", "end": "2019-05-26", "granularity": "day"})
