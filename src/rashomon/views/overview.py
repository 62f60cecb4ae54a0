"""All incidents that fit a query at one glance: how many, when, where, and of what sort. Fit for a million of them."""

from dataclasses import dataclass, replace

import numpy as np

from rashomon.ledger import IncidentQuery, IncidentRow, Ledger, Selection, Words
from rashomon.ledger.columns import Ints
from rashomon.ledger.summary import UNDATED
from rashomon.views.clusters import Area, Box, Cluster, areas, clusters, extent, suiting
from rashomon.views.over_time import Bin, BinGrain, over_time

MOST_ACTORS = 30
MOST_AREAS = 400
Counted = tuple[tuple[str, int], ...]  # a value, and how many incidents have it; the most frequent first


@dataclass(frozen=True, slots=True)
class Facets:
    """How many incidents there would be with each value, all else as asked: the query's own choice of it left aside.

    actors: those named by most incidents as perpetrator, claimant or denier. An incident of two means counts for each.
    """

    type: Counted
    means: Counted
    country: Counted
    actors: Counted


@dataclass(frozen=True, slots=True)
class Overview:
    """What fits a query. count = dated + undated = points + in areas + unplaced.

    killed: the sum of the best figures, 0 where none is known. bins, grain: `over_time`. clusters: of the map's part
    that was asked for. extent: the box round all that has a place, None where nothing has one. areas: places known no
    better than 15 km, those of most incidents; beyond: incidents in areas that are left out. page: `Selection.page`;
    more: the cursor for the page after it, None for the last one.
    """

    count: int
    dated: int
    undated: int
    points: int
    in_areas: int
    unplaced: int
    killed: int
    grain: BinGrain
    bins: tuple[Bin, ...]
    clusters: tuple[Cluster, ...]
    extent: Box | None
    areas: tuple[Area, ...]
    beyond: int
    facets: Facets
    page: tuple[IncidentRow, ...]
    more: str | None


def overview(
    ledger: Ledger,
    query: IncidentQuery,
    *,
    zoom: int | None = 2,
    box: Box | None = None,
    grain: BinGrain | None = None,
    close: bool = False,
) -> Overview:
    """Counts, histogram, clusters, areas and facets of all incidents that fit, and a page of them by its limit.

    zoom, box: of the map, for clusters alone (`clusters`); the box that incidents must lie in is the query's. A zoom of
    None is the one at which a page's map shows the box, or all that fits.
    grain: of the histogram, None for what suits. close: True draws the histogram over the query's own days, else over
    all days, as a place to choose them from. Raises BadInput for a query that cannot be meant.
    """
    limit = query.limit
    chosen = ledger.select(query if limit is None else replace(query, limit=limit + 1))
    rows, fitting = chosen.columns.rows, chosen.fitting()
    dated = rows.first_day != UNDATED
    around = fitting if close else chosen.fitting(without="days")
    used, bins = over_time(rows, fitting & dated, around & dated, grain, query.since if close else None)
    spread, around_all = areas(chosen), extent(chosen)
    depth = suiting(box or around_all) if zoom is None else zoom
    count, with_day = int(fitting.sum()), int((fitting & dated).sum())
    unplaced, in_areas = int((fitting & np.isnan(rows.lat)).sum()), sum(area.count for area in spread)
    page = chosen.page if limit is None else chosen.page[:limit]
    return Overview(
        count=count,
        dated=with_day,
        undated=count - with_day,
        points=count - unplaced - in_areas,
        in_areas=in_areas,
        unplaced=unplaced,
        killed=int(np.maximum(rows.killed[fitting], 0).sum(dtype=np.int64)),
        grain=used,
        bins=tuple(bins),
        clusters=tuple(clusters(ledger, chosen, depth, box or around_all)),
        extent=around_all,
        areas=tuple(spread[:MOST_AREAS]),
        beyond=sum(area.count for area in spread[MOST_AREAS:]),
        facets=facets(chosen),
        page=page,
        more=page[-1].cursor if page and len(chosen.page) > len(page) else None,
    )


def facets(chosen: Selection) -> Facets:
    """The values to choose among, with their counts."""
    columns = chosen.columns

    every = chosen.fitting()

    def counted(words: Words, of: Ints, own: str) -> Counted:
        fitting = chosen.fitting(without=own) if own in chosen.conditions else every
        return tuple(words.counted(of[fitting]))

    return Facets(
        type=counted(columns.type, columns.rows.type, "type"),
        means=counted(columns.means, columns.rows.means, "means"),
        country=counted(columns.country, columns.rows.country, "country"),
        actors=counted(columns.actors, columns.rows.actors, "actor")[:MOST_ACTORS],
    )
