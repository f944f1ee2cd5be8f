"""The English lists are sorted, in lower case, and hold nothing twice."""

from __future__ import annotations

import pytest

from riwayat import languages

FILES = ("attribution", "events", "grammar", "heads", "names", "verbs", "words")


def lists(value: object) -> list[tuple[str, ...]]:
    if isinstance(value, tuple):
        inner = [found for v in value for found in lists(v)]
        return [value] if value and all(isinstance(v, str) for v in value) else inner
    if hasattr(value, "values"):
        return [found for v in value.values() for found in lists(v)]
    return []


@pytest.mark.parametrize("name", FILES)
def test_lists_are_sorted_and_hold_nothing_twice(name: str) -> None:
    for entries in lists(languages.words("en", name)):
        assert list(entries) == sorted(set(entries))
