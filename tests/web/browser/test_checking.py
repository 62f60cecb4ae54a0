"""Places that nobody told and tolls of one origin, each list worked through by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.conftest import Places
from tests.web.browser.conftest import served
from tests.web.placeless import add_placeless

from rashomon.ledger import Ledger, Unchecked
from rashomon.records import Ruling
from rashomon.web import Room


@pytest.fixture
def room(examples_ledger: str, copied: Places) -> Room:
    """A room with three incidents at places that no gazetteer holds, in which ada may decide."""
    made = Room(Ledger.open(copied(examples_ledger), create=False), "ada")
    add_placeless(made)
    return made


@pytest.fixture
def own(room: Room) -> Iterator[str]:
    """Where that room is served."""
    with served(room) as address:
        yield address


def rulings(room: Room) -> list[Ruling | None]:
    """What holds, by entry."""
    return [held.review.ruling for held in room.ledger.reviews()]


def test_places_are_given_by_keyboard_alone(own: str, page: Page, room: Room) -> None:
    page.goto(f"{own}/queue?of=places")
    expect(page.locator("mark")).to_contain_text("Five dock workers")
    page.keyboard.press("p")
    page.keyboard.type("San Jose")
    page.keyboard.press("Enter")
    expect(page.locator(".offers button")).to_have_count(9)
    expect(page.locator("#found")).to_contain_text("name the country too")
    page.keyboard.press("p")  # what was typed is chosen, so that typing goes over it
    page.keyboard.type("Rundu")
    page.keyboard.press("Enter")
    expect(page.locator(".offers button")).to_have_count(1)
    page.keyboard.press("w")
    page.keyboard.type("a 1 in its port")
    page.keyboard.press("Enter")  # decides nothing
    page.keyboard.press("Escape")
    assert rulings(room) == []
    page.keyboard.press("1")
    expect(page.locator(".done")).to_contain_text("Placed")
    (held,) = room.ledger.reviews()
    assert held.where and (held.where.value.name, held.review.why) == ("Rundu", "a 1 in its port")
    assert room.ledger.count_unchecked(Unchecked.PLACE) == 2
    expect(page.locator("mark")).to_contain_text("A roadside bomb")
    page.keyboard.press("z")
    expect(page.locator(".done")).to_have_count(0)
    expect(page.locator("mark")).to_contain_text("Five dock workers")
    assert rulings(room) == []


def test_places_are_passed_over_checked_and_rejected_by_keyboard_alone(own: str, page: Page, room: Room) -> None:
    page.goto(f"{own}/queue?of=places")
    page.keyboard.press("n")
    expect(page.locator("mark")).to_contain_text("A roadside bomb")
    page.keyboard.press("a")
    expect(page.locator(".done")).to_contain_text("Checked")
    expect(page.locator("mark")).to_contain_text("Gunmen shot dead")
    page.keyboard.press("r")
    expect(page.locator(".done")).to_contain_text("Rejected")
    assert rulings(room) == [Ruling.ACCEPTED, Ruling.REJECTED]
    expect(page.locator("mark")).to_contain_text("Five dock workers")
    page.keyboard.press("p")
    page.keyboard.type("-17.9,19.8,12")
    page.keyboard.press("Enter")
    expect(page.locator(".offers button")).to_have_count(1)
    page.keyboard.press("1")
    expect(page.locator("main")).to_contain_text("No incident waits for a place")
    page.keyboard.press("z")
    expect(page.locator("mark")).to_contain_text("Five dock workers")


def test_tolls_of_one_origin_are_decided_by_keyboard_alone(own: str, page: Page, room: Room) -> None:
    waits = room.ledger.count_unchecked(Unchecked.TOLL)
    page.goto(f"{own}/queue?of=origins")
    asked = page.locator("h2").first
    first = asked.inner_text()
    page.keyboard.press("n")
    expect(asked).not_to_have_text(first)
    second = asked.inner_text()
    page.keyboard.press("a")
    expect(page.locator(".done")).to_contain_text("Accepted")
    page.keyboard.press("z")
    expect(page.locator(".done")).to_have_count(0)
    expect(asked).to_have_text(second)
    assert rulings(room) == []
    page.keyboard.press("w")
    page.keyboard.type("the driver lived")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.keyboard.type("1")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    expect(page.locator(".done")).to_contain_text("Amended")
    (held,) = room.ledger.reviews()
    assert held.amended and (held.amended.low, held.amended.high, held.review.why) == (1, 4, "the driver lived")
    page.keyboard.press("r")
    expect(page.locator(".done")).to_contain_text("Rejected")
    assert room.ledger.count_unchecked(Unchecked.TOLL) == waits - 2
    assert rulings(room) == [Ruling.AMENDED, Ruling.REJECTED]


def test_a_report_is_withdrawn_once_its_id_is_typed(own: str, page: Page, room: Room) -> None:
    page.goto(f"{own}/reports/placeless-2")
    page.locator(".withdraw summary").click()
    form = page.locator(".withdraw form")
    form.locator("input[name=why]").fill("a court order")
    form.get_by_role("button", name="Withdraw").click()
    assert page.url.endswith("/reports/placeless-2")  # the browser asks for the id
    form.locator("input[name=typed]").fill("placeless-2")
    form.get_by_role("button", name="Withdraw").click()
    expect(page.locator("main")).to_contain_text("was withdrawn")
    assert "placeless-2" not in {report.id for report in room.ledger.reports()}
