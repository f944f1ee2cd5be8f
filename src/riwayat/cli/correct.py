"""`riwayat correct`: what a curator says that a reading should have said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, get_args

import click

from riwayat.cli.options import HELP, debug
from riwayat.model import EventType, Granularity, Modality

__all__ = ["correct"]

C = TypeVar("C", bound=Callable[..., Any])
_KINDS: Final = ("person", "group", "place", "outlet")

_kind = click.option(
    "--kind", type=click.Choice(_KINDS), help="What is called so, where several sorts of thing are."
)


def _said(command: C) -> C:
    """The options that every correction has."""
    command = click.option("--json", "as_json", is_flag=True, help="Print what was written down as JSON.")(
        command
    )
    command = click.option("--who", metavar="NAME", help="Who corrects. Default: your user name.")(command)
    command = click.option(
        "--because", required=True, metavar="WHY", help="The reason, for those who come after you."
    )(command)
    return debug(command)


@click.group(context_settings=HELP)
def correct() -> None:
    """Correct what was read: events, chains, names.

    A correction rests on the words of a report, so it is kept when reports are read anew, or change around these
    words. riwayat corrections lists them, riwayat undo takes them back.
    """


@correct.command(context_settings=HELP)
@click.argument("accounts", nargs=-1, required=True, metavar="ACCOUNT...")
@click.option(
    "--type", "type_", type=click.Choice(get_args(EventType), case_sensitive=False), help="PLOVER type."
)
@click.option("--mode", metavar="MODE", help="PLOVER mode.")
@click.option("--modality", type=click.Choice(get_args(Modality)), help="How sure the report is of it.")
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Who did it, as the report has it.")
@click.option("--no-actors", is_flag=True, help="Nobody is said to have done it.")
@click.option("--recipient", "recipients", multiple=True, metavar="NAME", help="To whom it was done.")
@click.option("--no-recipients", is_flag=True, help="Nobody is said to have suffered it.")
@click.option("--place", metavar="NAME", help="Where, by a name that the gazetteer knows.")
@click.option("--geonames", type=int, metavar="NUMBER", help="Which place of that name.")
@click.option("--no-place", is_flag=True, help="No place is told.")
@click.option("--time", metavar="START[/END]", help="When: 2021-06-12, or 2021-06-12T18:00/2021-06-13T06:00.")
@click.option(
    "--granularity", type=click.Choice(get_args(Granularity)), help="How fine the wording of it is."
)
@click.option("--no-time", is_flag=True, help="No time is told.")
@click.option(
    "--figure",
    "figures",
    multiple=True,
    metavar="FIGURE",
    help='How many: "killed 3-5: three to five people died".',
)
@click.option("--no-figures", is_flag=True, help="No figures are told.")
@click.option("--no-event", is_flag=True, help="The words tell of no event at all.")
@_said
def event(accounts: tuple[str, ...], because: str, who: str | None, as_json: bool, **asked: Any) -> int:
    """Correct what reports tell of an event.

    ACCOUNT is the key of an account, as riwayat explain names it, or the id of a happening, for the account that it
    began with. What is said is said of each. Words must stand in the report: nothing enters the chronicle without.

    \b
    Examples:
      riwayat correct event hd135b8b33d26 --place Idlib --because "the camp, not the village"
      riwayat correct event hd135b8b33d26 --no-event --because "a football match"
    """
    from riwayat.cli.asked import open_filled_store

    if not open_filled_store():
        return 1
    from riwayat.store.correcting import correct_event

    return _tell(correct_event(accounts, _changes(asked), _by(because, who)), as_json)


@correct.command(context_settings=HELP)
@click.argument("report")
@click.option("--words", required=True, metavar="QUOTE", help="The words, exactly as the report has them.")
@click.option(
    "--chain", required=True, metavar="CHAIN", help="The narrators, with < between and their kind before."
)
@_said
def chain(report: str, words: str, chain: str, because: str, who: str | None, as_json: bool) -> int:
    """Correct by whose word something is told.

    REPORT is its id (eight digits of it or more), its URL, or the path of its file. The chain begins with the outlet
    that publishes it and ends with the origin.

    \b
    Example:
      riwayat correct chain 1f0c22ab --words "five people were killed" \\
        --chain "outlet: Kabar Lembah < agency: Antara < witness: a shopkeeper" --because "he told Antara"
    """
    from riwayat.cli.asked import open_filled_store

    if not open_filled_store():
        return 1
    from riwayat.chronicle.correcting.typed import chain_of
    from riwayat.store.correcting import correct_chain
    from riwayat.store.removal import report_named

    return _tell(correct_chain(report_named(report), words, chain_of(chain), _by(because, who)), as_json)


@correct.command(context_settings=HELP)
@click.argument("name")
@_kind
@click.option(
    "--report", metavar="REPORT", help="In this report only, by its id, URL or file. Default: in all."
)
@click.option("--to", "new", metavar="NEW", help="What it is called.")
@click.option("--is-a", type=click.Choice(_KINDS), help="What it is.")
@click.option("--known-as", metavar="ID", help="Identifier of the known actor that it is.")
@click.option("--not-known", is_flag=True, help="It is no known actor.")
@click.option("--place", metavar="NAME", help="Of a place: where it is, by a name that the gazetteer knows.")
@click.option("--geonames", type=int, metavar="NUMBER", help="Which place of that name.")
@click.option("--no-place", is_flag=True, help="Of a place: it is not known where it is.")
@_said
def name(
    name: str, kind: Any, report: str | None, because: str, who: str | None, as_json: bool, **asked: Any
) -> int:
    """Correct a name, what it is a name of, and who that is known as.

    \b
    Example:
      riwayat correct name "Abu Jabar" --to "Abu Jabir" --because "a misprint"
    """
    return _of_name(name, kind, report, _name_changes(asked), because, who, as_json)


@correct.command(context_settings=HELP)
@click.argument("name")
@click.option("--report", metavar="REPORT", help="In this report only. Default: in all.")
@_said
def mask(name: str, report: str | None, because: str, who: str | None, as_json: bool) -> int:
    """Hide a person's name from everybody but curators."""
    return _of_name(name, "person", report, {"public": False}, because, who, as_json)


