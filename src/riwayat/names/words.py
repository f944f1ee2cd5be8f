"""How alike two parts of names are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from riwayat.names import scripts, sounds
from riwayat.names.parts import Part
from riwayat.names.sounds import graded

ONE: Final = 0.75
"""From this likeness on two parts are taken for one."""
_INITIAL: Final = 0.8
_UNLISTED: Final = 0.04
"""What a pair loses of which one is a listed name and the other no spelling of it that is listed."""

_ARABIC_PAIRS: Final = {
    frozenset(pair): cost
    for pairs, cost in (
        ("ضظ غج اع يا هت", 0.3),
        ("قك تط سص دض كج قغ زظ ذد ثت زذ فب", 0.5),
        ("ثس شس حه", 0.6),
    )
    for pair in pairs.split()
}
_ARABIC_ALONE: Final = {"ا": 0.45, "ي": 0.6, "و": 0.6, "ع": 0.7, "ه": 0.7}


@lru_cache(maxsize=65536)
def alike(a: Part, b: Part) -> float:
    """The likeness of two parts, 0 to 1.

    Parts of different makes are never alike (Abu Hassan is not Hassan), nor are spellings of two listed names or two
    notions, however alike the letters.
    """
    if "initial" in (a.make, b.make):
        return _initial(a, b)
    if a.make != b.make:
        return 0.0
    if a.words[0] == b.words[0]:
        return 1.0
    if a.make == "number":
        return 0.0
    if a.notions and b.notions:
        return 1.0 if a.notions & b.notions else 0.0
    if a.classes and b.classes:
        return 0.98 if a.classes & b.classes else 0.0
    found = max(
        word_alike(x, y) - 0.03 * (i + j) for i, x in enumerate(a.words) for j, y in enumerate(b.words)
    )
    if a.notions or b.notions:
        found -= _UNLISTED * 3
    return max(0.0, found - _UNLISTED) if a.classes or b.classes else max(0.0, found)


def _initial(a: Part, b: Part) -> float:
    x, y = a.words[0], b.words[0]
    if a.make == b.make:
        return 1.0 if x == y else 0.0
    if "number" in (a.make, b.make) or "abu" in (a.make, b.make) or "umm" in (a.make, b.make):
        return 0.0
    if "abd" in (a.make, b.make):
        return _INITIAL if "a" in (x, y) or "ع" in (x, y) else 0.0
    if x[0].isascii() == y[0].isascii():
        return _INITIAL if x[0] == y[0] else 0.0
    latin, arabic = (x, y) if x[0].isascii() else (y, x)
    return _INITIAL if scripts.distance(latin[0], arabic[0]) < 0.2 else 0.0


def word_alike(a: str, b: str) -> float:
    """The likeness of two folded words, whatever their scripts."""
    if a == b:
        return 1.0
    latin = a.isascii(), b.isascii()
    if all(latin):
        return sounds.alike(a, b)
    arabic = _is_arabic(a), _is_arabic(b)
    if all(arabic):
        return graded(_arabic_distance(a, b), max(len(a), len(b)))
    if any(latin) and any(arabic):
        return scripts.alike(a, b) if latin[0] else scripts.alike(b, a)
    return 0.0


def _is_arabic(word: str) -> bool:
    return all("\u0620" <= letter <= "\u06ff" for letter in word)


@lru_cache(maxsize=65536)
def _arabic_distance(a: str, b: str) -> float:
    if abs(len(a) - len(b)) > 3:
        return sounds.FAR
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _ARABIC_ALONE.get(letter, 1.0))
    for x in a:
        out = _ARABIC_ALONE.get(x, 1.0)
        before, row = row, [row[0] + out]
        for j, y in enumerate(b):
            change = 0.0 if x == y else _ARABIC_PAIRS.get(frozenset((x, y)), 1.0)
            row.append(min(before[j + 1] + out, row[j] + _ARABIC_ALONE.get(y, 1.0), before[j] + change))
    return row[-1]
