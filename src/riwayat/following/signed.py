"""Links that act for whoever holds them: signed by the site's secret, or by one that it had before."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final

from django.core import signing

__all__ = ["WAITS", "Consent", "consent", "consent_in", "stop", "stop_in"]

WAITS: Final = timedelta(days=7)
"""How long a confirmation holds."""
_CONSENT: Final = "riwayat.following.consent"
_STOP: Final = "riwayat.following.stop"


@dataclass(frozen=True, slots=True)
class Consent:
    """What whoever confirms agrees to."""

    key: str
    """Of the subscription."""
    cadence: str
    language: str


def consent(value: Consent) -> str:
    """The part of a link by which this is agreed to."""
    return signing.dumps(asdict(value), salt=_CONSENT)


def consent_in(token: str) -> Consent | None:
    """What such a part stands for; None where it was not signed here, or too long ago."""
    try:
        return Consent(**signing.loads(token, salt=_CONSENT, max_age=WAITS))
    except signing.BadSignature:
        return None


def stop(key: str) -> str:
    """The part of a link that ends the subscription with this key; it holds for good."""
    return signing.Signer(salt=_STOP, sep=".").sign(key)


def stop_in(token: str) -> str | None:
    """The key of a subscription, that there may be no more; None where it was not signed here."""
    try:
        return signing.Signer(salt=_STOP, sep=".").unsign(token)
    except signing.BadSignature:
        return None
