"""Files of actors that users bring: FollowTheMoney entities, one a line, or a CSV table."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

from riwayat.errors import RiwayatError
from riwayat.model import NarratorKind
from riwayat.text.folding import fold
from riwayat.world.actors import Actor, ActorType
from riwayat.world.countries import shipped_countries

_SCHEMATA: Final[Mapping[str, tuple[ActorType, NarratorKind]]] = {
    "Company": ("group", "group"),
    "LegalEntity": ("group", "group"),
    "Organization": ("group", "group"),
    "Person": ("person", "person"),
    "PublicBody": ("group", "official"),
}
"""What entities of FollowTheMoney's schemata are as actors; others are no actors."""
_NARRATORS: Final[Mapping[ActorType, NarratorKind]] = {
    "agency": "agency",
    "group": "group",
    "outlet": "outlet",
    "person": "person",
}
"""What an actor is in a chain where the file does not say."""
_NAME_COLUMNS: Final = ("name", "names", "caption", "aliases", "alias")
_PARTS: Final = re.compile(r"[|;]")
_ITEM: Final = re.compile(r"Q[1-9]\d*")


class ActorFileError(RiwayatError):
    """A file of actors that cannot be read as one at all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that gives no actor, and why."""

    line: int
    """Line of the file, from 1."""
    why: str
    """What is wrong."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that is sound, and no actor: an address, a ship, a sanction."""


Row = Actor | Fault | PassedOver


def read_actor_file(path: Path) -> Iterator[tuple[int, Row]]:
    """What each row of a file gives, with its line.

    A file whose first sign is `{` holds FollowTheMoney entities, one JSON object a line; any other is a
    CSV table with a head.  Raises `ActorFileError` where it is neither, `OSError` where it cannot be opened.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            first = next((line for line in file if line.strip() and not line.startswith("#")), "")
            file.seek(0)
            if first.lstrip().startswith("{"):
                yield from _entities(file)
            else:
                yield from _table(file, first, path.name)
        except UnicodeDecodeError as error:
            raise ActorFileError(f"{path.name}: not a text file in UTF-8") from error


# FollowTheMoney


def _entities(lines: Iterable[str]) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _entity(number, line)


def _entity(number: int, line: str) -> Row:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError):
        return Fault(number, "not a JSON object")
    if not isinstance(entity, dict) or not isinstance(entity.get("schema"), str):
        return Fault(number, "not a FollowTheMoney entity: it has no schema")
    what = _SCHEMATA.get(entity["schema"])
    if what is None:
        return PassedOver()
    properties = entity.get("properties")
    if not isinstance(properties, dict):
        return Fault(number, "not a FollowTheMoney entity: it has no properties")
    identifier = entity.get("id")
    if not isinstance(identifier, str) or not identifier.strip():
        return Fault(number, "no id")
    weak = _texts(properties, "weakAlias")
    if what[0] == "person":  # `Abu Ali` tells somebody, `Ali` nobody
        weak = [name for name in weak if len(name.split()) > 1]
    names = [*_texts(properties, "name"), *_texts(properties, "alias"), *weak]
    if isinstance(entity.get("caption"), str):
        names.insert(0, entity["caption"])
    items = {*_texts(properties, "wikidataId"), identifier}
    countries = {
        code.upper()
        for key in ("country", "jurisdiction", "nationality", "citizenship")
        for code in _texts(properties, key)
    } & _codes()
    return _actor(
        number,
        identifier.strip(),
        *what,
        names,
        country=countries.pop() if len(countries) == 1 else None,
        wikidata=next((item for item in sorted(items) if _ITEM.fullmatch(item)), None),
    )


def _texts(properties: dict[str, Any], key: str) -> list[str]:
    values = properties.get(key, ())
    values = values if isinstance(values, list) else [values]
    return [value for value in values if isinstance(value, str)]


# Tables


def _table(lines: Iterable[str], head: str, file: str) -> Iterator[tuple[int, Row]]:
    delimiter = max(",;\t", key=head.count)
    numbered: list[int] = []

    def rows() -> Iterator[str]:
        for number, line in enumerate(lines, start=1):
            if line.strip() and not line.startswith("#"):
                numbered.append(number)
                yield line

    table = csv.DictReader(rows(), delimiter=delimiter, strict=True)
    columns = {(name or "").strip().lower() for name in table.fieldnames or ()}
    if not columns & {"name", "names"} or not columns & {"type", "schema"}:
        raise ActorFileError(
            f"{file}: neither FollowTheMoney entities nor a table of actors, "
            "which has at least the columns name and type"
        )
    while True:
        before = len(numbered)
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield numbered[-1], Fault(numbered[-1], f"not a row of a table ({error})")
            continue
        number = numbered[min(before, len(numbered) - 1)]
        cells = {
            (column or "").strip().lower(): (cell or "").strip()
            for column, cell in row.items()
            if not isinstance(cell, list)
        }
        yield number, _listed(number, cells)


def _listed(number: int, cells: Mapping[str, str]) -> Row:
    names = [name for column in _NAME_COLUMNS for name in _PARTS.split(cells.get(column, ""))]
    if cells.get("schema") and not cells.get("type"):
        if cells["schema"] not in _SCHEMATA:
            return PassedOver()
        type, narrator = _SCHEMATA[cells["schema"]]
    else:
        kind = next((kind for kind in _NARRATORS if kind == cells.get("type", "").lower()), None)
        if kind is None:
            return Fault(
                number, f"type {cells.get('type', '')!r} is not one of {', '.join(sorted(_NARRATORS))}"
            )
        type, narrator = kind, _NARRATORS[kind]
    if wanted := cells.get("narrator"):
        found = next((kind for kind in get_args(NarratorKind) if kind == wanted), None)
        if found is None:
            return Fault(number, f"narrator {wanted!r} is not one of {', '.join(get_args(NarratorKind))}")
        narrator = found
    countries = {
        code.strip().upper() for code in _PARTS.split(cells.get("country") or cells.get("countries", ""))
    } - {""}
    if "country" in cells and (unknown := countries - _codes()):
        return Fault(number, f"country {unknown.pop()!r} is not a code of ISO 3166-1")
    item = cells.get("wikidata") or cells.get("wikidataid") or None
    if item and not _ITEM.fullmatch(item):
        return Fault(number, f"wikidata {item!r} is not an item such as Q42")
    return _actor(
        number,
        cells.get("id", ""),
        type,
        narrator,
        names,
        country=countries.pop() if len(countries) == 1 and countries <= _codes() else None,
        wikidata=item,
        controlled_by=cells.get("controlled_by") or None,
        domain=cells.get("domain", "").lower().removeprefix("www.") or None,
    )


def _actor(
    number: int,
    identifier: str,
    type: ActorType,
    narrator: NarratorKind,
    names: Iterable[str],
    *,
    country: str | None = None,
    controlled_by: str | None = None,
    domain: str | None = None,
    wikidata: str | None = None,
) -> Actor | Fault:
    by_key: dict[str, str] = {}
    for name in names:
        clean = " ".join(name.replace("|", " ").split())
        if any(letter.isalpha() for letter in clean):
            by_key.setdefault(fold(clean), clean)
    by_key.pop("", None)
    if not by_key:
        return Fault(number, "no name")
    key, *_ = by_key
    return Actor(
        id=" ".join(identifier.split()) or re.sub(r"\W+", "-", key),
        type=type,
        narrator=narrator,
        names=tuple(by_key.values()),
        country=country,
        controlled_by=controlled_by,
        domain=domain,
        wikidata=wikidata,
    )


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.code for country in shipped_countries())
