"""`riwayat schema`: the JSON Schema of what `riwayat read --json` prints."""

from __future__ import annotations

import click

from riwayat.cli.options import HELP, debug

__all__ = ["schema"]


@click.command(context_settings=HELP)
@debug
def schema() -> None:
    """Print the JSON Schema of a reading.

    It describes the object that `riwayat read --json` prints for one report, and every line that it
    prints for several (draft 2020-12).
    """
    from riwayat.contract import schema_json

    click.echo(schema_json())
