"""What the tagger says about words: the labels of its heads, in the order of their outputs.

The order is part of the shipped weights: a change here needs a new training.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

from riwayat.model import EventType, Modality, NarratorKind
from riwayat.reading.markup import Role

NameType: TypeAlias = Literal["person", "group", "place", "outlet", "time", "amount"]
"""What a run of words names; times and amounts are told apart here, and tied by rules."""
Relation: TypeAlias = Literal["source", "told", "content", "actor", "recipient", "place", "time", "group"]
"""How a word stands to a cue (the first three), to a trigger (the next four), to a person (the last)."""

NAME_TYPES: Final[tuple[NameType, ...]] = get_args(NameType)
NAMES: Final = ("O", *(f"{bi}-{t}" for t in NAME_TYPES for bi in "BI"))
"""Outside, then beginning and inside for each type of name."""
CONVENTIONS: Final = ("idner", "wojood", "re3d")
"""Data sets whose names are not quite ours, and so have heads of their own beside it: only scoring asks them."""
SET_NAMES: Final = ("O", *(f"{bi}-{t}" for t in ("person", "group", "place") for bi in "BI"))
"""Labels of those heads; outlets are groups there."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
CUES: Final = ("O", *(f"B-{role}" for role in ROLES), "I")
"""Outside, the first word of a cue by its role, a further word of a cue."""
TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
TRIGGERS: Final = ("O", *(f"B-{kind}" for kind in TYPES), "I")
"""Outside, the first word of a trigger by its type, a further word of a trigger."""
MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)
"""Of the trigger that begins at a word."""
KINDS: Final[tuple[NarratorKind, ...]] = get_args(NarratorKind)
"""Of the narrator behind the cue that begins at a word."""
FLAGS: Final = ("anaphor", "retold")
"""Whether the narrator is only pointed at (`he`, `the source`); whether the trigger tells an event again."""
RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)

OUTPUTS: Final = ("names", "cues", "triggers", "modality", "kind", "flags", "relations")
"""The outputs of the network that readings use, by name; those of `CONVENTIONS` stand beside them."""
