"""The room: what all requests share. The open ledger, and the ledgers of earlier days that were asked for.

Invariant: a ledger of an earlier day is closed only when nobody reads in it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from rashomon.keeping import Keeper
from rashomon.ledger import Ledger, as_published
from rashomon.pipeline import relink
from rashomon.web.accounts import Accounts

MOST_DAYS = 4  # ledgers of earlier days that are kept ready; each is a file of its own


@dataclass
class _Then:
    """The ledger as it was known on a day. readers: requests that read in it now."""

    ledger: Ledger
    readers: int = 0


@dataclass
class Room:
    """An open ledger with what the pages keep beside it.

    by: whose name decisions bear where nobody signs in. alone: True where only this machine reaches the room; then
    nobody needs to sign in as long as nobody has an account. behind_tls: True where browsers reach it by https alone.
    keeper: keeps the incidents in step with what is decided. accounts: who may sign in.
    """

    ledger: Ledger
    by: str
    alone: bool = True
    behind_tls: bool = False
    accounts: Accounts = field(init=False)
    keeper: Keeper = field(init=False)
    _then: dict[tuple[date, int], _Then] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.ledger)
        self.accounts = Accounts.open(self.ledger.location)

    @property
    def head(self) -> int:
        """The number of the newest entry; 0 before the first."""
        head = self.ledger.head()
        return head.number if head else 0

    def prepare(self) -> None:
        """Lay out what the first overview and the first decision need: seconds to minutes for a million incidents."""
        self.ledger.select()
        self.keeper.prepare()

    @contextmanager
    def at(self, day: date | None) -> Iterator[Ledger]:
        """The ledger with what was published by the end of a day, None for today's.

        The first who asks for a day waits while its incidents are joined; the next ones do not, until the ledger grows.
        """
        if day is None:
            yield self.ledger
            return
        then = self._enter(day)
        try:
            yield then.ledger
        finally:
            with self._making:
                then.readers -= 1

    def close(self) -> None:
        """Close the ledgers of earlier days and the ledger itself."""
        with self._making:
            for then in self._then.values():
                then.ledger.close()
            self._then.clear()
        self.accounts.close()
        self.ledger.close()

    def _enter(self, day: date) -> _Then:
        with self._making:
            key = (day, self.head)
            then = self._then.pop(key, None)
            if then is None:
                self._make_place()
                then = _Then(as_published(self.ledger, day))
                relink(then.ledger)
            self._then[key] = then  # the latest asked for stands last
            then.readers += 1
            return then

    def _make_place(self) -> None:
        """Close the ledgers that were asked for the longest ago, but none that is being read."""
        for key, then in list(self._then.items()):
            if len(self._then) < MOST_DAYS:
                return
            if not then.readers:
                then.ledger.close()
                del self._then[key]
