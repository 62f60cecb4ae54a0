"""What the two databases do differently, as one interface: `sqlite.py` and `postgresql.py` fill it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Select, Table
from sqlalchemy.sql.elements import ColumnElement

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Area:
    """Where and when an incident may have been: a box in degrees and days (date ordinals), all ends inclusive."""

    key: int
    south: float
    west: float
    north: float
    east: float
    first_day: int
    last_day: int


class Dialect(Protocol):
    """One database's own ways. Stateless."""

    @property
    def name(self) -> str:
        """What SQLAlchemy calls it."""

    @property
    def reading_options(self) -> Mapping[str, Any]:
        """Options of a connection by which all its statements see one state of the database."""

    def engine(self, location: str) -> Engine:
        """An engine for a location; raises BadInput or Unavailable for one that cannot be a ledger's."""

    def create_indexes(self, connection: Connection) -> None:
        """Make the tables for boxes and for words, which `schema.metadata` leaves out."""

    def begin(self, connection: Connection) -> None:
        """Called first in a writing transaction: wait until no other writes, or raise Unavailable."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many rows, all with the same columns, as fast as the database can."""

    def add_areas(self, connection: Connection, areas: Sequence[Area]) -> None:
        """Put areas under their keys."""

    def remove_areas(self, connection: Connection, keys: Sequence[int] | None) -> None:
        """Take the areas of these keys out; of all for None."""

    def in_area(self, area: Area) -> Select[int]:
        """The keys of areas that meet this one (its own key does not count)."""

    def add_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Make keys findable by their folded words; table is `incident_text` or `report_text`."""

    def remove_words(self, connection: Connection, table: str, texts: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Take keys out again, with the very words they were added with."""

    def clear_words(self, connection: Connection, table: str) -> None:
        """Take all keys out."""

    def by_words(
        self,
        statement: Select[Any],
        key: ColumnElement[int],
        table: str,
        phrases: Sequence[Sequence[str]],
    ) -> tuple[Select[Any], ColumnElement[int]]:
        """The statement narrowed to rows whose key is found by all phrases, and the column that orders it by key."""

    def keys_by_words(
        self, connection: Connection, table: str, phrases: Sequence[Sequence[str]], most: int | None = None
    ) -> Sequence[int]:
        """The keys that are found by all phrases; most: any so many of them, None for all."""

    def analyse(self, connection: Connection) -> None:
        """Count anew what the planner of queries goes by, after the incidents were replaced."""

    def damage(self, connection: Connection) -> list[str]:
        """What the database itself finds broken, as sentences."""

    def counted(self, connection: Connection, table: str) -> int:
        """How many keys `incident_area`, `incident_text` or `report_text` has."""

    def shred(self, engine: Engine) -> None:
        """Rewrite what withdrawn words have left on the disk; outside of a transaction."""
