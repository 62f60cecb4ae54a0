"""The table of incidents as JSON: what `rashomon incidents` shows, one object an incident."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rashomon.ledger import IncidentQuery, IncidentRow, Ledger


def rows(ledger: Ledger, query: IncidentQuery | None = None) -> Iterator[str]:
    """The lines of one JSON array, an incident a line, in the query's order."""
    yield "["
    between = "\n"
    for row in ledger.incidents(query):
        yield between + json.dumps(row_object(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def row_object(row: IncidentRow) -> dict[str, Any]:
    """One incident as a JSON object: days as ISO 8601, tolls as low, best and high."""
    fields = asdict(row)
    del fields["cursor"]
    for name in ("killed", "wounded"):
        fields[name] = dict(zip(("low", "best", "high"), fields[name], strict=True))
    return fields | {"first": row.first and row.first.isoformat(), "last": row.last and row.last.isoformat()}
