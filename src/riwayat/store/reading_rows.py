"""Values of `riwayat.model` made into what rows hold, and back."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter

from riwayat import model
from riwayat.store import models as rows
from riwayat.text.folding import fold

__all__ = [
    "LONGEST_WINDOW",
    "account_of",
    "account_row",
    "day",
    "happening_id",
    "named_rows",
    "narrated_rows",
    "packed",
    "reading_of",
    "source_of",
    "unpacked",
]

T = TypeVar("T")

LONGEST_WINDOW: Final = 31
"""Days; an account that may lie anywhere in more days than this has no neighbours in time."""
_BEFORE: Final = 7
"""Days before publication in which lies what bears no date."""
_NOBODY: Final = model.Source("", model.Outlet(None), None, "", None, "")
_UNNAMED: Final = frozenset({"anonymous", "witness", "social", "unspecified"})


def packed(value: Any) -> bytes:
    """A value of `riwayat.model` as JSON, deflated."""
    return zlib.compress(_adapter(type(value).__name__).dump_json(value, exclude_defaults=False), 6)


def unpacked(kind: type[T], data: bytes | memoryview) -> T:
    """The value that `packed` was given."""
    value: T = _adapter(kind.__name__).validate_json(zlib.decompress(data))
    return value


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(model, kind))


def happening_id(account: str) -> str:
    """The id of the happening that the account with this key founds."""
    return f"h{sha256(account.encode()).hexdigest()[:12]}"


def day(text: str | None) -> date | None:
    """The day of an ISO 8601 date, with or without an hour."""
    return date.fromisoformat(text[:10]) if text else None


def reading_of(report: rows.Report) -> model.Reading:
    """What a report says, as curators have corrected it."""
    return unpacked(model.Reading, report.corrected or report.reading)


def source_of(report: rows.Report) -> model.Source:
    """How the chronicle refers to a report; outlet and page should be loaded with it."""
    published = None
    if report.published_granularity is not None:
        published = model.Time(
            report.published_start,
            report.published_end,
            report.published_granularity,  # type: ignore[arg-type]  # written from the same literal
            report.published_text,
        )
    page = report.page
    return model.Source(
        id=report.key,
        outlet=model.Outlet(report.outlet.name or None, report.outlet.domain or None),
        title=report.title,
        language=report.language,
        published=published,
        known_from=report.known_from.isoformat(),
        url=page.url,
        file=None if page.url or page.source == "-" else page.source.replace("\\", "/").rsplit("/", 1)[-1],
        cites=tuple(report.cites),
    )


def account_row(account: model.Account, report: rows.Report) -> rows.Account:
    """The row of an account, not saved."""
    start, end = (day(account.time.start), day(account.time.end)) if account.time else (None, None)
    since, until = _window(start, end, report)
    ref = account.place.ref if account.place else None
    return rows.Account(
        key=account.key,
        report=report,
        position=account.position,
        happening_id_alone=happening_id(account.key),
        type=account.type,
        modality=account.modality,
        day_from=start,
        day_to=end,
        since=since,
        until=until,
        lat=ref.lat if ref else None,
        lon=ref.lon if ref else None,
        country=ref.country if ref else None,
        lent=account.lent_by is not None,
        data=packed(replace(account, source=_NOBODY)),
    )


def account_of(row: rows.Account, source: model.Source) -> model.Account:
    """The account that a row stands for, of this report."""
    return replace(unpacked(model.Account, row.data), source=source)


def _window(start: date | None, end: date | None, report: rows.Report) -> tuple[date | None, date | None]:
    if start is None or end is None:
        published = day(report.published_end) or report.known_from
        start, end = published - timedelta(days=_BEFORE), published
    return (start, end) if (end - start).days < LONGEST_WINDOW else (None, None)


def named_rows(
    entities: Iterable[model.Entity],
    accounts: Iterable[tuple[rows.Account, model.Account]],
    report: rows.Report,
    corrected: Iterable[model.Corrected] = (),
) -> Iterator[rows.Named]:
    """Everybody and everything that is named, and who and what takes part in accounts; not saved.

    `corrected` tells which names curators said are of the same one: it is found by each of them.
    """
    others = [(one.about, one.was) for one in corrected if one.what == "same" and one.was]

    def named(
        name: str, kind: str | None, known_as: str | None, account: rows.Account | None, role: str
    ) -> rows.Named:
        return rows.Named(
            report=report,
            account=account,
            role=role,
            kind=kind or "",
            name=name,
            folded=fold(name),
            known_as=known_as,
        )

    for entity in entities:
        names = [entity.name, *(was for about, was in others if about == entity.id)]
        for name in dict.fromkeys(names):
            yield named(name, entity.type, entity.known_as, None, "mentioned")
    for row, account in accounts:
        for party in account.actors:
            yield named(party.name, party.type, party.known_as, row, "actor")
        for party in account.recipients:
            yield named(party.name, party.type, party.known_as, row, "recipient")
        if account.place:
            yield named(account.place.name, "place", None, row, "place")


def narrated_rows(
    reading: model.Reading | None,
    accounts: Iterable[tuple[rows.Account, model.Account]],
    report: rows.Report,
) -> Iterator[rows.Narrated]:
    """Every link of every chain of the accounts, and of a reading's statements that tell no event; not saved."""
    entities = {e.id: e for e in reading.entities} if reading else {}
    told = set()
    for row, account in accounts:
        for number, telling in enumerate(account.tellings):
            told.add(telling.statement.start)
            for position, narrator in enumerate(telling.chain):
                yield _narrated(report, row, number, position, len(telling.chain), narrator)
    for number, statement in enumerate(reading.statements if reading else ()):
        if statement.start in told:
            continue
        for position, link in enumerate(statement.chain):
            entity = entities.get(link.entity or "")
            narrator = model.Narrator(
                link.kind,
                (entity.name if entity else None) or link.description or link.name,
                entity.known_as if entity else None,
            )
            yield _narrated(report, None, number, position, len(statement.chain), narrator)


def _narrated(
    report: rows.Report,
    account: rows.Account | None,
    telling: int,
    position: int,
    length: int,
    narrator: model.Narrator,
) -> rows.Narrated:
    folded = fold(narrator.name or "")
    unnamed = narrator.kind in _UNNAMED or not folded
    # Two papers' "a source" are not one narrator: what has no name is known within its report only.
    key = narrator.known_as or (
        f"{report.key}/{narrator.kind}/{folded}" if unnamed else f"{narrator.kind}/{folded}"
    )
    return rows.Narrated(
        report=report,
        account=account,
        telling=telling,
        position=position,
        is_origin=position == length - 1,
        origin_key=key,
        kind=narrator.kind,
        name=narrator.name,
        folded=folded,
        known_as=narrator.known_as,
    )
