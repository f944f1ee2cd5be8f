"""What curators say: two are of one happening, or not.  Judgements outlive every reading, and are undone softly."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from riwayat import model
from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.adding import writing

__all__ = ["NotThereError", "NothingJudgedError", "account_named", "judge", "undo", "verdicts"]


class NotThereError(RiwayatError):
    """What was named is not in the chronicle."""


class NothingJudgedError(RiwayatError):
    """There is no such judgement to undo."""


def verdicts(keys: Iterable[str]) -> dict[tuple[str, str], model.Verdict]:
    """What stands judged of pairs with one of these accounts, the lesser key first; the last word counts."""
    wanted = sorted(set(keys))
    found: dict[tuple[str, str], model.Verdict] = {}
    for start in range(0, len(wanted), 250):
        part = wanted[start : start + 250]
        for row in rows.Judgement.objects.filter(Q(a__in=part) | Q(b__in=part), undone_at=None).order_by(
            "id"
        ):
            found[row.a, row.b] = row.verdict  # type: ignore[assignment]  # written from the same literal
    return found


def account_named(name: str) -> rows.Account:
    """The account with this key, or the one that founded the happening with this id, of now or of before.

    Raises:
        NotThereError: there is neither.
    """
    found = rows.Account.objects.filter(Q(key=name) | Q(happening_id_alone=name)).order_by("id").first()
    if found is None:
        raise NotThereError(f"{name}: no happening or account is called so (riwayat chronicle lists them)")
    return found


def judge(
    verdict: model.Verdict, a: str, b: str, *, because: str, now: datetime, who: str | None = None
) -> rows.Judgement:
    """Writes down that two happenings, or accounts, are the same, different, or cannot be told.

    The happenings they belong to are stale until the next `derive`.

    Raises:
        NotThereError: one of them is not there, or both are one account.
    """
    with writing():
        one, other = account_named(a), account_named(b)
        if one.pk == other.pk:
            raise NotThereError(f"{a} and {b} are founded by one account; name other accounts of them")
        first, second = sorted([one.key, other.key])
        row = rows.Judgement.objects.create(
            verdict=verdict, a=first, b=second, because=because, who=who or getpass.getuser(), at=now
        )
        _make_stale(first, second)
        return row


def undo(number: int | None, *, now: datetime) -> rows.Judgement:
    """Takes a judgement back: the one with this number, or the last that stands.  The row stays, with the time.

    Raises:
        NothingJudgedError: there is none.
    """
    with writing():
        standing = rows.Judgement.objects.filter(undone_at=None).order_by("-id")
        row = standing.first() if number is None else standing.filter(pk=number).first()
        if row is None:
            raise NothingJudgedError(
                "no judgement stands" if number is None else f"no judgement with the number {number} stands"
            )
        row.undone_at = now
        row.save(update_fields=["undone_at"])
        _make_stale(row.a, row.b)
        return row


def _make_stale(*keys: str) -> None:
    rows.Account.objects.filter(key__in=keys).update(stale=True)
