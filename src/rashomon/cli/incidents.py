"""`rashomon incidents`: the table."""

import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.asked import (
    ActorOption,
    BoxOption,
    CountryOption,
    DatedOption,
    DisputedOption,
    KilledOption,
    MeansOption,
    NearOption,
    PlacedOption,
    SinceOption,
    SingleOption,
    TextOption,
    TypeOption,
    UntilOption,
    VagueOption,
    WoundedOption,
    asked,
)
from rashomon.cli.options import AsOfOption, LedgerOption, as_known, opened
from rashomon.cli.screen import calm_table, counted, line, say, say_table, warn_if_stale
from rashomon.records import Interval

if TYPE_CHECKING:
    from rashomon.ledger import IncidentRow, Ledger

MOST_NAMED = 2  # actors in a row of the table
HANDLE = 10  # characters of an incident's id that the table shows; any unambiguous beginning names it


def incidents(
    since: SinceOption = None,
    until: UntilOption = None,
    country: CountryOption = None,
    near: NearOption = None,
    actor: ActorOption = None,
    text: TextOption = None,
    kind: TypeOption = None,
    means: MeansOption = None,
    disputed: DisputedOption = False,
    single_origin: SingleOption = False,
    box: BoxOption = None,
    vague: VagueOption = False,
    killed: KilledOption = None,
    wounded: WoundedOption = None,
    dated: DatedOption = None,
    placed: PlacedOption = None,
    as_of: AsOfOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array instead of the table.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Shows the table of incidents, by day; every condition that is given must hold.

    Tolls are the best figure, with the range of all that is claimed in brackets; R/O are the reports that tell of it
    and the independent origins behind them. The first column names the incident to `rashomon show`.

    **Examples**

        rashomon incidents
        rashomon incidents --since 2024-05-01 --until 2024-05-31 --country NA
        rashomon incidents --near "Rundu,50" --actor "Okavango Front"
        rashomon incidents --text '"car bomb"' --json
        rashomon incidents --type "Armed clash" --disputed --single-origin
        rashomon incidents --box=-20,16,-17,26 --killed 5+ --undated
        rashomon incidents --as-of 2024-05-14
    """
    with opened(ledger) as today, as_known(today, as_of) as open_ledger:
        more = (box, vague, killed, wounded, dated, placed)
        query = asked(since, until, country, near, actor, text, kind, means, disputed, single_origin, *more)
        rows = open_ledger.incidents(query)
        if as_json:
            from rashomon.export import row_object

            typer.echo(json.dumps([row_object(row) for row in rows], ensure_ascii=False, indent=1))
            return
        _print(rows, open_ledger)


def _print(rows: "list[IncidentRow]", ledger: "Ledger") -> None:
    from rashomon.views import authors_of, days_words, figures_words, short_type

    if not rows:
        say("No incident fits." if ledger.head() else "The ledger is empty: begin with rashomon build PATH")
        return
    named = authors_of(ledger, {row.id for row in rows})
    table = calm_table("Incident", "When", "Where", "What", "Killed", "Wounded", "Named", "R/O")
    for row in rows:
        days = Interval(row.first, row.last) if row.first and row.last else None
        where = ", ".join(part for part in (row.place, row.country) if part)
        table.add_row(
            Text(row.id[:HANDLE], style="cyan"),
            days_words(days),
            line(where or "not known"),
            line(short_type(row.sub_event_type)),
            figures_words(*row.killed),
            figures_words(*row.wounded),
            line(_named(named.get(row.id, ()))),
            f"{row.reports}/{row.origins}",
        )
    for column in table.columns:  # a narrow terminal folds words, never a figure or an id
        column.no_wrap = column.header in ("Incident", "Killed", "Wounded", "R/O")
        column.min_width = max(len(str(cell)) for cell in column.cells) if column.no_wrap else 7
    say_table(table)
    say(f"\n{counted(len(rows), 'incident')}. One in full: rashomon show {rows[0].id[:HANDLE]}")
    say("Tolls: best (low-high). Named: who claims it, is blamed or suspected. R/O: reports / origins.", style="dim")
    warn_if_stale(ledger.stale())


def _named(actors: tuple[str, ...]) -> str:
    more = f" and {len(actors) - MOST_NAMED} more" if len(actors) > MOST_NAMED else ""
    return (", ".join(actors[:MOST_NAMED]) + more) or "-"
