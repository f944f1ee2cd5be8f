"""`riwayat add`: reports taken into the chronicle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, debug, engine_option, jobs_option

if TYPE_CHECKING:
    from riwayat.store.batch import Step, Summary

__all__ = ["add", "add_all", "progress_of", "say_summary"]


@click.command(context_settings=HELP)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@jobs_option
@engine_option
@debug
def add(sources: tuple[str, ...], as_json: bool, jobs: int | None, engine: str | None) -> int:
    """Add reports to the chronicle.

    SOURCE is a file (text or HTML), a web archive (.warc, .warc.gz), a folder of these, a URL, a feed (RSS, Atom or
    JSON, by path or URL: the pages it names are fetched), or - for standard input.
    Each page is kept as it came. What is there already is not added again, and a page that has changed becomes
    a new version of its report. One that gives no report does not stop the others: riwayat failures lists them;
    the exit status is 1 then.

    What is interrupted, however rudely, goes on where it stopped when the same command is given again.

    \b
    Examples:
      riwayat add report.html
      riwayat add folder/ https://news.example/story
      riwayat add crawl.warc.gz https://news.example/rss
    """
    from riwayat.store.setup import open_store

    open_store()
    return add_all(sources, engine=engine, jobs=jobs, as_json=as_json)


def add_all(sources: tuple[str, ...], *, engine: str | None, jobs: int | None, as_json: bool) -> int:
    """Adds what the sources name, with a progress bar, and prints the summary; the exit status."""
    from riwayat.gather.inputs import pages
    from riwayat.reading.engines import DEFAULT
    from riwayat.store.batch import add_pages, now
    from riwayat.store.failures import gone_through
    from riwayat.store.readers import jobs_by_default

    found = pages(sources, collections=True)
    with gone_through(sources, now), progress_of("adding", len(found)) as step:
        summary = add_pages(found, engine=engine or DEFAULT, jobs=jobs or jobs_by_default(), step=step)
    say_summary(summary, as_json=as_json)
    return 1 if summary.failed else 0


@contextmanager
def progress_of(what: str, total: int | None) -> Iterator[Step | None]:
    """A progress bar on a terminal; nothing elsewhere."""
    from riwayat.cli.progress import progress_bar

    if not sys.stderr.isatty():
        yield None
        return
    with progress_bar() as bar:
        task = bar.add_task(what, total=total)

        def step(done: int) -> None:
            # Archives and feeds hold more than was named.
            bar.update(task, completed=done, total=None if total is None else max(total, done))

        yield step


def say_summary(summary: Summary, *, as_json: bool) -> None:
    """The summary on standard output, and what failed on standard error."""
    if as_json:
        import json

        counts = {name: getattr(summary, name) for name in ("added", "versions", "known", "failed")}
        failures = [{"source": f.source, "reason": str(f.error)} for f in summary.failures]
        click.echo(json.dumps({**counts, "failures": failures}, ensure_ascii=False))
        return
    parts = [f"{summary.added} added"]
    parts += [f"{summary.versions} new versions"] if summary.versions else []
    parts += [f"{summary.known} known already"] if summary.known else []
    parts += [f"{summary.failed} failed"] if summary.failed else []
    click.echo(", ".join(parts))
    for failure in summary.failures:
        why = " ".join(str(failure.error).split())
        click.echo("riwayat: " + (why if failure.source in why else f"{failure.source}: {why}"), err=True)
    if summary.failed > len(summary.failures):
        more = summary.failed - len(summary.failures)
        click.echo(f"riwayat: and {more} more; riwayat failures lists all", err=True)
