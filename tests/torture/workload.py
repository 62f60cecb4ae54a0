"""What a process does to a ledger until it is killed: builds, decisions, codings, merges, withdrawals, rebuilds.

After each call that returned, one line goes to a pipe: the acknowledgement that must never be lost.
"""

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.ledger.planted import TEXT, judgement, reading, reconciled, report

from rashomon.errors import BadInput, LedgerDamaged, Unavailable
from rashomon.ledger import Ledger
from rashomon.records import Coding, Mention, Reading, Report, Review, Ruling, Verdict

_REPORTS = 200  # ids drawn from; few enough that revisions and known reports come up
_START = datetime(2024, 3, 6, tzinfo=UTC)


class Work:
    """One process's work on one ledger, drawn from a seed."""

    def __init__(self, ledger: Ledger, seed: int, acknowledge: Callable[[str], None]) -> None:
        self._ledger = ledger
        self._random = random.Random(seed)  # noqa: S311 - a draw to be repeated, not a secret
        self._acknowledge = acknowledge

    def step(self) -> None:
        """One call, acknowledged once it returned. What another process made impossible meanwhile is let be."""
        steps = (
            self._build,
            self._batch,
            self._judge,
            self._review,
            self._code,
            self._merge,
            self._change,
            self._redact,
            self._rebuild,
        )
        chosen = self._random.choices(steps, weights=(40, 10, 15, 8, 5, 10, 10, 2, 1))[0]
        try:
            chosen()
        except BadInput:
            return
        head = self._ledger.head()
        if head:
            self._acknowledge(f"E {head.number} {head.digest}")

    def _report(self) -> Report:
        number = self._random.randrange(_REPORTS)
        more = self._random.choice(
            ["", " The toll has since risen.", " Nobody else was hurt." * self._random.randrange(400)]
        )
        return report(f"r-{number:04}", TEXT + more)

    def _build(self) -> None:
        one = self._report()
        self._ledger.add_read(one, reading(one))
        self._acknowledge(f"R {one.digest}")

    def _batch(self) -> None:
        some = [self._report() for _ in range(8)]
        with self._ledger.batch():
            for one in some:
                self._ledger.add_read(one, reading(one))
        for one in some:
            self._acknowledge(f"R {one.digest}")

    def _mentions(self) -> list[Mention]:
        readings: list[Reading] = list(self._ledger.readings())
        return [told for read in readings for told in read.mentions]

    def _judge(self) -> None:
        mentions = self._mentions()
        if len(mentions) > 1:
            left, right = self._random.sample(mentions, 2)
            verdict = self._random.choice([*Verdict, None])
            made = judgement(left.id, right.id, verdict, minute=self._random.randrange(60))
            done = self._ledger.judge(made)
            self._acknowledge(f"E {done.number} {done.digest}")

    def _review(self) -> None:
        mentions = self._mentions()
        if mentions:
            told = self._random.choice(mentions)
            at = _START + timedelta(minutes=self._random.randrange(10_000))
            ruling = self._random.choice([Ruling.ACCEPTED, Ruling.REJECTED, Ruling.NOTED, None])
            done = self._ledger.review(Review(told.id, told.claims[0], ruling, "Ada", at, "read again"))
            self._acknowledge(f"E {done.number} {done.digest}")

    def _code(self) -> None:
        mentions = self._mentions()
        if len(mentions) > 1:
            left, right = sorted(told.id for told in self._random.sample(mentions, 2))
            coder, verdict = self._random.choice(["Ben", "Cy"]), self._random.choice([*Verdict, None])
            done = self._ledger.code(Coding(left, right, verdict, coder, _START, "coded"))
            self._acknowledge(f"E {done.number} {done.digest}")

    def _merge(self) -> None:
        head = self._ledger.head()
        mentions = self._mentions()
        self._random.shuffle(mentions)
        found = []
        while mentions:
            size = self._random.randint(1, 4)
            found.append(reconciled(*mentions[:size]))
            mentions = mentions[size:]
        if head:
            self._ledger.replace_incidents(found, head.number)

    def _change(self) -> None:
        rows = self._ledger.incidents()
        head = self._ledger.head()
        if len(rows) < 2 or head is None or self._ledger.stale():
            return
        one, two = (self._ledger.incident(row.id) for row in self._random.sample(rows, 2))
        told = {mention.id: mention for mention in self._mentions()}
        joined = [told[each] for found in (one, two) for each in found.incident.mentions]
        merged = reconciled(*joined, redirects=(two.incident.id,))
        self._ledger.update_incidents([merged], [two.incident.id], head.number)

    def _redact(self) -> None:
        ids = [one.id for one in self._ledger.reports()]
        if ids:
            done = self._ledger.redact(self._random.choice(ids), by="Counsel", why="an order", at=_START)
            self._acknowledge(f"E {done.number} {done.digest}")

    def _rebuild(self) -> None:
        self._ledger.rebuild()


def work_until_killed(location: str, seed: int, pipe: int) -> None:
    """The child's whole life: work, and tell of it, until a signal ends it or the ledger cannot be written.

    Lines: `E number digest` an entry and `R digest` a report acknowledged, `U message` the ledger became unavailable,
    `D message` it looked damaged, which must never be.
    """

    def tell(line: str) -> None:
        os.write(pipe, (line + "\n").encode())

    try:
        with Ledger.open(location) as ledger:
            work = Work(ledger, seed, tell)
            while True:
                work.step()
    except Unavailable as error:
        tell(f"U {error}")
    except LedgerDamaged as error:
        tell(f"D {error}")
