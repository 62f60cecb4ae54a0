"""The interchange format: one JSON object a report, with the incidents, claims and series that were read from it.

`start` and `end`, half-open offsets in the report's text, stand beside every `quote`. `incident` is the ledger's
incident id, the same in all reports of one incident. Where a query chooses incidents, a report has the mentions of
these alone and no series: it is then no whole reading of the report.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.records import About, Claim, Interval, Mention, Place, Reading, Report, Series, Span, Stated

Object = dict[str, Any]


_CHUNK = 500  # incidents looked up at a time


def desk(ledger: Ledger, query: IncidentQuery | None = None) -> Iterator[str]:
    """The lines of the export, by report id; a report that is not read yet has no mentions."""
    if query is not None:
        yield from _chosen(ledger, query)
        return
    incidents = {one: each.incident.id for each in ledger.each_incident() for one in each.incident.mentions}
    for report in ledger.reports():
        reading = ledger.reading(report.id)
        yield json.dumps(desk_object(report, reading, incidents), ensure_ascii=False) + "\n"


def _chosen(ledger: Ledger, query: IncidentQuery) -> Iterator[str]:
    """The reports that tell of the incidents that fit."""
    ids = [row.id for row in ledger.incidents(query)]
    incidents: dict[str, str] = {}
    reports: set[str] = set()
    for at in range(0, len(ids), _CHUNK):
        for incident, mentions in ledger.members(ids[at : at + _CHUNK]).items():
            incidents.update(dict.fromkeys(mentions, incident))
            reports.update(mention.report for mention in ledger.mentions(mentions).values())
    for report_id in sorted(reports):
        reading = ledger.reading(report_id)
        told = tuple(mention for mention in reading.mentions if mention.id in incidents) if reading else ()
        shown = replace(reading, mentions=told, series=()) if reading else None
        yield json.dumps(desk_object(ledger.report(report_id), shown, incidents), ensure_ascii=False) + "\n"


def desk_object(report: Report, reading: Reading | None, incidents: Mapping[str, str]) -> Object:
    """One line of the export as an object.

    incidents: mention id to incident id; a mention outside of it (a ledger not joined yet) is an incident of its own.
    """
    mentions = sorted(reading.mentions, key=lambda mention: (mention.span, mention.id)) if reading else []
    series = sorted(reading.series, key=lambda series: (series.span, series.what)) if reading else []
    return {
        "report": {
            "id": report.id,
            "url": report.url,
            "outlet": report.outlet,
            "title": report.title,
            "published": report.published.isoformat() if report.published else None,
            "language": report.language,
            "text": report.text,
        },
        "mentions": [_mention(mention, incidents.get(mention.id, mention.id)) for mention in mentions],
        "series": [_series(one) for one in series],
    }


def _mention(mention: Mention, incident: str) -> Object:
    return {
        "incident": incident,
        **_words(mention.span),
        "sub_event_type": mention.sub_event_type.value.value,
        "means": [means.value.value for means in mention.means],
        "date": _days(mention.when),
        "place": _place(mention.where),
        "targets": [target.quote for target in mention.targets],
        "claims": [_claim(claim) for claim in mention.claims],
    }


def _claim(claim: Claim) -> Object:
    said: Object = {"about": claim.about.value, "stance": claim.stance.value}
    if claim.about in (About.KILLED, About.WOUNDED):
        said |= {"low": claim.low, "high": claim.high, "who": claim.who.quote if claim.who else None}
        if claim.part:
            said["part"] = True
    if claim.about is About.PERPETRATOR:
        said["actor"] = claim.actor.value if claim.actor else None
    return {**said, "by": [speaker.name for speaker in claim.speakers], **_words(claim.span)}


def _series(series: Series) -> Object:
    return {
        "what": series.what.quote,
        "low": series.low,
        "high": series.high,
        "date": _days(series.when),
        "place": _place(series.where),
        "actor": series.actor.value if series.actor else None,
        "by": [speaker.name for speaker in series.speakers],
        **_words(series.span),
    }


def _words(span: Span) -> Object:
    return {"quote": span.quote, "start": span.start, "end": span.end}


def _days(stated: Stated[Interval] | None) -> Object | None:
    return {"from": stated.value.first.isoformat(), "to": stated.value.last.isoformat()} if stated else None


def _place(stated: Stated[Place] | None) -> Object | None:
    if stated is None:
        return None
    place = stated.value
    return {
        "name": place.name,
        "country": place.country,
        "lat": round(place.lat, 5),
        "lon": round(place.lon, 5),
        "within_km": round(place.radius_km, 1),
    }
