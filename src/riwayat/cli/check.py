"""`riwayat check`: whether everything that the site and its mails need is set up."""

from __future__ import annotations

import click

from riwayat.cli.options import HELP, debug

__all__ = ["check"]


@click.command(context_settings=HELP)
@debug
def check() -> int:
    """Say of settings, store, mail, HTTPS and DKIM whether they are set up.

    A line each: `ok`, `off` (works without; the line says what is missing then) or `wrong`, which makes the exit
    status 1.
    """
    from riwayat.cli.serve import site_settings

    site_settings()
    from riwayat.following.checking import findings

    found = list(findings())
    for one in found:
        click.echo(f"{one.about:<9} {one.state:<6} {one.words}")
    return 1 if any(one.state == "wrong" for one in found) else 0