@correct.command(context_settings=HELP)
@click.argument("name")
@click.option("--report", metavar="REPORT", help="In this report only. Default: in all.")
@_said
def unmask(name: str, report: str | None, because: str, who: str | None, as_json: bool) -> int:
    """Let a person be named: a public actor, whom no report names with an office."""
    return _of_name(name, "person", report, {"public": True}, because, who, as_json)


@correct.command(context_settings=HELP)
@click.argument("a")
@click.argument("b")
@_kind
@_said
def same(a: str, b: str, kind: Any, because: str, who: str | None, as_json: bool) -> int:
    """Say that two names are of one person, group or outlet.

    Happenings are said to be the same with riwayat judge.
    """
    return _of_names("same_name", a, b, kind, because, who, as_json)


@correct.command(context_settings=HELP)
@click.argument("a")
@click.argument("b")
@_kind
@_said
def different(a: str, b: str, kind: Any, because: str, who: str | None, as_json: bool) -> int:
    """Say that two names are of two.

    Where both are known as one actor, A stays that actor.
    """
    return _of_names("different_names", a, b, kind, because, who, as_json)


def _changes(asked: dict[str, Any]) -> dict[str, Any]:
    from riwayat.chronicle.correcting.typed import figure_of, place_of, time_of

    found = {what: asked[what] for what in ("mode", "modality") if asked[what] is not None}
    if asked["type_"]:
        found["type"] = asked["type_"]
    for what in ("actors", "recipients"):
        if asked[what] or asked[f"no_{what}"]:
            found[what] = asked[what]
    if asked["place"] or asked["no_place"]:
        found["place"] = place_of(asked["place"], asked["geonames"]) if asked["place"] else None
    if asked["time"] or asked["no_time"]:
        found["time"] = time_of(asked["time"], asked["granularity"]) if asked["time"] else None
    if asked["figures"] or asked["no_figures"]:
        found["quantities"] = tuple(map(figure_of, asked["figures"]))
    if asked["no_event"]:
        found["told"] = False
    return found


def _name_changes(asked: dict[str, Any]) -> dict[str, Any]:
    from riwayat.chronicle.correcting.typed import place_of

    found = {}
    if asked["new"]:
        found["name"] = asked["new"]
    if asked["known_as"] or asked["not_known"]:
        found["known_as"] = asked["known_as"]
    if asked["place"] or asked["no_place"]:
        found["where"] = place_of(asked["place"], asked["geonames"]).ref if asked["place"] else None
    if asked["is_a"]:
        found["kind"] = asked["is_a"]
    return found


def _of_name(
    name: str,
    kind: Any,
    report: str | None,
    changes: dict[str, Any],
    because: str,
    who: str | None,
    as_json: bool,
) -> int:
    from riwayat.cli.asked import open_filled_store

    if not open_filled_store():
        return 1
    from riwayat.store.correcting import correct_name
    from riwayat.store.removal import report_named

    row = report_named(report) if report else None
    return _tell(correct_name(kind or _kind_of(name), name, changes, _by(because, who), report=row), as_json)


def _of_names(how: str, a: str, b: str, kind: Any, because: str, who: str | None, as_json: bool) -> int:
    from riwayat.cli.asked import open_filled_store

    if not open_filled_store():
        return 1
    from riwayat.store import correcting

    make = {"same_name": correcting.same_name, "different_names": correcting.different_names}[how]
    return _tell(make(kind or _kind_of(a), a, b, _by(because, who)), as_json)


def _kind_of(name: str) -> Any:
    from riwayat.store.correcting import NothingCorrectedError, kinds_called

    kinds = kinds_called(name)
    if len(kinds) == 1:
        return kinds[0]
    if kinds:
        raise NothingCorrectedError(
            f"{name} is the name of a {' and a '.join(kinds)}: --kind says which is meant"
        )
    raise NothingCorrectedError(f"{name}: no report names anybody, or any place, so")


def _by(because: str, who: str | None) -> Any:
    from riwayat.store.batch import now
    from riwayat.store.correcting import Who

    return Who(because, now(), who)


def _tell(act: int, as_json: bool) -> int:
    from riwayat.store.corrections import told
    from riwayat.store.deriving import derive
    from riwayat.store.models import Correction
    from riwayat.told.contract import to_json

    derive()
    for one in told(list(Correction.objects.filter(act=act).order_by("id"))):
        if as_json:
            click.echo(to_json(one))
        else:
            readings = f"{one.reports} reading{'s' if one.reports != 1 else ''}"
            click.echo(f"correction {one.number}: {one.what} is {one.value or 'nothing'}, in {readings}")
    return 0
