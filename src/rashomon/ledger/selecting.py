"""Which incidents fit a query, told from the columns in memory: every one of them, where `asking` gives a page.

Invariant: what fits here is what `Ledger.incidents` answers. Words alone are looked up in the database.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from rashomon.errors import BadInput
from rashomon.ledger import asking
from rashomon.ledger.columns import Columns, Flags, Floats, Rows
from rashomon.ledger.columns_reading import ColumnsReader
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.query import PIN_KM, IncidentQuery, IncidentRow, several
from rashomon.ledger.summary import KM_A_DEGREE, UNDATED
from rashomon.ledger.words import folded, phrases
from rashomon.records import kilometres
from rashomon.records.place import EARTH_KM

_TEXTS_KEPT = 16
_CLOSE = 1e-6  # kilometres or degrees; nearer to a limit than that, numpy's rounding could decide otherwise
_Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Selection:
    """The incidents that fit a query. conditions: by the part of the query, which rows fulfil it.

    Its parts: days, dated, place, placed, country, type, means, actor, text, killed, wounded, disputed, origins; those
    that the query leaves open are not there. page: at most `IncidentQuery.limit` of them, after its cursor; empty
    where no limit is given.
    """

    columns: Columns
    conditions: Mapping[str, Flags]
    page: tuple[IncidentRow, ...]

    def fitting(self, *, without: str = "") -> Flags:
        """The rows that fulfil every condition, but for the one of this name."""
        found = np.ones(len(self.columns.rows.key), bool)
        for name, fulfilled in self.conditions.items():
            if name != without:
                found &= fulfilled
        return found


class Selector:
    """Selects from one ledger. Several threads may use it."""

    def __init__(self) -> None:
        self._reader = ColumnsReader()
        self._lock = threading.Lock()
        self._texts: OrderedDict[tuple[int, str], Flags] = OrderedDict()  # by the columns' change and the words

    def select(self, connection: Connection, dialect: Dialect, query: IncidentQuery, *, keep: bool) -> Selection:
        """What fits; raises BadInput for a query that cannot be meant.

        keep: False in a transaction that may yet be taken back. It must have asked nothing before (`ColumnsReader`).
        """
        list(asking.areas_of(query))  # refuses what cannot be meant
        columns = self._reader.current(connection, keep=keep)
        conditions = dict(_conditions(columns, query))
        if query.text is not None:
            conditions["text"] = self._by_text(connection, dialect, columns, query.text, keep=keep)
        found = Selection(columns, conditions, ())
        if query.limit is None:
            return found
        keys = _page(columns.rows.key, found.fitting(), query, query.limit)
        return Selection(columns, conditions, tuple(asking.rows_at(connection, keys)))

    def _by_text(self, connection: Connection, dialect: Dialect, columns: Columns, text: str, *, keep: bool) -> Flags:
        with self._lock:
            if keep and (columns.change, text) in self._texts:
                self._texts.move_to_end((columns.change, text))
                return self._texts[columns.change, text]
        asked = phrases(text)
        if not asked:
            raise BadInput(f"nothing to search for in {text!r}: give at least one word of letters or digits")
        keys = np.array(dialect.keys_by_words(connection, "incident_text", asked), np.int64)
        found = np.zeros(len(columns.rows.key), bool)
        found[np.searchsorted(columns.rows.key, keys)] = True
        if keep:
            with self._lock:
                self._texts[columns.change, text] = found
                while len(self._texts) > _TEXTS_KEPT:
                    self._texts.popitem(last=False)
        return found


def _page(key: NDArray[np.int64], fitting: Flags, query: IncidentQuery, limit: int) -> list[int]:
    """The keys of a page, in the order asked for."""
    after = None if query.cursor is None else asking.cursor_key(query.cursor)
    undated = int(np.searchsorted(key, asking.UNDATED_KEYS))
    if not query.newest_first:
        start = 0 if after is None else int(np.searchsorted(key, after, side="right"))
        return _first(key[start:][fitting[start:]], limit)
    dated_end, undated_end = undated, len(key)
    if after is not None:
        at = int(np.searchsorted(key, after))
        dated_end, undated_end = (at, undated_end) if at < undated else (0, at)
    newest = key[:dated_end][fitting[:dated_end]][::-1]
    rest = key[undated:undated_end][fitting[undated:undated_end]][::-1]
    return _first(np.concatenate([newest, rest]), limit)


def _first(keys: NDArray[np.int64], limit: int) -> list[int]:
    return [int(one) for one in keys[: max(0, limit)]]


def _conditions(columns: Columns, query: IncidentQuery) -> Iterator[tuple[str, Flags]]:
    rows = columns.rows
    if query.since is not None or query.until is not None:
        first, last = (query.since or date.min).toordinal(), (query.until or date.max).toordinal()
        yield "days", (rows.first_day <= last) & (rows.last_day >= first)
    if query.near is not None:
        yield "place", _near(rows, query.near, vague=query.vague)
    elif query.box is not None:
        yield "place", _reaching(rows, query.box) if query.vague else _inside(rows, query.box)
    if query.dated is not None:
        yield "dated", (rows.first_day != UNDATED) == query.dated
    if query.placed is not None:
        yield "placed", np.isnan(rows.lat) != query.placed
    if query.disputed is not None:
        yield "disputed", rows.disputed == query.disputed
    if query.single_origin is not None:
        yield "origins", (rows.origins == 1) == query.single_origin
    yield from _words(columns, query)
    yield from _tolls(rows, query)


def _words(columns: Columns, query: IncidentQuery) -> Iterator[tuple[str, Flags]]:
    rows = columns.rows
    if query.country is not None:
        countries = {one.upper() for one in several(query.country)}
        yield "country", columns.country.having(rows.country, countries.__contains__)
    if query.type is not None:
        yield "type", columns.type.having(rows.type, set(several(query.type)).__contains__)
    if query.means is not None:
        yield "means", columns.means.having(rows.means, set(several(query.means)).__contains__)
    if query.actor is not None:
        asked = asking.actor_words(query.actor)
        yield "actor", columns.actors.having(rows.actors, lambda name: _names(name, asked))


def _names(name: str, asked: Sequence[str]) -> bool:
    looked_in = f" {folded(name)} "
    return any(words in looked_in for words in asked)


def _tolls(rows: Rows, query: IncidentQuery) -> Iterator[tuple[str, Flags]]:
    for name, column, least, most in (
        ("killed", rows.killed, query.killed_min, query.killed_max),
        ("wounded", rows.wounded, query.wounded_min, query.wounded_max),
    ):
        if least is not None or most is not None:
            known = column >= 0
            known &= column >= (0 if least is None else least)
            yield name, known if most is None else known & (column <= most)


def _inside(rows: Rows, box: tuple[float, float, float, float]) -> Flags:
    south, west, north, east = box
    inside = (rows.lat >= south) & (rows.lat <= north)
    inside &= rows.radius_km <= max(PIN_KM, asking.half_side_km(box))
    if west <= east:
        return inside & (rows.lon >= west) & (rows.lon <= east)
    return inside & ((rows.lon >= west) | (rows.lon <= east))


def _near(rows: Rows, near: _Place, *, vague: bool) -> Flags:
    lat, lon, km = near
    reach = km + rows.radius_km if vague else np.where(rows.radius_km <= max(PIN_KM, km), km, np.nan)
    found = np.abs(rows.lat - lat) * KM_A_DEGREE <= reach + 1  # NaN, no place, is never within
    at = np.flatnonzero(found)
    away, within = _away(lat, lon, rows.lat[at], rows.lon[at]), reach[at]
    found[at] = away <= within
    for row in at[np.abs(away - within) < _CLOSE]:
        found[row] = kilometres(lat, lon, float(rows.lat[row]), float(rows.lon[row])) <= float(reach[row])
    return found


def _away(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """`kilometres` from one point to many, but for the last digits."""
    phi, psi = np.radians(lat), np.radians(lats)
    half = np.sin((psi - phi) / 2) ** 2 + np.cos(phi) * np.cos(psi) * np.sin(np.radians(lons - lon) / 2) ** 2
    away: Floats = EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return away


def _reaching(rows: Rows, box: tuple[float, float, float, float]) -> Flags:
    found = _boxes_meet(rows.lat, rows.lon, rows.radius_km, box, _CLOSE)
    at = np.flatnonzero(found)
    surely = _boxes_meet(rows.lat[at], rows.lon[at], rows.radius_km[at], box, -_CLOSE)
    for row in at[~surely]:
        found[row] = asking.reaches_into((float(rows.lat[row]), float(rows.lon[row]), float(rows.radius_km[row])), box)
    return found


def _boxes_meet(
    lat: Floats, lon: Floats, radius_km: Floats, box: tuple[float, float, float, float], slack: float
) -> Flags:
    """As `asking.reaches_into`, for many places, with `slack` degrees on every side."""
    south, west, north, east = box
    ends = east if west <= east else east + 360
    high = radius_km / KM_A_DEGREE
    meet = (lat - high <= north + slack) & (lat + high >= south - slack)
    at = np.flatnonzero(meet)
    wide = np.minimum(180.0, high[at] / np.cos(np.radians(np.minimum(89.99, np.abs(lat[at]) + high[at]))))
    beside = np.zeros(len(at), bool)
    for turn in (-360, 0, 360):
        beside |= (lon[at] - wide + turn <= ends + slack) & (lon[at] + wide + turn >= west - slack)
    meet[at] = beside
    return meet
