"""`riwayat failures`: sources that gave no report, and why."""

from __future__ import annotations

import json

import click

from riwayat.cli.options import HELP, debug, engine_option

__all__ = ["failures"]


@click.command(context_settings=HELP)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--retry", is_flag=True, help="Try them all again, and print what came of it.")
@engine_option
@debug
def failures(as_json: bool, retry: bool, engine: str | None) -> int:
    """List the sources that gave no report, with the reason.

    One that has been added since is not listed any more.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.failures import unresolved

    standing = list(unresolved())
    if retry:
        from riwayat.cli.add import add_all
        from riwayat.gather.archives import INSIDE

        sources = tuple(dict.fromkeys(row.source.partition(INSIDE)[0] for row in standing))
        return add_all(sources, engine=engine, jobs=None, as_json=as_json)
    for row in standing:
        if as_json:
            told = {
                "source": row.source,
                "reason": row.reason,
                "via": row.via,
                "first": row.first.isoformat(),
                "last": row.last.isoformat(),
                "tries": row.tries,
            }
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            tries = f", tried {row.tries} times" if row.tries > 1 else ""
            reason = row.reason.removeprefix(f"{row.source}: ")
            click.echo(f"{row.source}\n    {reason} ({row.last:%Y-%m-%d %H:%M} UTC{tries})")
    if not standing and not as_json:
        click.echo("none", err=True)
    return 0
