"""Translations found by sentence vectors: sentences among many, and short texts.

    python -m riwayat_eval.translations DATA [--weights FOLDER]

DATA holds `pud/id.conllu`, `ar.conllu` and `en.conllu`: the same 1,000 sentences of news and of Wikipedia
(Universal Dependencies, CC BY-SA 3.0).  The sentences of every fourth document are for choosing the threshold, the
others for testing.

- **Sentences**: a third of each side has no translation on the other.  Four such settings, counted together: by
  turns, a quarter of the sentences is left out on one side and another on the other.  F over the pairs found; the last
  column is the issue's measure over all sentences: 750 on each side, 250 of them unpaired.
- **Texts**: runs of ten sentences against the translation of all ten, of seven and of four (with three and six
  alien sentences for the rest), against ten other sentences of the same documents (even and odd ones), and against
  other runs.  A text counts as a translation from the strength `STRONG` on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import click
import numpy as np
from numpy.typing import NDArray

from riwayat.vectors import LEAST, STRONG, Vectors, background, pair, strength

__all__ = ["Found", "Scored", "documents", "main", "sentence_pairs"]

LANGUAGES = ("id", "ar", "en")
SIDES = (("id", "en"), ("ar", "en"), ("id", "ar"))
_TURNS = 4
_TEXT = 10
_EVERY = 5
"""Each run is held against every so many-th other."""
_CHOOSING = 4
"""Every so many-th document is for choosing."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """How many are right, found, and there to be found."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """Right of those found; 1 where nothing was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of those there; 1 where nothing was."""
        return self.right / self.there if self.there else 1.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """All pairs that are each other's nearest, with whether they are right; how many there are to be found."""

    margins: Floats
    right: NDArray[np.bool_]
    there: int

    def at(self, least: float) -> Found:
        """What is found from a margin on."""
        over = self.margins >= least
        return Found(int(self.right[over].sum()), int(over.sum()), self.there)

    def best(self) -> tuple[float, Found]:
        """The margin with the best F, and what is found from it on."""
        steps = [n / 1000 for n in range(980, 1100)]
        return max(((s, self.at(s)) for s in steps), key=lambda found: (found[1].f, found[0]))


def documents(path: Path) -> list[tuple[str, str]]:
    """The sentences of a CoNLL-U file in order: number of the document, text."""
    found, name = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ")[:-3]
        elif line.startswith("# text = "):
            found.append((name, line.removeprefix("# text = ")))
    return found


def sentence_pairs(a: Floats, b: Floats, around_a: Floats, around_b: Floats) -> Scored:
    """Pairs among the sentences of two sides of which a third has no partner, over all turns.

    Args:
        a: vectors of sentences, sentences by size.
        b: vectors of their translations in the same order.
        around_a: the background of the first language.
        around_b: that of the second.
    """
    margins: list[float] = []
    right: list[bool] = []
    there = 0
    for turn in range(_TURNS):
        quarter = (np.arange(len(a)) + turn) % _TURNS
        mine, theirs = np.flatnonzero(quarter != 0), np.flatnonzero(quarter != 1)
        there += int((quarter >= 2).sum())
        for p in pair(a[mine], b[theirs], around_a=around_a, around_b=around_b, least=0):
            margins.append(p.margin)
            right.append(bool(mine[p.i] == theirs[p.j]))
    return Scored(np.array(margins, np.float32), np.array(right, bool), there)


def _texts(a: Floats, b: Floats) -> Iterator[tuple[str, Floats, Floats]]:
    """Kinds of pairs of texts, and their vectors."""
    starts = range(0, len(a) - 2 * _TEXT + 1, _TEXT)
    for number, at in enumerate(starts):
        far = starts[(number + len(starts) // 2) % len(starts)]
        mine, theirs, alien = a[at : at + _TEXT], b[at : at + _TEXT], b[far : far + _TEXT]
        yield "all ten", mine, theirs
        yield "seven of ten", mine, np.vstack([theirs[:4], alien[:3], theirs[7:]])
        yield "four of ten", mine, np.vstack([alien[:4], theirs[4:8], alien[8:]])
        yield "same documents", a[at : at + 2 * _TEXT : 2], b[at + 1 : at + 2 * _TEXT : 2]
        for other in starts[number % _EVERY :: _EVERY]:
            if abs(other - at) >= _TEXT:
                yield "other documents", mine, b[other : other + _TEXT]


def _text_table(a: Floats, b: Floats, around_a: Floats, around_b: Floats) -> dict[str, tuple[int, int]]:
    counts: dict[str, list[int]] = {}
    for kind, mine, theirs in _texts(a, b):
        pairs = pair(mine, theirs, around_a=around_a, around_b=around_b)
        count = counts.setdefault(kind, [0, 0])
        count[0] += strength(pairs, min(len(mine), len(theirs))) >= STRONG
        count[1] += 1
    return {kind: (found, there) for kind, (found, there) in counts.items()}


@click.command(help=(__doc__ or "").split("\n\n")[0])
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--weights", type=click.Path(exists=True, path_type=Path), help="Another folder of weights.")
def main(data: Path, weights: Path | None) -> None:
    """Print both tables."""
    vectors = Vectors(weights) if weights else Vectors.shared()
    rows = {language: documents(data / "pud" / f"{language}.conllu") for language in LANGUAGES}
    names = {name: n for n, name in enumerate(dict.fromkeys(name for name, _ in rows["en"]))}
    chosen = np.array([names[name] % _CHOOSING == 0 for name, _ in rows["en"]])
    begun = process_time()
    vectors_of = {language: vectors.of([text for _, text in row]) for language, row in rows.items()}
    count = sum(len(row) for row in rows.values())
    click.echo(f"{count} sentences, {count / (process_time() - begun):.0f} per second of one core")
    click.echo(
        f"sentences: F at {LEAST} on {int((~chosen).sum())} for testing; all 1,000; best on the others"
    )
    for one, two in SIDES:
        around = background(one), background(two)
        test = sentence_pairs(vectors_of[one][~chosen], vectors_of[two][~chosen], *around).at(LEAST)
        whole = sentence_pairs(vectors_of[one], vectors_of[two], *around).at(LEAST)
        step, best = sentence_pairs(vectors_of[one][chosen], vectors_of[two][chosen], *around).best()
        click.echo(
            f"{one}-{two}  F {test.f:.3f} (P {test.precision:.3f} R {test.recall:.3f})  "
            f"all F {whole.f:.3f} (P {whole.precision:.3f} R {whole.recall:.3f})  choosing F {best.f:.3f} at {step:.3f}"
        )
    click.echo("texts called translations, of those for testing")
    for one, two in SIDES:
        a, b = vectors_of[one][~chosen], vectors_of[two][~chosen]
        table = _text_table(a, b, background(one), background(two))
        parts = "  ".join(f"{kind} {found}/{there}" for kind, (found, there) in table.items())
        click.echo(f"{one}-{two}  {parts}")


if __name__ == "__main__":
    main()
