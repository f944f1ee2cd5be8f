"""Following, the whole way: a browser over HTTPS, gunicorn, the command line, a mail server, a feed reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import dkim
import feedparser
import httpx
import pytest
from tests.browser import chromium, needs_browser, playwright
from tests.following.mailbox import Mailbox, html, link, text
from tests.store.told import CLASH, CLASH_TOO, TALKS, write
from tests.web.deployed import HOST, Deployed, Public, proxied

pytestmark = needs_browser

AT = f"https://{HOST}"
READERS = {language: f"{language}@readers.example" for language in ("en", "id", "ar")}
TWO_ORIGINS = {
    "en": "2 independent origins (1 before) · 2 reports (1 before)",
    "id": "2 asal yang mandiri (sebelumnya 1)",
    "ar": "مصدران أصليان مستقلان (قبل ذلك",
}


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server, that the processes of the site find by their environment."""
    with Mailbox() as box:
        yield box


@pytest.fixture
def deployed(tmp_path: Path, mailbox: Mailbox, dkim_key: tuple[Path, bytes]) -> Deployed:
    made = Deployed(
        tmp_path,
        {
            "RIWAYAT_SMTP": mailbox.address,
            "RIWAYAT_MAIL_FROM": f"Riwayat <news@{HOST}>",
            "RIWAYAT_DKIM_KEY": str(dkim_key[0]),
        },
    )
    made.riwayat("add", *write(tmp_path, lembah=CLASH, rabwah=TALKS))
    made.django("collectstatic", "--noinput")
    return made


@pytest.fixture
def public(deployed: Deployed, tmp_path: Path) -> Iterator[Public]:
    with deployed.served() as port, proxied(port, tmp_path) as site:
        yield site


@pytest.fixture
def page(public: Public) -> Iterator[playwright.Page]:
    """A browser that finds the site under its name."""
    with chromium(public.rule) as browser:
        # The certificate is the test's own.
        yield browser.new_context(ignore_https_errors=True).new_page()


def test_a_happening_is_followed_by_mail_and_feed_until_one_post_ends_it(
    deployed: Deployed,
    public: Public,
    page: playwright.Page,
    mailbox: Mailbox,
    dkim_key: tuple[Path, bytes],
    tmp_path: Path,
) -> None:
    page.goto(f"{AT}/en/?type=ASSAULT")
    page.locator(".entry h3 a").first.click()
    happening = re.findall(r"happening/(\w+)", page.url)[0]
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")

    # Each asks for mails on the page of the happening, in a language of their own, and confirms by the mail.
    for number, (language, email) in enumerate(READERS.items(), 1):
        page.goto(f"{AT}/{language}/happening/{happening}")
        page.locator("#follow-this a").click()
        page.locator("input[name=email]").fill(email)
        page.locator("select[name=cadence]").select_option("instant")
        page.locator("main form button").click()
        assert email in page.locator("main").inner_text()
        assert len(mailbox.taken) == number
        page.goto(link(mailbox.mails[-1], "confirm"))
        page.locator("main form button").click()
    assert [mail["To"] for mail in mailbox.mails] == list(READERS.values())
    with public.client() as reader:
        before = _entry(reader.get(feed))
    deployed.riwayat("send-mails")
    assert len(mailbox.taken) == 3  # nothing is new yet

    deployed.riwayat("add", *write(tmp_path, orontes=CLASH_TOO))
    assert "3 sent" in deployed.riwayat("send-mails")
    news = {str(mail["To"]): mail for mail in mailbox.mails[3:]}
    assert set(news) == set(READERS.values())
    for language, email in READERS.items():
        _tells(news[email], language, happening)
        assert dkim.verify(
            next(raw for raw in mailbox.taken[3:] if email.encode() in raw),
            dnsfunc=lambda name, timeout=5: dkim_key[1],
        )
    with public.client() as reader:
        now = _entry(reader.get(feed))
    assert now.id == before.id
    assert now.updated_parsed > before.updated_parsed
    assert ("1 independent origin" in before.summary, "2 independent origins" in now.summary) == (True, True)

    # One click, as two providers send it: a POST without cookies, answered at once.
    for email, body in (
        (READERS["en"], {"data": {"List-Unsubscribe": "One-Click"}}),
        (READERS["id"], {"files": {"List-Unsubscribe": (None, "One-Click")}}),
    ):
        with public.client() as provider:
            answer = provider.post(_stop(news[email]).removeprefix(AT), **body)
            assert (answer.status_code, dict(answer.cookies)) == (200, {})
    # And the form that a person sees who opens the link; opening it ends nothing.
    page.goto(_stop(news[READERS["ar"]]))
    assert "1 subscription" in deployed.riwayat("check")
    page.locator("main form button").click()
    assert "0 subscriptions" in deployed.riwayat("check")

    deployed.riwayat("add", *write(tmp_path, utara=CLASH_TOO.replace("HARIAN ORONTES", "SUARA UTARA")))
    deployed.riwayat("send-mails")
    assert len(mailbox.taken) == 6


def _entry(answer: httpx.Response) -> feedparser.FeedParserDict:
    """The one entry of a feed."""
    assert answer.status_code == 200
    (entry,) = feedparser.parse(answer.content).entries
    return entry


def _tells(mail: EmailMessage, language: str, happening: str) -> None:
    """The mail tells of the happening in both its forms, in the language of whoever asked for it."""
    assert mail["Content-Language"] == language
    assert link(mail, "happening") == f"{AT}/{language}/happening/{happening}"
    assert TWO_ORIGINS[language] in text(mail)
    assert f'lang="{language}"' in html(mail)
    assert f"/{language}/happening/{happening}" in html(mail)
    assert _stop(mail) in html(mail)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def _stop(mail: EmailMessage) -> str:
    found = re.fullmatch(rf"<({AT}/stop/\S+)>", mail["List-Unsubscribe"])
    assert found
    return found[1]
