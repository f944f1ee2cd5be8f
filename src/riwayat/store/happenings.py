"""Accounts gathered into happenings: the components that something new falls into are grouped anew.

What comes out depends on the accounts, joins and judgements that are there and not on how they came, so a run
that was interrupted ends where an undisturbed one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from django.db.models import Q

from riwayat import model
from riwayat.chronicle.grouping import grouped
from riwayat.chronicle.happening import happening
from riwayat.store import models as rows
from riwayat.store.copy_rows import copies_among
from riwayat.store.judging import verdicts
from riwayat.store.reading_rows import day, packed
from riwayat.store.signals import happenings_written
from riwayat.store.values import AccountValues, known
from riwayat.text.folding import fold

__all__ = ["founded_by", "regroup"]

T = TypeVar("T")

_AT_ONCE: Final = 500
"""Ids in one question: fewer than any database's limit."""
_WRITTEN: Final = (
    "type", "what", "day_from", "day_to", "place", "place_folded", "lat", "lon", "country",
    "independent_origins", "reports", "disputed", "data",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Member:
    """What of an account grouping asks for."""

    id: int
    key: str
    report: int
    position: int
    alone: str
    happening: str | None
    stale: bool


def regroup(touched: Iterable[int], values: AccountValues) -> None:
    """Groups anew the components that these accounts lie in, and writes their happenings.

    Part of a transaction.  Happenings whose accounts are the same as before, and not stale, stay as they are.
    """
    waiting = sorted(set(touched))
    done: set[int] = set(waiting) - set(_there(waiting))
    written: list[tuple[model.Happening, int]] = []
    for account in waiting:
        if account not in done:
            members, scores, judged = _component(account)
            done.update(member.id for member in members)
            written += _write(members, scores, judged, values)
    happenings_written.send(sender=None, happenings=written)


def _there(accounts: Sequence[int]) -> Iterator[int]:
    """Those of the accounts that have not been taken back."""
    for part in _parts(accounts):
        yield from rows.Account.objects.filter(pk__in=part).values_list("pk", flat=True)


def founded_by(accounts: Iterable[_Member]) -> str:
    """The id of a happening: that of the first of its accounts to have been added."""
    return min(accounts, key=lambda a: (a.report, a.position, a.key)).alone


def _component(
    account: int,
) -> tuple[list[_Member], dict[tuple[str, str], float], dict[tuple[str, str], model.Verdict]]:
    """All accounts that hang together with one, the scores of pairs among them, and what curators judged."""
    members: dict[int, _Member] = {}
    scores: dict[tuple[int, int], float] = {}
    judged: dict[tuple[str, str], model.Verdict] = {}
    edge = {account}
    while edge:
        found = list(_members(Q(pk__in=part) for part in _parts(edge)))
        members |= {m.id: m for m in found}
        beyond: set[int] = set()
        for part in _parts(edge):
            for a, b, score, same in rows.Join.objects.filter(Q(a__in=part) | Q(b__in=part)).values_list(
                "a_id", "b_id", "score", "same"
            ):
                scores[a, b] = score
                if same:
                    beyond |= {a, b}
        ruled = verdicts([m.key for m in found])
        judged |= ruled
        keys = {key for pair, verdict in ruled.items() if verdict == "same" for key in pair}
        happenings = {m.happening for m in found if m.happening}
        for part_of in (
            *(Q(key__in=part) for part in _parts(keys)),
            *(Q(happening__in=part) for part in _parts(happenings)),
        ):
            beyond.update(rows.Account.objects.filter(part_of).values_list("pk", flat=True))
        edge = beyond - set(members)
    named = {
        _ordered(members[a].key, members[b].key): score
        for (a, b), score in scores.items()
        if a in members and b in members
    }
    return [members[pk] for pk in sorted(members)], named, judged


def _members(questions: Iterable[Q]) -> Iterator[_Member]:
    for question in questions:
        for found in rows.Account.objects.filter(question).values_list(
            "pk", "key", "report_id", "position", "happening_id_alone", "happening_id", "stale"
        ):
            yield _Member(*found)


def _write(
    members: Sequence[_Member],
    scores: dict[tuple[str, str], float],
    judged: dict[tuple[str, str], model.Verdict],
    values: AccountValues,
) -> list[tuple[model.Happening, int]]:
    by_key = {m.key: m for m in members}
    groups = [[by_key[key] for key in keys] for keys in grouped(by_key, scores, judged)]
    before: dict[str, set[int]] = {}
    for member in members:
        if member.happening:
            before.setdefault(member.happening, set()).add(member.id)
    ids = {founded_by(group) for group in groups}
    written = []
    for group in sorted(groups, key=founded_by):
        identifier = founded_by(group)
        if before.get(identifier) == {m.id for m in group} and not any(m.stale for m in group):
            continue
        written.append(_write_one(identifier, [m.id for m in group], values))
    for gone in _parts(set(before) - ids):
        rows.Happening.objects.filter(pk__in=gone).delete()
    for fresh in _parts(m.id for m in members if m.stale):
        rows.Account.objects.filter(pk__in=fresh).update(stale=False)
    return written


def _write_one(
    identifier: str, accounts: Sequence[int], values: AccountValues
) -> tuple[model.Happening, int]:
    found = [account for part in _parts(accounts) for account in known(Q(pk__in=part))]
    standing = [account for account in found if account.stands]
    told = standing or found
    value = happening(
        identifier,
        values.several(told).values(),
        copies_among({account.report for account in told}),
    )
    row = happening_row(value, reports=len({account.report for account in standing}))
    rows.Happening.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=list(_WRITTEN)
    )
    for part in _parts(accounts):
        rows.Account.objects.filter(pk__in=part).exclude(happening=identifier).update(happening=identifier)
    return value, row.reports


def happening_row(value: model.Happening, *, reports: int) -> rows.Happening:
    """The row of a happening, not saved."""
    ref = value.where.ref if value.where else None
    return rows.Happening(
        id=value.id,
        type=value.type,
        what=value.what,
        day_from=_day(value, "start"),
        day_to=_day(value, "end"),
        place=value.place,
        place_folded=fold(value.place or ""),
        lat=ref.lat if ref else None,
        lon=ref.lon if ref else None,
        country=ref.country if ref else None,
        independent_origins=value.independent_origins,
        reports=reports,
        disputed=bool(value.disputes),
        data=packed(value),
    )


def _day(value: model.Happening, which: str) -> date | None:
    return day(getattr(value.time, which)) if value.time else None


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _parts(values: Iterable[T]) -> Iterator[list[T]]:
    """The values, so many at once, sorted so that questions come in one order."""
    every = sorted(values)  # type: ignore[type-var]
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
