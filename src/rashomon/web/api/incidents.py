"""Incidents: the table, one in full, and how it came to be what it is."""

from dataclasses import replace

from fastapi import APIRouter, Request

from rashomon.ledger import Ledger
from rashomon.views import TOLL_RULES, grading, incident_in_full, incident_then, matrix, timeline, tolls_under
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
    reviews = [shapes.Review.of(one) for one in ledger.reviews(mentions)]
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


@router.get("/incidents/{handle}/matrix")
def who_says_what(request: Request, ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.Matrix:
    """The claims matrix: origins down, questions across, and how each saying stands to the leading account."""
    return shapes.Matrix.of(matrix(ledger.incident(_then(request, ledger, handle, as_of))))


@router.get("/incidents/{handle}/timeline")
def known_when(request: Request, ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.Timeline:
    """What was known when, by the days on which its reports were published."""
    found = incident_in_full(ledger, _then(request, ledger, handle, as_of))
    return shapes.Timeline(items=[shapes.Day.of(day) for day in timeline(found.reconciled, found.told)])


@router.get("/incidents/{handle}/rules")
def under_rules(request: Request, ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.Rules:
    """Its tolls under every written rule (UCDP's, ACLED's, Airwars'), and its grade after Airwars."""
    found = ledger.incident(_then(request, ledger, handle, as_of))
    items = [
        shapes.UnderRule(
            rule=name,
            written=written,
            tolls=[shapes.Toll.model_validate(toll) for toll in tolls_under(ledger, found, name)],
        )
        for name, written in TOLL_RULES.items()
    ]
    return shapes.Rules(items=items, grading=shapes.Grading.model_validate(grading(found)))


def _then(request: Request, ledger: Ledger, handle: str, as_of: object) -> str:
    """The id that it bore on the day that is looked back from."""
    return handle if as_of is None else incident_then(room_of(request).ledger, ledger, handle)
