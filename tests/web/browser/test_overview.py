"""The overview in a browser: three views that follow one address, by mouse, by keyboard, without scripts."""

import json
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.web.browser.conftest import WAIT, opened

COUNT = "#view h1"


def drawn(page: Page) -> dict[str, Any]:
    """What the page hands to its scripts."""
    found: dict[str, Any] = json.loads(page.locator("#drawn").inner_text())
    return found


def on_map(page: Page) -> int:
    """How many incidents the map shows."""
    data = drawn(page)
    return int(sum(pin[2] for pin in data["pins"]) + sum(area[3] for area in data["areas"]))


def map_is_drawn(page: Page) -> None:
    page.wait_for_selector("#map[data-drawn]", timeout=WAIT)


def pixel_of(page: Page, alone: bool) -> tuple[float, float]:
    """Where on the screen a pin lies that stands for one incident alone, or for several."""
    point = page.evaluate(
        """(alone) => { const found = rashomonMap.queryRenderedFeatures({ layers: ["pins"] })
        .find((pin) => (pin.properties.count === 1) === alone);
        const { x, y } = rashomonMap.project(found.geometry.coordinates); return [x, y]; }""",
        alone,
    )
    frame = page.locator("#canvas").bounding_box()
    assert frame is not None
    return frame["x"] + point[0], frame["y"] + point[1]


def test_a_filter_changes_all_three_views_and_the_address_and_back_undoes_it(page: Page, address: str) -> None:
    page.goto(address)
    everything, rows = page.locator(COUNT).inner_text(), page.locator("a.incident").count()
    page.select_option("#country", "NA")
    expect(page).to_have_url(f"{address}/?country=NA")
    some = page.locator("a.incident").count()
    assert 0 < some < rows
    expect(page.locator(COUNT)).to_have_text(re.compile(rf"^{some} of "))
    assert on_map(page) <= some
    page.check("#filter input[name=disputed]")
    expect(page).to_have_url(f"{address}/?country=NA&disputed=yes")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text(re.compile(rf"^{some} of "))
    expect(page.locator("#filter input[name=disputed]")).not_to_be_checked()
    page.reload()
    expect(page.locator(COUNT)).to_have_text(re.compile(rf"^{some} of "))
    expect(page.locator("#country")).to_have_value("NA")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text(everything)
    expect(page.locator("#country")).to_have_value("")


def test_words_are_sought_while_they_are_written(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#text").press_sequentially("jetty")
    expect(page).to_have_url(f"{address}/?text=jetty")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("jetty")


def test_days_are_brushed(page: Page, address: str) -> None:
    page.goto(address)
    bars = page.locator("svg.bars")
    box = bars.bounding_box()
    assert box is not None
    slots = drawn(page)["bars"]
    page.mouse.move(box["x"] + 2, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(f"since={slots[0][0]}&until="))
    expect(page.locator("#filter input[name=since]")).to_have_value(slots[0][0])
    since, until = (page.locator(f"#filter input[name={name}]").input_value() for name in ("since", "until"))
    assert until in [last for _, last, _ in slots]
    assert until < slots[-1][1]
    assert len(drawn(page)["bars"]) == len(slots), "the other days stay, to choose from"
    expect(page.locator("svg.bars .selection")).to_be_visible()
    page.get_by_role("link", name="These days closer").click()
    expect(page).to_have_url(re.compile("close=yes"))
    assert all(since <= first <= until for first, _, _ in drawn(page)["bars"])
    page.get_by_role("link", name="Clear days").click()
    expect(page).to_have_url(f"{address}/")


def test_a_click_on_a_cluster_zooms_and_the_list_follows(page: Page, address: str) -> None:
    page.goto(address)
    map_is_drawn(page)
    before = page.locator("a.incident").count()
    page.mouse.click(*pixel_of(page, alone=False))
    expect(page).to_have_url(re.compile(r"box=.*&zoom=\d+"))
    map_is_drawn(page)
    assert 0 < page.locator("a.incident").count() < before
    assert on_map(page) == page.locator("a.incident").count()
    page.reload()
    map_is_drawn(page)
    south, west, north, east = drawn(page)["box"]
    shown = page.evaluate("() => rashomonMap.getBounds().toArray().flat()")
    assert shown[0] <= west + 0.01 and shown[1] <= south + 0.01 and shown[2] >= east - 0.01 and shown[3] >= north - 0.01
    page.locator("#everything").click()
    expect(page).to_have_url(f"{address}/")


def test_a_click_on_one_incident_opens_its_card(page: Page, address: str) -> None:
    page.goto(f"{address}/?country=KG")
    map_is_drawn(page)
    page.mouse.click(*pixel_of(page, alone=True))
    card = page.locator("#card .card")
    expect(card).to_be_visible()
    target = card.get_by_role("link").get_attribute("href")
    assert target is not None and target.startswith("/incidents/")
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)


