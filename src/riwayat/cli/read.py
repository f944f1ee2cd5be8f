"""`riwayat read`: what reports say, and by whose word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, debug, debugging, engine_option, screen_options

if TYPE_CHECKING:
    from riwayat.cli.screen import Screen
    from riwayat.gather.inputs import Failure
    from riwayat.model import Reading
    from riwayat.show import Part

__all__ = ["read"]

_PARTS: tuple[Part, ...] = ("statements", "events", "people", "text")


@click.command(context_settings=HELP)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: see riwayat schema.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(_PARTS),
    help="Show only this part, below the head; may be given several times.",
)
@click.option("--no-text", is_flag=True, help="Leave out the report's text at the end.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to a file instead.",
)
@engine_option
@screen_options
@debug
def read(
    sources: tuple[str, ...],
    as_json: bool,
    only: tuple[str, ...],
    no_text: bool,
    output: Path | None,
    engine: str | None,
    width: int | None,
    colour: bool | None,
) -> int:
    """Read reports, and show what they say and by whose word.

    SOURCE is a file (text or HTML), a folder of such files, a URL, or - for standard input.
    One that cannot be read is named on standard error and the others are read all the same; the exit
    status is 1 then.

    With --json one report gives one JSON object, and several sources, or a folder, one object a line.

    \b
    Examples:
      riwayat read report.txt
      riwayat read --only events --width 60 report.html
      riwayat read --json folder/ > readings.jsonl
      curl -s https://news.example/story | riwayat read -
    """
    from riwayat.cli.screen import open_screen

    parts = [p for p in _PARTS if (not only or p in only) and not (no_text and p == "text")]
    with open_screen(output, width=width, colour=colour) as screen:
        if as_json:
            write = _json_writer(screen, indented=screen.terminal and _is_one_report(sources))
        else:
            write = _view_writer(screen, parts)
        return _read_all(sources, write, engine=engine, progress=not screen.terminal)


def _is_one_report(sources: tuple[str, ...]) -> bool:
    return len(sources) == 1 and not Path(sources[0]).is_dir()


def _json_writer(screen: Screen, *, indented: bool) -> Callable[[Reading], None]:
    from riwayat.contract import to_json
    from riwayat.languages import available
    from riwayat.show import unread

    def write(reading: Reading) -> None:
        screen.line(to_json(reading, indent=2 if indented else None))
        if reading.report.language not in available():
            title = reading.report.title or reading.report.id
            click.echo(f"riwayat: {title}: {unread(reading.report.language)}", err=True)

    return write


def _view_writer(screen: Screen, parts: list[Part]) -> Callable[[Reading], None]:
    from riwayat.show import view

    started = False

    def write(reading: Reading) -> None:
        nonlocal started
        if started:
            screen.line("\n" + "═" * min(screen.width, 132) + "\n")
        started = True
        screen.show(partial(view, reading, parts=parts))

    return write


def _read_all(
    sources: tuple[str, ...], write: Callable[[Reading], None], *, engine: str | None, progress: bool
) -> int:
    """Read and write every input; name those that cannot be read; the exit status."""
    from riwayat.cli.inputs import readings
    from riwayat.gather.inputs import Failure

    failures: list[str] = []
    total = 0
    for outcome in readings(sources, engine=engine, progress=progress, careful=not debugging()):
        total += 1
        if isinstance(outcome, Failure):
            failures.append(_line(outcome))
        else:
            write(outcome)
    if total > 1 and failures:
        click.echo(f"riwayat: {len(failures)} of {total} inputs could not be read:", err=True)
    for line in failures:
        click.echo(("  " if total > 1 else "riwayat: ") + line, err=True)
    return 1 if failures else 0


def _line(failure: Failure) -> str:
    """Why, in one line that names the input."""
    why = " ".join(str(failure.error).split())
    if failure.source == "-":
        return "standard input: " + why.removeprefix("-: ")
    return why if failure.source in why else f"{failure.source}: {why}"
