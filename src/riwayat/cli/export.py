"""`riwayat export`: the chronicle in the forms of others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwayat.cli.asked import filters, open_filled_store, unmask_option, wanted_of
from riwayat.cli.options import HELP, debug
from riwayat.exports.names import NAMES

if TYPE_CHECKING:
    from riwayat.exports import Format
    from riwayat.exports.entry import Entry

__all__ = ["export"]


@click.command(context_settings=HELP)
@click.argument("form", metavar="FORMAT", type=click.Choice(NAMES))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write. Default: standard output.",
)
@filters
@unmask_option
@debug
def export(form: str, output: Path | None, unmask: bool, **asked: Any) -> int:
    """Write the chronicle, or what of it the options choose, for other programs.

    \b
    FORMAT is
      plover       events as JSON Lines, with the columns of POLECAT
      csv          a table with the columns of UCDP GED
      geojson      features on a map
      ftm          FollowTheMoney entities, as JSON Lines
      prov         by whose word, as PROV-JSON
      annotations  the words themselves, as W3C Web Annotations
      parquet      a table for duckdb, pandas, Spark (needs pyarrow)

    The same chronicle gives the same file, byte for byte. docs/exports.md says what each field means.

    \b
    Examples:
      riwayat export csv -o happenings.csv
      riwayat export geojson --place Idlib --from 2021-09-01 -o idlib.geojson
      riwayat export plover --least-origins 2 --as-of 2021-09-08 > events.jsonl
    """
    wanted = wanted_of(**asked, unmask=unmask)
    open_filled_store()
    from riwayat.exports import format_called
    from riwayat.exports.from_store import entries

    format_ = format_called(form)
    found = entries(wanted, unmask=unmask)
    if output is not None:
        count = _write_file(format_, found, output)
        click.echo(f"{output}: {count} {'happening' if count == 1 else 'happenings'}", err=True)
        return 0
    if form == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is no text to be shown: -o FILE")
    sys.stdout.flush()
    format_.write(found, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    return 0


def _write_file(format_: Format, found: Iterable[Entry], output: Path) -> int:
    """Writes beside the file first, so that what was there stays until all is written; how many entries."""
    from riwayat.cli.add import progress_of

    part = output.with_name(f"{output.name}.part")
    written = 0

    def counted() -> Iterator[Entry]:
        nonlocal written
        for entry in found:
            yield entry
            written += 1
            if step:
                step(written)

    try:
        with progress_of("exporting", None) as step, part.open("wb") as out:
            format_.write(counted(), out)
            out.flush()
            os.fsync(out.fileno())
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    return written
