"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["HELP", "debug", "debugging", "screen_options"]

HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of every command."""

C = TypeVar("C", bound=Callable[..., Any])

_DEBUG = "riwayat.debug"


def _remember(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.find_root().meta[_DEBUG] = True


debug = click.option(
    "--debug",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_remember,
    help="Show where in the program an error arose.",
)
"""An option of every command; see `debugging`."""


def debugging() -> bool:
    """Whether the command that runs was given `--debug`."""
    return bool(click.get_current_context().find_root().meta.get(_DEBUG))


def screen_options(command: C) -> C:
    """`--width` and `--color/--no-color`."""
    command = click.option(
        "--color/--no-color",
        "colour",
        default=None,
        help="Colour or none. Default: colour on a terminal, unless NO_COLOR is set.",
    )(command)
    return click.option(
        "--width",
        type=click.IntRange(20, 400),
        metavar="COLUMNS",
        help="Columns to fill. Default: the terminal's; 100 into a pipe or file.",
    )(command)
