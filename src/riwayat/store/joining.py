"""Which accounts of earlier reports may be of one happening with those of a new one: neighbours looked for and asked.

Only earlier reports are looked at, so what comes of it does not depend on how many reports were waiting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from django.db.models import Q

from riwayat import model
from riwayat.chronicle.likeness import Likeness, likeness, may_be_one
from riwayat.store import models as rows
from riwayat.store.nearness import nearness
from riwayat.store.reading_rows import LONGEST_WINDOW
from riwayat.store.texts import Texts
from riwayat.store.values import AccountValues, Known, known

__all__ = ["KEPT_ABOVE", "join", "join_again"]

KEPT_ABOVE: Final = -1.0
"""Pairs less alike than this leave no trace: they count like pairs of which nobody asked."""
_DAY: Final = timedelta(days=1)


def join(
    report: rows.Report,
    values: AccountValues,
    texts: Texts,
    *,
    until: int,
    asked: set[int],
    lent: bool | None = None,
) -> set[int]:
    """Asks for the accounts of a report which of others may be one with them, and writes down what comes of it.

    Args:
        report: the report.
        values: accounts at hand.
        texts: texts at hand.
        until: id of the last report that is looked at.
        asked: ids of accounts that have asked already, in the same turn, and are not asked back; those of the report
            are added.
        lent: only those accounts that were lent to the report; None for all.
    Returns:
        The ids of the accounts found to be one with some other, those of the report among them.
    """
    own = rows.Account.objects.filter(report=report).order_by("position", "id")
    if lent is not None:
        own = own.filter(lent=lent)
    copies = _copies(report)
    found: list[rows.Join] = []
    for account in own:
        others = [other for other in known(_candidates(account, until, copies)) if other.id not in asked]
        found += _joins(account, report, others, copies, values, texts)
    asked.update(account.pk for account in own)
    rows.Join.objects.bulk_create(found)
    return {pk for j in found if j.same for pk in (j.a_id, j.b_id)}


def join_again(accounts: Iterable[int], values: AccountValues, texts: Texts) -> None:
    """Asks of accounts that were written anew, by their ids, which of any others may be one with them.

    Reports that still wait to be taken in are left out: they ask themselves.
    """
    own = rows.Account.objects.filter(pk__in=list(accounts)).select_related("report__outlet", "report__page")
    last = rows.Report.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    copies: dict[int, Mapping[int, rows.Copy]] = {}
    found: dict[frozenset[int], rows.Join] = {}
    for account in own.order_by("report", "position", "id"):
        report = account.report
        if report.pk not in copies:
            # Retellings follow from joins, and no join from them.
            told_anew = _copies(report)
            copies[report.pk] = {pk: copy for pk, copy in told_anew.items() if copy.how != "retelling"}
        question = _candidates(account, last, copies[report.pk]) & Q(report__state="derived")
        others = [other for other in known(question) if frozenset({account.pk, other.id}) not in found]
        for row in _joins(account, report, others, copies[report.pk], values, texts):
            found[frozenset({row.a_id, row.b_id})] = row
    rows.Join.objects.bulk_create(found.values())


def _joins(
    account: rows.Account,
    report: rows.Report,
    others: Sequence[Known],
    copies: Mapping[int, rows.Copy],
    values: AccountValues,
    texts: Texts,
) -> Iterator[rows.Join]:
    """What comes of asking an account about others; nothing where it is not worth asking, or they are too unlike."""
    value, beside = values.of(account, report), values.several(others)
    for other in others:
        copy = copies.get(other.report)
        copied = copy is not None and _repeats(copy, value, beside[other.id])
        if not (copied or may_be_one(value, beside[other.id])):
            continue
        near = nearness(value, report.pk, beside[other.id], other.report, texts)
        answer = likeness(value, beside[other.id], nearness=near, copied=copied)
        if answer.score > KEPT_ABOVE:
            yield _row(account, other, answer)


def _row(one: rows.Account, other: Known, answer: Likeness) -> rows.Join:
    (_, earlier), (_, later) = sorted([(one.report_id, one.pk), (other.report, other.id)])
    return rows.Join(
        a_id=earlier, b_id=later, score=answer.score, same=answer.same, reasons=list(answer.reasons)
    )


def _copies(report: rows.Report) -> Mapping[int, rows.Copy]:
    """Copies that tie a report to earlier ones, by the other report's id."""
    tied = rows.Copy.objects.filter(Q(report=report) | Q(of=report))
    tied = tied.select_related("report", "of").defer("report__reading", "of__reading")
    return {c.of_id if c.report_id == report.pk else c.report_id: c for c in tied}


def _candidates(account: rows.Account, until: int, copies: Iterable[int]) -> Q:
    near = Q(report_id__in=list(copies))
    if account.since is not None and account.until is not None:
        in_time = Q(
            since__gte=account.since - (LONGEST_WINDOW + 1) * _DAY,
            since__lte=account.until + _DAY,
            until__gte=account.since - _DAY,
        )
        if account.country is not None:
            in_time &= Q(country=account.country) | Q(country=None)
        near |= in_time
    return near & Q(type=account.type, report_id__lte=until) & ~Q(report_id=account.report_id)


def _repeats(copy: rows.Copy, one: model.Account, other: model.Account) -> bool:
    """Whether a sentence that tells one account is the copy of a sentence that tells the other."""
    copying, copied = (one, other) if copy.report.key == one.source.id else (other, one)
    return any(
        _overlap(pair["here"], told.sentence) and _overlap(pair["there"], tells.sentence)
        for pair in copy.evidence
        for told in copying.tellings
        for tells in copied.tellings
    )


def _overlap(aligned: Mapping[str, int], sentence: model.Span) -> bool:
    return aligned["start"] < sentence.end and sentence.start < aligned["end"]
