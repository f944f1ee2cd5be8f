"""How near the sentences that tell two accounts are to each other, by their vectors."""

from __future__ import annotations

import numpy as np

from riwayat import model
from riwayat.store.texts import Texts

__all__ = ["nearness"]


def nearness(a: model.Account, report_a: int, b: model.Account, report_b: int, texts: Texts) -> float | None:
    """Cosine of the vectors of the sentences that tell two accounts most fully; None where there are none.

    Reports are given by their row ids.
    """
    if not a.tellings or not b.tellings:
        return None
    one = texts.vector(report_a, a.tellings[0].sentence.start)
    other = texts.vector(report_b, b.tellings[0].sentence.start)
    return None if one is None or other is None else float(np.einsum("k,k->", one, other))
