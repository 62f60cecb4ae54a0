"""Printing: words of reports made harmless, one look for all tables, no control codes where output is piped."""

import os
import re
import sys
from functools import cache

from rich.box import Box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

PIPED_WIDTH = 120  # columns where the output is no terminal and $COLUMNS does not tell
# A report's words must not steer the terminal: C0 and C1 controls but tab and line break.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACE = re.compile(r"\s+")
# A line under the head and nothing else.
_CALM = Box("    \n    \n -- \n    \n    \n -- \n    \n    \n")


@cache
def out() -> Console:
    """Standard output."""
    return _console(stderr=False)


@cache
def err() -> Console:
    """Standard error: what is wrong, what is going on."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = PIPED_WIDTH
    return console


def safe(words: str) -> str:
    """The words without characters that would steer a terminal; each becomes U+FFFD."""
    return _CONTROLS.sub("\ufffd", words)


def line(words: str) -> str:
    """The words on one line, safe to print."""
    return safe(_SPACE.sub(" ", words).strip())


def quote(words: str, most: int | None = None) -> Text:
    """The words of a report in quotation marks; most: characters to show, None for all."""
    shown = line(words)
    if most is not None and len(shown) > most:
        shown = shown[: most - 1].rstrip() + "…"
    return Text(f"“{shown}”")


def calm_table(*heads: str) -> Table:
    """A table with a line under its head, and space instead of all other lines."""
    table = Table(box=_CALM, show_edge=False, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def say(words: str | Text, style: str = "", *, indent: int = 0) -> None:
    """Words on standard output, wrapped at the terminal's width, all their lines indented by so many columns."""
    shown = Text(safe(words), style=style) if isinstance(words, str) else words
    _printed(Padding(shown, (0, 0, 0, indent)) if indent else shown)


def say_table(table: Table) -> None:
    """A table on standard output."""
    _printed(table)


def _printed(shown: Text | Padding | Table) -> None:
    if out().is_terminal:
        out().print(shown)
        return
    with out().capture() as captured:
        out().print(shown)
    # Rich fills lines with spaces to the width of a column, which only disturb whoever reads the output further.
    sys.stdout.write("".join(f"{row.rstrip()}\n" for row in captured.get().splitlines()))


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 report", "2 reports", "3 entries"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("ry") else f"{number} {noun}s"


def warn_if_stale(stale: bool) -> None:
    """On standard error, where the incidents are older than what the ledger holds."""
    if stale:
        err().print("Reports or judgements came in since the incidents were joined: run rashomon build again.")
