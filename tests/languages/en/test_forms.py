"""English verbs and nouns are known in all their forms, and words by what their neighbours make of them."""

from __future__ import annotations

import pytest

from riwayat.languages.en.forms import inflected, participles, plurals
from riwayat.languages.en.grammar import roles
from riwayat.text.tokens import tokens


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("attack", {"attack", "attacks", "attacked", "attacking"}),
        ("open fire", {"open fire", "opens fire", "opened fire", "opening fire"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
    ],
)
def test_a_phrase_takes_all_forms_of_its_verb(phrase: str, forms: set[str]) -> None:
    assert forms <= set(inflected(phrase))


def test_irregular_participles_are_known() -> None:
    assert participles("take hostage") == ("taken hostage",)


def test_a_verb_in_l_is_known_as_america_and_britain_write_it() -> None:
    assert participles("cancel talks") == ("canceled talks", "cancelled talks")


def test_to_be_is_known_in_all_its_forms() -> None:
    assert {"is under siege", "was under siege", "been under siege"} <= set(inflected("be under siege"))


def test_a_noun_has_its_plural() -> None:
    assert plurals("air strike") == ("air strike", "air strikes")


def role(sentence: str, word: str) -> str | None:
    words = tokens(sentence)
    return roles(words).get(next(i for i, t in enumerate(words) if t.text == word))


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The army said on Thursday it had retaken the bridge.", "said", "verb"),
        ("Five people were killed in the town.", "killed", "passive"),
        ("A diplomat briefed on the matter told reporters so.", "briefed", "participle"),
        ("A nurse, reached by phone, said so.", "reached", "participle"),
        ("The deal collapsed in May.", "collapsed", "verb"),
        ("On Tuesday masked men burst into the studio.", "masked", "noun"),
        ("Suspected bandits attacked the town.", "Suspected", "noun"),
        ("It showed what it described as ammunition seized in Pale.", "seized", "participle"),
        ("The pilot is the man whom the group seized in Nduga.", "seized", "verb"),
        ("Guards held hostage in two prisons have been freed.", "held", "participle"),
        ("Troops entered the town, searched houses and collected arms.", "searched", "verb"),
        ("The strike killed two farmers.", "strike", "noun"),
        ("Rebels attacked the town, killing three.", "killing", "gerund"),
        ("The group that attacked the town fled.", "that", "relative"),
        ("He said that the town fell.", "that", "opener"),
    ],
)
def test_a_word_is_what_its_neighbours_make_it(sentence: str, word: str, expected: str) -> None:
    assert role(sentence, word) == expected
