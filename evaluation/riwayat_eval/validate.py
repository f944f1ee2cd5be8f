"""`python -m riwayat_eval.validate FOLDER…`: hold gold files against the convention."""

from __future__ import annotations

import sys
from pathlib import Path

from riwayat_eval.gold import cases, mark_problems, problems


def main(folders: list[str]) -> int:
    """Print every problem; the exit status says whether there was one."""
    bad = total = 0
    for folder in folders:
        for case in cases(Path(folder)):
            total += 1
            for line in [*problems(case), *mark_problems(case)]:
                bad += 1
                sys.stdout.write(f"{folder}/{case.name}: {line}\n")
    sys.stdout.write(f"{total} cases, {bad} problems\n")
    return 1 if bad or not total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
