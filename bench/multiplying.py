"""A million incidents in minutes: the tables of a small ledger multiplied, each copy on another day at another place.

All that pages ask of incidents is there as after a load of a million: table, records, actors, areas and words. The
entries are those of the small ledger, so this serves to measure pages, never loading, verifying or rebuilding.
"""

import random
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from rashomon.ledger import Ledger, changes
from rashomon.ledger.dialect import Area
from rashomon.ledger.schema import incident, incident_actor, incident_record
from rashomon.ledger.summary import HASH_BITS, box_round
from rashomon.ledger.writing import Writer

_CHUNK = 5_000
Stored = dict[str, Any]


def multiply(ledger: Ledger, wanted: int, seed: int, first: date, days: int) -> None:
    """Fill the tables up to so many incidents."""
    with ledger.to_write() as writer:
        rows = [dict(row) for row in writer.connection.execute(select(incident)).mappings()]
        records = {row.key: row for row in writer.connection.execute(select(incident_record))}
        actors: dict[int, list[int]] = {}
        for row in writer.connection.execute(select(incident_actor)):
            actors.setdefault(row.incident, []).append(row.actor)
        coming = _copies(rows, wanted - len(rows), random.Random(seed), first.toordinal(), days)  # noqa: S311
        while some := list(islice(coming, _CHUNK)):
            _put(writer, some, records, actors)
        changes.replaced_all(writer.connection)
        writer.dialect.analyse(writer.connection)


def _copies(
    rows: Sequence[Stored], wanted: int, draw: random.Random, first: int, days: int
) -> Iterator[tuple[int, Stored]]:
    """The key of what is copied, and the copy, in the order of the days so that the database appends."""
    drawn = sorted((first + draw.randrange(days), number) for number in range(wanted))
    day, within = 0, 0
    for on, number in drawn:
        within = within + 1 if on == day else 0
        day = on
        row = rows[number % len(rows)]
        yield (
            row["key"],
            row
            | {
                # beside the hashes of real ids, and in order within the day
                "key": (day << HASH_BITS) + (within << 20) + 1,
                "id": f"i-copy-{number:07}",
                "first_day": day,
                "last_day": day,
                "lat": draw.uniform(-35, 55),
                "lon": draw.uniform(-90, 120),
                "killed_best": draw.randrange(1, 40),
                "disputed": draw.random() < 0.3,
                "origins": (origins := draw.choice((1, 1, 2, 3))),
                "place_unchecked": False,
                "toll_unchecked": origins == 1,
            },
        )


def _put(
    writer: Writer, some: Sequence[tuple[int, Stored]], records: dict[int, Any], actors: dict[int, list[int]]
) -> None:
    connection: Connection = writer.connection
    rows = [copy for _, copy in some]
    put = writer.dialect.insert
    put(connection, incident, rows)
    kept = [(copy["key"], records[source]) for source, copy in some]
    put(connection, incident_record, [dict(row._mapping) | {"key": key} for key, row in kept])
    put(
        connection,
        incident_actor,
        [{"actor": one, "incident": copy["key"]} for source, copy in some for one in actors.get(source, ())],
    )
    writer.dialect.add_areas(
        connection,
        [
            _area(copy["key"], copy["first_day"], box_round(copy["lat"], copy["lon"], copy["radius_km"] or 5.0))
            for copy in rows
        ],
    )
    words = [(key, zlib.decompress(row.words).decode().split()) for key, row in kept]
    writer.dialect.add_words(connection, "incident_text", words)


def _area(key: int, day: int, box: tuple[float, float, float, float]) -> Area:
    south, west, north, east = box
    return Area(key, south, west, north, east, day, day)