def test_names_on_the_map_can_be_turned_off_and_stay_off(page: Page, address: str) -> None:
    page.goto(address)
    map_is_drawn(page)
    page.uncheck("#names")
    page.reload()
    map_is_drawn(page)
    expect(page.locator("#names")).not_to_be_checked()
    assert page.evaluate("() => rashomonMap.getLayoutProperty('names', 'visibility')") == "none"


def test_the_keyboard_reaches_everything(page: Page, address: str) -> None:
    page.goto(f"{address}/?text=jetty")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Escape")
    page.goto(address)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("a.incident").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("a.incident").first).to_be_focused()
    target = page.locator("a.incident").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{target}")


def test_exports_of_what_is_shown_are_a_menu_that_closes(page: Page, address: str) -> None:
    page.goto(f"{address}/?country=NA")
    menu = page.locator(".incidents .menu")
    menu.locator("summary").click()
    with page.expect_download() as coming:
        menu.get_by_role("link", name="CSV").click()
    assert "i-" in coming.value.path().read_text(encoding="utf-8")
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="CSV")).to_be_hidden()


def test_the_list_is_found_again_where_it_was_left(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 660})
    page.goto(address)
    page.evaluate("() => { document.querySelector('.incidents').scrollTop = 60 }")
    left = page.evaluate("() => document.querySelector('.incidents').scrollTop")
    assert left > 0
    page.locator("a.incident").nth(4).click()
    page.wait_for_url("**/incidents/**")
    page.go_back()
    page.wait_for_selector("a.incident")
    assert page.evaluate("() => document.querySelector('.incidents').scrollTop") == left


def test_without_webgl_the_drawn_map_stands_and_the_rest_works(plain_browser: Browser, address: str) -> None:
    page, said = opened(plain_browser.new_context(viewport={"width": 1400, "height": 900}))
    page.goto(address)
    expect(page.locator("svg.flat")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    page.select_option("#country", "NA")
    expect(page).to_have_url(f"{address}/?country=NA")
    assert page.locator("svg.flat circle").count() >= 1
    page.context.close()
    assert said == []


def test_without_scripts_the_form_and_the_bars_are_links(plain_browser: Browser, address: str) -> None:
    context = plain_browser.new_context(java_script_enabled=False, viewport={"width": 1400, "height": 900})
    page, _ = opened(context)
    page.goto(address)
    page.select_option("#country", "NA")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{address}/?country=NA")
    expect(page.locator("svg.flat")).to_be_visible()
    page.locator("svg.bars a").first.click()
    expect(page).to_have_url(re.compile("since="))
    context.close()


def test_on_paper_the_drawn_map_stands_and_no_control(page: Page, address: str) -> None:
    page.goto(address)
    map_is_drawn(page)
    page.emulate_media(media="print")
    expect(page.locator("svg.flat")).to_be_visible()
    for control in ("#map", "#filter", ".menu"):
        expect(page.locator(control).first).to_be_hidden()


@pytest.mark.parametrize("width", [1400, 700])
def test_the_page_has_no_serious_fault_for_assistive_technology(
    browser: Browser, address: str, scheme: Any, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page, said = opened(context)
    page.goto(f"{address}/?country=NA&since=2024-01-01")
    map_is_drawn(page)
    faults = [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in faults] == []
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "nothing to scroll sideways"
    context.close()
    assert said == []
