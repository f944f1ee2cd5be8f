from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from riwayat.vectors import Vectors, VectorsError, background, packed, unpacked

SAME = [
    "The army withdrew from the town on Monday, residents said.",
    "Tentara mundur dari kota itu pada hari Senin, kata warga.",
    "Tentera berundur dari bandar itu pada hari Isnin, kata penduduk.",
    "انسحب الجيش من البلدة يوم الإثنين، بحسب السكان.",
]
OTHERS = [
    "The price of rice rose again at the central market.",
    "Harga beras kembali naik di pasar induk.",
    "Harga beras naik lagi di pasar borong.",
    "ارتفع سعر الأرز مجددا في السوق المركزي.",
]


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.shared()


def test_what_is_said_in_four_languages_is_nearer_than_anything_else(vectors: Vectors) -> None:
    said, other = vectors.of(SAME), vectors.of(OTHERS)
    assert (said @ said.T).min() > (said @ other.T).max()


def test_vectors_have_length_one_and_keep_the_order_of_their_sentences(vectors: Vectors) -> None:
    found = vectors.of([*SAME, SAME[0]])
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(found[0], found[-1])
    assert len({row.tobytes() for row in found}) == len(SAME)


def test_a_sentence_has_the_same_vector_whatever_is_asked_for_beside_it(vectors: Vectors) -> None:
    together = vectors.of([*OTHERS, *SAME, "word " * 400])
    for place, sentence in enumerate([*OTHERS, *SAME]):
        assert np.array_equal(vectors.of([sentence])[0], together[place])


def test_vowel_marks_invisible_marks_and_line_breaks_make_no_difference(vectors: Vectors) -> None:
    plain, marked = vectors.of(["انسحب الجيش من البلدة", "\u200fاِنسَحَبَ الجَيشُ\nمِنَ البَلدَةِ"])
    assert np.array_equal(plain, marked)


def test_nothing_and_an_empty_sentence_are_no_errors(vectors: Vectors) -> None:
    assert vectors.of([]).shape == (0, 384)
    assert np.isfinite(vectors.of([""])).all()


def test_missing_weights_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(VectorsError, match="cannot be loaded") as told:
        Vectors(tmp_path)
    assert str(tmp_path) in str(told.value)


def test_packed_vectors_are_a_byte_a_number_and_come_back_nearly_as_they_were(vectors: Vectors) -> None:
    found = vectors.of(SAME)
    rows = packed(found)
    assert {len(row) for row in rows} == {384}
    back = unpacked(rows)
    assert np.linalg.norm(back, axis=1) == pytest.approx(1, abs=1e-5)
    assert (back * found).sum(axis=1).min() > 0.999
    assert unpacked([]).shape == (0, 384)


def test_bytes_of_another_length_are_no_vector() -> None:
    with pytest.raises(ValueError, match="384"):
        unpacked([b"abc"])


def test_each_language_has_a_background_that_cannot_be_changed() -> None:
    assert {background(language).shape for language in ("ar", "en", "id", "ms")} == {(150, 384)}
    assert np.array_equal(background("ms"), background("id"))
    assert background("xx").shape == (0, 384)
    with pytest.raises(ValueError, match="read-only"):
        background("id")[0, 0] = 1
