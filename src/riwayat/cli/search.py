"""`riwayat search`: reports by their words."""

from __future__ import annotations

import json

import click

from riwayat.cli.asked import unmask_option
from riwayat.cli.options import HELP, debug

__all__ = ["search"]


@click.command(context_settings=HELP)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most reports.")
@unmask_option
@debug
def search(words: tuple[str, ...], as_json: bool, limit: int, unmask: bool) -> int:
    """Find reports that hold all WORDS, the best first.

    Case, diacritics and the ways of writing Arabic letters make no difference. Words in double quotes (quote them
    for your shell too) stand together.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.finding import find
    from riwayat.store.masks import Masks

    found = False
    for hit in find(" ".join(words), Masks(unmask=unmask), most=limit, unmasked=unmask):
        found = True
        if as_json:
            click.echo(json.dumps(hit.as_json(), ensure_ascii=False))
            continue
        head = [hit.outlet or "?", hit.published or "undated", hit.language]
        click.echo(
            f"{hit.title or '(no title)'}  ({', '.join(head)})\n    {hit.snippet}\n    {hit.address}  {hit.id[:19]}"
        )
    if not found:
        click.echo("nothing found", err=True)
    return 0
