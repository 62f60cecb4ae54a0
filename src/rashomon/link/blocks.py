"""Which mentions meet: the pairs that share a blocking key, found by sorted arrays, in bounded memory.

Invariant: which pairs are found depends on which mentions are stored, never on the order in which they came.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.link.gist import Gist
from rashomon.link.keys import AREA_KM, FINE_KM, block_days, keys

FULLEST = 48  # mentions; words that more of them share tell nothing, and their block is not looked into
FINE_REACH_KM, COARSE_REACH_KM = 60.0, 340.0  # what neighbouring cells are sure to cover
FAR_DAYS = 10  # days told further apart than this are hardly those of one happening
BEYOND_KM = 30.0  # how far outside of an area's stated radius a place is still compared with it
FACTS = 7  # columns of what the first sieve looks at
PIECE = 4_000  # mentions looked up at a time

_SPREAD = 0x9E3779B97F4A7C15  # 2**64 divided by the golden ratio, odd: Fibonacci hashing

Rows = NDArray[np.int64]


class Table:
    """Sorted keys with the row of the mention stored under each, in segments.

    A new segment is merged with the one before it while that is less than twice as long: so adding costs little, and
    there are few segments to look into.
    """

    def __init__(self) -> None:
        self._segments: list[tuple[NDArray[np.uint32], NDArray[np.int32]]] = []

    def insert(self, keys: NDArray[np.uint32], rows: NDArray[np.int32]) -> None:
        """Adds entries."""
        order = np.argsort(keys, kind="stable")
        keys, rows = keys[order], rows[order]
        while self._segments and len(self._segments[-1][0]) < 2 * len(keys):
            other, beside = self._segments.pop()
            at = np.searchsorted(other, keys, side="right")
            keys, rows = np.insert(other, at, keys), np.insert(beside, at, rows)
        self._segments.append((keys, rows))

    def delete(self, keys: NDArray[np.uint32], rows: NDArray[np.int32]) -> None:
        """Takes these entries out, each a key with its row."""
        for n, (segment, stored) in enumerate(self._segments):
            which, places = _under(segment, keys)
            gone = places[stored[places] == rows[which]]
            if len(gone):
                self._segments[n] = np.delete(segment, gone), np.delete(stored, gone)
        self._segments = [pair for pair in self._segments if len(pair[0])]

    def counts(self, keys: NDArray[np.uint32]) -> Rows:
        """How many entries stand under each key."""
        order = np.argsort(keys)
        sought, total = keys[order], np.zeros(len(keys), np.int64)
        for segment, _ in self._segments:
            total[order] += np.searchsorted(segment, sought, side="right") - np.searchsorted(segment, sought)
        return total

    def meetings(self, keys: NDArray[np.uint32], rows: NDArray[np.int32]) -> tuple[Rows, Rows]:
        """Each looked-up row beside each row stored under its key, without itself."""
        ones, twos = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        order = np.argsort(keys)  # keys sought in their order find the places that they look at in the caches
        keys, rows = keys[order], rows[order]
        for segment, stored in self._segments:
            which, places = _under(segment, keys)
            one, two = rows[which].astype(np.int64), stored[places].astype(np.int64)
            apart = one != two
            ones.append(one[apart])
            twos.append(two[apart])
        return np.concatenate(ones), np.concatenate(twos)


def _under(segment: NDArray[np.uint32], keys: NDArray[np.uint32]) -> tuple[Rows, Rows]:
    """The places in a sorted segment that hold one of these keys, each after the index of its key."""
    begin = np.searchsorted(segment, keys, side="left")
    count = np.searchsorted(segment, keys, side="right") - begin
    which = np.repeat(np.arange(len(keys)), count)
    offsets = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    return which, np.repeat(begin, count) + offsets


class Blocks:
    """The stored mentions by their keys, with what the first sieve looks at: days, places, reports."""

    def __init__(self, fullest: int = FULLEST) -> None:
        self._fullest = fullest
        self._near, self._words = Table(), Table()
        # First day, last day, latitude, longitude, radius, report, whether the day is told.
        self._facts = np.empty((0, FACTS), np.float32)
        self._reports: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._facts)

    def store(self, gists: Sequence[Gist]) -> tuple[set[int], list["Piece"]]:
        """Stores mentions under the next rows.

        Returns the rows whose word blocks have become too full by it, and the mentions' own pieces, to look their
        pairs up once all is stored.
        """
        first = len(self)
        pieces = list(_pieces(gists, range(first, first + len(gists))))
        self._facts = np.concatenate(
            [self._facts, np.array([self._fact(g) for g in gists], np.float32).reshape(-1, FACTS)]
        )
        self._near.insert(*_joined([one.stored for one in pieces]))
        words, holders = _joined([one.words for one in pieces])
        self._words.insert(words, holders)
        distinct, added = np.unique(words, return_counts=True)
        full = self._words.counts(distinct)
        burst = (full > self._fullest) & (full - added <= self._fullest) & (full > added)
        _, held = self._words.meetings(distinct[burst], np.full(int(burst.sum()), -1, np.int32))
        return {int(row) for row in held if row < first}, pieces

    def remove(self, gists: Sequence[Gist], rows: Sequence[int]) -> set[int]:
        """Takes mentions out. Returns the rows whose word blocks, too full before, tell again."""
        pieces = list(_pieces(gists, rows))
        self._near.delete(*_joined([one.stored for one in pieces]))
        words, holders = _joined([one.words for one in pieces])
        distinct, gone = np.unique(words, return_counts=True)
        self._words.delete(words, holders)
        left = self._words.counts(distinct)
        tell = (left <= self._fullest) & (left + gone > self._fullest)
        _, held = self._words.meetings(distinct[tell], np.full(int(tell.sum()), -1, np.int32))
        self._facts[list(rows), 5] = -1
        return {int(row) for row in held}

    def of_reports(self, ids: Iterable[str]) -> list[int]:
        """The rows of these reports' mentions, ascending."""
        numbers = [self._reports[one] for one in ids if one in self._reports]
        rows: list[int] = np.flatnonzero(np.isin(self._facts[:, 5], numbers)).tolist()
        return rows

    def _fact(self, gist: Gist) -> tuple[float, ...]:
        days = block_days(gist) or (-1e6, -1e6)
        spot = gist.spot
        place = (spot.lat, spot.lon, spot.radius_km) if spot else (0.0, 0.0, -1.0)
        return (
            *days,
            *place,
            self._reports.setdefault(gist.report.id, len(self._reports)),
            float(gist.days is not None),
        )

    def pairs(self, gists: Sequence[Gist], rows: Sequence[int]) -> Iterator[tuple[int, Rows]]:
        """For each of these rows, the rows that it meets, ascending. gists: of these rows, in their order."""
        for piece in _pieces(gists, rows):
            yield from self.meetings(piece)

    def meetings(self, piece: "Piece") -> Iterator[tuple[int, Rows]]:
        """`pairs` of the mentions of a piece."""
        rows = piece.rows
        one, two = self._near.meetings(*piece.looks)
        kept = self._could_be_one(one, two)
        total = max(1, len(self))
        codes = np.union1d(one[kept] * total + two[kept], self._by_words(*piece.words, total))
        left, right = codes // total, codes % total
        other = self._facts[left, 5] != self._facts[right, 5]  # one report tells its incidents apart itself
        left, right = left[other], right[other]
        begin = np.searchsorted(left, np.array(rows, np.int64), side="left")
        end = np.searchsorted(left, np.array(rows, np.int64), side="right")
        for row, low, high in zip(rows, begin, end, strict=True):
            yield row, right[low:high]

    def _by_words(self, words: NDArray[np.uint32], holders: NDArray[np.int32], total: int) -> Rows:
        """The pairs that share words which are still rare, each as its first row times `total` plus its second.

        Where both tell the day, and the days lie far apart, one key in common is met by chance: it takes two.
        """
        telling = self._words.counts(words) <= self._fullest
        one, two = self._words.meetings(words[telling], holders[telling])
        codes, shared = np.unique(one * total + two, return_counts=True)
        left, right = self._facts[codes // total].T, self._facts[codes % total].T
        gap = np.maximum(left[0], right[0]) - np.minimum(left[1], right[1])
        chance = (shared == 1) & (gap > FAR_DAYS) & (left[6] > 0) & (right[6] > 0)
        found: Rows = codes[~chance]
        return found

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


Columns = tuple[NDArray[np.uint32], NDArray[np.int32]]  # keys, and the row of a mention beside each


@dataclass(frozen=True, slots=True)
class Piece:
    """Some mentions' keys. rows: of the mentions, ascending."""

    rows: Sequence[int]
    stored: Columns
    looks: Columns
    words: Columns


def _pieces(gists: Sequence[Gist], rows: Sequence[int]) -> Iterator[Piece]:
    for start in range(0, len(rows), PIECE):
        own, found = rows[start : start + PIECE], [keys(gist) for gist in gists[start : start + PIECE]]
        columns = (_columns(part, own) for part in zip(*((k.stored, k.looks, k.words) for k in found), strict=True))
        yield Piece(own, *columns)


def _joined(columns: Sequence[Columns]) -> Columns:
    nothing = _columns((), ())
    keys, rows = zip(nothing, *columns, strict=True)
    return np.concatenate(keys), np.concatenate(rows)


def _columns(keys: Sequence[tuple[int, ...]], rows: Sequence[int]) -> Columns:
    """The keys of all mentions one after the other, and the row of the mention beside each.

    Keys are folded to 32 bits, which takes two thirds of the memory. Two that fold alike bring together mentions that
    share nothing: at a million mentions about one pair a mention more is compared, and none is joined by it.
    """
    counts = [len(own) for own in keys]
    flat = np.fromiter((key for own in keys for key in own), np.uint64, sum(counts))
    folded = (flat * np.uint64(_SPREAD) >> np.uint64(32)).astype(np.uint32)
    return folded, np.repeat(np.array(rows, np.int32), counts)
