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
    click.echo(f"judgement {row.pk}: {verdict}; {outcome}")
    return 0


@click.command(context_settings=HELP)
@click.argument("judgement", type=click.IntRange(min=1), required=False, metavar="[NUMBER]")
@click.option("--list", "listing", is_flag=True, help="List the judgements that stand.")
@debug
def undo(judgement: int | None, listing: bool) -> int:
    """Take a judgement back: the one with this NUMBER, or the last.

    It stays on record, with the time when it was taken back.
    """
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store import judging
    from riwayat.store.batch import now
    from riwayat.store.deriving import derive
    from riwayat.store.models import Judgement

    if listing:
        for row in Judgement.objects.filter(undone_at=None).order_by("id"):
            click.echo(
                f"{row.pk}  {row.verdict}  {row.a}  {row.b}  {row.who}, {row.at:%Y-%m-%d}: {row.because}"
            )
        return 0
    row = judging.undo(judgement, now=now())
    derive()
    click.echo(f"judgement {row.pk} undone: {row.verdict}, {row.because}")
    return 0
