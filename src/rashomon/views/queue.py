"""What waits for a person: pairs that the linker is not sure of, and decisions that a new reading left behind."""

from dataclasses import dataclass

from rashomon.ledger import Ledger
from rashomon.records import Entry, Join, Verdict
from rashomon.views.incident import Told, told_of

_COUNTED = 2000  # incidents that wait: up to so many their pairs are counted, however few are shown


@dataclass(frozen=True, slots=True)
class Asked:
    """Two mentions that may tell of one happening, and the incidents that they are part of now."""

    join: Join
    left: Told
    right: Told
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A decision that cannot be followed to the newest reading, and the sentence that says why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Queue:
    """asked: the likeliest to be one happening first, at most as many as were wanted. left: by entry.

    unsure: how many pairs wait; at least so many where not `counted`.
    """

    asked: tuple[Asked, ...]
    unsure: int
    left: tuple[LeftBehind, ...]
    counted: bool = True


def queue(ledger: Ledger, most: int | None = None) -> Queue:
    """What waits in a ledger; most: pairs wanted, None for all.

    Not asked is what a person has judged, unsure too, and what no current reading tells any more.
    """
    joins: dict[tuple[str, str], Join] = {}
    incidents: dict[tuple[str, str], list[str]] = {}
    # A pair stands at both of its incidents, so the likeliest n pairs stand at the first 2n incidents.
    looked_at = None if most is None else max(2 * most, _COUNTED)
    waiting = ledger.unsure_incidents(looked_at)
    for each in waiting:
        for join in each.incident.near:
            if join.verdict is Verdict.UNSURE and join.judged is None:
                pair = (join.left, join.right)
                joins[pair] = join
                incidents.setdefault(pair, []).append(each.incident.id)
    ranked = sorted(joins, key=lambda pair: (-joins[pair].score, pair))[:most]
    told = told_of(ledger, {one for pair in ranked for one in pair})
    asked = tuple(
        Asked(joins[pair], told[pair[0]], told[pair[1]], tuple(dict.fromkeys(incidents[pair])))
        for pair in ranked
        if pair[0] in told and pair[1] in told
    )
    left = tuple(LeftBehind(next(ledger.entries(one.entry - 1)), one.why) for one in ledger.waiting())
    return Queue(asked, len(joins) - len(ranked) + len(asked), left, looked_at is None or len(waiting) < looked_at)
