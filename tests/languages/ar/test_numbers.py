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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("سقوط قتيلين و3 جرحى.", [("killed", 2, 2), ("wounded", 3, 3)]),
        ("مقتل جنديين وإصابة ثالث.", [("killed", 2, 2), ("wounded", 1, 1)]),
        ("لقي ما لا يقل عن 14 مهاجرا حتفهم.", [("killed", 14, None)]),
        ("ثمانية من مقاتليه قضوا في المعارك.", [("killed", 8, 8)]),
        ("نزح أكثر من خمسة آلاف و300 عائلة.", [("displaced", 5300, None)]),
        ("شارك نحو نصف مليون متظاهر.", [("participants", 500_000, 500_000)]),
        ("اعتقال خمسة محتجين.", [("detained", 5, 5)]),
        ("بلغ عدد القتلى 45.", [("killed", 45, 45)]),
    ],
)
def test_figures_in_all_their_forms(sentence: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert [(f.what, f.low, f.high) for f in casualties(sentence)] == expected


def test_things_that_are_seized_are_not_detained() -> None:
    assert [f.what for f in casualties("ضبطت الشرطة 11 بندقية وأربعة مهربين.")] == ["بندقية", "detained"]


def test_a_name_that_ends_like_two_is_no_two() -> None:
    assert casualties("قالت حركة طالبان إنها انسحبت.") == []
