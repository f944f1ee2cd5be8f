from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from riwayat_eval.translations import Found, documents, sentence_pairs


def test_sentences_come_with_the_document_they_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "en.conllu"
    path.write_text(
        "# sent_id = n01001011\n# text = One.\n1\tOne\n\n# sent_id = n01001013\n# text = Two.\n1\tTwo\n\n"
        "# sent_id = w02003001\n# text = Three.\n",
        encoding="utf-8",
    )
    assert documents(path) == [("n01001", "One."), ("n01001", "Two."), ("w02003", "Three.")]


def test_a_third_of_each_side_has_no_partner_and_the_rest_is_found_by_vectors_that_are_alike() -> None:
    vectors = np.eye(16, dtype=np.float32) + 0.1
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    around = vectors[:0]
    scored = sentence_pairs(vectors, vectors, around, around)
    assert scored.there == 4 * 8
    assert scored.at(1.5) == Found(32, 32, 32)
    assert scored.best()[1].f == 1
    assert scored.at(0).found > 32, "without a least margin those without a partner are paired as well"
    assert scored.at(9).found == 0


def test_f_is_the_harmonic_mean_of_precision_and_recall() -> None:
    found = Found(right=6, found=8, there=12)
    assert (found.precision, found.recall) == (0.75, 0.5)
    assert found.f == pytest.approx(0.6)
