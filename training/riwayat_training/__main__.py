"""`python -m riwayat_training DATA WORK`: from open data and our corpus to the file that ships.

DATA is the folder of open sets, WORK holds what is made on the way.  Each stage is skipped where its outcome
is there; a fit that was interrupted goes on behind its last epoch.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch

from riwayat.reading.tagger.session import Network
from riwayat.reading.tagger.words import Pieces
from riwayat_training import card, corpus, export, open_sets, overlap, silver, start, vocabulary
from riwayat_training.augment import Swapped
from riwayat_training.examples import Example
from riwayat_training.fit import Plan, fit, tagging
from riwayat_training.measure import Tag, score_marks, score_names
from riwayat_training.network import Tagger, shortened, started

log = logging.getLogger("riwayat_training")

_TEACHER: Final = Plan(epochs=6)
_STUDENT: Final = Plan(epochs=10, rate=1.5e-4, teaching=1.0)
_LAYERS: Final = (0, 2, 4, 6, 8, 10)
"""The teacher's layers that the student starts from."""
_HEADS: Final = (("idner-news-2k", "idner"), ("wojood-sample", "wojood"), ("re3d", "re3d"))
"""Sets of names with the head that has learnt their convention."""
_CORPUS_TIMES: Final = 2
"""How often our own corpus comes in an epoch: it alone has all labels."""


def main() -> None:
    """Run all stages."""
    parser = argparse.ArgumentParser(prog="riwayat_training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the open sets")
    parser.add_argument("work", type=Path, help="folder for what is made on the way, and the outcome")
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus"), help="our own corpus (default: corpus)"
    )
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    train(options.data, options.work, options.corpus)


def train(data: Path, work: Path, ours: Path) -> None:
    """Every stage, from what is there to `WORK/weights`."""
    begun = start.load(start.fetch(work))
    tests = open_sets.test_sets(data)
    scored = [e for examples in tests.values() for e in examples] + corpus.corpus(ours, "test")
    learnt = overlap.without(open_sets.training_sets(data), scored)
    own = corpus.corpus(ours, "train")
    overlap.refuse([*learnt, *own], scored)
    log.info("%d sentences of open sets, %d of our corpus", len(learnt), len(own))
    examples = [*silver.with_silver(learnt), *own * _CORPUS_TIMES]

    kept_file = work / "kept.json"
    if not kept_file.exists():
        kept_file.write_text(
            json.dumps(vocabulary.choose(begun.pieces, (w for e in examples for w in e.words)))
        )
    kept = json.loads(kept_file.read_text())
    tokenizer = vocabulary.tokenizer_of([begun.pieces[i] for i in kept])
    pieces = Pieces(tokenizer)
    development = {**open_sets.development_sets(data), "corpus": corpus.corpus(ours, "dev")}

    def judge(model: Tagger) -> float:
        return _judged(tagging(model, pieces), development)

    swapped = Swapped(examples)
    teacher = fit(started(begun, kept, begun.layers), swapped, pieces, _TEACHER, work / "teacher", judge)
    teacher.eval()
    student = fit(
        shortened(teacher, list(_LAYERS)), swapped, pieces, _STUDENT, work / "student", judge, teacher=teacher
    )
    weights = work / "weights"
    for name, model in (("teacher", teacher), ("student", student)):
        folder = weights if name == "student" else work / "weights-teacher"
        folder.mkdir(exist_ok=True)
        export.export(model, work / f"{name}.onnx")
        export.quantise(work / f"{name}.onnx", folder / "tagger.onnx")
        tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    tables = {
        name: _tables(tag, tests, ours)
        for name, tag in (
            ("12 layers, float32", tagging(teacher, pieces)),
            ("12 layers, 8 bits", Network(work / "weights-teacher").tag),
            ("shipped", Network(weights).tag),
        )
    }
    (weights / "MODEL_CARD.md").write_text(card.written(tables, learnt, own, weights), encoding="utf-8")
    shutil.copy(weights / "MODEL_CARD.md", work / "MODEL_CARD.md")
    log.info("done: %s", weights)


def _judged(tag: Tag, development: dict[str, list[Example]]) -> float:
    """The mean over the sets of what each can tell; names and marks count alike where both are there."""
    parts = []
    for name, examples in development.items():
        if name != "corpus":
            names = score_names(examples, tag, head=dict(_HEADS)[name])["all"].f
            parts.append(names)
            log.info("  %s: names %.4f", name, names)
            continue
        for language in corpus.LANGUAGES:
            chosen = [e for e in examples if e.language == language]
            if not chosen:
                continue
            marks = score_marks(chosen, tag)
            own = [score_names(chosen, tag)["all"].f] + [
                marks[k].f for k in ("cue", "source", "content", "trigger")
            ]
            log.info(
                "  corpus %s: names, cue, source, content, trigger %s",
                language,
                " ".join(f"{x:.3f}" for x in own),
            )
            parts.append(sum(own) / len(own))
    return sum(parts) / len(parts)


def _tables(tag: Tag, tests: dict[str, list[Example]], ours: Path) -> list[tuple[str, str, float, int]]:
    """Rows of set, task, F, n."""
    rows: list[tuple[str, str, float, int]] = []
    for name, head in _HEADS:
        rows += [(name, kind, s.f, s.n) for kind, s in score_names(tests[name], tag, head=head).items()]
    gsr = score_marks(tests["arabic-event-gsr"], tag)
    rows += [
        ("arabic-event-gsr", kind, gsr[kind].f, gsr[kind].n) for kind in ("trigger", "actor", "recipient")
    ]
    for language in corpus.LANGUAGES:
        examples = [e for e in corpus.corpus(ours, "test") if e.language == language]
        names = score_names(examples, tag)
        marks = score_marks(examples, tag)
        rows += [(f"corpus {language}", kind, s.f, s.n) for kind, s in {**names, **marks}.items()]
    return rows


if __name__ == "__main__":
    main()


__all__: Sequence[str] = ["main", "train"]
