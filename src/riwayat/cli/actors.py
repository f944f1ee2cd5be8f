"""`riwayat actors`: add known actors of one's own, list them, remove them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwayat.cli.options import HELP, debug

if TYPE_CHECKING:
    from riwayat.world.actors import Actor

__all__ = ["actors"]


@click.group(context_settings=HELP)
@debug
def actors() -> None:
    """Add known actors of your own: people, groups, outlets.

    Every later reading knows them by all their names, as it does those that ship with Riwayat.
    """


@actors.command(context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@debug
def add(file: Path) -> int:
    """Add the actors of FILE.

    FILE holds FollowTheMoney entities, one JSON object a line, or is a CSV table with at least the
    columns name and type. A row that cannot be used is named and the others are kept; the exit
    status is 1 then. What was added before is not added again.
    """
    from riwayat.world.own_actors import add_actors

    done = add_actors(file)
    parts = [f"{done.new} added"]
    parts += [f"{done.changed} changed"] if done.changed else []
    parts += [f"{done.same} known before"] if done.same else []
    parts += [f"{done.passed_over} passed over, being no actors"] if done.passed_over else []
    click.echo(f"{file.name}: {', '.join(parts)}")
    for fault in done.faults:
        click.echo(f"riwayat: {file}, line {fault.line}: {fault.why}", err=True)
    return 1 if done.faults else 0


@actors.command("list", context_settings=HELP)
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@debug
def list_(name: str | None, as_json: bool) -> int:
    """List the actors that you added, or all known ones called NAME or having it in a name."""
    from riwayat.text.folding import fold
    from riwayat.world.actors import KnownActors
    from riwayat.world.own_actors import known, own_actors

    files = {own.actor.id: own.file for own in own_actors()}
    found: Iterable[Actor]
    if name is None:
        found = [own.actor for own in own_actors()]
    else:
        key = fold(name)
        found = [actor for actor in known() if any(f" {key}" in f" {fold(own)}" for own in actor.names)]
        if not found:
            raise click.ClickException(f"no known actor is called {name}")
    for actor in found:
        click.echo(_as_json(actor, files) if as_json else _as_line(actor, files))
    if name is None and not as_json:
        click.echo(
            f"{len(files)} of your own; {sum(1 for _ in KnownActors.shipped())} ship with Riwayat, "
            "riwayat actors list NAME looks among them too",
            err=True,
        )
    return 0


@actors.command(context_settings=HELP)
@click.argument("what", metavar="FILE|NAME")
@debug
def remove(what: str) -> int:
    """Forget the actors that were added from FILE, or those called NAME."""
    from riwayat.world.own_actors import remove_actors

    gone = remove_actors(what)
    if not gone:
        raise click.ClickException(f"{what}: nothing was added from a file or under a name like this")
    click.echo(f"{len(gone)} removed")
    return 0


def _as_line(actor: Actor, files: dict[str, str]) -> str:
    first, *others = actor.names
    facts = [
        actor.type,
        actor.country,
        f"of {actor.controlled_by}" if actor.controlled_by else None,
        actor.id,
    ]
    facts.append(f"from {files[actor.id]}" if actor.id in files else None)
    line = f"{first}  ({', '.join(fact for fact in facts if fact)})"
    return f"{line}\n    {' · '.join(others)}" if others else line


def _as_json(actor: Actor, files: dict[str, str]) -> str:
    return json.dumps(
        {
            "id": actor.id,
            "type": actor.type,
            "narrator": actor.narrator,
            "names": actor.names,
            "country": actor.country,
            "controlled_by": actor.controlled_by,
            "domain": actor.domain,
            "wikidata": actor.wikidata,
            "file": files.get(actor.id),
        },
        ensure_ascii=False,
    )
