"""Scores of a network on examples: spans found, whole and with the right label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from riwayat.reading.tagger.decode import relation_runs, runs_of
from riwayat.reading.tagger.labels import CONVENTIONS, CUES, MODALITIES, NAMES, OUTPUTS, SET_NAMES, TRIGGERS
from riwayat.reading.tagger.outputs import Floats, Tags
from riwayat_training.examples import ANY, Example

Tag = Callable[[Sequence[Sequence[str]]], list[dict[str, Floats]]]
"""Sentences of words to all outputs of the network for each."""


@dataclass(slots=True)
class Score:
    """Counts of what was found rightly, wrongly, and not."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f(self) -> float:
        """F1; 0 where there is nothing."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0

    @property
    def n(self) -> int:
        """How many there are to find."""
        return self.right + self.missed

    def see(self, gold: set[tuple[object, ...]], got: set[tuple[object, ...]]) -> None:
        """Count one sentence."""
        self.right += len(gold & got)
        self.wrong += len(got - gold)
        self.missed += len(gold - got)


_ORGANISATION = {"outlet": "group"}


def _gold_runs(masks: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, frozenset[str]]]:
    """The runs that targets tell, with the types each may be."""
    found: list[tuple[int, int, frozenset[str]]] = []
    start, types = None, frozenset[str]()
    for i, mask in enumerate([*masks, 1]):
        named = {labels[k] for k in range(len(labels)) if mask >> k & 1} if mask != ANY else set()
        begins = bool(named) and all(x.startswith("B-") for x in named)
        goes_on = bool(named) and all(x[0] == "I" for x in named) and start is not None
        if start is not None and not goes_on:
            found.append((start, i, types))
            start = None
        if begins:
            start, types = i, frozenset(x[2:] for x in named)
    return found


def score_names(examples: Sequence[Example], tag: Tag, *, head: str = "names") -> dict[str, Score]:
    """Persons, groups and places, outermost; outlets count as groups.  `all` is over the three.

    `head` is `names`, or one of the conventions, whose gold is asked for too.
    """
    labels = SET_NAMES if head in CONVENTIONS else NAMES
    scores: dict[str, Score] = defaultdict(Score)
    for example, found in zip(examples, tag([e.words for e in examples]), strict=True):
        masks = example.sets[head] if head in CONVENTIONS else example.names
        gold = {
            (a, b, min(_ORGANISATION.get(t, t) for t in types))
            for a, b, types in _gold_runs(masks, labels)
            if not types & {"time", "amount"}
        }
        either = {(a, b): types for a, b, types in _gold_runs(masks, labels) if len(types) > 1}
        got = set()
        for a, b, kind in runs_of(found[head], labels):
            kind = _ORGANISATION.get(kind, kind)
            if kind in ("person", "group", "place"):
                if kind in either.get((a, b), ()):  # a country that acts is a place and a group
                    kind = min(_ORGANISATION.get(t, t) for t in either[a, b])
                got.add((a, b, kind))
        for kind in ("person", "group", "place"):
            scores[kind].see({g for g in gold if g[2] == kind}, {g for g in got if g[2] == kind})
        scores["all"].see(set(gold), set(got))
    return dict(scores)


def score_marks(examples: Sequence[Example], tag: Tag) -> dict[str, Score]:
    """Cues with role, their sources and contents; triggers with type and their arguments; times and amounts.

    A source, content or argument counts where cue or trigger and half of its words are right.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for example, found in zip(examples, tag([e.words for e in examples]), strict=True):
        tags = Tags(**{name: found[name] for name in OUTPUTS})
        cues = {(a, b): next(iter(t)) for a, b, t in _gold_runs(example.cues, CUES)}
        found_cues = {(a, b): k for a, b, k in runs_of(tags.cues, CUES)}
        scores["cue"].see(
            {(a, k) for (a, _), k in cues.items()}, {(a, k) for (a, _), k in found_cues.items()}
        )
        triggers = {(a, b): next(iter(t)) for a, b, t in _gold_runs(example.triggers, TRIGGERS)}
        found_triggers = {(a, b): k for a, b, k in runs_of(tags.triggers, TRIGGERS)}
        scores["trigger"].see(
            {(a, k) for (a, _), k in triggers.items()}, {(a, k) for (a, _), k in found_triggers.items()}
        )
        for a, number in example.modality.items():
            if any(x == a for x, _ in found_triggers):
                right = int(np.argmax(tags.modality[a])) == number
                scores["modality"].see({(a, MODALITIES[number])}, {(a, MODALITIES[number] if right else "")})
        names = [(a, b, k) for a, b, k in runs_of(tags.names, NAMES) if k in ("time", "amount")]
        for kind in ("time", "amount"):
            gold = {(a, b) for a, b, t in _gold_runs(example.names, NAMES) if t == {kind}}
            scores[kind].see(set(gold), {(a, b) for a, b, k in names if k == kind})
        _score_relations(example, tags, {a for a, _ in found_cues} | {a for a, _ in found_triggers}, scores)
    return dict(scores)


def _score_relations(example: Example, tags: Tags, found: set[int], scores: dict[str, Score]) -> None:
    starts = {p.word: p for p in example.predicates if p.relations != {"group"}}
    for word in sorted(found | set(starts)):
        gold = starts[word].words if word in starts else ()
        asked = starts[word].relations if word in starts else ()
        for relation in asked:
            want = [set(range(a, b)) for r, a, b in gold if r == relation]
            got = [set(range(a, b)) for a, b in relation_runs(tags, word, relation)] if word in found else []
            for run in want:
                hit = next((g for g in got if 2 * len(g & run) >= len(g | run)), None)
                if hit is None:
                    scores[relation].missed += 1
                else:
                    got.remove(hit)
                    scores[relation].right += 1
            scores[relation].wrong += len(got)
