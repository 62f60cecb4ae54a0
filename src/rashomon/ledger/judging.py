"""Judgements: which hold now, on which mentions, and which wait for a person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection, select

from rashomon.errors import BadInput, Unknown
from rashomon.ledger.codec import decoded, plain
from rashomon.ledger.following import follow
from rashomon.ledger.reports import nearby
from rashomon.ledger.schema import entry, mention
from rashomon.ledger.writing import Writer
from rashomon.records import Coding, Entry, EntryKind, Judgement, Verdict

Decision = TypeVar("Decision", Judgement, Coding)


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
    subject = refuse_unfit(writer, judgement)
    refuse_overtaken(writer.connection, subject, EntryKind.JUDGEMENT, seen)
    return writer.append(EntryKind.JUDGEMENT, subject, judgement, by=judgement.by, why=judgement.why)


def refuse_unfit(writer: Writer, decision: Judgement | Coding) -> str:
    """The subject of what somebody says of a pair; raises BadInput for a pair that is none, or nobody's."""
    left, right, what = decision.left, decision.right, type(decision).__name__.lower()
    if not left < right:
        raise BadInput(f"a {what} is on two mentions, the lesser id first: {left!r}, {right!r}")
    if not decision.by.strip():
        raise BadInput(f"a {what} needs the name of who makes it")
    writer.flush()
    for one in (left, right):
        require_mention(writer.connection, one)
    return pair_subject(left, right)


def pair_subject(left: str, right: str) -> str:
    """The subject of what is said of a pair."""
    return f"{plain(left, 'the mention')} {plain(right, 'the mention')}"


def require_mention(connection: Connection, one: str) -> None:
    """Raises BadInput where no reading ever held the mention, naming close ids."""
    if connection.execute(select(mention.c.id).where(mention.c.id == one).limit(1)).first() is None:
        ids = connection.execute(select(mention.c.id).distinct().limit(50_000)).scalars().all()
        raise Unknown(f"the ledger has no mention {one!r}" + nearby(one, ids))


def refuse_overtaken(
    connection: Connection, subject: str, kind: EntryKind, seen: int | None, by: str | None = None
) -> None:
    """Raises Overtaken, saying what changed, where an entry on the subject came after `seen`; by: of this person."""
    if seen is None:
        return
    later = select(entry.c.number, entry.c.by, entry.c.at, entry.c.payload, entry.c.why).where(
        entry.c.subject == subject, entry.c.kind == kind.value, entry.c.number > seen
    )
    if by is not None:
        later = later.where(entry.c.by == by)
    since = connection.execute(later.order_by(entry.c.number.desc()).limit(1)).first()
    if since is not None:
        raise Overtaken(
            f"{since.by} decided on {subject} at {since.at[:19]} (entry {since.number}), after you looked "
            f"(entry {seen}): {since.payload}; nothing was written, look again"
        )


def holding(connection: Connection) -> tuple[tuple[Judgement, ...], tuple[Waiting, ...]]:
    """The judgements that hold, on current mentions and by pair, and those that wait for a person.

    The newest of a pair holds; one taken back (verdict None) is left out.
    """
    return hold(connection, EntryKind.JUDGEMENT, Judgement, lambda _: "")


def hold(
    connection: Connection, kind: EntryKind, record: type[Decision], whose: Callable[[Decision], str]
) -> tuple[tuple[Decision, ...], tuple[Waiting, ...]]:
    """What is said of pairs, the newest of each pair and of each `whose`, on current mentions, and what waits."""
    rows = connection.execute(
        select(entry.c.number, entry.c.payload).where(entry.c.kind == kind.value, entry.c.payload.is_not(None))
    )
    every = {row.number: decoded(row.payload, record) for row in rows}
    newest = {(every[number].left, every[number].right, whose(every[number])): number for number in sorted(every)}
    now = follow(connection, (one for left, right, _ in newest for one in (left, right)))
    held: dict[tuple[str, str, str], Decision] = {}
    waiting: list[Waiting] = []
    for number in sorted(newest.values()):
        said = every[number]
        ends = [now[said.left], now[said.right]]
        lost = [end.why for end in ends if end.now is None]
        left, right = sorted(end.now or "" for end in ends)
        if lost:
            if said.verdict is not None:
                waiting.append(Waiting(number, "; ".join(lost)))
        elif left == right:
            if said.verdict is Verdict.DIFFERENT:
                why = f"{said.left} and {said.right}, held for different, are one in the newest reading"
                waiting.append(Waiting(number, why))
        else:
            held[left, right, whose(said)] = replace(said, left=left, right=right)
    return tuple(held[pair] for pair in sorted(held) if held[pair].verdict is not None), tuple(waiting)
