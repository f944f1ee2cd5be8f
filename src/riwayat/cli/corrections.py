"""`riwayat corrections`: what curators said, who, when and why."""

from __future__ import annotations

import click

from riwayat.cli.options import HELP, debug

__all__ = ["corrections"]


@click.command(context_settings=HELP)
@click.option("--all", "every", is_flag=True, help="Those that were taken back, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@debug
def corrections(every: bool, as_json: bool) -> int:
    """List what curators said: who, when, why, and what became of it.

    For the eyes of curators: names are not masked. What rests on words that are gone is marked as such.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.corrections import listed
    from riwayat.told.contract import to_json

    for one in listed(undone=every):
        if as_json:
            click.echo(to_json(one))
            continue
        what = f"{one.what} of {one.about}" if one.subject != "report" else f"{one.about} {one.what}"
        value = f" is {one.value or 'nothing'}" if one.subject != "report" else ""
        state = f"  undone by {one.undone_by}, {one.undone_at[:10]}" if one.undone_at else ""
        state += "  rests on words that are gone" if one.gone else ""
        click.echo(f"{one.number}  {what}{value}  {one.who}, {one.at[:10]}: {one.because}{state}")
    return 0
