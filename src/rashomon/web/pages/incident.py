"""One incident: the matrix of claims, the accounts, what was known when, and why its reports are joined."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.ledger import Ledger
from rashomon.records import Toll
from rashomon.views import (
    TOLL_RULES,
    IncidentInFull,
    grading,
    incident_in_full,
    incident_then,
    matrix,
    reviews_beside,
    timeline,
    tolls_under,
)
from rashomon.web.render import link_of, page
from rashomon.web.visitors import Then, as_of, room_of

router = APIRouter()


@router.get("/incidents/{handle}")
def incident(request: Request, ledger: Then, handle: str) -> Response:
    """The incident with this id; an id that was merged into another leads on to that one."""
    found = _found(request, ledger, handle)
    if found.row.id != handle:
        return RedirectResponse(link_of(request)(f"/incidents/{found.row.id}"), 307)
    placed = found.reconciled.placed
    return page(
        request,
        "incident.html",
        found=found,
        placed_in=next((told for told in found.told if placed and told.mention.id == placed.mention), None),
        row=found.row,
        matrix=matrix(found.reconciled),
        timeline=timeline(found.reconciled, found.told),
        grading=grading(found.reconciled),
        rules=[(name, written, _by_about(ledger, found, name)) for name, written in TOLL_RULES.items()],
        reviews=reviews_beside(ledger, set(found.reconciled.incident.mentions)),
        seen=room_of(request).head,
    )


@router.get("/incidents/{handle}/history")
def history(request: Request, ledger: Then, handle: str) -> Response:
    """What each entry of the ledger changed of it."""
    found = _found(request, ledger, handle)
    return page(request, "history.html", row=found.row, changes=ledger.history(found.row.id))


def _by_about(ledger: Ledger, found: IncidentInFull, rule: str) -> dict[str, Toll]:
    return {toll.about.value: toll for toll in tolls_under(ledger, found.reconciled, rule)}


def _found(request: Request, ledger: Ledger, handle: str) -> IncidentInFull:
    day = as_of(request)
    then = handle if day is None else incident_then(room_of(request).ledger, ledger, handle)
    return incident_in_full(ledger, then)
