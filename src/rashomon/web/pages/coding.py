"""Blind coding: several coders hold pairs for the same or different, none sees the others; an editor adjudicates."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.records import Coding
from rashomon.views.agreement import agreement
from rashomon.views.incident import told_of
from rashomon.web.coding import agreed as agreed_pairs
from rashomon.web.coding import given, judge_agreed
from rashomon.web.pages.decide import verdict_of
from rashomon.web.pages.sides import side, sides
from rashomon.web.render import page
from rashomon.web.roles import Role
from rashomon.web.visitors import Coder, Editor, at_least, checked_form, room_of

router = APIRouter()


@router.get("/coding")
def to_code(request: Request, visitor: Coder, done: str = "") -> Response:
    """The next pair that this coder has not coded; neither the score nor what others hold it for is shown."""
    ledger = room_of(request).ledger
    waiting, coded = given(ledger, visitor.name)
    opened = next(iter(waiting), None)
    return page(
        request,
        "coding.html",
        opened=opened,
        sides=sides(opened) if opened else (),
        waiting=len(waiting),
        coded=coded,
        done=done.split(":") if done.count(":") == 2 else None,
        seen=room_of(request).head,
    )


@router.post("/codings", dependencies=[Depends(checked_form)])
def code(
    request: Request,
    visitor: Coder,
    left: Annotated[str, Form()],
    right: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    why: Annotated[str, Form()] = "",
) -> Response:
    """Codes a pair "same", "different" or "unsure", or takes the coder's own coding back with "undo"."""
    first, second = sorted((left, right))
    coding = Coding(first, second, verdict_of(verdict), visitor.name, datetime.now(UTC), why)
    room_of(request).ledger.code(coding, seen=seen)
    return RedirectResponse("/coding" if verdict == "undo" else f"/coding?done={first}:{second}:{verdict}", 303)


@router.get("/coding/agreement", dependencies=[Depends(at_least(Role.EDITOR))])
def agreed(request: Request, pair: str = "") -> Response:
    """How far the coders agree, and the pairs to adjudicate, one of them opened."""
    ledger = room_of(request).ledger
    found = agreement(ledger)
    opened = next((one for one in found.pairs if f"{one.left}:{one.right}" == pair), None)
    opened = opened or next((one for one in found.pairs if one.judged is None and len(one.codings) > 1), None)
    told = told_of(ledger, {opened.left, opened.right}) if opened else {}
    return page(
        request,
        "agreement.html",
        found=found,
        opened=opened,
        sides=[side(told[one]) for one in (opened.left, opened.right) if one in told] if opened else [],
        to_take=len(agreed_pairs(found.pairs)),
        seen=room_of(request).head,
    )


@router.post("/coding/agreed", dependencies=[Depends(checked_form)])
def take_agreed(request: Request, visitor: Editor, seen: Annotated[int, Form()]) -> Response:
    """Judges every pair on which all its coders agree and that nobody has judged, as they do."""
    judge_agreed(room_of(request), visitor.name, seen)
    return RedirectResponse("/coding/agreement", 303)
