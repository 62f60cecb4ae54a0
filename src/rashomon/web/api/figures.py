"""Figures over many incidents, and exports of them."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from rashomon.errors import Unknown
from rashomon.export import Format, export
from rashomon.views import overview as overview_of
from rashomon.views import voices
from rashomon.web.api import shapes
from rashomon.web.api.parameters import Filtered, Key, LookedQuery
from rashomon.web.pages.speakers import beside
from rashomon.web.tags import VARY, tag_of
from rashomon.web.visitors import Then

router = APIRouter(tags=["Figures"])
_MEDIA = {
    Format.DESK: "application/x-ndjson",
    Format.CSV: "text/csv; charset=utf-8",
    Format.GEOJSON: "application/geo+json",
    Format.JSON: "application/json",
}


@router.get("/overview")
def overview(ledger: Then, asked: LookedQuery) -> shapes.Overview:
    """Counts, histogram, clusters of the map, areas and facets of all incidents that fit."""
    query = asked.filter.query
    found = overview_of(
        ledger, replace(query, limit=1), zoom=asked.zoom, box=query.box, grain=asked.grain, close=asked.close
    )
    facets = shapes.Facets(
        **{name: shapes.Counted.of(getattr(found.facets, name)) for name in shapes.Facets.model_fields}
    )
    lists = {name: list(getattr(found, name)) for name in ("bins", "clusters", "areas")}
    rest = set(shapes.Overview.model_fields) - set(lists) - {"facets"}
    return shapes.Overview.model_validate({name: getattr(found, name) for name in rest} | lists | {"facets": facets})


@router.get("/speakers")
def speakers(ledger: Then, asked: Filtered) -> shapes.Voices:
    """Speakers and outlets of the incidents that fit: how often first, how often alone, whom they blame and deny."""
    found = voices(ledger, ledger.incidents(asked.filter.query))
    return shapes.Voices(
        items=[shapes.SpeakerRecord.of(one) for one in found.speakers],
        outlets=[shapes.OutletRecord.model_validate(one) for one in found.outlets],
        walked=found.walked,
    )


@router.get("/speakers/{key}")
def speaker(ledger: Then, key: Key, asked: Filtered) -> shapes.SpeakerWhole:
    """One speaker, incident by incident: what it says, beside what others say of the same."""
    found = next((one for one in voices(ledger, ledger.incidents(asked.filter.query)).speakers if one.key == key), None)
    if found is None:
        raise Unknown(f"no speaker {key!r} says anything of the incidents that fit: take a key from /speakers")
    items = []
    for each in ledger.several_incidents(found.incidents):
        said, others = map(shapes.voiced_of, beside(each, found.origin))
        row = shapes.Incident.of(ledger.row(each.incident.id))
        items.append(shapes.Beside(incident=row, said=said, others=others))
    return shapes.SpeakerWhole(speaker=shapes.SpeakerRecord.of(found), items=items)


@router.get("/method")
def method() -> shapes.Method:
    """Every rule and weight in force, in the words of the function that applies it, and the accuracy gate's figures."""
    return shapes.Method.now()


@router.get(
    "/export/{format}",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The lines of the export.",
            "content": {
                media: {"schema": {"type": kind}, "example": example}
                for media, kind, example in (
                    ("application/x-ndjson", "string", '{"id": "r-7197396c39df03a5", "events": []}\n'),
                    ("text/csv", "string", "incident,from,to\ni-3f2a91c0d4e5b678,2024-05-13,2024-05-13\n"),
                    ("application/geo+json", "object", {"type": "FeatureCollection", "features": []}),
                    ("application/json", "array", [{"id": "i-3f2a91c0d4e5b678"}]),
                )
            },
        }
    },
)
def exported(request: Request, ledger: Then, format: Format, asked: Filtered) -> StreamingResponse:  # noqa: A002
    """The incidents that fit, in a format for other programs; lines are sent as they are made."""
    query = asked.filter.query
    ledger.incidents(replace(query, limit=1))  # what cannot be meant is refused before the first byte
    headers = {"ETag": tag_of(request), "Vary": VARY}
    return StreamingResponse(export(ledger, format, query), media_type=_MEDIA[format], headers=headers)
