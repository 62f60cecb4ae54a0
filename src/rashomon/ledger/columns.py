"""The table of incidents as columns in memory, so that a million of them can be counted in milliseconds.

Invariant: a `Columns` is never changed; it holds what the table `incident` held after the change of its number, in the
order of the table. About 90 bytes an incident.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
WORLD = 2**32  # the width and height of the Web Mercator square, in the units of `x` and `y`
_HIGHEST = 85.0511287798  # degrees: where Web Mercator's square ends


@dataclass(frozen=True, slots=True)
class Spot:
    """An area of which no more is known than that it happened somewhere in it."""

    name: str
    country: str
    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Words:
    """A column in which each row has some of a few words: its type, its means, the actors named.

    words: all of them, by their number. sets, members: pairs, the word `members[i]` is in the set `sets[i]`.
    count: how many sets there are. Which set a row has stands in `Columns`.
    """

    words: tuple[str, ...]
    sets: Ints
    members: Ints
    count: int

    def having(self, of: Ints, fits: Callable[[str], bool]) -> Flags:
        """The rows that have a word which fits."""
        fitting = np.fromiter((fits(word) for word in self.words), bool, len(self.words))
        chosen = np.zeros(self.count, bool)
        chosen[self.sets[fitting[self.members]]] = True
        return chosen[of]

    def counted(self, of: Ints) -> list[tuple[str, int]]:
        """Each word that a row has, with how many have it, the most frequent first, equals by the alphabet."""
        rows = np.bincount(of, minlength=self.count)
        counts = np.bincount(self.members, weights=rows[self.sets], minlength=len(self.words))
        found = [(self.words[at], int(counts[at])) for at in np.flatnonzero(counts)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True)
class Rows:
    """One value a row in each. days: ordinals, `summary.UNDATED` for none. lat, lon, radius_km: NaN for no place.

    x, y: in Web Mercator, from the north-west, of 2^32; 0 without a place. killed, wounded: the best figure, -1 for
    none. spot: the number of the area where the place is no point, 0 for none. type to actors: numbers of sets.
    """

    key: NDArray[np.int64]
    first_day: Ints
    last_day: Ints
    lat: Floats
    lon: Floats
    radius_km: Floats
    x: NDArray[np.uint32]
    y: NDArray[np.uint32]
    spot: Ints
    killed: Ints
    wounded: Ints
    origins: Ints
    disputed: Flags
    type: Ints
    country: Ints
    means: Ints
    actors: Ints

    def replaced(self, gone: Sequence[int], new: "Rows") -> "Rows":
        """These rows without those of the keys in `gone`, and with the new ones."""
        kept = np.flatnonzero(np.isin(self.key, np.array(gone, np.int64), invert=True))
        source = np.concatenate([kept, len(self.key) + np.arange(len(new.key))])
        keys = np.concatenate([self.key[kept], new.key])
        source = source[np.argsort(keys, kind="stable")]
        columns = {each.name: (getattr(self, each.name), getattr(new, each.name)) for each in fields(self)}
        return Rows(**{name: np.concatenate(both)[source] for name, both in columns.items()})


@dataclass(frozen=True, slots=True)
class Columns:
    """The incidents after change number `change`. spots: by number; that of 0 stands for none."""

    change: int
    rows: Rows
    spots: tuple[Spot | None, ...]
    type: Words
    country: Words
    means: Words
    actors: Words


def mercator(lat: Floats, lon: Floats) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The places of points in Web Mercator's square of 2^32; 0, 0 for NaN."""
    across = (lon + 180) / 360
    phi = np.radians(np.clip(lat, -_HIGHEST, _HIGHEST))
    down = (1 - np.arcsinh(np.tan(phi)) / np.pi) / 2

    def whole(part: Floats) -> NDArray[np.uint32]:
        return np.clip(np.nan_to_num(part) * WORLD, 0, WORLD - 1).astype(np.uint32)

    return whole(across), whole(down)


class Coder:
    """Gives each set of words its number, as it is met; numbers once given stay."""

    def __init__(self, words_of: Callable[[Any], Sequence[str]]) -> None:
        self._words_of = words_of
        self._numbers: dict[Any, int] = {}
        self._words: dict[str, int] = {}
        self._pairs: list[tuple[int, int]] = []

    def numbers(self, stored: Sequence[Any]) -> Ints:
        """The numbers of these values of the table."""
        known = self._numbers
        return np.array([known[one] if one in known else self._add(one) for one in stored], np.int32)

    def _add(self, stored: Any) -> int:
        number = self._numbers[stored] = len(self._numbers)
        for word in dict.fromkeys(self._words_of(stored)):
            self._pairs.append((number, self._words.setdefault(word, len(self._words))))
        return number

    def words(self) -> Words:
        """What was met until now."""
        pairs = np.array(self._pairs, np.int32).reshape(-1, 2)
        return Words(tuple(self._words), pairs[:, 0].copy(), pairs[:, 1].copy(), max(1, len(self._numbers)))
