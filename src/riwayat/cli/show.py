"""`riwayat show`: one happening, from its origins through the outlets to the reports."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from riwayat.cli.asked import as_of_option, open_filled_store, unmask_option
from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["show"]


@click.command(context_settings=HELP)
@click.argument("happening")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a happening, with its tellings.")
@unmask_option
@screen_options
@debug
def show(
    happening: str, as_of: date | None, as_json: bool, unmask: bool, width: int | None, colour: bool | None
) -> int:
    """Show a happening: by whose word, through whom, in which words.

    HAPPENING is its id, as riwayat chronicle lists it; one that it had before it was joined to another will do.

    From each independent origin a tree leads through the outlets to the reports, each with the wording that shows
    the link and the sentence in its own language. Copies and translations stand under what they repeat; reports
    without an origin that can be named stand apart; what is disputed stands side by side.

    \b
    Examples:
      riwayat show hd135b8b33d26
      riwayat show hd135b8b33d26 --as-of 2021-09-08
      riwayat show hd135b8b33d26 --json
    """
    if not open_filled_store():
        return 1
    from riwayat.cli.screen import open_screen
    from riwayat.store.masks import Masks
    from riwayat.store.telling import in_full

    found = in_full(happening, as_of=as_of)
    mask = Masks(unmask=unmask).of(found.sources)
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            from riwayat import told
            from riwayat.told.contract import to_json
            from riwayat.told.tellings import in_full as as_form

            form = as_form(told.happening(found.happening, mask), found.tellings, mask)
            screen.line(to_json(form, indent=2 if screen.terminal else None))
            return 0
        from riwayat.show.chronicle.happening import Shown
        from riwayat.show.chronicle.happening import happening as view

        value = mask.of(found.happening)
        shown = Shown(value, mask.of(found.tellings), {s.id: s for s in value.reports}, as_of)
        screen.show(partial(view, shown))
    return 0
