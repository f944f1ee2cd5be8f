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


def test_a_language_builds_on_another() -> None:
    assert languages.based_on("ms") == "id"
    assert languages.based_on("id") is None
    # added to, taken out of, replaced, and left as they are
    say = languages.words("ms", "attribution")["say"]
    assert "memaklumkan" in say and "mengatakan" in say and "membantah" not in say
    assert "membantah" in languages.words("id", "attribution")["say"]
    assert languages.words("ms", "places")["home"] == "MY"
    assert languages.words("ms", "times")["weekdays"]["khamis"] == 3
    assert "minggu" not in languages.words("ms", "times")["weekdays"]
    assert languages.words("ms", "events")["ASSAULT"]["modes"].keys() == (
        languages.words("id", "events")["ASSAULT"]["modes"].keys()
    )
    assert languages.lines("ms", "given_names") > languages.lines("id", "given_names")


def test_what_a_language_and_the_one_it_builds_on_lack_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        languages.words("ms", "tidak-ada")
    with pytest.raises(FileNotFoundError):
        languages.lines("ms", "tidak-ada")
    with pytest.raises(ModuleNotFoundError):
        languages.rules("ms", "tidak_ada")


def test_a_rule_module_comes_from_the_language_beneath() -> None:
    assert languages.rules("ms", "moments") is languages.rules("id", "moments")
    assert languages.rules("ms", "times") is not languages.rules("id", "times")


def test_laying_lists_over_others() -> None:
    under = {"a": ("x", "y"), "t": {"k": 1, "l": 2}, "deep": {"s": {"w": ("p",)}}}
    assert languages._with(under, {"a": ["y", "z"], "deep": {"s": {"w": ["q"]}}}) == {
        "a": ["x", "y", "z"],
        "t": {"k": 1, "l": 2},
        "deep": {"s": {"w": ["p", "q"]}},
    }
    assert languages._without(under, {"a": ["x"], "t": ["k"]}) | {"deep": {}} == {
        "a": ["y"],
        "t": {"l": 2},
        "deep": {},
    }
    assert languages._over(under, {"a": ["z"], "t": {"m": 3}})["t"] == {"k": 1, "l": 2, "m": 3}


def test_every_language_has_a_name() -> None:
    assert all(languages.words(code, "page")["language"]["name"] for code in languages.available())
