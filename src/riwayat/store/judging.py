"""What curators say of happenings: two are one, or not.  Verdicts outlive every reading, and are undone softly."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q

from riwayat import model
from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.adding import writing

__all__ = ["NotThereError", "account_named", "judge", "part", "verdicts"]


class NotThereError(RiwayatError):
    """What was named is not in the chronicle."""


def verdicts(keys: Iterable[str]) -> dict[tuple[str, str], model.Verdict]:
    """What stands judged of pairs with one of these accounts, the lesser key first; the last word counts."""
    wanted = sorted(set(keys))
    found: dict[tuple[str, str], model.Verdict] = {}
    for start in range(0, len(wanted), 250):
        part = wanted[start : start + 250]
        for row in rows.Correction.objects.filter(
            subject="happening", undone_at=None, keys__key__in=part
        ).order_by("id"):
            found[row.about["a"], row.about["b"]] = row.value  # type: ignore[assignment]  # written from the same literal
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
) -> rows.Correction:
    """Writes down that two happenings, or accounts, are the same, different, or cannot be told.

    The happenings they belong to are stale until the next `derive`.

    Raises:
        NotThereError: one of them is not there, or both are one account.
    """
    with writing():
        one, other = account_named(a), account_named(b)
        if one.pk == other.pk:
            raise NotThereError(f"{a} and {b} are founded by one account; name other accounts of them")
        return _say(verdict, [(one.key, other.key)], because, who, now)[0]


def part(
    accounts: Sequence[str], *, because: str, now: datetime, who: str | None = None
) -> list[rows.Correction]:
    """Writes down, in one go, that some accounts of a happening, by their keys, are of another than the rest of it.

    Raises:
        NotThereError: one of them is not there, they are not of one happening, or nothing of it would be left.
    """
    with writing():
        inside = [account_named(key) for key in dict.fromkeys(accounts)]
        happenings = {row.happening_id for row in inside}
        rest = rows.Account.objects.filter(happening__in=happenings).exclude(
            pk__in=[row.pk for row in inside]
        )
        others = sorted(rest.values_list("key", flat=True))
        if len(happenings) != 1 or None in happenings or not others:
            raise NotThereError("what is parted must be some accounts of one happening, and not all of it")
        pairs = [(row.key, other) for row in inside for other in others]
        return _say("different", pairs, because, who, now)


def _say(
    verdict: model.Verdict,
    pairs: Sequence[tuple[str, str]],
    because: str,
    who: str | None,
    now: datetime,
) -> list[rows.Correction]:
    made: list[rows.Correction] = []
    for pair in pairs:
        a, b = sorted(pair)
        row = rows.Correction.objects.create(
            act=made[0].pk if made else 0,
            subject="happening",
            what="verdict",
            about={"a": a, "b": b},
            value=verdict,
            because=because,
            who=who or getpass.getuser(),
            at=now,
        )
        if not made:
            row.act = row.pk
            row.save(update_fields=["act"])
        rows.About.objects.bulk_create([rows.About(correction=row, key=key) for key in (a, b)])
        made.append(row)
    keys = {key for pair in pairs for key in pair}
    rows.Account.objects.filter(key__in=keys).update(stale=True)
    return made
