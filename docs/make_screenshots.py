"""Makes the pictures of the README from the examples: the real program, run in a terminal of 100 columns.

.venv/bin/python docs/make_screenshots.py        writes docs/incidents.svg and docs/show.svg
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = 100
MOST_LINES = 64  # of an incident in full; the rest is for the terminal
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
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)  # noqa: S603
    return done.stdout


def picture(words: str, title: str, path: Path) -> None:
    """One picture of a terminal."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(words))
    console.save_svg(str(path), title=title, code_format=SVG, unique_id=path.stem)


def main() -> None:
    """Builds a ledger of the examples in a temporary folder and takes the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "examples.db"
        rashomon("build", "examples", ledger=ledger)
        picture(rashomon("incidents", ledger=ledger), "rashomon incidents", ROOT / "docs" / "incidents.svg")
        rows = json.loads(rashomon("incidents", "--json", ledger=ledger))
        most_told = max(rows, key=lambda row: (row["reports"], row["id"]))["id"]
        lines = rashomon("show", most_told, ledger=ledger).splitlines()[:MOST_LINES]
        picture("\n".join(lines), f"rashomon show {most_told}", ROOT / "docs" / "show.svg")


if __name__ == "__main__":
    main()
