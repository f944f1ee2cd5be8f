"""Pairs of names that are of one, and that are not: how many of each are told right.

Each line of `names/same.csv` and `names/not_same.csv` is a pair, its kind and why it is in the list.  Who works on the
comparison looks at the pairs of split `train` only.

`python -m riwayat_eval.names DATA` measures on the open sets too: DATA is the folder that holds them.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click

from riwayat.names import Kind, compare
from riwayat.names.letters import ranked
from riwayat_eval.gate import Measured
from riwayat_eval.parts import Row
from riwayat_eval.score import Share

__all__ = ["TASKS", "first_of_a_thousand", "judged", "names"]

TASKS = ("names.same", "names.not same")
"""Pairs of one that are taken for one, and pairs of two that are kept apart."""

_FILES = {"same.csv": True, "not_same.csv": False}
_KINDS: tuple[Kind, ...] = ("person", "group", "place")
_CANDIDATES = 1000


def names(folder: Path) -> Iterator[Measured]:
    """The scores of the pairs in a folder, a split at a time."""
    pairs = {task: list(_lines(folder / name)) for task, name in zip(TASKS, _FILES, strict=True)}
    for split in ("train", "test"):
        chosen = {task: [line for line in lines if line["split"] == split] for task, lines in pairs.items()}
        if not any(chosen.values()):
            continue
        rows = []
        for (task, lines), same in zip(chosen.items(), _FILES.values(), strict=True):
            share = Share()
            for line in lines:
                share.see(compare(line["a"], line["b"], _kind(line["kind"])).same == same)
            rows.append(Row(task, "-", split, share.score, share.n))
        digest = sha256(repr([sorted(x.items()) for lines in chosen.values() for x in lines]).encode())
        yield Measured(f"names/{split}", digest.hexdigest(), rows)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(stream)


def _kind(kind: str) -> Kind:
    return next(known for known in _KINDS if known == kind)


def first_of_a_thousand(path: Path, count: int) -> tuple[float, int]:
    """The share of Latin words whose Arabic form ranks first among 1,000; and of how many.

    The other 999 are drawn, always the same, from all Arabic words of the file that are not a form of it.
    """
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, *_ = line.split("\t")
        forms[latin].add(arabic.replace(" ", ""))
    draw = random.Random(1)
    every = sorted({form for known in forms.values() for form in known})
    chosen = draw.sample(sorted(forms), min(count, len(forms)))
    share = Share()
    for latin in chosen:
        others = [
            form for form in draw.sample(every, min(len(every), _CANDIDATES + 20)) if form not in forms[latin]
        ]
        candidates = [*others[: _CANDIDATES - 1], draw.choice(sorted(forms[latin]))]
        share.see(ranked(latin, candidates)[0] in forms[latin])
    return share.score, share.n


def judged(path: Path, schema: str, kind: Kind) -> tuple[float, float, float, int]:
    """Precision, recall and F of `same` on the cases of one schema in a bench file; and how many there are."""
    right = taken = gold = count = 0
    with path.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            if line["schema"] != schema:
                continue
            same, match = compare(line["name1"], line["name2"], kind).same, line["is_match"] == "true"
            right, taken, gold, count = right + (same and match), taken + same, gold + match, count + 1
    precision, recall = right / max(1, taken), right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), count


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--names", "count", default=1000, show_default=True, help="How many names to rank.")
def main(data: Path, count: int) -> None:
    """Measure the comparison of names on the open sets in DATA."""
    score, n = first_of_a_thousand(data / "name-pairs-wikidata/wd_arabic_20.tsv", count)
    click.echo(f"name-pairs-wikidata, Arabic form first of {_CANDIDATES}: {score:.3f} of {n} names")
    precision, recall, f, n = judged(data / "nomenklatura-name-bench/cases.csv", "Person", "person")
    click.echo(f"nomenklatura-name-bench, people: P {precision:.3f}  R {recall:.3f}  F {f:.3f} of {n} pairs")


if __name__ == "__main__":
    main()
