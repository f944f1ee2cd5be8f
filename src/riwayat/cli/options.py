"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final, TypeVar

import click

__all__ = ["HELP", "Duration", "debug", "debugging", "engine_option", "jobs_option", "screen_options"]

HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of every command."""

C = TypeVar("C", bound=Callable[..., Any])

_DEBUG = "riwayat.debug"
_UNITS: Final = {"": 60, "s": 1, "m": 60, "h": 3600, "d": 86400}


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


class Duration(click.ParamType[timedelta]):
    """`90s`, `15m`, `2h`, `1d`; a bare number is minutes."""

    name = "duration"

    def convert(
        self, value: str | timedelta, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """The time that the text says; else the command fails."""
        if isinstance(value, timedelta):
            return value
        found = re.fullmatch(r"(\d{1,6})([smhd]?)", value)
        if not found or int(found[1]) == 0:
            self.fail(f"{value!r} is no duration like 90s, 15m, 2h or 1d", param, ctx)
        return timedelta(seconds=int(found[1]) * _UNITS[found[2]])


class _EngineName(click.ParamType[str]):
    """The name of an engine; looked up when given, since loading engines takes time."""

    name = "engine"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from riwayat.reading.engines import names

        if value not in names():
            self.fail(f"{value!r} is not one of {', '.join(names())}", param, ctx)
        return value


engine_option = click.option(
    "--engine",
    type=_EngineName(),
    metavar="NAME",
    help="What marks names, attributions and events: rules, tagger, both, or one that another package brings. "
    "Default: rules.",
)
"""`--engine`, for commands that read reports."""


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that read. Default: one for each processor, two at most.",
)
"""`--jobs`, for commands that read many reports."""


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
