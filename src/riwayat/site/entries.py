"""Happenings as lines of a list: what is told of each at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.db.models import F

from riwayat import model
from riwayat.site.masks import masks
from riwayat.site.quoted import language_of
from riwayat.store import models as rows
from riwayat.store.queries import Wanted, happening_rows, happenings
from riwayat.store.reading_rows import unpacked

__all__ = ["PER_PAGE", "Entry", "Found", "entries", "entry", "found"]

PER_PAGE: Final = 30
_NAMES: Final = 3
"""Names of each side in a line."""
_LONGEST: Final = 240
"""Characters of the words in a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening in a list; all words are masked."""

    id: str
    type: str
    modality: str
    who: tuple[str, ...]
    more_who: int
    """How many more are named."""
    whom: tuple[str, ...]
    more_whom: int
    time: model.Time | None
    day: date | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    what: str
    language: str | None
    """Of these words, where it is known."""
    origins: int
    reports: int
    disputed: bool
    known_from: str
    """The day from which it could be known."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list, newest first."""

    entries: tuple[Entry, ...]
    total: int
    number: int
    """Of this page, from 1."""
    pages: int

    @property
    def days(self) -> list[tuple[date | None, list[Entry]]]:
        """The entries by the day on which they began."""
        return [(day, list(those)) for day, those in groupby(self.entries, key=lambda one: one.day)]


def found(wanted: Wanted, number: int, per_page: int = PER_PAGE) -> Found:
    """The page with this number, or the last one where there are fewer."""
    if wanted.as_of is None:
        rows_found = happening_rows(wanted).order_by(F("day_from").desc(nulls_last=True), "id")
        if wanted.place or wanted.actor or wanted.outlet or wanted.words:
            # To count them is to find them: once is enough.
            ids = list(rows_found.values_list("pk", flat=True))
            total = len(ids)
            number, pages, start = _place(number, total, per_page)
            of_page = rows.Happening.objects.in_bulk(ids[start : start + per_page])
            values = [
                unpacked(model.Happening, of_page[one].data)
                for one in ids[start : start + per_page]
                if one in of_page
            ]
        else:
            total = rows_found.count()
            number, pages, start = _place(number, total, per_page)
            values = [unpacked(model.Happening, row.data) for row in rows_found[start : start + per_page]]
    else:
        every = sorted(happenings(wanted), key=lambda one: (_day(one) or date.min, one.id), reverse=True)
        total = len(every)
        number, pages, start = _place(number, total, per_page)
        values = every[start : start + per_page]
    return Found(entries(values), total, number, pages)


def entries(values: Iterable[model.Happening]) -> tuple[Entry, ...]:
    """Lines for some happenings."""
    those = tuple(values)
    masks().at_hand(source.id for value in those for source in value.reports)
    return tuple(map(entry, those))


def entry(value: model.Happening) -> Entry:
    """The line of a happening."""
    mask = masks().of(source.id for source in value.reports)
    language = language_of(value.what, value.reports)
    who, whom = _told_apart(mask.of(value.actors), mask.of(value.recipients))
    ref = value.where.ref if value.where else None
    return Entry(
        id=value.id,
        type=value.type,
        modality=value.modality,
        who=who[:_NAMES],
        more_who=max(0, len(who) - _NAMES),
        whom=whom[:_NAMES],
        more_whom=max(0, len(whom) - _NAMES),
        time=value.time,
        day=_day(value),
        place=mask.of(value.place),
        country=ref.country if ref else None,
        lat=ref.lat if ref else None,
        lon=ref.lon if ref else None,
        what=_short(mask.text(value.what)),
        language=language,
        origins=value.independent_origins,
        reports=len(value.reports),
        disputed=bool(value.disputes),
        known_from=value.reports[0].known_from,
    )


def total_reports() -> tuple[int, int]:
    """How many reports the chronicle holds, and of how many outlets."""
    standing = rows.Report.objects.filter(replaced_by=None)
    return standing.count(), standing.values("outlet").distinct().count()


def _told_apart(actors: Sequence[str], recipients: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides, each name once."""
    who = tuple(dict.fromkeys(actors))
    return who, tuple(name for name in dict.fromkeys(recipients) if name not in who)


def _place(number: int, total: int, per_page: int) -> tuple[int, int, int]:
    pages = max(1, -(-total // per_page))
    number = min(max(1, number), pages)
    return number, pages, (number - 1) * per_page


def _day(value: model.Happening) -> date | None:
    return date.fromisoformat(value.time.start[:10]) if value.time and value.time.start else None


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: text.rfind(" ", 0, _LONGEST)] + " …"
