"""Exports of exactly what the overview shows, by the same address."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from rashomon.errors import Unknown
from rashomon.export import Format, export
from rashomon.ledger import IncidentQuery, Ledger
from rashomon.views import overview
from rashomon.web.asked import Asked
from rashomon.web.visitors import Then

router = APIRouter()
DAYS = "days"
_MEDIA = {
    Format.CSV.value: ("text/csv; charset=utf-8", "csv"),
    Format.GEOJSON.value: ("application/geo+json", "geojson"),
    Format.DESK.value: ("application/x-ndjson", "jsonl"),
    Format.JSON.value: ("application/json", "json"),
    DAYS: ("text/csv; charset=utf-8", "csv"),
}


@router.get("/export/{kind}")
def exported(request: Request, ledger: Then, kind: str) -> Response:
    """The incidents that the address asks for: csv, geojson, desk, json; or days, the bars of the histogram."""
    if kind not in _MEDIA:
        raise Unknown(f"there is no export {kind!r}: take {', '.join(_MEDIA)}")
    asked = Asked.of(request.query_params)
    query = replace(asked.query, limit=None, cursor=None)
    ledger.incidents(replace(query, limit=1))  # what cannot be meant is refused before the first byte
    lines = _days(ledger, query, close=bool(asked.close)) if kind == DAYS else export(ledger, Format(kind), query)
    media, ending = _MEDIA[kind]
    name = f"rashomon-{'days' if kind == DAYS else 'incidents'}.{ending}"
    return StreamingResponse(lines, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _days(ledger: Ledger, query: IncidentQuery, *, close: bool) -> Iterator[str]:
    """The bars: their days, how many incidents fit, and how many would fit on any day."""
    found = overview(ledger, query, close=close)
    for cells in (
        ("from", "to", "incidents", "on_any_day"),
        *((b.first, b.last, b.count, b.around) for b in found.bins),
    ):
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerow(cells)
        yield written.getvalue()
