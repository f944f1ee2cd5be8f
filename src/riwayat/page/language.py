"""Which language a report is written in."""

from __future__ import annotations

import re
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
    one of them uses, as `page.toml` lists them.
    """
    sample = text[:_SAMPLE]
    code = str(_identifier().classify(sample)[0])
    for own in languages.available():
        told = languages.words(own, "page").get("language", {})
        rivals = told.get("near", {})
        if code != own and code not in rivals:
            continue
        votes = {own: _count(sample, tuple(told.get("own", ())))}
        votes |= {rival: _count(sample, tuple(words)) for rival, words in rivals.items()}
        best = max(votes.values())
        if votes[code] < best or votes[own] == best:  # undecided, it is the one that can be read
            code = own if votes[own] == best else max(sorted(votes), key=lambda c: votes[c])
    return code


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
