"""Why a happening of the store is what it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from riwayat.store import models as rows
from riwayat.store.queries import joins_of
from riwayat.store.reading_rows import account_of, source_of
from riwayat.store.reports import standing
from riwayat.store.telling import InFull
from riwayat.told.explanation import AccountTold, Explanation, JoinTold, JudgementTold

__all__ = ["explained"]

_AT_ONCE: Final = 250


def explained(found: InFull, *, as_of: date | None = None) -> Explanation:
    """Every fold, join, refusal and judgement of a happening; of accounts that stand, or stood on a day."""
    one = found.happening
    inside = {account.key for account in found.accounts}
    asked = joins_of(one.id)
    told = _told({key for join in asked for key in (join.a, join.b)}, as_of)
    joins = []
    for join in asked:
        a, b = (join.a, join.b) if join.a in inside else (join.b, join.a)
        if a in inside and a in told and b in told:
            joins.append(JoinTold(told[a], told[b], join.score, join.same, b in inside, join.reasons))
    joins.sort(key=lambda join: (not join.together, -join.score, join.a.key, join.b.key))
    return Explanation(one.id, one.type, one.what, one.origins, tuple(joins), tuple(_judged(inside)))


def _told(keys: Iterable[str], as_of: date | None) -> dict[str, AccountTold]:
    wanted = sorted(keys)
    found: dict[str, AccountTold] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = rows.Account.objects.filter(
            standing(as_of, "report__"), key__in=wanted[start : start + _AT_ONCE]
        )
        for row in part.select_related("report__outlet", "report__page"):
            account = account_of(row, source_of(row.report))
            if account.tellings:
                quote = account.tellings[0].sentence
                found[row.key] = AccountTold(row.key, row.report.key, row.happening_id, quote)
    return found


def _judged(keys: set[str]) -> list[JudgementTold]:
    wanted = sorted(keys)
    found: dict[int, JudgementTold] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        said = rows.Correction.objects.filter(subject="happening", undone_at=None, keys__key__in=part)
        for row in said:
            found[row.pk] = JudgementTold(
                number=row.pk,
                verdict=row.value,  # type: ignore[arg-type]  # written from the same literal
                a=row.about["a"],
                b=row.about["b"],
                because=row.because,
                who=row.who,
                day=row.at.date().isoformat(),
            )
    return [found[number] for number in sorted(found)]
