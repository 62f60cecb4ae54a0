"""The columns read from the table of incidents, and brought up to date by the incidents that changed since."""

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, Select, func, select

from rashomon.ledger import changes
from rashomon.ledger.columns import Coder, Columns, Ints, Rows, Spot, mercator
from rashomon.ledger.query import PIN_KM
from rashomon.ledger.schema import incident
from rashomon.ledger.summary import UNDATED

_CHUNK = 20_000  # rows a question; of keys 500, for a statement takes no more
_KEYS = 500
_ASKED: Select[Any] = select(
    incident.c.key,
    func.coalesce(incident.c.first_day, UNDATED),
    func.coalesce(incident.c.last_day, UNDATED),
    incident.c.lat,
    incident.c.lon,
    incident.c.radius_km,
    incident.c.place,
    func.coalesce(incident.c.killed_best, -1),
    func.coalesce(incident.c.wounded_best, -1),
    incident.c.origins,
    incident.c.disputed,
    incident.c.sub_event_type,
    incident.c.country,
    incident.c.means,
    incident.c.actors,
).order_by(incident.c.key)


class ColumnsReader:
    """Keeps the newest columns of one ledger. Several threads may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: Columns | None = None
        self._coding = _Coding()

    def current(self, connection: Connection, *, keep: bool) -> Columns:
        """What the connection sees. keep: False in a transaction that may yet be taken back.

        The transaction must ask nothing before this: it sees the table as it is once the lock is held, so that what is
        kept is never newer than what it sees.
        """
        if not keep:
            return _Coding().all_rows(connection, changes.changes(connection).newest)
        with self._lock:
            now = changes.changes(connection)
            kept = self._kept
            if kept is None or kept.change < now.replaced or kept.change > now.newest:
                self._coding = _Coding()
                kept = self._coding.all_rows(connection, now.newest)
            elif kept.change < now.newest:
                touched = changes.touched_since(connection, kept.change)
                new = self._coding.rows(_rows_of(connection, touched))
                kept = self._coding.columns(now.newest, kept.rows.replaced(touched, new))
            self._kept = kept
            return kept


def _rows_of(connection: Connection, keys: Sequence[int]) -> Iterator[Sequence[Row[Any]]]:
    for at in range(0, len(keys), _KEYS):
        yield connection.execute(_ASKED.where(incident.c.key.in_(keys[at : at + _KEYS]))).all()


def _every_row(connection: Connection) -> Iterator[Sequence[Row[Any]]]:
    last = -1
    while some := connection.execute(_ASKED.where(incident.c.key > last).limit(_CHUNK)).all():
        last = some[-1].key
        yield some


class _Coding:
    """The numbers given to words and areas; they hold for all columns of one reader until all is read anew."""

    def __init__(self) -> None:
        self._type = Coder(lambda stored: (stored,))
        self._country = Coder(lambda stored: () if stored is None else (stored,))
        self._means = Coder(json.loads)
        self._actors = Coder(json.loads)
        self._spots: dict[Spot | None, int] = {None: 0}

    def all_rows(self, connection: Connection, change: int) -> Columns:
        """The whole table."""
        return self.columns(change, self.rows(_every_row(connection)))

    def columns(self, change: int, rows: Rows) -> Columns:
        """The rows with what their numbers mean."""
        words = (each.words() for each in (self._type, self._country, self._means, self._actors))
        return Columns(change, rows, tuple(self._spots), *words)

    def rows(self, chunks: Iterator[Sequence[Row[Any]]]) -> Rows:
        """Rows of the table as columns."""
        parts = [self._part(some) for some in chunks if some] or [self._part(())]
        return Rows(
            **{each.name: np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(Rows)}
        )

    def _part(self, some: Sequence[Row[Any]]) -> Rows:
        told = [list(column) for column in zip(*some, strict=True)] or [[] for _ in _ASKED.selected_columns]
        key, first, last, lat, lon, radius, place, killed, wounded, origins, disputed, kind, country, means, actors = (
            told
        )
        lats, lons, radii = (np.array(column, np.float64) for column in (lat, lon, radius))
        x, y = mercator(lats, lons)

        def whole(column: list[Any]) -> Ints:
            return np.array(column, np.int32)

        return Rows(
            np.array(key, np.int64),
            whole(first),
            whole(last),
            lats,
            lons,
            radii,
            x,
            y,
            self._areas(zip(place, country, lat, lon, radius, strict=True)),
            whole(killed),
            whole(wounded),
            whole(origins),
            np.array(disputed, bool),
            self._type.numbers(kind),
            self._country.numbers(country),
            self._means.numbers(means),
            self._actors.numbers(actors),
        )

    def _areas(self, places: Iterator[tuple[Any, ...]]) -> Ints:
        known = self._spots
        numbers = []
        for name, country, lat, lon, radius in places:
            area = Spot(name or "", country or "", lat, lon, radius) if radius is not None and radius > PIN_KM else None
            numbers.append(known.setdefault(area, len(known)))
        return np.array(numbers, np.int32)
