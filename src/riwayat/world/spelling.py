"""Arabic place names in Latin letters, which every newsroom spells its own way."""

from __future__ import annotations

import re
from typing import Final

from riwayat.text.folding import fold

ARABIC_SPEAKING: Final = frozenset(
    (
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IL",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TN",
        "YE",
    )
)
"""Countries whose places have their Latin names from Arabic, by ISO 3166-1 code."""

_ARTICLES: Final = frozenset(
    (
        "al",
        "ad",
        "adh",
        "an",
        "ar",
        "as",
        "ash",
        "asy",
        "at",
        "ath",
        "ats",
        "az",
        "el",
        "ed",
        "en",
        "er",
        "es",
        "esh",
        "et",
        "ez",
        "ul",
        "us",
    )
)
_ENDINGS: Final = ("", "ة", "ون", "ين", "ات")
_LATIN: Final = re.compile(r"[a-z ]+")
# Digraphs first; the left sides are the habits of English, French, German and Indonesian.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh|sy(?=[aiueo])|ch", "$"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"dh|dz|dl|dj|zh", "d"),
        (r"th|ts", "t"),
        (r"q|c|k", "k"),
        (r"ph", "f"),
        (r"w(?=$| )", "u"),
        (r"v", "w"),
        (r"oo|ou|au|aw|o|u", "u"),
        (r"ee|ei|ey|ai|ay|ie|iy|y|e|i", "i"),
        (r"(?<=[aiu])h(?=$| )", ""),
        (r"(.)\1+", r"\1"),
    )
)


def with_plain_article(key: str) -> str:
    """A folded name with its Arabic articles set down as `al`: `deir ez zor` is `deir al zor`."""
    words = key.split(" ")
    last = len(words) - 1
    return " ".join("al" if word in _ARTICLES and at < last else word for at, word in enumerate(words))


def sounds(name: str) -> str | None:
    """What spellings of one Arabic name in Latin letters have in common; null for other scripts.

    `Khan Syaikhun`, `Khān Shaykhūn` and `Khan Sheikhoun` come to one key.  Vowels stay, in three
    classes, so that different names do not fall together; articles go.
    """
    key = fold(name)
    if not _LATIN.fullmatch(key):
        return None
    words = key.split(" ")
    last = len(words) - 1
    text = " ".join(word for at, word in enumerate(words) if not (word in _ARTICLES and at < last))
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text if len(text) > 3 else None


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """The forms of an Arabic adjective of belonging, of both genders and numbers, with and without article.

    `سوري` gives `سورية`, `السوريين` and so on.  A word that is no such adjective stays as it is.
    """
    words = adjective.split(" ")
    if not words[-1].endswith("ي"):
        return (adjective,)
    inflected = tuple(
        " ".join(word + ending if word.endswith("ي") else word for word in words) for ending in _ENDINGS
    )
    return (*inflected, *(" ".join(f"ال{word}" for word in form.split(" ")) for form in inflected))
