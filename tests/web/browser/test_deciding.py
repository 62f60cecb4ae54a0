"""Incident, report and queue in a browser: words at hand, marks linked, and the whole review flow by keyboard alone."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.conftest import Places
from tests.web.browser.conftest import opened, served
from tests.web.placeless import add_placeless

from rashomon.ledger import Ledger
from rashomon.records import Coding, Ruling, Verdict
from rashomon.views import queue
from rashomon.web import Room

LIT = re.compile(r"\blit\b")
PATHS = (
    "/incidents/{incident}",
    "/incidents/{incident}/history",
    "/reports/{report}",
    "/queue",
    "/queue?of=left",
    "/queue?of=origins",
    "/queue?of=places",
    "/queue?of=places&name=San+Jose",
    "/queue?of=places&as_of=2024-12-31",
    "/reports/placeless-0",
    "/withdrawals?report=placeless-1",
    "/coding",
    "/coding/agreement",
    "/speakers",
    "/series",
    "/search?text=ferry",
    "/method",
    "/no-such-page",
)


@pytest.fixture
def room(examples_ledger: str, copied: Places) -> Room:
    """A room of the test's own, in which ada may decide."""
    return Room(Ledger.open(copied(examples_ledger), create=False), "ada")


@pytest.fixture
def own(room: Room) -> Iterator[str]:
    """Where that room is served."""
    with served(room) as address:
        yield address


@pytest.fixture
def incident(room: Room) -> str:
    """The incident that most reports tell of."""
    return max(room.ledger.incidents(), key=lambda row: (row.reports, row.id)).id


@pytest.fixture
def report(room: Room, incident: str) -> str:
    """A report that makes a claim on it."""
    return room.ledger.incident(incident).accounts[0].voiced[0].report


def test_a_cell_of_the_matrix_opens_its_words_and_escape_closes_them(own: str, page: Page, incident: str) -> None:
    page.goto(f"{own}/incidents/{incident}")
    quote = page.locator(".matrix .quote").first
    words = quote.inner_text().strip("“”")
    quote.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#words mark")).to_have_text(words)
    assert page.url == f"{own}/incidents/{incident}"
    page.keyboard.press("Escape")
    expect(page.locator("#words")).to_be_empty()


def test_a_claim_and_its_words_light_up_together_by_mouse_and_by_keyboard(own: str, page: Page, report: str) -> None:
    page.goto(f"{own}/reports/{report}")
    claim = page.locator("[data-claim]").first
    name = claim.get_attribute("data-claim")
    words = page.locator(f'.mark[data-claims~="{name}"]').first
    claim.focus()
    expect(words).to_have_class(LIT)
    claim.blur()
    expect(words).not_to_have_class(LIT)
    words.hover()
    expect(claim).to_have_class(LIT)


def test_the_queue_is_worked_by_keyboard_alone(own: str, page: Page, room: Room) -> None:
    pairs = [(one.join.left, one.join.right) for one in queue(room.ledger).asked]
    page.goto(f"{own}/queue")
    page.keyboard.press("w")
    page.keyboard.type("same hour, other village")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    expect(page.locator(".done")).to_contain_text("Judged different")
    (judged,) = room.ledger.judgements()
    assert (judged.left, judged.right, judged.verdict) == (*pairs[0], Verdict.DIFFERENT)
    assert (judged.by, judged.why) == ("ada", "same hour, other village")
    page.keyboard.press("z")
    expect(page.locator(".done")).to_have_count(0)
    assert not room.ledger.judgements()
    page.keyboard.press("u")
    expect(page.locator(".done")).to_contain_text("Judged unsure")
    page.keyboard.press("s")
    expect(page.locator(".done")).to_contain_text("Judged same" if len(pairs) > 1 else "Judged unsure")
    verdicts = {one.verdict for one in room.ledger.judgements()}
    assert verdicts == {Verdict.UNSURE, *[Verdict.SAME] * (len(pairs) > 1)}


