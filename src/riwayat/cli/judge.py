"""`riwayat judge` and `riwayat undo`: what a curator says about happenings, and takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, debug

if TYPE_CHECKING:
    from riwayat.model import Verdict

__all__ = ["judge", "undo"]


@click.command(context_settings=HELP)
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("a")
@click.argument("b")
@click.option("--because", required=True, metavar="WHY", help="The reason, for those who come after you.")
@click.option("--who", metavar="NAME", help="Who judges. Default: your user name.")
@debug
def judge(verdict: Verdict, a: str, b: str, because: str, who: str | None) -> int:
    """Say whether two happenings are the same.

    A and B are ids of happenings, or keys of accounts. What you say outlives every re-reading; riwayat undo takes
    it back.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store import judging
    from riwayat.store.batch import now
    from riwayat.store.deriving import derive

    row = judging.judge(verdict, a, b, because=because, now=now(), who=who)
    derive()
    where = [account.happening_id for account in (judging.account_named(a), judging.account_named(b))]
    outcome = f"both are in {where[0]}" if where[0] == where[1] else f"they are {where[0]} and {where[1]}"
    click.echo(f"correction {row.pk}: {verdict}; {outcome}")
    return 0


@click.command(context_settings=HELP)
@click.argument("correction", type=click.IntRange(min=1), required=False, metavar="[NUMBER]")
@click.option("--who", metavar="NAME", help="Who takes it back. Default: your user name.")
@debug
def undo(correction: int | None, who: str | None) -> int:
    """Take back what a curator said: the one with this NUMBER, or the last.

    Verdicts and corrections have numbers, as riwayat corrections lists them; what was said in one go is taken back
    together. It stays on record, with the time when it was taken back, and by whom. A report that was removed may be
    added again then, but comes back by that only.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.batch import now
    from riwayat.store.deriving import derive
    from riwayat.store.undoing import undo as take_back

    undone = take_back(correction, now=now(), who=who)
    derive()
    for row in undone.corrections:
        click.echo(f"correction {row.pk} undone: {row.what}, {row.because}")
    if undone.to_add_again:
        click.echo("The report is not back: its pages are gone. It may be added again now, with riwayat add.")
    return 0
