from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from riwayat.reading.tagger.decode import relation_runs, runs_of
from riwayat.reading.tagger.labels import CUES, NAMES

from .scores import labelled, tags


def test_a_name_runs_from_its_first_word_to_its_last() -> None:
    scores = labelled(NAMES, 5, {1: "B-person", 2: "I-person", 4: "B-place"})
    assert runs_of(scores, NAMES) == [(1, 3, "person"), (4, 5, "place")]


def test_two_names_side_by_side_stay_two() -> None:
    assert runs_of(labelled(NAMES, 2, {0: "B-place", 1: "B-place"}), NAMES) == [
        (0, 1, "place"),
        (1, 2, "place"),
    ]


def test_a_long_name_is_not_begun_anew_in_its_middle_by_a_word_of_doubt() -> None:
    scores = labelled(NAMES, 3, {0: "B-group", 1: "B-group", 2: "I-group"})
    scores[1, NAMES.index("I-group")] = 4.0  # the second word may as well go on
    assert runs_of(scores, NAMES) == [(0, 3, "group")]


def test_a_further_word_of_another_type_does_not_go_on_with_a_name() -> None:
    scores = labelled(NAMES, 2, {0: "B-person", 1: "I-group"})
    scores[1, NAMES.index("I-person")] = 4.0
    assert runs_of(scores, NAMES) == [(0, 2, "person")]


def test_a_cue_has_one_label_for_all_its_further_words() -> None:
    assert runs_of(labelled(CUES, 3, {0: "B-relay", 1: "I", 2: "I"}), CUES) == [(0, 3, "relay")]


@given(
    hnp.arrays(
        np.float32, st.tuples(st.integers(0, 9), st.just(len(NAMES))), elements=st.floats(-9, 9, width=32)
    )
)
def test_runs_are_in_order_hold_words_and_do_not_overlap(scores: np.ndarray) -> None:
    at = 0
    for start, end, kind in runs_of(scores, NAMES):
        assert at <= start < end <= len(scores)
        assert f"B-{kind}" in NAMES
        at = end


def test_relations_are_runs_of_the_words_that_stand_so() -> None:
    sentence = tags(6, relations=[("actor", 2, 0, 2), ("actor", 2, 4, 6), ("recipient", 2, 3, 4)])
    assert relation_runs(sentence, 2, "actor") == [(0, 2), (4, 6)]
    assert relation_runs(sentence, 2, "recipient") == [(3, 4)]
    assert relation_runs(sentence, 0, "actor") == []
