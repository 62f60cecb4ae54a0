"""Incidents: the table, one in full, and how it came to be what it is."""

from dataclasses import replace

from fastapi import APIRouter, Request

from rashomon.ledger import Ledger
from rashomon.views import incident_in_full, incident_then
from rashomon.web.api import shapes
from rashomon.web.api.parameters import AsOf, Handle, ListedQuery
from rashomon.web.visitors import Then, room_of

router = APIRouter(tags=["Incidents"])


@router.get("/incidents")
def list_incidents(ledger: Then, asked: ListedQuery) -> shapes.Incidents:
    """The incidents that fit, by first day, the undated last."""
    query = replace(asked.filter.query, limit=asked.limit + 1, cursor=asked.cursor, newest_first=asked.order == "new")
    rows = ledger.incidents(query)
    page = rows[: asked.limit]
    return shapes.Incidents(
        items=[shapes.Incident.of(row) for row in page], next=page[-1].cursor if len(rows) > len(page) else None
    )


@router.get("/incidents/{handle}")
def one_incident(request: Request, ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.IncidentWhole:
    """One incident in full: accounts, claims with their words, joins and near incidents with reasons, reviews."""
    found = incident_in_full(ledger, _then(request, ledger, handle, as_of))
    mentions = set(found.reconciled.incident.mentions)
    reviews = [shapes.Review.of(one) for one in ledger.reviews() if one.mention in mentions]
    return shapes.IncidentWhole.whole(found, reviews, room_of(request).head)


@router.get("/incidents/{handle}/history")
def history(request: Request, ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.History:
    """What each entry of the ledger changed of it, the oldest first."""
    changes = [
        shapes.Change(
            entry=change.entry.number,
            kind=change.entry.kind,
            by=change.entry.by,
            at=change.entry.at,
            sentences=list(change.sentences),
        )
        for change in ledger.history(_then(request, ledger, handle, as_of))
    ]
    return shapes.History(items=changes)


def _then(request: Request, ledger: Ledger, handle: str, as_of: object) -> str:
    """The id that it bore on the day that is looked back from."""
    return handle if as_of is None else incident_then(room_of(request).ledger, ledger, handle)
