"""Reports with what was read from them, mentions, and counted series."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request

from rashomon import records
from rashomon.errors import Unknown
from rashomon.ledger import Ledger
from rashomon.views import check_series, marks_of, series_told
from rashomon.web.api import shapes
from rashomon.web.api.parameters import USUAL, After, AsOf, Handle, Limit, ReportId
from rashomon.web.visitors import Then, room_of

router = APIRouter(tags=["Reports"])


@router.get("/reports")
def list_reports(
    ledger: Then,
    text: Annotated[str, Query(max_length=500, description='Words of title and text, "..." for a phrase.')] = "",
    limit: Limit = USUAL,
    cursor: After = "",
    as_of: AsOf = None,  # noqa: ARG001 - `Then` reads it
) -> shapes.Reports:
    """Reports in their newest revision, by id; with `text` those that hold all the words."""
    if text.strip():
        found = ledger.search_reports(text, limit=limit + 1, after=cursor)
    else:
        found = list(islice(ledger.reports(cursor), limit + 1))
    items = [shapes.Report.model_validate(report) for report in found[:limit]]
    return shapes.Reports(items=items, next=items[-1].id if len(found) > limit else None)


@router.get("/reports/{report_id:path}/reading")
def reading(ledger: Then, report_id: ReportId, as_of: AsOf = None) -> shapes.Reading:  # noqa: ARG001
    """What was read from its newest revision: mentions with their claims, and counted series."""
    read = _read(ledger, report_id)
    incidents = ledger.incidents_of(one.id for one in read.mentions)
    return shapes.Reading(
        report=read.report,
        digest=read.digest,
        reader=read.reader,
        mentions=[shapes.Mention.of(one, incidents.get(one.id)) for one in read.mentions],
        series=[shapes.Series.of(one, check_series(ledger, one)) for one in read.series],
    )


@router.get("/reports/{report_id:path}/marks")
def marks(ledger: Then, report_id: ReportId, as_of: AsOf = None) -> shapes.Marks:  # noqa: ARG001
    """Every span that was read from it, by kind, in the order of the text."""
    read = _read(ledger, report_id)
    return shapes.Marks(items=[shapes.Mark.of(mark, read) for mark in marks_of(read)])


@router.get("/reports/{report_id:path}/revisions")
def revisions(ledger: Then, report_id: ReportId, as_of: AsOf = None) -> shapes.Revisions:  # noqa: ARG001
    """Every revision with its text, as they came in."""
    ledger.report(report_id)  # refuses one that is not there or is withdrawn
    return shapes.Revisions(items=[shapes.Revision.model_validate(one) for one in ledger.revisions(report_id)])


@router.get("/reports/{report_id:path}")
def one_report(
    request: Request,
    ledger: Then,
    report_id: ReportId,
    as_of: AsOf = None,  # noqa: ARG001
) -> shapes.ReportWhole:
    """One report with its text as published."""
    report, read = ledger.report(report_id), ledger.reading(report_id)
    brief = shapes.Report.model_validate(report)
    return shapes.ReportWhole(
        **brief.model_dump(),
        text=report.text,
        revisions=len(ledger.revisions(report_id)),
        reader=read.reader if read else None,
        seen=room_of(request).head,
    )


@router.get("/mentions")
def list_mentions(
    ledger: Then,
    limit: Limit = USUAL,
    cursor: After = "",
    as_of: AsOf = None,  # noqa: ARG001
) -> shapes.Mentions:
    """The mentions of all current readings, by report id; a report's mentions are never parted by a page's end."""
    found: list[records.Mention] = []
    last = None
    for read in ledger.readings(cursor):
        if len(found) >= limit:
            break
        found += read.mentions
        last = read.report
    else:
        last = None
    incidents = ledger.incidents_of(one.id for one in found)
    return shapes.Mentions(items=[shapes.Mention.of(one, incidents.get(one.id)) for one in found], next=last)


@router.get("/mentions/{handle}")
def one_mention(ledger: Then, handle: Handle, as_of: AsOf = None) -> shapes.Mention:  # noqa: ARG001
    """One mention of a current reading, by its whole id."""
    found = ledger.mentions([handle]).get(handle)
    if found is None:
        raise Unknown(f"no current reading holds a mention {handle!r}: take its id from an incident or a report")
    return shapes.Mention.of(found, ledger.incidents_of([handle]).get(handle))


@router.get("/series")
def list_series(
    ledger: Then,
    limit: Limit = USUAL,
    cursor: After = "",
    as_of: AsOf = None,  # noqa: ARG001
) -> shapes.SeriesList:
    """Counted series by report id, each set against what the ledger holds; a report's are never parted."""
    items: list[shapes.Series] = []
    for told in series_told(ledger, cursor):
        if len(items) >= limit and told.series.report != items[-1].report:
            return shapes.SeriesList(items=items, next=items[-1].report)
        items.append(shapes.Series.of(told.series, told.check))
    return shapes.SeriesList(items=items, next=None)


def _read(ledger: Ledger, report_id: str) -> records.Reading:
    ledger.report(report_id)  # refuses one that is not there or is withdrawn
    read = ledger.reading(report_id)
    if read is None:
        raise Unknown(f"{report_id} is not read yet: run `rashomon build` again")
    return read
