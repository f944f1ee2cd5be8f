"""The settings of following, as the environment names them; those of the site take them in.

`RIWAYAT_ADDRESS` is where readers find the site (`https://chronicle.example`): links in mails begin so.
`RIWAYAT_SMTP` names the mail server (`smtp+tls://user:password@mail.example:587`; `smtps://` speaks TLS from the
start, `smtp://` none), without it mails are printed; `RIWAYAT_MAIL_FROM` is the sender.  `RIWAYAT_DKIM_KEY` is the
file of the private key that signs them, `RIWAYAT_DKIM_SELECTOR` the name under which its other half is published.
`RIWAYAT_OLD_SECRETS` holds secrets that signed before `RIWAYAT_SECRET`, with spaces between: links signed with
them still hold.
"""

from __future__ import annotations

import os

__all__ = [
    "RIWAYAT_ADDRESS",
    "RIWAYAT_DKIM_KEY",
    "RIWAYAT_DKIM_SELECTOR",
    "RIWAYAT_MAIL_FROM",
    "RIWAYAT_SMTP",
    "SECRET_KEY_FALLBACKS",
]


def _address() -> str:
    given = os.environ.get("RIWAYAT_ADDRESS")
    if given:
        return given.rstrip("/")
    hosts = [host for host in os.environ.get("RIWAYAT_HOSTS", "").split(",") if host.strip(".*")]
    if os.environ.get("RIWAYAT_HTTPS") == "1" and hosts:
        return f"https://{hosts[0].lstrip('.')}"
    return "http://localhost:8000"


RIWAYAT_ADDRESS = _address()
RIWAYAT_SMTP = os.environ.get("RIWAYAT_SMTP", "")
RIWAYAT_MAIL_FROM = os.environ.get("RIWAYAT_MAIL_FROM", "Riwayat <riwayat@localhost>")
RIWAYAT_DKIM_KEY = os.environ.get("RIWAYAT_DKIM_KEY", "")
RIWAYAT_DKIM_SELECTOR = os.environ.get("RIWAYAT_DKIM_SELECTOR", "riwayat")
SECRET_KEY_FALLBACKS = os.environ.get("RIWAYAT_OLD_SECRETS", "").split()
