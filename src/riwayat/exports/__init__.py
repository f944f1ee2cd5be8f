"""The chronicle in the forms of others: one module for each, all with the same few names.

A form is a module of this package with a `ENDING` for files, `FIELDS` (what each field of it means, and what
`docs/exports.md` says) and `write(entries, out)`.  The same entries give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from riwayat.exports.names import NAMES

if TYPE_CHECKING:
    from riwayat.exports.entry import Entry

__all__ = ["NAMES", "Format", "format_called"]


class Format(Protocol):
    """What every module of a form holds."""

    @property
    def ENDING(self) -> str:  # noqa: N802  a constant of a module
        """How names of its files end, with the dot."""

    @property
    def FIELDS(self) -> Mapping[str, str]:  # noqa: N802
        """What each field means, in order; `a.b` is the field `b` within `a`."""

    def write(self, entries: Iterable[Entry], out: BinaryIO) -> None:
        """Writes the entries, one after the other."""


def format_called(name: str) -> Format:
    """The form with this name, one of `NAMES`."""
    return cast(Format, import_module(f"riwayat.exports.{name}"))
