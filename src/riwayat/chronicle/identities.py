"""The narrators of a happening's lines, told apart once: who is who among all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from riwayat.chronicle.folding import Folding
from riwayat.chronicle.sameness import narrator_kind, same_name, same_narrator
from riwayat.model import Narrator
from riwayat.names import Kind, NameIndex, compare
from riwayat.world.actors import Actor, KnownActors

__all__ = ["CARRIERS", "PICTURES", "Identities", "known_actor", "same_outlet"]

CARRIERS: Final = frozenset({"agency", "outlet"})
"""Kinds of narrator that pass on what others told them."""
_BODIES: Final = frozenset({"group", "official"})
PICTURES: Final = frozenset({"photo", "video"})
"""Kinds of narrator that show."""


class Identities:
    """Narrators with a name, and bodies, as classes: two are of one class where they are one narrator."""

    def __init__(self, narrators: Iterable[Narrator]) -> None:
        self._number = {bare: n for n, bare in enumerate(dict.fromkeys(map(_bare, narrators)))}
        self._classes: Folding[str] = Folding(len(self._number))
        bares = list(self._number)
        for i, j in _likely(bares):
            why = _same(bares[i], bares[j])
            if why:
                self._classes.fold(i, j, why)
        self._fold_less_said(bares)

    def _fold_less_said(self, bares: Sequence[Narrator]) -> None:
        """A body called by less (`the ministry`) is the one it may be, where only one of those about fits."""
        bodies = [n for n, bare in enumerate(bares) if bare.kind in _BODIES and _is_someone(bare)]
        for i in bodies:
            fits = {
                self._classes.root(j): (j, f"{bares[i].name}: of those about only {bares[j].name}")
                for j in bodies
                if self._classes.root(i) != self._classes.root(j) and _says_less(bares[i], bares[j])
            }
            if len(fits) == 1:
                [(j, why)] = fits.values()
                self._classes.fold(i, j, why)

    def of(self, narrator: Narrator) -> int | None:
        """The class of a narrator; null for one that cannot be told from others of its kind."""
        number = self._number.get(_bare(narrator))
        return None if number is None or not _is_someone(narrator) else self._classes.root(number)

    def why(self, a: Narrator, b: Narrator) -> str:
        """Why two narrators of one class are one, in words."""
        one, other = _bare(a), _bare(b)
        if one.name == other.name:
            return f"both name {one.name}"
        direct = _same(one, other)
        if direct:
            return direct
        return "; ".join(dict.fromkeys(self._classes.reasons([self._number[one]])))


def known_actor(narrator: Narrator) -> Actor | None:
    """The known actor that a narrator is, by what its reading says, or by its name for an outlet or agency."""
    actors = KnownActors.shipped()
    if narrator.known_as:
        return actors.get(narrator.known_as)
    if narrator.kind in CARRIERS and narrator.name:
        return actors.find(narrator.name, "agency") or actors.find(narrator.name, "outlet")
    return None


def same_outlet(a: Narrator, b: Narrator) -> str | None:
    """Why two outlets or agencies are one; null where they are not."""
    one, other = known_actor(a), known_actor(b)
    return same_name(a.name, one.id if one else None, b.name, other.id if other else None, "outlet")


def _likely(narrators: Sequence[Narrator]) -> list[tuple[int, int]]:
    """The pairs worth comparing: of names that have something in common, or of one known actor."""
    named: defaultdict[Kind, list[tuple[str, int]]] = defaultdict(list)
    known: defaultdict[str, list[int]] = defaultdict(list)
    for n, narrator in enumerate(narrators):
        actor = known_actor(narrator)
        for identifier in {actor.id if actor else None, narrator.body.known_as if narrator.body else None}:
            if identifier:
                known[identifier].append(n)
        kind = narrator_kind(narrator)
        named[kind].append((narrator.name or "", n))
        if narrator.body is not None:
            named["group"].append((narrator.body.name, n))
    pairs = {pair for those in known.values() for pair in combinations(those, 2)}
    for kind, names in named.items():
        index = NameIndex(kind, names)
        pairs |= {(min(n, m), max(n, m)) for name, n in names for _, m in index.likely(name) if n != m}
    return sorted(pairs)


def _says_less(less: Narrator, more: Narrator) -> bool:
    """Whether all that one body is called is said of the other too."""
    if less.known_as and more.known_as:
        return False
    return compare(less.name or "", more.name or "", "group").within and (
        len((less.name or "").split()) <= len((more.name or "").split())
    )


def _bare(narrator: Narrator) -> Narrator:
    """A narrator without the place in its report where it is named."""
    return replace(narrator, cue=None, span=None, place=None, stated=None, public=None)


def _is_someone(narrator: Narrator) -> bool:
    return (
        narrator.kind not in PICTURES
        and bool(narrator.name)
        and (narrator.named or narrator.kind in CARRIERS)
    )


def _same(a: Narrator, b: Narrator) -> str | None:
    if not (_is_someone(a) and _is_someone(b)):
        return None
    if a.kind in CARRIERS and b.kind in CARRIERS:
        return same_outlet(a, b)
    return same_narrator(a, b)
