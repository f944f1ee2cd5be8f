"""`python -m riwayat_eval.agreement FIRST SECOND`: how far two annotators of the same pages agree.

FIRST and SECOND are folders of languages with gold files of the same names, at any depth; the pages lie beside
the first.  What the second says is scored against the first as a reading is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from riwayat.contract import to_json
from riwayat_eval.gold import Gold, cases, page_words
from riwayat_eval.parts import parts
from riwayat_eval.perfect import perfect_reading
from riwayat_eval.score import ROWS, Sheet, score_case

__all__ = ["agreement", "main"]

_METADATA = ("meta.", "offsets", "entities not merged")
"""Rows that say nothing about judgement."""


def agreement(first: Path, second: Path) -> Iterator[tuple[str, int, Sheet]]:
    """For each language its code, how many pages were annotated twice, and the counts.

    Raises:
        FileNotFoundError: a page annotated by the second was not by the first.
    """
    pages = {(part.language, c.name): c for part in parts(first) for c in cases(part.folder)}
    for folder in sorted(p for p in second.iterdir() if p.is_dir()):
        total, count = Sheet(), 0
        for path in sorted(folder.glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            case = pages.get((folder.name, name))
            if case is None:
                raise FileNotFoundError(f"{path}: no such page in {first}")
            other: Gold = json.loads(path.read_text(encoding="utf-8"))
            reading = perfect_reading(other, page_words(case.page))
            total.add(score_case(case.gold, json.loads(to_json(reading))))
            count += 1
        yield folder.name, count, total


def main(arguments: Sequence[str]) -> int:
    """Print a line for each row, a column for each language."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m riwayat_eval.agreement FIRST SECOND\n")
        return 2
    found = list(agreement(*map(Path, arguments)))
    heads = "".join(f"{f'{language} ({count} pages)':>16}" for language, count, _ in found)
    sys.stdout.write(f"{'':38}{heads}\n")
    for task in ROWS:
        if task.startswith(_METADATA) or not any(sheet[task].n for _, _, sheet in found):
            continue
        scores = "".join(f"{sheet[task].score:16.3f}" for _, _, sheet in found)
        sys.stdout.write(f"{task:38}{scores}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
