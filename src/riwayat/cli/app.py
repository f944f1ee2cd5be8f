"""The `riwayat` command: its subcommands, and how what goes wrong is said."""

from __future__ import annotations

import logging
import os
import sys
import traceback

import click

from riwayat.cli.actors import actors
from riwayat.cli.add import add
from riwayat.cli.check import check
from riwayat.cli.chronicle import chronicle
from riwayat.cli.copies import copies
from riwayat.cli.correct import correct
from riwayat.cli.corrections import corrections
from riwayat.cli.curator import curator
from riwayat.cli.demo import demo
from riwayat.cli.explain import explain
from riwayat.cli.export import export
from riwayat.cli.failures import failures
from riwayat.cli.gazetteer import gazetteer
from riwayat.cli.judge import judge, undo
from riwayat.cli.options import HELP, debug
from riwayat.cli.read import read
from riwayat.cli.schema import schema
from riwayat.cli.search import search
from riwayat.cli.send_mails import send_mails
from riwayat.cli.serve import serve
from riwayat.cli.show import show
from riwayat.cli.sources import sources
from riwayat.cli.upkeep import remove, reread
from riwayat.cli.watch import watch
from riwayat.cli.who import who
from riwayat.errors import RiwayatError

__all__ = ["app", "run"]

_INTERRUPTED = 130
_UNEXPECTED = 70


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"riwayat {version('riwayat')}")
        ctx.exit()


class _InOrder(click.Group):
    """Lists the commands in the order in which one meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, invoke_without_command=True, context_settings=HELP)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and exit.",
)
@debug
@click.pass_context
def app(ctx: click.Context) -> None:
    """Read the news, and see by whose word.

    Riwayat says of a news report what happened, when, where, who took part, and on whose word each
    statement rests: from the outlet that published it back to the origin.

    \b
    Try:
      riwayat demo                 a made-up story that ships with Riwayat
      riwayat read page.html       a page of your own
      riwayat read --json page.html
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    _tell_of_long_work()


def _tell_of_long_work() -> None:
    """Whoever waits at a terminal is told for what; pipes and logs stay quiet."""
    if sys.stderr.isatty():
        logging.basicConfig(format="riwayat: %(message)s")
        logging.getLogger("riwayat").setLevel(logging.INFO)


app.add_command(read)
app.add_command(demo)
app.add_command(add)
app.add_command(watch)
app.add_command(failures)
app.add_command(chronicle)
app.add_command(show)
app.add_command(explain)
app.add_command(who)
app.add_command(sources)
app.add_command(copies)
app.add_command(export)
app.add_command(search)
app.add_command(serve)
app.add_command(send_mails)
app.add_command(check)
app.add_command(judge)
app.add_command(correct)
app.add_command(corrections)
app.add_command(undo)
app.add_command(curator)
app.add_command(reread)
app.add_command(remove)
app.add_command(schema)
app.add_command(actors)
app.add_command(gazetteer)


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status; every error a user may meet becomes one line."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        status = app.main(arguments, prog_name="riwayat", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; without this Python complains while it shuts down.
        # (What breaks while a command runs click itself silences, with the same status.)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except Exception as exc:
        if "--debug" in arguments:
            traceback.print_exc()
        return _say(exc)
    return status if isinstance(status, int) else 0


def _say(exc: Exception) -> int:
    """One line on standard error, and the exit status that goes with it."""
    if isinstance(exc, click.UsageError):
        ctx = exc.ctx
        see = f" (see {ctx.command_path} --help)" if ctx else ""
        line, status = exc.format_message().rstrip(".") + see, exc.exit_code
    elif isinstance(exc, click.ClickException):
        line, status = exc.format_message(), exc.exit_code
    elif isinstance(exc, RiwayatError):
        line, status = str(exc), 1
    elif isinstance(exc, OSError) and exc.filename is not None:
        line, status = f"{exc.filename}: {exc.strerror}", 1
    else:
        line = f"unexpected error, please report it: {type(exc).__name__}: {exc} (--debug shows where)"
        status = _UNEXPECTED
    click.echo("riwayat: " + " ".join(line.split()), err=True)
    return status
