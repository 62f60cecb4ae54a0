"""The incident tables: what link and reconcile found, kept so that it can be asked.

Invariant: the tables are replaced or changed in one transaction, together with the number of the entry that they were
folded from. They are a cache: whoever folds the same entries again writes the same rows.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from rashomon.errors import BadInput
from rashomon.ledger import changes
from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.judging import Overtaken
from rashomon.ledger.schema import (
    actor,
    entry,
    incident,
    incident_actor,
    incident_mention,
    incident_record,
    incident_redirect,
    mention,
    reading,
    stamp,
)
from rashomon.ledger.summary import Summary, summarise
from rashomon.ledger.words import folded
from rashomon.ledger.writing import Writer
from rashomon.records import EntryKind, Mention, Reading, Reconciled

_CHUNK = 500
_STAMP, _MAKER = "incidents", "incidents made by"
_TABLES = (incident, incident_record, incident_mention, incident_redirect, incident_actor, actor)


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
    made = connection.execute(select(stamp.c.value).where(stamp.c.name == _MAKER)).scalar()
    telling = select(entry.c.number).where(entry.c.kind != EntryKind.CODING.value)
    newest = connection.execute(telling.order_by(entry.c.number.desc()).limit(1)).scalar()
    return Folded(folded_at(connection) or 0, newest or 0, made or "")


def folded_at(connection: Connection) -> int | None:
    """The number of the entry that the incidents were folded from; None where they never were."""
    value = connection.execute(select(stamp.c.value).where(stamp.c.name == _STAMP)).scalar()
    return None if value is None else int(value)


def beside(connection: Connection, one: str) -> list[str]:
    """The incidents that hold what the report of this mention tells now; the mention may be of an older reading."""
    report = select(mention.c.report_id).where(mention.c.id == one).limit(1).scalar_subquery()
    told = select(mention.c.id).where(mention.c.report_id == report)
    chosen = select(incident.c.id).join(incident_mention, incident.c.key == incident_mention.c.incident)
    chosen = chosen.where(incident_mention.c.mention.in_(told)).distinct().order_by(incident.c.id)
    return list(connection.execute(chosen).scalars())


def replace_all(writer: Writer, found: Iterable[Reconciled], at_entry: int, maker: str = "") -> None:
    """All incidents anew."""
    writer.flush()
    _check_stamp(writer, at_entry)
    for table in _TABLES:
        writer.connection.execute(delete(table))
    writer.dialect.remove_areas(writer.connection, None)
    writer.dialect.clear_words(writer.connection, "incident_text")
    _add(writer, found)
    changes.replaced_all(writer.connection)
    _put_stamp(writer.connection, at_entry)
    writer.connection.execute(delete(stamp).where(stamp.c.name == _MAKER))
    if maker:
        writer.connection.execute(insert(stamp).values(name=_MAKER, value=maker))
    writer.dialect.analyse(writer.connection)


def change(writer: Writer, changed: Sequence[Reconciled], removed: Sequence[str], at_entry: int) -> None:
    """Some incidents anew, some gone; the ids in `removed` may still be redirects of changed ones."""
    writer.flush()
    _check_stamp(writer, at_entry)
    gone = sorted({one.incident.id for one in changed} | set(removed))
    touched: list[int] = []
    for at in range(0, len(gone), _CHUNK):
        touched += _remove(writer, gone[at : at + _CHUNK])
    touched += _add(writer, sorted(changed, key=lambda one: one.incident.id))
    changes.changed(writer.connection, writer.dialect, touched)
    _put_stamp(writer.connection, at_entry)


def _check_stamp(writer: Writer, at_entry: int) -> None:
    before = folded_at(writer.connection)
    if at_entry > writer.number:
        raise BadInput(f"incidents folded from entry {at_entry}, but the ledger ends at entry {writer.number}")
    if before is not None and at_entry < before:
        raise Overtaken(
            f"incidents folded from entry {at_entry} are older than those kept, folded from entry {before}: "
            "nothing was written, fold again"
        )


def _put_stamp(connection: Connection, at_entry: int) -> None:
    connection.execute(delete(stamp).where(stamp.c.name == _STAMP))
    connection.execute(insert(stamp).values(name=_STAMP, value=str(at_entry)))


def _add(writer: Writer, found: Iterable[Reconciled]) -> set[int]:
    """Puts incidents in; gives their keys."""
    names, taken = _ActorNames(writer.connection), set[int]()
    coming = iter(found)
    while some := list(islice(coming, _CHUNK)):
        _add_some(writer, some, names, taken)
    names.write(writer.dialect)
    return taken


def _add_some(writer: Writer, found: Sequence[Reconciled], names: "_ActorNames", taken: set[int]) -> None:
    connection, put = writer.connection, writer.dialect.insert
    told = mentions_of(connection, [one for each in found for one in each.incident.mentions])
    rows: list[tuple[Summary, Reconciled]] = []
    for each in found:
        rows.append((summarise(each, [told[one] for one in each.incident.mentions if one in told]), each))
    keys = _free_keys(connection, [summary.key for summary, _ in rows], taken)
    rows = [(summary.at(key), each) for key, (summary, each) in zip(keys, rows, strict=True)]
    put(connection, incident, [_stored(summary) for summary, _ in rows])
    put(
        connection,
        incident_record,
        [
            {"key": summary.key, "record": packed(each), "words": zlib.compress(" ".join(summary.words).encode(), 1)}
            for summary, each in rows
        ],
    )
    put(
        connection,
        incident_mention,
        [{"mention": one, "incident": summary.key} for summary, each in rows for one in each.incident.mentions],
    )
    put(
        connection,
        incident_redirect,
        [
            {"old": old, "id": each.incident.id}
            for _, each in rows
            for old in each.incident.redirects
            if old != each.incident.id
        ],
    )
    put(
        connection,
        incident_actor,
        [{"actor": number, "incident": summary.key} for summary, _ in rows for number in names.numbers(summary.actors)],
    )
    writer.dialect.add_areas(connection, [summary.area for summary, _ in rows])
    writer.dialect.add_words(connection, "incident_text", [(summary.key, summary.words) for summary, _ in rows])


def _stored(summary: Summary) -> dict[str, object]:
    return summary.columns | {
        name: json.dumps(summary.columns[name], ensure_ascii=False) for name in ("means", "actors")
    }


def _free_keys(connection: Connection, keys: Sequence[int], taken: set[int]) -> list[int]:
    """The keys, each stepped past those that are taken: two incidents of one day can hash alike."""
    in_table = set(connection.execute(select(incident.c.key).where(incident.c.key.in_(keys))).scalars())
    free = []
    for key in keys:
        while key in taken or key in in_table:
            key += 1
            if connection.execute(select(incident.c.key).where(incident.c.key == key)).first():
                in_table.add(key)
        taken.add(key)
        free.append(key)
    return free


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


def _remove(writer: Writer, ids: Sequence[str]) -> list[int]:
    """Takes incidents out; gives the keys that they had."""
    connection = writer.connection
    rows = connection.execute(
        select(incident.c.key, incident_record.c.words)
        .join(incident_record, incident_record.c.key == incident.c.key)
        .where(incident.c.id.in_(ids))
    ).all()
    keys = [row.key for row in rows]
    texts = [(row.key, zlib.decompress(row.words).decode().split()) for row in rows]
    writer.dialect.remove_words(connection, "incident_text", texts)
    writer.dialect.remove_areas(connection, keys)
    for table in (incident_record, incident):
        connection.execute(delete(table).where(table.c.key.in_(keys)))
    for table in (incident_mention, incident_actor):
        connection.execute(delete(table).where(table.c.incident.in_(keys)))
    connection.execute(delete(incident_redirect).where(incident_redirect.c.id.in_(ids)))
    return keys


class _ActorNames:
    """Numbers for actors' names as they are looked for; new ones are kept back until `write`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {row.name: row.id for row in connection.execute(select(actor))}
        self._written = set(self._numbers)
        self._next = max(self._numbers.values(), default=0) + 1

    def numbers(self, names: Sequence[str]) -> list[int]:
        """The names' numbers, each once."""
        for name in names:
            if (looked_for := f" {folded(name)} ") not in self._numbers:
                self._numbers[looked_for] = self._next
                self._next += 1
        return sorted({self._numbers[f" {folded(name)} "] for name in names})

    def write(self, dialect: Dialect) -> None:
        """Insert the names that are new."""
        new = [{"id": number, "name": name} for name, number in self._numbers.items() if name not in self._written]
        dialect.insert(self._connection, actor, new)


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


