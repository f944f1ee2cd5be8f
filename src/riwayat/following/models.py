"""The tables of following: who is told of what, and what changed in the chronicle."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Index, UniqueConstraint

__all__ = ["CADENCES", "Change", "Subscription"]

CADENCES = ("instant", "daily", "weekly")


def _key() -> str:
    return secrets.token_urlsafe(9)


class Change(models.Model):
    """How a happening stood from a moment on; ids are in order of time.  Counts and digests only, no words."""

    happening = models.CharField(max_length=13)
    at = models.DateTimeField()
    """UTC, whole seconds."""
    origins = models.IntegerField()
    reports = models.IntegerField()
    disputes = models.JSONField()
    """What is disputed, as in `riwayat.model.Dispute.about`."""
    mark = models.CharField(max_length=64)
    """Digest of its reports, origins, disputes and corrections."""
    core = models.CharField(max_length=64)
    """Digest of its origins, disputes and corrections alone."""
    core_since = models.DateTimeField()
    """From when these stood so."""

    class Meta:
        """Asked for by happening, the latest first."""

        indexes: ClassVar = [Index(fields=["happening", "id"], name="change_of")]


class Subscription(models.Model):
    """Somebody who is told by mail what is new of something; deleted when they no longer want it."""

    key = models.CharField(max_length=12, unique=True, default=_key)
    """What links name it by; never given twice."""
    email = models.TextField()
    subject = models.TextField()
    """What is followed, as `riwayat.following.subject` writes it."""
    cadence = models.TextField(choices=[(one, one) for one in CADENCES])
    language = models.TextField()
    """ISO 639-1, of the mails."""
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    told = models.BigIntegerField(default=0)
    """Id of the last change that a mail told, or need not tell."""
    told_before = models.BigIntegerField(null=True)
    """While a mail is on its way: what was told before it."""
    sending_at = models.DateTimeField(null=True)
    """When that mail was begun."""
    mailed_at = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    """When to try again, after a mail that could not be sent."""
    refused = models.IntegerField(default=0)
    """How often in a row the mail server refused for good."""
    paused_at = models.DateTimeField(null=True)

    class Meta:
        """Nobody follows one thing twice."""

        constraints: ClassVar = [UniqueConstraint(fields=["email", "subject"], name="subscription_once")]
