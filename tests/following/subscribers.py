"""Subscriptions as they stand once they are confirmed."""

from __future__ import annotations

from typing import Any

from tests.following.conftest import NOW


def subscribe(subject: str = "", cadence: str = "instant", language: str = "en", **more: Any) -> Any:
    """One that was confirmed just now."""
    from riwayat.following.changes import newest
    from riwayat.following.models import Subscription

    given = {"email": "reader@example.org", "told": newest(), "asked_at": NOW, "confirmed_at": NOW} | more
    return Subscription.objects.create(subject=subject, cadence=cadence, language=language, **given)
