"""Codings: what several coders, blind to one another, hold pairs of mentions for. They change no incident.

Invariant: nothing that one coder does tells of what another coded; only `Ledger.codings` gives all of them.
"""

from sqlalchemy import Connection

from rashomon.ledger.judging import Waiting, hold, refuse_overtaken, refuse_unfit
from rashomon.ledger.writing import Writer
from rashomon.records import Coding, Entry, EntryKind


def code(writer: Writer, coding: Coding, seen: int | None) -> Entry:
    """Append a coding.

    seen: the newest entry when the coder looked. Raises BadInput for a mention that is not there, and Overtaken where
    the same coder has coded the pair since.
    """
    subject = refuse_unfit(writer, coding)
    refuse_overtaken(writer.connection, subject, EntryKind.CODING, seen, by=coding.by)
    return writer.append(EntryKind.CODING, subject, coding, by=coding.by, why=coding.why)


def holding(connection: Connection) -> tuple[tuple[Coding, ...], tuple[Waiting, ...]]:
    """The codings that hold, on current mentions, by pair and coder, and those that wait for a person.

    The newest of a coder on a pair holds; one taken back (verdict None) is left out.
    """
    return hold(connection, EntryKind.CODING, Coding, lambda coding: coding.by)
