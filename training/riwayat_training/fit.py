"""Fitting a network to examples, an epoch at a time; what was interrupted goes on behind its last epoch."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import torch

from riwayat.reading.tagger.outputs import Floats
from riwayat.reading.tagger.session import cropped
from riwayat.reading.tagger.words import Pieces
from riwayat_training.augment import Swapped
from riwayat_training.examples import Example
from riwayat_training.loss import apart, distance, loss, targets_of
from riwayat_training.measure import Tag
from riwayat_training.network import Tagger

log = logging.getLogger(__name__)

BATCH: Final = 16
LONGEST: Final = 160
"""Pieces; longer sentences are not trained on."""
_POOL: Final = 64
"""Batches that are sorted by length together."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int
    rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    decay: float = 0.01
    clip: float = 1.0
    seed: int = 1
    teaching: float = 1.0
    """How much the teacher counts beside the examples."""


@dataclass(slots=True)
class Cut:
    """An example with its pieces."""

    example: Example
    pieces: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))


Judge = Callable[[Tagger], float]


def fit(
    model: Tagger,
    examples: Swapped,
    pieces: Pieces,
    plan: Plan,
    folder: Path,
    judge: Judge,
    *,
    teacher: Tagger | None = None,
) -> Tagger:
    """Fit a network; the one of the best epoch comes back.

    Args:
        model: where to start.
        examples: what to learn; each comes once an epoch, in an order that the seed fixes.
        folder: where the state is kept after each epoch (`state.pt`), and the best (`best.pt`).
        judge: how good a network is, on what it has not learnt from.
        teacher: a network whose outputs to come near too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    matrices = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.dim() > 1]
    others = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.dim() == 1]
    optimizer = torch.optim.AdamW(
        [
            {"params": matrices, "lr": plan.rate, "weight_decay": plan.decay},
            {"params": others, "lr": plan.rate, "weight_decay": 0.0},
            {"params": heads, "lr": plan.head_rate, "weight_decay": plan.decay},
        ]
    )
    steps = math.ceil(len(examples) / BATCH) * plan.epochs
    warm = max(1, int(steps * plan.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
    )
    first, best = 0, -1.0
    state = folder / "state.pt"
    if state.exists():
        kept = torch.load(state, weights_only=True)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        first, best = kept["epoch"], kept["best"]
        log.info("%s: going on behind epoch %d (best %.4f)", folder.name, first, best)
    for epoch in range(first, plan.epochs):
        torch.manual_seed(plan.seed * 1000 + epoch)
        begun, total, count = time.monotonic(), 0.0, 0
        model.train()
        cut = _cut(examples.at(epoch, plan.seed), pieces)
        for batch in _batches(cut, random.Random(plan.seed * 1000 + epoch)):
            total += _step(model, teacher, batch, pieces, plan, optimizer)
            schedule.step()
            count += 1
            if count % 100 == 0:
                speed = count * BATCH / (time.monotonic() - begun)
                log.info(
                    "%s: epoch %d, batch %d, loss %.3f, %.0f sentences/s",
                    folder.name,
                    epoch + 1,
                    count,
                    total / count,
                    speed,
                )
        score = judge(model)
        log.info(
            "%s: epoch %d: loss %.3f, score %.4f, %.0f s",
            folder.name,
            epoch + 1,
            total / max(1, count),
            score,
            time.monotonic() - begun,
        )
        if score > best:
            best = score
            model.save(folder / "best.pt", score=score, epoch=epoch + 1)
        part = state.with_suffix(".part")
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
                "best": best,
            },
            part,
        )
        part.replace(state)
    return Tagger.load(folder / "best.pt")


def _cut(examples: Iterable[Example], pieces: Pieces) -> list[Cut]:
    cut = (Cut(e, pieces.cut(e.words)) for e in examples)
    return [c for c in cut if len(c.pieces[0]) <= LONGEST]


def _batches(cut: Sequence[Cut], order: random.Random) -> Iterator[list[Cut]]:
    """Batches of like length, in a random order."""
    shuffled = list(cut)
    order.shuffle(shuffled)
    batches = []
    for at in range(0, len(shuffled), _POOL * BATCH):
        pool = sorted(shuffled[at : at + _POOL * BATCH], key=lambda c: len(c.pieces[0]))
        batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    order.shuffle(batches)
    return iter(batches)


def _step(
    model: Tagger,
    teacher: Tagger | None,
    cut: Sequence[Cut],
    pieces: Pieces,
    plan: Plan,
    optimizer: torch.optim.Optimizer,
) -> float:
    batch = pieces.batch([c.pieces for c in cut])
    inputs = [torch.from_numpy(a) for a in (batch.pieces, batch.mask, batch.first)]
    counts = [len(c.pieces[1]) for c in cut]
    targets = targets_of([c.example for c in cut], counts, batch.first.shape[1])
    with torch.autocast("cpu", torch.bfloat16):
        vectors = model.words(*inputs)
        out = model.scores(vectors)
        value = loss(out, targets)
        if teacher is not None:
            with torch.no_grad():
                shown = teacher.words(*inputs)
                taught = teacher.scores(shown)
            there = torch.arange(batch.first.shape[1])[None, :] < torch.tensor(counts)[:, None]
            value = value + plan.teaching * (distance(out, taught, there) + apart(vectors, shown, there))
    optimizer.zero_grad(set_to_none=True)
    value.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), plan.clip)
    optimizer.step()
    return float(value.detach())


def tagging(model: Tagger, pieces: Pieces) -> Tag:
    """A function that gives all outputs of a network for sentences, in batches of like length."""

    def tag(sentences: Sequence[Sequence[str]]) -> list[dict[str, Floats]]:
        model.eval()
        cut = [pieces.cut(words) for words in sentences]
        order = sorted(range(len(cut)), key=lambda i: len(cut[i][0]))
        found: dict[int, dict[str, Floats]] = {}
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            batch = pieces.batch([cut[i] for i in chosen])
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                out = model(*(torch.from_numpy(a) for a in (batch.pieces, batch.mask, batch.first)))
            arrays = {name: values.float().numpy() for name, values in out.items()}
            for row, i in enumerate(chosen):
                found[i] = cropped(arrays, row, len(sentences[i]), len(cut[i][1]))
        return [found[i] for i in range(len(cut))]

    return tag
