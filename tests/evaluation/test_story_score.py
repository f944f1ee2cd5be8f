from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from riwayat_eval.story_score import ROWS, StorySheet, matched, same_dispute, score_story

FILES = ("a.txt", "b.txt", "c.txt", "d.txt")


def _happening(id_: str, day: str, place: str, reports: tuple[str, ...], **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "type": "ASSAULT",
        "what": f"shells on {place}",
        "time": [day, day],
        "place": place,
        "reports": {name: ["quote"] for name in reports},
        "independent": 1,
        "origins": ["o1"],
        "untraced": [],
        "disputes": [],
    } | more


TOLL = {
    "about": "killed",
    "sides": [{"value": "3", "origins": ["o1"]}, {"value": "11", "origins": ["o2"]}],
}

TRUTH: dict[str, Any] = {
    "about": "two villages",
    "origins": {},
    "reports": {name: {} for name in FILES},
    "copies": [
        {"report": "b.txt", "of": "a.txt", "how": "translation", "credited": False},
        {"report": "c.txt", "of": "b.txt", "how": "edited", "credited": True},
    ],
    "happenings": [
        _happening("h1", "2024-03-11", "Qara", FILES, independent=2, disputes=[TOLL]),
        _happening("h2", "2024-03-12", "Zita", ("a.txt", "b.txt")),
    ],
}


def _told(*names: str) -> list[dict[str, Any]]:
    return [{"id": f"sha256:{name}", "file": f"/somewhere/{name}"} for name in names]


