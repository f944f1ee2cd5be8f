from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from riwayat.vectors import STRONG, Vectors, background, pair, strength

ENGLISH = [
    "Two drones hit a fuel depot in the port of Berdan on Tuesday night.",
    "The governor said that the fire was put out after three hours.",
    "No group has claimed the attack.",
    "Schools in the port district stay closed until Thursday.",
]
ARABIC = [
    "ستبقى المدارس في منطقة الميناء مغلقة حتى الخميس.",
    "أصابت طائرتان مسيرتان مستودعا للوقود في ميناء بردان ليلة الثلاثاء.",
    "وقال المحافظ إن الحريق أخمد بعد ثلاث ساعات.",
    "ولم تتبن أي جماعة الهجوم.",
]
SAME_MATTER = [
    "كان الميناء هدفا لهجمات عدة خلال الحرب.",
    "وذكر صيادون أنهم سمعوا انفجارات قوية قرب الشاطئ.",
    "وارتفعت أسعار البنزين في المدينة صباح اليوم.",
    "ودعت الحكومة إلى اجتماع طارئ لمجلس الأمن القومي.",
]


def _unit(*rows: list[float]) -> NDArray[np.float32]:
    values = np.array(rows, np.float32)
    return values / np.linalg.norm(values, axis=1, keepdims=True)


def _pairs(one: list[str], two: list[str]) -> list[tuple[int, int]]:
    vectors = Vectors.shared()
    found = pair(vectors.of(one), vectors.of(two), around_a=background("en"), around_b=background("ar"))
    return [(p.i, p.j) for p in found]


def test_translated_sentences_are_paired_wherever_they_stand() -> None:
    assert _pairs(ENGLISH, ARABIC) == [(0, 1), (1, 2), (2, 3), (3, 0)]


def test_a_text_is_stronger_tied_to_its_translation_than_to_another_on_the_same_matter() -> None:
    vectors = Vectors.shared()
    english, around = vectors.of(ENGLISH), (background("en"), background("ar"))

    def tied(arabic: list[str]) -> float:
        found = pair(english, vectors.of(arabic), around_a=around[0], around_b=around[1])
        return strength(found, min(len(ENGLISH), len(arabic)))

    assert tied(ARABIC) >= STRONG
    assert tied(SAME_MATTER) < STRONG


def test_only_sentences_that_are_each_others_nearest_are_paired() -> None:
    a, b = _unit([1, 0.3], [1, 0]), _unit([1, 0], [0, 1])
    assert [(p.i, p.j) for p in pair(a, b, least=0)] == [(1, 0)]


def test_the_margin_is_the_cosine_over_the_mean_nearness_of_both() -> None:
    a, b = _unit([1, 0]), _unit([1, 0], [0, 1])
    (only,) = pair(a, b, least=0)
    assert only.cosine == pytest.approx(1)
    assert only.margin == pytest.approx(1 / ((0.5 + 1) / 2))


def test_what_is_near_everything_around_is_no_translation() -> None:
    a, b = _unit([1, 0.02]), _unit([1, 0])
    alone = pair(a, b, least=0)[0].margin
    crowd = _unit([1, 0.01], [1, 0.03], [1, -0.01], [1, -0.02])
    assert pair(a, b, around_a=crowd, around_b=crowd, least=0)[0].margin == pytest.approx(alone, abs=1e-3)
    apart = _unit([0.1, 1], [0.1, -1], [0.2, 1], [0.2, -1])
    assert pair(a, b, around_a=apart, around_b=apart, least=0)[0].margin > 1.5
    assert pair(a, b, around_a=crowd, around_b=crowd) == []


def test_texts_without_sentences_have_no_pairs_and_no_strength() -> None:
    none = np.zeros((0, 384), np.float32)
    assert pair(none, background("en")) == []
    assert pair(background("en"), none) == []
    assert strength([], 0) == 0
