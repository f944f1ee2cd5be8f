"""Feeds that are watched: asked again and again whether they name anything new, and no more often than they like."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from riwayat.errors import FetchError, RiwayatError, UnreadableInput
from riwayat.gather.failure import Failure
from riwayat.gather.feeds import Entry, feed_from
from riwayat.gather.fetch import Fetcher
from riwayat.gather.inputs import pages
from riwayat.model import Page
from riwayat.reading.engines import DEFAULT
from riwayat.store import models as rows
from riwayat.store.batch import Clock, Summary, add_pages, now
from riwayat.store.failures import unresolved
from riwayat.store.judging import NotThereError

__all__ = ["Polled", "follow", "forget", "poll_due", "watch"]

_LONGEST_BACK_OFF: Final = timedelta(days=1)
_MOST_TRIES: Final = 5
"""Times that a page which a feed names is tried."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What asking a feed has brought."""

    url: str
    """The feed's."""
    summary: Summary
    """Of the pages it names that were not there."""
    error: str | None = None
    """Why it could not be asked."""
    changed: bool = True
    """False where it had nothing to say since the last time."""


def follow(urls: Iterable[str], *, at: datetime) -> None:
    """Remembers feeds, to be asked from now on."""
    for url in urls:
        rows.Feed.objects.get_or_create(url=url, defaults={"next_poll": at})


def forget(url: str) -> None:
    """Asks a feed no more; what it brought stays.

    Raises:
        NotThereError: it is not watched.
    """
    if not rows.Feed.objects.filter(url=url).delete()[0]:
        raise NotThereError(f"{url}: is not watched (riwayat watch --list shows what is)")


def poll_due(
    fetcher: Fetcher,
    *,
    every: timedelta,
    only: Iterable[str] = (),
    eager: bool = False,
    engine: str = DEFAULT,
    jobs: int = 1,
    clock: Clock = now,
) -> Iterator[Polled]:
    """Asks each feed whose time has come, and adds what is new.

    Args:
        fetcher: fetches feeds and pages.
        every: how long a feed is left alone after it has answered.
        only: of these feeds only; of none named, of all.
        eager: also those whose time has not come, unless they are left alone after an error.
        engine: reads the pages.
        jobs: processes that read.
        clock: the time.
    """
    wanted = set(only)
    for feed in rows.Feed.objects.order_by("next_poll", "id"):
        due = feed.next_poll <= clock() or (eager and feed.failures == 0)
        if due and (not wanted or feed.url in wanted):
            yield _poll(feed, fetcher, every, engine, jobs, clock)


def watch(
    fetcher: Fetcher,
    *,
    every: timedelta,
    only: Iterable[str] = (),
    engine: str = DEFAULT,
    jobs: int = 1,
    clock: Clock = now,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Polled]:
    """Asks feeds whenever their time comes, for ever."""
    wanted = list(only)
    while True:
        yield from poll_due(fetcher, every=every, only=wanted, engine=engine, jobs=jobs, clock=clock)
        feeds = rows.Feed.objects.filter(url__in=wanted) if wanted else rows.Feed.objects.all()
        following = feeds.order_by("next_poll").first()
        wait = (following.next_poll - clock()).total_seconds() if following else every.total_seconds()
        sleep(max(1.0, min(wait, every.total_seconds())))


def _poll(
    feed: rows.Feed, fetcher: Fetcher, every: timedelta, engine: str, jobs: int, clock: Clock
) -> Polled:
    try:
        page, etag, modified = _fetched(feed, fetcher)
    except RiwayatError as error:
        return _backed_off(feed, error, every, clock)
    told = feed_from(page) if page else None
    if page is not None and told is None:
        return _backed_off(feed, UnreadableInput(f"{feed.url}: is no feed"), every, clock)
    entries = [entry.url for entry in told.entries if _is_new(entry)] if told else []
    again = [failure.source for failure in unresolved(via=feed.url, tries=_MOST_TRIES)]
    sources = list(dict.fromkeys([*entries, *again]))
    summary = add_pages(
        _pages(sources, fetcher),
        engine=engine,
        jobs=jobs if len(sources) > jobs else 1,
        clock=clock,
        via=feed.url,
    )
    # Only now: had we been stopped before, the feed would be asked again as if it had not answered.
    feed.title = (told.title if told else None) or feed.title
    feed.etag, feed.modified = etag, modified
    feed.next_poll, feed.failures, feed.last_error = clock() + every, 0, None
    feed.save()
    return Polled(feed.url, summary, changed=told is not None)


def _fetched(feed: rows.Feed, fetcher: Fetcher) -> tuple[Page | None, str | None, str | None]:
    """The feed, if it has changed, with what to ask it by the next time."""
    response = fetcher.get(feed.url, etag=feed.etag, last_modified=feed.modified)
    if response.status == 304:
        return None, feed.etag, feed.modified
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower() or None
    page = Page(response.body, url=response.url, media_type=kind, source=feed.url)
    return page, response.headers.get("etag"), response.headers.get("last-modified")


def _pages(sources: list[str], fetcher: Fetcher) -> Iterator[Page | Failure]:
    yield from pages(sources, fetcher=fetcher)


def _is_new(entry: Entry) -> bool:
    """Whether a page that a feed names was never fetched, or has changed since by the feed's word."""
    if rows.Failure.objects.filter(source=entry.url, resolved=None, tries__gte=_MOST_TRIES).exists():
        return False
    page = rows.Page.objects.filter(source=entry.url).order_by("-seen").first()
    return page is None or (entry.updated is not None and entry.updated > page.seen)


def _backed_off(feed: rows.Feed, error: RiwayatError, every: timedelta, clock: Clock) -> Polled:
    """Twice as long after each failure in a row, a day at most; as long as the site asks for, where it does."""
    feed.failures += 1
    wait = min(every * 2 ** min(feed.failures, 20), max(_LONGEST_BACK_OFF, every))
    asked = error.retry_after if isinstance(error, FetchError) else None
    if asked is not None:
        wait = max(timedelta(seconds=asked), every)
    feed.last_error = " ".join(str(error).split())
    feed.next_poll = clock() + wait
    feed.save()
    return Polled(feed.url, Summary(), error=feed.last_error)
