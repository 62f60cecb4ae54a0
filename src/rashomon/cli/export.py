"""`rashomon export`: the ledger in other people's formats."""

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
from rashomon.errors import BadInput, Unavailable


class FormatName(StrEnum):
    """The formats, by the names that `rashomon.export.Format` gives them; here so that --help loads nothing."""

    DESK = "desk"
    CSV = "csv"
    GEOJSON = "geojson"
    JSON = "json"


def export(
    format: Annotated[FormatName, typer.Option("--format", "-f", help="desk: JSON lines, csv, geojson or json.")],  # noqa: A002
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Default: standard output.", show_default=False),
    ] = None,
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
    ledger: LedgerOption = None,
) -> None:
    """Writes the ledger out, or what is asked for of it, sorted; the same ledger gives the same bytes.

    `desk` is one JSON object a report with its incidents, claims and series, and the offsets of every
    quote; `csv` one row a claim with its incident's columns; `geojson` one feature an incident,
    with the radius within which it happened; `json` the rows of `rashomon incidents`. Where incidents are
    asked for, a line of `desk` has these alone, and no series.

    **Examples**

        rashomon export --format desk -o out.jsonl
        rashomon export --format csv | head
        rashomon export --format geojson -o incidents.geojson
        rashomon export --format csv --since 2024-05-01 --country NA --disputed
        rashomon export --format csv --as-of 2024-05-31 -o may.csv
    """
    from rashomon.export import Format
    from rashomon.export import export as exported
    from rashomon.ledger import IncidentQuery

    with opened(ledger) as today, as_known(today, as_of) as open_ledger:
        more = (box, vague, killed, wounded, dated, placed)
        query = asked(since, until, country, near, actor, text, kind, means, disputed, single_origin, *more)
        lines = exported(open_ledger, Format(format.value), None if query == IncidentQuery() else query)
        if output is None or str(output) == "-":
            _to_stdout(lines)
        elif "://" not in today.location and output.resolve() == Path(today.location).resolve():
            raise BadInput(f"{output} is the ledger itself, and is kept: give another name with -o")
        else:
            _to_file(lines, output)


def _to_stdout(lines: Iterable[str]) -> None:
    stream = typer.get_binary_stream("stdout")
    for one in lines:
        stream.write(one.encode("utf-8"))
    stream.flush()


def _to_file(lines: Iterable[str], path: Path) -> None:
    """Whole or not at all: written beside the file, then put in its place."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        unfinished.replace(path)
    except OSError as error:
        raise Unavailable(f"cannot write {path}: {error.strerror}; choose another place with -o") from error
    finally:
        unfinished.unlink(missing_ok=True)
    typer.echo(f"written: {path}", file=sys.stderr)
