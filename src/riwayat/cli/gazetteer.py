"""`riwayat gazetteer`: add places of one's own, look places up."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, debug

if TYPE_CHECKING:
    from riwayat.world.places import Place

__all__ = ["gazetteer"]


@click.group(context_settings=HELP)
@debug
def gazetteer() -> None:
    """Add places of your own, and look places up.

    Every later reading knows the places that were added, beside those that ship with Riwayat.
    """


@gazetteer.command(context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@debug
def add(file: Path) -> int:
    """Add the places of FILE.

    FILE is a country file of GeoNames as downloaded (SY.zip, or SY.txt from inside it;
    https://download.geonames.org/export/dump/), or a CSV table of places. Adding a file of the same name
    again takes its place. A faulty file is refused as a whole.
    """
    from riwayat.world.gazetteer import Gazetteer
    from riwayat.world.own_places import add_places

    with _progress(file) as step:
        own = add_places(file, step)
    Gazetteer.shipped()
    click.echo(f"{own.name}: {_places(own.count)}")
    return 0


@gazetteer.command("list", context_settings=HELP)
@debug
def list_() -> int:
    """List the files of places that you added."""
    from riwayat.world.own_places import own_places

    found = own_places()
    for own in found:
        what = _places(own.count) if own.usable else "of another version of Riwayat; add the file again"
        click.echo(f"{own.name}  {what}  ({own.path})")
    if not found:
        click.echo("none added", err=True)
    return 0


@gazetteer.command(context_settings=HELP)
@click.argument("name")
@debug
def remove(name: str) -> int:
    """Forget the places that were added under NAME."""
    from riwayat.world.own_places import remove_places

    for own in remove_places(name):
        click.echo(f"{own.name}: {_places(own.count)} removed")
    return 0


@gazetteer.command(context_settings=HELP)
@click.argument("name")
@click.option("--country", metavar="CC", help="Only in this country, by its ISO 3166-1 code.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@debug
def find(name: str, country: str | None, as_json: bool) -> int:
    """Show the places called NAME, the most prominent first.

    Where no place is called so, those whose name may be another spelling of it, across scripts too.
    """
    from riwayat.world.gazetteer import Gazetteer

    places = Gazetteer.shipped()
    code = country.upper() if country else None
    found = [place for place in places.find(name) if code in (None, place.country)]
    found = found or places.find_near(name, {code} if code else None)
    if not found:
        raise click.ClickException(f"no place is called {name}{f' in {code}' if code else ''}")
    for place in found:
        click.echo(json.dumps(asdict(place), ensure_ascii=False) if as_json else _line(place))
    return 0


def _places(count: int) -> str:
    return f"{count} place" if count == 1 else f"{count} places"


def _line(place: Place) -> str:
    inside = ", ".join(part for part in (place.admin2, place.admin1, place.country) if part)
    facts = [
        place.precision,
        f"{place.population} people" if place.population else None,
        f"{place.lat:g} {place.lon:g}",
        f"GeoNames {place.geonames}" if place.geonames else place.source,
    ]
    return "  ".join(part for part in (place.name, inside, *facts) if part)


@contextmanager
def _progress(file: Path) -> Iterator[Callable[[int], None]]:
    """What is to be told of bytes read; whoever sits at a terminal sees a bar."""
    from riwayat.world.geonames import size

    if not sys.stderr.isatty() or file.suffix.lower() == ".csv":
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(file.name, total=size(file))
        yield lambda count: bar.advance(task, count)
