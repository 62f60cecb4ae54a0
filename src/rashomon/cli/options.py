"""Options that several commands share, and how their values are read."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

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
