"""`riwayat check`: a line for each thing that is set up or not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import override_settings
from tests.following.mailbox import Mailbox
from tests.following.subscribers import subscribe

from riwayat.cli.app import run

SECRET = "kf83jHd72ksPqz51mVbW09xYtLrUeNc64gAiDoQnZsBh2f7JyT"

pytestmark = pytest.mark.usefixtures("chronicle")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "riwayat.web.settings")


def _check(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, tuple[str, str]]]:
    capsys.readouterr()
    status = run(["check"])
    lines = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    return status, {about: (state, words) for about, state, words in lines}


def test_what_is_not_set_up_is_off_and_said_with_the_way_to_set_it_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with override_settings(RIWAYAT_ADDRESS="http://localhost:8000"):
        status, found = _check(capsys)
    assert status == 0
    assert list(found) == ["settings", "store", "mail", "https", "dkim"]
    assert found["mail"] == ("off", "mails are printed (RIWAYAT_SMTP=smtp+tls://user:password@host)")
    for about, setting in (("https", "RIWAYAT_HTTPS=1"), ("dkim", "RIWAYAT_DKIM_KEY")):
        assert found[about][0] == "off"
        assert "no List-Unsubscribe" in found[about][1]
        assert setting in found[about][1]


def test_the_store_is_said_with_what_it_holds(capsys: pytest.CaptureFixture[str], chronicle: Path) -> None:
    subscribe(email="a@example.org")
    subscribe(email="b@example.org", paused_at="2021-06-21T08:00Z")
    state, words = _check(capsys)[1]["store"]
    assert state == "ok"
    assert words == f"{chronicle / 'riwayat.sqlite3'}: 2 reports, 2 subscriptions (1 paused)"


@pytest.mark.usefixtures("in_public")
def test_what_is_set_up_is_ok(mailbox: Mailbox, capsys: pytest.CaptureFixture[str]) -> None:
    with override_settings(
        SECRET_KEY=SECRET,
        SESSION_COOKIE_SECURE=True,
        CSRF_COOKIE_SECURE=True,
        SECURE_HSTS_SECONDS=3600,
        SECURE_HSTS_INCLUDE_SUBDOMAINS=True,
        SECURE_HSTS_PRELOAD=True,
    ):
        status, found = _check(capsys)
    assert {about: state for about, (state, _) in found.items()} == dict.fromkeys(found, "ok"), found
    assert status == 0
    assert found["mail"][1] == f"127.0.0.1:{mailbox.port} lets us in, mails are from news@chronicle.example"
    assert "riwayat._domainkey.chronicle.example" in found["dkim"][1]


@pytest.mark.parametrize(
    ("setting", "about", "words"),
    [
        ({"RIWAYAT_SMTP": "smtp://127.0.0.1:9"}, "mail", "cannot be used"),
        ({"RIWAYAT_SMTP": "mail.example"}, "mail", "RIWAYAT_SMTP must look like"),
        ({"RIWAYAT_MAIL_FROM": "nobody"}, "mail", "RIWAYAT_MAIL_FROM must look like"),
        ({"RIWAYAT_DKIM_KEY": "/nowhere/key.pem"}, "dkim", "cannot be read"),
        (
            {"SECURE_SSL_REDIRECT": True, "RIWAYAT_ADDRESS": "http://chronicle.example"},
            "https",
            "RIWAYAT_ADDRESS is http://chronicle.example",
        ),
    ],
)
def test_what_is_wrong_is_said_and_the_command_fails(
    capsys: pytest.CaptureFixture[str], setting: dict[str, object], about: str, words: str
) -> None:
    with override_settings(**setting):
        status, found = _check(capsys)
    assert status == 1
    assert found[about][0] == "wrong"
    assert words in found[about][1]


def test_all_is_set_by_the_environment(
    mailbox: Mailbox, dkim_key: tuple[Path, bytes], chronicle: Path
) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        "RIWAYAT_HTTPS": "1",
        "RIWAYAT_HOSTS": "chronicle.example,www.chronicle.example",
        "RIWAYAT_SECRET": SECRET,
        "RIWAYAT_OLD_SECRETS": f"{SECRET[::-1]} {SECRET.swapcase()}",
        "RIWAYAT_SMTP": mailbox.address,
        "RIWAYAT_MAIL_FROM": "The chronicle <news@chronicle.example>",
        "RIWAYAT_DKIM_KEY": str(dkim_key[0]),
        "RIWAYAT_DKIM_SELECTOR": "spring",
    }
    command = [sys.executable, "-m", "riwayat", "check"]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [
        "settings  ok     the site is at https://chronicle.example; 2 earlier secrets still hold",
        f"store     ok     {chronicle}/riwayat.sqlite3: 2 reports, 0 subscriptions",
        f"mail      ok     127.0.0.1:{mailbox.port} lets us in, mails are from news@chronicle.example",
        "https     ok     https://chronicle.example",
        "dkim      ok     signs for chronicle.example; public key at spring._domainkey.chronicle.example",
    ]
