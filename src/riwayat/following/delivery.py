"""Mails handed to a mail server, and what became of each: taken, refused for good or for now, or nobody knows."""

from __future__ import annotations

import smtplib
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final, Literal, Protocol, TextIO, TypeAlias
from urllib.parse import unquote, urlsplit

from django.conf import settings

from riwayat.errors import RiwayatError

__all__ = ["Console", "MailServerError", "Outcome", "Server", "Smtp", "Way", "server", "way"]

Outcome: TypeAlias = Literal["taken", "refused", "later", "unknown"]
"""Taken by the server; refused for good (5xx); not now (4xx, or it went away before); or it went away while it took
the mail, so that nobody knows."""

_SECONDS: Final = 30
"""How long the server may take for each step."""


class MailServerError(RiwayatError):
    """The mail server cannot be reached, does not let us in, or its address in the settings is none."""


class Way(Protocol):
    """How mails go out."""

    def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[Outcome, str]:
        """Hands over one mail.

        Args:
            sender: address alone, as is `recipient`.
            data: the mail, lines ended by CRLF.
        Returns:
            What became of it, and what the server said.
        Raises:
            MailServerError: no mail at all can be handed over.
        """


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mail server is."""

    scheme: str
    host: str
    port: int
    user: str
    password: str


class Console:
    """Prints mails."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[Outcome, str]:
        """Prints a mail; see `Way`."""
        from email import message_from_bytes
        from email.policy import default

        message = message_from_bytes(data, policy=default)
        out = self._stream or sys.stdout
        for name in ("From", "To", "Subject"):
            out.write(f"{name}: {message[name]}\n")
        body = message.get_body(("plain",))
        out.write(f"\n{body.get_content() if body else ''}{'-' * 72}\n")
        out.flush()
        return "taken", "printed"


class Smtp:
    """One connection to a mail server, for as many mails as it bears."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open: smtplib.SMTP | None = None

    def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[Outcome, str]:
        """Hands over one mail; see `Way`."""
        connection = self._connected()
        try:
            code, said = connection.mail(sender)
            if code != 250:
                raise MailServerError(
                    f"{self._server.host}: mails from {sender} are refused ({_said(code, said)})"
                )
            code, said = connection.rcpt(recipient)
            if code not in (250, 251):
                connection.rset()
                return _refusal(code), _said(code, said)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return "later", _line(error)
        try:
            code, said = connection.data(data)
        except smtplib.SMTPDataError as error:
            code, said = error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b""
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return "unknown", _line(error)
        if code == 250:
            return "taken", _said(code, said)
        with suppress(OSError, smtplib.SMTPException):
            connection.rset()
        return _refusal(code), _said(code, said)

    def hello(self) -> str:
        """What the server is called, once it has let us in.

        Raises:
            MailServerError: it has not.
        """
        self._connected()
        return f"{self._server.host}:{self._server.port}"

    def close(self) -> None:
        """Takes leave."""
        if self._open is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._open.quit()
            self._open.close()
            self._open = None

    def _connected(self) -> smtplib.SMTP:
        if self._open is not None:
            with suppress(OSError, smtplib.SMTPException):
                if self._open.noop()[0] == 250:
                    return self._open
            self.close()
        at = f"{self._server.host}:{self._server.port}"
        try:
            self._open = _connect(self._server)
        except smtplib.SMTPAuthenticationError as error:
            raise MailServerError(f"{at}: the mail server does not know this user or password") from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailServerError(f"{at}: the mail server cannot be used ({_line(error)})") from error
        return self._open


@contextmanager
def way() -> Iterator[Way]:
    """How mails go out by the settings: to a server, or printed.

    Raises:
        MailServerError: the setting names no server.
    """
    where = server()
    if where is None:
        yield Console()
        return
    smtp = Smtp(where)
    try:
        yield smtp
    finally:
        smtp.close()


def server() -> Server | None:
    """The mail server of the settings; None where there is none.

    Raises:
        MailServerError: the setting names no server, or would send a password unencrypted.
    """
    if not settings.RIWAYAT_SMTP:
        return None
    try:
        parts = urlsplit(settings.RIWAYAT_SMTP)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    if parts.scheme not in ports or not parts.hostname:
        raise MailServerError(
            "RIWAYAT_SMTP must look like smtp+tls://user:password@host:port (or smtps:, smtp:)"
        )
    if parts.scheme == "smtp" and parts.password and not _is_near(parts.hostname):
        raise MailServerError("RIWAYAT_SMTP would send its password unencrypted; take smtp+tls: or smtps:")
    return Server(
        parts.scheme,
        parts.hostname,
        port or ports[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def _connect(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.scheme == "smtps":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    try:
        if server.scheme == "smtp+tls":
            smtp.starttls(context=context)
        if server.user:
            smtp.login(server.user, server.password)
        smtp.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException):
        smtp.close()
        raise
    return smtp


def _is_near(host: str) -> bool:
    """Whether it is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _refusal(code: int) -> Outcome:
    return "refused" if 500 <= code < 600 else "later"


def _said(code: int, said: bytes) -> str:
    return " ".join(f"{code} {said.decode('utf-8', 'replace')}".split())


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
