"""The command line: a thin shell over the library."""

from __future__ import annotations

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """Run `riwayat` with these arguments, or with those of the process, and exit."""
    from riwayat.cli.app import run

    raise SystemExit(run(arguments))
