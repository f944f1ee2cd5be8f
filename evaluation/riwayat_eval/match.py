"""When two names, descriptions, places, spans of days or links of a chain count as the same.

The rules of the annotation convention, as pure functions; `riwayat_eval.score` counts with them.
Arabic letters that differ by hamza or dots, accents, case and punctuation are folded first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

__all__ = [
    "FIGURES",
    "any_name",
    "content_words",
    "find_quote",
    "fold",
    "same_days",
    "same_name",
    "same_phrase",
    "same_place",
    "sentence_around",
    "span_of_days",
    "tokens",
]

FIGURES = frozenset({"killed", "wounded", "detained", "displaced", "participants", "missing"})
"""Quantities that have a fixed name; any other noun matches any name."""

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_QUOTE_MARKS = str.maketrans(dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚′ʼ", "'"))
_INVISIBLE = "[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*"
_SENTENCE_END = re.compile(r"[.!?؟](?=[\s»\"”])|\n")

_FUNCTION_WORDS = """
yang di ke dari para itu ini tersebut sebuah
the a an of in at to from who that this
في من على عن ان التي الذي هذا هذه
"""
_GENERIC_PLACE_WORDS = """
kota kabupaten provinsi distrik kecamatan desa kampung wilayah
city town village province governorate district subdistrict of the
مدينه بلده قريه محافظه ريف منطقه ناحيه
"""


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def fold(text: str | None) -> str:
    """Lower case, without accents, punctuation and spelling variants of Arabic letters; single spaces."""
    text = unicodedata.normalize("NFKC", text or "").translate(_ARABIC)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", bare.casefold()).split())


def tokens(text: str | None) -> list[str]:
    """The folded words of a text."""
    return fold(text).split()


def content_words(text: str | None) -> set[str]:
    """The folded words without function words."""
    return set(tokens(text)) - _set(_FUNCTION_WORDS)


def same_name(one: str | None, other: str | None) -> bool:
    """Equal after folding, or the one's words are among the other's and at least half of them."""
    a, b = tokens(one), tokens(other)
    if not a or not b:
        return not a and not b
    if a == b or "".join(a) == "".join(b):
        return True
    short, long = sorted((set(a), set(b)), key=len)
    return short <= long and 2 * len(short) >= len(long)


def any_name(names: Iterable[str], other: str | None) -> bool:
    """Whether one of the names is the same as the other."""
    return any(same_name(name, other) for name in names)


def same_phrase(one: str | None, other: str | None) -> bool:
    """For descriptions: at least half of all their content words are shared."""
    a, b = content_words(one), content_words(other)
    return bool(a and b) and 2 * len(a & b) >= len(a | b)


def same_place(one: str | None, other: str | None) -> bool:
    """Equal once words such as `kota` or `province` are dropped."""
    generic = _set(_GENERIC_PLACE_WORDS)
    a, b = set(tokens(one)) - generic, set(tokens(other)) - generic
    return bool(a) and (a == b or "".join(tokens(one)) == "".join(tokens(other)))


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quote first stands, whatever the white space, quote marks and invisible characters."""
    words = []
    for word in quote.translate(_QUOTE_MARKS).split():
        seen = [re.escape(c) for c in word if unicodedata.category(c) != "Cf"]
        if seen:
            words.append(_INVISIBLE.join(seen))
    found = re.search(r"\s+".join(words), text.translate(_QUOTE_MARKS))
    return found.span() if found else None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence, or sentences, that hold `text[start:end]`."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    return max((e for e in ends if e <= start), default=0), min(
        (e for e in ends if e >= end), default=len(text)
    )


def span_of_days(time: Mapping[str, Any] | None) -> tuple[str, str] | None:
    """First and last day of a time of the contract; None where it is not tied to the calendar."""
    if time and time.get("start") and time.get("end"):
        return time["start"][:10], time["end"][:10]
    return None


def same_days(gold: tuple[str, str] | None, time: Mapping[str, Any] | None) -> bool:
    """The same first and last day; a night also matches the one day on which it begins."""
    got = span_of_days(time)
    if gold is None or got is None:
        return gold is None and got is None
    if got == gold:
        return True
    return time is not None and time.get("granularity") == "night" and gold == (got[0], got[0])
