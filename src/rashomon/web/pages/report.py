"""One report: the text as published with every span marked, what was read from it, its revisions and its copies."""

from dataclasses import dataclass
from itertools import pairwise

from fastapi import APIRouter, Request, Response

from rashomon.errors import Unknown
from rashomon.ledger import Ledger, claim_id
from rashomon.records import Reading, Report
from rashomon.views import check_series, marks_of, pieces, reviews_beside
from rashomon.views.copies import copies_of
from rashomon.views.differences import Difference, differences
from rashomon.web.render import page
from rashomon.web.visitors import Then, room_of

router = APIRouter()
AROUND = 280  # characters of the text on either side of quoted words


@dataclass(frozen=True, slots=True)
class Revised:
    """A later revision beside the one before it."""

    number: int
    report: Report
    words: tuple[Difference, ...]


@router.get("/reports/{report_id:path}/words")
def words(request: Request, ledger: Then, report_id: str, start: int, end: int) -> Response:
    """The words of a claim where they stand in the report."""
    report = ledger.report(report_id)
    if not 0 <= start < end <= len(report.text):
        raise Unknown(f"{report_id} has no words from {start} to {end}: its text has {len(report.text)} characters")
    before, after = _edges(report.text, start, end)
    return page(request, "words.html", report=report, start=start, end=end, before=before, after=after)


@router.get("/reports/{report_id:path}")
def report(request: Request, ledger: Then, report_id: str) -> Response:
    """The report with its newest text."""
    found = ledger.report(report_id)
    reading = ledger.reading(report_id)
    mentions = {mention.id for mention in reading.mentions} if reading else set()
    incidents = ledger.incidents_of(mentions)
    return page(
        request,
        "report.html",
        report=found,
        reading=reading,
        pieces=list(pieces(found.text, marks_of(reading) if reading else ())),
        claim_ids=_claim_ids(reading),
        incidents=incidents,
        copies=copies_of(ledger, found, set(incidents.values())),
        reviews=reviews_beside(ledger, mentions),
        series=[(series, check_series(ledger, series)) for series in reading.series] if reading else [],
        revised=_revised(ledger, report_id),
        seen=room_of(request).head,
    )


def _claim_ids(reading: Reading | None) -> dict[tuple[int, int], str]:
    """Each claim's id by its mention's number and its own, as `Mark` has them."""
    if reading is None:
        return {}
    return {
        (number, at): claim_id(mention.id, claim)
        for number, mention in enumerate(reading.mentions, 1)
        for at, claim in enumerate(mention.claims, 1)
    }


def _revised(ledger: Ledger, report_id: str) -> list[Revised]:
    revisions = ledger.revisions(report_id)
    pairs = enumerate(pairwise(revisions), 2)
    return [Revised(at, later, differences(earlier.text, later.text)) for at, (earlier, later) in pairs]


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words around begin and end: at a line's end or between words."""
    before, after = max(0, start - AROUND), min(len(text), end + AROUND)
    if before:
        before = text.find(" ", before, start) + 1 or before
    if after < len(text):
        after = max(text.rfind(" ", end, after), end)
    return before, after
