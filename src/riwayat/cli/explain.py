"""`riwayat explain`: why a happening is what it is."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from riwayat.cli.asked import as_of_option, open_filled_store, unmask_option
from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["explain"]

_MOST = 20


@click.command(context_settings=HELP)
@click.argument("happening")
@as_of_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=_MOST,
    show_default=True,
    metavar="N",
    help="Most joins, and most refusals; with --json all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@unmask_option
@screen_options
@debug
def explain(
    happening: str,
    as_of: date | None,
    limit: int,
    as_json: bool,
    unmask: bool,
    width: int | None,
    colour: bool | None,
) -> int:
    """Say why a happening is what it is.

    HAPPENING is its id, as riwayat chronicle lists it.

    Every fold of two tellings into one origin stands with its reason and evidence; every two reports that were
    joined into this happening, or were not, with the points for and against; and what curators judged.
    riwayat judge same|different overrules the points.

    \b
    Examples:
      riwayat explain hd135b8b33d26
      riwayat explain hd135b8b33d26 --json
    """
    if not open_filled_store():
        return 1
    from riwayat.cli.screen import open_screen
    from riwayat.store.explaining import explained
    from riwayat.store.masks import Masks
    from riwayat.store.reports import sources
    from riwayat.store.telling import in_full

    found = in_full(happening, as_of=as_of)
    why = explained(found, as_of=as_of)
    reports = {*found.sources, *(account.report for join in why.joins for account in (join.a, join.b))}
    mask = Masks(unmask=unmask).of(sorted(reports))
    why = mask.of(why)
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            from riwayat.told.contract import to_json

            screen.line(to_json(why, indent=2 if screen.terminal else None))
            return 0
        from riwayat.show.chronicle.explaining import explaining
        from riwayat.show.chronicle.happening import Shown

        shown = Shown(mask.of(found.happening), (), {}, as_of)
        screen.show(partial(explaining, shown, why, sources(reports), most=limit))
    return 0
