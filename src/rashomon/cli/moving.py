"""`rashomon copy`, `bundle`, `open`: a ledger from one place to another, every entry checked by its hash."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import counted, warn_if_stale
from rashomon.errors import BadInput
from rashomon.settings import ledger_location

if TYPE_CHECKING:
    from rashomon.ledger import Ledger
    from rashomon.records import Entry


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A ledger: a file or a database URL.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where it goes: a new file, or an empty database.")],
) -> None:
    """Copies a ledger, between SQLite and PostgreSQL or within one; every entry is checked by its hash.

    The copy has the same entries under the same numbers and hashes, and the same incidents. Nothing is left in TO
    where something does not fit.

    **Examples**

        rashomon copy rashomon.db backup.db
        rashomon copy rashomon.db postgresql://ada@desk/ledger
        rashomon copy postgresql://ada@desk/ledger 2026-11.db
    """
    from rashomon.ledger import copy_ledger

    with opened(source) as from_ledger:
        stale = from_ledger.stale()
        with _made(target) as to_ledger:
            head = copy_ledger(from_ledger, to_ledger)
            _told("copied", head, f"{from_ledger.name} to {to_ledger.name}")
    warn_if_stale(stale)


def bundle(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The bundle to write, a zip; it must not be there yet.")],
    ledger: LedgerOption = None,
) -> None:
    """Writes the whole ledger into one file, which can be read and checked years later without this program.

    It holds the entries, the reports' texts, the incidents, tables, the schema, all hashes, a page to read, and a
    checker that needs Python alone. The same ledger gives the same bytes. What the ledger holds is bundled as it is:
    rashomon verify proves it first, and rashomon open checks every hash again.

    **Examples**

        rashomon bundle 2026-11-21.zip
        unzip -p 2026-11-21.zip README.txt
    """
    from rashomon.ledger import write_bundle

    with opened(ledger) as open_ledger:
        if file.exists():
            raise BadInput(f"{file} is there already, and is kept: give another name")
        write_bundle(open_ledger, file)
        _told("bundled", open_ledger.head(), f"{open_ledger.name} into {file}", checked=False)
        warn_if_stale(open_ledger.stale())


def open_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A bundle.")],
    ledger: LedgerOption = None,
) -> None:
    """Reads a bundle into a new ledger, equal to the one that it was made of; all its hashes are checked first.

    **Examples**

        rashomon open 2026-11-21.zip --ledger reopened.db
        rashomon open 2026-11-21.zip --ledger postgresql://ada@desk/ledger
    """
    from rashomon.ledger import read_bundle

    with _made(ledger or ledger_location()) as open_ledger:
        head = read_bundle(open_ledger, file)
        _told("opened", head, f"{file} into {open_ledger.name}")


@contextmanager
def _made(location: str) -> "Iterator[Ledger]":
    """A ledger to fill, made where it is not there; a file that was made for nothing is taken away again."""
    from rashomon.ledger import Ledger

    is_new = "://" not in location and not Path(location).exists()
    with Ledger.open(location) as ledger:
        try:
            yield ledger
        except BaseException:
            ledger.close()
            for end in ("", "-wal", "-shm") if is_new else ():
                Path(f"{location}{end}").unlink(missing_ok=True)
            raise


def _told(done: str, head: "Entry | None", way: str, *, checked: bool = True) -> None:
    entries = counted(head.number if head else 0, "entry")
    typer.echo(f"{done}: {way}, {entries}{', every hash fits' if checked else ''}.")
    if head:
        typer.echo(f"Its end, to prove later that it is whole (rashomon verify --noted): {head.number}:{head.digest}")
