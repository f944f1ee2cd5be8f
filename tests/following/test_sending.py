"""Mails, handed to a real mail server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.following.conftest import NOW
from tests.following.mailbox import Mailbox, html, text
from tests.following.subscribers import PRIVATE, TALKS_ELSEWHERE, subscribe
from tests.store.told import CLASH_TOO

from riwayat.cli.app import run
from riwayat.following.delivery import way
from riwayat.following.models import Subscription
from riwayat.following.sending import Run, send

pytestmark = pytest.mark.usefixtures("chronicle")

More = Callable[..., None]


def _send(after: timedelta = timedelta(0)) -> Run:
    with way() as server:
        return send(server, now=NOW + after)


def test_nothing_is_sent_where_nothing_is_new(mailbox: Mailbox) -> None:
    subscribe()
    assert _send().sent == 0
    assert mailbox.taken == []


def test_a_happening_that_changed_is_told_with_how_it_was_before(mailbox: Mailbox, more: More) -> None:
    subscribe("type=ASSAULT")
    more(orontes=CLASH_TOO)
    assert _send().sent == 1
    (mail,) = mailbox.mails
    assert mail["To"] == "reader@example.org"
    assert mail["Subject"] == "Attack: 1 changed"
    told = text(mail)
    assert "Changed · Attack: Liwa al-Rabwah" in told
    assert (
        "2 independent origins (1 before) · 2 reports (1 before) · disputed: how many were killed (new)"
        in told
    )
    assert "https://chronicle.example/en/happening/h" in told
    assert "https://chronicle.example/stop/" in told
    assert "2 independent origins (1 before)" in html(mail)


def test_it_is_told_once(mailbox: Mailbox, more: More) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    assert [_send().sent, _send().sent] == [1, 0]


def test_a_new_happening_is_told_to_those_whose_filter_it_fits(mailbox: Mailbox, more: More) -> None:
    subscribe("type=CONSULT", email="talks@example.org")
    subscribe("place=Jisr+al-Shughur", email="place@example.org")
    subscribe("actor=Katibah+Zaitun", email="actor@example.org")
    subscribe("type=AID", email="aid@example.org")
    more(lain=TALKS_ELSEWHERE)
    _send()
    assert {mail["To"] for mail in mailbox.mails} == {"talks@example.org", "actor@example.org"}
    assert "New · Meeting" in text(mailbox.mails[0])


def test_whoever_follows_a_happening_is_told_of_no_other(mailbox: Mailbox, more: More) -> None:
    from riwayat.store.models import Happening

    clash = Happening.objects.get(type="ASSAULT").pk
    talks = Happening.objects.get(type="CONSULT").pk
    subscribe(f"happening={clash}", email="clash@example.org")
    subscribe(f"happening={talks}", email="talks@example.org")
    more(orontes=CLASH_TOO)
    _send()
    assert [mail["To"] for mail in mailbox.mails] == ["clash@example.org"]


def test_mails_speak_the_readers_language(mailbox: Mailbox, more: More) -> None:
    subscribe(language="ar", email="ar@example.org")
    subscribe(language="id", email="id@example.org")
    more(orontes=CLASH_TOO)
    _send()
    arabic, indonesian = mailbox.mails
    assert 'lang="ar" dir="rtl"' in html(arabic)
    assert '<p style="margin:0;color:#444" lang="id" dir="ltr">' in html(arabic)
    assert "/ar/happening/" in text(arabic)
    assert "2 asal yang mandiri (sebelumnya 1)" in text(indonesian)
    assert "٢ تقريران (قبل ذلك ١)" in text(arabic)


def test_daily_and_weekly_mails_come_no_sooner(mailbox: Mailbox, more: More) -> None:
    subscribe(cadence="daily", email="daily@example.org", mailed_at=NOW)
    subscribe(cadence="weekly", email="weekly@example.org", mailed_at=NOW)
    more(orontes=CLASH_TOO)
    sent = [[_send(timedelta(days=day)).sent for day in (0, 1, 2, 7)], [mail["To"] for mail in mailbox.mails]]
    assert sent == [[0, 1, 0, 1], ["daily@example.org", "weekly@example.org"]]


def test_private_people_are_masked(mailbox: Mailbox, more: More) -> None:
    subscribe()
    subscribe("actor=Siti+Nurhaliza", email="nosy@example.org")
    more(utara=PRIVATE)
    _send()
    assert [mail["To"] for mail in mailbox.mails] == ["reader@example.org"]
    assert "Nurhaliza" not in text(mailbox.mails[0]) + html(mailbox.mails[0])


def test_three_refusals_for_good_pause_a_subscription(mailbox: Mailbox, more: More) -> None:
    row = subscribe()
    more(orontes=CLASH_TOO)
    mailbox.rcpt = "550 5.1.1 no such user"
    runs = [_send(timedelta(hours=hour)) for hour in (0, 1, 2, 3)]
    assert [run.refused for run in runs] == [1, 1, 1, 0]
    assert [run.paused for run in runs] == [0, 0, 1, 0]
    row.refresh_from_db()
    assert row.paused_at is not None


def test_refusals_in_a_row_count_and_a_mail_that_is_taken_begins_anew(mailbox: Mailbox, more: More) -> None:
    row = subscribe()
    more(orontes=CLASH_TOO)
    mailbox.data = "554 5.7.1 looks like spam"
    _send()
    _send(timedelta(hours=1))
    mailbox.data = None
    assert _send(timedelta(hours=2)).sent == 1
    row.refresh_from_db()
    assert row.refused == 0


def test_what_is_refused_for_now_is_tried_again_and_does_not_count(mailbox: Mailbox, more: More) -> None:
    row = subscribe()
    more(orontes=CLASH_TOO)
    mailbox.rcpt = "451 4.7.1 greylisted, come back"
    assert [_send(timedelta(minutes=10 * n)).later for n in range(4)] == [1, 1, 1, 1]
    mailbox.rcpt = None
    assert _send(timedelta(minutes=40)).sent == 1
    row.refresh_from_db()
    assert (row.refused, row.paused_at) == (0, None)


def test_a_refused_subscriber_keeps_no_other_from_theirs(mailbox: Mailbox, more: More) -> None:
    subscribe(email="gone@example.org", refused=2)
    more(orontes=CLASH_TOO)
    mailbox.rcpt = "550 no"
    _send()
    mailbox.rcpt = None
    subscribe(email="here@example.org", told=0)
    assert _send().sent == 1


class _Killed(BaseException):
    """As if the program had been killed."""


class _KilledAfter:
    """Hands the mail over, and dies before anything can be written down."""

    def __init__(self, inner: object) -> None:
        self._inner = inner

    def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[str, str]:
        self._inner.deliver(sender, recipient, data)  # type: ignore[attr-defined]
        raise _Killed


class _KilledBefore:
    def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[str, str]:
        raise _Killed


def test_a_mail_whose_sending_was_cut_off_does_not_go_out_twice(mailbox: Mailbox, more: More) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    with way() as server, pytest.raises(_Killed):
        send(_KilledAfter(server), now=NOW)  # type: ignore[arg-type]
    assert len(mailbox.taken) == 1
    assert _send(timedelta(minutes=1)) == Run()
    assert _send(timedelta(hours=1)) == Run(unknown=1)
    assert _send(timedelta(hours=2)) == Run()
    assert len(mailbox.taken) == 1


def test_a_program_killed_while_the_server_takes_its_mail_sends_it_no_second_time(
    mailbox: Mailbox, more: More
) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        "RIWAYAT_SMTP": mailbox.address,
    }
    killed = subprocess.Popen([sys.executable, "-m", "riwayat", "send-mails"], env=environment)
    mailbox.on_data = killed.kill
    assert killed.wait(timeout=60) == -signal.SIGKILL
    mailbox.on_data = None
    with way() as server:
        runs = [send(server, now=datetime.now(UTC) + timedelta(hours=hours)) for hours in (0, 1, 2)]
    assert [run.sent for run in runs] == [0, 0, 0]
    assert [run.unknown for run in runs] == [0, 1, 0]
    assert len(mailbox.taken) == 1


def test_after_it_was_cut_off_what_changes_next_is_told(mailbox: Mailbox, more: More) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    with pytest.raises(_Killed):
        send(_KilledBefore(), now=NOW)  # type: ignore[arg-type]
    more(lain=TALKS_ELSEWHERE)
    assert _send(timedelta(hours=1)) == Run(sent=1, unknown=1)
    assert "New · Meeting" in text(mailbox.mails[0])


def test_a_server_that_goes_away_while_it_takes_a_mail_leaves_it_unknown(
    mailbox: Mailbox, more: More
) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    mailbox.data = "421 4.3.2 shutting down"
    assert _send().later == 1  # it said so: the mail was not taken
    mailbox.data = None
    assert _send(timedelta(minutes=10)).sent == 1


def test_two_runs_at_once_send_one_mail(mailbox: Mailbox, more: More) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    mailbox.on_data = None
    with way() as server:

        class _WithAnotherRun:
            def deliver(self, sender: str, recipient: str, data: bytes) -> tuple[str, str]:
                assert send(server, now=NOW).sent == 0
                return server.deliver(sender, recipient, data)

        assert send(_WithAnotherRun(), now=NOW).sent == 1  # type: ignore[arg-type]
    assert len(mailbox.taken) == 1


def test_without_a_mail_server_mails_are_printed(more: More, capsys: pytest.CaptureFixture[str]) -> None:
    subscribe()
    more(orontes=CLASH_TOO)
    assert _send().sent == 1
    printed = capsys.readouterr().out
    assert "To: reader@example.org" in printed
    assert "2 independent origins" in printed


def test_nobody_unconfirmed_is_told_anything(mailbox: Mailbox, more: More) -> None:
    subscribe(confirmed_at=None)
    more(orontes=CLASH_TOO)
    _send()
    assert mailbox.taken == []
    assert Subscription.objects.count() == 1


def test_a_chronicle_that_is_read_anew_and_comes_out_the_same_is_no_news(mailbox: Mailbox) -> None:
    subscribe()
    assert run(["reread"]) == 0
    assert _send().sent == 0


def test_that_a_report_was_removed_is_told_without_any_of_its_words(
    mailbox: Mailbox, more: More, chronicle: Path
) -> None:
    from riwayat.store.models import Report

    more(orontes=CLASH_TOO)
    subscribe("type=ASSAULT")
    report = Report.objects.get(outlet__name="HARIAN ORONTES")
    assert run(["remove", report.key, "--because", "asked for"]) == 0
    assert _send().sent == 1
    assert "1 independent origin (2 before) · 1 report (2 before)" in text(mailbox.mails[0])
    assert "no longer disputed" in text(mailbox.mails[0])
    assert "Lima orang" not in text(mailbox.mails[0])
