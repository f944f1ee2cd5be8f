"""Abbreviations: letters that stand for the first letters of words, in one script or across two."""

from __future__ import annotations

from typing import Final

_ARABIC: Final = {
    "ا": "aeio",
    "ع": "aeiou",
    "ب": "bp",
    "ت": "t",
    "ث": "t",
    "ج": "jg",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dz",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sc",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "zd",
    "غ": "g",
    "ف": "fpv",
    "ق": "qkg",
    "ك": "kcg",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "wuv",
    "ي": "yij",
}
"""The Latin letters a word may begin with that begins with this one in Arabic."""


def abbreviates(short: str, initials: str) -> bool:
    """Whether folded letters are those of `initials`, one for one."""
    return len(short) == len(initials) and all(map(_stands_for, short, initials))


def _stands_for(a: str, b: str) -> bool:
    return a == b or b in _ARABIC.get(a, "") or a in _ARABIC.get(b, "")
