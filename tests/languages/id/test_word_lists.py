"""The Indonesian word lists are in good order: sorted, lower case, without duplicates or stray keys."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

import pytest

from riwayat import languages

_KEYS: Mapping[str, set[str]] = {
    "names": {
        "armed_or_official",
        "collective_nouns",
        "directions",
        "group_heads",
        "group_modifiers",
        "led_groups",
        "member_nouns",
        "months",
        "name_particles",
        "naming_words",
        "not_names",
        "outlet_heads",
        "person_titles",
        "place_heads",
        "office_links",
        "place_prepositions",
        "private_roles",
        "public_roles",
        "relatives",
        "role_nouns",
        "weekdays",
    },
    "words": {
        "active_prefixes",
        "adverbs",
        "agent",
        "agent_prepositions",
        "auxiliaries",
        "bare_verbs",
        "between",
        "clause_openers",
        "common_suffixes",
        "conjunctions",
        "coordinators",
        "determiners",
        "endings",
        "led_by",
        "not_verbs",
        "noun_prefixes",
        "noun_suffixes",
        "of",
        "patient_noun_prefixes",
        "patient_prepositions",
        "towards",
        "together",
        "topical",
        "presence",
        "prepositions",
        "pronouns",
        "relative",
        "verb_prefixes",
        "with",
    },
}
_LISTS = [(table, key) for table, keys in _KEYS.items() for key in sorted(keys)]


def _words(table: str, key: str) -> tuple[str, ...]:
    return tuple(languages.words("id", table)[key])


@pytest.mark.parametrize("table", _KEYS)
def test_only_the_keys_that_the_rules_know_are_there(table: str) -> None:
    assert set(languages.words("id", table)) == _KEYS[table]


@pytest.mark.parametrize(("table", "key"), _LISTS)
def test_every_list_is_sorted_without_duplicates(table: str, key: str) -> None:
    words = _words(table, key)
    assert list(words) == sorted(set(words))


@pytest.mark.parametrize(("table", "key"), _LISTS)
def test_every_entry_is_lower_case_without_stray_blanks(table: str, key: str) -> None:
    for word in _words(table, key):
        assert word == word.casefold() == " ".join(word.split())
        assert word


def test_words_listed_as_no_verbs_are_such_as_would_else_be_taken_for_verbs() -> None:
    prefixes = _words("words", "verb_prefixes")
    assert [w for w in _words("words", "not_verbs") if len(w) < 5 or not w.startswith(prefixes)] == []


def test_no_word_is_listed_both_as_a_verb_and_as_none() -> None:
    assert not set(_words("words", "bare_verbs")) & set(_words("words", "not_verbs"))


def test_verbs_that_their_prefix_shows_are_not_listed_again() -> None:
    prefixes = _words("words", "verb_prefixes")
    assert [w for w in _words("words", "bare_verbs") if len(w) >= 5 and w.startswith(prefixes)] == []


def test_no_small_word_looks_like_a_verb() -> None:
    prefixes = _words("words", "verb_prefixes")
    not_verbs = set(_words("words", "not_verbs"))
    small = ("adverbs", "auxiliaries", "clause_openers", "conjunctions", "coordinators", "determiners")
    for key in small:
        looks = [
            w for w in _words("words", key) if len(w) >= 5 and w.startswith(prefixes) and w not in not_verbs
        ]
        assert looks == [], key


def test_nouns_behind_which_a_body_stands_are_role_nouns_and_actors() -> None:
    members = set(_words("names", "member_nouns"))
    assert members <= set(_words("names", "role_nouns"))
    assert members <= set(_words("names", "collective_nouns"))


def test_armed_and_official_nouns_and_heads_of_groups_are_no_place_heads() -> None:
    places = set(_words("names", "place_heads"))
    assert not places & set(_words("names", "armed_or_official"))
    assert not places & set(_words("names", "group_heads"))


def test_given_names_are_lower_case_single_words_in_order_under_a_comment() -> None:
    text = resources.files("riwayat.languages").joinpath("id", "given_names.txt").read_text(encoding="utf-8")
    comment, *names = text.splitlines()
    assert comment.startswith("#")
    assert names == sorted(set(names), key=lambda name: name.encode())
    assert [n for n in names if n != n.casefold() or len(n.split()) != 1] == []


def test_given_names_are_no_words_of_the_language() -> None:
    names = languages.lines("id", "given_names")
    small = {w for table, key in _LISTS if table == "words" for w in _words(table, key)}
    assert names & small == set()
    assert names & set(_words("names", "not_names")) == set()
    assert names & set(_words("names", "months")) == set()
