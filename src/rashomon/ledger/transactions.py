"""An open ledger's connections and its transactions; what is asked and written in them stands in `ledger.py`.

Invariant: what one writing transaction wrote is there whole or not at all, and only one is open at a time.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from rashomon.ledger.database import connect, refuse_other_schema, said_plainly
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.writing import Writer


class Transactions:
    """Opens and closes a ledger's database, and gives writers and readers of it. Several threads may use it."""

    def __init__(self, engine: Engine, dialect: Dialect, name: str, location: str) -> None:
        self.name = name
        self._engine, self._dialect, self.location = engine, dialect, location
        self._folder: TemporaryDirectory[str] | None = None  # of a temporary ledger
        self._batch: tuple[int, Writer] | None = None  # the thread that batches, and its writer
        self._writes = threading.RLock()

    @classmethod
    def open(cls, location: str, *, create: bool = True) -> Self:
        """The ledger at a file path or a database URL; made where it is not there and `create` is True.

        Raises BadInput for a location that holds something else or the ledger of a newer program, Unavailable where
        it cannot be reached or made, LedgerDamaged for a broken file, MissingResource without the driver.
        """
        return cls(*connect(str(location), create=create), str(location))

    @classmethod
    def temporary(cls) -> Self:
        """An empty ledger in a temporary file that `close` removes."""
        folder = TemporaryDirectory(prefix="rashomon-")
        ledger = cls.open(str(Path(folder.name) / "ledger.db"))
        ledger._folder = folder
        return ledger

    def close(self) -> None:
        """Give the connections back; closing twice does nothing."""
        self._engine.dispose()
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction of all that this thread writes inside: acknowledged at its end, or none of it."""
        with self.to_write() as writer:
            if self._batch is not None:
                yield
                return
            self._batch = (threading.get_ident(), writer)
            try:
                yield
            finally:
                self._batch = None

    @contextmanager
    def to_write(self) -> Iterator[Writer]:
        """One writing transaction, or the batch that this thread is in; for this package's own parts."""
        if self._batch is not None and self.batching:
            yield self._batch[1]
            return
        with (
            self._writes,
            said_plainly(self.name),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            self._dialect.begin(connection)
            refuse_other_schema(connection, self.name)
            writer = Writer(connection, self._dialect)
            yield writer
            writer.flush()

    @contextmanager
    def to_read(self) -> Iterator[Connection]:
        """A connection all whose questions see one state; for this package's own parts."""
        if self._batch is not None and self.batching:
            self._batch[1].flush()
            yield self._batch[1].connection
            return
        with (
            said_plainly(self.name),
            self._engine.connect().execution_options(**self._dialect.reading_options) as connection,
        ):
            yield connection

    @property
    def batching(self) -> bool:
        """True in a thread that is in a batch: what it reads may yet be taken back."""
        return self._batch is not None and self._batch[0] == threading.get_ident()
