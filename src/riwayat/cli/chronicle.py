"""`riwayat chronicle`: what happened, by how many independent origins."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Any

import click

from riwayat.cli.asked import filters, open_filled_store, unmask_option, wanted_of
from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["chronicle"]

_MOST = 50


@click.command(context_settings=HELP)
@filters
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    help=f"Most happenings. Default: {_MOST}; with --json all.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a line: see riwayat schema happening."
)
@unmask_option
@screen_options
@debug
def chronicle(
    limit: int | None, as_json: bool, unmask: bool, width: int | None, colour: bool | None, **asked: Any
) -> int:
    """List what happened, by day, and on how many independent origins it rests.

    Options narrow the list down; all of them must hold. A happening of which no report says when it took place
    comes last, and is found by the days of its reports. riwayat show ID tells one in full.

    \b
    Examples:
      riwayat chronicle --place Idlib --from 2021-09-01 --to 2021-09-30
      riwayat chronicle --disputed --least-origins 2
      riwayat chronicle --actor "White Helmets" --as-of 2021-09-08
      riwayat chronicle --json > chronicle.jsonl
    """
    from riwayat.cli.screen import open_screen

    wanted = wanted_of(**asked, unmask=unmask)
    if not open_filled_store():
        return 0
    from riwayat import told
    from riwayat.store.masks import Masks
    from riwayat.store.queries import happenings
    from riwayat.told.contract import to_json

    masks = Masks(unmask=unmask)
    found = happenings(wanted)
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            for one in islice(found, limit):
                screen.line(to_json(told.happening(one, masks.of(report.id for report in one.reports))))
            return 0
        most = limit or _MOST
        shown = [masks.of(report.id for report in one.reports).of(one) for one in islice(found, most)]
        if shown:
            from riwayat.show.chronicle.listing import listing

            screen.show(partial(listing, shown))
    if not shown:
        click.echo("riwayat: nothing in the chronicle fits", err=True)
    elif next(found, None) is not None:
        click.echo(f"riwayat: the first {most}; --limit shows more", err=True)
    return 0
