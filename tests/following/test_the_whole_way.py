"""From asking for mails to being told, and to the one click that ends them: over HTTP and SMTP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import dkim
import httpx
import pytest
from tests.following.mailbox import Mailbox, link, text
from tests.store.told import CLASH_TOO

from riwayat.cli.app import run

READER = "reader@example.org"


class Reader:
    """A browser before the site, behind a proxy that speaks HTTPS."""

    def __init__(self, live: str, seen: httpx.Client) -> None:
        self._live = live
        self._seen = seen

    def get(self, path: str) -> str:
        answer = self._seen.get(self._at(path))
        assert answer.status_code == 200, answer
        return answer.text

    def send(self, path: str, page: str, **given: str) -> str:
        """Sends the form of a page."""
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        cookies = "; ".join(f"{name}={value}" for name, value in self._seen.cookies.items())
        answer = self._seen.post(
            self._at(path),
            data=hidden | given,
            headers={"Referer": "https://chronicle.example" + path, "Cookie": cookies},
        )
        assert answer.status_code == 200, answer
        return answer.text

    def _at(self, path: str) -> str:
        return self._live + path.removeprefix("https://chronicle.example")


PROXIED = {"X-Forwarded-Proto": "https", "Host": "chronicle.example"}


@pytest.fixture
def reader(live: str) -> Iterator[Reader]:
    with httpx.Client(headers=PROXIED, timeout=30) as seen:
        yield Reader(live, seen)


@pytest.mark.usefixtures("in_public")
def test_a_reader_subscribes_confirms_is_told_and_stops_it_by_one_click(
    live: str,
    reader: Reader,
    mailbox: Mailbox,
    more: Callable[..., None],
    dkim_key: tuple[Path, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "riwayat.web.settings")
    happening = re.findall(r'href="(/en/happening/\w+)', reader.get("/en/?type=ASSAULT"))[0]
    (follow,) = re.findall(r'<a href="(/en/follow\?[^"]+)"', reader.get(happening))
    asked = reader.send(follow, reader.get(follow), email=READER, cadence="instant")
    assert "Look into your mailbox" in asked

    confirm = link(mailbox.mails[0], "confirm")
    assert "You follow this now" in reader.send(confirm, reader.get(confirm))
    assert run(["send-mails"]) == 0
    assert len(mailbox.taken) == 1  # nothing is new yet

    more(orontes=CLASH_TOO)
    assert run(["send-mails"]) == 0
    assert "1 sent" in capsys.readouterr().err
    news, raw = mailbox.mails[1], mailbox.taken[1]
    assert news["To"] == READER
    assert "2 independent origins (1 before) · 2 reports (1 before) · disputed: how many were killed" in text(
        news
    )
    assert link(news, "happening") == f"https://chronicle.example{happening}"
    assert dkim.verify(raw, dnsfunc=lambda name, timeout=5: dkim_key[1])
    assert news["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    stop = re.fullmatch(r"<(https://\S+)>", news["List-Unsubscribe"])
    assert stop
    clicked = httpx.post(
        live + stop[1].removeprefix("https://chronicle.example"),
        data={"List-Unsubscribe": "One-Click"},
        headers=PROXIED,
    )
    assert (clicked.status_code, dict(clicked.cookies)) == (200, {})

    more(utara=CLASH_TOO.replace("HARIAN ORONTES", "SUARA UTARA"))
    assert run(["send-mails"]) == 0
    assert len(mailbox.taken) == 2
