"""Many things put in order that may not fit into memory: sorted in parts, the parts merged from temporary files."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

T = TypeVar("T")
PART = 20_000  # things that are held in memory at once, of some kilobytes each


def in_order(things: Iterable[T], key: Callable[[T], Any], part: int = PART) -> Iterator[T]:
    """The things by their keys, of equal keys in the order they came; all are read before the first is given."""
    coming = iter(things)
    parts: list[Iterator[T]] = []
    while some := sorted(islice(coming, part), key=key):
        parts.append(iter(some) if len(some) < part else _kept(some))
    yield from merge(*parts, key=key)


def _kept(some: list[T]) -> Iterator[T]:
    """The things from a file that goes with its last reader."""
    file = TemporaryFile()  # noqa: SIM115 - its reader closes it
    for one in some:
        pickle.dump(one, file, protocol=5)
    file.seek(0)
    return _read(file, len(some))


def _read(file: IO[bytes], count: int) -> Iterator[Any]:
    with file:
        for _ in range(count):
            yield pickle.load(file)  # noqa: S301 - what this process wrote
