"""Sentences of other reports, against whose nearness that of a pair is held."""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from riwayat.vectors.network import SIZE, VectorsError
from riwayat.vectors.packing import unpacked

_LIKE: Final = MappingProxyType({"ms": "id"})
"""Languages so near another that its sentences serve."""


@cache
def background(language: str) -> NDArray[np.float32]:
    """Vectors of sentences from made-up news in a language (ISO 639-1), sentences by `SIZE`; not to be changed.

    None where the project has no sentences of the language.

    Raises:
        VectorsError: the file that ships with the project is not there.
    """
    file = resources.files("riwayat.vectors").joinpath("weights", "background.npz")
    try:
        with file.open("rb") as stream, np.load(stream) as kept:
            name = _LIKE.get(language, language)
            rows = kept[name] if name in kept else np.zeros((0, SIZE), np.int8)
    except OSError as error:
        raise VectorsError(
            f"{file}: the background of the sentence vectors cannot be read: {error}"
        ) from error
    vectors = unpacked(row.tobytes() for row in rows)
    vectors.flags.writeable = False
    return vectors
