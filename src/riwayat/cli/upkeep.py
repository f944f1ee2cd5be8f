"""`riwayat reread` and `riwayat remove`: readings made anew, reports taken out."""

from __future__ import annotations

import click

from riwayat.cli.options import HELP, debug, engine_option, jobs_option

__all__ = ["remove", "reread"]


@click.command(context_settings=HELP)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@jobs_option
@engine_option
@debug
def reread(as_json: bool, jobs: int | None, engine: str | None) -> int:
    """Read all kept pages again, and derive the chronicle anew.

    For a new version of Riwayat, another engine, or actors and places that were added. Judgements stay.
    """
    from riwayat.store.setup import open_store

    open_store()
    import json

    from riwayat.cli.add import progress_of
    from riwayat.reading.engines import DEFAULT
    from riwayat.store.models import Report
    from riwayat.store.readers import jobs_by_default
    from riwayat.store.rereading import reread as read_again

    with progress_of("reading again", Report.objects.count()) as step:
        done = read_again(engine=engine or DEFAULT, jobs=jobs or jobs_by_default(), step=step)
    if as_json:
        click.echo(json.dumps({"changed": done.changed, "same": done.same, "failed": done.failed}))
    else:
        failed = f", {done.failed} failed" if done.failed else ""
        click.echo(f"{done.changed} readings changed, {done.same} the same{failed}")
    return 1 if done.failed else 0


@click.command(context_settings=HELP)
@click.argument("report")
@click.option("--because", required=True, metavar="WHY", help="The reason, kept beside the tombstone.")
@click.option("--who", metavar="NAME", help="Who removes it. Default: your user name.")
@debug
def remove(report: str, because: str, who: str | None) -> int:
    """Remove a report with all that rests on it, from the kept pages too.

    REPORT is its id (or the first eight digits of it or more), its URL, or the path of its file. Its other versions
    go with it. What stays is a tombstone of digests, by which adding it again is refused;
    riwayat undo lifts it, and brings nothing back.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store import removal
    from riwayat.store.batch import now
    from riwayat.store.deriving import derive

    gone = removal.remove(report, because=because, now=now(), who=who)
    derive()
    versions = f" in {gone.reports} versions" if gone.reports > 1 else ""
    click.echo(
        f"removed{versions}, with {gone.pages} kept page{'s' if gone.pages != 1 else ''} (correction {gone.number})"
    )
    return 0
