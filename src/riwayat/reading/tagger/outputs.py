"""What the network says of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tags:
    """The scores of every head, before any softmax: words by labels; `relations` relations by words by words."""

    names: Floats
    cues: Floats
    triggers: Floats
    modality: Floats
    kind: Floats
    flags: Floats
    relations: Floats
    """By relation, the word they stand to (a cue, a trigger, a person), the word that stands so."""
