"""Search: words in what reports say, and in what is read from them."""

from fastapi import APIRouter, Request, Response

from rashomon.ledger import IncidentQuery
from rashomon.views import found_in
from rashomon.web.render import page
from rashomon.web.visitors import Then

router = APIRouter()
MOST = 50  # incidents and reports shown


@router.get("/search")
def search(request: Request, ledger: Then, text: str = "") -> Response:
    """Incidents and reports that hold all the words; "..." for a phrase."""
    asked = text.strip()
    query = IncidentQuery(text=asked, limit=MOST + 1)
    return page(
        request,
        "search.html",
        text=asked,
        rows=ledger.incidents(query) if asked else [],
        reports=[found_in(report, asked) for report in ledger.search_reports(asked, limit=MOST + 1)] if asked else [],
        most=MOST,
    )
