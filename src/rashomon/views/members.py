"""Incidents and their mentions, over the whole ledger."""

from collections.abc import Iterable, Mapping

from rashomon.ledger import IncidentRow, Ledger
from rashomon.records import Mention, Place, Reconciled


def all_incidents(ledger: Ledger) -> list[Reconciled]:
    """Every incident with its accounts, by first day, the undated last."""
    return [ledger.incident(row.id) for row in ledger.incidents()]


def incident_of_mention(ledger: Ledger) -> Mapping[str, str]:
    """Mention id to incident id."""
    return {one: each.incident.id for each in all_incidents(ledger) for one in each.incident.mentions}


def place_of(row: IncidentRow, mentions: Iterable[Mention]) -> Place | None:
    """The place that a row of the incident table shows, as the mention that tells it has it; None without a place."""
    told = (mention.where.value for mention in mentions if mention.where)
    shown = (row.lat, row.lon, row.radius_km)
    return next((place for place in told if (place.lat, place.lon, place.radius_km) == shown), None)
