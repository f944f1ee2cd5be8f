"""The English lists are sorted, in lower case, and hold nothing twice."""

from __future__ import annotations

import pytest

from riwayat import languages
from riwayat.reading.rules.event_words import CLASSES

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


def test_what_is_said_of_a_form_of_the_event_list_is_said_of_one_that_stands_in_it() -> None:
    for entry in (e for key, e in languages.words("en", "events").items() if key.isupper()):
        forms = {form for kind in CLASSES for form in entry.get(kind, ())}
        needing = {form for group in entry.get("needing", ()) for form in group["forms"]}
        modes = {form for listed in entry.get("modes", {}).values() for form in listed}
        assert forms >= {*entry.get("weak", ()), *needing, *modes}
