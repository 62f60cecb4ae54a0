"""The overview counts what a walk over the rows counts, by a printed seed; each view's own cases."""

import math
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.ledger.drawing import SEED, asked, fill
from tests.ledger.planted import reading, reconciled, report, strike

from rashomon.ledger import PIN_KM, IncidentQuery, IncidentRow, Ledger
from rashomon.records import Interval, Place, PlaceKind
from rashomon.views import Bin, BinGrain, Overview, clusters, overview


def is_point(row: IncidentRow) -> bool:
    return row.radius_km is not None and row.radius_km <= PIN_KM


def counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def assert_counts(found: Overview, ledger: Ledger, query: IncidentQuery) -> None:
    """The overview against the rows that the database answers."""
    rows = ledger.incidents(replace(query, limit=None, cursor=None))
    assert found.count == len(rows) == found.dated + found.undated == found.points + found.in_areas + found.unplaced
    assert found.undated == sum(row.first is None for row in rows)
    assert found.unplaced == sum(row.lat is None for row in rows)
    assert found.points == sum(is_point(row) for row in rows) == sum(one.count for one in found.clusters)
    killed = sum(row.killed[1] or 0 for row in rows)
    assert found.killed == killed
    nowhere = sum(row.killed[1] or 0 for row in rows if row.lat is None)
    assert sum(one.killed for one in found.clusters) + sum(one.killed for one in found.areas) + nowhere == killed
    spread = Counter(
        (row.place, row.lat, row.lon, row.radius_km) for row in rows if row.lat is not None and not is_point(row)
    )
    assert {(one.name, one.lat, one.lon, one.radius_km): one.count for one in found.areas} == spread
    days = [row.first for row in rows if row.first]
    for part in found.bins:
        assert part.count == sum(part.first <= day <= part.last for day in days)
    assert sum(part.count for part in found.bins) == found.dated
    assert sum(part.around for part in found.bins) == sum(
        row.first is not None for row in ledger.incidents(replace(query, since=None, until=None, limit=None))
    )
    facets = found.facets
    assert facets.type == counted(row.sub_event_type for row in ledger.incidents(replace(query, type=None)))
    others = ledger.incidents(replace(query, means=None))
    assert facets.means == counted(one for row in others for one in row.means)
    others = ledger.incidents(replace(query, country=None))
    assert facets.country == counted(row.country for row in others if row.country)
    others = ledger.incidents(replace(query, actor=None))
    assert facets.actors == counted(one for row in others for one in row.actors)


def test_an_overview_counts_what_the_rows_come_to(ledger: Ledger) -> None:
    print("seed", SEED)
    draw = random.Random(SEED)  # noqa: S311
    fill(ledger, draw, 80)
    for _ in range(40):
        query = asked(draw)
        assert_counts(overview(ledger, query, zoom=draw.randrange(24)), ledger, query)


def test_a_page_says_where_the_next_one_begins(ledger: Ledger) -> None:
    fill(ledger, random.Random(SEED), 20)  # noqa: S311
    query = IncidentQuery(limit=8, newest_first=True)
    pages: list[tuple[IncidentRow, ...]] = []
    cursor = None
    while not pages or cursor:
        found = overview(ledger, replace(query, cursor=cursor))
        assert found.count == 20
        pages.append(found.page)
        cursor = found.more
    assert [len(page) for page in pages] == [8, 8, 4]
    assert [row for page in pages for row in page] == ledger.incidents(IncidentQuery(newest_first=True))


def told_on(ledger: Ledger, *intervals: tuple[date, date]) -> None:
    """One incident on each interval."""
    mentions = []
    with ledger.batch():
        for number, (first, last) in enumerate(intervals):
            of = report(f"r-{number}")
            told = strike(of)
            assert told.when
            told = replace(told, when=replace(told.when, value=Interval(first, last)))
            ledger.add_read(of, reading(of, told))
            mentions.append(told)
    ledger.replace_incidents([reconciled(told) for told in mentions], 2 * len(mentions))


