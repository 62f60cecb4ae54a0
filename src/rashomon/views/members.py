"""Incidents and their mentions."""

from collections.abc import Iterable

from rashomon.ledger import IncidentRow
from rashomon.records import Mention, Place


def place_of(row: IncidentRow, mentions: Iterable[Mention]) -> Place | None:
    """The place that a row of the incident table shows, as the mention that tells it has it; None without a place."""
    told = (mention.where.value for mention in mentions if mention.where)
    shown = (row.lat, row.lon, row.radius_km)
    return next((place for place in told if (place.lat, place.lon, place.radius_km) == shown), None)
