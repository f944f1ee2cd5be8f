from __future__ import annotations

from datetime import timedelta

import pytest
from tests.gather.local_site import Answer, Site, fetcher_for, serving
from tests.store.conftest import Clock
from tests.store.told import CLASH, CLASH_TOO, TALKS

from riwayat.gather.fetch import Limits
from riwayat.store import models, watching
from riwayat.store.failures import unresolved

pytestmark = pytest.mark.usefixtures("store")

HOUR = timedelta(hours=1)
FEED = {
    "Content-Type": "application/rss+xml",
    "ETag": '"satu"',
    "Last-Modified": "Sun, 13 Jun 2021 06:00:00 GMT",
}
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


def _rss(*links: str) -> bytes:
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'.encode()


def _answers(**more: Answer | list[Answer]) -> dict[str, Answer | list[Answer]]:
    return {
        "/clash": Answer(CLASH.encode(), headers=PLAIN),
        "/clash-too": Answer(CLASH_TOO.encode(), headers=PLAIN),
        "/talks": Answer(TALKS.encode(), headers=PLAIN),
        **{f"/{name}": answer for name, answer in more.items()},
    }


def _poll(site: Site, clock: Clock, *, eager: bool = False) -> list[watching.Polled]:
    with fetcher_for(site, limits=Limits(retries=0)) as fetcher:
        return list(watching.poll_due(fetcher, every=HOUR, eager=eager, clock=clock))


def _feed(site: Site, clock: Clock) -> str:
    url = site.url("/feed")
    watching.follow([url], at=clock())
    return url


def test_what_a_feed_names_is_added_once(clock: Clock) -> None:
    answers = _answers()
    with serving(answers) as site:
        answers["/feed"] = Answer(_rss(site.url("/clash"), site.url("/talks")), headers=FEED)
        _feed(site, clock)
        (polled,) = _poll(site, clock)
        assert polled.summary.added == 2
        clock.later(hours=2)
        answers["/feed"] = Answer(_rss(site.url("/clash-too"), site.url("/clash")), headers=FEED)
        (polled,) = _poll(site, clock)
        assert polled.summary.added == 1
        assert site.paths().count("/clash") == 1, "a page that is there is not fetched again"
    assert models.Report.objects.count() == 3
    assert models.Feed.objects.get().title == "Kabar"


def test_a_feed_that_has_not_changed_is_asked_so_that_it_need_not_be_sent(clock: Clock) -> None:
    answers = _answers()
    with serving(answers) as site:
        answers["/feed"] = [Answer(_rss(site.url("/clash")), headers=FEED), Answer(status=304)]
        _feed(site, clock)
        _poll(site, clock)
        clock.later(hours=2)
        (polled,) = _poll(site, clock)
        asked = [headers for path, headers in site.asked if path == "/feed"]
        assert "if-none-match" not in asked[0]
        assert asked[1]["if-none-match"] == '"satu"'
        assert asked[1]["if-modified-since"] == FEED["Last-Modified"]
        assert (polled.error, polled.changed, polled.summary.added) == (None, False, 0)


def test_a_feed_is_left_alone_until_its_time_comes(clock: Clock) -> None:
    answers = _answers()
    with serving(answers) as site:
        answers["/feed"] = Answer(_rss(), headers=FEED)
        _feed(site, clock)
        _poll(site, clock)
        clock.later(minutes=59)
        assert _poll(site, clock) == []
        assert len(_poll(site, clock, eager=True)) == 1, "who asks once asks all that have not failed"


def test_a_feed_that_fails_is_left_alone_for_twice_as_long_each_time(clock: Clock) -> None:
    with serving(_answers(feed=Answer(status=500))) as site:
        _feed(site, clock)
        waits = []
        for _ in range(3):
            (polled,) = _poll(site, clock)
            assert polled.error is not None and "500" in polled.error
            feed = models.Feed.objects.get()
            waits.append(feed.next_poll - clock())
            assert _poll(site, clock, eager=True) == [], "back-off holds whoever asks"
            clock.now = feed.next_poll
        assert waits == [2 * HOUR, 4 * HOUR, 8 * HOUR]
        site.answers["/feed"] = Answer(_rss(site.url("/clash")), headers=FEED)
        (polled,) = _poll(site, clock)
        assert polled.summary.added == 1
        feed = models.Feed.objects.get()
        assert (feed.failures, feed.last_error) == (0, None)


def test_a_busy_site_is_asked_again_when_it_says(clock: Clock) -> None:
    with serving(_answers(feed=Answer(status=503, headers={"Retry-After": "20000"}))) as site:
        _feed(site, clock)
        _poll(site, clock)
        assert models.Feed.objects.get().next_poll - clock() == timedelta(seconds=20000)


def test_a_page_that_could_not_be_fetched_is_tried_again_though_the_feed_has_not_changed(
    clock: Clock,
) -> None:
    answers = _answers(clash=[Answer(status=500), Answer(CLASH.encode(), headers=PLAIN)])
    with serving(answers) as site:
        answers["/feed"] = [Answer(_rss(site.url("/clash")), headers=FEED), Answer(status=304)]
        url = _feed(site, clock)
        (polled,) = _poll(site, clock)
        assert polled.summary.failed == 1
        assert [f.source for f in unresolved(via=url)] == [site.url("/clash")]
        clock.later(hours=2)
        (polled,) = _poll(site, clock)
        assert polled.summary.added == 1
    assert list(unresolved()) == []


def test_robots_txt_is_honoured(clock: Clock) -> None:
    answers = _answers()
    answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /clash", headers=PLAIN)
    with serving(answers) as site:
        answers["/feed"] = Answer(_rss(site.url("/clash"), site.url("/talks")), headers=FEED)
        _feed(site, clock)
        (polled,) = _poll(site, clock)
        assert (polled.summary.added, polled.summary.failed) == (1, 1)
        assert "/clash" not in site.paths()


def test_a_page_that_is_no_feed_is_said_to_be_none(clock: Clock) -> None:
    with serving(_answers(feed=Answer(CLASH.encode(), headers=PLAIN))) as site:
        _feed(site, clock)
        (polled,) = _poll(site, clock)
        assert polled.error is not None and "is no feed" in polled.error


def test_feeds_are_watched_in_turn_and_slept_between(clock: Clock) -> None:
    answers = _answers()
    with serving(answers) as site, fetcher_for(site, limits=Limits(retries=0)) as fetcher:
        answers["/feed"] = [Answer(_rss(site.url("/clash")), headers=FEED), Answer(status=304)]
        _feed(site, clock)
        slept = []

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            clock.later(seconds=seconds)

        going = watching.watch(fetcher, every=HOUR, clock=clock, sleep=sleep)
        assert next(going).summary.added == 1
        assert not next(going).changed
        assert slept == [3600.0]


def test_a_feed_that_is_forgotten_is_asked_no_more(clock: Clock) -> None:
    with serving(_answers(feed=Answer(_rss(), headers=FEED))) as site:
        watching.forget(_feed(site, clock))
        assert _poll(site, clock) == []
        with pytest.raises(watching.NotThereError, match="is not watched"):
            watching.forget("https://berita.example/feed")
