"""Options that several commands share, and how their values are read."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.screen import counted, err
from rashomon.errors import BadInput
from rashomon.settings import DEFAULT_LEDGER, LEDGER_VARIABLE, ledger_location

if TYPE_CHECKING:
    from rashomon.ledger import Ledger

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help=f"The ledger, a file or a database URL. Default: ${LEDGER_VARIABLE}, else {DEFAULT_LEDGER}.",
        show_default=False,
    ),
]

AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help="Only what reports published by the end of that day tell, joined and counted anew.",
        show_default=False,
    ),
]
ByOption = Annotated[
    str, typer.Option(envvar="RASHOMON_BY", help="Who decides. Default: the login name.", show_default=False)
]


def opened(location: str | None) -> "Ledger":
    """The ledger that a command reads; raises BadInput where it is not there, with what makes one."""
    from rashomon.ledger import Ledger

    return Ledger.open(location or ledger_location(), create=False)


def as_day(value: str | None, option: str) -> date | None:
    """The day that an option names, written YYYY-MM-DD; None for an option that was not given. Raises BadInput."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadInput(f"{option} {value!r} is no day; write it as YYYY-MM-DD") from None


def people(option: str, value: str) -> tuple[int | None, int | None]:
    """Low and high of a count of people: "5", "5-8", "5+" and "-8". Raises BadInput, naming the option."""
    low, dash, high = value.strip().partition("-")
    if value.endswith("+") and not dash:
        low, dash, high = value.strip()[:-1], "-", ""
    numbers = [int(part) if part.isascii() and part.isdigit() else None for part in (low, high if dash else low)]
    meant = all(number is not None or not part for number, part in zip(numbers, (low, high), strict=True))
    first, last = numbers
    if not meant or numbers == [None, None] or (first is not None and last is not None and first > last):
        raise BadInput(f"{option} {value!r} is no count of people: write 5, 5-8, 5+ (at least) or -8 (up to)")
    return first, last


@contextmanager
def as_known(ledger: "Ledger", as_of: str | None) -> "Iterator[Ledger]":
    """The ledger with what was published by the end of a day, joined and reconciled; without a day the ledger itself.

    Reports of no known day are left out, since nobody can say that they were known then; how many stand on standard
    error. What analysts judged holds, whenever they judged it. Raises BadInput for what is no day.
    """
    day = as_day(as_of, "--as-of")
    if day is None:
        yield ledger
        return
    from rashomon.ledger import as_published
    from rashomon.pipeline import relink

    published = [report.published for report in ledger.reports()]
    with as_published(ledger, day) as then:
        relink(then)
        known, undated = sum(1 for _ in then.reports()), published.count(None)
        left_out = f"; {counted(undated, 'report')} of no known day left out" if undated else ""
        err().print(f"as of {day}: {known} of {counted(len(published), 'report')}{left_out}", soft_wrap=True)
        yield then


def whoever(by: str) -> str:
    """The name that was given, else the login name; raises BadInput where there is neither."""
    try:
        return by.strip() or getpass.getuser()
    except (KeyError, OSError):
        raise BadInput("nobody is logged in by a name: say who decides, with --by") from None
