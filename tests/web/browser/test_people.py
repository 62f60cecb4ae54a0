"""Signing in, one's account, the admins' page and the page of the API, in a browser: by keyboard, in both schemes."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.conftest import Places
from tests.web.browser.conftest import opened, served

from rashomon.ledger import Ledger
from rashomon.web import Room
from rashomon.web.roles import Role

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody


@pytest.fixture(scope="module")
def peopled(examples_ledger: str, lasting_copied: Places) -> Iterator[str]:
    """Where a room is served in which ada, an admin, and vera, a viewer, have accounts."""
    room = Room(Ledger.open(lasting_copied(examples_ledger), create=False), "root")
    room.accounts.add("ada", Role.ADMIN, SECRET, by="root")
    room.accounts.add("vera", Role.VIEWER, SECRET, by="ada")
    with served(room) as address:
        yield address


@pytest.fixture
def stranger(plain_browser: Browser, scheme: str, peopled: str) -> Iterator[Page]:
    """A browser in which nobody is signed in."""
    context = plain_browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": 1200, "height": 900}, base_url=peopled
    )
    page, said = opened(context)
    yield page
    context.close()
    # Chromium tells that signing out cleared what was kept; nothing else may be said.
    assert [words for words in said if not words.startswith("Clear-Site-Data")] == []


def sign_in(page: Page, name: str) -> None:
    """By keyboard alone: the first field has the focus."""
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def faultless(page: Page) -> None:
    """axe finds nothing serious."""
    found = Axe().run(page).response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_stranger_signs_in_and_is_where_he_wanted_to_be(stranger: Page) -> None:
    stranger.goto("/speakers")
    expect(stranger.get_by_role("heading", name="Sign in")).to_be_visible()
    faultless(stranger)
    sign_in(stranger, "vera")
    expect(stranger).to_have_url(stranger.url.rpartition("/")[0] + "/speakers")


def test_an_account_changes_its_password_makes_tokens_and_signs_out(stranger: Page) -> None:
    stranger.goto("/account")
    sign_in(stranger, "vera")
    faultless(stranger)
    stranger.get_by_label("What for").fill("nightly export")
    stranger.get_by_role("button", name="Make a token").click()
    secret = stranger.locator(".secret").inner_text()
    assert secret.startswith("rsh_")
    faultless(stranger)
    stranger.get_by_role("button", name="Revoke token").first.click()
    expect(stranger.get_by_text("revoked").first).to_be_visible()
    stranger.get_by_role("button", name="Sign out").click()
    stranger.goto("/account")
    expect(stranger.get_by_role("heading", name="Sign in")).to_be_visible()


def test_an_admin_sees_everybody_and_what_happened(stranger: Page) -> None:
    stranger.goto("/admin")
    sign_in(stranger, "ada")
    expect(stranger.get_by_role("rowheader", name="vera")).to_be_visible()
    expect(stranger.get_by_text("account added").first).to_be_visible()
    faultless(stranger)


def test_the_page_of_the_api_opens_and_folds(stranger: Page) -> None:
    stranger.goto("/api/v1/")
    sign_in(stranger, "ada")
    stranger.locator("summary", has_text="/api/v1/incidents").first.click()
    expect(stranger.get_by_text("It may have happened on this day or later").first).to_be_visible()
    faultless(stranger)
