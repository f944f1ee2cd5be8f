"""Words in Latin letters as they sound, whatever scheme they are written by, and how far two such words lie apart.

English, French, Turkish, German and both Indonesian spellings have letters of their own for one sound: `sh`, `ch`,
`ş`, `sch`, `sy`, `sj`.  A word is first set down in signs, one a sound; two words are then compared by the
cheapest way to turn one into the other, where what schemes mix up costs little and everything else costs one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from riwayat.text.folding import fold

_LETTERS: Final = str.maketrans(
    {
        # Letters whose mark says which sound is meant; `fold` would take the mark away.
        "ş": "sh",
        "š": "sh",
        "ș": "sh",
        "ç": "tch",
        "č": "tch",
        "ć": "tch",
        "ž": "zh",
        "ż": "zh",
        "ğ": "gh",
        "ġ": "gh",
        "ǧ": "j",
        "ḫ": "kh",
        "ẖ": "kh",
        "ṯ": "th",
        "ḏ": "dh",
        "ñ": "ny",
        "ß": "ss",
        "ö": "o",
        "ü": "u",
        # Cyrillic, Russian and Ukrainian.
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "ґ": "g",
        "д": "d",
        "е": "e",
        "ё": "yo",
        "є": "ye",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "і": "i",
        "ї": "yi",
        "й": "y",
        "к": "k",
        "л": "l",
        "м": "m",
        "н": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "у": "u",
        "ф": "f",
        "х": "kh",
        "ц": "ts",
        "ч": "tch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
        "ў": "w",
    }
)

_OTHER_SCRIPT: Final = re.compile(
    "[\u0370-\u03ff\u0530-\u05ff\u0900-\u1dbf\u1f00-\u1fff\u3040-\ud7af\uf900-\ufaff]"
)
"""Greek, Hebrew, Armenian, the scripts of India and further east."""
_NEXT_SYLLABLE: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")

# In this order.  S C Z: sh, ch, zh.  x G: kh, gh.  D T: dh, th.  O E: the diphthongs au, ai.
_SIGNS: Final = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"x", "ks"),
        (r"(?<=..)[oe](?:v|w|ff)$", "ov"),
        (r"^ye", "e"),
        (r"ch(?=[rl])", "k"),
        (r"dsch", "j"),
        (r"tsch|tch|tj", "C"),
        (r"sch|sh", "S"),
        (r"s[yj](?=[aiueo])", "S"),
        (r"cz|ch", "C"),
        (r"dzh|dj", "j"),
        (r"zh", "Z"),
        (r"kh", "x"),
        (r"gh", "G"),
        (r"dh|dz", "D"),
        (r"th|ts", "T"),
        (r"ph", "f"),
        (r"tz", "z"),
        (r"ck", "k"),
        (r"ou(?=[aeo])", "w"),
        (r"oo|ou|oe|uu|uw(?![aiueo])", "u"),
        (r"iy+(?=[aou])", "i"),
        (r"ayy?i(?=[^aeiou])", "ai"),
        (r"ee|ii|ij|iyy?(?![aiueo])|ie(?![rn])", "i"),
        (r"aa", "a"),
        (r"a[uw](?![aiueo])", "O"),
        (r"o[w](?![aiueo])", "O"),
        (r"(?:[ae][iy]|ae)(?![aiueo])", "E"),
        (r"y(?![aiueo])", "i"),
        (r"w(?=$)", "u"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[iE])[ij]$", ""),
    )
)

_PAIRS: Final = """
a e .1  e i .1  e E .1  i E .2  a E .4  o u .05  o O .05  u O .1  a O .4  a o .45  a i .65
a u .7  e u .7  e o .6  i o .9
y i .1  w u .1  y E .2  y j .3  j i .35
C x .3  c T .3  c k .0  c q .05  c s .2  c C .2  c j .35  c S .6  c g .5
k q .05  k x .35  q x .3  h x .25  k G .8  k g .5  q g .3  q G .3
g j .15  g G .1  G j .5  Z j .1  Z z .2  G h .7  g h .5
S s .35  S C .15  s C .6  s T .2  s z .4  S j .8
j C .6  D d .1  D z .15  D T .6  z d .5  t T .1  t d .45  T D .6  T z .4  d T .5
f v .25  f p .5  v w .05  f w .5  b p .2  b v .4  p v .6  f b .9
m n .75  n l .95  r l .95
"""
_COSTS: Final = {
    pair: float(cost)
    for x, y, cost in zip(*[iter(_PAIRS.split())] * 3, strict=True)
    for pair in ((x, y), (y, x))
}

_LEFT_OUT: Final = {**dict.fromkeys("aiouEO", 0.52), "e": 0.3, "h": 0.35, "y": 0.35, "w": 0.5}
_AT_THE_END: Final = {"e": 0.3, "h": 0.1, "t": 0.3}
"""What it costs that a sign stands on one side alone, inside and at the end; one for all others.

At the end a vowel tells names apart: `Samir` and `Samira`, `Shaiban` and `Shaibani`.
"""
_ALLOWED: Final = ((3, 0.35), (4, 0.5), (7, 0.58), (11, 1.0))
"""How far words of up to so many signs may lie apart and still be one."""
FAR: Final = 99.0


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """`fold`, after letters whose marks matter, and those of scripts other than Arabic, have been set in plain Latin.

    >>> plain("Eş-Şaraa"), plain("Путин"), plain("习近平")
    ('esh sharaa', 'putin', 'xi jin ping')
    """
    if _OTHER_SCRIPT.search(name):
        name = _NEXT_SYLLABLE.sub(" ", anyascii(name))
    return fold(name.lower().translate(_LETTERS))


@lru_cache(maxsize=65536)
def signs(word: str) -> str:
    """A folded Latin word in signs, one a sound."""
    for pattern, sign in _SIGNS:
        word = pattern.sub(sign, word)
    return word


@lru_cache(maxsize=65536)
def distance(a: str, b: str) -> float:
    """What it costs to turn the signs of one word into those of another; `FAR` where plainly too much."""
    if a == b:
        return 0.0
    if abs(len(a) - len(b)) > max(2, min(len(a), len(b))):
        return FAR
    before: list[float] = []
    row = [0.0]
    for j, y in enumerate(b):
        row.append(row[-1] + _alone(y, j, len(b)))
    for i, x in enumerate(a):
        out = _alone(x, i, len(a))
        older, before = before, row
        row = [before[0] + out]
        for j, y in enumerate(b):
            best = min(before[j + 1] + out, row[j] + _alone(y, j, len(b)))
            best = min(best, before[j] + (0.0 if x == y else _COSTS.get((x, y), 1.0)))
            if i and j and x == b[j - 1] and y == a[i - 1]:
                best = min(best, older[j - 1] + 0.9)
            row.append(best)
    return row[-1]


def _alone(sign: str, at: int, length: int) -> float:
    if at == length - 1:
        return _AT_THE_END.get(sign, 1.2)
    cost = _LEFT_OUT.get(sign, 1.0)
    return cost + 0.25 if at == 0 else cost


def alike(a: str, b: str) -> float:
    """How alike two folded Latin words sound, 0 to 1; from .75 on they may be two spellings of one word."""
    if a == b:
        return 1.0
    x, y = signs(a), signs(b)
    return graded(distance(x, y), max(len(x), len(y)))


def graded(cost: float, length: int) -> float:
    """The likeness that a cost comes to, in words of a length: .75 at the most that may be allowed."""
    allowed = next((most for longest, most in _ALLOWED if length <= longest), 1.4)
    return max(0.0, 1.0 - 0.25 * cost / allowed)
