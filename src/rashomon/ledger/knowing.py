"""What was known at a moment: the entries made by then, or those on reports published by then."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from rashomon.ledger.codec import canonical, decoded, moment_text, sha256_of
from rashomon.ledger.copying import Stored
from rashomon.records import EntryKind, Reading, Redaction, Report

_REPORTS = (EntryKind.REPORT_ADDED, EntryKind.REPORT_REVISED)


def entered_by(entries: Iterable[Stored], moment: datetime) -> Iterator[Stored]:
    """The entries up to the last one made at or before the moment, and every redaction: withdrawn stays withdrawn."""
    every = list(entries)
    until = moment_text(moment)
    last = max((one.number for one in every if one.at <= until), default=0)
    yield from renumbered(one for one in every if one.number <= last or one.kind == EntryKind.REDACTION)


def published_by(entries: Iterable[Stored], day: date) -> Iterator[Stored]:
    """The entries without revisions published after the day, or on no day that is known, and without their readings.

    Judgements and reviews stay, whenever made: they are of today, on what was published then.
    """
    return renumbered(_published_by(entries, day))


def _published_by(entries: Iterable[Stored], day: date) -> Iterator[Stored]:
    later: set[str] = set()  # digests of revisions left out
    for one in entries:
        if one.payload is not None and one.kind in _REPORTS:
            report = decoded(one.payload, Report)
            if report.published is None or report.published > day:
                later.add(report.digest)
                continue
        elif (
            one.payload is not None and one.kind == EntryKind.READING and decoded(one.payload, Reading).digest in later
        ):
            continue
        yield one


def renumbered(entries: Iterable[Stored]) -> Iterator[Stored]:
    """The entries numbered from 1, and with them the numbers in redactions, which forget what is left out."""
    now: dict[int, int] = {}
    for number, one in enumerate(entries, 1):
        now[one.number] = number
        if one.kind != EntryKind.REDACTION or one.payload is None:
            yield one
            continue
        redaction = decoded(one.payload, Redaction)
        payload = canonical(
            replace(
                redaction,
                texts=tuple(replace(text, entry=now[text.entry]) for text in redaction.texts if text.entry in now),
                readings=tuple(
                    replace(read, entry=now[read.entry]) for read in redaction.readings if read.entry in now
                ),
                reviews=tuple(replace(made, entry=now[made.entry]) for made in redaction.reviews if made.entry in now),
            )
        )
        yield replace(one, payload=payload, payload_digest=sha256_of(payload))
