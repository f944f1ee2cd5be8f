"""Which language a report is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from py3langid import langid

from riwayat import languages
from riwayat.page.lexicon import any_of

__all__ = ["language_of"]

_CODES: Final = ("ar", "de", "en", "es", "fa", "fr", "he", "id", "ja", "ms", "nl", "ru", "tr", "ur", "zh")
"""What news pages that reach us are written in; a smaller choice makes short texts surer."""
_SAMPLE: Final = 20_000
"""Characters looked at."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language most likely, among those considered.

    Near languages (Indonesian and Malay share most of their words) are told apart by the words that only
    one of them uses, as `page.toml` lists them.  A language and those based on it are near.
    """
    sample = text[:_SAMPLE]
    code = str(_identifier().classify(sample)[0])
    for own in languages.available():
        near = _near(own)
        if code not in near:
            continue
        votes = {c: _count(sample, words) for c, words in near.items()}
        best = max(votes.values())
        if votes[code] < best or votes[own] == best:  # undecided, it is the one the others are near to
            code = own if votes[own] == best else max(sorted(votes), key=lambda c: votes[c])
    return code


@cache
def _near(own: str) -> Mapping[str, tuple[str, ...]]:
    """A language and those near to it, with the words that only they use; none for one based on another."""
    if languages.based_on(own) is not None:
        return {}
    told = languages.words(own, "page").get("language", {})
    based = [c for c in languages.available() if languages.based_on(c) == own]
    return (
        {own: tuple(told.get("own", ()))}
        | {c: tuple(words) for c, words in told.get("near", {}).items()}
        | {c: tuple(languages.words(c, "page")["language"]["own"]) for c in based}
    )


@cache
def _identifier() -> Any:
    """An identifier of our own: the library's shared one may be restricted by whoever else uses it."""
    found = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    found.set_languages(_CODES)
    return found


def _count(text: str, words: tuple[str, ...]) -> int:
    return sum(1 for _ in _pattern(words).finditer(text))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)
