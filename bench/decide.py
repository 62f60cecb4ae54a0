"""How long a decision takes in a process that goes on: with its linking, reconciling and writing.

    python bench/decide.py [--incidents 20000] [--decisions 100] [--seed 1]

A ledger of made-up reports (those of `link_scale.py`) is joined once; then pairs are judged, most of them near ones as
an analyst would be asked, and taken back; then some reports come in revised, at once. Prints the median and the slowest
of each.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from link_scale import World, batches
from rashomon.keeping import Keeper
from rashomon.ledger import Ledger
from rashomon.pipeline import decide
from rashomon.records import Judgement, Reading, Verdict

MENTIONS_EACH = 2.4  # reports that tell of one made-up incident


def fill(ledger: Ledger, mentions: int, seed: int) -> None:
    """Puts made-up reports with their readings in."""
    for told, reports, _ in batches(World(seed), mentions):
        with ledger.batch():
            for mention in told:
                report = reports[mention.report]
                ledger.add_read(report, Reading(report.id, report.digest, "made", (mention,)))


def pairs(ledger: Ledger, most: int, draw: random.Random) -> list[tuple[str, str]]:
    """Pairs to judge: joined ones, and near ones that are not."""
    found = [
        (join.left, join.right)
        for each in ledger.each_incident()
        for join in (*each.incident.joins[:1], *each.incident.near[:1])
    ]
    return draw.sample(found, min(most, len(found)))


def timed(what: str, doing: Sequence[Callable[[], object]]) -> None:
    """Prints how long these take one by one."""
    took = []
    for do in doing:
        begun = time.perf_counter()
        do()
        took.append(time.perf_counter() - begun)
    slow = sorted(took)[int(len(took) * 0.95)]
    print(
        f"{what:28} median {statistics.median(took):.3f} s, 95% {slow:.3f} s, slowest {max(took):.3f} s"
        f" ({len(took)} times)",
        flush=True,
    )


def main(incidents: int, decisions: int, seed: int) -> None:
    """Fills a ledger, then decides."""
    draw = random.Random(seed)  # noqa: S311 (nothing secret)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    with Ledger.temporary() as ledger:
        fill(ledger, round(incidents * MENTIONS_EACH), seed)
        keeper = Keeper(ledger)
        timed("all joined, for the first time", [keeper.follow])
        print(f"{len(ledger.incidents()):,} incidents")

        def judged(n: int, pair: tuple[str, str], verdict: Verdict | None) -> Callable[[], object]:
            judgement = Judgement(*pair, verdict, "bench", at + timedelta(minutes=n), "measured")
            return lambda: decide(ledger, judgement, keeper=keeper)

        chosen = pairs(ledger, decisions, draw)
        verdicts = [draw.choice(tuple(Verdict)) for _ in chosen]
        timed("a judgement", [judged(n, *both) for n, both in enumerate(zip(chosen, verdicts, strict=True))])
        timed("its undo", [judged(len(chosen) + n, pair, None) for n, pair in enumerate(chosen)])
        fill(ledger, 10, seed + 1)
        timed("ten reports revised", [keeper.follow])
        fill(ledger, 1000, seed + 2)
        timed("a thousand reports revised", [keeper.follow])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=20_000)
    parser.add_argument("--decisions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    main(arguments.incidents, arguments.decisions, arguments.seed)
