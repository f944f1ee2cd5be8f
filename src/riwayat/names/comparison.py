"""One comparison for the names of people, groups and places, across spellings and scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Final

from riwayat.names.parts import Kind, Name, Part, names_in
from riwayat.names.short import abbreviates
from riwayat.names.slips import slip
from riwayat.names.words import ONE, alike, word_alike

__all__ = ["Comparison", "Kind", "compare"]

SAME: Final = 0.7
"""From this score on two names are taken for one."""
_APART: Final = 0.6
"""The most that a pair scores which is not the same."""
_CERTAIN: Final = 0.97
"""How sure the rest of a name must be for a slip in one word to be let pass."""
_LIKELY: Final = 0.88
"""The same where the rest is two words or more."""
_ENOUGH: Final = 0.84
"""How alike the words of a person's name must be on the whole, where there are several."""
_GROWN: Final = 5
"""The least letters of words written as one that are compared so."""
_JOINED: Final = 0.77
_JOINED_PLACE: Final = 0.66
"""How alike two names must be that differ in the gaps between words."""
_WEIGHT: Final = {
    "word": 1.0,
    "name": 1.0,
    "content": 0.8,
    "bound": 0.8,
    "kind": 0.4,
    "state": 0.4,
    "label": 0.1,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names have to do with each other."""

    score: float
    """0 to 1: how alike they are, and how much of the longer the shorter holds."""
    same: bool
    """Whether they may be taken for names of one."""
    reason: str
    """Why, in words."""
    whole: bool = True
    """Whether each word of one has its partner in the other, weak words aside."""
    within: bool = False
    """Groups: whether one says what the other says and no more (`the ministry`, `the Turkish defence ministry`): the
    same where nothing else of the kind is about."""


@dataclass(frozen=True, slots=True)
class _Aligned:
    a: Name
    b: Name
    pairs: tuple[tuple[int, int, float], ...]
    """Partners: where in `a`, where in `b`, how alike; in the order of `a`."""
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]

    @property
    def base(self) -> float:
        """How alike the partners are."""
        weights = [_WEIGHT[self.a.parts[i].rank] for i, _, _ in self.pairs]
        total = sum(weights)
        return sum(w * s for w, (_, _, s) in zip(weights, self.pairs, strict=True)) / total if total else 0.0

    @property
    def cover(self) -> float:
        """How much of both has a partner."""
        held = sum(_WEIGHT[self.a.parts[i].rank] + _WEIGHT[self.b.parts[j].rank] for i, j, _ in self.pairs)
        left = sum(_WEIGHT[p.rank] for p in (*self.only_a, *self.only_b))
        return held / (held + 2 * left) if held else 0.0

    @property
    def only_a(self) -> tuple[Part, ...]:
        return tuple(self.a.parts[i] for i in self.left_a)

    @property
    def only_b(self) -> tuple[Part, ...]:
        return tuple(self.b.parts[j] for j in self.left_b)


def compare(a: str, b: str, kind: Kind) -> Comparison:
    """Whether two names may be names of one person, group or place.

    Pure, and the same both ways round.  A name all of whose parts have a partner in the longer one is the same; parts
    left over on both sides contradict.  Nothing is known here of who is who: that `Ahmad asy-Syara` and `al-Jaulani`
    are one man is for the known actors to say.
    """
    if b < a:
        a, b = b, a
    return _compared(a, b, kind)


@lru_cache(maxsize=32768)
def _compared(a: str, b: str, kind: Kind) -> Comparison:
    verdicts = [_verdict(x, y, kind) for x, y in product(names_in(a, kind), names_in(b, kind))]
    return max(verdicts, key=lambda v: (v.same, v.score))


def _verdict(a: Name, b: Name, kind: Kind) -> Comparison:
    if a.text == b.text:
        return Comparison(1.0, True, "written alike") if a.text else Comparison(0.0, False, "no name")
    if kind in ("group", "outlet") and (a.short or b.short):
        short = _short(a, b)
        if short is not None:
            return short
    if not a.parts or not b.parts:
        return Comparison(0.0, False, "no words to compare")
    found = _aligned(a, b)
    return _RULES[kind](found)


def _short(a: Name, b: Name) -> Comparison | None:
    """The verdict where one of the names at least is an abbreviation; none where it is rather a word."""
    if a.short and b.short:
        if abbreviates(a.short, b.short):
            return Comparison(0.9, True, f"abbreviations of the same letters: {a.short}, {b.short}")
        return Comparison(0.0, False, f"two abbreviations: {a.short}, {b.short}")
    short, long = (a, b) if a.short else (b, a)
    if any(abbreviates(str(short.short), initials) for initials in long.initials):
        return Comparison(0.85, True, f"{short.short} are the first letters of {long.text}", whole=False)
    return None


def _aligned(a: Name, b: Name) -> _Aligned:
    likely = sorted(
        (
            (-score, abs(i - j), i + j, i, j)
            for (i, x), (j, y) in product(enumerate(a.parts), enumerate(b.parts))
            if (score := alike(x, y)) >= ONE
        ),
    )
    pairs: list[tuple[int, int, float]] = []
    of_a: set[int] = set()
    of_b: set[int] = set()
    for score, _, _, i, j in likely:
        if i not in of_a and j not in of_b:
            pairs.append((i, j, -score))
            of_a.add(i)
            of_b.add(j)
    left_a = [i for i in range(len(a.parts)) if i not in of_a]
    left_b = [j for j in range(len(b.parts)) if j not in of_b]
    pairs += [(i, j, score) for i, j, score in _grown_together(a, b, left_a, left_b)]
    pairs += [(i, j, score) for j, i, score in _grown_together(b, a, left_b, left_a)]
    if len(left_a) == len(left_b) == 1 and _sure(pairs):
        x, y = a.parts[left_a[0]], b.parts[left_b[0]]
        if _slipped(x, y):
            pairs.append((left_a.pop(), left_b.pop(), ONE))
    return _Aligned(a, b, tuple(sorted(pairs)), tuple(left_a), tuple(left_b))


def _grown_together(a: Name, b: Name, left_a: list[int], left_b: list[int]) -> list[tuple[int, int, float]]:
    """Parts left over in `a` that are two neighbours left over in `b`, written as one; taken from both lists."""
    found = []
    for i in list(left_a):
        for j in list(left_b):
            if j not in left_b or j + 1 not in left_b or i not in left_a:
                continue
            one, two = a.parts[i], (b.parts[j].text + b.parts[j + 1].text).replace(" ", "")
            score = word_alike(one.text.replace(" ", ""), two) if len(two) >= _GROWN else 0.0
            if score >= _JOINED:
                found.append((i, j, score))
                left_a.remove(i)
                left_b.remove(j)
                left_b.remove(j + 1)
    return found


def _sure(pairs: Sequence[tuple[int, int, float]]) -> bool:
    """Whether the partners found leave so little doubt that a slip in the one word left may pass."""
    least = min((score for _, _, score in pairs), default=0.0)
    return least >= _CERTAIN or (len(pairs) > 1 and least >= _LIKELY)


def _slipped(x: Part, y: Part) -> bool:
    """Whether one part may be the other with a slip of the pen: not where both are listed names, or notions."""
    if x.make != "word" or y.make != "word" or (x.classes and y.classes) or x.notions or y.notions:
        return False
    return slip(x.words[0], y.words[0])


def _apart(found: _Aligned, reason: str) -> Comparison:
    return Comparison(
        round(min(_APART, found.base * found.cover), 3), False, reason, whole=not found.only_a + found.only_b
    )


def _same(found: _Aligned, reason: str, *, less: float = 0.0) -> Comparison:
    score = found.base * (0.7 + 0.3 * found.cover) - less
    if found.left_a or found.left_b:
        reason = f"{reason}; only one has {_said((*found.only_a, *found.only_b))}"
    return Comparison(
        round(max(SAME, min(0.99, score)), 3), True, reason, whole=not found.only_a + found.only_b
    )


def _said(parts: Sequence[Part]) -> str:
    return ", ".join(part.text for part in parts)


def _against(found: _Aligned) -> Comparison:
    return _apart(found, f"{_said(found.only_a)} against {_said(found.only_b)}")


def _joined(found: _Aligned, least: float = _JOINED) -> Comparison | None:
    """The same where only the gaps between words differ (`Kafr Nabl`, `Kafranbel`)."""
    a, b = found.a, found.b
    if len(a.text.split()) == len(b.text.split()) or len(a.parts) == len(b.parts) > 1:
        return None
    best = 0.0
    for x, y in product(_closed(a), _closed(b)):
        if min(len(x), len(y)) >= _GROWN and not re.search(r"\d", x + y):
            best = max(best, word_alike(x, y))
    return Comparison(round(0.97 * best, 3), True, "the same but for gaps") if best >= least else None


def _closed(name: Name) -> tuple[str, ...]:
    """All words of a name as one, with its weak words and without."""
    without = "".join(part.text.replace(" ", "") for part in name.parts)
    return tuple(dict.fromkeys((name.text.replace(" ", ""), without)))


def _numbers(parts: Sequence[Part]) -> list[str]:
    return sorted(part.words[0] for part in parts if part.make == "number")


def _person(found: _Aligned) -> Comparison:
    a, b = found.a, found.b
    if _numbers(found.only_a) or _numbers(found.only_b):
        return _apart(
            found, f"only one is {_said([p for p in (*found.only_a, *found.only_b) if p.make == 'number'])}"
        )
    if found.left_a and found.left_b and not _may_be_left_out(found):
        return _joined(found) or _against(found)
    if not found.pairs:
        return _joined(found) or _apart(found, "no word of one is in the other")
    ben = [name for name in (a, b) if name.weak[:1] == ("ben",) and len(name.parts) == 1]
    if (
        ben
        and not all("ben" in name.weak or "bin" in name.weak or "ibn" in name.weak for name in (a, b))
        and (found.left_a or found.left_b)
    ):
        return _apart(found, "Ben may be a given name")
    if all(a.parts[i].make == "initial" or b.parts[j].make == "initial" for i, j, _ in found.pairs):
        return _apart(found, "initials only")
    left = bool(found.left_a or found.left_b)
    if left and len(found.pairs) == 1:
        i, j, _ = found.pairs[0]
        alone = a.parts[i] if not found.left_a else b.parts[j]
        if alone.given:
            return _apart(found, f"{alone.text} alone is borne by many")
    if found.base < _ENOUGH and len(found.pairs) > 1 and a.text.isascii() == b.text.isascii():
        return _apart(found, f"each word a little off: {_likeness(found)}")
    if _father(found):
        return _apart(
            found, "one may be named after the other: the given name of one is a later name of the other"
        )
    if (turned := _turned(found)) is not None:
        if turned:
            return _apart(found, "the same names in another order")
        return _same(found, "the same words in another order", less=0.05)
    return _same(found, _likeness(found))


def _may_be_left_out(found: _Aligned) -> bool:
    """Whether what stands alone are a word that may be a title, and a Muhammad set before the name in use."""
    left = (found.only_a, found.only_b)
    titles = [all(part.optional for part in parts) for parts in left]
    leading = [all("muhammad" in part.classes for part in parts) for parts in left]
    return len(found.pairs) > 1 and any(titles) and any(leading)


def _father(found: _Aligned) -> bool:
    """Whether the first name of one is a father's name in the other: `Hafez al-Assad`, `Bashar Hafez al-Assad`."""
    for short, long, first, left in (
        (found.a, found.b, _partner(found.pairs, 0), found.left_b),
        (found.b, found.a, _partner([(j, i, s) for i, j, s in found.pairs], 0), found.left_a),
    ):
        if 0 not in left or first is None:
            continue
        before, here = long.parts[0], short.parts[0]
        if before.make == "word" and "muhammad" not in before.classes and before.given and here.given:
            return True
    return False


def _partner(pairs: Sequence[tuple[int, int, float]], at: int) -> int | None:
    return next((j for i, j, _ in pairs if i == at), None)


def _turned(found: _Aligned) -> bool | None:
    """None where the partners stand in one order; else whether those that do not are given names."""
    order = [j for _, j, _ in found.pairs]
    if order == sorted(order):
        return None
    moved = [found.a.parts[i] for k, (i, j, _) in enumerate(found.pairs) if sorted(order)[k] != j]
    return all(part.given for part in moved)


def _likeness(found: _Aligned) -> str:
    differ = [
        f"{x.text} like {y.text}"
        for i, j, _ in found.pairs
        if (x := found.a.parts[i]).words[0] != (y := found.b.parts[j]).words[0]
    ]
    return ", ".join(differ) or "the same words"


def _group(found: _Aligned) -> Comparison:
    verdict = _group_verdict(found)
    more_a, more_b = ([p for p in only if p.rank != "label"] for only in (found.only_a, found.only_b))
    numbered = _numbers(found.a.parts) == _numbers(found.b.parts)
    within = bool(found.pairs) and numbered and not (more_a and more_b)
    return replace(verdict, within=verdict.same or within)


def _group_verdict(found: _Aligned) -> Comparison:
    a, b = found.a, found.b
    if _numbers(a.parts) != _numbers(b.parts):
        return _apart(found, "other numbers")
    only_a = [p for p in found.only_a if p.rank != "label"]
    only_b = [p for p in found.only_b if p.rank != "label"]
    if only_a and only_b:
        return _joined(found) or _against(found)
    told = [a.parts[i] for i, _, _ in found.pairs if a.parts[i].make != "number"]
    if not any(p.rank != "label" for p in told):
        return _joined(found) or _apart(found, "no word of one is in the other")
    only = [*only_a, *only_b]
    if not only:
        return _same(found, _likeness(found))
    if any(p.rank == "bound" for p in only):
        return _apart(found, f"only one is of {_said([p for p in only if p.rank == 'bound'])}")
    proper = [p for p in told if p.rank in ("word", "name")]
    words = [p for p in only if p.rank != "kind"]
    alone = len(proper) == 1 and proper[0].rank == "word" and words
    if any(p.rank in ("word", "name", "state") for p in words) or len(proper) < max(1, len(words)) or alone:
        return _apart(found, f"{_said(told)} is not enough; only one has {_said(only)}")
    return _same(found, _likeness(found))


def _place(found: _Aligned) -> Comparison:
    a, b = found.a, found.b
    if _numbers(a.parts) != _numbers(b.parts):
        return _apart(found, "other numbers")
    kinds_a = [p for p in found.only_a if p.rank in ("kind", "state")]
    kinds_b = [p for p in found.only_b if p.rank in ("kind", "state")]
    if kinds_a and kinds_b:
        return _against(found)
    only = [p for p in (*found.only_a, *found.only_b) if p.rank not in ("kind", "label", "state")]
    if only:
        joined = _joined(found, _JOINED_PLACE)
        if joined is not None:
            return joined
        if found.left_a and found.left_b:
            return _against(found)
        return _apart(found, f"only one has {_said(only)}")
    if all(a.parts[i].rank in ("kind", "label", "state") for i, _, _ in found.pairs):
        return _apart(found, "only the kind of place is the same")
    return _same(found, _likeness(found))


_RULES: Final[dict[Kind, Callable[[_Aligned], Comparison]]] = {
    "person": _person,
    "group": _group,
    "outlet": _group,
    "place": _place,
}