def test_a_key_that_is_typed_into_a_field_decides_nothing(own: str, page: Page, room: Room) -> None:
    page.goto(f"{own}/queue")
    page.locator("input[name=why]").focus()
    page.keyboard.type("suds")
    assert page.locator("input[name=why]").input_value() == "suds"
    assert not room.ledger.judgements()


def test_a_join_is_parted_and_a_claim_rejected_from_their_pages(
    own: str, page: Page, room: Room, incident: str, report: str
) -> None:
    page.goto(f"{own}/incidents/{incident}")
    form = page.locator(".pair.same form").first
    form.locator("input[name=why]").fill("two jetties")
    form.get_by_role("button", name="Part them").click()
    page.wait_for_load_state()
    assert [one.verdict for one in room.ledger.judgements()] == [Verdict.DIFFERENT]
    page.goto(f"{own}/reports/{report}")
    page.locator(".claims details").first.locator("summary").click()
    page.locator(".claims details").first.get_by_role("button", name="Reject").click()
    expect(page.locator(".review").first).to_contain_text("ada rejected")
    assert [one.review.ruling for one in room.ledger.reviews()] == [Ruling.REJECTED]


def test_the_day_to_look_back_from_goes_along_every_link(own: str, page: Page, incident: str) -> None:
    page.goto(f"{own}/incidents/{incident}")
    page.locator("#as-of").fill("2024-05-16")
    page.get_by_role("button", name="Go").click()
    expect(page.locator(".then")).to_contain_text("2024-05-16")
    page.locator("header.room nav").get_by_role("link", name="Speakers").click()
    assert page.url == f"{own}/speakers?as_of=2024-05-16"


def test_no_page_has_a_serious_fault_for_assistive_technology(
    browser: Browser, own: str, room: Room, incident: str, report: str, scheme: Any
) -> None:
    add_placeless(room)
    room.ledger.redact("placeless-1", by="ada", why="a witness")
    room.keeper.follow()
    for width in (1400, 700, 390):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page, said = opened(context)
        for path in PATHS:
            page.goto(own + path.format(incident=incident, report=report))
            found = Axe().run(page).response["violations"]
            faults = [one for one in found if one["impact"] in ("serious", "critical")]
            told = [(path, one["id"], [node["html"] for node in one["nodes"]][:3]) for one in faults]
            assert told == []
            wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} scrolls sideways at {width}"
        context.close()
        assert [words for words in said if "404" not in words] == []


def test_pairs_are_coded_blind_and_adjudicated_by_keyboard(own: str, page: Page, room: Room) -> None:
    join = queue(room.ledger).asked[0].join
    room.ledger.code(Coding(join.left, join.right, Verdict.SAME, "ben", datetime.now(UTC), "one jetty"))
    page.goto(f"{own}/coding")
    assert "one jetty" not in page.content()
    page.keyboard.press("d")
    expect(page.locator(".done")).to_contain_text("Coded different")
    assert not room.ledger.judgements()
    page.goto(f"{own}/coding/agreement")
    expect(page.locator(".pair-open h2")).to_contain_text("ben: same")
    page.keyboard.press("s")
    expect(page.locator(".list tbody")).to_contain_text("same by ada")
    assert [one.verdict for one in room.ledger.judgements()] == [Verdict.SAME]


def test_a_claim_is_amended_from_its_report(own: str, page: Page, room: Room, report: str) -> None:
    page.goto(f"{own}/reports/{report}")
    claim = page.locator(".claims details").filter(has=page.locator("input[name=low]")).first
    claim.locator("summary").click()
    claim.locator("input[name=low]").fill("77")
    claim.get_by_role("button", name="Amend").click()
    expect(page.locator(".review").first).to_contain_text("ada amended")
    assert [one.review.ruling for one in room.ledger.reviews()] == [Ruling.AMENDED]
