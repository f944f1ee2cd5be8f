"""A mail as the bytes that go out: with the headers of one-click unsubscribing, and a signature over them (DKIM).

RFC 8058 asks for both headers under a DKIM signature, and for an HTTPS address: where one of these is not set up,
neither header is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path
from typing import Final

import dkim
from django.conf import settings

from riwayat.errors import RiwayatError

__all__ = ["POLICY", "DkimKeyError", "Key", "SenderError", "is_https", "key", "seal", "sender"]

POLICY: Final = SMTP.clone(cte_type="7bit")
"""Whatever servers a mail passes, it need not be written anew, which would break the signature."""
_SIGNED: Final = (
    b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type",
    b"list-unsubscribe", b"list-unsubscribe-post",
)  # fmt: skip


class DkimKeyError(RiwayatError):
    """The key that signs mails cannot be used."""


class SenderError(RiwayatError):
    """`RIWAYAT_MAIL_FROM` is no address of mail."""


@dataclass(frozen=True, slots=True)
class Key:
    """What signs mails."""

    domain: str
    selector: str
    pem: bytes

    def sign(self, data: bytes) -> bytes:
        """The mail with its signature in front.

        Raises:
            DkimKeyError: the key is none.
        """
        present = {line.split(b":", 1)[0].lower() for line in data.split(b"\r\n\r\n", 1)[0].split(b"\r\n")}
        try:
            signature = dkim.sign(
                data,
                self.selector.encode(),
                self.domain.encode("idna"),
                self.pem,
                canonicalize=(b"relaxed", b"relaxed"),
                include_headers=[name for name in _SIGNED if name in present],
                linesep=b"\r\n",
            )
        except dkim.DKIMException as error:
            raise DkimKeyError(f"{settings.RIWAYAT_DKIM_KEY}: no key that can sign ({error})") from error
        return bytes(signature) + data


def sender() -> Address:
    """Who the mails are from.

    Raises:
        SenderError: the setting is no address.
    """
    name, address = parseaddr(settings.RIWAYAT_MAIL_FROM)
    try:
        found = Address(name, addr_spec=address)
    except (ValueError, IndexError) as error:
        raise SenderError(_no_sender()) from error
    if not found.username or not found.domain:
        raise SenderError(_no_sender())
    return found


def key() -> Key | None:
    """What signs mails; None where no key is set.

    Raises:
        DkimKeyError: it cannot be read.
        SenderError: there is no domain to sign for.
    """
    if not settings.RIWAYAT_DKIM_KEY:
        return None
    try:
        pem = Path(settings.RIWAYAT_DKIM_KEY).read_bytes()
    except OSError as error:
        raise DkimKeyError(
            f"{settings.RIWAYAT_DKIM_KEY}: the key cannot be read ({error.strerror})"
        ) from error
    return Key(sender().domain, settings.RIWAYAT_DKIM_SELECTOR, pem)


def is_https() -> bool:
    """Whether readers, and mail providers, reach the site by HTTPS."""
    return bool(settings.SECURE_SSL_REDIRECT) and settings.RIWAYAT_ADDRESS.startswith("https://")


def seal(message: EmailMessage, *, stop: str | None, by: Key | None) -> bytes:
    """The mail as it goes out.

    Args:
        message: made with `POLICY`.
        stop: address that ends the subscription by one POST; ASCII.  None for mails that belong to none.
        by: what signs it.
    Raises:
        DkimKeyError: the key is none.
    """
    data = message.as_bytes(policy=POLICY)
    if stop and by and is_https():
        # As bytes: the library would fold a long address into an encoded word, which nobody could follow.
        data = (
            f"List-Unsubscribe: <{stop}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        ).encode("ascii") + data
    return by.sign(data) if by else data


def _no_sender() -> str:
    return f"RIWAYAT_MAIL_FROM must look like Name <name@host>, not {settings.RIWAYAT_MAIL_FROM!r}"
