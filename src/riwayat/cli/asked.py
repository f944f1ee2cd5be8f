"""What one may ask of the chronicle: options that the commands which tell of it share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

import click

from riwayat.model import EventType

if TYPE_CHECKING:
    from riwayat.store.queries import Wanted

__all__ = ["Day", "as_of_option", "filters", "open_filled_store", "unmask_option", "wanted_of"]

C = TypeVar("C", bound=Callable[..., Any])

_TYPES: Final = get_args(EventType)


class Day(click.ParamType[date]):
    """A day, as `2021-06-13`."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the text names."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day like 2021-06-13", param, ctx)


as_of_option = click.option(
    "--as-of",
    type=Day(),
    metavar="DAY",
    help="As it could be known on this day: by what had been published by then.",
)
"""`--as-of`, of every command that tells of the chronicle."""

unmask_option = click.option(
    "--unmask",
    is_flag=True,
    help="Name private people too, and find them by name: for your own eyes. Default: [a person] stands in place "
    "of their names.",
)
"""`--unmask`, of every command that shows words of reports."""

_FILTERS: Final = (
    click.option("--from", "since", type=Day(), metavar="DAY", help="What happened on this day or later."),
    click.option("--to", "until", type=Day(), metavar="DAY", help="What happened on this day or before."),
    click.option("--place", metavar="NAME", help="A place, or a country (name or code, SY)."),
    click.option("--actor", metavar="NAME", help="Who did it or to whom it was done: a name or part of it."),
    click.option(
        "--type",
        "type_",
        type=click.Choice(_TYPES, case_sensitive=False),
        metavar="TYPE",
        help=f"PLOVER type: {', '.join(_TYPES).lower()}.",
    ),
    click.option("--outlet", metavar="NAME", help="Name or domain of an outlet that tells it."),
    click.option(
        "--least-origins",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="With so many independent origins at least.",
    ),
    click.option("--disputed/--undisputed", default=None, help="Only what is disputed, or what is not."),
    click.option("--search", "words", metavar="WORDS", help="Told by a report that holds all these words."),
    as_of_option,
)


def filters(command: C) -> C:
    """The options that choose happenings; `wanted_of` takes what they give."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def wanted_of(
    *,
    since: date | None,
    until: date | None,
    place: str | None,
    actor: str | None,
    type_: str | None,
    outlet: str | None,
    least_origins: int,
    disputed: bool | None,
    words: str | None,
    as_of: date | None,
    unmask: bool,
) -> Wanted:
    """What the options of `filters` ask for.

    Raises:
        click.UsageError: they contradict each other.
    """
    from riwayat.store.setup import make_ready

    make_ready()
    from riwayat.store.queries import Wanted

    if since and until and since > until:
        raise click.UsageError(f"--from {since} is later than --to {until}")
    return Wanted(
        since=since,
        until=until,
        place=place,
        actor=actor,
        type=type_,
        outlet=outlet,
        least_origins=least_origins,
        disputed=disputed,
        words=words,
        as_of=as_of,
        unmasked=unmask,
    )


def open_filled_store() -> bool:
    """Opens the store; says how to fill it where nothing has been added yet, and returns whether something has."""
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.reports import any_reports

    filled = any_reports()
    if not filled:
        click.echo("riwayat: the chronicle is empty; riwayat add SOURCE... adds reports to it", err=True)
    return filled
