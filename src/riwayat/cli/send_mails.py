"""`riwayat send-mails`: whoever follows something is told what is new."""

from __future__ import annotations

import time
from datetime import timedelta

import click

from riwayat.cli.options import HELP, Duration, debug

__all__ = ["send_mails"]


@click.command("send-mails", context_settings=HELP)
@click.option(
    "--every",
    type=Duration(),
    metavar="TIME",
    help="Go on until Ctrl-C, and look again after this time: 90s, 15m, 2h, 1d.",
)
@debug
def send_mails(every: timedelta | None) -> None:
    """Send what is new to those who follow it.

    One run, for a timer; or one after the other with --every. Nothing is sent twice, also if runs overlap or are
    interrupted. Without RIWAYAT_SMTP mails are printed; `riwayat check` tells what is set up.

    \b
    Examples:
      riwayat send-mails
      riwayat send-mails --every 5m
    """
    from riwayat.cli.serve import site_settings

    site_settings()
    from riwayat.errors import RiwayatError

    while True:
        try:
            _run()
        except RiwayatError as error:
            if every is None:
                raise
            click.echo(f"riwayat: {error}", err=True)
        if every is None:
            return
        time.sleep(every.total_seconds())


def _run() -> None:
    from riwayat.following.delivery import way
    from riwayat.following.sending import send
    from riwayat.following.subscribing import forget_unconfirmed
    from riwayat.store.batch import now
    from riwayat.store.deriving import derive

    derive()  # nobody is told of a chronicle that is half worked out
    forget_unconfirmed(now())
    with way() as server:
        run = send(server, now=now())
    parts = [
        f"{run.sent} sent",
        run.later and f"{run.later} to be tried again",
        run.refused and f"{run.refused} refused",
        run.paused and f"{run.paused} paused after refusals",
        run.unknown and f"{run.unknown} that may not have arrived (interrupted on the way)",
    ]
    click.echo(", ".join(str(part) for part in parts if part), err=True)
