"""The overview: map, histogram and list of the incidents that fit, each of which shows the same."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.ledger import IncidentRow, Ledger
from rashomon.records import Means, SubEventType
from rashomon.views import Overview, country_name, country_names, large_towns, short_type
from rashomon.views import overview as overview_of
from rashomon.web.asked import Asked
from rashomon.web.flat_map import flat_map
from rashomon.web.histogram import Bar, bars_of, said_of, ticks_of
from rashomon.web.render import asset, link_of, page
from rashomon.web.visitors import Then

router = APIRouter()
IN_TRAY = 6  # incidents without a place that are shown beside the map
_TOGETHER = ("box", "zoom")  # what is taken back as one


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that is asked, in words, and the address that does without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a breakdown. share: percent of the most frequent one. address: with it, or without once chosen."""

    words: str
    count: int
    share: float
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Tray:
    """The incidents without a place: how many, and the first few of them."""

    count: int
    rows: tuple[IncidentRow, ...]


@router.get("/")
def overview(request: Request, ledger: Then) -> Response:
    """The incidents that fit the filter."""
    asked = Asked.of(request.query_params)
    link = link_of(request)
    address = link("/", **asked.parameters)
    swapped = "hx-request" in request.headers
    if not swapped and "" in request.query_params.values():
        return RedirectResponse(address, 303)  # a form sent without scripts names its empty fields too
    found = overview_of(ledger, asked.query, zoom=asked.depth, box=asked.query.box, close=bool(asked.close))
    bars = bars_of(found.bins, found.grain)
    answer = page(
        request,
        "overview.html",
        asked=asked,
        filter=asked.filter,
        found=found,
        total=total(ledger),
        tray=tray(ledger, asked),
        chips=chips(asked, link),
        bars=bars,
        ticks=ticks_of(bars, found.grain),
        flat=flat_map(found.clusters, found.areas, asked.query.box),
        drawn=drawn(found, asked, bars),
        said_of=said_of,
        lacking=lacking(),
        breakdowns=breakdowns(found, asked, link),
        types=[one.value for one in SubEventType],
        means=[one.value for one in Means],
        countries=country_names(),
    )
    if swapped and "hx-history-restore-request" not in request.headers:
        answer.headers["HX-Push-Url"] = address
    answer.headers["Vary"] = "HX-Request"
    return answer


@router.get("/incidents/{handle}/card")
def card(request: Request, ledger: Then, handle: str) -> Response:
    """One incident in short, for the map."""
    return page(request, "card.html", row=ledger.row(ledger.incident(handle).incident.id))


@router.get("/map/towns.geojson")
def towns() -> Response:
    """Towns for the map, each with the zoom from which it is shown; the same until the gazetteer is another."""
    return Response(_towns(), media_type="application/geo+json", headers={"Cache-Control": "private, max-age=86400"})


@cache
def _towns() -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"name": town.name, "zoom": round(7.5 - math.log10(town.population / 100_000) * 2, 1)},
            "geometry": {"type": "Point", "coordinates": [round(town.lon, 3), round(town.lat, 3)]},
        }
        for town in large_towns()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def tray(ledger: Ledger, asked: Asked) -> Tray:
    """What fits but for the part of the map, and has no place to be shown at."""
    somewhere = replace(asked.query, box=None, near=None, vague=False, placed=False, limit=IN_TRAY, cursor=None)
    found = ledger.select(somewhere)
    return Tray(int(found.fitting().sum()), found.page)


def lacking() -> list[str]:
    """What this installation does without, in words."""
    parts = {"htmx.js": "quick filters", "maplibre-gl.mjs": "the map that moves", "d3-brush.js": "the brush"}
    return [words for name, words in parts.items() if not asset(f"vendor/{name}")]


def total(ledger: Ledger) -> int:
    """How many incidents the ledger holds."""
    return len(ledger.select().columns.rows.key)


def drawn(found: Overview, asked: Asked, bars: Sequence[Bar]) -> dict[str, Any]:
    """What the scripts draw on the map and over the histogram; coordinates are longitude, latitude."""
    return {
        "box": asked.query.box,
        "extent": found.extent,
        "bars": [[bar.first.isoformat(), bar.last.isoformat(), said_of(bar)] for bar in bars],
        "pins": [[round(one.lon, 4), round(one.lat, 4), one.count, one.killed, one.id] for one in found.clusters],
        "areas": [
            [round(one.lon, 3), round(one.lat, 3), round(one.radius_km, 1), one.count, one.name, one.country]
            for one in found.areas
        ],
    }


def chips(asked: Asked, link: Callable[..., str]) -> list[Chip]:
    """What is asked, each with the way to take it back."""
    said = asked.filter.set
    found = []
    if "box" in said:
        found.append(Chip("in the part of the map that is shown", link("/", **asked.but(box="", zoom=""))))
    for name, value in said.items():
        if name in _TOGETHER:
            continue
        dropped = {"close": ""} if name in ("since", "until") else {}
        found.append(Chip(_said(name, value), link("/", **asked.but(**{name: "", **dropped}))))
    return found


_WORDS = {
    "since": "from {}",
    "until": "until {}",
    "actor": "named: {}",
    "text": "words: {}",
    "killed_min": "{} killed or more",
    "killed_max": "{} killed at most",
}
_YES_OR_NO = {
    "dated": ("with a day", "without a day"),
    "placed": ("with a place", "without a place"),
    "disputed": ("accounts contradict each other", "accounts agree"),
    "single_origin": ("one origin only", "several origins"),
}


def _said(name: str, value: str) -> str:
    if name in _YES_OR_NO:
        return _YES_OR_NO[name][value != "yes"]
    if name == "near":
        middle, _, km = value.rpartition(",")
        return f"within {km} km of {middle.replace(',', ', ')}"
    if name == "country":
        return country_name(value.upper())
    return _WORDS.get(name, "{}").format(value.replace("_", " "))


def breakdowns(found: Overview, asked: Asked, link: Callable[..., str]) -> dict[str, list[Value]]:
    """By country, type, means and who is named: how many there would be, and the way to them."""
    facets = found.facets

    def values(name: str, counted: Sequence[tuple[str, int]], words: Callable[[str], str]) -> list[Value]:
        now = getattr(asked.filter, name)
        most = counted[0][1] if counted else 1
        return [
            Value(
                words(value),
                count,
                round(100 * count / most, 1),
                value.lower() == now.lower(),
                link("/", **asked.but(**{name: "" if value.lower() == now.lower() else value})),
            )
            for value, count in counted
        ]

    return {
        "Country": values("country", facets.country, country_name),
        "Type": values("type", facets.type, short_type),
        "Means": values("means", facets.means, lambda value: value.replace("_", " ")),
        "Named": values("actor", facets.actors, str.strip),
    }
