"""The start weights, and their way back into 4 bits."""

from __future__ import annotations

import numpy as np
import pytest
from riwayat_training.start import blocks


def test_weights_that_come_from_4_bits_go_back_into_them_without_loss() -> None:
    numbers = np.arange(128, dtype=np.float32).reshape(2, 2, 32) % 16
    scales = np.array([[0.5, -0.25], [0.125, 0]], np.float32)
    values = ((numbers - 8) * scales[..., None]).reshape(2, 64)
    back, found = blocks(values)
    assert np.array_equal(found, scales)
    assert np.array_equal(((back.astype(np.float32) - 8) * found[..., None]).reshape(2, 64), values)


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="4 bits"):
        blocks(np.linspace(0.1, 1, 32, dtype=np.float32)[None])
