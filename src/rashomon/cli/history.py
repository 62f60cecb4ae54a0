"""`rashomon history`: how an incident came to be what it is."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import line, say, warn_if_stale

if TYPE_CHECKING:
    from rashomon.ledger import Change


def history(
    incident: Annotated[str, typer.Argument(help="Its id, or as much of it as names one incident.")],
    ledger: LedgerOption = None,
) -> None:
    """Shows how an incident's tolls, blame and joins changed, entry by entry, the oldest first.

    Told of the reports that the incident holds today: when each came in, what was read from it, who judged and
    reviewed it and why. Entries that changed nothing of it are left out.

    **Examples**

        rashomon history i-3f2a91c0
        rashomon history i-3f2a | less
    """
    with opened(ledger) as open_ledger:
        changes = open_ledger.history(incident)
        row = open_ledger.row(open_ledger.incident(incident).incident.id)
        stale = open_ledger.stale()
    say(Text(f"{row.id}  ", style="bold").append(line(row.words), style="not bold"))
    for change in changes:
        _change(change)
    say("\nWhy its reports are joined: rashomon show " + row.id, style="dim")
    warn_if_stale(stale)


def _change(change: "Change") -> None:
    entry = change.entry
    head = Text(f"\n{entry.number:>5}  {entry.at:%Y-%m-%d %H:%M} UTC  ", style="bold")
    say(head.append(f"{entry.kind.value}, by {line(entry.by)}", style="not bold dim"))
    for sentence in change.sentences:
        say(line(sentence), indent=7)
