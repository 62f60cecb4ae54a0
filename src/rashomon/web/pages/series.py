"""The series check: counts that reports give, set against the incidents that the ledger holds."""

from fastapi import APIRouter, Request, Response

from rashomon.views import SeriesTold, series_told
from rashomon.web.render import page
from rashomon.web.visitors import Then

router = APIRouter()
MOST = 100  # series on a page


@router.get("/series")
def series(request: Request, ledger: Then, after: str = "") -> Response:
    """The counted series by report; `after` is the last report of the page before."""
    told: list[SeriesTold] = []
    for one in series_told(ledger, after):
        if len(told) >= MOST and one.report.id != told[-1].report.id:
            return page(request, "series.html", told=told, next=told[-1].report.id)
        told.append(one)
    return page(request, "series.html", told=told, next=None)
