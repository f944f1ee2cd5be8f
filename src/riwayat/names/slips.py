"""Slips of the pen: one letter too many, too few, or two in the wrong order."""

from __future__ import annotations

from typing import Final

_LEAST: Final = 5
"""Letters of a word in which a letter may be missing, or two turned."""
_OTHER: Final = 7
"""Letters of a word in which a letter may be another: that more often makes another name."""
_ENDINGS: Final = frozenset("aiouاوي")


def slip(a: str, b: str) -> bool:
    """Whether two words differ by one slip, neither in the first letter nor in an ending that makes another name."""
    if a > b:
        a, b = b, a
    if min(len(a), len(b)) < _LEAST or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(at) == 2 and at[1] == at[0] + 1:
            return a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]
        return len(at) == 1 and len(a) >= _OTHER and at[0] != len(a) - 1
    short, long = sorted((a, b), key=len)
    where = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short == long[:where] + long[where + 1 :] and not (where == len(short) and long[-1] in _ENDINGS)
