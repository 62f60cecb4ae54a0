"""The review queue: what waits for a person, decided by keyboard or mouse."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.views import Asked, Told, queue
from rashomon.web.render import page
from rashomon.web.visitors import Then, room_of

router = APIRouter()
MOST = 100  # of each kind, on one page
AROUND = 420  # characters of the report on either side of the mention's words


class Kind(StrEnum):
    """What waits."""

    JOINS = "joins"
    LEFT = "left"
    PLACES = "places"
    ORIGINS = "origins"


@dataclass(frozen=True, slots=True)
class Side:
    """One mention of a pair, with its words where they stand in the report."""

    told: Told
    before: str
    after: str


@router.get("/queue")
def waiting(
    request: Request,
    ledger: Then,
    of: Kind = Kind.JOINS,
    pair: Annotated[str, Query(description="the two mentions, parted by a colon")] = "",
    done: Annotated[str, Query(description="what was decided last: the two mentions and the verdict")] = "",
) -> Response:
    """The pairs that the linker is not sure of, the likeliest first, one of them opened; or another kind."""
    found = queue(ledger, MOST)
    opened = next((one for one in found.asked if f"{one.join.left}:{one.join.right}" == pair), None)
    opened = opened or next(iter(found.asked), None)
    return page(
        request,
        "queue.html",
        of=of,
        found=found,
        opened=opened,
        sides=sides(opened) if opened and of is Kind.JOINS else (),
        rows=_rows(ledger, of),
        done=done.split(":") if done.count(":") == 2 else None,
        most=MOST,
        seen=room_of(request).head,
    )


def _rows(ledger: Ledger, of: Kind) -> list[object]:
    """The incidents without a place, or those whose dead one origin alone counts; the newest first."""
    if of is Kind.PLACES:
        return [*ledger.incidents(IncidentQuery(placed=False, newest_first=True, limit=MOST + 1))]
    if of is Kind.ORIGINS:
        query = IncidentQuery(single_origin=True, killed_min=1, newest_first=True, limit=MOST + 1)
        return [*ledger.incidents(query)]
    return []


def sides(asked: Asked) -> tuple[Side, Side]:
    """The two mentions with the words around them."""
    return side(asked.left), side(asked.right)


def side(told: Told) -> Side:
    """A mention with the words around it."""
    span, text = told.mention.span, told.report.text
    before, after = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if before:
        before = text.find(" ", before, span.start) + 1 or before
    if after < len(text):
        after = max(text.rfind(" ", span.end, after), span.end)
    return Side(
        told,
        ("… " if before else "") + text[before : span.start],
        text[span.end : after] + (" …" if after < len(text) else ""),
    )
