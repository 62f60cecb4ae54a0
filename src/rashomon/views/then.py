"""An incident of today in a ledger of what was known earlier."""

from rashomon.errors import BadInput
from rashomon.ledger import Ledger


def incident_then(today: Ledger, then: Ledger, handle: str) -> str:
    """The id that an incident bore then: a founding report that came later gives it another id today.

    handle: an id, or an unambiguous beginning of one, of either ledger. Raises BadInput where no report of then tells
    of the incident, or where what is one incident today was several.
    """
    try:
        return then.incident(handle).incident.id
    except BadInput:
        incident = today.incident(handle).incident
    were = sorted(set(then.incidents_of(incident.mentions).values()))
    if not were:
        raise BadInput(f"no report published by then tells of {incident.id}: give a later day")
    if len(were) > 1:
        raise BadInput(f"what is {incident.id} today was {len(were)} incidents then: show {' or '.join(were)}")
    return were[0]
