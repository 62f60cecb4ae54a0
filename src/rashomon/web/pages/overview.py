"""The overview: which incidents the ledger holds."""

from fastapi import APIRouter, Request, Response

from rashomon.web.filters import Filter
from rashomon.web.render import page
from rashomon.web.visitors import Then

router = APIRouter()


@router.get("/")
def overview(request: Request, ledger: Then) -> Response:
    """The incidents that fit the filter."""
    asked = Filter.of(request.query_params)
    return page(request, "overview.html", filter=asked, rows=ledger.incidents(asked.query))
