from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.chronicle.grouping import grouped
from riwayat.model import Verdict

KEYS = tuple("abcdef")
PAIRS = [(a, b) for a in KEYS for b in KEYS if a < b]
scores = st.dictionaries(st.sampled_from(PAIRS), st.floats(-4, 4).map(lambda x: round(x, 2)))
verdicts: st.SearchStrategy[dict[tuple[str, str], Verdict]] = st.dictionaries(
    st.sampled_from(PAIRS), st.sampled_from(["same", "different", "unsure"]), max_size=3
)


def test_the_most_alike_are_joined_and_a_third_only_if_it_is_like_both() -> None:
    likeness = {("a", "b"): 3.0, ("b", "c"): 1.0, ("a", "c"): -2.0}
    assert grouped("abc", likeness) == [("a", "b"), ("c",)]
    assert grouped("abc", {**likeness, ("a", "c"): 0.5}) == [("a", "b", "c")]


def test_of_whom_nobody_asked_counts_as_apart() -> None:
    assert grouped("abc", {("a", "b"): 3.0, ("b", "c"): 1.0}) == [("a", "b"), ("c",)]


def test_a_judgement_outweighs_any_likeness() -> None:
    assert grouped("ab", {("a", "b"): 9.0}, {("a", "b"): "different"}) == [("a",), ("b",)]
    assert grouped("ab", {("a", "b"): -9.0}, {("a", "b"): "same"}) == [("a", "b")]
    assert grouped("ab", {("a", "b"): 9.0}, {("a", "b"): "unsure"}) == [("a", "b")]


def test_what_was_judged_different_stays_apart_through_a_third() -> None:
    likeness = {("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): 2.0}
    assert grouped("abc", likeness, {("a", "c"): "different"}) == [("a", "b"), ("c",)]


@settings(deadline=None)
@given(scores, verdicts, st.permutations(KEYS))
def test_every_account_is_in_one_group_whatever_the_order(
    likeness: dict[tuple[str, str], float], judged: dict[tuple[str, str], Verdict], order: list[str]
) -> None:
    groups = grouped(order, likeness, judged)
    assert sorted(key for group in groups for key in group) == sorted(KEYS)
    assert groups == grouped(KEYS, likeness, judged)
    assert groups == grouped(KEYS, dict(reversed(likeness.items())), dict(reversed(judged.items())))


@settings(deadline=None)
@given(scores, verdicts)
def test_judgements_hold(
    likeness: dict[tuple[str, str], float], judged: dict[tuple[str, str], Verdict]
) -> None:
    of = {key: group for group in grouped(KEYS, likeness, judged) for key in group}
    for (a, b), verdict in judged.items():
        if verdict == "same":
            assert of[a] == of[b]
    if "same" not in judged.values():
        assert all(of[a] != of[b] for (a, b), verdict in judged.items() if verdict == "different")
