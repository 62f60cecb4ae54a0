"""Incidents and their mentions, over the whole ledger."""

from collections.abc import Iterable, Mapping, Set

from rashomon.ledger import IncidentRow, Ledger
from rashomon.records import Mention, Place


def incident_of_mention(ledger: Ledger, mentions: Set[str]) -> Mapping[str, str]:
    """Of these mentions, each that is part of an incident, to the incident's id."""
    found: dict[str, str] = {}
    if mentions:
        for each in ledger.each_incident():
            found.update((one, each.incident.id) for one in each.incident.mentions if one in mentions)
            if len(found) == len(mentions):
                break
    return found


def place_of(row: IncidentRow, mentions: Iterable[Mention]) -> Place | None:
    """The place that a row of the incident table shows, as the mention that tells it has it; None without a place."""
    told = (mention.where.value for mention in mentions if mention.where)
    shown = (row.lat, row.lon, row.radius_km)
    return next((place for place in told if (place.lat, place.lon, place.radius_km) == shown), None)
