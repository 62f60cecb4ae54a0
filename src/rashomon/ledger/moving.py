"""Ledgers made from ledgers: copies, bundles, and what was known at some time."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from rashomon.ledger import bundling, copying, incident_writing, incidents, knowing
from rashomon.ledger.copying import Stored
from rashomon.ledger.ledger import Ledger
from rashomon.records import Entry


def copy_ledger(source: Ledger, target: Ledger) -> Entry | None:
    """Copy all entries and incidents into an empty ledger, each checked by its hash; gives the newest entry.

    Raises BadInput where the target holds something, LedgerDamaged where an entry does not fit; then the target
    stays empty.
    """
    with source.to_read() as connection, target.to_write() as writer:
        copying.put_all(writer, copying.stored_entries(connection))
        at_entry = incidents.folded_at(connection)
        if at_entry is not None:
            incident_writing.replace_all(writer, incidents.every(connection), at_entry)
    return target.head()


def write_bundle(ledger: Ledger, path: Path) -> None:
    """Write everything into one file that can be verified and read without this program (`bundling`).

    Raises Unavailable where it cannot be written.
    """
    with ledger.to_read() as connection:
        bundling.write(connection, path)


def read_bundle(ledger: Ledger, path: Path) -> Entry | None:
    """Take a bundle into an empty ledger; gives the newest entry.

    Raises BadInput for a file that is no bundle, LedgerDamaged for one that does not fit its hashes.
    """
    with ledger.to_write() as writer:
        bundling.read(writer, path)
    return ledger.head()


def as_of(ledger: Ledger, moment: datetime) -> Ledger:
    """What was entered by a moment (UTC), as a ledger of its own, whose incidents are to be folded.

    It lies in a temporary file that `close` removes, and takes as long to make as the entries take to copy. What was
    withdrawn since is withdrawn there too.
    """
    return _selected(ledger, lambda entries: knowing.entered_by(entries, moment))


def as_published(ledger: Ledger, day: date) -> Ledger:
    """What stood in reports published by the end of a day, whenever they were entered; else as `as_of`.

    Reports without a known day are left out: nobody can say that they were known then.
    """
    return _selected(ledger, lambda entries: knowing.published_by(entries, day))


def _selected(ledger: Ledger, select_from: Callable[[Iterator[Stored]], Iterator[Stored]]) -> Ledger:
    chosen = Ledger.temporary()
    try:
        with ledger.to_read() as connection, chosen.to_write() as writer:
            copying.put_anew(writer, select_from(copying.stored_entries(connection)))
    except BaseException:
        chosen.close()
        raise
    return chosen
