"""One row a claim, for spreadsheets and statistics; the incident's own columns are repeated in each of its rows."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice

from rashomon.ledger import IncidentQuery, IncidentRow, Ledger
from rashomon.reconcile import Rulings, ruling_on
from rashomon.records import Claim, Interval, Mention, Place
from rashomon.views import Told, place_of, told_of

COLUMNS: Mapping[str, str] = {
    "incident": "the ledger's id of the incident, the same in all its rows",
    "from": "first day on which it may have happened (ISO 8601), the shortest interval told; empty: not told",
    "to": "last such day, inclusive",
    "time_precision": "ACLED: 1 a day is known, 2 a week, 3 a month or less precise",
    "date_prec": "UCDP: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer",
    "place": "the place that a reviewer gave, else that most mentions tell, of equals the most precise",
    "admin1": "first-level division",
    "country": "ISO 3166-1 alpha-2",
    "lat": "WGS 84 degrees; of an area its centre",
    "lon": "WGS 84 degrees; of an area its centre",
    "radius_km": "how far from there it may have been",
    "geo_precision": "ACLED: 1 the town or site, 2 part of a region, 3 a larger region",
    "where_prec": "UCDP: 1 exact to 7 at sea",
    "placed_by": "the reviewer who gave the place; empty: reports tell it, or nobody does",
    "sub_event_type": "ACLED's sub-event type, or `Explosion of unknown cause`",
    "means": "weapons told, parted by ;",
    "killed_low": "the lowest toll that somebody gives",
    "killed_best": "the toll chosen by the rule that `rashomon show` prints",
    "killed_high": "the highest",
    "wounded_low": "likewise",
    "wounded_best": "likewise",
    "wounded_high": "likewise",
    "reports": "reports that tell of the incident",
    "outlets": "outlets of these",
    "origins": "independent origins of what they tell",
    "about": "killed, wounded, perpetrator or occurrence; empty: a mention without claims",
    "stance": "asserts, claims, blames, suspects, denies, declines, unaware or confirms",
    "low": "people, at least",
    "high": "people, at most; empty: no upper bound",
    "part": "1 for a subgroup of a larger toll",
    "who": "what the victims are called",
    "actor": "whom a perpetrator claim speaks of",
    "by": "the speaker nearest to the fact; empty: the report's own voice",
    "through": "who passed it on, nearest first, parted by ;",
    "quote": "the words of the report",
    "start": "offset of the quote in the report's text, in characters from 0",
    "end": "offset of its end, exclusive",
    "rule": "the rule where the value is inferred",
    "ruling": "accepted, rejected (then it counts nowhere) or amended (then the row has it as amended) by a reviewer",
    "reviewer": "who ruled; empty: nobody",
    "mention": "the id of the mention in the report",
    "report": "the report's id",
    "outlet": "the report's outlet",
    "published": "its day of publication (ISO 8601); empty: not known",
    "title": "its title",
    "url": "its address",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CHUNK = 500  # incidents held at a time
_ENDS = ("low", "best", "high")


def table(ledger: Ledger, query: IncidentQuery | None = None) -> Iterator[str]:
    """The lines of the table, the head first: incidents by first day, mentions and claims in their own order.

    A mention without claims has one row with empty claim columns, so that no telling is lost. Words that a
    spreadsheet would run as a formula have an apostrophe before them.
    """
    yield _line(list(COLUMNS))
    rows = iter(ledger.incidents(query))
    while some := list(islice(rows, _CHUNK)):
        whole = {found.incident.id: found for found in ledger.several_incidents([row.id for row in some])}
        told = told_of(ledger, {one for found in whole.values() for one in found.incident.mentions})
        rulings = ledger.rulings(told)
        for row in some:
            found = whole.get(row.id)
            mentions = [told[one] for one in found.incident.mentions if one in told] if found else []
            placed = found.placed if found else None
            place = placed.where.value if placed else place_of(row, (one.mention for one in mentions))
            incident = _incident_cells(row, place) | {"placed_by": placed and placed.by}
            for one in mentions:
                yield from _of_mention(incident, one, rulings)


def _of_mention(incident: dict[str, object], told: Told, rulings: Rulings) -> Iterator[str]:
    shared = incident | _report_cells(told)
    for claim in told.mention.claims or (None,):
        own = _reviewed_cells(told.mention, claim, rulings) if claim else _mention_cells(told.mention, rulings)
        cells = shared | own
        yield _line([cells.get(column) for column in COLUMNS])


def _reviewed_cells(mention: Mention, claim: Claim, rulings: Rulings) -> dict[str, object]:
    review = ruling_on(mention.id, claim, rulings)
    if review is None or review.ruling is None:
        return _claim_cells(claim)
    return _claim_cells(review.amended or claim) | {"ruling": review.ruling.value, "reviewer": review.by}


def _incident_cells(row: IncidentRow, place: Place | None) -> dict[str, object]:
    days = Interval(row.first, row.last) if row.first and row.last else None
    cells: dict[str, object] = {
        "incident": row.id,
        "from": row.first,
        "to": row.last,
        "time_precision": days and days.time_precision,
        "date_prec": days and days.date_prec,
        "place": row.place,
        "admin1": row.admin1,
        "country": row.country,
        "lat": row.lat if row.lat is None else round(row.lat, 5),
        "lon": row.lon if row.lon is None else round(row.lon, 5),
        "radius_km": row.radius_km if row.radius_km is None else round(row.radius_km, 1),
        "geo_precision": place and place.geo_precision,
        "where_prec": place and place.where_prec,
        "sub_event_type": row.sub_event_type,
        "means": ";".join(row.means),
        "reports": row.reports,
        "outlets": row.outlets,
        "origins": row.origins,
    }
    cells |= {f"killed_{end}": value for end, value in zip(_ENDS, row.killed, strict=True)}
    cells |= {f"wounded_{end}": value for end, value in zip(_ENDS, row.wounded, strict=True)}
    return cells


def _report_cells(told: Told) -> dict[str, object]:
    report = told.report
    return {
        "mention": told.mention.id,
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
    }


def _mention_cells(mention: Mention, rulings: Rulings) -> dict[str, object]:
    review = rulings.get((mention.id, None))
    ruled = {"ruling": review.ruling.value, "reviewer": review.by} if review and review.ruling else {}
    return {"quote": mention.span.quote, "start": mention.span.start, "end": mention.span.end} | ruled


def _claim_cells(claim: Claim) -> dict[str, object]:
    names = [speaker.name for speaker in claim.speakers]
    return {
        "about": claim.about.value,
        "stance": claim.stance.value,
        "low": claim.low,
        "high": claim.high,
        "part": 1 if claim.part else None,
        "who": claim.who.quote if claim.who else None,
        "actor": claim.actor.value if claim.actor else None,
        "by": names[0] if names else None,
        "through": ";".join(names[1:]),
        "quote": claim.span.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "rule": claim.rule,
    }


def _line(cells: list[object] | list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return written.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
