"""`rashomon verify`: proof that nothing was altered or dropped."""

from typing import Annotated

import typer

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import line
from rashomon.cli.status import DAMAGED


def verify(
    noted: Annotated[
        str | None,
        typer.Option(metavar="NUMBER:DIGEST", help="What an earlier verify printed, to prove that no end was cut off."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Checks every hash, every span against its text, and every table against the entries it follows from.

    **Examples**

        rashomon verify
        rashomon verify --noted 22:5f0c...

    Exit status: 0 all is well; 4 something does not fit, each fault on a line of its own.
    """
    with opened(ledger) as open_ledger:
        faults = open_ledger.verify(noted)
        head = open_ledger.head()
    for fault in faults:
        at = f"entry {fault.entry}: " if fault.entry is not None else ""
        typer.echo(line(at + fault.sentence))
    if faults:
        typer.echo(f"{len(faults)} faults: build on a copy from before, and keep this file as it is", err=True)
        raise typer.Exit(DAMAGED)
    typer.echo(f"All is well: {head.number if head else 0} entries, every hash, span and table fits.")
    if head:
        typer.echo(f"Note this elsewhere, to prove later that no end was cut off: {head.number}:{head.digest}")
