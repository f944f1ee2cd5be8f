"""Vectors as bytes, for storing: a byte a number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MOST: Final = 127


def packed(vectors: NDArray[np.float32]) -> list[bytes]:
    """Each row of an array as bytes: its numbers as parts of its largest one, in 8 bits with a sign.

    The length of a row is not kept: a vector says something by its direction only.
    """
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True, initial=0), 1e-12)
    rows = np.rint(vectors / largest * _MOST).astype(np.int8)
    return [row.tobytes() for row in rows]


def unpacked(rows: Iterable[bytes], size: int = 384) -> NDArray[np.float32]:
    """The vectors that were packed, rows by `size`, each of length 1.

    Raises:
        ValueError: a row is not `size` bytes long.
    """
    joined = list(rows)
    if any(len(row) != size for row in joined):
        raise ValueError(f"a packed vector has {size} bytes")
    values = np.frombuffer(b"".join(joined), np.int8).reshape(-1, size).astype(np.float32)
    lengths = np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-12)
    vectors: NDArray[np.float32] = values / lengths
    return vectors
