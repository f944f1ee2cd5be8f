"""`riwayat copies`: which reports repeat which."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, get_args

import click

from riwayat.cli.asked import as_of_option, open_filled_store, unmask_option
from riwayat.cli.options import HELP, debug, screen_options
from riwayat.model import CopyManner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from riwayat.model import Copy

__all__ = ["copies"]

_MOST = 20


@click.command(context_settings=HELP)
@click.argument("report", required=False)
@click.option("--how", type=click.Choice(get_args(CopyManner)), help="Only copies made in this manner.")
@click.option(
    "--credited/--uncredited", default=None, help="Only those that name where they took it, or do not."
)
@as_of_option
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", help=f"Most copies. Default: {_MOST}; with --json all."
)
@click.option("--no-sentences", is_flag=True, help="Leave out the sentences.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a line: see riwayat schema copy."
)
@unmask_option
@screen_options
@debug
def copies(
    report: str | None,
    how: str | None,
    credited: bool | None,
    as_of: date | None,
    limit: int | None,
    no_sentences: bool,
    as_json: bool,
    unmask: bool,
    width: int | None,
    colour: bool | None,
) -> int:
    """List which reports repeat which: word for word, edited, translated, retold.

    With REPORT only those that it takes part in: its id (or the first eight digits of it or more), its URL, the
    name of its file, or its outlet.

    Each copy stands above the report that it repeats, its sentences on the left beside those that they repeat, with
    their likeness from 0 to 1.

    \b
    Examples:
      riwayat copies
      riwayat copies --how translation --uncredited
      riwayat copies "Levant Wire" --no-sentences
      riwayat copies --json > copies.jsonl
    """
    if not open_filled_store():
        return 0
    from riwayat.cli.screen import open_screen
    from riwayat.store.masks import Masks
    from riwayat.store.reports import copies_standing, reports_called, sources
    from riwayat.told.contract import to_json

    among = reports_called(report) if report else None

    def fitting() -> Iterator[Copy]:
        for one in copies_standing(as_of):
            if (
                (among is None or one.report in among or one.of in among)
                and how in (None, one.how)
                and credited in (None, one.credited)
            ):
                yield masks.of((one.report, one.of)).of(one)

    masks = Masks(unmask=unmask)
    found = fitting()
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            for one in islice(found, limit):
                screen.line(to_json(one))
            return 0
        shown = list(islice(found, limit or _MOST))
        if shown:
            from riwayat.show.chronicle.copying import copying

            keys = {key for one in shown for key in (one.report, one.of)}
            screen.show(partial(copying, shown, sources(keys), sentences=not no_sentences))
    if not shown:
        click.echo("riwayat: no copies", err=True)
    elif next(found, None) is not None:
        click.echo(f"riwayat: the first {len(shown)}; --limit shows more", err=True)
    return 0
