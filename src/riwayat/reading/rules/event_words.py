"""The event list of a language: which words may tell which deeds, and how their sentence is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any, cast, get_args

from riwayat import languages
from riwayat.model import EventType
from riwayat.reading.lexicon import Lexicon
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
    needs: frozenset[str] = frozenset()
    """Words of which one must stand near it; none for no condition."""
    toll: bool = False
    """Whether its passive only tells who suffered, where nobody is named who did it."""


_NOUNS = ("noun", "noun_mutual")
_TURNED = ("active", "mutual_active")
"""Classes whose verbs have a passive, where the language makes it by the same words."""


def _inflected(code: str, form: str, kind: str) -> tuple[str, ...]:
    """A form in all its shapes, where the language has rules for them (`forms`); else as it is listed."""
    rules = _forms(code)
    if rules is None:
        return (form,)
    made: tuple[str, ...] = rules.plurals(form) if kind in _NOUNS else rules.inflected(form)
    return tuple(rules.participles(form)) if kind == "passive" else made


@cache
def light_verbs(code: str, key: str) -> Phrases:
    """The verbs of a language that say nothing of their own, by where the noun of their deed stands."""
    listed = Lexicon(code).listed("events", f"light.{key}")
    return Phrases(
        (form for verb in listed for form in _inflected(code, verb, "subject")), Lexicon(code).tokens
    )


def _participles(code: str, form: str) -> tuple[str, ...]:
    rules = _forms(code)
    return tuple(rules.participles(form)) if rules is not None else ()


@cache
def _forms(code: str) -> ModuleType | None:
    try:
        return languages.rules(code, "forms")
    except ModuleNotFoundError:
        return None


@cache
def event_words(code: str) -> tuple[Phrases, Mapping[str, tuple[EventWord, ...]]]:
    """Every form of a language's event list, for look-up, and what each may tell."""
    table = languages.words(code, "events")
    cut = Lexicon(code).tokens
    phrases: list[str] = []
    forms: dict[str, list[EventWord]] = {}
    for type_ in get_args(EventType):
        entry: Mapping[str, Any] = table.get(type_, {})
        weak = set(entry.get("weak", ()))
        tolls = set(entry.get("toll", ()))
        needs = {
            form: frozenset(group["words"]) for group in entry.get("needing", ()) for form in group["forms"]
        }
        modes = {form: mode for mode, listed in entry.get("modes", {}).items() for form in listed}
        for kind in CLASSES:
            for form in entry.get(kind, ()):
                word = EventWord(
                    cast(EventType, type_),
                    kind,
                    modes.get(form),
                    form in weak,
                    needs.get(form, frozenset()),
                    form in tolls,
                )
                for inflected in _inflected(code, form, kind):
                    forms.setdefault(" ".join(t.lower for t in cut(inflected)), []).append(word)
                    phrases.append(inflected)
                turned = replace(word, kind="passive")
                for passive in _participles(code, form) if kind in _TURNED else ():
                    forms.setdefault(passive, []).append(turned)
                    phrases.append(passive)
    return Phrases(phrases, cut), {form: tuple(found) for form, found in forms.items()}
