from __future__ import annotations

from pathlib import Path

import pytest

from riwayat_eval.gate import Measured, RegressionError, check, load, save, update
from riwayat_eval.parts import Row

NONE = {"parts": {}, "lowered": []}


def _measured(score: float, *, digest: str = "a", task: str = "events") -> Measured:
    return Measured("id/train", digest, [Row(task, "id", "train", score, 10)])


def test_a_score_at_its_floor_passes() -> None:
    assert check([_measured(0.5)], update([_measured(0.5)], NONE)) == []


def test_a_score_below_its_floor_fails() -> None:
    floors = update([_measured(0.5)], NONE)
    assert check([_measured(0.49)], floors) == ["id/train: events is 0.49, below its floor of 0.5"]


def test_floors_are_rounded_down_so_that_the_same_score_passes_again() -> None:
    assert check([_measured(2 / 3)], update([_measured(2 / 3)], NONE)) == []


def test_a_row_that_is_gone_fails() -> None:
    floors = update([_measured(0.5)], NONE)
    assert check([_measured(0.9, task="people")], floors) == [
        "id/train: events is 0.0, below its floor of 0.5"
    ]


def test_a_part_without_floors_fails() -> None:
    assert check([_measured(0.5)], NONE) == [
        "id/train: has no floors yet; take them with --gate --update",
    ]


def test_changed_cases_ask_for_new_floors() -> None:
    (line,) = check([_measured(0.9, digest="b")], update([_measured(0.5)], NONE))
    assert "not those of the floors" in line


def test_floors_go_up_without_a_word() -> None:
    floors = update([_measured(0.6)], update([_measured(0.5)], NONE))
    assert floors["parts"]["id/train"]["floors"] == {"events": 0.6}
    assert floors["lowered"] == []


def test_floors_go_down_only_with_a_reason_and_it_is_kept() -> None:
    floors = update([_measured(0.5)], NONE)
    with pytest.raises(RegressionError, match=r"events 0\.5 → 0\.4"):
        update([_measured(0.4)], floors)
    lowered = update([_measured(0.4)], floors, reason="gold was wrong")
    assert lowered["parts"]["id/train"]["floors"] == {"events": 0.4}
    assert lowered["lowered"] == [
        {
            "reason": "gold was wrong",
            "floors": [{"part": "id/train", "task": "events", "from": 0.5, "to": 0.4}],
        }
    ]


def test_parts_that_were_not_measured_keep_their_floors(tmp_path: Path) -> None:
    floors = update([_measured(0.5)], NONE)
    other = Measured("id/test", "c", [Row("events", "id", "held", 0.3, 5)])
    path = tmp_path / "floors.json"
    save(update([other], floors), path)
    assert list(load(path)["parts"]) == ["id/test", "id/train"]


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == NONE
