"""`rashomon search`: words in the texts of reports."""

from typing import Annotated

import typer
from rich.text import Text

from rashomon.cli.options import AsOfOption, LedgerOption, as_known, opened
from rashomon.cli.screen import counted, line, quote, say

MOST = 20  # reports that are shown unless more are asked for


def search(
    words: Annotated[str, typer.Argument(help="All of them must stand in it; “...” for a phrase.")],
    most: Annotated[int, typer.Option("--most", min=1, help="How many reports to show.")] = MOST,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Shows the reports whose title and text hold all the words, each with the words round the first of them.

    Case, accents and the plural's s do not matter. What reports say of incidents is searched by
    rashomon incidents --text.

    **Examples**

        rashomon search "drone jetty"
        rashomon search '"car bomb"' --as-of 2024-05-31
    """
    from rashomon.views import cited, found_in

    with opened(ledger) as today, as_known(today, as_of) as open_ledger:
        reports = open_ledger.search_reports(words, limit=most + 1)
    for report in reports[:most]:
        found = found_in(report, words)
        say(Text(line(cited(report)), style="bold").append(f"  {line(report.title or '')}", style="not bold"))
        say(quote(found.before + found.words + found.after), indent=4)
    more = f"; more hold them: rashomon search --most {most * 5}" if len(reports) > most else ""
    say(f"{counted(min(len(reports), most), 'report')}{more}", style="dim")
