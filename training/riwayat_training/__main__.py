"""`python -m riwayat_training DATA WORK`: from open data and our corpus to the file that ships.

DATA is the folder of open sets, WORK holds what is made on the way.  Each stage is skipped where its outcome
is there; a fit that was interrupted goes on behind its last epoch.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from riwayat.reading.tagger.labels import CONVENTIONS, OUTPUTS
from riwayat.reading.tagger.session import Network
from riwayat.reading.tagger.words import Pieces
from riwayat_training import card, corpus, export, open_sets, overlap, silver, start, vectors, vocabulary
from riwayat_training.augment import Swapped
from riwayat_training.examples import Example
from riwayat_training.fit import Judge, Plan, fit, tagging
from riwayat_training.measure import Tag, score_marks, score_names
from riwayat_training.network import Tagger, shortened, started

log = logging.getLogger("riwayat_training")

_OPEN: Final = Plan(epochs=5)
"""First the large network learns names from the open sets."""
_OWN: Final = Plan(epochs=8, rate=6e-5, head_rate=5e-4)
"""Then everything else from our corpus, and from what the rules see in a part of the open sets."""
_STUDENT: Final = Plan(epochs=7, rate=1.5e-4)
"""Then a small one learns both from all examples and from the large one."""
_LAYERS: Final = (0, 2, 4, 6, 8, 10, 11)
"""The large network's layers that the small one starts from."""
_INNER: Final = 960
"""How wide the small network's feed-forward nets are; those of the large one are 1,536."""
_CORPUS_TIMES: Final = 3
"""How often our own corpus comes in an epoch: it alone has all labels."""
_SAMPLE: Final = 4
"""Of so many sentences of the open sets one comes along when the large network learns our corpus."""
_HEADS: Final = (("idner-news-2k", "idner"), ("wojood-sample", "wojood"), ("re3d", "re3d"))
"""Sets of names with the head that has learnt their convention."""
_STAGES: Final = ("vectors", "open", "own", "student", "export")


def main() -> None:
    """Run all stages."""
    parser = argparse.ArgumentParser(prog="riwayat_training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the open sets")
    parser.add_argument("work", type=Path, help="folder for what is made on the way, and the outcome")
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus"), help="our own corpus (default: corpus)"
    )
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--until", choices=_STAGES, default=_STAGES[-1], help="the last stage to run")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    train(options.data, options.work, options.corpus, until=options.until)


def train(data: Path, work: Path, ours: Path, *, until: str = _STAGES[-1]) -> None:
    """Every stage up to `until`, from what is there; the last one writes `WORK/weights`."""
    tests = open_sets.test_sets(data)
    scored = [e for examples in tests.values() for e in examples] + corpus.corpus(ours, "test")
    learnt = overlap.without(open_sets.training_sets(data), scored)
    overlap.refuse(learnt, scored)
    begun = start.load(start.fetch(work))
    kept = _kept(work, begun, learnt)
    tokenizer = vocabulary.tokenizer_of([begun.pieces[i] for i in kept])
    pieces, names = Pieces(tokenizer), open_sets.development_sets(data)
    log.info("%d sentences of open sets", len(learnt))
    _vectors(work, begun, kept, ours)
    if until == "vectors":
        return

    def judged_by(development: dict[str, list[Example]]) -> Judge:
        return lambda model: _judged(tagging(model, pieces), development)

    model = started(begun, kept, begun.layers)
    model = fit(model, Swapped(learnt), pieces, _OPEN, work / "open", judged_by(names))
    if until == "open":
        return
    own = corpus.corpus(ours, "train")
    overlap.refuse(own, scored)
    judge = judged_by({**names, "corpus": corpus.corpus(ours, "dev")})
    log.info("%d sentences of our corpus", len(own))
    learnt = list(silver.with_silver(learnt))
    few = Swapped([*learnt[::_SAMPLE], *own * _CORPUS_TIMES])
    teacher = fit(model, few, pieces, _OWN, work / "own", judge)
    teacher.eval()
    if until == "own":
        return
    everything = Swapped([*learnt, *own * _CORPUS_TIMES])
    small = shortened(teacher, _LAYERS, _INNER)
    student = fit(small, everything, pieces, _STUDENT, work / "student", judge, teacher=teacher)
    if until == "student":
        return
    tags = {"12 layers, float32": tagging(teacher, pieces)}
    for name, fitted, folder in (("12 layers", teacher, "weights-12"), ("shipped", student, "weights")):
        network = _exported(fitted, tokenizer, work / folder)
        tags[name] = partial(network.scores, outputs=(*OUTPUTS, *CONVENTIONS))
    tables = {name: _tables(tag, tests, ours) for name, tag in tags.items()}
    written = card.written(tables, learnt, own, work / "weights")
    (work / "weights" / "MODEL_CARD.md").write_text(written, encoding="utf-8")
    log.info("done: %s", work / "weights")


def _kept(work: Path, begun: start.Start, learnt: Sequence[Example]) -> list[int]:
    """The pieces of the vocabulary, chosen once."""
    path = work / "kept.json"
    if not path.exists():
        words = (w for e in learnt for w in e.words)
        path.write_text(json.dumps(vocabulary.choose(begun.pieces, words)))
    chosen: list[int] = json.loads(path.read_text())
    return chosen


def _vectors(work: Path, begun: start.Start, kept: list[int], ours: Path) -> None:
    """The encoder of sentence vectors, and beside it the whole start weights to compare with."""
    if not (work / "vectors").exists():
        vectors.make(begun, kept, ours, work / "vectors")
        vectors.make_whole(begun, work / "vectors-whole")


def _exported(model: Tagger, tokenizer: Tokenizer, folder: Path) -> Network:
    """Write a network as it ships, and run it so."""
    folder.mkdir(exist_ok=True)
    whole = folder.with_suffix(".float32.onnx")
    export.export(model, whole)
    export.quantise(whole, folder / "tagger.onnx")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    return Network(folder)


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
