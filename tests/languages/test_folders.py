from __future__ import annotations

import pytest

from riwayat import languages


def test_a_language_is_a_folder_with_word_lists_for_pages() -> None:
    assert "id" in languages.available()
    assert languages.available() == tuple(sorted(languages.available()))


def test_word_lists_are_read_once_and_cannot_be_changed() -> None:
    words = languages.words("id", "page")
    assert words is languages.words("id", "page")
    assert words["months"]["nopember"] == 11
    assert isinstance(words["furniture"]["headings"], tuple)
    with pytest.raises(TypeError):
        words["months"]["mei"] = 6  # type: ignore[index]


def test_word_lists_are_sorted() -> None:
    for section in languages.words("id", "page").values():
        for entries in section.values():
            if isinstance(entries, tuple):
                assert list(entries) == sorted(entries)


def test_what_a_language_lacks_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        languages.words("id", "tidak-ada")
    with pytest.raises(ModuleNotFoundError):
        languages.rules("id", "tidak_ada")
