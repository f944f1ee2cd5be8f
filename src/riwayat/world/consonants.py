"""What a place's name keeps in every script: its consonants, in coarse classes.

`كلبجار` and `Kalbajar`, `بورت أو برنس` and `Port-au-Prince`, `Maarat al-Nuaman` and `Ma‘arrat an Nu‘mān` share a key.
Keys only bring candidates together; whether two names are one is for `riwayat.names.compare` to say.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from riwayat.text.folding import fold

_LEAST: Final = 2
"""Consonants; with fewer a name is like too many others."""
_MOST: Final = 8
"""Consonants that are looked at: who agrees in so many agrees in all."""
_KEYS: Final = 12
"""Keys of one name; what could be read in more ways is left with the likeliest."""

_ARTICLE: Final = re.compile(
    r"\b(?:a[lnrstdz]|ad?[dst]h|as[hy]|ats|e[lnrstdz]|esh|ul|us)\s+(?=\S)|(?:(?<=\s)|^)ال(?=\S{2})"
)
_ARABIC: Final = {
    "ب": "b", "پ": "b", "ت": "t", "ث": "t", "ج": "k", "چ": "ts", "ح": "", "خ": "k", "د": "t", "ذ": "t",
    "ر": "r", "ز": "s", "ژ": "s", "س": "s", "ش": "s", "ص": "s", "ض": "t", "ط": "t", "ظ": "t", "غ": "k",
    "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "گ": "k", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
"""Class of each letter; those that are lacking are vowels, or are left out by one script or the other."""
_LATIN: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("sch", ("s",)), ("tch", ("ts",)), ("dzh", ("k",)),
    ("sh", ("s",)), ("sy", ("s",)), ("ch", ("ts", "s", "k")), ("kh", ("k",)), ("gh", ("k", "")),
    ("zh", ("k", "s")), ("dj", ("k",)), ("dh", ("t",)), ("th", ("t",)), ("ts", ("ts", "t")), ("tz", ("ts",)),
    ("ph", ("f",)), ("ng", ("nk",)), ("b", ("b",)), ("c", ("k", "s", "k")), ("d", ("t",)), ("f", ("f",)), ("g", ("k",)),
    ("j", ("k", "")), ("k", ("k",)), ("l", ("l",)), ("m", ("m",)), ("n", ("n",)), ("p", ("b",)), ("q", ("k",)),
    ("r", ("r",)), ("s", ("s",)), ("t", ("t",)), ("v", ("f", "")), ("x", ("ks",)), ("z", ("s",)),
)  # fmt: skip
"""What stands for a class in Latin letters, digraphs first: every class it may be, the likeliest first."""
_SOFT: Final = frozenset("eiy")
"""Vowels before which `c` is hissed."""


def consonant_keys(name: str) -> tuple[str, ...]:
    """Keys under which names are kept and looked up, the likeliest first; empty for names with too few consonants."""
    text = _ARTICLE.sub("", fold(name)).replace(" ", "")
    ways: list[tuple[str, ...]] = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter in _ARABIC:
            ways.append((_ARABIC[letter],))
            at += 1
            continue
        found = next(((sign, classes) for sign, classes in _LATIN if text.startswith(sign, at)), None)
        if found is None:
            at += 1
            continue
        sign, classes = found
        if sign == "c":
            classes = ("s", "ts", "k") if text[at + 1 : at + 2] in _SOFT else ("k", "ts")
        ways.append(classes)
        at += len(sign)
    keys = dict.fromkeys(map(_key, _some(ways)))
    return tuple(key for key in keys if len(key) >= _LEAST)


def _some(ways: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Readings, each sign's further ones only while they are few."""
    count, taken = 1, list[tuple[str, ...]]()
    for classes in ways:
        taken.append(classes if count * len(classes) <= _KEYS else classes[:1])
        count *= len(taken[-1])
    return list(product(*taken))


def _key(classes: tuple[str, ...]) -> str:
    return re.sub(r"(.)\1+", r"\1", "".join(classes))[:_MOST]
