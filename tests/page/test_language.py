"""Which language a page is in, near languages among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwayat import languages
from riwayat.page.language import language_of

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = [p for part in ("id/train", "id/dev", "ms/train") for p in sorted((CORPUS / part).glob("*.txt"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parts[-3]}/{p.name}")
def test_pages_of_near_languages_are_told_apart(page: Path) -> None:
    assert language_of(page.read_text(encoding="utf-8")) == page.parts[-3]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Polisi menangkap tiga pria di Bandung karena membawa senjata, kata Kapolres.", "id"),
        ("Polis menahan tiga lelaki di Ipoh kerana membawa senjata, kata ketua polis daerah.", "ms"),
        (
            "Menteri Luar Negeri Malaysia bertemu sejawatnya di Jakarta, Kamis, untuk membahas perbatasan.",
            "id",
        ),
        (
            "Menteri Luar Indonesia bertemu rakan sejawatannya di Putrajaya, Khamis, bagi membincangkan sempadan.",
            "ms",
        ),
        ("Mesyuarat itu diadakan pada 3 Ogos, selepas pengerusi pulang.", "ms"),
    ],
)
def test_words_that_only_one_of_them_uses_decide(text: str, code: str) -> None:
    assert language_of(text) == code


def test_undecided_it_is_the_one_that_others_build_on() -> None:
    assert languages.based_on("ms") == "id"
    assert language_of("Dia datang dari utara. Mereka duduk dan makan bersama di sini malam ini.") == "id"


def test_no_word_is_listed_for_both() -> None:
    own = {code: set(languages.words(code, "page")["language"]["own"]) for code in ("id", "ms")}
    assert own["id"] & own["ms"] == set()
