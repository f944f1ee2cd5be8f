"""`python -m riwayat_eval.stories`: tell the stories to the chronicle, and score what it makes of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import click

from riwayat.page import report_from
from riwayat_eval.gate import Measured
from riwayat_eval.parts import Row, page_at
from riwayat_eval.score import Share
from riwayat_eval.story import TRUTH, Story, pages, problems, stories
from riwayat_eval.story_score import ROWS, StorySheet, score_story

__all__ = ["Chronicle", "chronicle_of", "main", "measure", "rows"]

Json: TypeAlias = dict[str, Any]
Chronicle: TypeAlias = tuple[list[Json], list[Json]]
"""Happenings and copies, as `riwayat chronicle --json` and `riwayat copies --json` give them."""

_STORIES = Path(__file__).resolve().parents[1] / "stories"


def chronicle_of(folder: Path) -> Chronicle:
    """What `riwayat` makes of the pages of a folder, in a home of its own; the truth is kept from it.

    Raises:
        RuntimeError: a command failed; says which, and what it said.
    """
    with TemporaryDirectory(prefix="riwayat-story-") as place:
        told = Path(place) / "pages"
        told.mkdir()
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.name != TRUTH:
                shutil.copy(path, told)
        home = str(Path(place) / "home")
        _riwayat(home, "add", str(told))
        return _objects(_riwayat(home, "chronicle", "--json")), _objects(_riwayat(home, "copies", "--json"))


def _riwayat(home: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", *arguments],
        env={**os.environ, "RIWAYAT_HOME": home},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nothing said"]
        raise RuntimeError(f"riwayat {arguments[0]}: {said[-1]}")
    return done.stdout


def _objects(printed: str) -> list[Json]:
    """The objects in a JSON list, or in JSON Lines."""
    if printed.lstrip().startswith("["):
        listed: list[Json] = json.loads(printed)
        return listed
    return [json.loads(line) for line in printed.splitlines() if line.strip()]


def measure(
    found: Sequence[Story], chronicle: Callable[[Path], Chronicle]
) -> tuple[Measured, dict[str, StorySheet]]:
    """The scores over some stories, for the gate, and the sheet of each."""
    total, sheets, digest = StorySheet(), {}, sha256()
    for story in found:
        happenings, copies = chronicle(story.folder)
        files = {report_from(page_at(path)).id: path.name for path in pages(story)}
        sheets[story.name] = score_story(story.truth, happenings, copies, files)
        total.add(sheets[story.name])
        for path in (story.folder / TRUTH, *pages(story)):
            digest.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return Measured("stories", digest.hexdigest(), rows(total)), sheets


def rows(sheet: StorySheet) -> list[Row]:
    """The lines of the table."""
    listed = []
    for task in ROWS:
        one = sheet[task]
        if isinstance(one, Share):
            row = Row(task, "all", "story", one.score, one.n)
        else:
            row = Row(task, "all", "story", one.score, one.n, precision=one.precision, recall=one.recall)
        if row.n:
            listed.append(row)
    return listed


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--stories",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=_STORIES,
    help="Folder of stories, or one story. Default: evaluation/stories.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say what was not right, story by story.")
@click.pass_context
def main(context: click.Context, folder: Path, verbose: bool) -> None:
    """Tell made-up stories to the chronicle, and print how much of their truth it found."""
    if context.invoked_subcommand:
        return
    try:
        measured, sheets = measure(stories(folder), chronicle_of)
    except (FileNotFoundError, RuntimeError) as exc:
        raise click.ClickException(str(exc)) from None
    for name, sheet in sheets.items() if verbose else ():
        for note in sheet.notes:
            click.echo(f"{name}: {note}")
    click.echo(f"{'task':22} {'score':>6} {'P':>6} {'R':>6} {'n':>5}")
    for row in measured.rows:
        sides = "".join(f" {x:6.3f}" if x is not None else " " * 7 for x in (row.precision, row.recall))
        click.echo(f"{row.task:22} {row.score:6.3f}{sides} {row.n:5}")


@main.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def validate(folders: tuple[Path, ...]) -> None:
    """Hold the truth of stories against its form; print every problem."""
    bad = total = 0
    for folder in folders:
        try:
            found = stories(folder)
        except FileNotFoundError as exc:
            raise click.ClickException(str(exc)) from None
        for story in found:
            total += 1
            for line in problems(story):
                bad += 1
                click.echo(f"{story.name}: {line}")
    click.echo(f"{total} stories, {bad} problems")
    if bad:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
