"""Mentions that judgements and reviews hang on, found again in what a newer reader read.

A mention's id is made from its words and their place, so a reader that cuts the words otherwise gives another id.
The old one is followed to the mention of the current reading that shares most characters with it; in a revised text
first its words are found again. What cannot be followed is said, with the reason, never dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.ledger import fold
from rashomon.ledger.schema import mention, reading, revision

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a mention is now: `now` is its id in the current reading, or None, with the reason in `why`."""

    now: str | None
    why: str = ""


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


def _follow(connection: Connection, old: str) -> Followed:
    was = connection.execute(
        select(mention.c.report_id, mention.c.start, mention.c.end, reading.c.digest)
        .join(reading, reading.c.entry == mention.c.entry)
        .where(mention.c.id == old)
        .order_by(mention.c.entry.desc())
        .limit(1)
    ).first()
    if was is None:
        return Followed(None, f"no reading ever held the mention {old}")
    now = connection.execute(
        select(reading.c.entry, reading.c.digest).where(reading.c.report_id == was.report_id, reading.c.current)
    ).first()
    if now is None:
        return Followed(None, f"the newest text of the report {was.report_id} is withdrawn or not read yet")
    place = (was.start, was.end)
    if now.digest != was.digest:
        moved = _in_revision(connection, was.digest, now.digest, place)
        if moved is None:
            return Followed(None, f"the words of {old} do not stand once in the newest text of {was.report_id}")
        place = moved
    rows = connection.execute(
        select(mention.c.id, mention.c.start, mention.c.end).where(mention.c.entry == now.entry)
    ).all()
    return nearest(old, place, [(row.id, row.start, row.end) for row in rows])


def nearest(old: str, place: tuple[int, int], mentions: Sequence[tuple[str, int, int]]) -> Followed:
    """The mention that shares most characters with the place, where that is one alone."""
    shared = sorted(
        ((min(place[1], end) - max(place[0], start), one) for one, start, end in mentions),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not shared or shared[0][0] <= 0:
        return Followed(None, f"the newest reading tells no incident in the words of {old}")
    if len(shared) > 1 and shared[1][0] == shared[0][0]:
        return Followed(None, f"the newest reading tells two incidents in the words of {old}")
    return Followed(shared[0][1])


def _in_revision(connection: Connection, old: str, new: str, place: tuple[int, int]) -> tuple[int, int] | None:
    texts = []
    for digest in (old, new):
        number = connection.execute(select(revision.c.entry).where(revision.c.digest == digest)).scalar()
        report = fold.report_at(connection, number) if number is not None else None
        if report is None:
            return None
        texts.append(report.text)
    return moved(texts[0], texts[1], place)


def moved(old: str, new: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words at a place of the old text stand in the new one; None unless they stand there once."""
    words = old[place[0] : place[1]]
    at = new.find(words)
    if at < 0 or new.find(words, at + 1) >= 0:
        return None
    return at, at + len(words)
