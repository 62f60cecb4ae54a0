"""The incident tables as they are written: what link and reconcile found, kept so that it can be asked.

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
from rashomon.ledger.dialect import Dialect
from rashomon.ledger.incidents import MAKER, STAMP, folded_at, mentions_of, packed, unpacked
from rashomon.ledger.judging import Overtaken
from rashomon.ledger.ordering import in_order
from rashomon.ledger.schema import (
    actor,
    incident,
    incident_actor,
    incident_mention,
    incident_record,
    incident_redirect,
    stamp,
)
from rashomon.ledger.summary import Summary, summarise
from rashomon.ledger.words import folded
from rashomon.ledger.writing import Writer
from rashomon.records import Reconciled

_CHUNK = 500
_TABLES = (incident, incident_record, incident_mention, incident_redirect, incident_actor, actor)


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
    writer.connection.execute(delete(stamp).where(stamp.c.name == MAKER))
    if maker:
        writer.connection.execute(insert(stamp).values(name=MAKER, value=maker))
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
    connection.execute(delete(stamp).where(stamp.c.name == STAMP))
    connection.execute(insert(stamp).values(name=STAMP, value=str(at_entry)))


def _add(writer: Writer, found: Iterable[Reconciled]) -> set[int]:
    """Puts incidents in, in the order of the table; gives their keys.

    Out of that order each would go to another end of the table, and a search index of words begins a new part wherever
    a key is less than the one before: a million incidents took ever longer.
    """
    names, taken = _ActorNames(writer.connection), set[int]()
    made = in_order(_made(writer.connection, found), key=lambda one: (one.summary.key, one.id))
    while some := list(islice(made, _CHUNK)):
        _add_some(writer, some, names, taken)
    names.write(writer.dialect)
    return taken


@dataclass(frozen=True, slots=True)
class _Made:
    """An incident's rows before it has its place. record: `incidents.packed`. redirects: other ids that lead to it."""

    id: str
    summary: Summary
    record: bytes
    mentions: tuple[str, ...]
    redirects: tuple[str, ...]


def _made(connection: Connection, found: Iterable[Reconciled]) -> Iterator[_Made]:
    coming = iter(found)
    while some := list(islice(coming, _CHUNK)):
        told = mentions_of(connection, [one for each in some for one in each.incident.mentions])
        for each in some:
            one = each.incident
            summary = summarise(each, [told[name] for name in one.mentions if name in told])
            redirects = tuple(old for old in one.redirects if old != one.id)
            yield _Made(one.id, summary, packed(each), one.mentions, redirects)


def _add_some(writer: Writer, some: Sequence[_Made], names: "_ActorNames", taken: set[int]) -> None:
    connection, put = writer.connection, writer.dialect.insert
    keys = _free_keys(connection, [one.summary.key for one in some], taken)
    rows = [(one.summary.at(key), one) for key, one in zip(keys, some, strict=True)]
    put(connection, incident, [_stored(summary) for summary, _ in rows])
    records = [{"key": summary.key, "record": one.record, "words": _packed_words(summary)} for summary, one in rows]
    put(connection, incident_record, records)
    mentions = [{"mention": name, "incident": summary.key} for summary, one in rows for name in one.mentions]
    put(connection, incident_mention, mentions)
    put(connection, incident_redirect, [{"old": old, "id": one.id} for _, one in rows for old in one.redirects])
    actors = ((number, summary.key) for summary, _ in rows for number in names.numbers(summary.actors))
    put(connection, incident_actor, [{"actor": number, "incident": key} for number, key in actors])
    writer.dialect.add_areas(connection, [summary.area for summary, _ in rows])
    writer.dialect.add_words(connection, "incident_text", [(summary.key, summary.words) for summary, _ in rows])


def _packed_words(summary: Summary) -> bytes:
    return zlib.compress(" ".join(summary.words).encode(), 1)


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
