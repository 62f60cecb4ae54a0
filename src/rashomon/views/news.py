"""What is new: the incidents that fit a query, those first that the ledger's newest entries tell of."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.ledger import IncidentQuery, IncidentRow, Ledger
from rashomon.records import Entry, EntryKind

_SOME = 500  # entries that are looked through at a time
_MOST = 20_000  # entries that are looked through at all: what is older is no news
_ON_MENTIONS = (EntryKind.JUDGEMENT, EntryKind.REVIEW)


@dataclass(frozen=True, slots=True)
class News:
    """An incident, and the newest entry of the ledger that tells of it: a report, a reading or a decision."""

    row: IncidentRow
    entry: Entry


def news(ledger: Ledger, query: IncidentQuery, most: int) -> tuple[News, ...]:
    """At most so many of the incidents that fit, those of the newest entries first, whatever the query's order.

    Codings are no news, since coders are blind to one another. Raises BadInput for a query that cannot be meant.
    """
    chosen = ledger.select(query)
    fitting = chosen.columns.rows.key[chosen.fitting()]
    head = ledger.head()
    newest: dict[str, News] = {}
    seen: set[str] = set()
    until = head.number if head else 0
    while until > 0 and len(newest) < most and head and head.number - until < _MOST:
        since = max(0, until - _SOME)
        for entry, incidents in _told(ledger, since, until):
            for one in incidents:
                if one not in seen and len(newest) < most:
                    seen.add(one)
                    row = ledger.row(one)
                    if _holds(fitting, int(row.cursor, 16)):
                        newest[one] = News(row, entry)
        until = since
    return tuple(newest.values())


def _holds(keys: NDArray[np.int64], key: int) -> bool:
    at = int(np.searchsorted(keys, key))
    return at < len(keys) and int(keys[at]) == key


def _told(ledger: Ledger, since: int, until: int) -> Iterable[tuple[Entry, list[str]]]:
    """The entries after `since` up to `until`, the newest first, each with the incidents that it tells of."""
    entries = []
    for entry in ledger.entries(since):
        if entry.number > until:
            break
        entries.append(entry)
    reports = {one.subject for one in entries if one.kind not in (*_ON_MENTIONS, EntryKind.CODING)}
    mentions = {read.report: [one.id for one in read.mentions] for read in ledger.readings_of(reports)}
    decided = {part for one in entries if one.kind in _ON_MENTIONS for part in one.subject.split(" ")}
    incidents = ledger.incidents_of({*decided, *(one for ids in mentions.values() for one in ids)})
    for entry in reversed(entries):
        about = entry.subject.split(" ") if entry.kind in _ON_MENTIONS else mentions.get(entry.subject, [])
        if entry.kind is not EntryKind.CODING:
            yield entry, list(dict.fromkeys(incidents[one] for one in about if one in incidents))
