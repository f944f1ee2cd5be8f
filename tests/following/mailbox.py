"""A real mail server, that a test tells whom to refuse and how."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


@dataclass
class Mailbox:
    """Takes mails; what it has taken, as it came."""

    taken: list[bytes] = field(default_factory=list)
    rcpt: str | None = None
    """What it says to a recipient, in place of taking the mail."""
    data: str | None = None
    """What it says to a mail."""
    on_data: Callable[[], None] | None = None
    """Done when a mail has come in whole, before it is answered."""
    more: dict[str, Any] = field(default_factory=dict)
    """Further settings of the server."""
    port: int = 0

    def __enter__(self) -> Mailbox:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **self.more)
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        return [cast(EmailMessage, message_from_bytes(one, policy=default)) for one in self.taken]

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, to: str, options: Any) -> str:  # noqa: N802
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.data:
            return self.data
        self.taken.append(envelope.original_content)
        if self.on_data:
            self.on_data()
        return "250 OK"


def text(mail: EmailMessage) -> str:
    """What a mail says in plain text, without the marks of direction."""
    body = mail.get_body(("plain",))
    assert body is not None
    return re.sub("[\u2068\u2069]", "", body.get_content())


def html(mail: EmailMessage) -> str:
    body = mail.get_body(("html",))
    assert body is not None
    return str(body.get_content())


def link(mail: EmailMessage, part: str) -> str:
    """The address in a mail that has this in its path."""
    return re.findall(rf"https?://\S*/{part}/\S+", text(mail))[0]
