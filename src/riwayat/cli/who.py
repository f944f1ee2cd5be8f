"""`riwayat who`: what the reports tell of somebody."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from riwayat.cli.asked import as_of_option, open_filled_store, unmask_option
from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["who"]

_MOST = 10


@click.command(context_settings=HELP)
@click.argument("name")
@as_of_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=_MOST,
    show_default=True,
    metavar="N",
    help="Most of each part, the latest; with --json all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@unmask_option
@screen_options
@debug
def who(
    name: str,
    as_of: date | None,
    limit: int,
    as_json: bool,
    unmask: bool,
    width: int | None,
    colour: bool | None,
) -> int:
    """Tell of a person, group or outlet what the reports tell.

    All its names in all spellings, who belongs to whom over time, what it did and what was done to it, what it said
    and what was said of it. NAME is a name in any script and spelling, or a part of it.

    Of private people nothing is told without --unmask.

    \b
    Examples:
      riwayat who "White Helmets"
      riwayat who "رامي عبد الرحمن"
      riwayat who SOHR --as-of 2021-09-08 --json
    """
    if not open_filled_store():
        return 1
    from riwayat.cli.screen import open_screen
    from riwayat.store.identity import identity
    from riwayat.store.masks import Masks
    from riwayat.store.people import who as told_of

    masks = Masks(unmask=unmask)
    found = told_of(identity(name, masks), as_of=as_of)
    if not found.names:
        raise click.ClickException(f"{name}: nothing could be known on {as_of}")
    if found.kind == "person" and found.public is not True and not unmask:
        raise click.ClickException(
            f"{name} is a private person as far as the reports tell; --unmask tells of private people too"
        )
    found = masks.of(found.reports).of(found)
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            from riwayat.told.contract import to_json

            screen.line(to_json(found, indent=2 if screen.terminal else None))
        else:
            from riwayat.show.chronicle.person import person

            screen.show(partial(person, found, most=limit))
    return 0
