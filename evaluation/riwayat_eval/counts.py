"""`python -m riwayat_eval.counts [FOLDER]`: how much the annotated cases hold, a line for each part."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from riwayat_eval.gold import Case, cases
from riwayat_eval.parts import parts

__all__ = ["counts", "main"]

_COLUMNS = (
    "cases", "html", "people", "groups", "places", "statements", "3+ links", "longest", "events", "retold",
)  # fmt: skip


def counts(found: Sequence[Case]) -> Mapping[str, int]:
    """What some cases hold, by the heads of the table.

    `3+ links` are the statements whose chain has three links or more, `longest` the most links of a chain,
    `retold` the events that gold says are told more than once.
    """
    chains = [s["chain"] for case in found for s in case.gold["statements"]]
    events = [event for case in found for event in case.gold["events"]]
    held = {key: sum(len(case.gold[key]) for case in found) for key in ("people", "groups", "places")}
    return {
        "cases": len(found),
        "html": sum(case.page.suffix == ".html" for case in found),
        **held,
        "statements": len(chains),
        "3+ links": sum(len(chain) > 2 for chain in chains),
        "longest": max(map(len, chains), default=0),
        "events": len(events),
        "retold": sum(bool(event.get("see")) for event in events),
    }


def main(arguments: Sequence[str]) -> int:
    """Print the table for `FOLDER` (`corpus` by default); the exit status says whether there were cases."""
    root = Path(arguments[0] if arguments else "corpus")
    try:
        rows = [(part.key, counts(cases(part.folder))) for part in parts(root)]
    except FileNotFoundError as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    sys.stdout.write(f"{'part':10}" + "".join(f"{head:>11}" for head in _COLUMNS) + "\n")
    for key, row in rows:
        sys.stdout.write(f"{key:10}" + "".join(f"{row[head]:11}" for head in _COLUMNS) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
