"""Times in single sentences: found by their exact words, and tied to the right days.

Each line of `times/<language>.csv` is a sentence, the day it was published (`anchor`), the expression
in it and what that means (`start` and `end` empty where it cannot be tied to the calendar).  A line
without an expression holds a sentence in which there is none to find.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from riwayat.grounding.times import resolve
from riwayat.languages import rules
from riwayat.model import Time
from riwayat_eval.gate import Measured
from riwayat_eval.parts import HELD, Row
from riwayat_eval.score import Share

__all__ = ["TASKS", "times"]

TASKS = ("times.found", "times.tied")
"""The words of the expression, exactly; and those with its first and last day or minute."""

_PARTS = {"dev": "dev", "held": HELD}


def times(folder: Path) -> Iterator[Measured]:
    """The scores of every language that has sentences in the folder, a part at a time."""
    for path in sorted(folder.glob("??.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.DictReader(stream))
        for split, part in _PARTS.items():
            chosen = [line for line in lines if line["split"] == split]
            if not chosen:
                continue
            digest = sha256(repr([sorted(line.items()) for line in chosen]).encode()).hexdigest()
            found, tied = _shares(path.stem, chosen)
            rows = [
                Row(task, path.stem, part, share.score, share.n)
                for task, share in zip(TASKS, (found, tied), strict=True)
                if share.n
            ]
            yield Measured(f"{path.stem}/{part}/times", digest, rows)


def _shares(language: str, lines: list[dict[str, str]]) -> tuple[Share, Share]:
    find = rules(language, "times").find
    found, tied = Share(), Share()
    for line in lines:
        expressions = find(line["text"])
        if not line["expression"]:
            found.see(not expressions)
            continue
        hit = next((e for e in expressions if e.text == line["expression"]), None)
        found.see(hit is not None)
        if hit is None:
            tied.see(False)
            continue
        got = resolve(
            hit,
            date.fromisoformat(line["anchor"]) if line["anchor"] else None,
            future=bool(line["future"]),
            previous=_day(line["previous"]),
        )
        tied.see(((got.start or ""), (got.end or "")) == (line["start"], line["end"]))
    return found, tied


def _day(iso: str) -> Time | None:
    return Time(iso, iso, "day") if iso else None
