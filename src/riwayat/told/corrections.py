"""The form in which corrections are told: what `riwayat corrections --json` gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from riwayat.model import Corrected
from riwayat.model.reading import Documented

__all__ = ["CorrectionTold", "Subject", "together"]

Subject: TypeAlias = Literal["happening", "name", "words", "event", "report"]


@dataclass(frozen=True, slots=True)
class CorrectionTold(Documented):
    """One thing that a curator said."""

    number: int
    """By which `riwayat undo` takes it back."""
    act: int
    """Number of the first one that was said in one go with this one; they are undone together."""
    subject: Subject
    """What it is about: two accounts of one `happening` or of two, a `name`, `words`, an `event`, a `report`."""
    what: str
    """What of it: `verdict`, `chain`, `place`, `public`, `removed` and so on."""
    about: str
    """The words, names or accounts that it rests on."""
    value: str | None
    """What is said of it; null for nothing."""
    report: str | None
    """Id of the report that has the words, where it rests on one report."""
    who: str
    """The curator."""
    because: str
    """Why."""
    at: str
    """ISO 8601 date and time (UTC)."""
    undone_at: str | None
    """When it was taken back; null while it stands."""
    undone_by: str | None
    """Who took it back."""
    reports: int
    """How many readings bear it now."""
    gone: bool
    """Whether it stands, but rests on words, or accounts, that are gone."""


def together(corrected: Iterable[Corrected]) -> tuple[Corrected, ...]:
    """For people: what was said in one go of several accounts as one, with all that had been read."""
    found: dict[tuple[str, ...], Corrected] = {}
    for one in corrected:
        key = (one.what, one.who, one.because, one.at)
        first = found.setdefault(key, one)
        before = (first.was or "").split("; ")
        if one.was and one.was not in before:
            found[key] = replace(first, was="; ".join(part for part in [*before, one.was] if part))
    return tuple(found.values())
