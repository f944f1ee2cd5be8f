"""`riwayat serve`: the site on this machine."""

from __future__ import annotations

import os

import click

from riwayat.cli.options import HELP, debug
from riwayat.errors import RiwayatError

__all__ = ["serve", "site_settings"]

_THREADS = 8


class PortTakenError(RiwayatError):
    """The site cannot listen there."""


@click.command(context_settings=HELP)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 takes a free one.",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen at; loopback is for you alone."
)
@click.option("--no-example", is_flag=True, help="Leave an empty chronicle empty.")
@debug
def serve(port: int, host: str, no_example: bool) -> None:
    """Show the chronicle in a browser.

    Serves the local chronicle until Ctrl-C. An empty one is first given the example story that ships with Riwayat:
    one clash, told by eight made-up reports in three languages.
    """
    site_settings()
    if not no_example:
        _add_example()
    from django.core.management import call_command

    call_command(
        "collectstatic",
        interactive=False,
        verbosity=0,
        ignore_patterns=["htmax*", "ext", "*-src*.js", "htmx-4*"],
    )
    from waitress.server import create_server

    from riwayat.web.wsgi import application

    try:
        server = create_server(application, host=host, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        raise PortTakenError(
            f"cannot listen at {host}:{port} ({error.strerror}); --port takes another"
        ) from error
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The chronicle is at http://{shown}:{server.effective_port}/ (Ctrl-C stops it)")
    if not _has_curators():
        click.echo("Nobody may mend it yet: riwayat curator NAME lets somebody sign in.")
    try:
        server.run()
    finally:
        server.close()


def site_settings() -> None:
    """Opens the store under the settings of the site."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "riwayat.web.settings"
    from riwayat.store.setup import open_store

    open_store()


def _has_curators() -> bool:
    from django.contrib.auth import get_user_model

    return bool(get_user_model().objects.filter(is_active=True).exists())


def _add_example() -> None:
    """The example story, where the chronicle is empty."""
    from riwayat.store.models import Report

    if Report.objects.exists():
        return
    from riwayat.examples import pages
    from riwayat.gather.inputs import pages as inputs
    from riwayat.store.batch import add_pages

    click.echo("The chronicle is empty: adding the example story …")
    add_pages(inputs([str(path) for path in pages("road")]), jobs=1)
