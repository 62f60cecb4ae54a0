"""The overview as a browser without scripts sees it: one address, one state, three views of the same."""

import csv
import html
import io
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from rashomon.pipeline import build
from rashomon.records import Report
from rashomon.views import Area, Bin, BinGrain, Cluster
from rashomon.web import Room
from rashomon.web.flat_map import flat_map
from rashomon.web.histogram import bars_of, ticks_of
from rashomon.web.render import asset


def drawn_of(text: str) -> dict[str, Any]:
    """What the page hands to its scripts."""
    found = re.search(r'<script type="application/json" id="drawn">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    drawn: dict[str, Any] = json.loads(found.group(1))
    return drawn


def listed(text: str) -> list[str]:
    """The incidents of the list, in its order."""
    return re.findall(r'<a class="incident" href="/incidents/([^"?]+)', text)


def test_list_map_and_histogram_tell_of_the_same_incidents(client: TestClient, room: Room) -> None:
    page = client.get("/?country=NA").text
    rows = [row for row in room.ledger.incidents() if row.country == "NA"]
    assert sorted(listed(page)) == sorted(row.id for row in rows)
    drawn = drawn_of(page)
    on_map = sum(pin[2] for pin in drawn["pins"]) + sum(area[3] for area in drawn["areas"])
    assert on_map == sum(row.lat is not None for row in rows)
    dated = sum(row.first is not None for row in rows)
    assert f"{dated} with a day" in page


def test_a_swap_carries_the_view_alone_and_the_address_that_it_stands_for(client: TestClient) -> None:
    answer = client.get("/?text=&country=na&type=", headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="view"')
    assert "<html" not in answer.text
    assert answer.headers["hx-push-url"] == "/?country=na"


def test_going_back_pushes_no_address(client: TestClient) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "hx-push-url" not in client.get("/?country=NA", headers=headers).headers


def test_a_form_sent_without_scripts_comes_to_the_same_address(client: TestClient) -> None:
    answer = client.get("/?text=&country=NA&type=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?country=NA")


def test_what_is_asked_stands_on_the_page_with_the_way_to_take_it_back(client: TestClient) -> None:
    page = html.unescape(client.get("/?country=NA&disputed=yes&since=2024-05-01").text)
    chips = page[page.index('<ul class="chips"') :].split("</ul>")[0]
    assert "Namibia" in chips and "accounts contradict each other" in chips and "from 2024-05-01" in chips
    assert 'href="/?since=2024-05-01&country=NA"' in chips
    assert '<option value="NA" selected>Namibia' in page


def test_what_is_near_is_said_as_people_say_it(client: TestClient) -> None:
    assert "within 50 km of Rundu, NA" in client.get("/?near=Rundu,NA,50").text


def test_looking_back_stays_in_every_address(client: TestClient) -> None:
    page = html.unescape(client.get("/?as_of=2024-05-15").text)
    view = page[page.index('<div id="view"') : page.index("</main>")]
    addresses = re.findall(r'href="(/(?!static)[^"]*)"', view)
    assert addresses
    assert all("as_of=2024-05-15" in address for address in addresses)


@pytest.mark.parametrize(
    "wrong", ["since=May", "box=1,2", "type=rain", "means=rain", "killed_min=many", "zoom=far", "at=x", "cursor=zz"]
)
def test_what_cannot_be_meant_is_refused_with_its_name(client: TestClient, wrong: str) -> None:
    answer = client.get(f"/?{wrong}")
    assert answer.status_code == 400
    assert wrong.split("=")[1] in html.unescape(answer.text)


def test_pages_follow_each_other_without_gap_or_repeat(
    client: TestClient, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.web.asked.PAGE", 3)
    address, found = "/", []
    while address:
        page = client.get(address).text
        found += listed(page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(more.group(1)) if more else ""
    expected = [row.id for row in sorted(room.ledger.incidents(), key=lambda row: row.cursor)]
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(found)


def test_exports_hold_exactly_what_the_page_shows(client: TestClient) -> None:
    shown = set(listed(client.get("/?country=NA").text))
    rows = list(csv.DictReader(io.StringIO(client.get("/export/csv?country=NA").text)))
    assert {row["incident"] for row in rows} == shown
    features = client.get("/export/geojson?country=NA").json()["features"]
    assert {feature["id"] for feature in features} == shown
    assert {row["id"] for row in client.get("/export/json?country=NA").json()} == shown
    lines = [json.loads(line) for line in client.get("/export/desk?country=NA").text.splitlines()]
    assert {mention["incident"] for line in lines for mention in line["mentions"]} == shown
    bars = list(csv.DictReader(io.StringIO(client.get("/export/days?country=NA").text)))
    assert sum(int(bar["incidents"]) for bar in bars) <= len(shown)
    assert client.get("/export/pdf").status_code == 404
    assert client.get("/export/csv?since=May").status_code == 400


def test_the_card_tells_of_one_incident(client: TestClient, room: Room, most_told: str) -> None:
    card = html.unescape(client.get(f"/incidents/{most_told}/card", headers={"HX-Request": "true"}).text)
    assert "<html" not in card
    assert room.ledger.row(most_told).words in card
    assert f'href="/incidents/{most_told}"' in card


def test_an_installation_without_the_assets_serves_the_page_and_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.web.pages.overview.asset", lambda _: "")
    page = client.get("/").text
    assert "This installation lacks quick filters, the map that moves, the brush" in page
    assert listed(page)


def a_bin(day: date, last: date, count: int) -> Bin:
    return Bin(day, last, count, 0, 0, count + 1)


def test_bars_stand_for_every_month_and_the_axis_names_some(monkeypatch: pytest.MonkeyPatch) -> None:
    bins = [
        a_bin(date(2023, 11, 1), date(2023, 11, 30), 4),
        a_bin(date(2024, 2, 1), date(2024, 2, 29), 0),
    ]
    bars = bars_of(bins, BinGrain.MONTH)
    assert [bar.days for bar in bars] == ["Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024"]
    assert [bar.height for bar in bars][1:] == [0, 0, 0]
    assert (bars[0].height, bars[0].pale) == (80, 100)
    assert (bars[1].first, bars[1].last) == (date(2023, 12, 1), date(2023, 12, 31))
    assert [tick.words for tick in ticks_of(bars, BinGrain.MONTH)] == ["Nov 2023", "Dec", "Jan 2024", "Feb"]


def test_a_month_that_the_bars_hold_the_end_of_alone_is_not_named_over_the_next() -> None:
    weeks = [a_bin(day, day + timedelta(6), 1) for day in (date(2024, 4, 29), date(2025, 2, 17))]
    words = [tick.words for tick in ticks_of(bars_of(weeks, BinGrain.WEEK), BinGrain.WEEK)]
    assert words == ["May 2024", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2025", "Feb"]


@pytest.mark.parametrize(
    ("grain", "first", "last", "bars"),
    [
        (BinGrain.DAY, date(2024, 2, 27), date(2024, 3, 2), 5),
        (BinGrain.WEEK, date(2024, 2, 26), date(2024, 3, 17), 3),
        (BinGrain.YEAR, date(2019, 1, 1), date(2024, 12, 31), 6),
    ],
)
def test_empty_bins_are_drawn_as_room(grain: BinGrain, first: date, last: date, bars: int) -> None:
    whole = {BinGrain.DAY: 0, BinGrain.WEEK: 6, BinGrain.YEAR: 365}[grain]
    begin = a_bin(first, date.fromordinal(first.toordinal() + whole - (grain is BinGrain.YEAR)), 1)
    end = a_bin(date.fromordinal(last.toordinal() - whole), last, 1)
    assert len(bars_of([begin, end], grain)) == bars
    assert len(ticks_of(bars_of([begin, end], grain), grain)) <= 12


def test_an_area_is_drawn_to_its_true_size() -> None:
    flat = flat_map([Cluster(0.0, 10.0, 3, 0)], [Area("Province", "NA", 60.0, 20.0, 111.32, 1, 0)], None)
    (area,), (pin,) = flat.areas, flat.pins
    assert area.r == pytest.approx(2.0, abs=0.01), "at 60 degrees a kilometre is twice as wide in Mercator's"
    assert (pin.x, pin.y, pin.words) == (10.0, 0.0, "3")


def test_a_box_across_the_antimeridian_is_drawn_in_one_piece() -> None:
    left, _, width, _ = (float(part) for part in flat_map([], [], (-20.0, 170.0, -10.0, -170.0)).view.split())
    assert left < 170 and left + width > 190


def test_incidents_without_a_place_wait_beside_the_map_wherever_it_stands(client: TestClient, room: Room) -> None:
    build([Report("nowhere", "On Sunday gunmen killed four shepherds, a relative said.")], room.ledger)
    unplaced = [row for row in room.ledger.incidents() if row.lat is None]
    assert unplaced
    for address in ("/", "/?box=-20,10,-10,30"):
        page = client.get(address).text
        tray = page[page.index('class="menu tray"') :].split("</details>")[0]
        assert f"{len(unplaced)} without a place" in tray
        assert f'href="/incidents/{unplaced[0].id}"' in tray
        assert 'href="/?placed=no"' in tray


def test_towns_of_the_map_are_large_and_named(client: TestClient) -> None:
    answer = client.get("/map/towns.geojson")
    names = {one["properties"]["name"]: one["properties"]["zoom"] for one in answer.json()["features"]}
    assert names["Baghdad"] < names["Windhoek"], "the larger one is shown from farther off"
    assert "max-age" in answer.headers["cache-control"]


def test_a_file_asked_for_by_its_hash_is_kept_by_the_browser(client: TestClient) -> None:
    assert "immutable" in client.get(asset("map.js")).headers["cache-control"]
    assert "immutable" not in client.get("/static/map.js").headers["cache-control"]
