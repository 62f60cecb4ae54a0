"""Makes the pictures of the README from the examples: the real program, in a terminal of 100 columns and in a browser.

.venv/bin/python docs/make_screenshots.py        writes docs/*.svg and docs/*.png

The pages need Debian's chromium (.ci/chromium installs it) and the vendored assets (make install).
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

from rashomon.ledger import Ledger
from rashomon.web import Room, create_app

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COLUMNS = 100
MOST_LINES = 64  # of an incident in full; the rest is for the terminal
WIDTH, HEIGHT = 1360, 860  # of a page, in CSS pixels
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
SETTLED = 2.0  # seconds in which the map draws itself
# A picture of its own: rich's default one names a font that a browser would load from elsewhere.
SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }} {styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def rashomon(*arguments: str, ledger: Path) -> str:
    """What the program prints for a person, colours included."""
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "rashomon", *arguments, "--ledger", str(ledger)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603
    return done.stdout


def picture(words: str, title: str, path: Path) -> None:
    """One picture of a terminal."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(words))
    console.save_svg(str(path), title=title, code_format=SVG, unique_id=path.stem)


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The room over a ledger on a free port, and its address."""
    room = Room(Ledger.open(str(ledger), create=False), "ada")
    server = uvicorn.Server(uvicorn.Config(create_app(room), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def page(browser: Browser, address: str, path: Path, scheme: str = "light") -> None:
    """One picture of a page; scheme: "light" or "dark"."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark" if scheme == "dark" else "light"
    )
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_timeout(SETTLED * 1000)
    tab.screenshot(path=path)
    context.close()


def pages(ledger: Path, most_told: str) -> None:
    """The pages of the README."""
    told = Ledger.open(str(ledger), create=False)
    report = told.incident(most_told).accounts[0].voiced[0].report
    told.close()
    with serving(ledger) as room, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page(browser, f"{room}/", DOCS / "overview.png")
        page(browser, f"{room}/incidents/{most_told}", DOCS / "incident.png")
        page(browser, f"{room}/reports/{report}", DOCS / "report.png", "dark")
        page(browser, f"{room}/queue", DOCS / "queue.png")
        browser.close()


def main() -> None:
    """Builds a ledger of the examples in a temporary folder and takes the pictures."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):  # pages name the ledger as it was given
        ledger = Path("examples.db")
        rashomon("build", str(ROOT / "examples"), ledger=ledger)
        rows = json.loads(rashomon("incidents", "--json", ledger=ledger))
        most_told = max(rows, key=lambda row: (row["reports"], row["id"]))["id"]
        lines = rashomon("show", most_told, ledger=ledger).splitlines()[:MOST_LINES]
        picture("\n".join(lines), f"rashomon show {most_told}", DOCS / "show.svg")
        pages(ledger, most_told)


if __name__ == "__main__":
    main()
