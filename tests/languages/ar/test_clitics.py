"""Arabic words are taken apart where something is attached to them, and lead back to the words of the lists."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.languages.ar.clitics import tokens


def parts(text: str) -> list[str]:
    return [word.text for word in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال", ["و", "قال"]),
        ("فقال", ["ف", "قال"]),
        ("بقصف", ["ب", "قصف"]),
        ("للجيش", ["ل", "لجيش"]),
        ("وزير", ["وزير"]),
        ("وافقوا", ["وافقوا"]),
        ("لكن", ["لكن"]),
    ],
)
def test_what_is_attached_stands_apart(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("form", "listed", "tense"),
    [
        ("قالت", "قال", "past"),
        ("يقول", "قال", "present"),
        ("سيقصف", "قصف", "future"),
        ("سيطروا", "سيطر", "past"),
        ("ألقت", "القى", "past"),
        ("يرى", "راى", "present"),
        ("نفت", "نفى", "past"),
    ],
)
def test_persons_and_tenses_lead_back_to_one_form(form: str, listed: str, tense: str) -> None:
    (word,) = tokens(form)
    assert (word.lower, word.tense) == (listed, tense)


def test_a_word_at_the_head_may_be_and_with_a_verb() -> None:
    assert parts("ورد مصدر بأن")[:2] == ["و", "رد"]
    assert parts("ورد في البيان")[0] == "ورد"


def test_articles_and_owners_are_told() -> None:
    assert tokens("الجيش")[0].definite
    assert tokens("قواته")[0].owned


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='وفبكلالأإآىةئءؤًٌُّـ ٱﻻﷲ.,،:"«»12٣', max_size=24))
def test_offsets_are_exact(text: str) -> None:
    found = tokens(text)
    assert all(text[w.start : w.end] == w.text and w.text for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
