"""Who asks, the ledger's own lines, and whether they fit."""

import threading
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from rashomon.errors import Unknown
from rashomon.web.api import shapes
from rashomon.web.api.parameters import USUAL, Limit, Number
from rashomon.web.roles import Role
from rashomon.web.visitors import at_least, room_of, visitor_of

# The entries hold what coders code, to whom one another's codings are not shown.
router = APIRouter(tags=["Ledger"], dependencies=[Depends(at_least(Role.EDITOR))])
open_router = APIRouter(tags=["Ledger"])
_VERIFYING = threading.Lock()  # it reads the whole ledger: one at a time


@open_router.get("/me")
def me(request: Request) -> shapes.Me:
    """Who asks, and what this visitor may do."""
    return shapes.Me.model_validate(visitor_of(request))


@router.get("/entries")
def list_entries(
    request: Request,
    limit: Limit = USUAL,
    cursor: Annotated[int, Query(ge=0, le=2**53, description="`next` of the page before: a number.")] = 0,
) -> shapes.Entries:
    """The entries of the ledger by number, everybody's decisions among them. Needs the role editor."""
    found = list(islice(room_of(request).ledger.entries(cursor), limit + 1))
    items = [shapes.Entry.model_validate(one) for one in found[:limit]]
    return shapes.Entries(items=items, next=str(items[-1].number) if len(found) > limit else None)


@router.get("/entries/{number}")
def one_entry(request: Request, number: Number) -> shapes.Entry:
    """One entry. Needs the role editor."""
    found = next(room_of(request).ledger.entries(number - 1), None)
    if found is None or found.number != number:
        raise Unknown(f"the ledger has no entry {number}: its newest is {room_of(request).head}")
    return shapes.Entry.model_validate(found)


@router.get("/verify")
def verify(request: Request) -> shapes.Verified:
    """Whether every hash, every span and every table fits. Reads the whole ledger. Needs the role editor."""
    ledger = room_of(request).ledger
    with _VERIFYING:
        faults = ledger.verify()
    head = ledger.head()
    return shapes.Verified(
        sound=not faults,
        faults=[shapes.Fault.model_validate(one) for one in faults],
        number=head.number if head else 0,
        digest=head.digest if head else "0" * 64,
    )
