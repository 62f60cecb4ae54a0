"""Incidents on a map, after RFC 7946: one feature an incident.

A place that is known no better than an area is a point with `radius_km` beside it, so that no reader takes it for a
pin; an incident without a place has a null geometry, as the standard has it for what is not located.
"""

import json
from collections.abc import Iterator
from typing import Any

from rashomon.ledger import IncidentQuery, IncidentRow, Ledger
from rashomon.records import Interval


def geojson(ledger: Ledger, query: IncidentQuery | None = None) -> Iterator[str]:
    """The lines of one FeatureCollection, an incident a line, in the query's order: by first day, the undated last."""
    yield '{"type": "FeatureCollection", "features": [\n'
    between = ""
    for row in ledger.incidents(query):
        yield between + json.dumps(feature(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def feature(row: IncidentRow) -> dict[str, Any]:
    """One incident as a GeoJSON feature; coordinates are longitude, latitude in WGS 84 degrees."""
    geometry = None
    if row.lat is not None and row.lon is not None:
        geometry = {"type": "Point", "coordinates": [round(row.lon, 5), round(row.lat, 5)]}
    days = Interval(row.first, row.last) if row.first and row.last else None
    properties = {
        "incident": row.id,
        "from": row.first.isoformat() if row.first else None,
        "to": row.last.isoformat() if row.last else None,
        "time_precision": days.time_precision if days else None,
        "place": row.place,
        "admin1": row.admin1,
        "country": row.country,
        "radius_km": None if row.radius_km is None else round(row.radius_km, 1),
        "sub_event_type": row.sub_event_type,
        "means": list(row.means),
        **{f"killed_{end}": value for end, value in zip(("low", "best", "high"), row.killed, strict=True)},
        **{f"wounded_{end}": value for end, value in zip(("low", "best", "high"), row.wounded, strict=True)},
        "actors": list(row.actors),
        "reports": row.reports,
        "outlets": row.outlets,
        "origins": row.origins,
        "words": row.words,
    }
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": properties}
