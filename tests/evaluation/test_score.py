from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from riwayat.contract import to_json
from riwayat.model import Reading
from riwayat_eval.score import EMPTY, ROWS, Overlap, Sheet, score_case


@pytest.fixture
def reading(sample_reading: Reading) -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(to_json(sample_reading))
    return decoded


def _scores(sheet: Sheet) -> dict[str, float]:
    return {row: sheet[row].score for row in ROWS if sheet[row].n}


def test_a_reading_that_agrees_with_gold_in_everything_scores_one_in_every_row(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    sheet = score_case(sample_gold, reading)
    assert set(_scores(sheet).values()) == {1.0}
    assert sheet.notes == []


def test_an_empty_reading_scores_nothing_in_every_row(sample_gold: dict[str, Any]) -> None:
    scores = _scores(score_case(sample_gold, EMPTY))
    assert scores.pop("entities not merged") == 1.0  # nothing is there to be merged
    assert set(scores.values()) == {0.0}


def test_a_chain_cut_short_is_not_exact_and_says_so(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    del reading["statements"][1]["chain"][2]
    sheet = score_case(sample_gold, reading)
    assert sheet["chain.exact"].score == 3 / 4
    assert sheet["chain.origin"].score == 3 / 4
    assert sheet["chain.exact, three links or more"].score == 1 / 2
    assert any(note.startswith("chain 'seorang sumber") for note in sheet.notes)


def test_an_agency_may_be_called_an_outlet(sample_gold: dict[str, Any], reading: dict[str, Any]) -> None:
    reading["statements"][1]["chain"][1]["kind"] = "agency"
    assert score_case(sample_gold, reading)["chain.exact"].score == 1.0


def test_a_statement_that_reaches_over_two_paragraphs_is_not_taken(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    reading["statements"][3]["start"] -= 20
    reading["statements"][3]["text"] = reading["report"]["text"][reading["statements"][3]["start"] :]
    assert score_case(sample_gold, reading)["chain.exact"].score == 3 / 4


def test_an_event_that_gold_lacks_costs_precision_only(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    extra = deepcopy(reading["events"][1]) | {"type": "PROTEST"}
    reading["events"].append(extra)
    events = score_case(sample_gold, reading)["events"]
    assert isinstance(events, Overlap)
    assert (events.precision, events.recall) == (3 / 4, 1.0)


def test_a_rival_telling_is_free_to_find_or_not(sample_gold: dict[str, Any], reading: dict[str, Any]) -> None:
    gold = deepcopy(sample_gold)
    gold["events"].append(deepcopy(gold["events"][0]) | {"same_as": 0})
    assert score_case(gold, reading)["events"].score == 1.0
    reading["events"].append(deepcopy(reading["events"][0]))
    assert score_case(gold, reading)["events"].score == 1.0


def test_two_groups_in_one_entity_count_as_merged(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    group = next(e for e in reading["entities"] if e["name"] == "Katibah Zaitun")
    group["mentions"].append({"start": 0, "end": 1, "text": "Liwa al-Rabwah"})
    assert score_case(sample_gold, reading)["entities not merged"].score < 1.0


def test_furniture_in_the_text_is_noticed(sample_gold: dict[str, Any], reading: dict[str, Any]) -> None:
    reading["report"]["text"] += "\nDaftarkan surel Anda di sini."
    assert score_case(sample_gold, reading)["meta.furniture kept out"].score == 0.0


def test_an_offset_that_does_not_hold_is_noticed(
    sample_gold: dict[str, Any], reading: dict[str, Any]
) -> None:
    reading["events"][0]["trigger"]["text"] = "lain"
    assert score_case(sample_gold, reading)["offsets hold"].score < 1.0


def test_sheets_add_up(sample_gold: dict[str, Any], reading: dict[str, Any]) -> None:
    total = score_case(sample_gold, reading)
    total.add(score_case(sample_gold, EMPTY))
    assert total["chain.exact"].n == 8
    assert total["chain.exact"].score == 0.5
    assert total["people"].n == 2


def test_a_wrong_place_costs_precision_and_recall(
    sample_gold: dict[str, Any], sample_reading: Reading
) -> None:
    other = next(e.id for e in sample_reading.entities if e.name == "Darkush")
    events = (replace(sample_reading.events[0], place=other), *sample_reading.events[1:])
    reading = json.loads(to_json(replace(sample_reading, events=events)))
    place = score_case(sample_gold, reading)["event.place"]
    assert isinstance(place, Overlap)
    assert (place.both, place.extra, place.missed) == (1, 1, 1)
