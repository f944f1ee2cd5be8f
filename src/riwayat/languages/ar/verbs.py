"""Arabic verbs: the persons, tenses and passives that lead back to a verb of the lists.

Lists hold a verb as `he did`.  Words come without vowel marks and with plain letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from riwayat import languages
from riwayat.text.folding import plain
from riwayat.text.words import Tense

__all__ = ["irregular", "verb", "verbs"]

_VERB_TABLES = ("attribution", "events", "words")
_VERB_KEYS = frozenset(
    {
        "say",
        "act",
        "show",
        "share",
        "announced",
        "quoting",
        "relay",
        "passing_on",
        "rumours",
        "learning",
        "active",
        "passive",
        "subject",
        "mutual",
    }
    | {
        "mutual_active",
        "suffer",
        "suffer_verbs",
        "verbs",
        "bare_verbs",
        "auxiliaries",
        "light",
        "done_by",
        "passive_verbs",
    }
)
_SMALLEST = 2
_ROOT = 3
"""Letters of a verb whose forms are too like those of nouns to be told from them by a weak letter."""


@cache
def verbs() -> frozenset[str]:
    """Verbs of the lists, in the form that he did something."""
    found: set[str] = set()
    for name in _VERB_TABLES:
        found.update(_verb_heads(languages.words("ar", name)))
    return frozenset(found)


def _verb_heads(table: Any) -> Iterator[str]:
    for name, value in table.items():
        if hasattr(value, "items"):
            if name != "modes":
                yield from _verb_heads(value)
        elif name in _VERB_KEYS:
            yield from (plain(phrase.split()[0]) for phrase in value)


@cache
def irregular() -> Mapping[str, str]:
    """Forms of verbs that no rule leads back, as they are written plainly, to the form that he did it."""
    return MappingProxyType(
        {plain(k): plain(v) for k, v in languages.words("ar", "words")["irregular"].items()}
    )


@lru_cache(maxsize=65536)
def verb(word: str) -> tuple[str, Tense, bool, bool] | None:
    """The listed verb that a form comes from, its tense, and whether it bears its object or is passive."""
    tense: Tense = "present"
    bent = irregular()
    for stem, owned in _without_object(word):
        if (form := bent.get(stem)) is not None:
            return form, "present", owned, False
        for form, turned in _past(stem):
            if form in verbs():
                return form, "past", owned, turned
        now = stem
        tense = "present"
        if now.startswith("س") and len(now) > 3 and now[1] in "يتن":
            now, tense = now[1:], "future"
        if now[0] in "يتن" and len(now) > 2:
            for form in _present(now[1:]):
                if form in verbs():
                    return form, tense, owned, now.endswith("ى") and form.startswith("است")
    return None


def _without_object(word: str) -> Iterator[tuple[str, bool]]:
    yield word, False
    for ending in ("هما", "ها", "هم", "هن", "نا", "ه"):
        if word.endswith(ending) and len(word) > len(ending) + _SMALLEST - 1:
            stem = word.removesuffix(ending)
            yield stem, True
            if stem.endswith("ا") and len(stem) > _SMALLEST:
                yield f"{stem[:-1]}ى", True


def _past(word: str) -> Iterator[tuple[str, bool]]:
    """The forms that he did it, of one that she, they, two or we did it, and whether it was done to them."""
    yield word, False
    for ending in ("", "تا", "وا", "ت", "نا", "و", "ن", "ا"):
        if ending and not (word.endswith(ending) and len(word) > len(ending) + 1):
            continue
        stem = word.removesuffix(ending) if ending else word
        if ending == "ا" and len(stem) <= _ROOT and stem[0] not in "او" and stem[1] != "ا":
            continue  # `عملا`: the accusative of a noun
        if ending:
            yield stem, False
            yield f"{stem}ى", False
            yield f"{stem}ا", False
            if ending == "وا":
                yield f"{stem}ي", False
            if stem.endswith("ي"):
                yield f"{stem[:-1]}ى", False
        if len(stem) > _ROOT:
            for form in _turned(stem):
                yield form, True


def _turned(stem: str) -> Iterator[str]:
    """The forms that he did it, of one that it was done: `ألقي`, `هوجم`, `أحيل`, `اقتيد`."""
    if stem.endswith("ي"):
        yield f"{stem[:-1]}ى"
        yield f"{stem[:-1]}ا"
    if stem[1] == "و" != stem[0]:
        yield f"{stem[0]}ا{stem[2:]}"
    for i in range(1, len(stem) - 1):
        if stem[i] == "ي":
            yield f"{stem[:i]}ا{stem[i + 1 :]}"


def _present(stem: str) -> Iterator[str]:
    """The forms that he did it, of one that he does it, without its first letter."""
    for ending in ("", "ون", "وا", "ان", "ين", "ن", "وه", "ا"):
        if ending and not (stem.endswith(ending) and len(stem) > len(ending) + 1):
            continue
        bare = stem.removesuffix(ending) if ending else stem
        bare = "ا" + bare[1:] if bare[0] == "ؤ" else bare
        causes = bare[0] == "و" or "ي" in bare[1:]  # `يوقف`, `يعيد`, `يلقي` are of `أوقف`, `أعاد`, `ألقى`
        first = (f"ا{bare}", bare) if causes else (bare, f"ا{bare}")
        for base in dict.fromkeys((*first, f"و{bare}", f"{bare}ى", f"ا{bare}ى")):
            yield from _bases(base)


def _bases(base: str) -> Iterator[str]:
    """A form with its weak letters turned into those of the past, and as it is."""
    for i in range(1, len(base) - 1):
        if base[i] == "ي":
            yield f"{base[:i]}ا{base[i + 1 :]}"
    yield base
    if base[-1] == "ي":
        yield f"{base[:-1]}ى"
    elif base[-1] == "و":
        yield f"{base[:-1]}ا"
        yield f"{base[:-1]}ى"
    for i in range(1, len(base) - 1):
        if base[i] in "وئ":
            yield f"{base[:i]}ا{base[i + 1 :]}"
