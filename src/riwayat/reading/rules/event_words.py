"""The event list of a language: which words may tell which deeds, and how their sentence is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from riwayat import languages
from riwayat.model import EventType
from riwayat.text.phrases import Phrases

CLASSES = ("active", "passive", "subject", "mutual", "mutual_active", "suffer", "noun", "noun_mutual")
"""Where actor and recipient stand; `languages/<code>/events.toml` says what each class means."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """One reading of a form of the event list."""

    type: EventType
    kind: str
    """One of `CLASSES`."""
    mode: str | None
    """PLOVER mode, where the form gives it."""
    weak: bool
    """Whether it is an event only with a named, armed or official party."""


@cache
def event_words(code: str) -> tuple[Phrases, Mapping[str, tuple[EventWord, ...]]]:
    """Every form of a language's event list, for look-up, and what each may tell."""
    table = languages.words(code, "events")
    forms: dict[str, list[EventWord]] = {}
    for type_ in get_args(EventType):
        entry: Mapping[str, Any] = table.get(type_, {})
        weak = set(entry.get("weak", ()))
        modes = {form: mode for mode, listed in entry.get("modes", {}).items() for form in listed}
        for kind in CLASSES:
            for form in entry.get(kind, ()):
                word = EventWord(cast(EventType, type_), kind, modes.get(form), form in weak)
                forms.setdefault(form, []).append(word)
    return Phrases(forms), {form: tuple(found) for form, found in forms.items()}