def every(connection: Connection) -> Iterator[Reconciled]:
    """All incidents, in the order of the table."""
    last = -1
    while some := after(connection, last):
        yield from (found for _, found in some)
        last = some[-1][0]


def differences(connection: Connection, rows: Sequence[Row[Any]], *, complete: bool) -> Iterator[str]:
    """Where rows of the incident table, each with its `record` and `searched` words, differ from their records.

    complete: True where nothing came after the entry they were folded from; then their mentions are looked at too.
    """
    keys = [row.key for row in rows]
    kept: dict[int, set[str]] = {}
    listed = select(incident_mention).where(incident_mention.c.incident.in_(keys))
    for row in connection.execute(listed):
        kept.setdefault(row.incident, set()).add(row.mention)
    told = mentions_of(connection, sorted({one for each in kept.values() for one in each})) if complete else {}
    for row in rows:
        if row.record is None:
            yield f"the incident {row.id} has no record"
            continue
        found = unpacked(row.record)
        if found.incident.id != row.id or set(found.incident.mentions) != kept.get(row.key, set()):
            yield f"the rows of incident {row.id} differ from its record"
        elif complete:
            missing = [one for one in found.incident.mentions if one not in told]
            if missing:
                yield f"the incident {row.id} holds the mention {missing[0]}, which no current reading tells"
                continue
            made = summarise(found, [told[one] for one in found.incident.mentions])
            stored = _stored(made) | {"key": row.key}
            if any(getattr(row, name) != value for name, value in stored.items()):
                yield f"the row of incident {row.id} differs from its mentions and accounts"
            if " ".join(made.words) != zlib.decompress(row.searched).decode():
                yield f"the searched words of incident {row.id} differ from its mentions and accounts"


def forget(writer: Writer, mentions: set[str]) -> None:
    """Drop every incident that holds one of these mentions, and names of actors that none speaks of any more."""
    connection = writer.connection
    listed, touched = sorted(mentions), list[int]()
    for at in range(0, len(listed), _CHUNK):
        ids = connection.execute(
            select(incident.c.id)
            .join(incident_mention, incident_mention.c.incident == incident.c.key)
            .where(incident_mention.c.mention.in_(listed[at : at + _CHUNK]))
            .distinct()
        ).scalars()
        touched += _remove(writer, ids.all())
    changes.changed(connection, writer.dialect, touched)
    connection.execute(delete(actor).where(actor.c.id.not_in(select(incident_actor.c.actor))))
