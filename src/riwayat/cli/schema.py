"""`riwayat schema`: the JSON Schemas of what `--json` prints."""

from __future__ import annotations

import click

from riwayat.cli.options import HELP, debug

__all__ = ["schema"]


@click.command(context_settings=HELP)
@click.argument("form", type=click.Choice(["reading", "happening", "copy"]), default="reading")
@debug
def schema(form: str) -> None:
    """Print the JSON Schema of a reading, a happening or a copy.

    It describes the object that `riwayat read --json` prints for one report, and every line that it
    prints for several; each line of `riwayat chronicle --json`; each line of `riwayat copies --json`
    (draft 2020-12).

    \b
    Examples:
      riwayat schema
      riwayat schema happening
    """
    import json

    from riwayat import contract
    from riwayat.told.contract import schema as schema_told

    body = contract.schema() if form == "reading" else schema_told("copy" if form == "copy" else "happening")
    click.echo(json.dumps(body, ensure_ascii=False, indent=2))
