"""Judgements: which hold now, on which mentions, and which wait for a person."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from rashomon.errors import BadInput, Unknown
from rashomon.ledger.codec import decoded, plain
from rashomon.ledger.following import follow
from rashomon.ledger.reports import nearby
from rashomon.ledger.schema import entry, mention
from rashomon.ledger.writing import Writer
from rashomon.records import Entry, EntryKind, Judgement, Verdict


class Overtaken(BadInput):
    """What was decided on has changed since it was looked at: look again, then decide."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision that cannot be followed to the newest reading, for a person to look at.

    entry: the number of the entry that holds it. why: a sentence.
    """

    entry: int
    why: str


def judge(writer: Writer, judgement: Judgement, seen: int | None) -> Entry:
    """Append a judgement.

    seen: the newest entry when the analyst looked. Raises BadInput for a mention that is not there, and Overtaken
    where somebody has judged the pair since.
    """
    left, right = judgement.left, judgement.right
    if not left < right:
        raise BadInput(f"a judgement is on two mentions, the lesser id first: {left!r}, {right!r}")
    if not judgement.by.strip():
        raise BadInput("a judgement needs the name of who judges")
    writer.flush()
    for one in (left, right):
        require_mention(writer.connection, one)
    subject = pair_subject(left, right)
    refuse_overtaken(writer.connection, subject, EntryKind.JUDGEMENT, seen)
    return writer.append(EntryKind.JUDGEMENT, subject, judgement, by=judgement.by, why=judgement.why)


def pair_subject(left: str, right: str) -> str:
    """The subject of a pair's judgements."""
    return f"{plain(left, 'the mention')} {plain(right, 'the mention')}"


def require_mention(connection: Connection, one: str) -> None:
    """Raises BadInput where no reading ever held the mention, naming close ids."""
    if connection.execute(select(mention.c.id).where(mention.c.id == one).limit(1)).first() is None:
        ids = connection.execute(select(mention.c.id).distinct().limit(50_000)).scalars().all()
        raise Unknown(f"the ledger has no mention {one!r}" + nearby(one, ids))


def refuse_overtaken(connection: Connection, subject: str, kind: EntryKind, seen: int | None) -> None:
    """Raises Overtaken, saying what changed, where an entry on the subject came after `seen`."""
    if seen is None:
        return
    since = connection.execute(
        select(entry.c.number, entry.c.by, entry.c.at, entry.c.payload, entry.c.why)
        .where(entry.c.subject == subject, entry.c.kind == kind.value, entry.c.number > seen)
        .order_by(entry.c.number.desc())
        .limit(1)
    ).first()
    if since is not None:
        raise Overtaken(
            f"{since.by} decided on {subject} at {since.at[:19]} (entry {since.number}), after you looked "
            f"(entry {seen}): {since.payload}; nothing was written, look again"
        )


def all_judgements(connection: Connection) -> Iterator[tuple[int, Judgement]]:
    """Every judgement with its entry's number, as they came in."""
    rows = connection.execute(
        select(entry.c.number, entry.c.payload)
        .where(entry.c.kind == EntryKind.JUDGEMENT.value)
        .order_by(entry.c.number)
    )
    for row in rows:
        if row.payload is not None:
            yield row.number, decoded(row.payload, Judgement)


def holding(connection: Connection) -> tuple[tuple[Judgement, ...], tuple[Waiting, ...]]:
    """The judgements that hold, on current mentions and by pair, and those that wait for a person.

    The newest of a pair holds; one taken back (verdict None) is left out.
    """
    every = dict(all_judgements(connection))
    newest = {(judgement.left, judgement.right): number for number, judgement in every.items()}
    now = follow(connection, (one for pair in newest for one in pair))
    held: dict[tuple[str, str], Judgement] = {}
    waiting: list[Waiting] = []
    for number in sorted(newest.values()):
        judgement = every[number]
        ends = [now[judgement.left], now[judgement.right]]
        lost = [end.why for end in ends if end.now is None]
        left, right = sorted(end.now or "" for end in ends)
        if lost:
            if judgement.verdict is not None:
                waiting.append(Waiting(number, "; ".join(lost)))
        elif left == right:
            if judgement.verdict is Verdict.DIFFERENT:
                why = f"{judgement.left} and {judgement.right}, judged different, are one in the newest reading"
                waiting.append(Waiting(number, why))
        else:
            held[left, right] = replace(judgement, left=left, right=right)
    return tuple(held[pair] for pair in sorted(held) if held[pair].verdict is not None), tuple(waiting)
