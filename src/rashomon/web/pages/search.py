"""Search: words in what reports say, and in what is read from them."""

import re
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from rashomon.ledger import IncidentQuery
from rashomon.ledger.words import folded, phrases
from rashomon.records import Report
from rashomon.web.render import page
from rashomon.web.visitors import Then

router = APIRouter()
MOST = 50  # incidents and reports shown
AROUND = 120  # characters on either side of the words found
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words. before, words, after: the first place where one of them stands."""

    report: Report
    before: str
    words: str
    after: str


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
        reports=[_found(report, asked) for report in ledger.search_reports(asked, limit=MOST + 1)] if asked else [],
        most=MOST,
    )


def _found(report: Report, asked: str) -> Found:
    """Where the first of the words stands, looked for as they were written; the text's beginning where none does."""
    wanted = [word for phrase in phrases(asked) for word in phrase]
    at, end = next(
        ((start, end) for start, end in _words(report.text) if folded(report.text[start:end]) in wanted), (0, 0)
    )
    before, after = max(0, at - AROUND), min(len(report.text), end + AROUND)
    return Found(report, report.text[before:at], report.text[at:end], report.text[end:after])


def _words(text: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in _WORD.finditer(text)]
