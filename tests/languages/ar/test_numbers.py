"""Arabic counts: digits, words, twos, bounds, and what befell those counted."""

from __future__ import annotations

import pytest

from riwayat.languages.ar.numbers import casualties, find_counts


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("مقتل 14 جنديا", 14, 14),
        ("مقتل ١٤ جنديا", 14, 14),
        ("مقتل ثلاثة مدنيين", 3, 3),
        ("مقتل جنديين", 2, 2),
        ("مقتل ما لا يقل عن 17 شخصا", 17, None),
        ("مقتل عشرات المدنيين", 20, 99),
    ],
)
def test_how_many(text: str, low: int, high: int | None) -> None:
    (count,) = find_counts(text)
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("أسفر القصف عن مقتل ثلاثة مدنيين.", "killed"),
        ("أصيب أربعة جنود في الاشتباكات.", "wounded"),
        ("اعتقلت القوات ستة مواطنين.", "detained"),
        ("نزح 300 شخص من البلدة.", "displaced"),
    ],
)
def test_what_befell_them(sentence: str, what: str) -> None:
    assert what in [figure.what for figure in casualties(sentence)]
