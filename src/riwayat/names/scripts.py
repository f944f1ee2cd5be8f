"""Words in Latin and Arabic letters as they sound, and how far two such words lie apart.

Arabic writes consonants and long vowels.  A word in Latin letters, in the signs of `sounds`, may have any short
vowel beside them; what stands for an Arabic letter in some scheme costs nothing or little, everything else one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from riwayat.names import letters
from riwayat.names.letters import arabic
from riwayat.names.sounds import graded, signs

_TABLE: Final = """
ا a .0 e .05 E .15 i .15 o .1 u .2 O .1
و u .0 o .0 O .0 w .0 v .05
ي i .0 E .0 y .0 e .05 j .1 a .4
ه h .0
ع a .0 e .0 i .0 u .0 o .0 E .05 O .05
ب b .0 p .05 v .3
ت t .0 T .2 d .5
ث T .0 t .1 s .1
ج j .0 g .05 Z .05 G .3 c .2 C .3 y .4
ح h .0 x .3
خ x .0 k .3 h .25 G .5 q .4
د d .0 D .1 t .5
ذ D .0 d .05 z .1 T .3
ر r .0
ز z .0 s .35 Z .15 D .15
س s .0 c .1 S .3 z .3 T .25
ش S .0 C .05 s .3 j .6
ص s .0 S .12 T .4 c .15
ض D .0 d .0 z .15
ط t .0 T .05
ظ D .0 z .0 Z .0 d .1
غ G .0 g .0 r .6 j .4 h .7 x .5
ف f .0 v .05 p .3
ق q .0 k .05 c .1 g .15 x .3 G .3
ك k .0 c .0 q .1 g .25 C .5
ل l .0
م m .0
ن n .0
"""
_COSTS: Final[dict[tuple[str, str], float]] = {
    (latin, line[0]): float(cost)
    for line in _TABLE.strip().splitlines()
    for latin, cost in zip(line.split()[1::2], line.split()[2::2], strict=True)
}
_UNWRITTEN: Final = {
    "a": 0.06,
    "e": 0.06,
    "i": 0.1,
    "o": 0.1,
    "u": 0.1,
    "E": 0.3,
    "O": 0.3,
    "h": 0.5,
    "y": 0.4,
}
"""What it costs that a sign of the Latin word is not written in the Arabic one."""
_UNHEARD: Final = {"ا": 0.4, "و": 0.5, "ي": 0.5, "ع": 0.05, "ه": 0.6}
"""What it costs that an Arabic letter is not heard in the Latin word."""


@lru_cache(maxsize=65536)
def distance(latin: str, written: str) -> float:
    """What it costs that a word in signs is the Arabic word `written`."""
    n, m = len(latin), len(written)
    row = [0.0]
    for j in range(m):
        row.append(row[-1] + _unheard(written, j))
    for i, sign in enumerate(latin):
        left_out = _unwritten(latin, i)
        before, row = row, [row[0] + left_out]
        for j, letter in enumerate(written):
            row.append(
                min(
                    before[j + 1] + left_out,
                    row[j] + _unheard(written, j),
                    before[j] + _cost(sign, letter, at_end=i == n - 1 and j == m - 1),
                )
            )
    return row[-1]


def _cost(sign: str, letter: str, *, at_end: bool) -> float:
    if at_end and letter == "ه" and sign in "aeEtuo":
        return 0.0 if sign not in "uo" else 0.15
    if at_end and letter == "ي" and sign == "a":
        return 0.1
    return _COSTS.get((sign, letter), 1.0)


def _unwritten(latin: str, at: int) -> float:
    cost = _UNWRITTEN.get(latin[at], 1.0)
    if at == len(latin) - 1 and latin[at] in "iuoE":
        return 0.8
    if latin[at] in "iu" and latin[at + 1 : at + 2] in tuple("aeiou"):
        return 0.6
    if at == len(latin) - 1 and latin[at] in "ae":
        return 0.3
    return cost


def _unheard(written: str, at: int) -> float:
    letter = written[at]
    if at == len(written) - 1 and letter in "وي":
        return 0.8
    return _UNHEARD.get(letter, 1.0)


_AYN: Final = re.compile(r"c(?!h)")
_PLAIN: Final = 0.96
_STRICTER: Final = 0.1
_LEARNT: Final = 0.3
"""From this likeness by the learnt letters on two words may be one.

On pairs of the learning part, this and the sounds together know 94 of 100, and take 6 of 100 in which one consonant
was put in the place of another.
"""


@lru_cache(maxsize=65536)
def alike(latin: str, written: str) -> float:
    """How alike a folded Latin word and a folded Arabic one are, 0 to 1; from .75 on they may be one word."""
    found = _alike(latin, written)
    somali = as_somali(latin)
    return max(found, _alike(somali, written)) if somali != latin else found


def as_somali(latin: str) -> str:
    """A word read as Somali, which writes ayn as c and the h of `Muhammad` as x (`Cabdi`, `Faarax`), sounds and all."""
    return _AYN.sub("", latin).replace("x", "h")


def _alike(latin: str, written: str) -> float:
    x, y = signs(latin), arabic(written)
    by_sound = graded(distance(x, y), max(len(x), len(y)))
    if by_sound >= _PLAIN:
        return by_sound
    learnt = letters.alike(latin, y)
    by_letter = (
        0.75 + 0.25 * (learnt - _LEARNT) / (1 - _LEARNT) if learnt >= _LEARNT else 0.75 * learnt / _LEARNT
    )
    return max(by_sound - _STRICTER, min(by_letter, _PLAIN))
