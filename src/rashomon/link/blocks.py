"""Which mentions meet: the pairs that share a blocking key, found by sorted arrays, in bounded memory.

Invariant: which pairs are found depends on which mentions are stored, never on the order in which they came.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.link.gist import Gist
from rashomon.link.keys import AREA_KM, FINE_KM, block_days, keys

FULLEST = 48  # mentions; words that more of them share tell nothing, and their block is not looked into
FINE_REACH_KM, COARSE_REACH_KM = 60.0, 340.0  # what neighbouring cells are sure to cover
BEYOND_KM = 30.0  # how far outside of an area's stated radius a place is still compared with it
PIECE = 20_000  # mentions looked up at a time

Rows = NDArray[np.int64]


@dataclass(slots=True)
class Table:
    """Sorted keys with the row of the mention stored under each."""

    keys: NDArray[np.uint64]
    rows: NDArray[np.int32]

    @classmethod
    def empty(cls) -> "Table":
        """A table without entries."""
        return cls(np.empty(0, np.uint64), np.empty(0, np.int32))

    def insert(self, keys: NDArray[np.uint64], rows: NDArray[np.int32]) -> None:
        """Adds entries; costs a pass over the table."""
        order = np.lexsort((rows, keys))
        keys, rows = keys[order], rows[order]
        if not len(self.keys):
            self.keys, self.rows = keys, rows
            return
        at = np.searchsorted(self.keys, keys, side="right")
        self.keys, self.rows = np.insert(self.keys, at, keys), np.insert(self.rows, at, rows)

    def spans(self, keys: NDArray[np.uint64]) -> tuple[Rows, Rows]:
        """Where each key's entries begin, and how many they are."""
        begin = np.searchsorted(self.keys, keys, side="left")
        return begin, np.searchsorted(self.keys, keys, side="right") - begin


class Blocks:
    """The stored mentions by their keys, with what the first sieve looks at: days, places, reports."""

    def __init__(self, fullest: int = FULLEST) -> None:
        self._fullest = fullest
        self._near, self._words = Table.empty(), Table.empty()
        self._facts = np.empty((0, 6), np.float32)  # first day, last day, latitude, longitude, radius, report
        self._reports: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._facts)

    def store(self, gists: Sequence[Gist]) -> set[int]:
        """Stores mentions under the next rows. Returns the rows whose word blocks have become too full by it."""
        first = len(self)
        near: list[tuple[int, int]] = []
        words: list[tuple[int, int]] = []
        for row, gist in enumerate(gists, first):
            found = keys(gist)
            near.extend((key, row) for key in found.stored)
            words.extend((key, row) for key in found.words)
        self._facts = np.concatenate([self._facts, np.array([self._fact(g) for g in gists], np.float32).reshape(-1, 6)])
        self._near.insert(*_columns(near))
        added, rows = _columns(words)
        distinct, counts = np.unique(added, return_counts=True)
        self._words.insert(added, rows)
        begin, full = self._words.spans(distinct)
        burst = (full > self._fullest) & (full - counts <= self._fullest) & (full > counts)
        held = [self._words.rows[b : b + n] for b, n in zip(begin[burst], full[burst], strict=True)]
        return {int(row) for rows in held for row in rows if row < first}

    def _fact(self, gist: Gist) -> tuple[float, ...]:
        days = block_days(gist) or (-1e6, -1e6)
        spot = gist.spot
        place = (spot.lat, spot.lon, spot.radius_km) if spot else (0.0, 0.0, -1.0)
        return (*days, *place, self._reports.setdefault(gist.report.id, len(self._reports)))

    def pairs(self, gists: Sequence[Gist], rows: Sequence[int]) -> Iterator[tuple[int, Rows]]:
        """For each of these rows, the rows that it meets, ascending. gists: of these rows, in their order."""
        for start in range(0, len(rows), PIECE):
            yield from self._piece(gists[start : start + PIECE], rows[start : start + PIECE])

    def _piece(self, gists: Sequence[Gist], rows: Sequence[int]) -> Iterator[tuple[int, Rows]]:
        near: list[tuple[int, int]] = []
        words: list[tuple[int, int]] = []
        for row, gist in zip(rows, gists, strict=True):
            found = keys(gist)
            near.extend((key, row) for key in found.looks)
            words.extend((key, row) for key in found.words)
        one, two = _meetings(self._near, *_columns(near), fullest=None)
        kept = self._could_be_one(one, two)
        by_words = _meetings(self._words, *_columns(words), fullest=self._fullest)
        total = max(1, len(self))
        codes = np.unique(np.concatenate([one[kept] * total + two[kept], by_words[0] * total + by_words[1]]))
        left, right = codes // total, codes % total
        other = self._facts[left, 5] != self._facts[right, 5]  # one report tells its incidents apart itself
        left, right = left[other], right[other]
        begin = np.searchsorted(left, np.array(rows, np.int64), side="left")
        end = np.searchsorted(left, np.array(rows, np.int64), side="right")
        for row, low, high in zip(rows, begin, end, strict=True):
            yield row, right[low:high]

    def _could_be_one(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Which pairs are near enough in time and place: the same for a pair whichever side was looked up."""
        one, two = self._facts[left].T, self._facts[right].T
        close = np.maximum(one[0], two[0]) - np.minimum(one[1], two[1]) <= 1
        phi, psi = np.radians(one[2]), np.radians(two[2])
        half = np.sin((psi - phi) / 2) ** 2 + np.cos(phi) * np.cos(psi) * np.sin(np.radians(two[3] - one[3]) / 2) ** 2
        away = 12_742 * np.arcsin(np.sqrt(np.minimum(1, half)))
        widest = np.maximum(one[4], two[4])
        reach = np.where(widest <= FINE_KM, FINE_REACH_KM, np.minimum(one[4] + two[4] + BEYOND_KM, COARSE_REACH_KM))
        within: NDArray[np.bool_] = (away <= reach) | (widest > AREA_KM)
        both: NDArray[np.bool_] = close & within
        return both


def _columns(entries: list[tuple[int, int]]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    return np.array([key for key, _ in entries], np.uint64), np.array([row for _, row in entries], np.int32)


def _meetings(
    table: Table, keys: NDArray[np.uint64], rows: NDArray[np.int32], *, fullest: int | None
) -> tuple[Rows, Rows]:
    """Each looked-up row beside each row stored under one of its keys, without itself."""
    begin, count = table.spans(keys)
    if fullest is not None:
        count = np.where(count > fullest, 0, count)
    one = np.repeat(rows.astype(np.int64), count)
    offsets = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count)
    two = table.rows[np.repeat(begin, count) + offsets].astype(np.int64)
    apart = one != two
    return one[apart], two[apart]
