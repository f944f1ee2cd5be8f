"""English verbs and nouns are known in all their forms, and words by what their neighbours make of them."""

from __future__ import annotations

import pytest

from riwayat.languages.en.forms import inflected, participle, plurals
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
    assert participle("take hostage") == "taken hostage"


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
        ("The strike killed two farmers.", "strike", "noun"),
        ("Rebels attacked the town, killing three.", "killing", "gerund"),
        ("The group that attacked the town fled.", "that", "relative"),
        ("He said that the town fell.", "that", "opener"),
    ],
)
def test_a_word_is_what_its_neighbours_make_it(sentence: str, word: str, expected: str) -> None:
    assert role(sentence, word) == expected
