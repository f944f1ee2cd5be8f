"""Corrections as rows and as values, and which of them a reading bears."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import UTC
from functools import cache
from typing import Any, Final, cast

from django.db.models import Q
from pydantic import TypeAdapter

from riwayat import model
from riwayat.chronicle.correcting import AboutEvent, AboutName, AboutWords, Correction, corrected
from riwayat.chronicle.correcting.values import VALUES, About
from riwayat.store import models as rows
from riwayat.text.folding import fold

__all__ = [
    "OWN",
    "SUBJECTS",
    "as_one",
    "corrected_for",
    "correction_of",
    "follow",
    "name_keys",
    "plain",
    "standing",
]

SUBJECTS: Final[dict[str, type]] = {"name": AboutName, "words": AboutWords, "event": AboutEvent}
"""What a correction of a reading may be about, as rows have it."""
OWN: Final = "one:"
"""Begins the identifiers of those who are no known actors but whom curators tell apart."""
_AT_ONCE: Final = 250


def correction_of(row: rows.Correction) -> Correction:
    """The value of a row that is about a reading."""
    kind = SUBJECTS[row.subject]
    about: About = _adapter(cast(Hashable, kind)).validate_python(row.about)
    return Correction(
        number=row.pk,
        what=row.what,
        about=about,
        value=_value(cast(Hashable, kind), row.what).validate_python(row.value),
        who=row.who,
        because=row.because,
        at=row.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    )


def plain(about: About, what: str, value: Any) -> tuple[dict[str, Any], Any]:
    """What a correction is about, and its value, as JSON.

    Raises:
        ValueError: the value is none of those that can be said of this.
    """
    kind = type(about)
    value = _value(cast(Hashable, kind), what).validate_python(value)
    return (
        _adapter(cast(Hashable, kind)).dump_python(about, mode="json"),
        _value(cast(Hashable, kind), what).dump_python(value, mode="json"),
    )


def name_keys(names: Iterable[str]) -> set[str]:
    """By what corrections of these names are found."""
    return {f"name/{fold(name)}" for name in names}


def standing(keys: Iterable[str]) -> list[rows.Correction]:
    """The corrections about any of these keys that have not been taken back, in order of their making."""
    wanted = sorted(set(keys))
    found: dict[int, rows.Correction] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = rows.Correction.objects.filter(undone_at=None, keys__key__in=wanted[start : start + _AT_ONCE])
        found |= {row.pk: row for row in part}
    return [found[number] for number in sorted(found)]


def corrected_for(address: str, reading: model.Reading) -> model.Reading:
    """A reading of the page at this address, with the corrections on it that stand."""
    keys = {address} | name_keys(entity.name for entity in reading.entities)
    return corrected(reading, [correction_of(row) for row in standing(keys) if row.subject in SUBJECTS])


def as_one(called: Q) -> Q:
    """The names that these rows of `Named` or `Narrated` have, and those that curators said are of the same."""
    named = rows.Named.objects.filter(called, known_as__startswith=OWN)
    return called | Q(known_as__in=sorted(set(named.values_list("known_as", flat=True))))


def follow(old: str, new: str) -> None:
    """Lets what was said of a report's accounts be said of them under its new id."""

    def renamed(key: str) -> str:
        return new + key.removeprefix(old) if key.startswith(old) else key

    for key in rows.About.objects.filter(key__startswith=old).select_related("correction"):
        key.key = renamed(key.key)
        key.save(update_fields=["key"])
        row = key.correction
        row.about = dict(zip("ab", sorted(map(renamed, row.about.values())), strict=True))
        row.save(update_fields=["about"])


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


@cache
def _value(kind: Any, what: str) -> TypeAdapter[Any]:
    return TypeAdapter(VALUES[kind][what])
