"""The command's frame: its commands, its help, and how an error is said and what status it ends with.

Status: 0 all went well; 1 some input was passed over; 2 the command, or all that it was given, cannot be used;
3 something is missing or cannot be reached; 4 the ledger is damaged; 130 interrupted.
"""

import sys
from collections.abc import Callable
from functools import wraps
from io import TextIOWrapper
from typing import Annotated, ParamSpec

import typer

from rashomon import __version__
from rashomon.cli import accounts
from rashomon.cli.build import build
from rashomon.cli.export import export
from rashomon.cli.history import history
from rashomon.cli.incidents import incidents
from rashomon.cli.judge import judge
from rashomon.cli.moving import bundle, copy, open_
from rashomon.cli.queue import queue
from rashomon.cli.rebuild import rebuild
from rashomon.cli.redact import redact
from rashomon.cli.report import report
from rashomon.cli.review import review
from rashomon.cli.search import search
from rashomon.cli.serve import serve
from rashomon.cli.show import show
from rashomon.cli.status import DAMAGED, INTERRUPTED, UNREACHABLE, USAGE
from rashomon.cli.verify import verify
from rashomon.errors import LedgerDamaged, MissingResource, RashomonError, Unavailable

P = ParamSpec("P")


def told(command: Callable[P, None]) -> Callable[P, None]:
    """The command with every error that is made on purpose said in one message, and its status."""

    @wraps(command)
    def run(*given: P.args, **named: P.kwargs) -> None:
        try:
            command(*given, **named)
        except RashomonError as error:
            typer.echo(f"rashomon: {error}", err=True)
            raise typer.Exit(_status(error)) from error
        except KeyboardInterrupt as interrupt:
            typer.echo("rashomon: interrupted", err=True)
            raise typer.Exit(INTERRUPTED) from interrupt

    return run


def _status(error: RashomonError) -> int:
    if isinstance(error, LedgerDamaged):
        return DAMAGED
    return UNREACHABLE if isinstance(error, MissingResource | Unavailable) else USAGE


app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `rashomon build examples/`, then `rashomon incidents`.",
    add_completion=False,
)
for command in (build, incidents, show, report, search, history, export, serve, queue, judge, review, redact):
    app.command()(told(command))
for keeping in (verify, copy, bundle, open_, rebuild):
    app.command(keeping.__name__.rstrip("_"))(told(keeping))
people = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown", help="Who may read and decide, and as what.")
for changing in (accounts.add, accounts.list_, accounts.role, accounts.password, accounts.remove, accounts.token):
    people.command(changing.__name__.rstrip("_"))(told(changing))
app.add_typer(people, name="accounts")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads news reports of attacks and keeps a ledger of incidents in which every fact is a sourced claim.

    It shows who says what happened, in which words of which report: the accounts side by side, never one truth
    picked in silence.
    """


def main() -> None:
    """Run the command line on `sys.argv`; ends the process with the status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names in any script, also where the terminal's locale is ASCII
            stream.reconfigure(errors="replace")
    app(prog_name="rashomon")
