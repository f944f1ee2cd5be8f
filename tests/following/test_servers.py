"""Mail servers that want TLS and a password, as those of providers do."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult
from django.test import override_settings
from tests.following.mailbox import Mailbox

from riwayat.following.delivery import MailServerError, way

MAIL = b"From: a@example.org\r\nTo: b@example.org\r\n\r\nHello\r\n.\r\n"
PASSWORD = "it's p@ss:word/100%"
_INTO = ["-keyout", "key.pem", "-out", "cert.pem"]
QUOTED = "it%27s%20p%40ss%3Aword%2F100%25"


def _knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    return AuthResult(success=(given.login, given.password) == (b"me", PASSWORD.encode()), handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One for localhost, signed by itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *named, *_INTO],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def tls(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))


def _deliver(address: str) -> str:
    with override_settings(RIWAYAT_SMTP=address), way() as server:
        return server.deliver("a@example.org", "b@example.org", MAIL)[0]


Started = Callable[[ssl.SSLContext], dict[str, Any]]
STARTTLS: Started = lambda tls: {"tls_context": tls, "require_starttls": True}  # noqa: E731
SMTPS: Started = lambda tls: {"ssl_context": tls}  # noqa: E731


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(("scheme", "how"), [("smtp+tls", STARTTLS), ("smtps", SMTPS)])
def test_mails_go_out_encrypted_and_with_a_password(scheme: str, how: Started, tls: ssl.SSLContext) -> None:
    # The server counts only the TLS that it has begun itself as such.
    asks = {"auth_required": True} if scheme == "smtp+tls" else {"auth_require_tls": False}
    wants = how(tls) | asks | {"authenticator": _knows}
    with Mailbox(more=wants) as box:
        assert _deliver(f"{scheme}://me:{QUOTED}@localhost:{box.port}") == "taken"
        assert box.taken[0].endswith(b"Hello\r\n.\r\n")
        with pytest.raises(MailServerError, match="does not know this user or password"):
            _deliver(f"{scheme}://me:wrong@localhost:{box.port}")


@pytest.mark.parametrize(("scheme", "how"), [("smtp+tls", STARTTLS), ("smtps", SMTPS)])
def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    scheme: str, how: Started, tls: ssl.SSLContext
) -> None:
    with Mailbox(more=how(tls)) as box:
        with pytest.raises(MailServerError, match="certificate"):
            _deliver(f"{scheme}://localhost:{box.port}")
        assert box.taken == []


def test_a_server_without_tls_gets_nothing_where_tls_is_asked_for() -> None:
    with Mailbox() as box:
        with pytest.raises(MailServerError, match="STARTTLS"):
            _deliver(f"smtp+tls://localhost:{box.port}")
        assert box.taken == []
