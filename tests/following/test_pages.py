"""Asking for mails, agreeing to them, ending them: on pages, and by programs (RFC 8058), over HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from django.test import Client, override_settings
from tests.following.conftest import NOW
from tests.following.mailbox import Mailbox, html, link, text
from tests.following.subscribers import PRIVATE, subscribe

from riwayat.following import signed
from riwayat.following.models import Subscription
from riwayat.store.models import Happening, Outlet

pytestmark = pytest.mark.usefixtures("chronicle")

ONE_CLICK = "List-Unsubscribe=One-Click"


@pytest.fixture
def reader(chronicle: object) -> Client:
    """A browser that keeps cookies and is held to CSRF tokens."""
    return Client(enforce_csrf_checks=True, headers={"host": "chronicle.example"})


def _ask(
    reader: Client, query: str, email: str = "reader@example.org", language: str = "en", **more: str
) -> int:
    address = f"/{language}/follow?{query}"
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', reader.get(address).content.decode())
    given = {"email": email, "cadence": "instant", "csrfmiddlewaretoken": token} | more
    return reader.post(address, given).status_code


def _path(address: str) -> str:
    return address.removeprefix("https://chronicle.example")


def test_every_page_leads_to_where_it_can_be_followed(reader: Client) -> None:
    clash = Happening.objects.get(type="ASSAULT").pk
    outlet = Outlet.objects.get(name="KABAR LEMBAH").pk
    leads = {
        "/en/?type=ASSAULT&page=1": "/en/follow?type=ASSAULT",
        f"/en/happening/{clash}": f"/en/follow?happening={clash}",
        "/en/actor/Katibah%20Zaitun": "/en/follow?actor=Katibah+Zaitun",
        "/en/place/Kafr%20Laimun": "/en/follow?place=Kafr+Laimun",
        f"/en/outlet/{outlet}": "/en/follow?outlet=KABAR+LEMBAH",
    }
    for page, follow in leads.items():
        shown = reader.get(page).content.decode()
        assert f'<a href="{follow}">' in shown
        assert f'type="application/atom+xml" href="{follow.replace("follow", "feed.atom")}"' in shown
        assert reader.get(follow).status_code == 200


def test_when_filters_change_without_a_new_page_the_way_to_follow_them_changes_too(reader: Client) -> None:
    part = reader.get("/en/?place=Kafr+Laimun", headers={"HX-Request": "true"}).content.decode()
    assert '<span id="follow-this" hx-swap-oob="true"><a href="/en/follow?place=Kafr+Laimun">' in part
    assert reader.get("/en/?place=Kafr+Laimun").content.decode().count('id="follow-this"') == 1


def test_nothing_begins_before_the_owner_of_the_address_has_confirmed(
    reader: Client, mailbox: Mailbox
) -> None:
    assert _ask(reader, "place=Kafr+Laimun") == 200
    assert Subscription.objects.get().confirmed_at is None
    (mail,) = mailbox.mails
    assert mail["Subject"] == "Please confirm: Kafr Laimun"
    assert "List-Unsubscribe" not in mail
    confirm = _path(link(mail, "confirm"))
    assert "Yes, send me mails" in reader.get(confirm).content.decode()
    assert Subscription.objects.get().confirmed_at is None
    assert (
        "You follow this now" in Client(headers={"host": "chronicle.example"}).post(confirm).content.decode()
    )
    row = Subscription.objects.get()
    assert (row.confirmed_at is not None, row.subject, row.cadence) == (True, "place=Kafr+Laimun", "instant")


def test_the_mail_that_asks_speaks_the_language_of_the_page(reader: Client, mailbox: Mailbox) -> None:
    _ask(reader, "", language="ar")
    assert "/ar/confirm/" in text(mailbox.mails[0])
    assert 'lang="ar" dir="rtl"' in html(mailbox.mails[0])


def test_nobody_is_drowned_in_mails_that_ask(reader: Client, mailbox: Mailbox) -> None:
    for number in range(8):
        _ask(reader, f"words=w{number}")
        _ask(reader, f"words=w{number}")
    assert len(mailbox.taken) == 5


def test_asking_again_changes_how_often_and_begins_anew_what_was_paused(
    reader: Client, mailbox: Mailbox
) -> None:
    row = subscribe("", cadence="weekly", paused_at=NOW, refused=3)
    _ask(reader, "", cadence="daily")
    row.refresh_from_db()
    assert (row.cadence, row.paused_at) == ("weekly", NOW)
    reader.post(_path(link(mailbox.mails[0], "confirm")))
    row.refresh_from_db()
    assert (row.cadence, row.paused_at, row.refused) == ("daily", None, 0)


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_refused(reader: Client, mailbox: Mailbox, email: str) -> None:
    assert _ask(reader, "", email=email) == 400
    assert not Subscription.objects.exists()


def test_where_the_mail_cannot_be_sent_the_reader_is_told_and_may_ask_again(
    reader: Client, mailbox: Mailbox
) -> None:
    with override_settings(RIWAYAT_SMTP="smtp://127.0.0.1:9"):
        assert _ask(reader, "") == 503
    assert _ask(reader, "") == 200
    assert len(mailbox.taken) == 1


def test_a_confirmation_that_was_made_up_or_is_too_old_begins_nothing(
    reader: Client, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ask(reader, "")
    confirm = _path(link(mailbox.mails[0], "confirm"))
    assert reader.post(confirm[:-1] + ("a" if confirm[-1] != "a" else "b")).status_code == 410
    monkeypatch.setattr(signed, "WAITS", timedelta(seconds=-1))
    assert reader.post(confirm).status_code == 410
    assert Subscription.objects.get().confirmed_at is None


def test_what_never_was_cannot_be_followed(reader: Client) -> None:
    assert reader.get("/en/follow?happening=h000000000000").status_code == 404


@pytest.mark.parametrize("asked", ["actor", "words"])
def test_a_private_person_is_followed_as_is_one_of_whom_nobody_tells(
    reader: Client, more: Callable[..., None], asked: str
) -> None:
    """Whether a report names somebody is told no more than what it says of them."""
    more(utara=PRIVATE)
    for page in ("feed.json?", "feed.atom?", "follow?", "?"):
        private, nobody = (
            reader.get(f"/en/{page}{asked}={name}") for name in ("Siti+Nurhaliza", "Budi+Prasetyo")
        )
        assert private.status_code == nobody.status_code == 200
        assert "happening/" not in private.content.decode()


def test_what_lies_next_to_it_is_suggested(reader: Client) -> None:
    clash = Happening.objects.get(type="ASSAULT").pk
    page = reader.get(f"/en/follow?happening={clash}").content.decode()
    assert '<a href="/en/follow?place=Kafr+Laimun"><bdi>Kafr Laimun</bdi></a>' in page
    assert '<a href="/en/follow?actor=Liwa+al-Rabwah">' in page


def test_a_get_shows_a_form_and_ends_nothing(reader: Client) -> None:
    row = subscribe()
    page = reader.get(f"/stop/{signed.stop(row.key)}")
    assert '<form method="post"' in page.content.decode()
    assert Subscription.objects.exists()


@pytest.mark.parametrize("form", ["urlencoded", "multipart", "empty"])
def test_one_post_ends_it_at_once_without_cookies_or_redirect(live: str, form: str) -> None:
    subscribe(email="other@example.org")
    stop = f"{live}/stop/{signed.stop(subscribe().key)}"
    match form:
        case "urlencoded":
            answer = httpx.post(stop, data={"List-Unsubscribe": "One-Click"})
            assert answer.request.content == ONE_CLICK.encode()
        case "multipart":
            answer = httpx.post(stop, files={"List-Unsubscribe": (None, "One-Click")})
            assert b"multipart/form-data" in answer.request.headers["content-type"].encode()
        case _:
            answer = httpx.post(stop)
    assert (answer.status_code, answer.history, dict(answer.cookies)) == (200, [], {})
    assert "No more mails" in answer.text
    assert list(Subscription.objects.values_list("email", flat=True)) == ["other@example.org"]


def test_behind_https_it_is_not_redirected_either(live: str, in_public: None) -> None:
    row = subscribe()
    proxied = {"X-Forwarded-Proto": "https", "Host": "chronicle.example"}
    answer = httpx.post(f"{live}/stop/{signed.stop(row.key)}", content=ONE_CLICK, headers=proxied)
    assert answer.status_code == 200
    assert not Subscription.objects.exists()


def test_what_has_ended_before_ends_with_success(reader: Client) -> None:
    row = subscribe()
    stop = f"/stop/{signed.stop(row.key)}"
    pages = [reader.post(stop) for _ in range(2)]
    assert [page.status_code for page in pages] == [200, 200]
    assert "No more mails" in pages[1].content.decode()


def test_a_link_holds_when_the_secret_has_changed_as_long_as_the_old_one_is_known(reader: Client) -> None:
    row = subscribe()
    stop = f"/stop/{signed.stop(row.key)}"
    fresh = "another secret, long enough as well to be one"
    with override_settings(SECRET_KEY=fresh, SECRET_KEY_FALLBACKS=[]):
        assert reader.post(stop).status_code == 404
        assert Subscription.objects.exists()
    with override_settings(
        SECRET_KEY=fresh, SECRET_KEY_FALLBACKS=["the secret of now, which is long enough"]
    ):
        assert reader.post(stop).status_code == 200
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("language", ["en", "id", "ar"])
def test_a_signature_that_was_made_up_ends_nothing(reader: Client, language: str) -> None:
    row = subscribe()
    answer = reader.post(f"/stop/{row.key}.made-up", headers={"accept-language": language})
    assert answer.status_code == 404
    assert Subscription.objects.exists()
