"""Subscribing: asked for on a page, agreed to by whoever owns the address, ended by one POST."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from riwayat.errors import RiwayatError
from riwayat.following import letters, sealing
from riwayat.following.changes import newest
from riwayat.following.delivery import way
from riwayat.following.models import Subscription
from riwayat.following.signed import WAITS, Consent
from riwayat.following.subject import Subject

__all__ = ["NotSentError", "address_of", "agree", "ask", "end", "forget_unconfirmed"]

_PATIENCE: Final = timedelta(minutes=10)
"""Asking again for the same within this time sends nothing."""
_DAY: Final = timedelta(days=1)
_MOST_A_DAY: Final = 5
"""Confirmations that one address is sent in a day: nobody can be drowned in them."""


class NotSentError(RiwayatError):
    """The mail that asks for confirmation could not be handed over."""


def address_of(email: str) -> str:
    """A valid address of mail as it is kept: its domain in lower case, and in ASCII."""
    user, _, domain = email.strip().rpartition("@")
    return f"{user}@{domain.encode('idna').decode('ascii').lower()}"


def ask(email: str, subject: Subject, *, cadence: str, language: str, now: datetime) -> None:
    """Sends a mail that asks the owner of an address whether they want this.

    Nothing is sent, and nothing said, where that address was sent enough of these lately: whether somebody has
    subscribed is nobody else's business.

    Raises:
        NotSentError: the mail could not be handed over.
    """
    email = address_of(email)
    with transaction.atomic():
        row = Subscription.objects.filter(email=email, subject=str(subject)).first()
        lately = Subscription.objects.filter(email=email, asked_at__gt=now - _DAY).count()
        if lately >= _MOST_A_DAY or (row is not None and row.asked_at > now - _PATIENCE):
            return
        before = row.asked_at if row else None
        row, _ = Subscription.objects.update_or_create(
            email=email,
            subject=str(subject),
            defaults={"asked_at": now},
            create_defaults={"asked_at": now, "cadence": cadence, "language": language},
        )
    try:
        data = letters.confirmation(row, Consent(row.key, cadence, language), at=now, by=sealing.key())
        with way() as server:
            outcome, said = server.deliver(sealing.sender().addr_spec, email, data)
    except RiwayatError as error:
        _take_back(row, before)
        raise NotSentError(str(error)) from error
    if outcome in ("refused", "later"):
        _take_back(row, before)
        raise NotSentError(said)


def agree(agreed: Consent, *, now: datetime) -> Subscription | None:
    """Begins a subscription, or changes how often and in which language; None where it has been ended since."""
    with transaction.atomic():
        row = Subscription.objects.filter(key=agreed.key).first()
        if row is None:
            return None
        if row.confirmed_at is None:
            row.confirmed_at = now
            row.told = newest()
        row.cadence, row.language = agreed.cadence, agreed.language
        row.paused_at, row.refused, row.not_before = None, 0, None
        row.save(
            update_fields=[
                "confirmed_at",
                "told",
                "cadence",
                "language",
                "paused_at",
                "refused",
                "not_before",
            ]
        )
        return row


def end(key: str) -> None:
    """Ends a subscription and forgets the address; nothing happens where it has ended before."""
    Subscription.objects.filter(key=key).delete()


def forget_unconfirmed(now: datetime) -> int:
    """Forgets addresses whose owners have not confirmed while they could; how many."""
    return Subscription.objects.filter(confirmed_at=None, asked_at__lt=now - WAITS).delete()[0]


def _take_back(row: Subscription, before: datetime | None) -> None:
    if before is None:
        Subscription.objects.filter(key=row.key, confirmed_at=None).delete()
    else:
        Subscription.objects.filter(key=row.key).update(asked_at=before)
