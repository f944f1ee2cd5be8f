"""`riwayat watch`: feeds asked again and again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, Duration, debug, engine_option, jobs_option

if TYPE_CHECKING:
    from riwayat.store.watching import Polled

__all__ = ["watch"]


@click.command(context_settings=HELP)
@click.argument("feeds", nargs=-1, metavar="[FEED]...")
@click.option(
    "--every",
    type=Duration(),
    default="15m",
    show_default=True,
    metavar="TIME",
    help="How long a feed is left alone after it has answered: 90s, 15m, 2h, 1d.",
)
@click.option("--once", is_flag=True, help="Ask each feed once and stop.")
@click.option("--list", "listing", is_flag=True, help="List the feeds that are watched.")
@click.option("--forget", metavar="FEED", help="Watch this feed no more.")
@click.option(
    "--contact", metavar="ADDRESS", help="Where the owner of a site learns who fetches (URL or mail)."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@jobs_option
@engine_option
@debug
def watch(
    feeds: tuple[str, ...],
    every: timedelta,
    once: bool,
    listing: bool,
    forget: str | None,
    contact: str | None,
    as_json: bool,
    jobs: int | None,
    engine: str | None,
) -> int:
    """Ask feeds for what is new, and add it.

    FEED is the address of an RSS, Atom or JSON feed. Feeds are remembered: without FEED all of them are asked.
    A feed that has not changed is not sent again; one that fails is left alone for longer each time, or as long
    as it says.

    \b
    Examples:
      riwayat watch https://news.example/rss --every 30m
      riwayat watch --once
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.gather.fetch import CONTACT, Fetcher, Limits
    from riwayat.reading.engines import DEFAULT
    from riwayat.store import watching
    from riwayat.store.batch import now
    from riwayat.store.readers import jobs_by_default

    if forget is not None:
        watching.forget(forget)
        click.echo(f"{forget}: watched no more")
        return 0
    if listing:
        _list(as_json=as_json)
        return 0
    watching.follow(feeds, at=now())
    failed = False
    # A site that is busy is left alone until its time comes, and the other feeds are asked meanwhile.
    with Fetcher(contact=contact or CONTACT, limits=Limits(retries=0)) as fetcher:
        jobs = jobs or jobs_by_default()
        name = engine or DEFAULT
        if once:
            polled = watching.poll_due(fetcher, every=every, only=feeds, eager=True, engine=name, jobs=jobs)
        else:
            polled = watching.watch(fetcher, every=every, only=feeds, engine=name, jobs=jobs)
        for outcome in polled:
            _say(outcome, as_json=as_json)
            failed = failed or outcome.error is not None
    return 1 if failed else 0


def _say(polled: Polled, *, as_json: bool) -> None:
    summary = polled.summary
    counts = {"added": summary.added, "versions": summary.versions, "failed": summary.failed}
    if as_json:
        told = {"feed": polled.url, "changed": polled.changed, "error": polled.error, **counts}
        click.echo(json.dumps(told, ensure_ascii=False))
    elif polled.error is not None:
        click.echo(f"riwayat: {polled.error}", err=True)
    else:
        parts = [f"{count} {what}" for what, count in counts.items() if count]
        click.echo(f"{polled.url}: {', '.join(parts) or ('nothing new' if polled.changed else 'unchanged')}")


def _list(*, as_json: bool) -> None:
    from riwayat.store.models import Feed

    for feed in Feed.objects.order_by("url"):
        if as_json:
            told = {
                "url": feed.url,
                "title": feed.title,
                "next": feed.next_poll.isoformat(),
                "failures": feed.failures,
                "error": feed.last_error,
            }
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            title = f"  {feed.title}" if feed.title else ""
            error = f"\n    failed {feed.failures} times: {feed.last_error}" if feed.failures else ""
            click.echo(f"{feed.url}{title}  (next {feed.next_poll:%Y-%m-%d %H:%M} UTC){error}")
