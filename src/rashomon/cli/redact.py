"""`rashomon redact`: a report's words withdrawn for legal or safety reasons."""

import sys
from typing import Annotated

import typer

from rashomon.cli.options import ByOption, LedgerOption, opened, whoever
from rashomon.cli.screen import counted, line, say
from rashomon.errors import BadInput


def redact(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.")],
    why: Annotated[
        str, typer.Option(help="The reason, which stays in the ledger: without the words that are withdrawn.")
    ],
    by: ByOption = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask on a terminal.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Withdraws a report for good: its words, and those of what was read from it, go out of the ledger's file.

    Its hashes, ids, offsets and the decisions on it stay, so that rashomon verify still proves the rest, and no build
    takes the text in again. There is no undo. Copies, bundles and backups that you made are yours to destroy.

    **Examples**

        rashomon redact r-7197396c39df03a5 --why "names a witness who is in danger" --by ada
        rashomon redact seed-000 --why "court order of 3 May" --yes
    """
    from rashomon.pipeline import relink

    if not why.strip():
        raise BadInput("a withdrawal needs a reason, which stays in the ledger: --why")
    who = whoever(by)
    with opened(ledger) as open_ledger:
        cited = open_ledger.report(report)
        if not yes and on_a_terminal():
            say(f"{cited.id}: {line(cited.title or cited.text[:80])} ({line(cited.outlet or 'unnamed outlet')})")
            typer.confirm("Its words go for good. Withdraw it?", abort=True)
        entry = open_ledger.redact(cited.id, by=who, why=why)
        count = relink(open_ledger)
    typer.echo(f"{who} withdrew {cited.id} (entry {entry.number}). The ledger now holds {counted(count, 'incident')}.")
    typer.echo("Its words may still stand in copies, bundles and backups: destroy those.")


def on_a_terminal() -> bool:
    """True where somebody can be asked."""
    return sys.stdin.isatty()
