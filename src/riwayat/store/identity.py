"""Who is meant by a name: one person, group or outlet of the store, in all the spellings its reports have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, cast

from riwayat.errors import RiwayatError
from riwayat.names import Kind, NameIndex
from riwayat.store import models as rows
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


def identity(name: str, every: Sequence[Name] | None = None) -> Identity:
    """The one who is called `name`: a whole name, a part of one in whole words, or the id of a known actor.

    `every` are the names to look among, each once and sorted; by default all people, groups and outlets that the
    reports mention.

    Names of other spellings and scripts are taken in where they may be of the same one, word for word.

    Raises:
        UnknownNameError: the reports name nobody so.
        SeveralError: they name several so.
    """
    every = _named() if every is None else every
    found = _called(name, every) or _written_otherwise(name, every) or _holding(name, every)
    if not found:
        raise UnknownNameError(f"{name}: no report names anybody so")
    chosen = _merged(found, every)
    if len(chosen) > 1:
        names = "; ".join(f"{_shortest(one)} ({one.kind})" for one in chosen[:_MOST])
        more = f" and {len(chosen) - _MOST} more" if len(chosen) > _MOST else ""
        raise SeveralError(f"{name} may be {names}{more}: say which, by more of the name")
    return chosen[0]


def _named() -> list[Name]:
    """All names of people, groups and outlets, each once."""
    asked = rows.Named.objects.filter(role="mentioned", kind__in=_KINDS)
    found = asked.values_list("kind", "known_as", "name", "folded").distinct()
    return sorted({Name(kind, known_as or "", name, folded) for kind, known_as, name, folded in found})


def _called(name: str, every: Iterable[Name]) -> list[Name]:
    actor = known().find(name) or known().get(name)
    return [
        one for one in every if one.folded == fold(name) or (actor is not None and one.known_as == actor.id)
    ]


def _written_otherwise(name: str, every: Iterable[Name]) -> list[Name]:
    return [one for kind in _KINDS for one in _spelled(name, kind, every)]


def _holding(name: str, every: Iterable[Name]) -> list[Name]:
    return [one for one in every if f" {fold(name)} " in f" {one.folded} "]


def _spelled(name: str, kind: str, every: Iterable[Name]) -> list[Name]:
    """Names of a kind that may be another spelling of this one: a name alone is not a full name."""
    index = NameIndex(cast(Kind, kind), [(one.name, one) for one in every if one.kind == kind])
    several = len(name.split()) > 1
    return [one for one, _ in index.find(name, whole=True) if (len(one.name.split()) > 1) == several]


def _merged(found: Iterable[Name], every: Sequence[Name]) -> list[Identity]:
    """The identities that some names belong to, with all their other names."""
    by_key: defaultdict[_Key, list[Name]] = defaultdict(list)
    for one in every:
        by_key[one.key].append(one)
    left = sorted({one.key for one in found}, key=lambda key: (key[1].startswith("="), key))
    identities = []
    while left:
        kind, ident = left.pop(0)
        names = set(by_key[kind, ident])
        for name in sorted(names):
            names.update(
                other
                for other in _spelled(name.name, kind, every)
                if not (other.known_as and ident != other.known_as)
            )
        keys = {one.key for one in names}
        left = [key for key in left if key not in keys]
        known_as = next((one.known_as for one in sorted(names) if one.known_as), None)
        identities.append(Identity(kind, known_as, frozenset(one.folded for one in names)))
    return identities


def _shortest(one: Identity) -> str:
    return one.known_as or min(one.folded, key=lambda name: (len(name), name))
