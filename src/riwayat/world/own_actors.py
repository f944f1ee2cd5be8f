"""Actors that the user added, kept in one table in the user's data folder."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from riwayat.text.folding import fold
from riwayat.world.actor_files import Fault, PassedOver, read_actor_file
from riwayat.world.actors import Actor, ActorType, KnownActors, read_actors
from riwayat.world.home import home
from riwayat.world.tables import rows

_COLUMNS: Final = (
    "id",
    "type",
    "narrator",
    "country",
    "controlled_by",
    "domain",
    "wikidata",
    "names",
    "shared",
    "file",
)
_BODIES: Final[tuple[ActorType, ...]] = ("group", "agency", "outlet")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor, and the name of the file it came from."""

    actor: Actor
    file: str


@dataclass(slots=True)
class Added:
    """What became of the rows of a file."""

    new: int = 0
    """Actors that were not there before."""
    changed: int = 0
    """Actors that were there, and that the file tells otherwise."""
    same: int = 0
    """Actors that were there just so."""
    passed_over: int = 0
    """Rows that are no actors."""
    faults: list[Fault] = field(default_factory=list)
    """Rows that could not be used."""


def table() -> Path:
    """Where the user's actors are kept; may not exist."""
    return home() / "actors.csv"


def own_actors() -> tuple[OwnActor, ...]:
    """The actors that the user added, by id.  Raises `ActorTableError` where their table was damaged."""
    path = table()
    if not path.is_file():
        return ()
    files = [row["file"] or "" for row in rows(path)]
    return tuple(OwnActor(actor, file) for actor, file in zip(read_actors(path), files, strict=True))


def add_actors(path: Path) -> Added:
    """Keep the actors of a file; those of its rows that hold none are told in the result.

    Raises `ActorFileError` where the file holds no actors at all, and `OSError`.
    """
    kept = {own.actor.id: own for own in own_actors()}
    found: dict[str, tuple[int, Actor]] = {}
    done = Added()
    shipped = KnownActors.shipped()
    for line, row in read_actor_file(path):
        if isinstance(row, PassedOver):
            done.passed_over += 1
        elif isinstance(row, Fault):
            done.faults.append(row)
        elif (other := shipped.get(row.id)) is not None and not _may_be_one(row, other):
            done.faults.append(Fault(line, f"the id {row.id} is that of another actor, {other.names[0]}"))
        else:
            found[row.id] = line, row
    ids = {*found, *kept, *(actor.id for actor in shipped)}
    for line, actor in found.values():
        if actor.controlled_by and (actor.controlled_by not in ids or actor.controlled_by == actor.id):
            done.faults.append(Fault(line, f"controlled_by {actor.controlled_by!r} is no other actor's id"))
            continue
        before = kept.get(actor.id)
        if before is None:
            done.new += 1
        elif before.actor == actor:
            done.same += 1
            continue
        else:
            done.changed += 1
        kept[actor.id] = OwnActor(actor, path.name)
    done.faults.sort(key=lambda fault: fault.line)
    if done.new or done.changed:
        _write(kept.values())
    return done


def remove_actors(what: str) -> Sequence[OwnActor]:
    """Forget the actors of a file, or those with a name or id; returns them."""
    kept = own_actors()
    gone = [own for own in kept if own.file in (what, Path(what).name)] or [
        own for own in kept if own.actor.id == what or fold(what) in map(fold, own.actor.names)
    ]
    if gone:
        _write(own for own in kept if own not in gone)
    return gone


def known() -> KnownActors:
    """The shipped actors and the user's.

    An actor of the user's that is a shipped one (by id, by Wikidata item, or by its first name and country)
    adds its names to that one.  A further name that a shipped actor bears already stays that actor's alone.
    """
    path = table()
    try:
        status = path.stat()
    except OSError:
        return KnownActors.shipped()
    return _known(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _known(_path: Path, _changed: int, _size: int) -> KnownActors:
    """Read anew whenever the table is another."""
    return with_own(KnownActors.shipped(), (own.actor for own in own_actors()))


def with_own(shipped: KnownActors, own: Iterable[Actor]) -> KnownActors:
    """`shipped` and `own` together, as `known` says."""
    actors: dict[str, Actor] = {actor.id: actor for actor in shipped}
    by_item = {actor.wikidata: actor for actor in shipped if actor.wikidata}
    owners = _owners(shipped)
    for actor in own:
        one = _same(actor, shipped, by_item)
        free = [name for name in actor.names if owners.get(_owner_key(actor, name), one) is one]
        if one is not None:
            listed = actors[one.id]
            new = [name for name in free if fold(name) not in set(map(fold, listed.names))]
            actors[one.id] = replace(
                listed, names=(*listed.names, *new), wikidata=listed.wikidata or actor.wikidata
            )
        else:
            first = actor.names[0]
            actors[actor.id] = replace(actor, names=(first, *(name for name in free if name != first)))
    return KnownActors(
        actor if actor.controlled_by in actors else replace(actor, controlled_by=None)
        for actor in actors.values()
    )


def _owners(shipped: KnownActors) -> Mapping[tuple[bool, str], Actor]:
    return {_owner_key(actor, name): actor for actor in shipped for name in actor.names}


def _owner_key(actor: Actor, name: str) -> tuple[bool, str]:
    return actor.type == "person", fold(name)


def _same(actor: Actor, shipped: KnownActors, by_item: Mapping[str, Actor]) -> Actor | None:
    one = shipped.get(actor.id)
    if one is not None:
        return one
    item = by_item.get(actor.wikidata or "")
    if item is not None and _may_be_one(actor, item):
        return item
    name = actor.names[0]
    types: tuple[ActorType, ...] = ("person",) if actor.type == "person" else _BODIES
    found = [
        one
        for type in types
        if (one := shipped.find(name, type)) is not None and fold(name) in map(fold, one.names)
    ]
    return found[0] if len(found) == 1 and _may_be_one(actor, found[0]) else None


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether nothing in what is said of two speaks against their being one."""
    return (
        (one.type == "person") == (other.type == "person")
        and other.type != "state"
        and (one.country == other.country or None in (one.country, other.country))
        and (not one.wikidata or not other.wikidata or one.wikidata == other.wikidata)
    )


def _write(own: Iterable[OwnActor]) -> None:
    """The table anew, whole or not at all."""
    path = table()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix="actors-", suffix=".part", delete=False
    ) as file:
        part = Path(file.name)
        try:
            file.write("# Actors added with `riwayat actors add`.\n")
            written = csv.writer(file, lineterminator="\n")
            written.writerow(_COLUMNS)
            for one in sorted(own, key=lambda one: one.actor.id):
                a = one.actor
                facts = (a.id, a.type, a.narrator, a.country, a.controlled_by, a.domain, a.wikidata)
                written.writerow((*facts, "|".join(a.names), "|".join(a.shared), one.file))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    part.replace(path)
