"""Where output goes: a terminal, a pipe or a file, with colour or without."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["Screen", "open_screen"]

PIPE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Screen:
    """A stream, its width in columns, and whether it shows colour."""

    stream: IO[str]
    width: int
    colour: bool
    terminal: bool
    """Whether a person sees the stream as it is written."""
    _console: Console

    def show(self, build: Callable[..., RenderableType]) -> None:
        """Write what `build(width=…, colour=…)` makes; without colour no line ends in spaces."""
        with self._console.capture() as capture:
            self._console.print(build(width=self.width, colour=self.colour))
        text = capture.get()
        if not self.colour:
            text = "".join(line.rstrip() + "\n" for line in text.splitlines())
        self.stream.write(text)

    def line(self, text: str = "") -> None:
        """Write a line as it is."""
        self.stream.write(text + "\n")


@contextmanager
def open_screen(
    output: Path | None = None, *, width: int | None = None, colour: bool | None = None
) -> Iterator[Screen]:
    """Standard output, or a file that is written as UTF-8.

    `colour` None decides by what the stream is and by `NO_COLOR` and `FORCE_COLOR`.

    Raises:
        OSError: the file cannot be written.
    """
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            # JSON is UTF-8 whatever the locale says, and so is text that goes into a file or a pipe.
            sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
        yield _screen(sys.stdout, width, colour)
    else:
        with output.open("w", encoding="utf-8") as stream:
            yield _screen(stream, width, colour)


def _screen(stream: IO[str], width: int | None, colour: bool | None) -> Screen:
    from rich.console import Console

    terminal = stream.isatty()
    fallback = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if stream is sys.stdout else PIPE_WIDTH
    width = width or fallback
    if colour is None:
        colour = Console(file=stream, width=width).color_system is not None and not _no_color()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    return Screen(stream, width, colour, terminal, console)


def _no_color() -> bool:
    import os

    return bool(os.environ.get("NO_COLOR"))
