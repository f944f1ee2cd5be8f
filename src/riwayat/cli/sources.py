"""`riwayat sources`: what rests on each narrator, and what became of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import click

from riwayat.cli.asked import as_of_option, open_filled_store, unmask_option
from riwayat.cli.options import HELP, debug, screen_options

__all__ = ["sources"]

_KINDS: Final = ("outlet", "agency", "person", "group", "official", "document")
_MOST: Final = 20


@click.command(context_settings=HELP)
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice(_KINDS), help="Without NAME: only narrators of this kind.")
@as_of_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    help=f"Most narrators, or most of each part. Default: all narrators, {_MOST} of each part; with --json all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@unmask_option
@screen_options
@debug
def sources(
    name: str | None,
    kind: str | None,
    as_of: date | None,
    limit: int | None,
    as_json: bool,
    unmask: bool,
    width: int | None,
    colour: bool | None,
) -> int:
    """Tell what rests on each narrator, and what became of it.

    For each origin that has a name, and each outlet: how many happenings rest on it; how many of them another
    independent origin of another side later asserted too; what is disputed; what it took back or corrected itself.
    By name, and without any rate or rank: these are counts of what was published, not of what is true.

    With NAME the record of one narrator, in whichever part of a chain it stands, with what is counted.

    \b
    Examples:
      riwayat sources
      riwayat sources --kind agency
      riwayat sources SANA --as-of 2021-09-08
      riwayat sources --json > sources.jsonl
    """
    if name and kind:
        raise click.UsageError("--kind goes without NAME")
    if not open_filled_store():
        return 1 if name else 0
    if name:
        return _one(name, as_of, limit, as_json=as_json, unmask=unmask, width=width, colour=colour)
    from riwayat.cli.screen import open_screen
    from riwayat.store.masks import Masks
    from riwayat.store.narrators import records
    from riwayat.told.contract import to_json

    found = [one for one in records(Masks(unmask=unmask), as_of=as_of) if kind in (None, one.kind)][:limit]
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            for one in found:
                screen.line(to_json(one))
        elif found:
            from riwayat.show.chronicle.record import record_list

            screen.show(partial(record_list, found))
    if not found:
        click.echo("riwayat: no narrators", err=True)
    return 0


def _one(
    name: str,
    as_of: date | None,
    limit: int | None,
    *,
    as_json: bool,
    unmask: bool,
    width: int | None,
    colour: bool | None,
) -> int:
    from riwayat.cli.screen import open_screen
    from riwayat.store.masks import Masks
    from riwayat.store.narrators import record_called
    from riwayat.store.reports import sources as reports_of
    from riwayat.store.reports import telling
    from riwayat.told.contract import to_json

    masks = Masks(unmask=unmask)
    found = record_called(name, masks, as_of=as_of)
    if found is None:
        raise click.ClickException(f"{name}: no happening rests on it" + (f" as of {as_of}" if as_of else ""))
    mask = masks.of(telling(one.happening for one in found.rests))
    if mask.text(found.name) != found.name:
        raise click.ClickException(
            f"{name} is a private person as far as the reports tell; --unmask tells of private people too"
        )
    found = mask.of(found)
    with open_screen(width=width, colour=colour) as screen:
        if as_json:
            screen.line(to_json(found, indent=2 if screen.terminal else None))
        else:
            from riwayat.show.chronicle.record import one_record

            cited = reports_of(one.report for one in found.withdrew)
            screen.show(partial(one_record, found, cited, most=limit or _MOST))
    return 0
