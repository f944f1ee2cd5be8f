"""Floors under the scores: a change that reads worse does not pass unnoticed.

The floors lie in a file, for each part of the evaluation one score a row and a digest of its gold and
pages.  A score below its floor fails, and so does a part whose cases are not those that the floors
were taken from.  Taking new floors refuses to lower one, unless a reason is given; the reason is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwayat_eval.parts import Row

__all__ = ["Measured", "RegressionError", "check", "load", "save", "update"]

Floors = dict[str, Any]
DIGITS = 4
"""Floors are kept to so many digits."""


class RegressionError(Exception):
    """A floor would be lowered, and nobody said why."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a part scored, and the digest of what it was scored on."""

    key: str
    digest: str
    rows: Sequence[Row]

    def scores(self) -> dict[str, float]:
        """Score by task, rounded down as floors are."""
        step = 10**DIGITS
        return {row.task: int(row.score * step + 1e-9) / step for row in self.rows}


def load(path: Path) -> Floors:
    """The floors in a file; none where there is no file."""
    if not path.exists():
        return {"parts": {}, "lowered": []}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save(floors: Floors, path: Path) -> None:
    """Write the floors."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def check(measured: Sequence[Measured], floors: Floors) -> list[str]:
    """What does not hold, a line each; empty where everything does."""
    found: list[str] = []
    for part in measured:
        pinned = floors["parts"].get(part.key)
        if pinned is None:
            found.append(f"{part.key}: has no floors yet; take them with --gate --update")
        elif pinned["digest"] != part.digest:
            found.append(
                f"{part.key}: its cases are not those of the floors; take new ones with --gate --update"
            )
        else:
            found += [
                f"{part.key}: {task} is {score}, below its floor of {floor}"
                for task, floor, score in _lower(part, pinned["floors"])
            ]
    return found


def _lower(part: Measured, pinned: Mapping[str, float]) -> list[tuple[str, float, float]]:
    scores = part.scores()
    return [
        (task, floor, scores.get(task, 0.0))
        for task, floor in pinned.items()
        if scores.get(task, 0.0) < floor
    ]


def update(measured: Sequence[Measured], floors: Floors, *, reason: str | None = None) -> Floors:
    """Floors at what was measured; parts that were not measured keep theirs.

    Raises:
        RegressionError: a floor would be lowered and there is no reason.
    """
    lowered = [
        {"part": part.key, "task": task, "from": floor, "to": score}
        for part in measured
        for task, floor, score in _lower(part, floors["parts"].get(part.key, {}).get("floors", {}))
    ]
    if lowered and not reason:
        lines = "; ".join(f"{x['part']}: {x['task']} {x['from']} → {x['to']}" for x in lowered)
        raise RegressionError(f"would lower: {lines}")
    new = {part.key: {"digest": part.digest, "floors": part.scores()} for part in measured}
    record = [{"reason": reason, "floors": lowered}] if lowered else []
    return {
        "parts": dict(sorted({**floors["parts"], **new}.items())),
        "lowered": [*floors["lowered"], *record],
    }
