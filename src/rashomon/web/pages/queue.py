"""The review queue: what waits for a person, decided by keyboard or mouse."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from rashomon.ledger import Ledger, Unchecked
from rashomon.views import queue
from rashomon.web.pages.checking import MOST_COUNTED, Asked, bench
from rashomon.web.pages.sides import sides
from rashomon.web.render import page
from rashomon.web.visitors import Then, room_of

router = APIRouter()
MOST = 100  # of each kind, on one page


class Kind(StrEnum):
    """What waits."""

    JOINS = "joins"
    LEFT = "left"
    PLACES = "places"
    ORIGINS = "origins"


_CHECKED = {Kind.PLACES: Unchecked.PLACE, Kind.ORIGINS: Unchecked.TOLL}


@router.get("/queue")
def waiting(
    request: Request,
    ledger: Then,
    of: Kind = Kind.JOINS,
    pair: Annotated[str, Query(description="the two mentions, parted by a colon")] = "",
    opened: Annotated[str, Query(alias="open", description="incidents, parted by a colon; the first that waits")] = "",
    after: Annotated[str, Query(description="the cursor of the page before")] = "",
    name: Annotated[str, Query(max_length=300, description="a place to be looked for")] = "",
    done: Annotated[
        str, Query(description="what was decided last: the two mentions and the verdict, or a ruling")
    ] = "",
    on: Annotated[str, Query(description="what it was decided on")] = "",
    report: Annotated[str, Query(description="where that stands")] = "",
) -> Response:
    """The pairs that the linker is not sure of, the likeliest first, one of them opened; or another kind."""
    counts = {kind.value: ledger.count_unchecked(what, MOST_COUNTED + 1) for kind, what in _CHECKED.items()}
    context: dict[str, Any]
    if of in _CHECKED:
        asked = Asked(tuple(filter(None, opened.split(":"))), after, name)
        shown = bench(ledger, _CHECKED[of], MOST, asked)
        decided = {"ruling": done, "on": on, "report": report} if done and on else None
        template, context = "checking.html", {"bench": shown, "done": decided, "opened": opened.split(":")[0]}
    else:
        template, context = "queue.html", _pairs(ledger, of, pair)
        context["done"] = done.split(":") if done.count(":") == 2 else None
    context |= {"of": of.value, "counts": counts, "most_counted": MOST_COUNTED, "seen": room_of(request).head}
    return page(request, template, **context)


def _pairs(ledger: Ledger, of: Kind, pair: str) -> dict[str, Any]:
    """What waits of pairs, the one asked for opened, and what a newer reading left behind."""
    found = queue(ledger, MOST)
    opened = next((one for one in found.asked if f"{one.join.left}:{one.join.right}" == pair), None)
    opened = opened or next(iter(found.asked), None)
    return {"found": found, "opened": opened, "sides": sides(opened) if opened and of is Kind.JOINS else ()}
