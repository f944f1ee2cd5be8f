"""Examples: sentences with what is known about their words.

A set that annotates only some of our labels must not teach that the others are absent.  So a word's target
is the set of labels it may have, as a bit mask: one bit where the label is known, several where a set
does not tell them apart (ORG is a group or an outlet), all where nothing is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from riwayat.reading.tagger.labels import CUES, NAMES, RELATIONS, SET_NAMES, TRIGGERS, NameType, Relation

ANY: Final = -1
"""The mask of all labels: nothing is known."""


def name_mask(types: Collection[NameType | None], *, first: bool) -> int:
    """The mask of a word that is the first or a further word of a name of one of the types; None is no name."""
    letter = "B" if first else "I"
    labels = {"O" if t is None else f"{letter}-{t}" for t in types}
    return sum(1 << i for i, label in enumerate(NAMES) if label in labels)


OUTSIDE: Final = 1
"""The mask of a word that is surely no name, cue or trigger."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that others stand to: the first of a cue, of a trigger, or of a person's name."""

    word: int
    relations: frozenset[Relation]
    """The relations that are annotated for it; what is not listed in `words` stands not so."""
    words: tuple[tuple[Relation, int, int], ...] = ()
    """Runs of words by relation: first, and behind the last."""


@dataclass(slots=True)
class Example:
    """One sentence.  Targets are as long as `words`; see the module's head for the masks."""

    words: list[str]
    language: str
    origin: str
    names: list[int] = field(default_factory=list)
    sets: dict[str, list[int]] = field(default_factory=dict)
    """By convention, the masks of its own head's labels; only for examples of that set."""
    cues: list[int] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)
    modality: dict[int, int] = field(default_factory=dict)
    """By the first word of a trigger, the number of its modality."""
    kind: dict[int, int] = field(default_factory=dict)
    """By the first word of a cue, the number of its narrator's kind."""
    flags: dict[tuple[int, int], bool] = field(default_factory=dict)
    """By word and number of the flag."""
    predicates: list[Predicate] = field(default_factory=list)
    certainty: float = 1.0
    """How much all but the names count: less than 1 where rules, and no reader, said so."""

    def __post_init__(self) -> None:
        for targets in (self.names, self.cues, self.triggers):
            if not targets:
                targets.extend([ANY] * len(self.words))

    def name(self, start: int, end: int, types: Collection[NameType | None]) -> None:
        """Words `start`..`end` are a name of one of the types."""
        for i in range(start, end):
            self.names[i] = name_mask(types, first=i == start)

    def set_names(self, convention: str, runs: Iterable[tuple[int, int, str]]) -> None:
        """All names of the sentence by the convention of its set: first word, behind the last, type."""
        masks = [OUTSIDE] * len(self.words)
        for start, end, kind in runs:
            for i in range(start, end):
                masks[i] = 1 << SET_NAMES.index(f"{'B' if i == start else 'I'}-{kind}")
        self.sets[convention] = masks

    def cue(self, start: int, end: int, role: str) -> None:
        """Words `start`..`end` are a cue."""
        _run(self.cues, CUES, start, end, role)

    def trigger(self, start: int, end: int, kind: str) -> None:
        """Words `start`..`end` are a trigger."""
        _run(self.triggers, TRIGGERS, start, end, kind)

    def all_outside(self, *, names: bool = False, cues: bool = False, triggers: bool = False) -> None:
        """What is not said to be something is nothing: the sentence is annotated in full for these."""
        for wanted, targets in ((names, self.names), (cues, self.cues), (triggers, self.triggers)):
            if wanted:
                targets[:] = [OUTSIDE if t == ANY else t for t in targets]


def _run(targets: list[int], labels: Sequence[str], start: int, end: int, label: str) -> None:
    for i in range(start, end):
        targets[i] = 1 << labels.index(f"B-{label}" if i == start else "I")


NAMED_BY: Final[frozenset[Relation]] = frozenset({"group"})
SAID_BY: Final[frozenset[Relation]] = frozenset({"source", "told", "content"})
DONE_BY: Final[frozenset[Relation]] = frozenset(RELATIONS) - SAID_BY - NAMED_BY
