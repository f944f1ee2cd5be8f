"""Who is meant by a name: one person, group or outlet of the store, in all the spellings its reports have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, cast

from riwayat.errors import RiwayatError
from riwayat.names import Kind, NameIndex
from riwayat.store import models as rows
from riwayat.store.masks import Masks
from riwayat.text.folding import fold
from riwayat.world.own_actors import known

__all__ = ["Identity", "Name", "SeveralError", "UnknownNameError", "identity"]

_KINDS: Final = ("person", "group", "outlet")
_MOST: Final = 8
"""Candidates named in an error."""


class UnknownNameError(RiwayatError):
    """Nobody is called so."""


class SeveralError(RiwayatError):
    """Several are called so."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody, or a body, across reports."""

    kind: str
    """person, group, outlet."""
    name: str
    """One of its names."""
    known_as: str | None
    """Identifier of a known actor."""
    folded: frozenset[str]
    """All its names in the store, folded."""

    def is_one(self, kind: str, name: str, known_as: str | None) -> bool:
        """Whether an entity with this type, name and known actor is the one."""
        if self.known_as and known_as:
            return self.known_as == known_as
        return kind == self.kind and fold(name) in self.folded


_Key = tuple[str, str]
"""Known actor or folded name, with what sort of thing it is."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name that reports give."""

    kind: str
    """person, group, outlet."""
    known_as: str
    """Identifier of a known actor; empty where none is known."""
    name: str
    folded: str

    @property
    def key(self) -> _Key:
        """The same for names that are surely of one."""
        return (self.kind, self.known_as or f"={self.folded}")


def identity(name: str, masks: Masks, every: Sequence[Name] | None = None) -> Identity:
    """The one who is called `name`: a whole name, a part of one in whole words, or the id of a known actor.

    `masks` hide private people where several are called so.  `every` are the names to look among, each once and
    sorted; by default all people, groups and outlets that the reports mention.

    Names of other spellings and scripts are taken in where they may be of the same one, word for word.

    Raises:
        UnknownNameError: the reports name nobody so.
        SeveralError: they name several so.
    """
    spellings = _Spellings(_named() if every is None else every)
    found = spellings.of_actor(name)
    if found is not None:
        return found
    names = spellings.called(name) or spellings.written_otherwise(name) or spellings.holding(name)
    if not names:
        raise UnknownNameError(f"{name}: no report names anybody so")
    chosen = spellings.merged(names)
    if len(chosen) > 1:
        shown = "; ".join(f"{_shown(one, masks)} ({one.kind})" for one in chosen[:_MOST])
        more = f" and {len(chosen) - _MOST} more" if len(chosen) > _MOST else ""
        raise SeveralError(f"{name} may be {shown}{more}: say which, by more of the name")
    return chosen[0]


def _named() -> list[Name]:
    """All names of people, groups and outlets, each once."""
    asked = rows.Named.objects.filter(role="mentioned", kind__in=_KINDS)
    found = asked.values_list("kind", "known_as", "name", "folded").distinct()
    return sorted({Name(kind, known_as or "", name, folded) for kind, known_as, name, folded in found})


class _Spellings:
    """Names to look among; an index of other spellings is made for a kind when it is asked for."""

    def __init__(self, every: Sequence[Name]) -> None:
        self._every = every
        self._by_key: defaultdict[_Key, list[Name]] = defaultdict(list)
        for one in every:
            self._by_key[one.key].append(one)
        self._indices: dict[str, NameIndex[Name]] = {}

    def of_actor(self, name: str) -> Identity | None:
        """The known actor of this name or id, if the reports name it: all its names are of one."""
        actor = known().find(name) or known().get(name)
        if actor is None:
            return None
        own = {fold(one) for one in actor.names}
        names = [
            one
            for one in self._every
            if (one.known_as == actor.id if one.known_as else one.folded in own and one.kind != "person")
        ]
        if not names:
            return None
        kind, _ = Counter(one.kind for one in names).most_common(1)[0]
        return self._identity(kind, actor.id, {other for one in names for other in self._with_others(one)})

    def called(self, name: str) -> list[Name]:
        """The names that are this one, folded."""
        return [one for one in self._every if one.folded == fold(name)]

    def holding(self, name: str) -> list[Name]:
        """The names of which this is a part in whole words."""
        return [one for one in self._every if f" {fold(name)} " in f" {one.folded} "]

    def written_otherwise(self, name: str) -> list[Name]:
        """The names that may be other spellings of this one."""
        return [one for kind in _KINDS for one in self._spelled(name, kind)]

    def merged(self, names: Iterable[Name]) -> list[Identity]:
        """The identities that some names belong to, with all their other names; those of known actors first."""
        left = sorted({one.key for one in names}, key=lambda key: (key[1].startswith("="), key))
        found = []
        while left:
            key = left.pop(0)
            every = {other for one in self._by_key[key] for other in self._with_others(one)}
            keys = {one.key for one in every}
            left = [other for other in left if other not in keys]
            known_as = next((one.known_as for one in sorted(every) if one.known_as), None)
            found.append(self._identity(key[0], known_as, every))
        return found

    def _identity(self, kind: str, known_as: str | None, names: set[Name]) -> Identity:
        shortest = min(names, key=lambda one: (len(one.name), one.name))
        return Identity(kind, shortest.name, known_as, frozenset(one.folded for one in names))

    def _with_others(self, name: Name) -> set[Name]:
        """A name with its other spellings, those of another known actor left out."""
        found = self._spelled(name.name, name.kind)
        return {name, *(other for other in found if other.known_as in ("", name.known_as))}

    def _spelled(self, name: str, kind: str) -> list[Name]:
        """Names of a kind that may be another spelling of this one: a name alone is not a full name."""
        if kind not in self._indices:
            named = [(one.name, one) for one in self._every if one.kind == kind]
            self._indices[kind] = NameIndex(cast(Kind, kind), named)
        several = len(name.split()) > 1
        found = self._indices[kind].find(name, whole=True)
        return [one for one, _ in found if (len(one.name.split()) > 1) == several]


def _shown(one: Identity, masks: Masks) -> str:
    reports = rows.Named.objects.filter(folded__in=one.folded, kind=one.kind)
    return masks.of(sorted(set(reports.values_list("report__key", flat=True)))).text(one.name)