@pytest.mark.parametrize(
    ("days_apart", "grain", "first", "last"),
    [
        (99, BinGrain.DAY, date(2024, 1, 3), date(2024, 1, 3)),
        (100, BinGrain.WEEK, date(2024, 1, 1), date(2024, 1, 7)),
        (699, BinGrain.WEEK, date(2024, 1, 1), date(2024, 1, 7)),
        (700, BinGrain.MONTH, date(2024, 1, 1), date(2024, 1, 31)),
        (4500, BinGrain.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_bins_are_as_wide_as_suits_the_time_spanned(
    ledger: Ledger, days_apart: int, grain: BinGrain, first: date, last: date
) -> None:
    start = date(2024, 1, 3)
    end = start + timedelta(days=days_apart)
    told_on(ledger, (start, start), (end, end))
    found = overview(ledger, IncidentQuery())
    assert found.grain is grain
    assert found.bins[0] == Bin(first, last, 1, 0, 6, 1)
    assert found.bins[-1].first <= end <= found.bins[-1].last
    assert overview(ledger, IncidentQuery(), grain=BinGrain.MONTH).grain is BinGrain.MONTH


def test_what_is_known_only_to_a_year_is_told_as_loose(ledger: Ledger) -> None:
    told_on(ledger, (date(2024, 1, 1), date(2024, 12, 31)), (date(2024, 3, 1), date(2024, 3, 1)))
    whole = overview(ledger, IncidentQuery())
    assert [(part.first, part.count, part.loose) for part in whole.bins] == [
        (date(2024, 1, 1), 1, 1),
        (date(2024, 3, 1), 1, 0),
    ]
    june = IncidentQuery(since=date(2024, 6, 1), until=date(2024, 6, 30))
    assert [(part.first, part.count, part.around) for part in overview(ledger, june).bins] == [
        (date(2024, 1, 1), 1, 1),
        (date(2024, 3, 1), 0, 1),
    ]
    close = overview(ledger, june, close=True)
    assert close.bins == (Bin(date(2024, 6, 1), date(2024, 6, 1), 1, 1, 6, 1),)


def placed_at(ledger: Ledger, *points: tuple[float, float]) -> list[str]:
    """One incident at each point; their ids."""
    mentions = []
    with ledger.batch():
        for number, (lat, lon) in enumerate(points):
            of = report(f"r-{number}")
            place = Place(f"P{number}", PlaceKind.SETTLEMENT, "XA", lat, lon, 5.0, "test:1")
            told = strike(of, place=place)
            ledger.add_read(of, reading(of, told))
            mentions.append(told)
    found = [reconciled(told) for told in mentions]
    ledger.replace_incidents(found, 2 * len(found))
    return [one.incident.id for one in found]


def test_points_that_lie_close_are_one_until_the_map_comes_near(ledger: Ledger) -> None:
    ids = placed_at(ledger, (34.1, 41.1), (34.2, 41.2), (-20.0, 30.0))
    (pair, alone) = overview(ledger, IncidentQuery(), zoom=4).clusters
    assert (pair.count, pair.killed, pair.id) == (2, 12, None)
    assert (pair.lat, pair.lon) == pytest.approx((34.15, 41.15))
    assert (alone.count, alone.id) == (1, ids[2])
    box = (33.0, 40.0, 35.0, 42.0)
    assert {one.id for one in overview(ledger, IncidentQuery(), zoom=12, box=box).clusters} == set(ids[:2])


@pytest.mark.parametrize("east", [-170.0, 190.0])
def test_a_map_over_the_antimeridian_shows_both_sides(ledger: Ledger, east: float) -> None:
    ids = placed_at(ledger, (-17.0, 179.5), (-17.0, -179.5), (-17.0, 0.0))
    shown = clusters(ledger, ledger.select(), 6, (-20.0, 170.0, -10.0, east))
    assert {one.id for one in shown} == set(ids[:2])


def test_a_map_of_the_world_is_never_more_than_a_few_thousand_clusters(ledger: Ledger) -> None:
    placed_at(ledger, *((lat / 4, lon / 4) for lat in range(8) for lon in range(8)))
    everything = clusters(ledger, ledger.select(), 22)
    assert len(everything) < 64
    assert sum(one.count for one in everything) == 64
    assert len(clusters(ledger, ledger.select(), 22, (0.0, 0.0, 2.0, 2.0))) == 64


def test_a_cell_of_the_map_is_sixty_four_pixels(ledger: Ledger) -> None:
    step = 360 / 256 / 2**3 * 64  # degrees of longitude in 64 pixels at zoom 3
    placed_at(ledger, (0.1, 0.1), (0.1, 0.9 * step), (0.1, 1.1 * step))
    assert sorted(one.count for one in clusters(ledger, ledger.select(), 3)) == [1, 2]
    assert math.isclose(step, 11.25)


def test_a_map_that_fits_what_is_found_tells_two_towns_apart(ledger: Ledger) -> None:
    mentions = []
    for number, (lat, lon) in enumerate([(41.17, 75.8), (42.49, 78.39)]):
        of = report(f"r-{number}")
        told = strike(of, place=Place(f"Town {number}", PlaceKind.SETTLEMENT, "KG", lat, lon, 3.0, "planted:3"))
        ledger.add_read(of, reading(of, told))
        mentions.append(told)
    ledger.replace_incidents([reconciled(told) for told in mentions], 4)
    found = overview(ledger, IncidentQuery(), zoom=None)
    assert found.extent == (41.17, 75.8, 42.49, 78.39)
    assert [one.count for one in found.clusters] == [1, 1]
    assert overview(ledger, IncidentQuery(country="XX"), zoom=None).extent is None
