"""`riwayat-eval`: read every case, print one table, hold the scores against their floors."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from riwayat.pipeline import read_page
from riwayat.reading.engines import DEFAULT
from riwayat.reading.engines import engine as engine_named
from riwayat_eval.gate import Measured, RegressionError, check, load, save, update
from riwayat_eval.marks import Remembering, marks
from riwayat_eval.names import names
from riwayat_eval.parts import HELD, Result, Row, evaluate, parts
from riwayat_eval.places import places
from riwayat_eval.stories import chronicle_of, measure
from riwayat_eval.story import stories
from riwayat_eval.times import times

__all__ = ["main"]

_CHECKOUT = Path(__file__).resolve().parents[2]


def _default(name: str) -> Path:
    """A file or folder of the checkout this runs from, or of the current folder."""
    beside = _CHECKOUT / name
    return beside if beside.exists() else Path(name)


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--cases",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of cases: LANGUAGE/PART/NAME.gold.json, or one such part. Default: corpus.",
)
@click.option(
    "--engine", metavar="NAME", help="The engine to score. Default: the one that `riwayat read` takes."
)
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Say what was not right, case by case.")
@click.option("--reveal", is_flag=True, help="With -v, also for the part that is kept for scoring only.")
@click.option("--gate", is_flag=True, help="Fail where a score is below its floor.")
@click.option("--update", "take", is_flag=True, help="With --gate, take the scores as the new floors.")
@click.option(
    "--allow-regression", "reason", metavar="REASON", help="With --update, lower floors; the reason is kept."
)
@click.option(
    "--floors",
    "floors_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File of the floors. Default: evaluation/floors.json.",
)
def main(
    folder: Path | None,
    engine: str | None,
    as_json: bool,
    verbose: bool,
    reveal: bool,
    gate: bool,
    take: bool,
    reason: str | None,
    floors_file: Path | None,
) -> None:
    """Score the readings of the annotated cases.

    Prints a line for each task, language and part: the score (F where the line has precision and
    recall, else the share that is right), over how many things gold has (n), and where there is one
    the anchor: what doing nothing clever scores on the same cases.
    """
    if (take or reason) and not gate:
        raise click.UsageError("--update and --allow-regression go with --gate")
    try:
        found = parts(folder or _default("corpus"))
    except FileNotFoundError as exc:
        raise click.ClickException(str(exc)) from None
    chosen = Remembering(engine_named(engine or DEFAULT))
    read = partial(read_page, engine=chosen)
    results = [evaluate(part, read) for part in found]
    for result in results:
        if not result.failed:
            result.rows += marks(result.part, chosen)
            result.rows += places(result.part, result.readings)
    measured = [Measured(r.part.key, r.part.digest(), r.rows) for r in results]
    if folder is None:
        measured += times(_default("evaluation/times"))
        measured += names(_default("evaluation/names"))
        measured.append(measure(stories(_default("evaluation/stories")), chronicle_of)[0])
    rows = [row for part in measured for row in part.rows]
    if verbose:
        _print_notes(results, reveal=reveal)
    click.echo(
        json.dumps([asdict(r) for r in rows], ensure_ascii=False, indent=1) if as_json else _table(rows)
    )
    failures = [f"{r.part.key}: {name} failed: {why}" for r in results for name, why in r.failed.items()]
    if gate:
        failures += _gate(
            measured, floors_file or _default("evaluation/floors.json"), take=take, reason=reason
        )
    for line in failures:
        click.echo(line, err=True)
    if failures:
        raise SystemExit(1)


def _gate(measured: list[Measured], path: Path, *, take: bool, reason: str | None) -> list[str]:
    floors = load(path)
    if take:
        try:
            save(update(measured, floors, reason=reason), path)
        except RegressionError as exc:
            return [f"gate: {exc}; say why with --allow-regression REASON"]
        click.echo(f"gate: floors taken, {path}", err=True)
        return []
    found = check(measured, floors)
    if not found:
        click.echo(f"gate: {sum(len(m.rows) for m in measured)} scores, none below its floor", err=True)
    return [f"gate: {line}" for line in found]


def _table(rows: list[Row]) -> str:
    lines = [f"{'task':36} {'lang':4} {'part':6} {'score':>6} {'P':>6} {'R':>6} {'n':>5}  anchor"]
    for row in rows:
        sides = "".join(f" {x:6.3f}" if x is not None else " " * 7 for x in (row.precision, row.recall))
        anchor = f"  {row.anchor:.3f} {row.anchor_source}" if row.anchor is not None else ""
        line = f"{row.task:36} {row.language:4} {row.part:6} {row.score:6.3f}{sides} {row.n:5}{anchor}"
        lines.append(line.rstrip())
    return "\n".join(lines)


def _print_notes(results: list[Result], *, reveal: bool) -> None:
    for result in results:
        if result.part.name == HELD and not reveal:
            continue
        for case, notes in result.notes.items():
            for note in notes:
                click.echo(f"{result.part.key}/{case}: {note}")