def _chronicle(truth: dict[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A chronicle that found all of a truth, as the commands print it."""
    happenings = [
        {
            "id": f"x-{one['id']}",
            "type": one["type"],
            "what": one["what"],
            "time": {"start": one["time"][0], "end": one["time"][1], "granularity": "day"},
            "place": one["place"],
            "reports": _told(*one["reports"]),
            "origins": [{"name": name} for name in one["origins"]],
            "independent_origins": one["independent"],
            "disputes": deepcopy(one["disputes"]),
        }
        for one in truth["happenings"]
    ]
    copies = [
        copy | {"report": f"sha256:{copy['report']}", "of": f"sha256:{copy['of']}", "share": 1.0}
        for copy in truth["copies"]
    ]
    return happenings, copies


@pytest.fixture
def happenings() -> list[dict[str, Any]]:
    return _chronicle(TRUTH)[0]


@pytest.fixture
def copies() -> list[dict[str, Any]]:
    return _chronicle(TRUTH)[1]


def test_a_chronicle_that_agrees_with_the_truth_scores_one_in_every_row(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    sheet = score_story(TRUTH, happenings, copies)
    assert {row: sheet[row].score for row in ROWS} == dict.fromkeys(ROWS, 1.0)
    assert sheet.notes == []


def test_an_empty_chronicle_scores_nothing() -> None:
    sheet = score_story(TRUTH, [], [])
    assert {row: sheet[row].score for row in ROWS} == dict.fromkeys(ROWS, 0.0)
    assert sheet["happenings"].n == 2


def test_a_copy_of_a_copy_is_neither_right_nor_wrong(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    copies[1]["of"] = "sha256:a.txt"
    found = score_story(TRUTH, happenings, copies).overlaps["copies"]
    assert (found.both, found.extra, found.missed) == (1, 0, 1)


def test_a_copy_the_wrong_way_round_is_wrong(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    copies[0] |= {"report": "sha256:a.txt", "of": "sha256:b.txt"}
    found = score_story(TRUTH, happenings, copies).overlaps["copies"]
    assert (found.both, found.extra, found.missed) == (1, 1, 1)


def test_a_copy_between_reports_that_nothing_ties_is_wrong(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    copies.append(copies[0] | {"report": "sha256:d.txt", "of": "sha256:a.txt"})
    assert score_story(TRUTH, happenings, copies)["copies"].score == pytest.approx(0.8)


def test_how_and_credit_are_scored_on_the_pairs_that_are_right(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    copies[0]["how"] = "edited"
    sheet = score_story(TRUTH, happenings, copies)
    assert (sheet["copies.how"].score, sheet["copies.credited"].score) == (0.5, 1.0)


def test_reports_outside_every_happening_are_known_by_their_files(
    happenings: list[dict[str, Any]], copies: list[dict[str, Any]]
) -> None:
    for one in happenings:
        one["reports"] = [report for report in one["reports"] if "c.txt" not in report["id"]]
    assert score_story(TRUTH, happenings, copies)["copies"].score == 0.5
    files = {f"sha256:{name}": name for name in FILES}
    assert score_story(TRUTH, happenings, copies, files)["copies"].score == 1.0


def test_each_happening_is_matched_once_with_most_reports_first(happenings: list[dict[str, Any]]) -> None:
    split = happenings[0] | {"reports": _told("c.txt", "d.txt")}
    got = [happenings[1], happenings[0] | {"reports": _told("a.txt", "b.txt", "c.txt")}, split]
    told = [frozenset(report["id"][7:] for report in one["reports"]) for one in got]
    assert matched(TRUTH["happenings"], got, told) == {0: 1, 1: 0}


def test_happenings_that_share_as_many_reports_are_told_apart_by_time_and_place(
    happenings: list[dict[str, Any]],
) -> None:
    gold = [_happening("h1", "2024-03-11", "Qara", FILES), _happening("h2", "2024-03-12", "Zita", FILES)]
    got = [one | {"reports": _told(*FILES)} for one in reversed(happenings)]
    assert matched(gold, got, [frozenset(FILES)] * 2) == {0: 1, 1: 0}


def test_a_happening_of_another_type_is_no_match(happenings: list[dict[str, Any]]) -> None:
    happenings[1]["type"] = "PROTEST"
    found = score_story(TRUTH, happenings, []).overlaps["happenings"]
    assert (found.both, found.extra, found.missed) == (1, 1, 1)


def test_a_happening_in_two_pieces_costs_recall(happenings: list[dict[str, Any]]) -> None:
    pieces = [happenings[0] | {"reports": _told(*names)} for names in (FILES[:3], FILES[3:])]
    sheet = score_story(TRUTH, [*pieces, happenings[1]], [])
    assert sheet["happenings.reports"].score == pytest.approx(10 / 11)
    assert sheet.b_cubed.precision == 1.0
    assert sheet.b_cubed.recall == pytest.approx((3 * 3 / 4 + 1 / 4 + 2) / 6)
    pairs = sheet.overlaps["happenings.pairs"]
    assert (pairs.both, pairs.extra, pairs.missed) == (4, 0, 3)


def test_two_happenings_in_one_cost_precision(happenings: list[dict[str, Any]]) -> None:
    truth = deepcopy(TRUTH)
    truth["happenings"][0]["reports"] = {name: ["quote"] for name in ("c.txt", "d.txt")}
    sheet = score_story(truth, [happenings[0]], [])
    assert sheet.b_cubed.precision == 0.5
    assert sheet.b_cubed.recall == 1.0
    assert sheet["happenings.pairs"].score == pytest.approx(2 * (1 / 3) / (1 / 3 + 1))


def test_origins_are_counted_where_the_happening_was_found(happenings: list[dict[str, Any]]) -> None:
    happenings[0]["independent_origins"] = 3
    sheet = score_story(TRUTH, happenings, [])
    assert (sheet["origins.exact"].score, sheet["origins.off by one"].score) == (0.5, 1.0)
    assert score_story(TRUTH, happenings[:1], [])["origins.exact"].n == 1


@pytest.mark.parametrize(
    ("about", "values"),
    [("killed", ("11", "3")), ("killed", ("at least 11", "3 people")), ("killed", (3, 11))],
)
def test_figures_are_compared_as_numbers_in_any_order(about: str, values: tuple[object, ...]) -> None:
    assert same_dispute(TOLL, {"about": about, "sides": [{"value": value} for value in values]})


def test_a_dispute_about_another_subject_or_other_values_is_another() -> None:
    assert not same_dispute(TOLL, {"about": "wounded", "sides": TOLL["sides"]})
    assert not same_dispute(TOLL, {"about": "killed", "sides": [{"value": "3"}, {"value": "12"}]})
    assert not same_dispute(TOLL, {"about": "killed", "sides": [{"value": "3"}, {"value": "5–11"}]})


def test_figures_without_a_fixed_name_have_one_subject() -> None:
    drones = {"about": "drones", "sides": [{"value": "5", "origins": []}, {"value": "2", "origins": []}]}
    assert same_dispute(drones, {"about": "طائرات", "sides": [{"value": "2"}, {"value": "5"}]})


def test_doers_are_compared_by_any_of_their_names() -> None:
    who = {
        "about": "who",
        "sides": [
            {"value": "RSF", "also": ["قوات الدعم السريع"], "origins": []},
            {"value": "Sudan Shield Forces", "origins": []},
        ],
    }
    found = [{"value": "Sudan Shield Forces, gunmen"}, {"value": "قوات الدعم السريع"}]
    assert same_dispute(who, {"about": "who", "sides": found})
    assert not same_dispute(who, {"about": "who", "sides": [found[1], {"value": "army"}]})


def test_disputes_of_happenings_that_the_story_lacks_cost_precision(
    happenings: list[dict[str, Any]],
) -> None:
    other = happenings[0] | {"type": "PROTEST"}
    disputes = score_story(TRUTH, [*happenings, other], []).overlaps["disputes"]
    assert (disputes.both, disputes.extra, disputes.missed) == (1, 1, 0)


def test_sheets_add_up(happenings: list[dict[str, Any]], copies: list[dict[str, Any]]) -> None:
    total = StorySheet()
    total.add(score_story(TRUTH, happenings, copies))
    total.add(score_story(TRUTH, [], []))
    assert total["copies"].n == 4
    assert total["happenings.b-cubed"].score == pytest.approx(2 / 3)
