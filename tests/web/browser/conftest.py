"""A server on loopback and a browser for the whole run; a page of its own for each test.

No page may say anything in the console: a script that stands in a page, or comes from elsewhere, would.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from tests.conftest import Places

from rashomon.ledger import Ledger
from rashomon.web import Room, create_app
from rashomon.web.render import STATIC

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
SOFTWARE = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
NO_WEBGL = ["--disable-3d-apis"]
WAIT = 30_000  # milliseconds: the map is drawn without a graphics card here


@contextmanager
def served(room: Room) -> Iterator[str]:
    """Serves a room on loopback, and says where; the room is closed with it."""
    app = create_app(room)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    room.close()


@pytest.fixture(scope="session")
def address(examples_ledger: str, lasting_copied: Places) -> Iterator[str]:
    """Where a room over the examples is served."""
    with served(Room(Ledger.open(lasting_copied(examples_ledger), create=False), "ada")) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which brings no browser of its own here."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no chromium at {CHROMIUM}: apt-get install chromium, or run .ci/chromium as root")
    with sync_playwright() as made:
        yield made


def launched(playwright: Playwright, arguments: list[str]) -> Browser:
    """Debian's chromium; as root it runs only without its sandbox."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *arguments])


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser with WebGL2, drawn by the processor."""
    if not (STATIC / "vendor" / "maplibre-gl.mjs").exists():
        pytest.skip("the assets are missing: python assets/vendoring.py brings them")
    made = launched(playwright, SOFTWARE)
    yield made
    made.close()


@pytest.fixture(scope="session")
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser without WebGL."""
    made = launched(playwright, NO_WEBGL)
    yield made
    made.close()


def opened(context: BrowserContext) -> tuple[Page, list[str]]:
    """A new page, and what its console says."""
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_default_timeout(WAIT)
    return page, said


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Each of the two colour schemes."""
    return str(request.param)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a desk's screen. Fails where its console said anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page, said = opened(context)
    yield page
    context.close()
    assert said == []
