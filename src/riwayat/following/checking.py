"""Whether what the site and its mails need is set up: a line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.core.checks import run_checks

from riwayat.errors import RiwayatError
from riwayat.following import sealing
from riwayat.following.delivery import Smtp, server
from riwayat.following.models import Subscription
from riwayat.store.models import Account, Report

__all__ = ["Finding", "findings"]

_NO_HEADERS = "mails carry no List-Unsubscribe"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one thing."""

    about: str
    state: Literal["ok", "off", "wrong"]
    words: str


def findings() -> Iterator[Finding]:
    """Of settings, store, mail, HTTPS and DKIM; the store is open."""
    yield _settings()
    yield _store()
    yield _mail()
    yield _https()
    yield _dkim()


def _settings() -> Finding:
    # What Django says of the way to a public site matters once it is one.
    found = run_checks(include_deployment_checks=settings.SECURE_SSL_REDIRECT)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        first = " ".join(found[0].msg.split()).partition(". ")[0]
        return Finding("settings", "wrong", f"{found[0].id}: {first}{more}")
    old = len(settings.SECRET_KEY_FALLBACKS)
    kept = f"; {old} earlier secrets still hold" if old else ""
    return Finding("settings", "ok", f"the site is at {settings.RIWAYAT_ADDRESS}{kept}")


def _store() -> Finding:
    reports = Report.objects.count()
    waiting = Report.objects.filter(state="read").count() + Account.objects.filter(stale=True).count()
    following = Subscription.objects.filter(confirmed_at__isnull=False)
    paused = following.exclude(paused_at=None).count()
    words = f"{settings.DATABASES['default']['NAME']}: {reports} reports, {following.count()} subscriptions"
    words += f" ({paused} paused)" if paused else ""
    return Finding("store", "ok", words + ("; not up to date, riwayat add goes on" if waiting else ""))


def _mail() -> Finding:
    try:
        where, from_ = server(), sealing.sender()
        if where is None:
            return Finding("mail", "off", "mails are printed (RIWAYAT_SMTP=smtp+tls://user:password@host)")
        smtp = Smtp(where)
        try:
            return Finding("mail", "ok", f"{smtp.hello()} lets us in, mails are from {from_.addr_spec}")
        finally:
            smtp.close()
    except RiwayatError as error:
        return Finding("mail", "wrong", str(error))


def _https() -> Finding:
    if sealing.is_https():
        return Finding("https", "ok", settings.RIWAYAT_ADDRESS)
    if settings.SECURE_SSL_REDIRECT:
        return Finding(
            "https", "wrong", f"RIWAYAT_HTTPS=1, but RIWAYAT_ADDRESS is {settings.RIWAYAT_ADDRESS}"
        )
    return Finding("https", "off", f"{_NO_HEADERS} (RIWAYAT_HTTPS=1, RIWAYAT_ADDRESS=https://…)")


def _dkim() -> Finding:
    try:
        by = sealing.key()
        if by is None:
            return Finding("dkim", "off", f"{_NO_HEADERS} (RIWAYAT_DKIM_KEY=file.pem)")
        by.sign(b"From: check\r\nTo: check\r\n\r\n\r\n")
    except RiwayatError as error:
        return Finding("dkim", "wrong", str(error))
    return Finding("dkim", "ok", f"signs for {by.domain}; public key at {by.selector}._domainkey.{by.domain}")
