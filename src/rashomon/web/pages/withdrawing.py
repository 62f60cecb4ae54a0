"""Withdrawing a report for legal or safety reasons: its words go for good, so its id is typed to confirm it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.errors import BadInput
from rashomon.web.render import link_of, page
from rashomon.web.visitors import Editor, checked_form, room_of

router = APIRouter()


@router.post("/withdrawals", dependencies=[Depends(checked_form)])
def withdraw(
    request: Request,
    visitor: Editor,
    report: Annotated[str, Form()],
    typed: Annotated[str, Form()] = "",
    why: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Withdraws a report; typed: its id, as somebody typed it who means this report."""
    if typed.strip() != report:
        raise BadInput(
            f"{typed.strip()!r} is not the id of the report, {report}: nothing was withdrawn; type it to do so"
        )
    if not why.strip():
        raise BadInput("a withdrawal needs a reason, which stays in the ledger: nothing was withdrawn")
    room = room_of(request)
    room.ledger.redact(report, by=visitor.name, why=why.strip())
    room.keeper.follow()
    return RedirectResponse(link_of(request)("/withdrawals", report=report), 303)


@router.get("/withdrawals")
def withdrawn(request: Request, report: str) -> Response:
    """That a report was withdrawn, by whom and why; leads to the report where it was not."""
    try:
        room_of(request).ledger.report(report)
    except BadInput as error:
        return page(request, "withdrawn.html", told=str(error))
    return RedirectResponse(link_of(request)(f"/reports/{report}"), 303)
