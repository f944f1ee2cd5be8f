"""Following as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    """Subscriptions, and a log of what changed in the chronicle."""

    name = "riwayat.following"
    label = "following"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What the store writes is noted from now on."""
        from riwayat.following.changes import note
        from riwayat.store.signals import happenings_written

        happenings_written.connect(note, dispatch_uid="riwayat.following")
