"""`rashomon rebuild`: every table anew from the entries."""

import typer

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import counted


def rebuild(ledger: LedgerOption = None) -> None:
    """Makes every table anew from the entries, then joins and reconciles the incidents anew.

    The entries are the ledger; the tables only answer faster, and come out the same. Use it where rashomon verify
    finds a table that does not fit, or after an update of rashomon that joins or counts otherwise.

    **Examples**

        rashomon rebuild
        rashomon rebuild --ledger 2019.db && rashomon verify --ledger 2019.db

    Exit status: 0 done; 4 an entry does not fit its hash, and nothing was changed.
    """
    from rashomon.pipeline import relink

    with opened(ledger) as open_ledger:
        open_ledger.rebuild()
        count = relink(open_ledger, anew=True)
        head = open_ledger.head()
    entries = counted(head.number if head else 0, "entry")
    typer.echo(f"{open_ledger.name} is made anew from {entries}: {counted(count, 'incident')}.")
