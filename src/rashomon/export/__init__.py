"""Export: the ledger in other people's formats, sorted, the same from the same ledger."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from rashomon.export.desk import desk, desk_object
from rashomon.export.geojson import geojson
from rashomon.export.rows import row_object, rows
from rashomon.export.table import COLUMNS, table
from rashomon.ledger import IncidentQuery, Ledger


class Format(StrEnum):
    """A format that `rashomon export` writes."""

    DESK = "desk"
    CSV = "csv"
    GEOJSON = "geojson"
    JSON = "json"


WRITERS: dict[Format, Callable[[Ledger, IncidentQuery | None], Iterator[str]]] = {
    Format.DESK: desk,
    Format.CSV: table,
    Format.GEOJSON: geojson,
    Format.JSON: rows,
}


def export(
    ledger: Ledger,
    format: Format,  # noqa: A002 (the word of the command's option)
    query: IncidentQuery | None = None,
) -> Iterator[str]:
    """The lines of an export, each with its line break: of the incidents that fit the query, of all for None.

    `"".join(export(ledger, Format.DESK))` is one JSON object a report. Lines come as they are made, so that a large
    ledger needs no memory for the whole.
    """
    return WRITERS[format](ledger, query)


__all__ = ["COLUMNS", "WRITERS", "Format", "desk", "desk_object", "export", "geojson", "row_object", "rows", "table"]
