"""What a network should have said: targets of a batch, and how far from them it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from riwayat.reading.tagger.labels import CONVENTIONS, CUES, NAMES, RELATIONS, SET_NAMES, TRIGGERS
from riwayat_training.examples import ANY, Example

_SEQUENCES = {"names": NAMES, "cues": CUES, "triggers": TRIGGERS, **dict.fromkeys(CONVENTIONS, SET_NAMES)}
_WEIGHTS = {
    "names": 1.0,
    **dict.fromkeys(CONVENTIONS, 1.0),
    "cues": 2.0,
    "triggers": 2.0,
    "modality": 0.5,
    "kind": 0.5,
    "flags": 0.3,
    "relations": 8.0,  # averaged over all words of the sentence, most of which stand in none
}
_VECTORS = 4.0
"""How much the vectors of words count beside the scores that a teacher gives them."""
_FEW = 3.0
"""How much more a word that stands in a relation counts than one that does not."""


@dataclass(slots=True)
class Targets:
    """Targets of one batch."""

    allowed: dict[str, Tensor]
    """By head, sentences by words by labels: whether the word may have the label."""
    known: dict[str, Tensor]
    """By head, sentences by words: whether anything is known of the word."""
    classes: dict[str, Tensor]
    """`modality` and `kind`: rows of sentence, word, number."""
    flags: Tensor
    """Rows of sentence, word, number of the flag, 0 or 1."""
    rows: Tensor
    """Predicates: rows of sentence, word."""
    relations: Tensor
    """Predicates by relations by words: 1 where the word stands so, 0 where not, -1 where nothing is known."""
    certainty: Tensor
    """By sentence."""


def targets_of(examples: Sequence[Example], counts: Sequence[int], width: int) -> Targets:
    """The targets of some examples, of whose words the first `counts` are seen, padded to `width` words."""
    allowed, known = {}, {}
    for name, labels in _SEQUENCES.items():
        bits = torch.full((len(examples), width), ANY, dtype=torch.int64)
        for row, (example, count) in enumerate(zip(examples, counts, strict=True)):
            bits[row, :count] = torch.tensor(_masks(example, name)[:count], dtype=torch.int64)
        shifted = bits[:, :, None] >> torch.arange(len(labels))
        allowed[name] = (shifted & 1).bool()
        known[name] = ~allowed[name].all(-1)
    classes: dict[str, list[tuple[int, int, int]]] = {"modality": [], "kind": []}
    flags, rows, runs = [], [], []
    for row, (example, count) in enumerate(zip(examples, counts, strict=True)):
        for name, found in classes.items():
            found += [(row, word, n) for word, n in getattr(example, name).items() if word < count]
        flags += [(row, word, n, int(on)) for (word, n), on in example.flags.items() if word < count]
        for predicate in example.predicates:
            if predicate.word >= count:
                continue
            relation = torch.full((len(RELATIONS), width), -1.0)
            for name in predicate.relations:
                relation[RELATIONS.index(name), :count] = 0.0
            for name, start, end in predicate.words:
                relation[RELATIONS.index(name), start : min(end, count)] = 1.0
            rows.append((row, predicate.word))
            runs.append(relation)
    return Targets(
        allowed,
        known,
        {name: torch.tensor(found, dtype=torch.int64).view(-1, 3) for name, found in classes.items()},
        torch.tensor(flags, dtype=torch.int64).view(-1, 4),
        torch.tensor(rows, dtype=torch.int64).view(-1, 2),
        torch.stack(runs) if runs else torch.zeros(0, len(RELATIONS), width),
        torch.tensor([e.certainty for e in examples]),
    )


def _masks(example: Example, head: str) -> list[int]:
    if head in CONVENTIONS:
        return example.sets.get(head) or [ANY] * len(example.words)
    masks: list[int] = getattr(example, head)
    return masks


def loss(out: dict[str, Tensor], targets: Targets) -> Tensor:
    """The sum over the heads of the mean loss over what is known, by its certainty; 0 where nothing is."""
    parts = []

    def add(head: str, each: Tensor, certainty: Tensor) -> None:
        if len(each):
            parts.append(_WEIGHTS[head] * (each * certainty).mean())

    for name in _SEQUENCES:
        known = targets.known[name]
        scores = functional.log_softmax(out[name].float(), dim=-1)[known]
        right = scores.masked_fill(~targets.allowed[name][known], float("-inf"))
        by_sentence = (
            targets.certainty if name in ("cues", "triggers") else torch.ones_like(targets.certainty)
        )
        add(name, -torch.logsumexp(right, dim=-1), by_sentence[:, None].expand_as(known)[known])
    for name, rows in targets.classes.items():
        s, w, n = rows.T
        each = functional.cross_entropy(out[name].float()[s, w], n, reduction="none")
        add(name, each, targets.certainty[s])
    s, w, n, on = targets.flags.T
    each = functional.binary_cross_entropy_with_logits(
        out["flags"].float()[s, w, n], on.float(), reduction="none"
    )
    add("flags", each, targets.certainty[s])
    s, w = targets.rows.T
    scores = out["relations"].float()[s, :, w]  # predicates by relations by words
    seen = targets.relations >= 0
    weights = torch.where(targets.relations > 0, _FEW, 1.0) * targets.certainty[s][:, None, None]
    each = functional.binary_cross_entropy_with_logits(
        scores[seen], targets.relations[seen], reduction="none"
    )
    add("relations", each, weights[seen])
    return torch.stack(parts).sum() if parts else out["names"].sum() * 0.0


def distance(
    student: dict[str, Tensor], teacher: dict[str, Tensor], words: Tensor, heat: float = 2.0
) -> Tensor:
    """How far a network is from its teacher, over all words that are there.

    Args:
        student, teacher: the outputs of both for the same batch.
        words: sentences by words, true where there is one.
        heat: softens both, so that the unlikely labels teach too (Hinton and others 2015, arXiv 1503.02531).
    """
    parts = []
    for name in (*_SEQUENCES, "modality", "kind"):
        ours = functional.log_softmax(student[name].float()[words] / heat, dim=-1)
        theirs = functional.softmax(teacher[name].float()[words] / heat, dim=-1)
        parts.append(functional.kl_div(ours, theirs, reduction="batchmean") * heat * heat)
    parts.append(
        functional.binary_cross_entropy_with_logits(
            student["flags"].float()[words], teacher["flags"].float()[words].sigmoid()
        )
    )
    # relations only where the teacher sees a cue, a trigger or a person
    said = (teacher["cues"].argmax(-1) > 0) | (teacher["triggers"].argmax(-1) > 0)
    person = teacher["names"].argmax(-1) == NAMES.index("B-person")
    s, w = ((said | person) & words).nonzero(as_tuple=True)
    if len(s):
        theirs = teacher["relations"].float()[s, :, w].sigmoid()
        ours = student["relations"].float()[s, :, w]
        there = words[s][:, None, :].expand_as(ours)
        parts.append(
            _WEIGHTS["relations"] * functional.binary_cross_entropy_with_logits(ours[there], theirs[there])
        )
    return torch.stack(parts).sum()


def apart(student: Tensor, teacher: Tensor, words: Tensor) -> Tensor:
    """How far the vectors of a network's words are from its teacher's, as a share of how much the latter vary.

    Args:
        student, teacher: sentences by words by hidden, the same width for both.
        words: sentences by words, true where there is one.

    A small network learns sooner where its inner vectors are held to those of the large one, too (Jiao and others
    2020, TinyBERT, arXiv 1909.10351).
    """
    ours, theirs = student.float()[words], teacher.float()[words]
    return _VECTORS * (ours - theirs).square().mean() / theirs.var(0, unbiased=False).mean().clamp_min(1e-6)
