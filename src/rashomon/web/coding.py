"""What the coding pages and the API do alike: pairs given to a coder, and agreed codings made judgements."""

from datetime import UTC, datetime

from rashomon.ledger import Ledger
from rashomon.pipeline import decide
from rashomon.records import Judgement
from rashomon.views import Asked, queue
from rashomon.views.agreement import CodedPair, agreement
from rashomon.web.room import Room

MOST = 200  # pairs that are given to coders, the likeliest first


def given(ledger: Ledger, name: str) -> tuple[list[Asked], int]:
    """The pairs that wait for this coder, and how many it has coded."""
    mine = {(one.left, one.right) for one in ledger.codings() if one.by == name and one.verdict is not None}
    asked = queue(ledger, MOST).asked
    return [one for one in asked if (one.join.left, one.join.right) not in mine], len(mine)


def agreed(pairs: tuple[CodedPair, ...]) -> list[CodedPair]:
    """Those on which all of at least two coders say the same, and that nobody has judged."""
    return [one for one in pairs if one.agreed is not None and one.judged is None]


def judge_agreed(room: Room, by: str, seen: int | None) -> list[int]:
    """Judges every agreed pair as its coders do, and gives the numbers of the entries; raises as `decide` does."""
    entries = []
    for pair in agreed(agreement(room.ledger).pairs):
        why = f"coded blind and agreed by {', '.join(coding.by for coding in pair.codings)}"
        judgement = Judgement(pair.left, pair.right, pair.agreed, by, datetime.now(UTC), why)
        entries.append(decide(room.ledger, judgement, seen=seen, keeper=room.keeper).entry.number)
    return entries
