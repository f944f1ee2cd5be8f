"""What mails carry for mailbox providers: DKIM, and unsubscribing by one click (RFC 8058)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import dkim
import pytest
from django.test import override_settings
from tests.following.conftest import NOW
from tests.following.mailbox import Mailbox
from tests.following.subscribers import subscribe
from tests.store.told import CLASH_TOO

from riwayat.errors import RiwayatError
from riwayat.following.delivery import MailServerError, way
from riwayat.following.sending import send

pytestmark = pytest.mark.usefixtures("chronicle")
More = Callable[..., None]


def _sent(mailbox: Mailbox, more: More) -> bytes:
    subscribe("words=%22Liwa+al-Rabwah%22", language="ar")
    more(orontes=CLASH_TOO)
    with way() as server:
        send(server, now=NOW)
    return mailbox.taken[-1]


@pytest.mark.usefixtures("in_public")
def test_a_mail_can_be_stopped_by_one_click(mailbox: Mailbox, more: More) -> None:
    lines = _sent(mailbox, more).split(b"\r\n\r\n")[0].split(b"\r\n")
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    (address,) = [line for line in lines if line.startswith(b"List-Unsubscribe: ")]
    assert address.startswith(b"List-Unsubscribe: <https://chronicle.example/stop/")
    assert address.endswith(b">")


@pytest.mark.usefixtures("in_public")
def test_a_long_address_stays_in_one_piece(mailbox: Mailbox, more: More) -> None:
    with override_settings(RIWAYAT_ADDRESS="https://" + "a-rather-long-name." * 6 + "example"):
        sent = _sent(mailbox, more)
    assert b"List-Unsubscribe: <https://a-rather-long-name.a-rather" in sent


@pytest.mark.usefixtures("in_public")
def test_the_signature_holds_and_covers_both_headers(
    mailbox: Mailbox, more: More, dkim_key: tuple[Path, bytes]
) -> None:
    sent = _sent(mailbox, more)

    def records(name: bytes, timeout: int = 5) -> bytes:
        assert name == b"riwayat._domainkey.chronicle.example."
        return dkim_key[1]

    assert dkim.verify(sent, dnsfunc=records)
    for header in (b"List-Unsubscribe: <", b"List-Unsubscribe-Post: ", b"Subject: "):
        assert not dkim.verify(sent.replace(header, header + b"x", 1), dnsfunc=records), header


def test_without_https_neither_header_is_there(
    mailbox: Mailbox, more: More, dkim_key: tuple[Path, bytes]
) -> None:
    with override_settings(RIWAYAT_DKIM_KEY=str(dkim_key[0])):
        sent = _sent(mailbox, more)
    assert b"DKIM-Signature:" in sent
    assert b"List-Unsubscribe" not in sent


def test_without_dkim_neither_header_is_there(mailbox: Mailbox, more: More) -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        assert b"List-Unsubscribe" not in _sent(mailbox, more)


def test_no_line_of_a_mail_is_longer_than_servers_take_nor_anything_but_ascii(
    mailbox: Mailbox, more: More
) -> None:
    sent = _sent(mailbox, more)
    assert sent.isascii()
    assert max(map(len, sent.split(b"\r\n"))) <= 998


def test_a_key_that_is_none_is_said_to_be_none_and_nothing_is_sent(
    mailbox: Mailbox, more: More, tmp_path: Path
) -> None:
    (tmp_path / "key.pem").write_text("no key")
    with (
        override_settings(RIWAYAT_DKIM_KEY=str(tmp_path / "key.pem")),
        pytest.raises(RiwayatError, match=r"key\.pem"),
    ):
        _sent(mailbox, more)
    assert mailbox.taken == []
    with way() as server:  # once it is set right, the mail goes out
        assert send(server, now=NOW + timedelta(hours=1)).sent == 1


def test_a_server_that_cannot_be_reached_is_said_so_and_nothing_is_lost(mailbox: Mailbox, more: More) -> None:
    with (
        override_settings(RIWAYAT_SMTP="smtp://127.0.0.1:9"),
        pytest.raises(MailServerError, match=r"127\.0\.0\.1:9"),
    ):
        _sent(mailbox, more)
    with way() as server:
        assert send(server, now=NOW + timedelta(hours=1)).sent == 1


@pytest.mark.parametrize(
    "address", ["mail.example", "http://mail.example", "smtp://", "smtp://me:secret@mail.example"]
)
def test_what_is_no_mail_server_is_refused(address: str) -> None:
    with override_settings(RIWAYAT_SMTP=address), pytest.raises(MailServerError, match="RIWAYAT_SMTP"), way():
        pass
