"""The incident tables as they are read: whole incidents, their mentions, and how far they are folded."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, select, true
from sqlalchemy.sql.elements import ColumnElement

from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.schema import (
    entry,
    incident,
    incident_mention,
    incident_record,
    mention,
    reading,
    stamp,
)
from rashomon.records import EntryKind, Mention, Reading, Reconciled

_CHUNK = 500


class Unchecked(StrEnum):
    """What a reviewer has not looked at: an incident's place that nobody tells, its toll of one origin."""

    PLACE = "place"
    TOLL = "toll"


STAMP, MAKER = "incidents", "incidents made by"


@dataclass(frozen=True, slots=True)
class Folded:
    """How far the incidents are. at: the entry that they were folded from, 0 where they never were.

    newest: the newest entry that could change them; codings change none. maker: what made them, as
    `replace_incidents` was told; "" where it was not.
    """

    at: int
    newest: int
    maker: str


def how_far(connection: Connection) -> Folded:
    """How far the incidents are."""
    made = connection.execute(select(stamp.c.value).where(stamp.c.name == MAKER)).scalar()
    telling = select(entry.c.number).where(entry.c.kind != EntryKind.CODING.value)
    newest = connection.execute(telling.order_by(entry.c.number.desc()).limit(1)).scalar()
    return Folded(folded_at(connection) or 0, newest or 0, made or "")


def folded_at(connection: Connection) -> int | None:
    """The number of the entry that the incidents were folded from; None where they never were."""
    value = connection.execute(select(stamp.c.value).where(stamp.c.name == STAMP)).scalar()
    return None if value is None else int(value)


def beside(connection: Connection, one: str) -> list[str]:
    """The incidents that hold what the report of this mention tells now; the mention may be of an older reading."""
    report = select(mention.c.report_id).where(mention.c.id == one).limit(1).scalar_subquery()
    current = select(reading.c.entry).where(reading.c.report_id == report, reading.c.current)
    told = select(mention.c.id).where(mention.c.entry.in_(current))
    chosen = select(incident.c.id).join(incident_mention, incident.c.key == incident_mention.c.incident)
    chosen = chosen.where(incident_mention.c.mention.in_(told)).distinct().order_by(incident.c.id)
    return list(connection.execute(chosen).scalars())


def packed(found: Reconciled) -> bytes:
    """The incident as compressed canonical JSON."""
    return zlib.compress(canonical(found).encode(), 1)


def unpacked(record: bytes) -> Reconciled:
    """The incident that `packed` gave."""
    return decoded(zlib.decompress(record), Reconciled)


def members(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The mentions of each of these incidents, its founding mention first."""
    found: dict[str, tuple[str, ...]] = {}
    for at in range(0, len(ids), _CHUNK):
        rows = connection.execute(
            select(incident.c.id, incident_record.c.record)
            .join(incident_record, incident_record.c.key == incident.c.key)
            .where(incident.c.id.in_(ids[at : at + _CHUNK]))
        )
        found.update((row.id, unpacked(row.record).incident.mentions) for row in rows)
    return found


def mentions_of(connection: Connection, ids: Sequence[str]) -> dict[str, Mention]:
    """The mentions of current readings that bear these ids."""
    found: dict[str, Mention] = {}
    wanted = set(ids)
    for at in range(0, len(ids), _CHUNK):
        part = ids[at : at + _CHUNK]
        numbers = (
            select(mention.c.entry)
            .join(reading, reading.c.entry == mention.c.entry)
            .where(mention.c.id.in_(part), reading.c.current)
            .distinct()
        )
        for payload in connection.execute(select(entry.c.payload).where(entry.c.number.in_(numbers))).scalars():
            if payload is not None:
                found.update((told.id, told) for told in decoded(payload, Reading).mentions if told.id in wanted)
    return found


def holding(connection: Connection, mentions: Sequence[str]) -> dict[str, str]:
    """Of these mentions, each that is part of an incident, to the incident's id."""
    found: dict[str, str] = {}
    for at in range(0, len(mentions), _CHUNK):
        rows = connection.execute(
            select(incident_mention.c.mention, incident.c.id)
            .join(incident, incident.c.key == incident_mention.c.incident)
            .where(incident_mention.c.mention.in_(mentions[at : at + _CHUNK]))
        )
        found.update((row.mention, row.id) for row in rows)
    return found


def after(connection: Connection, key: int) -> list[tuple[int, Reconciled]]:
    """Some incidents with their keys, after `key`, in the order of the table."""
    rows = connection.execute(
        select(incident_record.c.key, incident_record.c.record)
        .where(incident_record.c.key > key)
        .order_by(incident_record.c.key)
        .limit(_CHUNK)
    ).all()
    return [(row.key, unpacked(row.record)) for row in rows]


def several(connection: Connection, ids: Sequence[str]) -> list[Reconciled]:
    """The incidents of these ids, in the order of the ids; those that are not there are left out."""
    found: dict[str, Reconciled] = {}
    for at in range(0, len(ids), _CHUNK):
        rows = connection.execute(
            select(incident.c.id, incident_record.c.record)
            .join(incident_record, incident_record.c.key == incident.c.key)
            .where(incident.c.id.in_(ids[at : at + _CHUNK]))
        )
        found.update((row.id, unpacked(row.record)) for row in rows)
    return [found[one] for one in ids if one in found]


def unsure(connection: Connection, most: int | None) -> list[Reconciled]:
    """The incidents that wait for a decision on a near pair, the one with the likeliest pair first."""
    keys = select(incident.c.key).where(incident.c.unsure.is_not(None))
    ordered = connection.execute(keys.order_by(incident.c.unsure.desc(), incident.c.key).limit(most)).scalars().all()
    found: dict[int, Reconciled] = {}
    for at in range(0, len(ordered), _CHUNK):
        rows = connection.execute(
            select(incident_record.c.key, incident_record.c.record).where(
                incident_record.c.key.in_(ordered[at : at + _CHUNK])
            )
        )
        found.update((row.key, unpacked(row.record)) for row in rows)
    return [found[key] for key in ordered]


def unchecked(connection: Connection, what: Unchecked, most: int | None) -> int:
    """How many incidents wait for a reviewer; most: no more are counted."""
    waiting = select(incident.c.key).where(column_of(what)).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(waiting)).scalar_one()


def column_of(what: Unchecked) -> ColumnElement[bool]:
    """The condition that an incident waits, as its index has it."""
    columns = {Unchecked.PLACE: incident.c.place_unchecked, Unchecked.TOLL: incident.c.toll_unchecked}
    return columns[what] == true()


def every(connection: Connection) -> Iterator[Reconciled]:
    """All incidents, in the order of the table."""
    last = -1
    while some := after(connection, last):
        yield from (found for _, found in some)
        last = some[-1][0]
