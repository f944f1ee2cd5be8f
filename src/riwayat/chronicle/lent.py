"""Accounts that a copy tells though its own reading missed them: lent by the report whose sentence it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from riwayat.chronicle.accounts import narrators_at
from riwayat.model import Account, Aligned, Copy, Reading, Source, Told

__all__ = ["lent"]


def lent(
    accounts: Iterable[Account],
    copies: Iterable[Copy],
    readings: Mapping[str, Reading],
    sources: Mapping[str, Source],
) -> tuple[Account, ...]:
    """Accounts for the sentences of copies that repeat a telling sentence but were read as telling nothing of its type.

    What is lent is who, where and when; the words, and the chain they rest on, are the copy's own.  Pure.

    Args:
        accounts: those that the readings gave.
        copies: which reports repeat which, with sentences side by side.
        readings: of the copying reports, by id.
        sources: the copying reports, by id.
    """
    by_report: dict[str, list[Account]] = {}
    for account in accounts:
        by_report.setdefault(account.source.id, []).append(account)
    found: dict[str, Account] = {}
    for copy in copies:
        reading, source = readings.get(copy.report), sources.get(copy.report)
        if reading is None or source is None or copy.how == "retelling":
            continue
        own = by_report.get(copy.report, [])
        for account in by_report.get(copy.of, []):
            pair = _repeated(account, copy)
            if pair is None or any(_tells(mine, account, pair) for mine in own):
                continue
            made = _account(account, pair, reading, source)
            if made is not None:
                found.setdefault(made.key, made)
    return tuple(found[key] for key in sorted(found))


def _repeated(account: Account, copy: Copy) -> Aligned | None:
    """The sentence of a copy that repeats the one in which an account is told first."""
    trigger = account.tellings[0].trigger if account.tellings else None
    if trigger is None:
        return None
    return next((p for p in copy.evidence if p.there.start <= trigger.start < p.there.end), None)


def _tells(mine: Account, account: Account, pair: Aligned) -> bool:
    return mine.type == account.type and any(
        pair.here.start <= told.trigger.start < pair.here.end for told in mine.tellings
    )


def _account(account: Account, pair: Aligned, reading: Reading, source: Source) -> Account | None:
    told = account.tellings[0]
    statement, chain = narrators_at(reading, pair.here)
    if statement is None:
        return None
    return replace(
        account,
        key=f"{source.id}/{pair.here.start}-{pair.here.end}/{account.key.rpartition('/')[2]}",
        source=source,
        tellings=(
            Told(
                statement=statement,
                sentence=pair.here,
                trigger=pair.here,
                modality=told.modality,
                quantities=(),
                chain=chain,
            ),
        ),
        lent_by=account.key,
    )
