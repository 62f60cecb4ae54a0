"""Mentions that judgements and reviews hang on, found again in what a newer reader read.

A mention's id is made from its words and their place, so a reader that cuts the words otherwise gives another id.
The old one is followed to the mention of the current reading that shares most characters with it; in a revised text
first its words are found again. What cannot be followed is said, with the reason, never dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rashomon.ledger import fold
from rashomon.ledger.schema import mention, reading, revision

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a mention is now: `now` is its id in the current reading, or None, with the reason in `why`."""

    now: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a mention was last read, and the report's current reading.

    was: the digest of the revision; start, end: its place there. now: the current reading's entry, and the digest of
    the revision that it read; None where there is none.
    """

    report: str
    was: str
    start: int
    end: int
    now: int | None
    now_digest: str | None


def follow(connection: Connection, ids: Iterable[str]) -> Mapping[str, Followed]:
    """Each id to where it is now."""
    wanted = sorted(set(ids))
    found: dict[str, Followed] = {}
    for at in range(0, len(wanted), _CHUNK):
        part = wanted[at : at + _CHUNK]
        current = connection.execute(
            select(mention.c.id)
            .join(reading, reading.c.entry == mention.c.entry)
            .where(reading.c.current, mention.c.id.in_(part))
        ).scalars()
        found.update((known, Followed(known)) for known in current)
    return {one: found.get(one) or _follow(connection, one) for one in wanted}


class Trails:
    """The trails of mentions, all asked for together."""

    def __init__(self, connection: Connection, ids: Iterable[str]) -> None:
        self._readings: dict[str, list[Any]] = {}  # rows of each mention, the newest first
        self._now: dict[str, Any] = {}  # the row of the current reading of each report
        wanted = sorted(set(ids))
        columns = (mention.c.id, mention.c.entry, mention.c.report_id, mention.c.start, mention.c.end)
        told = select(*columns, reading.c.digest, reading.c.current)
        told = told.join(reading, reading.c.entry == mention.c.entry).order_by(mention.c.entry.desc())
        for at in range(0, len(wanted), _CHUNK):
            for row in connection.execute(told.where(mention.c.id.in_(wanted[at : at + _CHUNK]))):
                self._readings.setdefault(row.id, []).append(row)
        reports = sorted({row.report_id for rows in self._readings.values() for row in rows})
        current = select(reading.c.report_id, reading.c.entry, reading.c.digest).where(reading.c.current)
        for at in range(0, len(reports), _CHUNK):
            found = connection.execute(current.where(reading.c.report_id.in_(reports[at : at + _CHUNK])))
            self._now.update((now.report_id, now) for now in found)

    def of(self, one: str, before: int | None = None) -> Trail | None:
        """The trail of a mention; None where no reading ever held it.

        before: an entry's number; the trail begins at the newest reading before it, as whoever made the entry saw it. A
        revised text can hold the mention at its old place, and words that were said beside it elsewhere or not at all.
        """
        readings = self._readings.get(one, [])
        if before is None:
            readings = [row for row in readings if row.current] or readings
        else:
            readings = [row for row in readings if row.entry < before]
        if not readings:
            return None
        was = readings[0]
        now = self._now.get(was.report_id)
        place = (was.report_id, was.digest, was.start, was.end)
        return Trail(*place, now.entry, now.digest) if now else Trail(*place, None, None)


def _follow(connection: Connection, old: str) -> Followed:
    left = Trails(connection, [old]).of(old)
    if left is None:
        return Followed(None, f"no reading ever held the mention {old}")
    if left.now is None:
        return Followed(None, f"the newest text of the report {left.report} is withdrawn or not read yet")
    place = in_current_text(connection, left, (left.start, left.end))
    if place is None:
        return Followed(None, f"the words of {old} do not stand once in the newest text of {left.report}")
    rows = connection.execute(
        select(mention.c.id, mention.c.start, mention.c.end).where(mention.c.entry == left.now)
    ).all()
    return nearest(old, place, [(row.id, row.start, row.end) for row in rows])


def nearest(old: str, place: tuple[int, int], mentions: Sequence[tuple[str, int, int]]) -> Followed:
    """The mention that shares most characters with the place, where that is one alone."""
    shared = sorted(((overlap(place, (start, end)), one) for one, start, end in mentions), reverse=True)
    if not shared or shared[0][0] <= 0:
        return Followed(None, f"the newest reading tells no incident in the words of {old}")
    if len(shared) > 1 and shared[1][0] == shared[0][0]:
        return Followed(None, f"the newest reading tells two incidents in the words of {old}")
    return Followed(shared[0][1])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters two places share; below 1 for none."""
    return min(one[1], other[1]) - max(one[0], other[0])


def in_current_text(connection: Connection, left: Trail, place: tuple[int, int]) -> tuple[int, int] | None:
    """A place of the text that the trail's mention was read in, in the text read now; None where its words are not.

    Words that stand more than once in a revised text are not followed: which of them was meant is a guess.
    """
    if left.now_digest is None or left.was == left.now_digest:
        return place
    old, new = (_text(connection, digest) for digest in (left.was, left.now_digest))
    if old is None or new is None:
        return None
    words = old[place[0] : place[1]]
    at = new.find(words)
    if at < 0 or new.find(words, at + 1) >= 0:
        return None
    return at, at + len(words)


def _text(connection: Connection, digest: str) -> str | None:
    number = connection.execute(select(revision.c.entry).where(revision.c.digest == digest)).scalar()
    report = fold.report_at(connection, number) if number is not None else None
    return report.text if report else None
