"""One run of sending: each subscription whose time has come gets what is new, in one mail.

No mail goes out twice, whatever happens in between: before a mail is handed over, the table says what it tells and
that it is on its way; afterwards, what became of it.
- Taken by the server: told.
- Refused, for now or for good, or not handed over: taken back, and tried again later.  Refused for good three times
  in a row: the subscription is paused, until its owner asks for it again.
- Interrupted in between, or the server went away while it took the mail: nobody knows.  It counts as told; a later
  run says that such a mail may not have arrived.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import F, Q

from riwayat.following import letters, sealing
from riwayat.following.changes import newest
from riwayat.following.delivery import Outcome, Way
from riwayat.following.models import Subscription
from riwayat.following.news import News, news
from riwayat.following.subject import Subject

__all__ = ["REFUSALS", "Run", "send"]

REFUSALS: Final = 3
"""In a row, before a subscription is paused."""
_REST: Final = {"refused": timedelta(hours=1), "later": timedelta(minutes=10)}
"""After a mail that was not taken."""
_PERIODS: Final = {"instant": timedelta(0), "daily": timedelta(days=1), "weekly": timedelta(days=7)}
_SLACK: Final = timedelta(minutes=15)
"""A run that begins a little earlier than the day before is still the next day's."""
_ABANDONED: Final = timedelta(minutes=15)
"""A mail that has been on its way for so long is nobody's any more."""


@dataclass(slots=True)
class Run:
    """What one run did."""

    sent: int = 0
    refused: int = 0
    later: int = 0
    unknown: int = 0
    """Of these nobody knows whether they have arrived."""
    paused: int = 0
    """Subscriptions, by this run."""


def send(way: Way, *, now: datetime) -> Run:
    """Sends what is due.

    Raises:
        MailServerError: no mail can be handed over; what has been sent until then stays sent.
        DkimKeyError, SenderError: mails cannot be made with these settings.
    """
    run = Run(unknown=_abandoned(now))
    until = newest()
    by = sealing.key()
    from_ = sealing.sender().addr_spec
    for row in _due(now, until):
        found = news(Subject.written(row.subject), row.told, until)
        if not found.fresh and not found.changed:
            Subscription.objects.filter(pk=row.pk, told=row.told, sending_at=None).update(told=until)
        elif _begun(row, until, now):
            _deliver(row, found, way, from_, by, run, now)
    return run


def _due(now: datetime, until: int) -> Iterator[Subscription]:
    waiting = Subscription.objects.filter(
        Q(not_before=None) | Q(not_before__lte=now),
        confirmed_at__isnull=False,
        told__lt=until,
        paused_at=None,
        sending_at=None,
    )
    for pk in list(waiting.order_by("pk").values_list("pk", flat=True)):
        row = waiting.filter(pk=pk).first()  # as it is now: it may have been ended or sent meanwhile
        if row is None:
            continue
        period = _PERIODS[row.cadence]
        if row.mailed_at is None or not period or row.mailed_at + period - _SLACK <= now:
            yield row


def _begun(row: Subscription, until: int, now: datetime) -> bool:
    """Writes down that a mail is on its way; False where another run was faster."""
    begun = Subscription.objects.filter(pk=row.pk, told=row.told, sending_at=None).update(
        told=until, told_before=row.told, sending_at=now
    )
    row.told = until
    return bool(begun)


def _deliver(
    row: Subscription, found: News, way: Way, from_: str, by: sealing.Key | None, run: Run, now: datetime
) -> None:
    outcome: Outcome = "later"
    try:
        data = letters.telling(row, found, at=now, by=by)
        outcome, _ = way.deliver(from_, row.email, data)
    except Exception:  # known not to have been taken: the next run tries again
        _settle(row, "later", run, now)
        raise
    _settle(row, outcome, run, now)


def _settle(row: Subscription, outcome: Outcome, run: Run, now: datetime) -> None:
    this = Subscription.objects.filter(pk=row.pk)
    if outcome in ("taken", "unknown"):
        this.update(told_before=None, sending_at=None, mailed_at=now, not_before=None, refused=0)
        run.sent += outcome == "taken"
        run.unknown += outcome == "unknown"
        return
    this.update(told=F("told_before"), told_before=None, sending_at=None, not_before=now + _REST[outcome])
    if outcome == "later":
        run.later += 1
        return
    run.refused += 1
    this.update(refused=F("refused") + 1)
    run.paused += this.filter(refused__gte=REFUSALS).update(paused_at=now)


def _abandoned(now: datetime) -> int:
    """Mails that an interrupted run has left on their way; they count as told."""
    left = Subscription.objects.filter(sending_at__lte=now - _ABANDONED)
    return left.update(told_before=None, sending_at=None, mailed_at=F("sending_at"))
