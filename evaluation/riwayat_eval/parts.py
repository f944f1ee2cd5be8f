"""The parts of the evaluation, each read and scored as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from riwayat.contract import to_json
from riwayat.model import Page, Reading
from riwayat_eval.gold import Case, cases
from riwayat_eval.score import EMPTY, ROWS, Overlap, Share, Sheet, score_case

__all__ = ["HELD", "Part", "Result", "Row", "evaluate", "page_at", "page_of", "parts"]

HELD = "test"
"""The part that is kept for scoring only: nobody who builds looks at it."""

_MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of cases in one language."""

    language: str
    name: str
    folder: Path

    @property
    def key(self) -> str:
        """`id/train`."""
        return f"{self.language}/{self.name}"

    def digest(self) -> str:
        """A digest of the gold and the pages: it changes when any of them does."""
        total = sha256()
        for case in cases(self.folder):
            for path in (self.folder / f"{case.name}.gold.json", case.page):
                total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
        return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a score between 0 and 1 over n things that gold has."""

    task: str
    language: str
    part: str
    score: float
    n: int
    precision: float | None = None
    recall: float | None = None
    anchor: float | None = None
    """What doing nothing clever scores on the same cases; None where there is no such thing."""
    anchor_source: str | None = None


@dataclass(slots=True)
class Result:
    """A part's rows, the notes on each case, the cases that could not be read, and the readings of the others."""

    part: Part
    rows: list[Row]
    notes: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)


def parts(root: Path) -> list[Part]:
    """The parts below `root/<language>/<part>/`, sorted; or `root` itself, where it holds cases.

    Raises:
        FileNotFoundError: no case is there.
    """
    if any(root.glob("*.gold.json")):
        language = cases(root)[0].gold["language"]
        return [Part(language, root.name or root.resolve().name, root)]
    found = {path.parent for path in root.glob("*/*/*.gold.json")}
    if not found:
        raise FileNotFoundError(f"{root}: no cases there (NAME.gold.json beside NAME.txt or NAME.html)")
    return [Part(folder.parent.name, folder.name, folder) for folder in sorted(found)]


def page_of(case: Case) -> Page:
    """The page of a case, as a file on disk would be gathered."""
    return page_at(case.page)


def page_at(path: Path) -> Page:
    """A page of the evaluation, as a file on disk would be gathered."""
    return Page(path.read_bytes(), media_type=_MEDIA_TYPES.get(path.suffix), source=str(path))


def evaluate(part: Part, read_page: Callable[[Page], Reading]) -> Result:
    """Read and score every case; one that cannot be read counts as read empty."""
    total, result = Sheet(), Result(part, [])
    anchors = _Anchors()
    for case in cases(part.folder):
        anchors.see(case)
        reading = EMPTY
        try:
            read = result.readings[case.name] = read_page(page_of(case))
            reading = json.loads(to_json(read))
        except Exception as exc:  # one bad case must not hide the others, nor raise the score
            result.failed[case.name] = f"{type(exc).__name__}: {exc}"
        sheet = score_case(case.gold, reading)
        result.notes[case.name] = list(sheet.notes)
        total.add(sheet)
    result.rows = list(_rows(part, total, anchors))
    return result


def _rows(part: Part, sheet: Sheet, anchors: _Anchors) -> Iterator[Row]:
    for task in ROWS:
        measure = sheet[task]
        if not measure.n:
            continue
        anchor = anchors.of(task)
        yield Row(
            task,
            part.language,
            part.name,
            measure.score,
            measure.n,
            precision=measure.precision if isinstance(measure, Overlap) else None,
            recall=measure.recall if isinstance(measure, Overlap) else None,
            anchor=anchor[0] if anchor else None,
            anchor_source=anchor[1] if anchor else None,
        )


class _Anchors:
    """What the plainest of readings would score on the same cases."""

    _OWN_WORDS = "all as the outlet's own words"
    _ASSERTED = "all as asserted"

    def __init__(self) -> None:
        self._own_words, self._asserted = Share(), Share()

    def see(self, case: Case) -> None:
        for statement in case.gold.get("statements", []):
            self._own_words.see(len(statement["chain"]) == 1)
        for event in case.gold.get("events", []):
            if event.get("same_as") is None:
                self._asserted.see(event["modality"] == "asserted")

    def of(self, task: str) -> tuple[float, str] | None:
        if task in ("chain.origin", "chain.exact"):
            return self._own_words.score, self._OWN_WORDS
        if task == "event.modality":
            return self._asserted.score, self._ASSERTED
        return None
